using Analytics.Charts;
using Analytics.Engine.Workspaces;
using Analytics.Figures;

namespace Analytics.Tui.Results;

internal sealed record RunQuery(int Request, QueryRequest Query) : ConsoleEffect;

/// <summary>Stops a query, also one that still waits for its turn.</summary>
internal sealed record CancelQuery(int Request) : ConsoleEffect;

/// <summary>Goes on without a query or an operation that was cancelled and does not answer; it runs on by itself.</summary>
internal sealed record LeaveQuery(int Request, QueryRequest Query) : ConsoleEffect
{
    public bool IsOperation => Query is OperationRequest;
}

/// <summary>Writes a file: the chart if there is one, else the rows; the ending of the path chooses the format.</summary>
internal sealed record SaveFile(int Request, string Path, KeptResult Result, ChartSpec? Chart, bool Overwrite) : ConsoleEffect
{
    /// <summary>Whether each row names what it stands on; and whether beside a chart lies a file that does.</summary>
    public bool WithEvidence { get; init; }

    /// <summary>Of what is said in the file beside its rows.</summary>
    public Language Language { get; init; }

    /// <summary>What the file says of its figures where it has a place for that; null where they were not judged yet.</summary>
    public IReadOnlyList<ResultCaveat>? Caveats { get; init; }
}

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

/// <summary>Copies cells of a kept result; waits for no query.</summary>
internal sealed record CopyCells(KeptResult Result, CopyChoice Cells) : ConsoleEffect;

/// <summary>Copies the batch command that gives a result; waits for no query.</summary>
internal sealed record CopyCommand(QueryRequest Query, KeptResult Result) : ConsoleEffect;

/// <summary>Finds the one statement that all steps to a result come to; waits for no query.</summary>
/// <param name="Result">Where the steps lead.</param>
/// <param name="Hidden">Names of the columns that are hidden in it.</param>
/// <param name="IsShown">Whether it is to be shown; else it goes into the editor.</param>
internal sealed record ReadSteps(KeptResult Result, IReadOnlyList<string> Hidden, bool IsShown = false) : ConsoleEffect;

/// <summary>Judges whether the figures of a result compare, and may be combined as it combines them.</summary>
/// <param name="Result">The rows.</param>
/// <param name="Language">Of the words.</param>
/// <param name="Canned">The canned query that gave them, if it compares; null otherwise.</param>
internal sealed record ReadCaveats(KeptResult Result, Language Language, CannedRequest? Canned = null) : ConsoleEffect;
