namespace Analytics.Charts;

/// <summary>A page as pure data, for a picture: blocks of words, tables and plots, beside and below each other.</summary>
public sealed record Sheet
{
    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>Under the headline, such as what the page is narrowed to; each begins a line.</summary>
    public IReadOnlyList<string> Subtitles { get; init; } = [];

    /// <summary>From top to bottom.</summary>
    public required IReadOnlyList<SheetRow> Rows { get; init; }

    /// <summary>Whose the figures are; each begins a line.</summary>
    public IReadOnlyList<string> Footer { get; init; } = [];

    /// <summary>Language of the texts.</summary>
    public Language Language { get; init; }

    /// <summary>Width in CSS pixels; the height is what the blocks take.</summary>
    public int Width { get; init; } = 1600;

    /// <summary>What stays blank around the blocks, in CSS pixels.</summary>
    public double Margin { get; init; } = 48;
}

/// <summary>Blocks beside each other, each as wide as its weight says.</summary>
public sealed record SheetRow(IReadOnlyList<(SheetBlock Block, double Weight)> Blocks);

/// <summary>One part of a page: words, then a plot or a table, then remarks.</summary>
/// <param name="Title">Its heading.</param>
public sealed record SheetBlock(string Title)
{
    public IReadOnlyList<SheetText> Texts { get; init; } = [];

    public SheetTable? Table { get; init; }

    public SheetPlot? Plot { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <param name="Text">Broken into lines as wide as the block.</param>
/// <param name="Weight">How it is set.</param>
public sealed record SheetText(string Text, SheetWeight Weight = SheetWeight.Plain);

/// <summary>How words are set.</summary>
public enum SheetWeight
{
    Plain,

    /// <summary>As a question that the next text answers.</summary>
    Strong,

    /// <summary>As the one figure of a card.</summary>
    Large,

    /// <summary>As what explains it.</summary>
    Soft,
}

/// <summary>Rows with columns; every text is broken rather than cut off.</summary>
/// <param name="Head">Headings.</param>
/// <param name="Rows">As many cells as there are headings.</param>
/// <param name="Numbers">Which columns are set to the right.</param>
public sealed record SheetTable(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<bool> Numbers)
{
    /// <summary>How dark each cell is, 0 to 1, on one scale; empty for no shades, null for a cell without.</summary>
    public IReadOnlyList<IReadOnlyList<double?>> Shades { get; init; } = [];

    /// <summary>What is drawn at the right of each row; empty for nothing, null for a row without.</summary>
    public IReadOnlyList<SheetSpan?> Spans { get; init; } = [];
}

/// <summary>A part of one common scale, each end from 0 to 1.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Point">The value itself, drawn as a point with the span as its interval; null for a bar.</param>
public sealed record SheetSpan(double From, double To, double? Point = null);

/// <summary>Lines over categories in their order, on one axis that has zero.</summary>
/// <param name="Categories">From left to right.</param>
/// <param name="Series">Names, and a value for each category; a line breaks where there is none.</param>
/// <param name="Unit">Of all values; may be empty.</param>
public sealed record SheetPlot(
    IReadOnlyList<string> Categories,
    IReadOnlyList<(string Name, IReadOnlyList<double?> Values)> Series,
    string Unit
);
