namespace Analytics.Charts;

/// <summary>
/// A table of categories across and series down with the figures printed. One scale shades all cells; where they do not compare there is
/// none. A missing figure shows the sign of its state, never a shade.
/// </summary>
internal sealed class HeatmapLayout
{
    private const int MostHeadLines = 4,
        MostCellLines = 3;

    private readonly BodyRoom _room;
    private readonly ChartSpec _spec;
    private readonly Sizes _sizes;
    private readonly Palette _palette;
    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<string> _rows;
    private readonly Dictionary<(string, string), ChartMark> _cells;
    private readonly double _labelWidth;
    private readonly Dictionary<string, string> _columnSources;
    private readonly Dictionary<string, string> _rowSources;
    private readonly List<ChartAnnotation> _strays = [];

    /// <summary>The values of the palest and of the fullest shade.</summary>
    private readonly double _low,
        _high;

    private HeatmapLayout(BodyRoom room)
    {
        (_room, _spec, _sizes, _palette) = (room, room.Spec, room.Sizes, Palette.For(room.Spec.Style));
        _columns = [.. room.Peers.Select(m => m.Category).Distinct()];
        _rows = [.. room.Marks.Select(m => m.Series).Distinct()];
        _cells = room.Marks.ToDictionary(m => (m.Series, m.Category));
        var figures = room.Peers.Where(m => m.Presence == MarkPresence.Figure).Select(m => m.Anchor!.Value).DefaultIfEmpty(0).ToList();
        (_low, _high) = (Math.Min(0, figures.Min()), figures.Max());
        _columnSources = SourcesBy(m => m.Category);
        _rowSources = _columnSources.Count > 0 ? [] : SourcesBy(m => m.Series);
        _labelWidth = Math.Min(
            room.Width * 0.28,
            room.Peers.Select(m => m.Series)
                .Distinct()
                .Max(s => ChartFonts.Width(_rowSources.TryGetValue(s, out var sources) ? $"{s} {sources}" : s, _sizes.Row)) + 0.01
        );
    }

    /// <summary>The body, or null when it does not fit at these sizes.</summary>
    public static Body? Fit(BodyRoom room)
    {
        // Cells narrower or lower than a short number need not be measured.
        var columns = room.Marks.Select(m => m.Category).Distinct().Count();
        var rows = room.Marks.Select(m => m.Series).Distinct().Count();
        if (columns * room.Sizes.Small * 1.2 > room.Width || rows * room.Sizes.Row * 1.1 > room.Height)
            return null;
        return new HeatmapLayout(room).Arrange();
    }

    /// <summary>The numbers of the sources by column, or by row, where each source belongs to one alone; empty where they mix.</summary>
    private Dictionary<string, string> SourcesBy(Func<ChartMark, string> key)
    {
        var pairs = _room.Peers.SelectMany(m => m.Sources.Select(s => (Key: key(m), Source: s))).Distinct().ToList();
        return pairs.Count == 0 || pairs.Select(p => p.Source).Distinct().Count() < pairs.Count
            ? []
            : pairs.GroupBy(p => p.Key).ToDictionary(g => g.Key, g => ValueLabel.SourceNumbers([.. g.Select(p => p.Source)]));
    }

    /// <summary>Whether some pair of a row and a column has no mark at all.</summary>
    public static bool HasGaps(ChartSpec spec) =>
        spec
            .Marks.GroupBy(m => m.Panel)
            .Any(g => g.Count() < g.Select(m => m.Series).Distinct().Count() * spec.Marks.Select(m => m.Category).Distinct().Count());

    private double Left => _labelWidth + _sizes.Row * 0.6;
    private double CellWidth => Math.Min((_room.Width - Left) / _columns.Count, _sizes.Base * 14);
    private double Gap => Math.Max(1, _sizes.Stroke);
    private double TextRoom => CellWidth - _sizes.Small * 0.5;
    private double NoteSize => Math.Max(Sizes.Legible, _sizes.Small * 0.85);

    private Body? Arrange()
    {
        if (Heads() is not { } heads)
            return null;
        var head = heads.Height + _sizes.Small * 0.5;
        var labels = _rows
            .Select(r =>
                LineBreaker.Break(_rowSources.TryGetValue(r, out var sources) ? $"{r} {sources}" : r, _sizes.Row, bold: false, _labelWidth)
            )
            .ToList();
        var texts = _cells.Values.Where(m => m.Presence == MarkPresence.Figure).ToDictionary(m => m, CellText);
        if (texts.Values.Any(t => t is null))
            return null;
        var least = labels.Max(l => TextMetrics.Height(l.Count, _sizes.Row));
        if (texts.Count > 0)
            least = Math.Max(least, texts.Values.Max(t => t!.Height));
        least += _sizes.Row * 0.35;
        var height = Math.Min((_room.Height - head) / _rows.Count, Math.Max(_sizes.Row * 4.5, CellWidth * 0.5));
        if (height < least)
            return null;
        var (marks, items) = (new List<PlotMark> { Shades() }, new List<SceneItem>(heads.At(0, 0)));
        var map = new PlotMap(
            new AxisScale(0, _columns.Count, Left, Left + _columns.Count * CellWidth),
            new AxisScale(0, _rows.Count, head, head + _rows.Count * height)
        );
        foreach (var (i, row) in _rows.Index())
        {
            items.AddRange(RowLabel(labels[i], head + i * height, height));
            foreach (var (j, column) in _columns.Index())
            {
                var (mark, cell) = (MarkOf(row, column), new Cell(j, i, Box(map, j, i)));
                marks.AddRange(Frame(mark, cell));
                items.AddRange(mark.Presence == MarkPresence.Figure ? Figure(mark, cell.Box, texts[mark]!) : Numbers(mark, cell.Box));
            }
        }
        var plot = new PlotItem
        {
            Area = new Box(Left, head, _columns.Count * CellWidth, _rows.Count * height),
            Map = map,
            Marks = marks,
        };
        return new Body(new Block(head + _rows.Count * height, [plot, .. items])) { Strays = new Strays(_strays, []) };
    }

    /// <summary>A cell by its place in the table, and what it covers.</summary>
    private sealed record Cell(int Column, int Row, Box Box);

    private Box Box(PlotMap map, int column, int row)
    {
        var (from, to) = (map.At(new PlotSpot(column, row)), map.At(new PlotSpot(column + 1, row + 1)));
        return new Box(from.X, from.Y, to.X - from.X, to.Y - from.Y).Grown(-Gap / 2);
    }

    /// <summary>A pair that the result does not have is not in these sources either.</summary>
    private ChartMark MarkOf(string row, string column) => _cells.GetValueOrDefault((row, column)) ?? _spec.Absent(column);

    /// <summary>
    /// The names of the columns with the sources of their figures: level where no word is torn for it, else upright; null where neither
    /// fits.
    /// </summary>
    private Block? Heads()
    {
        var room = CellWidth - _sizes.Small * 0.35;
        var level = _columns.Select(c => Level(c, room)).ToList();
        if (level.All(l => l is { Count: <= MostHeadLines }))
            return Levelled([.. level.Select(l => l!)]);
        var upright = _columns.Select(c => _columnSources.TryGetValue(c, out var sources) ? $"{c} {sources}" : c).ToList();
        var height = upright.Max(t => ChartFonts.Width(t, _sizes.Small));
        return CellWidth < _sizes.Small * 1.1 || height > _room.Height * 0.4 ? null : new Block(height, [.. upright.Select(Upright)]);

        TextItem Upright(string text, int column) =>
            new(text, new Spot(Left + (column + 0.5) * CellWidth + _sizes.Small * 0.36, height), _sizes.Small, _palette.Soft)
            {
                Upright = true,
            };
    }

    /// <summary>A column's name, and under it its sources; null where a word or the list of sources would be torn.</summary>
    private IReadOnlyList<string>? Level(string column, double room)
    {
        var name = LineBreaker.Break(column, _sizes.Small, bold: false, room);
        if (LineBreaker.SplitsWord(name, column) || column.Length > 1 && name.Any(l => l.Length == 1))
            return null;
        if (!_columnSources.TryGetValue(column, out var sources))
            return name;
        return ChartFonts.Width(sources, _sizes.Small) <= room ? [.. name, sources] : null;
    }

    private Block Levelled(IReadOnlyList<IReadOnlyList<string>> heads)
    {
        var height = heads.Max(h => TextMetrics.Height(h.Count, _sizes.Small));
        var items = new List<SceneItem>();
        foreach (var (i, lines) in heads.Index())
        {
            var stack = new TextStack(height - TextMetrics.Height(lines.Count, _sizes.Small));
            stack.Add(lines, _sizes.Small, _palette.Soft, x: Left + (i + 0.5) * CellWidth, anchor: TextAnchor.Middle);
            items.AddRange(stack.Items);
        }
        return new Block(height, items);
    }

    private IReadOnlyList<SceneItem> RowLabel(IReadOnlyList<string> lines, double top, double height)
    {
        var stack = new TextStack(top + (height - TextMetrics.Height(lines.Count, _sizes.Row)) / 2);
        stack.Add(lines, _sizes.Row, _palette.Ink, x: _labelWidth, anchor: TextAnchor.End);
        return stack.Items;
    }

    /// <summary>The shades of all cells with a firm figure.</summary>
    private CellsMark Shades()
    {
        var shares = new double[_rows.Count, _columns.Count];
        foreach (var (i, row) in _rows.Index())
        {
            foreach (var (j, column) in _columns.Index())
            {
                var mark = MarkOf(row, column);
                shares[i, j] = IsShaded(mark) ? Share(mark) : double.NaN;
            }
        }
        return new CellsMark(shares, _palette.Data, _palette.Ground, Gap);
    }

    /// <summary>How much of the ground a shade has: nearly all for the least, none for the greatest of all cells.</summary>
    private double Share(ChartMark mark) => _high <= _low ? 0.8 : 0.92 * (1 - (mark.Anchor!.Value - _low) / (_high - _low));

    private bool IsShaded(ChartMark mark) => _spec.IsShaded && mark is { Presence: MarkPresence.Figure, Status: MarkStatus.Normal };

    /// <summary>The frame of a cell without a shade, and the sign in one without a figure.</summary>
    private IEnumerable<PlotMark> Frame(ChartMark mark, Cell cell)
    {
        if (IsShaded(mark))
            yield break;
        var corner = new PlotSpot(cell.Column, cell.Row, Gap / 2, Gap / 2);
        var opposite = new PlotSpot(cell.Column + 1, cell.Row + 1, -Gap / 2, -Gap / 2);
        var (isMissing, isDoubtful) = (mark.Presence != MarkPresence.Figure, mark.Status != MarkStatus.Normal);
        yield return new AreaMark(corner, opposite, _palette.Ground)
        {
            Outline = isDoubtful ? _sizes.Stroke * 1.5 : Math.Max(1, _sizes.Stroke * 0.6),
            OutlineColor = isDoubtful ? _palette.Axis : _palette.Grid,
            Dashed = isDoubtful,
        };
        if (!isMissing)
            yield break;
        var (size, number) = (SignSize(cell.Box), Number(mark, cell.Box));
        var middle = new PlotSpot(cell.Column + 0.5, cell.Row + 0.5);
        yield return new MissingMark(middle with { Right = -SignLeft(number, size) }, mark.Presence, size, _palette);
    }

    private double SignSize(Box box) => Math.Min(_sizes.Row, Math.Min(box.Width, box.Height) * 0.9);

    /// <summary>From the middle of a cell to the left edge of its sign, which has a number beside it or not.</summary>
    private static double SignLeft(TextItem? number, double size) => number is null ? size * 0.26 : size * 0.4 + number.Width / 2;

    /// <summary>The numbers of remarks beside the sign of a missing figure; null where there are none, or no room for them.</summary>
    private TextItem? Number(ChartMark mark, Box box)
    {
        var size = SignSize(box);
        var number = new TextItem(
            Numbered(mark, ""),
            new Spot(box.X + box.Width / 2, box.Y + box.Height / 2 + NoteSize * 0.36),
            NoteSize,
            _palette.Ink
        );
        var fits = number.Width > 0 && number.Width + size * 0.8 <= box.Width && number.Box.Height <= box.Height;
        return fits ? (TextItem)number.Moved(size * 0.8 - SignLeft(number, size), 0) : null;
    }

    private IEnumerable<SceneItem> Figure(ChartMark mark, Box box, CellLines text)
    {
        var color = IsShaded(mark) ? ColorContrast.Readable(ColorContrast.Mix(_palette.Data, _palette.Ground, Share(mark))) : _palette.Ink;
        var notes = Notes(mark, box.Height - text.Height);
        var below = notes.Count == 0 ? 0 : NoteGap + TextMetrics.Height(notes.Count, NoteSize);
        var top = box.Y + (box.Height - text.Height - below) / 2;
        var (x, value) = (box.X + box.Width / 2, new TextStack(top));
        value.Add(text.Value, text.Size, color, x: x, anchor: TextAnchor.Middle, bold: true);
        value.Add(text.Doubt, text.DoubtSize, _palette.Doubt, x: x, anchor: TextAnchor.Middle);
        value.Skip(NoteGap);
        value.Add(notes, NoteSize, color, x: x, anchor: TextAnchor.Middle);
        foreach (var item in value.Items)
            yield return item;
    }

    /// <summary>The remarks on a cell, under its figure; what has no room there strays.</summary>
    private List<string> Notes(ChartMark mark, double height)
    {
        var lines = new List<string>();
        foreach (var note in Annotations(mark).Where(a => a.Place == NotePlace.Beside))
        {
            var more = LineBreaker.Break(note.Text, NoteSize, bold: false, TextRoom);
            // A column of single characters is no text.
            if (TextRoom >= NoteSize * 4 && NoteGap + TextMetrics.Height(lines.Count + more.Count, NoteSize) + NoteSize * 0.6 <= height)
                lines.AddRange(more);
            else
                _strays.Add(note);
        }
        return lines;
    }

    /// <summary>The figure, and the numbers of remarks that stand in the footer.</summary>
    private string Numbered(ChartMark mark, string reading) => reading + string.Concat(Annotations(mark).Select(a => a.Sign));

    private IEnumerable<ChartAnnotation> Annotations(ChartMark mark) =>
        _spec.Annotations.Where(a => ReferenceEquals(_spec.Marks.FirstOrDefault(a.IsOf), mark));

    private double NoteGap => NoteSize * 0.35;

    /// <summary>The numbers of remarks on a missing figure; what has no room strays.</summary>
    private IEnumerable<SceneItem> Numbers(ChartMark mark, Box box)
    {
        _strays.AddRange(Annotations(mark).Where(a => a.Place == NotePlace.Beside));
        if (Number(mark, box) is { } number)
            return [number];
        _strays.AddRange(Annotations(mark).Where(a => a.Place == NotePlace.Numbered));
        return [];
    }

    private sealed record CellLines(IReadOnlyList<string> Value, double Size, IReadOnlyList<string> Doubt, double DoubtSize)
    {
        public double Height => TextMetrics.Height(Value.Count, Size) + TextMetrics.Height(Doubt.Count, DoubtSize);
    }

    /// <summary>The figure as large as the cell allows, over few lines at the least size; null when even that is too wide.</summary>
    private CellLines? CellText(ChartMark mark)
    {
        var (reading, room) = (Numbered(mark, ChartDescription.Reading(mark, _spec)), TextRoom);
        var size = Math.Min(_sizes.Row * 0.9, room / Math.Max(0.1, ChartFonts.Width(reading, 1, bold: true)));
        IReadOnlyList<string> lines = [reading];
        if (size < Sizes.Legible * 0.9)
        {
            size = Sizes.Legible * 0.9;
            lines = LineBreaker.Break(reading, size, bold: true, room);
            if (lines.Count > MostCellLines)
                return null;
        }
        return new CellLines(
            lines,
            size,
            LineBreaker.Break(ChartDescription.Doubt(mark, _spec.Language), NoteSize, bold: false, room),
            NoteSize
        );
    }
}
