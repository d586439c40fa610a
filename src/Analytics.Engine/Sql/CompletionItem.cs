namespace Analytics.Engine.Sql;

/// <summary>What is offered.</summary>
public enum CompletionKind
{
    Keyword,
    Type,
    Setting,
    Function,
    TableFunction,

    /// <summary>A named argument of a table function.</summary>
    Argument,
    Table,
    View,

    /// <summary>A table of a file that the user opened.</summary>
    OpenedFile,

    /// <summary>A result that the session keeps under a name.</summary>
    KeptResult,

    /// <summary>A table that the statement itself defines (WITH).</summary>
    CommonTable,
    Schema,

    /// <summary>The name of a table within the statement.</summary>
    Alias,
    Column,
    County,
    Place,
    Indicator,

    /// <summary>Any other value of a column.</summary>
    Value,

    /// <summary>A canned query; what is inserted is its SQL.</summary>
    CannedQuery,
}

/// <summary>How much the data hold on what is offered.</summary>
/// <param name="Figures">Rows of <c>figures</c> with the value.</param>
/// <param name="Counties">Counties that these belong to.</param>
public readonly record struct Coverage(long Figures, long Counties);

/// <summary>One offer of the completion.</summary>
/// <param name="Kind">What it stands for, which its sign in the list shows.</param>
/// <param name="Label">What the list shows.</param>
/// <param name="InsertText">What takes the place of <paramref name="Replace"/>, quoted as SQL needs it.</param>
/// <param name="Replace">In UTF-16 units of the whole text.</param>
public sealed record CompletionItem(CompletionKind Kind, string Label, string InsertText, Range Replace)
{
    /// <summary>Type, signature or other name, short.</summary>
    public string? Detail { get; init; }
    public Localized? Description { get; init; }

    /// <summary>Unit of the values, as in <c>unit.unit</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Where it comes from: a table, a file.</summary>
    public string? Source { get; init; }
    public Coverage? Coverage { get; init; }
}
