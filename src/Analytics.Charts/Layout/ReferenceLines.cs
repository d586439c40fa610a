namespace Analytics.Charts;

/// <summary>
/// What all kinds do alike with named values: how they are called, where the name of a line in a plot stands, and that no line runs
/// through a text.
/// </summary>
/// <param name="Lines">The lines, marks of a plot.</param>
/// <param name="Names">Their names.</param>
/// <param name="Strays">Those whose names have no place.</param>
internal sealed record ReferenceLines(IReadOnlyList<PlotMark> Lines, IReadOnlyList<SceneItem> Names, Strays Strays)
{
    /// <summary>Air between a text and the ends of a line that is interrupted for it, in em of small type.</summary>
    private const double Air = 0.3;

    /// <summary>Of the plot's width, what a name may take before it wraps.</summary>
    private const double NameShare = 0.6;

    private const int MostNameLines = 3;

    /// <summary>Name and value: 目标50人.</summary>
    public static string NameOf(ChartReference reference, ChartSpec spec) =>
        reference.Label
        + ChartWords.For(spec.Language).Space
        + NumberText.Figure(new ChartMark("", reference.Value), spec.Unit, spec.Language);

    /// <summary>
    /// A dashed line at a named value with its name at the nearest free place above or below it, from the right; without one the reference
    /// strays.
    /// </summary>
    /// <param name="room">The room.</param>
    /// <param name="area">Where the line runs and the name may stand.</param>
    /// <param name="map">Heights of values, in shown units.</param>
    /// <param name="labels">What is taken already.</param>
    public static ReferenceLines Across(BodyRoom room, Box area, PlotMap map, LabelPlacer labels) =>
        Each(
            room,
            reference =>
            {
                var at = map.Y.At(reference.Value * room.Spec.Unit.Factor);
                var size = room.Sizes.Small;
                return (
                    new(area.X, at),
                    new(area.Right, at),
                    (width, height) =>
                        new[] { at - height - size * 0.25, at + size * 0.25 }.SelectMany(top =>
                            Steps(area.Width - width - size * 0.8, size)
                                .Select(x => new Box(area.Right - width - x - size * 0.4, top, width, height))
                        )
                );
            },
            area,
            map,
            labels
        );

    /// <summary>The same for upright lines, with the names beside them.</summary>
    public static ReferenceLines Upright(BodyRoom room, Box area, PlotMap map, LabelPlacer labels)
    {
        var upright = Each(
            room,
            reference =>
            {
                var at = map.X.At(reference.Value * room.Spec.Unit.Factor);
                var size = room.Sizes.Small;
                return (
                    new(at, area.Y),
                    new(at, area.Bottom),
                    (width, height) =>
                        Steps(area.Height - height, size)
                            .SelectMany(y =>
                                new[] { at + size * 0.4, at - size * 0.4 - width }.Select(left => new Box(left, area.Y + y, width, height))
                            )
                );
            },
            area,
            map,
            labels
        );
        // They run over bars: a wider line of ground behind each keeps it apart from their colour.
        var ground = Palette.For(room.Spec.Style).Ground;
        var behind = upright.Lines.OfType<StrokeMark>().Select(l => l with { Color = ground, Width = l.Width * 3, Dashed = false });
        return upright with { Lines = [.. behind, .. upright.Lines] };
    }

    private static IEnumerable<double> Steps(double reach, double size)
    {
        for (var step = 0.0; step <= Math.Max(0, reach); step += size * 0.8)
            yield return step;
    }

    private static ReferenceLines Each(
        BodyRoom room,
        Func<ChartReference, (Spot From, Spot To, Func<double, double, IEnumerable<Box>> Places)> line,
        Box area,
        PlotMap map,
        LabelPlacer labels
    )
    {
        var (sizes, palette) = (room.Sizes, Palette.For(room.Spec.Style));
        var (items, strays) = (new List<SceneItem>(), new List<ChartReference>());
        var all = room.Spec.References.Select(r => (Reference: r, Line: line(r))).ToList();
        var lines = all.Select(l => new StrokeMark([map.Of(l.Line.From), map.Of(l.Line.To)], palette.Ink, sizes.Stroke)
        {
            Dashed = true,
            Role = LineRole.Reference,
        });
        foreach (var (_, (from, to, _)) in all)
            labels.Shun(from, to, sizes.Small * 0.2);
        foreach (var (reference, (_, _, places)) in all.Where(l => !l.Reference.InKey))
        {
            var name = new TextStack(0);
            var broken = LineBreaker.Break(NameOf(reference, room.Spec), sizes.Small, bold: true, area.Width * NameShare);
            name.Add(broken, sizes.Small, palette.Ink, bold: true);
            var free =
                broken.Count > MostNameLines
                    ? null
                    : places(name.Items.Max(i => ((TextItem)i).Width), name.Bottom)
                        .Cast<Box?>()
                        .FirstOrDefault(p => labels.TryTakeClear(p!.Value));
            if (free is not { } box)
                strays.Add(reference);
            else
                items.AddRange([new RectItem(box, palette.Ground), .. name.Items.Select(i => i.Moved(box.X, box.Y))]);
        }
        return new ReferenceLines([.. lines], items, new Strays([], strays));
    }

    /// <summary>The body with its lines of references broken off before every text that they would run through.</summary>
    public static Body Interrupted(Body body, Sizes sizes)
    {
        if (!body.Block.Items.OfType<PlotItem>().Any(p => p.Marks.Any(IsReference)))
            return body;
        var texts = body.Block.Items.Flat().OfType<TextItem>().Select(t => t.Box.Grown(sizes.Small * Air)).ToList();
        return body with { Block = body.Block with { Items = [.. body.Block.Items.Select(i => i is PlotItem p ? Broken(p, texts) : i)] } };
    }

    private static bool IsReference(PlotMark mark) => mark is StrokeMark { Role: LineRole.Reference };

    private static PlotItem Broken(PlotItem plot, List<Box> texts) =>
        plot with
        {
            Marks =
            [
                .. plot.Marks.SelectMany(m =>
                    m is StrokeMark { Role: LineRole.Reference } stroke
                        ? Pieces(stroke.Line(plot.Map), texts).Select(l => stroke with { Points = [.. l.Points.Select(plot.Map.Of)] })
                        : (IEnumerable<PlotMark>)[m]
                ),
            ],
        };

    /// <summary>What is left of an upright or level line.</summary>
    private static IEnumerable<LineItem> Pieces(LineItem line, List<Box> texts)
    {
        var (from, to) = (line.Points[0], line.Points[1]);
        var upright = from.X == to.X;
        var gaps = texts
            .Where(t => upright ? t.X < from.X && t.Right > from.X : t.Y < from.Y && t.Bottom > from.Y)
            .Select(t => upright ? (From: t.Y, To: t.Bottom) : (From: t.X, To: t.Right))
            .Order()
            .ToList();
        var (at, end) = upright ? (from.Y, to.Y) : (from.X, to.X);
        foreach (var gap in gaps.Append((From: end, To: end)))
        {
            // A rest of less than two dashes would be read as a mark.
            if (Math.Min(gap.From, end) - at > line.Width * 6)
            {
                yield return line with
                {
                    Points = upright
                        ? [new(from.X, at), new(from.X, Math.Min(gap.From, end))]
                        : [new(at, from.Y), new(Math.Min(gap.From, end), from.Y)],
                };
            }

            at = Math.Max(at, gap.To);
        }
    }
}
