using Analytics.Charts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Charts;

/// <summary>Where marks stand in a picture; several marks of a crowd share a place.</summary>
/// <param name="Line">Line of the picture.</param>
/// <param name="X">First cell.</param>
/// <param name="Cells">How many cells.</param>
/// <param name="Mark">Index of the (first) mark in the spec, which is the row of the result.</param>
/// <param name="Count">How many marks stand here.</param>
internal readonly record struct MarkPlace(int Line, int X, int Cells, int Mark, int Count = 1)
{
    /// <summary>All marks that stand here, where they are several.</summary>
    public ArraySegment<int> Members { get; init; } = ArraySegment<int>.Empty;

    /// <summary>Cells from the first on that belong to it for the mouse: where its name stands out, its bar does too.</summary>
    public int Reach { get; init; } = Cells;

    /// <summary>Which of the members a mark is, from 1; 0 if it is none.</summary>
    public int NumberOf(int mark) => Members.AsSpan().IndexOf(mark) + 1;

    /// <summary>Parts marks by the place they stand in.</summary>
    /// <param name="placeOf">For each mark (or its position in a list) the place, or -1.</param>
    /// <param name="places">How many places there are.</param>
    /// <param name="markOf">The mark at a position.</param>
    public static ArraySegment<int>[] Gather(int[] placeOf, int places, Func<int, int> markOf)
    {
        var ends = new int[places + 1];
        foreach (var place in placeOf)
        {
            if (place >= 0)
                ends[place + 1]++;
        }

        for (var i = 0; i < places; i++)
            ends[i + 1] += ends[i];
        var (members, at) = (new int[ends[places]], ends[..places]);
        for (var i = 0; i < placeOf.Length; i++)
        {
            if (placeOf[i] >= 0)
                members[at[placeOf[i]]++] = markOf(i);
        }

        return [.. Enumerable.Range(0, places).Select(p => new ArraySegment<int>(members, ends[p], ends[p + 1] - ends[p]))];
    }
}

/// <summary>A chart as lines to scroll through, and where its marks stand in them.</summary>
internal sealed record ChartPicture(IReadOnlyList<StyledLine> Lines, IReadOnlyList<MarkPlace> Places)
{
    /// <summary>The place of a mark; null where it has none.</summary>
    public MarkPlace? PlaceOf(int mark)
    {
        foreach (var place in Places)
        {
            if (place.Mark == mark || place.NumberOf(mark) > 0)
                return place;
        }

        return null;
    }

    /// <summary>The nearest place in a direction; null when there is none.</summary>
    public MarkPlace? Next(MarkPlace from, int right, int down)
    {
        MarkPlace? best = null;
        var least = int.MaxValue;
        foreach (var place in Places)
        {
            var (x, y) = (place.X - from.X, place.Line - from.Line);
            var (along, aside) = right != 0 ? (x * right, Math.Abs(y) * 2) : (y * down * 2, Math.Abs(x));
            if (along <= 0 || along + aside * 3 >= least)
                continue;
            (best, least) = (place, along + aside * 3);
        }
        return best;
    }
}

/// <summary>What a part of a chart is drawn from.</summary>
/// <param name="Spec">The chart, checked.</param>
/// <param name="Width">Cells across.</param>
/// <param name="Height">Lines that are in view at once; plots fit into them.</param>
/// <param name="Texts">Sentences in the console's language.</param>
/// <param name="Ambiguous">How wide the terminal shows characters of ambiguous width, which decides the signs.</param>
internal sealed record ChartDrawing(ChartSpec Spec, int Width, int Height, Texts Texts, AmbiguousWidth Ambiguous)
{
    public BarGlyphs Glyphs { get; } = BarGlyphs.For(Ambiguous);

    public PointGlyphs Points { get; } = PointGlyphs.For(Ambiguous);

    /// <summary>The runs of figures, in the order of their first mark; one empty name where there is only one.</summary>
    public IReadOnlyList<string> Series => _series ??= [.. Spec.Marks.Select(m => m.Series).Distinct()];

    private IReadOnlyList<string>? _series;
    private Dictionary<ChartMark, int>? _indices;

    /// <summary>Annotations that found no place beside their marks, by number; they are listed below.</summary>
    public SortedSet<int> Listed { get; } = [];

    /// <summary>
    /// The annotations of a mark with their numbers, from 1. Where several marks answer to a name, it is the first one's.
    /// </summary>
    public IReadOnlyList<(int Number, string Text)> NotesOf(ChartMark mark) =>
        Spec.Annotations.Count == 0 ? [] : (_notes ??= Notes()).GetValueOrDefault(mark) ?? [];

    /// <summary>The number that stands at a mark for an annotation that is listed below.</summary>
    public string Listing(int number)
    {
        Listed.Add(number);
        return $"({number})";
    }

    private Dictionary<ChartMark, List<(int, string)>>? _notes;

    private Dictionary<ChartMark, List<(int, string)>> Notes()
    {
        var all = new Dictionary<ChartMark, List<(int, string)>>(ReferenceEqualityComparer.Instance);
        foreach (var (i, note) in Spec.Annotations.Index())
        {
            if (Spec.Marks.FirstOrDefault(note.IsOf) is { } mark)
                (all.TryGetValue(mark, out var some) ? some : all[mark] = []).Add((i + 1, note.Text));
        }

        return all;
    }

    public int SeriesOf(ChartMark mark)
    {
        for (var i = 0; i < Series.Count; i++)
        {
            if (Series[i] == mark.Series)
                return i;
        }

        return 0;
    }

    /// <summary>The row of a mark. Two rows may hold equal marks, so marks are told apart by identity.</summary>
    public int IndexOf(ChartMark mark) =>
        (
            _indices ??= Spec
                .Marks.Index()
                .ToDictionary(m => m.Item, m => m.Index, (IEqualityComparer<ChartMark>)ReferenceEqualityComparer.Instance)
        )[mark];

    public int Measure(string text) => CellText.Width(text, Ambiguous);

    public string Pad(string text, int cells) => CellText.Pad(text, cells, TextAlignment.Left, Ambiguous);

    /// <summary>The text cut to so many cells, with … where it was.</summary>
    public string Cut(string text, int cells) => CellText.Truncate(text, cells, Ambiguous == AmbiguousWidth.One ? "…" : "~", Ambiguous);

    /// <summary>A figure as the chart writes it, in shown units.</summary>
    public string Number(double shown) => ChartDescription.Figure(new ChartMark("", shown), Spec.Unit with { Factor = 1 }, Spec.Language);
}

/// <summary>Collects lines and places.</summary>
internal sealed class PictureLines
{
    private readonly List<StyledLine> _lines = [];
    private readonly List<MarkPlace> _places = [];

    public int Count => _lines.Count;

    public void Add(StyledLine line) => _lines.Add(line);

    public void Add(IEnumerable<StyledLine> more) => _lines.AddRange(more);

    /// <summary>A mark at a place of the line that comes next.</summary>
    /// <param name="x">First cell.</param>
    /// <param name="cells">How many stand out where it is the current one.</param>
    /// <param name="mark">Its index in the spec.</param>
    /// <param name="reach">How many belong to it, if that is more.</param>
    public void Place(int x, int cells, int mark, int reach = 0) =>
        _places.Add(new MarkPlace(_lines.Count, x, Math.Max(1, cells), mark) { Reach = Math.Max(reach, Math.Max(1, cells)) });

    /// <summary>Marks that share a place of the line that comes next.</summary>
    public void Place(int x, int cells, ArraySegment<int> members) =>
        _places.Add(new MarkPlace(_lines.Count, x, Math.Max(1, cells), members[0], members.Count) { Members = members });

    /// <summary>Pictures side by side.</summary>
    /// <param name="pictures">From left to right.</param>
    /// <param name="pitch">Cells from one to the next.</param>
    /// <param name="pad">Fills a text with blanks to so many cells.</param>
    public void Beside(IReadOnlyList<ChartPicture> pictures, int pitch, Func<string, int, string> pad)
    {
        foreach (var (i, picture) in pictures.Index())
            _places.AddRange(picture.Places.Select(p => p with { X = p.X + i * pitch, Line = p.Line + _lines.Count }));
        for (var y = 0; y < pictures.Max(p => p.Lines.Count); y++)
            _lines.Add(Joined([.. pictures.Select(p => y < p.Lines.Count ? p.Lines[y] : StyledLine.Empty)], pitch, pad));
    }

    private static StyledLine Joined(IReadOnlyList<StyledLine> parts, int pitch, Func<string, int, string> pad)
    {
        var (text, spans) = ("", new List<StyledSpan>());
        foreach (var (i, part) in parts.Index())
        {
            spans.AddRange(
                (part.Spans.Count == 0 ? [new StyledSpan(0, part.Text.Length, part.Style)] : part.Spans).Select(s =>
                    s with
                    {
                        Start = s.Start + text.Length,
                    }
                )
            );
            text += i < parts.Count - 1 ? pad(part.Text, pitch) : part.Text;
        }
        return new StyledLine(text, default, spans);
    }

    /// <summary>All rows of a canvas, as lines, with the marks that stand in them.</summary>
    public void Add(CellCanvas canvas, IEnumerable<MarkPlace> marks)
    {
        _places.AddRange(marks.Select(m => m with { Line = m.Line + _lines.Count }));
        for (var y = 0; y < canvas.Height; y++)
            _lines.Add(Row(canvas, y));
    }

    public ChartPicture Picture() => new(_lines, _places);

    private static StyledLine Row(CellCanvas canvas, int y) =>
        StyledLine.Of([
            .. Enumerable.Range(0, canvas.Width).Select(x => canvas[x, y]).Where(c => !c.IsContinuation).Select(c => (c.Text, c.Style)),
        ]);
}
