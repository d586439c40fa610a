using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Tui.Catalogue;

/// <summary>Where a table comes from.</summary>
internal enum TableOrigin
{
    /// <summary>The product's own.</summary>
    Product,

    /// <summary>A file that was opened.</summary>
    File,

    /// <summary>Made by SQL of this session, or attached by it.</summary>
    Made,
}

/// <summary>A table or view that SQL can name.</summary>
/// <param name="Name">The name as SQL needs it, quoted and qualified where necessary.</param>
/// <param name="IsView">Whether it is computed anew whenever it is read.</param>
/// <param name="Origin">Who brought it: the product, a file, or SQL.</param>
/// <param name="Rows">Rows it has; null where counting would take long.</param>
/// <param name="Columns">In the order in which <c>SELECT *</c> gives them.</param>
internal sealed record TableEntry(string Name, bool IsView, TableOrigin Origin, long? Rows, IReadOnlyList<ColumnEntry> Columns)
{
    /// <summary>What it is, if that is known.</summary>
    public Localized? Description { get; init; }

    /// <summary>The opened file that it is, or is in; null for others.</summary>
    public OpenedFile? File { get; init; }

    /// <summary>The name that no other table may take; null for those of other databases.</summary>
    public string? OwnName { get; init; }
}

/// <summary>A column, its type in SQL, and what it is, if that is known.</summary>
internal sealed record ColumnEntry(string Name, string Type, Localized? Description = null);

/// <summary>A column and the table or kept result that it is of, by the names that SQL needs.</summary>
internal sealed record ColumnOf(string Table, ColumnEntry Column);

/// <summary>What the library holds, counted from its tables.</summary>
/// <param name="Figures">Observations.</param>
/// <param name="Counties">Counties, with or without an article.</param>
/// <param name="Articles">Articles in all sources.</param>
/// <param name="Sources">Source files.</param>
/// <param name="NoSourceZh">Counties without any article, in Chinese, joined.</param>
/// <param name="NoSourceEn">The same in English.</param>
internal sealed record LibraryFacts(long Figures, long Counties, long Articles, long Sources, string NoSourceZh, string NoSourceEn);

/// <summary>The first rows of a table.</summary>
/// <param name="Columns">Of each row, in order.</param>
/// <param name="Rows">Texts; null for NULL.</param>
/// <param name="Fault">Why there are none; null if they could be read.</param>
internal sealed record FirstRows(IReadOnlyList<InspectedColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, Localized? Fault);

/// <summary>A kept result as the catalogue lists it.</summary>
/// <param name="Name">What SQL calls it.</param>
/// <param name="Label">The name to show.</param>
/// <param name="Title">What made it.</param>
/// <param name="Progress">How many rows it has, and whether more come.</param>
/// <param name="Columns">Under the names that SQL knows.</param>
internal sealed record KeptTable(string Name, string Label, Localized Title, KeptProgress Progress, IReadOnlyList<ColumnEntry> Columns);
