using Analytics.Charts;
using Analytics.Terminal.Cells;

namespace Analytics.Tui.Charts;

/// <summary>Kinds whose rows sum marks up: stacks, histograms, boxes.</summary>
internal static class SumsChart
{
    private const int ShortestBar = 12,
        ShortestBox = 24;

    /// <summary>One bar for each category, its parts told apart by filling; their figures stand under it.</summary>
    public static void Stacks(ChartDrawing drawing, IReadOnlyList<ChartMark> marks, ChartScale scale, PictureLines into)
    {
        into.Add(
            StyledLine
                .Of([
                    .. drawing
                        .Series.Index()
                        .SelectMany(s =>
                            new[] { (drawing.Glyphs.Parts[s.Index % 6] + " ", ChartStyles.Series(s.Index)), (s.Item + "  ", Theme.Plain) }
                        ),
                ])
                .Wrap(drawing.Width, drawing.Ambiguous)
        );
        foreach (var stack in marks.GroupBy(m => m.Category))
        {
            into.Add(StyledLine.Of(stack.Key, Theme.Bold).Wrap(drawing.Width, drawing.Ambiguous));
            Stack(drawing, [.. stack.OrderBy(drawing.SeriesOf)], scale, into);
        }
        ChartAxis.Under(drawing, scale, 2, drawing.Width - 2, into);
    }

    private static void Stack(ChartDrawing drawing, IReadOnlyList<ChartMark> parts, ChartScale scale, PictureLines into)
    {
        var (room, sum, pieces) = (drawing.Width - 3, 0.0, new List<(string, Style)> { ("  ", Theme.Plain) });
        foreach (var part in parts.Where(p => p.Presence == MarkPresence.Figure))
        {
            var from = (int)Math.Round(scale.Cells(sum, room));
            sum += part.Anchor!.Value;
            var (cells, series) = ((int)Math.Round(scale.Cells(sum, room)) - from, drawing.SeriesOf(part));
            into.Place(2 + from, cells, drawing.IndexOf(part));
            pieces.Add((drawing.Glyphs.Part(series, cells, part.Qualifier), ChartStyles.Series(series)));
        }
        into.Add(StyledLine.Of(pieces));
        into.Add(
            StyledLine
                .Of([
                    ("  ", Theme.Plain),
                    .. parts.SelectMany(p =>
                        RowsChart
                            .LabelPieces(p, drawing)
                            .Prepend((p.Series + " ", Theme.Plain))
                            .Append((Numbers(drawing, p) + "  ", Theme.Bold))
                    ),
                ])
                .Wrap(drawing.Width, drawing.Ambiguous)
        );
    }

    /// <summary>The numbers of a mark's annotations, which are listed below.</summary>
    private static string Numbers(ChartDrawing drawing, ChartMark mark) =>
        string.Concat(drawing.NotesOf(mark).Select(n => " " + drawing.Listing(n.Number)));

    /// <summary>A row for each interval, with how many figures fall into it.</summary>
    public static void Histogram(ChartDrawing drawing, IReadOnlyList<ChartMark> marks, PictureLines into)
    {
        var bins = ChartFacts.Bins(drawing.Spec);
        var members = MembersOf(bins, drawing, marks);
        var names = bins.Select(b =>
                $"{ChartFacts.AxisNumber(b.From, bins[^1].To, drawing.Spec.Language)}–"
                + $"{ChartFacts.AxisNumber(b.To, bins[^1].To, drawing.Spec.Language)}"
            )
            .ToList();
        var (width, most) = (names.Max(drawing.Measure), Math.Max(1, bins.Max(b => b.Count)));
        var (scale, room) = (new ChartScale(0, most, 0, IsDots: false), Math.Max(ShortestBar, drawing.Width - width - 9));
        foreach (var (i, name) in names.Index())
        {
            var count = members[i].Sum(m => drawing.Spec.Marks[m].Weight);
            if (count > 0)
                into.Place(0, drawing.Measure(name), members[i]);
            var noted = string.Concat(
                drawing.Spec.Annotations.Index().Where(a => IsIn(bins, i, a.Item)).Select(a => " " + drawing.Listing(a.Index + 1))
            );
            var bar = count > 0 ? drawing.Glyphs.Bar(new ChartMark("", count), scale, room) + " " : "";
            into.Add(
                StyledLine.Of([
                    (new string(' ', width - drawing.Measure(name)) + name + " ", Theme.Plain),
                    (bar, Theme.Bar),
                    ($"{count}{noted}", Theme.Bold),
                ])
            );
        }
    }

    /// <summary>Whether an annotation is at a value of an interval; the last one holds its upper end too.</summary>
    private static bool IsIn(IReadOnlyList<(double From, double To, int Count)> bins, int index, ChartAnnotation annotation) =>
        double.TryParse(annotation.At, System.Globalization.CultureInfo.InvariantCulture, out var value)
        && (int)Math.Clamp(Math.Floor((value - bins[0].From) / (bins[0].To - bins[0].From) + 1e-9), 0, bins.Count - 1) == index;

    /// <summary>The marks that fall into each interval.</summary>
    private static ArraySegment<int>[] MembersOf(
        IReadOnlyList<(double From, double To, int Count)> bins,
        ChartDrawing drawing,
        IReadOnlyList<ChartMark> marks
    )
    {
        var binOf = new int[marks.Count];
        var (least, width) = (bins[0].From, bins[0].To - bins[0].From);
        var isAll = ReferenceEquals(marks, drawing.Spec.Marks);
        for (var i = 0; i < marks.Count; i++)
        {
            binOf[i] =
                marks[i].Presence != MarkPresence.Figure
                    ? -1
                    : Math.Clamp(
                        (int)Math.Floor((marks[i].Anchor!.Value * drawing.Spec.Unit.Factor - least) / width + 1e-9),
                        0,
                        bins.Count - 1
                    );
        }

        return MarkPlace.Gather(binOf, bins.Count, i => isAll ? i : drawing.IndexOf(marks[i]));
    }

    /// <summary>A row for each category: box and whiskers, or single dots where there are too few figures for a box.</summary>
    public static void Boxes(ChartDrawing drawing, IReadOnlyList<ChartMark> marks, ChartScale scale, PictureLines into)
    {
        var spreads = ChartFacts.Spreads(marks, drawing.Spec.Unit);
        var members = marks
            .Where(m => m.Presence == MarkPresence.Figure)
            .GroupBy(m => m.Category)
            .ToDictionary(g => g.Key, g => new ArraySegment<int>([.. g.Select(drawing.IndexOf)]));
        var names = Math.Min(drawing.Width / 3, spreads.Max(s => drawing.Measure(s.Category)));
        var noted = marks
            .Where(m => drawing.NotesOf(m).Count > 0)
            .GroupBy(m => m.Category)
            .ToDictionary(g => g.Key, g => string.Concat(g.Select(m => Numbers(drawing, m))));
        var labels = spreads.Max(s => drawing.Measure(Label(s, drawing) + noted.GetValueOrDefault(s.Category)));
        var room = drawing.Width - names - labels - 2;
        var isWide = room >= ShortestBox;
        foreach (var spread in spreads)
        {
            into.Place(0, Math.Min(names, drawing.Measure(spread.Category)), members[spread.Category]);
            var cells = isWide ? room : drawing.Width - 2;
            var picture = (
                spread.Values.Count >= ChartSpec.LeastForBox
                    ? drawing.Glyphs.BoxOf(spread, scale, cells)
                    : drawing.Glyphs.Dots(spread.Values, scale, cells),
                Theme.Bar
            );
            var (name, label) = (
                (drawing.Pad(drawing.Cut(spread.Category, names), names) + " ", Theme.Plain),
                (" " + Label(spread, drawing) + noted.GetValueOrDefault(spread.Category), Theme.Bold)
            );
            into.Add(
                isWide
                    ? [StyledLine.Of([name, picture, label])]
                    :
                    [
                        .. StyledLine.Of([name, label]).Wrap(drawing.Width, drawing.Ambiguous),
                        StyledLine.Of([("  ", Theme.Plain), picture]),
                    ]
            );
        }
        ChartAxis.Under(drawing, scale, isWide ? names + 1 : 2, isWide ? room : drawing.Width - 2, into);
    }

    private static string Label(ChartSpread spread, ChartDrawing drawing) =>
        drawing.Texts.Spread(
            drawing.Number(spread.Median),
            drawing.Number(spread.Values[0]),
            drawing.Number(spread.Values[^1]),
            spread.Values.Count
        );
}
