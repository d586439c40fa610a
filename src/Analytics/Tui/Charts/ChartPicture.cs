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
readonly record struct MarkPlace(int Line, int X, int Cells, int Mark, int Count = 1);

/// <summary>A chart as lines to scroll through, and where its marks stand in them.</summary>
sealed record ChartPicture(IReadOnlyList<StyledLine> Lines, IReadOnlyList<MarkPlace> Places)
{
    /// <summary>The place of a mark; in a crowd that of the nearest mark before it.</summary>
    public MarkPlace? PlaceOf(int mark)
    {
        MarkPlace? best = null;
        foreach (var place in Places)
            if (place.Mark <= mark && (best is null || place.Mark > best.Value.Mark) && (place.Mark == mark || place.Count > 1))
                best = place;
        return best;
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
/// <param name="Width">Cells across.</param>
/// <param name="Height">Lines that are in view at once; plots fit into them.</param>
sealed record ChartDrawing(ChartSpec Spec, int Width, int Height, Texts Texts, AmbiguousWidth Ambiguous)
{
    public BarGlyphs Glyphs { get; } = BarGlyphs.For(Ambiguous);

    public PointGlyphs Points { get; } = PointGlyphs.For(Ambiguous);

    /// <summary>The runs of figures, in the order of their first mark; one empty name where there is only one.</summary>
    public IReadOnlyList<string> Series => series ??= [.. Spec.Marks.Select(m => m.Series).Distinct()];

    IReadOnlyList<string>? series;
    Dictionary<ChartMark, int>? indices;

    public int SeriesOf(ChartMark mark)
    {
        for (var i = 0; i < Series.Count; i++)
            if (Series[i] == mark.Series)
                return i;
        return 0;
    }

    /// <summary>The row of a mark. Two rows may hold equal marks, so marks are told apart by identity.</summary>
    public int IndexOf(ChartMark mark) =>
        (indices ??= Spec.Marks.Index().ToDictionary(m => m.Item, m => m.Index, (IEqualityComparer<ChartMark>)ReferenceEqualityComparer.Instance))[mark];

    public int Measure(string text) => CellText.Width(text, Ambiguous);

    public string Pad(string text, int cells) => CellText.Pad(text, cells, TextAlignment.Left, Ambiguous);

    /// <summary>The text cut to so many cells, with … where it was.</summary>
    public string Cut(string text, int cells) => CellText.Truncate(text, cells, Ambiguous == AmbiguousWidth.One ? "…" : "~", Ambiguous);

    /// <summary>A figure as the chart writes it, in shown units.</summary>
    public string Number(double shown) => ChartDescription.Figure(new ChartMark("", shown), Spec.Unit with { Factor = 1 }, Spec.Language);
}

/// <summary>Collects lines and places.</summary>
sealed class PictureLines
{
    readonly List<StyledLine> lines = [];
    readonly List<MarkPlace> places = [];

    public int Count => lines.Count;

    public void Add(StyledLine line) => lines.Add(line);

    public void Add(IEnumerable<StyledLine> more) => lines.AddRange(more);

    /// <summary>A mark at a place of the line that comes next.</summary>
    public void Place(int x, int cells, int mark, int count = 1) => places.Add(new MarkPlace(lines.Count, x, Math.Max(1, cells), mark, count));

    /// <summary>All rows of a canvas, as lines, with the marks that stand in them.</summary>
    public void Add(CellCanvas canvas, IEnumerable<MarkPlace> marks)
    {
        places.AddRange(marks.Select(m => m with { Line = m.Line + lines.Count }));
        for (var y = 0; y < canvas.Height; y++)
            lines.Add(Row(canvas, y));
    }

    public ChartPicture Picture() => new(lines, places);

    static StyledLine Row(CellCanvas canvas, int y) =>
        StyledLine.Of([.. Enumerable.Range(0, canvas.Width).Select(x => canvas[x, y]).Where(c => !c.IsContinuation).Select(c => (c.Text, c.Style))]);
}
