namespace Analytics.Charts;

/// <summary>The middle of a chart: its marks and axis.</summary>
internal sealed record Body(Block Block)
{
    /// <summary>Where its marks stand; empty for kinds that write annotations into their marks.</summary>
    public IReadOnlyList<MarkAnchor> Anchors { get; init; } = [];

    /// <summary>What found no place where it was to stand.</summary>
    public Strays Strays { get; init; } = Strays.None;
}

/// <summary>Room and sizes that a body is laid out in.</summary>
/// <param name="Spec">The chart.</param>
/// <param name="Marks">What is drawn here.</param>
/// <param name="Sizes">Type sizes.</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
internal sealed record BodyRoom(ChartSpec Spec, IReadOnlyList<ChartMark> Marks, Sizes Sizes, double Width, double Height)
{
    /// <summary>All marks that share the axes with these: the same ones, or those of all small charts.</summary>
    public IReadOnlyList<ChartMark> Peers { get; init; } = Marks;

    /// <summary>Whether this is one of several small charts, which must keep to its room strictly.</summary>
    public bool IsPanel { get; init; }
}

/// <summary>
/// Turns a spec into a scene. Pure: no clock, no files but the bundled font. Sizes shrink step by step until all rows and
/// the whole footer fit; at the least legible size, what still has no room is left out and the picture says what.
/// </summary>
public static class ChartLayout
{
    /// <summary>The density down to which type shrinks for the sake of annotations and the names of references.</summary>
    private const double LeastForNotes = 0.7;

    /// <summary>Lays the chart out.</summary>
    /// <exception cref="ChartException">The spec cannot be drawn, or the canvas has no room for a single row.</exception>
    public static ChartScene Arrange(ChartSpec spec)
    {
        SpecCheck.Demand(spec);
        return Arranged(ChartFacts.Untangled(SpecText.Clean(spec)));
    }

    private static ChartScene Arranged(ChartSpec spec)
    {
        var marks = MarkOrdering.Of(spec);
        Sizes? last = null;
        var strays = Strays.None;
        foreach (var sizes in Sizes.For(spec.Width, spec.Height, spec.LargestType))
        {
            // Rather than shrink everything for its sake, what has no place goes to the footer or the key.
            if (strays.Any && sizes.Density < LeastForNotes) break;
            var frame = new Frame(spec, sizes, FooterLayout.Whole(spec, sizes, Frame.InnerWidth(spec, sizes)), int.MaxValue);
            if (Fit(frame.Room(marks)) is { } body)
            {
                if (!body.Strays.Any) return frame.Compose(body, 0);
                strays = body.Strays;
            }
            last = sizes;
        }
        if (strays.Any) return Arranged(strays.MovedOn(spec));
        return Strays.AllOf(spec) is { Any: true } all ? Arranged(all.MovedOut(spec)) : Shortened(spec, marks, last!);
    }

    /// <summary>As many rows as there is room for, beside a footer that takes at most half the canvas and a headline of at most four lines.</summary>
    private static ChartScene Shortened(ChartSpec spec, IReadOnlyList<ChartMark> marks, Sizes sizes)
    {
        if (Fit(Around(null).Room(marks)) is { } all) return Around(null).Compose(all, 0);
        if (ChartRows.Units(spec, marks) is not { } units) throw TooSmall(spec);
        // Measured with the longest sentence about left-out rows, so that the final one needs no more room.
        var words = ChartWords.For(spec.Language);
        var room = Around(words.RowsLeftOut(units.Count, units.Count)).Room(marks);
        var (shown, tooMany) = (0, units.Count);
        while (tooMany - shown > 1)
        {
            var middle = (shown + tooMany) / 2;
            if (Fit(First(middle)) is null) tooMany = middle;
            else shown = middle;
        }
        if (shown == 0) throw TooSmall(spec);
        return Around(words.RowsLeftOut(shown, units.Count - shown)).Compose(Fit(First(shown))!, units.Count - shown);

        Frame Around(string? rowsLeftOut) =>
            new(spec, sizes, FooterLayout.Limited(spec, sizes, Frame.InnerWidth(spec, sizes), spec.Height * 0.5, rowsLeftOut), 4);
        BodyRoom First(int count)
        {
            var first = units.Take(count).SelectMany(u => u).ToList();
            return room with { Marks = first, Peers = first };
        }
    }

    private static Body? Fit(BodyRoom room)
    {
        if (room.Height <= 0) return null;
        var body = room.Spec.Marks.Any(m => m.Panel.Length > 0) ? PanelLayout.Fit(room) : FitKind(room);
        return body is null ? null : ReferenceLines.Interrupted(AnnotationLayout.Place(room, body), room.Sizes);
    }

    /// <summary>One chart of the spec's kind, without annotations where only they have no room, or null when it does not fit.</summary>
    internal static Body? FitKind(BodyRoom room)
    {
        if (Laid(room) is { } body) return body;
        var beside = room.Spec.Annotations.Where(a => a.Place == NotePlace.Beside).ToList();
        if (beside.Count == 0 || Laid(room with { Spec = room.Spec with { Annotations = [.. room.Spec.Annotations.Except(beside)] } }) is not { } bare) return null;
        return bare with { Strays = bare.Strays.With(new Strays(beside, [])) };
    }

    private static Body? Laid(BodyRoom room) => room.Spec.Kind switch
    {
        ChartKind.Kpi => KpiLayout.Fit(room),
        ChartKind.Heatmap => HeatmapLayout.Fit(room),
        ChartKind.Slope => SlopeLayout.Fit(room),
        ChartKind.Line => LineLayout.Fit(room),
        ChartKind.Scatter => ScatterLayout.Fit(room),
        ChartKind.Histogram => HistogramLayout.Fit(room),
        _ => RowLayout.Fit(room),
    };

    private static ChartException TooSmall(ChartSpec spec) => new(ChartProblem.TooSmall,
        $"A canvas of {spec.Width}x{spec.Height} has no room for {(spec.Kind.IsPlot() ? "this plot" : "a single row")}. Make it larger, or shorten the title and the notes.")
    {
        Zh = $"图幅{spec.Width}x{spec.Height}放不下{(spec.Kind.IsPlot() ? "这张图" : "一行")}。请加大图幅，或缩短标题和说明。",
    };
}
