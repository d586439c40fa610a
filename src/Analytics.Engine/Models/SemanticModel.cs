namespace Analytics.Engine.Models;

/// <summary>What the rows of a source mean: what they can be filtered and grouped by, and what can be computed of them.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Path">The file.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Source">Where the rows come from.</param>
/// <param name="Dimensions">In the order of the file.</param>
/// <param name="Measures">In the order of the file.</param>
/// <param name="States">Of a cell without rows; the first that holds.</param>
/// <param name="Compare">Rules of comparison, by the names that measures use.</param>
public sealed record SemanticModel(
    string Name,
    string Path,
    Localized Label,
    ModelSource Source,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<CellState> States,
    IReadOnlyList<CompareRule> Compare
)
{
    /// <summary>All that can be filtered or grouped by, by name.</summary>
    public IReadOnlyList<Field> Fields => [.. Dimensions.SelectMany(d => d.Fields)];

    /// <summary>
    /// The field of a name: <c>place.county</c>, <c>modality</c>, or a level alone (<c>county</c>) where no other has it; null where there
    /// is none.
    /// </summary>
    public Field? FieldOf(string name) =>
        Fields.FirstOrDefault(f => f.Name == name) ?? (Fields.Where(f => f.Level == name).Take(2).ToArray() is [var only] ? only : null);

    public Measure? MeasureOf(string name) => Measures.FirstOrDefault(m => m.Name == name);
}

/// <summary>Where a model's rows come from.</summary>
/// <param name="Relation">What stands after FROM: a table, or a call of the engine's reader.</param>
/// <param name="File">The user's file, absolute; null for a table.</param>
/// <param name="Where">Which of its rows; null: all.</param>
/// <param name="Evidence">The column of the observation that a row is; null where rows are none.</param>
/// <param name="Place">Of the source in the file.</param>
public sealed record ModelSource(string Relation, string? File, string? Where, string? Evidence, SpecPlace Place);

/// <summary>What can be computed of a source's rows.</summary>
/// <param name="Name">As pages call it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Sql">An aggregate over the source, or a column of single rows.</param>
/// <param name="Place">Of the expression in the file.</param>
public sealed record Measure(string Name, Localized Label, string Sql, SpecPlace Place)
{
    /// <summary>Unit of its values; null: none, or that of <see cref="UnitColumn"/>.</summary>
    public string? Unit { get; init; }

    /// <summary>The column that has each row's unit.</summary>
    public string? UnitColumn { get; init; }

    /// <summary>Digits after the point; null: as they come.</summary>
    public int? Decimals { get; init; }

    /// <summary>The columns of the bounds of a single row's value; null where it has none.</summary>
    public (string Low, string High)? Bounds { get; init; }

    /// <summary>The columns of the value as printed, in Chinese and English; null: the value.</summary>
    public Localized? Printed { get; init; }

    /// <summary>Whether it is a value of single rows, never aggregated.</summary>
    public bool IsOfRows { get; init; }

    /// <summary>Whether parts add up to the whole.</summary>
    public Additivity Additivity { get; init; }

    /// <summary>The rule of comparison between rows; null: any two compare.</summary>
    public string? Compare { get; init; }
}

/// <summary>Whether values of parts add up to that of the whole.</summary>
public enum Additivity
{
    /// <summary>Computed anew at each grain.</summary>
    None,

    /// <summary>By the kind of the aggregate.</summary>
    All,

    /// <summary>The model says so although the aggregate does not show it; visuals print that.</summary>
    Claimed,
}

/// <summary>What a cell without rows is.</summary>
/// <param name="Name"><c>no_source</c>, <c>rules_only</c>, <c>not_seen</c> …</param>
/// <param name="NeedsNoArticle">Whether it holds where no article tells of the place.</param>
/// <param name="CountSql">It holds where there are rows of this condition, whatever is chosen of the dimension that the condition names;
/// null: always.</param>
/// <param name="Mark">What stands in the cell.</param>
/// <param name="Meaning">What the mark means.</param>
/// <param name="Place">In the file.</param>
public sealed record CellState(string Name, bool NeedsNoArticle, string? CountSql, Localized Mark, Localized Meaning, SpecPlace Place);

/// <summary>When two rows compare.</summary>
/// <param name="Name">As measures call it.</param>
/// <param name="Pairs">The view that has pairs and their reasons.</param>
/// <param name="Reserve">Reasons that let two figures stand side by side.</param>
/// <param name="Say">Reasons that are said and decide nothing.</param>
/// <param name="Place">In the file.</param>
public sealed record CompareRule(string Name, string Pairs, IReadOnlyList<string> Reserve, IReadOnlyList<string> Say, SpecPlace Place);
