using Analytics.Terminal.Graphics;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Cells;

/// <summary>
/// A fixed grid of cells to draw on, or a window onto part of one (<see cref="Region"/>): coordinates count from its own corner,
/// and whatever falls outside is clipped. A wide character is never split: where only half of it would fit, a blank stands.
/// </summary>
public sealed class CellCanvas
{
    private readonly Grid _grid;
    private readonly int _originX,
        _originY;

    /// <summary>A blank canvas.</summary>
    public CellCanvas(int width, int height, AmbiguousWidth ambiguous = AmbiguousWidth.One)
        : this(new Grid(Math.Max(0, width), Math.Max(0, height), ambiguous), new(0, 0, Math.Max(0, width), Math.Max(0, height))) => Clear();

    private CellCanvas(Grid grid, CellRect window)
    {
        _grid = grid;
        (_originX, _originY, Width, Height) = (window.X, window.Y, window.Width, window.Height);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The whole of it as a rectangle.</summary>
    public CellRect Bounds => new(0, 0, Width, Height);

    /// <summary>How wide characters of ambiguous width are on the terminal this is drawn for.</summary>
    public AmbiguousWidth Ambiguous => _grid.Ambiguous;

    /// <summary>Lines and marks that take exactly one cell on this terminal.</summary>
    public Ornaments Ornaments => Ornaments.For(_grid.Ambiguous);

    /// <summary>Where the terminal's cursor is to stand, in the coordinates of this canvas; null for a hidden cursor.</summary>
    public (int X, int Y)? Cursor
    {
        get => _grid.Cursor is { } at ? (at.X - _originX, at.Y - _originY) : null;
        set => _grid.Cursor = value is { } at && Bounds.Contains(at.X, at.Y) ? (at.X + _originX, at.Y + _originY) : null;
    }

    /// <summary>The picture that lies over cells of the screen, with where it lies there; null for none.</summary>
    public CanvasPicture? Picture => _grid.Picture;

    /// <summary>
    /// Lays a picture over cells, in place of one that lies there. What is drawn on them later takes it away again, and the cells below
    /// show:
    /// nothing ever stands in front of a picture.
    /// </summary>
    /// <param name="picture">As large as the area in pixels.</param>
    /// <param name="area">Inside this canvas. The last row of a screen is to stay free, where a picture would scroll it.</param>
    /// <param name="ground">The look of the blank cells below it.</param>
    public void Lay(SixelPicture picture, CellRect area, Style ground = default)
    {
        if (area.Intersect(Bounds) != area || area.IsEmpty)
            throw new ArgumentOutOfRangeException(nameof(area), $"a picture at {area} does not lie inside a canvas of {Width}×{Height}");
        _grid.Picture = new(picture, area with { X = area.X + _originX, Y = area.Y + _originY }, ground);
    }

    /// <summary>A cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cell lies outside.</exception>
    public Cell this[int x, int y] =>
        Bounds.Contains(x, y)
            ? _grid.Cells[(_originY + y) * _grid.Width + _originX + x]
            : throw new ArgumentOutOfRangeException(nameof(x), $"cell ({x}, {y}) lies outside a canvas of {Width}×{Height}");

    /// <summary>Puts a cell as it is; the caller puts both halves of a wide character.</summary>
    internal void Set(int x, int y, Cell cell) => _grid.Cells[(_originY + y) * _grid.Width + _originX + x] = cell;

    /// <summary>Cells a text takes on this terminal.</summary>
    public int Measure(string text) => CellText.Width(text, Ambiguous);

    /// <summary>A window onto the part of this canvas inside <paramref name="area"/>; drawing there draws here.</summary>
    public CellCanvas Region(CellRect area)
    {
        var inside = area.Intersect(Bounds);
        return new(_grid, inside with { X = inside.X + _originX, Y = inside.Y + _originY });
    }

    /// <summary>Blanks all cells.</summary>
    public void Clear(Style style = default) => Fill(Bounds, style);

    /// <summary>Makes the whole of it as it was at first, to draw another frame on it.</summary>
    internal void Reset()
    {
        Clear();
        (_grid.Cursor, _grid.Picture) = (null, null);
    }

    /// <summary>Blanks a rectangle.</summary>
    public void Fill(CellRect area, Style style)
    {
        var inside = area.Intersect(Bounds);
        for (var y = inside.Y; y < inside.Bottom; y++)
        {
            for (var x = inside.X; x < inside.Right; x++)
                Put(x, y, Cell.Blank(style));
        }
    }

    /// <summary>
    /// Changes the style of a rectangle and keeps its text. Both halves of a wide character always share the style of the first.
    /// </summary>
    public void Restyle(CellRect area, Func<Style, Style> change)
    {
        var inside = area.Intersect(Bounds);
        for (var y = inside.Y; y < inside.Bottom; y++)
        {
            for (var x = inside.X; x < inside.Right; x++)
                RestyleCell(x, y, change);
        }
    }

    /// <summary>
    /// Writes a line of text, clipped at the edges; returns the column after it, as if nothing had been clipped at the right.
    /// </summary>
    public int Write(int x, int y, string text, Style style = default) => Write(x, y, text, style, int.MaxValue);

    /// <summary>Writes at most <paramref name="maxCells"/> cells of a line of text; returns the column after it.</summary>
    public int Write(int x, int y, string text, Style style, int maxCells)
    {
        var printable = Printable.Of(text);
        var limit = (int)Math.Min(int.MaxValue, (long)x + Math.Max(0, maxCells));
        foreach (var cluster in CellText.Clusters(printable, Ambiguous))
        {
            if (x + cluster.Width > limit)
                break;
            if (cluster.Width > 0)
                PutCluster(x, y, printable.AsSpan(cluster.Start, cluster.Length), cluster, style);
            x += cluster.Width;
        }
        return x;
    }

    /// <summary>
    /// Writes text that ends with … where it does not fit into <paramref name="cells"/>; fills the rest of the field with blanks.
    /// </summary>
    public void WriteField(int x, int y, string text, int cells, Style style = default, TextAlignment alignment = TextAlignment.Left) =>
        Write(x, y, CellText.Fit(text, cells, alignment, Ambiguous), style);

    /// <summary>
    /// Writes a line of which some stretches have their own style, laid over <paramref name="style"/>. Later spans win. Clipped to
    /// <paramref name="maxCells"/>.
    /// </summary>
    public int WriteSpans(int x, int y, string text, Style style, IReadOnlyList<StyledSpan> spans, int maxCells = int.MaxValue)
    {
        var limit = (int)Math.Min(int.MaxValue, (long)x + Math.Max(0, maxCells));
        foreach (var cluster in CellText.Clusters(text, Ambiguous))
        {
            if (x >= limit)
                break;
            x = Write(x, y, Graphemes.Share(text.AsSpan(cluster.Start, cluster.Length)), StyleAt(cluster.Start, style, spans), limit - x);
        }
        return x;
    }

    private static Style StyleAt(int index, Style style, IReadOnlyList<StyledSpan> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Start <= index && index < spans[i].End)
                style = spans[i].Style.Over(style);
        }

        return style;
    }

    private void PutCluster(int x, int y, ReadOnlySpan<char> text, TextCluster cluster, Style style)
    {
        if (cluster.Width == 1)
        {
            Put(x, y, new(Graphemes.Share(text), 1, cluster.IsDisputed, style));
        }
        else if (x < 0 || x + 1 >= Width)
        {
            Put(x, y, Cell.Blank(style));
            Put(x + 1, y, Cell.Blank(style));
        }
        else
        {
            Put(x, y, new(Graphemes.Share(text), 2, cluster.IsDisputed, style));
            Put(x + 1, y, Cell.Continuation(style));
        }
    }

    private void Put(int x, int y, Cell cell)
    {
        if (!Bounds.Contains(x, y))
            return;
        _grid.Uncover(_originX + x, _originY + y);
        _grid.Put((_originY + y) * _grid.Width, _originX + x, cell);
    }

    private void RestyleCell(int x, int y, Func<Style, Style> change)
    {
        ref var cell = ref _grid.Cells[(_originY + y) * _grid.Width + _originX + x];
        _grid.Uncover(_originX + x, _originY + y);
        if (cell.IsContinuation)
            return;
        cell = cell with { Style = change(cell.Style) };
        if (cell.Width == 2)
            _grid.Cells[(_originY + y) * _grid.Width + _originX + x + 1] = Cell.Continuation(cell.Style);
    }

    /// <summary>The cells and the cursor, shared by a canvas and all windows onto it.</summary>
    private sealed class Grid(int width, int height, AmbiguousWidth ambiguous)
    {
        public readonly Cell[] Cells = new Cell[width * height];
        public readonly int Width = width;
        public readonly AmbiguousWidth Ambiguous = ambiguous;
        public (int X, int Y)? Cursor;
        public CanvasPicture? Picture;

        public void Uncover(int x, int y)
        {
            if (Picture is { } picture && picture.Area.Contains(x, y))
                Picture = null;
        }

        // Overwriting one half of a wide character leaves a blank in place of the other half.
        public void Put(int row, int x, Cell cell)
        {
            ref var old = ref Cells[row + x];
            if (old.IsContinuation && !cell.IsContinuation && x > 0 && Cells[row + x - 1].Width == 2)
                Cells[row + x - 1] = Cell.Blank(Cells[row + x - 1].Style);
            if (old.Width == 2)
                Cells[row + x + 1] = Cell.Blank(old.Style);
            old = cell;
        }
    }
}

/// <summary>A picture over cells of a screen.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Area">The cells, counted from the corner of the screen.</param>
/// <param name="Ground">The look of the blank cells below it.</param>
public readonly record struct CanvasPicture(SixelPicture Picture, CellRect Area, Style Ground);
