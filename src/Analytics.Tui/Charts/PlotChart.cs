using Analytics.Charts;
using Analytics.Terminal.Cells;

namespace Analytics.Tui.Charts;

/// <summary>Lines and clouds of points in braille, with signs, labels and axes as text.</summary>
internal static class PlotChart
{
    /// <summary>Points up to which each gets its sign and, where there is room, its label.</summary>
    private const int MostSigns = 120;

    /// <summary>Points to a dot of the area above which shades say how many points a cell holds, because dots would only fill it.</summary>
    private const int CrowdOfDots = 1;

    /// <summary>Cells that a name on an axis may always have; the cursor reads one that is cut.</summary>
    private const int LongestName = 12;

    private const int LeastHeight = 6,
        MostHeight = 26;

    public static int HeightOf(ChartDrawing drawing) => Math.Clamp(drawing.Height - 5, LeastHeight, MostHeight);

    /// <summary>Points in the order of x, joined within a series; a stroke ends where a figure is missing.</summary>
    public static void Line(ChartDrawing drawing, IReadOnlyList<ChartMark> marks, PictureLines into)
    {
        var categories = drawing
            .Spec.Marks.OrderBy(m => m.X ?? 0)
            .Select(m => m.Category)
            .Distinct()
            .Index()
            .ToDictionary(c => c.Item, c => c.Index);
        var positions = drawing.Spec.Marks.All(m => m.X is not null) ? PlotRange.OfPositions(drawing.Spec) : null;
        var plot = new PlotCanvas(drawing, PlotRange.OfValues(drawing.Spec), HeightOf(drawing));
        int At(ChartMark m) =>
            (int)Math.Round((positions?.Share(m.X!.Value) ?? (categories[m.Category] + 0.5) / categories.Count) * (plot.DotsAcross - 1));
        foreach (var run in marks.GroupBy(m => m.Series))
            Join(drawing, plot, [.. run.OrderBy(At)], At);
        plot.Settle();
        var shown = marks.Where(m => m.Presence == MarkPresence.Figure).ToList();
        var places = Signs(drawing, plot, shown, At, m => ChartDescription.Reading(m, drawing.Spec), into);
        var longest = Math.Max(LongestName, plot.Area.Width / categories.Count - 1);
        var ticks = marks
            .GroupBy(m => m.Category)
            .Select(g => (At(g.First()) / 2, drawing.Cut(g.Key, longest)))
            .OrderBy(t => t.Item1)
            .ToList();
        Finish(drawing, plot, ticks, places, into);
    }

    private static void Join(ChartDrawing drawing, PlotCanvas plot, IReadOnlyList<ChartMark> run, Func<ChartMark, int> at)
    {
        for (var i = 1; i < run.Count; i++)
        {
            if (run[i - 1].Presence == MarkPresence.Figure && run[i].Presence == MarkPresence.Figure)
            {
                plot.Stroke(
                    (at(run[i - 1]), plot.DotRow(run[i - 1].Anchor!.Value)),
                    (at(run[i]), plot.DotRow(run[i].Anchor!.Value)),
                    drawing.SeriesOf(run[i]),
                    isLoose: drawing.Points.Special(run[i - 1]) is not null || drawing.Points.Special(run[i]) is not null
                );
            }
        }
    }

    /// <summary>
    /// Points at two numbers. Few of them get signs and names; many are dots; a crowd is shaded by how many points a cell holds.
    /// </summary>
    public static void Scatter(ChartDrawing drawing, IReadOnlyList<ChartMark> marks, PictureLines into)
    {
        var across = PlotRange.OfPositions(drawing.Spec);
        var plot = new PlotCanvas(drawing, PlotRange.OfValues(drawing.Spec), HeightOf(drawing));
        int At(ChartMark m) => (int)Math.Round(across.Share(m.X!.Value) * (plot.DotsAcross - 1));
        IReadOnlyList<MarkPlace> places;
        if (marks.Count <= MostSigns)
        {
            plot.Settle();
            places = Signs(drawing, plot, [.. marks.Where(m => m.Presence == MarkPresence.Figure)], At, m => m.Category, into);
        }
        else
        {
            places = Crowd(drawing, plot, marks, At, into);
        }

        var numbers = ChartFacts.RoundNumbers(across.Low, across.High, plot.Area.Width / 10);
        Finish(
            drawing,
            plot,
            [
                .. numbers.Select(n =>
                    (
                        (int)(across.Share(n) * (plot.Area.Width - 1)),
                        ChartFacts.AxisNumber(n, Math.Max(Math.Abs(across.Low), Math.Abs(across.High)), drawing.Spec.Language)
                    )
                ),
            ],
            places,
            into
        );
    }

    private static List<MarkPlace> Crowd(
        ChartDrawing drawing,
        PlotCanvas plot,
        IReadOnlyList<ChartMark> marks,
        Func<ChartMark, int> at,
        PictureLines into
    )
    {
        var (counts, cells) = (new int[plot.Area.Width * plot.Area.Height], new int[marks.Count]);
        var (isCrowd, isAll) = (marks.Count > CrowdOfDots * counts.Length * 8, ReferenceEquals(marks, drawing.Spec.Marks));
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = marks[i];
            cells[i] = -1;
            if (mark.Presence != MarkPresence.Figure)
                continue;
            var (x, y) = (at(mark), plot.DotRow(mark.Anchor!.Value));
            if (!isCrowd)
                plot.Dot(x, y, drawing.Series.Count > 1 ? drawing.SeriesOf(mark) : 0);
            var cell = y / 4 * plot.Area.Width + x / 2;
            cells[i] = cell;
            counts[cell]++;
        }
        plot.Settle();
        if (isCrowd)
        {
            Shade(drawing, plot, counts, into);
            plot.References(Theme.Bold);
        }
        foreach (
            var mark in drawing.Spec.Annotations.Count > 0
                ? marks.Where(m => m.Presence == MarkPresence.Figure && drawing.NotesOf(m).Count > 0)
                : []
        )
        {
            var (x, y) = plot.CellOf(at(mark), plot.DotRow(mark.Anchor!.Value));
            plot.Sign(x, y, drawing.Points.Of(mark), Theme.Bold);
            Note(drawing, plot, mark, x, y);
        }
        into.Add(StyledLine.Of(drawing.Texts.CrowdOf(marks.Count), Theme.Dim).Wrap(drawing.Width, drawing.Ambiguous));
        var members = MarkPlace.Gather(cells, counts.Length, i => isAll ? i : drawing.IndexOf(marks[i]));
        return
        [
            .. members
                .Index()
                .Where(c => c.Item.Count > 0)
                .Select(c => new MarkPlace(c.Index / plot.Area.Width, plot.Area.X + c.Index % plot.Area.Width, 1, c.Item[0], c.Item.Count)
                {
                    Members = c.Item,
                }),
        ];
    }

    /// <summary>Four shades in equal steps of the logarithm, from a single point to the fullest cell.</summary>
    private static void Shade(ChartDrawing drawing, PlotCanvas plot, int[] counts, PictureLines into)
    {
        var (most, shades) = (counts.Max(), drawing.Points.Shades);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                plot.Canvas.Write(
                    plot.Area.X + i % plot.Area.Width,
                    i / plot.Area.Width,
                    shades[Math.Min(4, 1 + (int)(4 * Math.Log(counts[i]) / Math.Log(most + 1.0)))].ToString(),
                    Theme.Bar
                );
            }
        }

        var steps = Enumerable.Range(1, 4).Select(s => $"{shades[s]} {Math.Ceiling(Math.Pow(most + 1.0, (s - 1) / 4.0) - 1e-9):0}+");
        into.Add(StyledLine.Of(drawing.Texts.PointsACell + string.Join("  ", steps), Theme.Dim).Wrap(drawing.Width, drawing.Ambiguous));
    }

    /// <summary>Signs of points, series told apart by letters, and what is written beside them while there is room.</summary>
    private static List<MarkPlace> Signs(
        ChartDrawing drawing,
        PlotCanvas plot,
        IReadOnlyList<ChartMark> marks,
        Func<ChartMark, int> at,
        Func<ChartMark, string> name,
        PictureLines into
    )
    {
        var places = new List<MarkPlace>();
        foreach (var mark in marks)
        {
            var (x, y) = plot.CellOf(at(mark), plot.DotRow(mark.Anchor!.Value));
            var (run, special) = (drawing.SeriesOf(mark), drawing.Points.Special(mark));
            plot.Sign(
                x,
                y,
                drawing.Series.Count > 1 ? Letter(run) : drawing.Points.Of(mark),
                mark.Status == MarkStatus.Normal ? ChartStyles.Series(run).With(TextAttributes.Bold) : Theme.Warning
            );
            if (drawing.Series.Count > 1 && special is { } sign && x + 1 < plot.Area.Right)
                plot.Sign(x + 1, y, sign, Theme.Warning);
            places.Add(new MarkPlace(y, x, 1, drawing.IndexOf(mark)));
        }
        var left = 0;
        foreach (var (mark, place) in marks.Zip(places))
            Note(drawing, plot, mark, place.X, place.Line);
        foreach (var (mark, place) in marks.Zip(places))
        {
            if (
                !plot.Label(
                    place.X + (drawing.Series.Count > 1 && drawing.Points.Special(mark) is not null ? 1 : 0),
                    place.Line,
                    name(mark),
                    Theme.Plain
                )
            )
            {
                left++;
            }
        }

        if (drawing.Series.Count > 1)
        {
            into.Add(
                StyledLine
                    .Of(string.Join("  ", drawing.Series.Select((s, i) => $"{Letter(i)} {s}")), Theme.Plain)
                    .Wrap(drawing.Width, drawing.Ambiguous)
            );
        }

        if (left > 0)
            into.Add(StyledLine.Of(drawing.Texts.NotLabelled(left), Theme.Dim).Wrap(drawing.Width, drawing.Ambiguous));
        return places;
    }

    /// <summary>Annotations beside their point; where there is no room, their numbers, and they are listed below.</summary>
    private static void Note(ChartDrawing drawing, PlotCanvas plot, ChartMark mark, int x, int y)
    {
        foreach (var (number, text) in drawing.NotesOf(mark))
        {
            if (!plot.Label(x, y, text, Theme.Bold))
                plot.Label(x, y, drawing.Listing(number), Theme.Bold);
        }
    }

    public static char Letter(int run) => run < 26 ? (char)('A' + run) : '*';

    private static void Finish(
        ChartDrawing drawing,
        PlotCanvas plot,
        IReadOnlyList<(int At, string Text)> ticks,
        IReadOnlyList<MarkPlace> places,
        PictureLines into
    )
    {
        if (drawing.Spec.YTitle.Length > 0)
            into.Add(StyledLine.Of(drawing.Spec.YTitle, Theme.Dim).Wrap(drawing.Width, drawing.Ambiguous));
        foreach (var (i, line) in ChartAxis.Lines(ticks, plot.Area.Width, drawing.Ambiguous).Index())
            plot.Canvas.Write(plot.Area.X, plot.Area.Bottom + i, line, Theme.Dim);
        into.Add(plot.Canvas, places);
        if (drawing.Spec.XTitle.Length > 0)
            into.Add(StyledLine.Of(new string(' ', plot.Area.X) + drawing.Spec.XTitle, Theme.Dim).Wrap(drawing.Width, drawing.Ambiguous));
    }
}
