namespace Analytics.Engine.Files;

/// <summary>What a cell of a table in a file holds.</summary>
internal enum CellKind
{
    Blank,
    Text,
    Number,

    /// <summary>A number that is shown as a percentage: 0.8578 stands for 85.78 %.</summary>
    Percent,

    /// <summary>A day, with or without a time.</summary>
    Date,

    /// <summary>A time of day alone.</summary>
    Time,
    Flag,

    /// <summary>What a formula could not work out; the text is its code, for example <c>#DIV/0!</c>.</summary>
    Error,

    /// <summary>A formula whose value the file does not hold.</summary>
    Uncalculated,
}

/// <summary>A cell of a table in a file.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Numbers in their shortest form that is read back as the same, days as ISO 8601, texts as they are.</param>
internal readonly record struct GridCell(CellKind Kind, string Text)
{
    public static readonly GridCell Blank = new(CellKind.Blank, "");

    /// <summary>Whether a reader sees nothing in it.</summary>
    public bool IsBlank => Kind is CellKind.Blank or CellKind.Uncalculated || (Kind == CellKind.Text && string.IsNullOrWhiteSpace(Text));

    public static GridCell OfText(string text) => text.Length == 0 ? Blank : new(CellKind.Text, text);
}

/// <summary>A row of a table in a file.</summary>
/// <param name="Line">1-based line of a text, or row of a sheet.</param>
/// <param name="Cells">From the first column on; those behind the last that is filled may be missing.</param>
internal sealed record GridRow(long Line, IReadOnlyList<GridCell> Cells)
{
    public GridCell this[int column] => column < Cells.Count ? Cells[column] : GridCell.Blank;

    public int Filled => Cells.Count(c => !c.IsBlank);
}

/// <summary>Cells that are one: the first holds what all show. Rows and columns are 1-based.</summary>
internal readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public static readonly CellRange All = new(1, 1, int.MaxValue, int.MaxValue);

    /// <summary>As <c>A3:D20</c> or <c>B2</c>; null where it is none.</summary>
    public static CellRange? Parse(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        var first = Corner(colon < 0 ? text : text[..colon]);
        var last = colon < 0 ? first : Corner(text[(colon + 1)..]);
        return first is { } f && last is { } l && f.Row <= l.Row && f.Column <= l.Column ? new(f.Row, f.Column, l.Row, l.Column) : null;
    }

    /// <summary>The name of a cell, as <c>D20</c>.</summary>
    public static string Address(long row, int column) => Letters(column) + row;

    /// <summary>1-based numbers as letters: 1 is A, 27 is AA.</summary>
    public static string Letters(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters((column - 1) % 26 + 1);

    private static (int Row, int Column)? Corner(ReadOnlySpan<char> text)
    {
        text = text.Trim().Trim('$');
        var (at, column) = (0, 0);
        for (; at < text.Length && char.IsAsciiLetter(text[at]) && at < 3; at++)
            column = 26 * column + char.ToUpperInvariant(text[at]) - 'A' + 1;
        return column > 0 && int.TryParse(text[at..].Trim('$'), out var row) && row > 0 ? (row, column) : null;
    }
}
