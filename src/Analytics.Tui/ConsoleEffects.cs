using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Tui.Results;

namespace Analytics.Tui;

/// <summary>What the console wants done outside. A closed family.</summary>
internal abstract record ConsoleEffect;

/// <summary>Opens the engine, then reads the catalogue and the data.</summary>
internal sealed record OpenSession : ConsoleEffect;

/// <summary>Lists the tables anew.</summary>
internal sealed record ReadTables : ConsoleEffect;

/// <summary>Counts the rows of a view.</summary>
internal sealed record CountRows(string Name) : ConsoleEffect;

internal sealed record RunQuery(int Request, QueryRequest Query) : ConsoleEffect;

/// <summary>Stops a query, also one that still waits for its turn.</summary>
internal sealed record CancelQuery(int Request) : ConsoleEffect;

internal sealed record ReadChoices(int Request, QueryFile Query) : ConsoleEffect;

internal sealed record ReadObservations(IReadOnlyList<string> Ids) : ConsoleEffect;

internal sealed record ReadArticle(int Request, Observation Observation) : ConsoleEffect;

/// <summary>Makes a chart.</summary>
/// <param name="Request">Number that the answer carries.</param>
/// <param name="Query">What made the result; its header may ask for a chart.</param>
/// <param name="Result">Whose rows are drawn.</param>
/// <param name="Chart">What is asked for, the query's hint included.</param>
/// <param name="Step">0: as asked for; else the next kind that fits, forwards or backwards.</param>
internal sealed record BuildChart(int Request, QueryRequest Query, KeptResult Result, ChartRequest Chart, int Step = 0) : ConsoleEffect;

/// <summary>Writes a file: the chart if there is one, else the rows; the ending of the path chooses the format.</summary>
internal sealed record SaveFile(int Request, string Path, KeptResult Result, ChartSpec? Chart, bool Overwrite) : ConsoleEffect;

/// <summary>Reads rows of a kept result; waits for no query.</summary>
internal sealed record ReadRows(KeptResult Result, long First, int Count) : ConsoleEffect;

/// <summary>Asks how far the engine is with the running query or operation; waits for no query.</summary>
internal sealed record ReadProgress(int Request, bool IsOperation) : ConsoleEffect;

/// <summary>Gives a kept result a name that SQL can use.</summary>
internal sealed record RenameResult(KeptResult Result, string Name) : ConsoleEffect;

/// <summary>Asks what the kept results take on the disk.</summary>
internal sealed record ReadSizes : ConsoleEffect;

/// <summary>Finds columns by which the rows of two results belong together.</summary>
internal sealed record ProposeKeys(int Request, KeptResult Before, KeptResult After) : ConsoleEffect;

/// <summary>Forgets a kept result and frees its disk space.</summary>
internal sealed record DropResult(KeptResult Result) : ConsoleEffect;

internal sealed record CopyText(string Text) : ConsoleEffect;

/// <summary>Copies cells of a kept result; waits for no query.</summary>
internal sealed record CopyCells(KeptResult Result, CopyChoice Cells) : ConsoleEffect;

/// <summary>Copies the batch command that gives a result; waits for no query.</summary>
internal sealed record CopyCommand(QueryRequest Query, KeptResult Result) : ConsoleEffect;

/// <summary>Stops the program as Ctrl+Z does in a shell.</summary>
internal sealed record SuspendConsole : ConsoleEffect;

/// <summary>A query to run: canned, with the values of its parameters, or SQL as written. A closed family.</summary>
/// <param name="Sql">The text that positions of errors refer to.</param>
internal abstract record QueryRequest(string Sql)
{
    /// <summary>What stands over the result.</summary>
    public abstract string Title(Language language);
}

/// <param name="File">The canned query.</param>
/// <param name="Values">Values by parameter name; null stands for NULL.</param>
internal sealed record CannedRequest(QueryFile File, IReadOnlyDictionary<string, string?> Values) : QueryRequest(File.Sql)
{
    public override string Title(Language language)
    {
        var given = Values.Values.Where(v => !string.IsNullOrEmpty(v)).ToArray();
        return given.Length == 0 ? File.Title.In(language)
            : language == Language.En ? $"{File.Title.En} ({string.Join(", ", given)})"
            : $"{File.Title.Zh}（{string.Join("，", given)}）";
    }
}

/// <param name="Sql">One or several statements; the last one's result is shown.</param>
/// <param name="Offset">Where the text begins in the editor, when only a selection is run.</param>
internal sealed record SqlRequest(string Sql, int Offset = 0) : QueryRequest(Sql)
{
    private const int LongestTitle = 60;

    /// <summary>Whether there may be several statements, of which earlier ones can have made tables.</summary>
    public bool IsScript => Sql.AsSpan().TrimEnd("; \r\n\t").Contains(';');

    public override string Title(Language language)
    {
        var line = string.Join(' ', Sql.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestTitle ? line : line[..LongestTitle] + "…";
    }
}
