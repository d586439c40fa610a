namespace Analytics.Terminal.Layout;

/// <summary>Width and height in cells.</summary>
public readonly record struct CellSize(int Width, int Height);

/// <summary>A rectangle of cells; its sides are never negative after any operation here.</summary>
/// <param name="X">First column, counted from 0.</param>
/// <param name="Y">First row, counted from 0.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct CellRect(int X, int Y, int Width, int Height)
{
    /// <summary>The rectangle from (0, 0) of that size.</summary>
    public static CellRect Of(CellSize size) => new(0, 0, size.Width, size.Height);

    /// <summary>First column after the rectangle.</summary>
    public int Right => X + Width;

    /// <summary>First row after the rectangle.</summary>
    public int Bottom => Y + Height;

    /// <summary>Whether it has no cell.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>Whether the cell lies inside.</summary>
    public bool Contains(int x, int y) => x >= X && x < Right && y >= Y && y < Bottom;

    /// <summary>The part common to both; empty where they do not meet.</summary>
    public CellRect Intersect(CellRect other)
    {
        int x = Math.Max(X, other.X),
            y = Math.Max(Y, other.Y);
        return new(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }

    /// <summary>The rectangle without margins of that many columns at left and right and rows at top and bottom.</summary>
    public CellRect Inset(int columns, int rows) =>
        new(X + columns, Y + rows, Math.Max(0, Width - 2 * columns), Math.Max(0, Height - 2 * rows));

    /// <summary>A rectangle of at most that size in the middle.</summary>
    public CellRect Centered(int width, int height)
    {
        int w = Math.Clamp(width, 0, Width),
            h = Math.Clamp(height, 0, Height);
        return new(X + (Width - w) / 2, Y + (Height - h) / 2, w, h);
    }

    /// <summary>Cut into rows from top to bottom.</summary>
    public CellRect[] SplitRows(params ReadOnlySpan<Span> spans)
    {
        var lengths = Span.Share(Height, spans);
        var parts = new CellRect[lengths.Length];
        for (int i = 0, y = Y; i < parts.Length; y += lengths[i++])
            parts[i] = this with { Y = y, Height = lengths[i] };
        return parts;
    }

    /// <summary>Cut into columns from left to right.</summary>
    public CellRect[] SplitColumns(params ReadOnlySpan<Span> spans)
    {
        var lengths = Span.Share(Width, spans);
        var parts = new CellRect[lengths.Length];
        for (int i = 0, x = X; i < parts.Length; x += lengths[i++])
            parts[i] = this with { X = x, Width = lengths[i] };
        return parts;
    }
}
