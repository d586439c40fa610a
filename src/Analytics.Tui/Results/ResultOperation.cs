using Analytics.Engine.Workspaces;

namespace Analytics.Tui.Results;

/// <summary>Something done in the engine to the whole of a kept result. A closed family.</summary>
internal abstract record ResultOperation;

/// <param name="Keys">The first counts most.</param>
internal sealed record SortRows(IReadOnlyList<SortKey> Keys) : ResultOperation;

/// <summary>The rows with the values of a row in some of its columns, or all others.</summary>
internal sealed record FilterByCells(long Row, IReadOnlyList<int> Columns, bool Exclude) : ResultOperation;

/// <param name="Condition">SQL over the columns.</param>
internal sealed record FilterRows(string Condition) : ResultOperation;

/// <param name="Name">What the new column is called.</param>
/// <param name="Expression">SQL over the columns.</param>
internal sealed record DeriveColumn(string Name, string Expression) : ResultOperation;

/// <param name="Column">Index of the column.</param>
/// <param name="Type">Its new type in SQL.</param>
internal sealed record CastColumn(int Column, string Type) : ResultOperation;

internal sealed record CountGroups(int Column) : ResultOperation;

/// <param name="Grouping">By what, and what is worked out.</param>
internal sealed record GroupRows(Grouping Grouping) : ResultOperation;

internal sealed record CountColumn(int Column) : ResultOperation;

/// <summary>The next row with a text, from the one given on, and then from the other end.</summary>
internal sealed record FindRow(TextSearch Search, long From) : ResultOperation;

/// <param name="Before">What the source is compared with: differences are the source minus this.</param>
/// <param name="Keys">Columns by which rows belong together.</param>
internal sealed record CompareRows(KeptResult Before, IReadOnlyList<string> Keys) : ResultOperation;

/// <summary>An operation to run on a result.</summary>
/// <param name="Source">The result to work on.</param>
/// <param name="Operation">What to do with it.</param>
/// <param name="Origin">The query that the source's columns come from, whose display they keep.</param>
internal sealed record OperationRequest(KeptResult Source, ResultOperation Operation, QueryRequest Origin) : QueryRequest(Piece(Operation))
{
    /// <summary>What the user wrote of it.</summary>
    private static string Piece(ResultOperation operation) =>
        operation switch
        {
            FilterRows filter => filter.Condition,
            DeriveColumn derive => derive.Expression,
            CastColumn cast => cast.Type,
            _ => "",
        };

    /// <summary>Whether the source still grew when this was asked for, so that it acts on the rows so far.</summary>
    public bool IsSoFar { get; init; }

    public override string Title(Language language) => Texts.Of(language).Operation(Source, Operation, IsSoFar);
}

/// <summary>The rows of a kept result to write to a file.</summary>
internal sealed record SaveRequest(string Path, KeptResult Source) : QueryRequest("")
{
    public string FileName => System.IO.Path.GetFileName(Path);

    public override string Title(Language language) => Path;
}

/// <summary>How cells are copied.</summary>
internal enum CopyFormat
{
    Text,
    Tsv,
    Csv,
    Markdown,
    Json,
    Sql,

    /// <summary>A table as word processors and spreadsheets take it, through the clipboard of the desktop.</summary>
    Word,
}

/// <summary>A stretch of rows and columns to copy.</summary>
internal sealed record CopyChoice(long First, long Count, IReadOnlyList<int> Columns, CopyFormat Format);
