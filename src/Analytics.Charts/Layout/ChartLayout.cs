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
/// the whole footer fit, then headline and footer too. What still has no room is refused with the size it takes; only of very
/// many rows the first are drawn, and the picture says so.
/// </summary>
public static class ChartLayout
{
    /// <summary>The density down to which type shrinks for the sake of annotations and the names of references.</summary>
    private const double LeastForNotes = 0.7;

    /// <summary>Rows of which none is left out.</summary>
    private const int FewRows = 12;

    /// <summary>Lays the chart out.</summary>
    /// <exception cref="UserException">The spec cannot be drawn, or the canvas has no room for its rows.</exception>
    public static ChartScene Arrange(ChartSpec spec)
    {
        SpecCheck.Demand(spec);
        return Arranged(ChartFacts.Untangled(SpecText.Clean(spec)));
    }

    private static ChartScene Arranged(ChartSpec spec)
    {
        var marks = MarkOrdering.Of(spec);
        var strays = Strays.None;
        foreach (var sizes in Sizes.For(spec.Width, spec.Height, spec.LargestType))
        {
            // Rather than shrink everything for its sake, what has no place goes to the footer or the key.
            if (strays.Any && sizes.Density < LeastForNotes)
                break;
            var (frame, body) = Tried(spec, marks, sizes, shortSources: false);
            if (body is { Strays.Any: false })
                return frame.Compose(body, 0);
            strays = body?.Strays ?? strays;
        }
        if (strays.Any)
            return Arranged(strays.MovedOn(spec));
        if (Strays.AllOf(spec) is { Any: true } all)
            return Arranged(all.MovedOut(spec));
        var least = Sizes.Least(spec.Width, spec.Height, spec.LargestType);
        return Whole(spec, marks, least, shortSources: false)
            ?? Whole(spec, marks, least, shortSources: true)
            ?? Shortened(spec, marks, least);
    }

    /// <summary>Everything at these sizes, or null when it does not fit.</summary>
    private static ChartScene? Whole(ChartSpec spec, IReadOnlyList<ChartMark> marks, Sizes sizes, bool shortSources) =>
        Tried(spec, marks, sizes, shortSources) is (var frame, { Strays.Any: false } body) ? frame.Compose(body, 0) : null;

    private static (Frame Frame, Body? Body) Tried(ChartSpec spec, IReadOnlyList<ChartMark> marks, Sizes sizes, bool shortSources)
    {
        var frame = new Frame(
            spec,
            marks,
            sizes,
            FooterLayout.Whole(spec, sizes, Frame.InnerWidth(spec, sizes), shortSources),
            int.MaxValue
        );
        return (frame, Fit(frame.Room()));
    }

    /// <summary>
    /// As many of very many rows as there is room for, beside a footer that takes at most half the canvas and a headline of at most
    /// four lines. Of few rows, or where a canvas of up to twice the size holds them all, none is left out: the size is named instead.
    /// </summary>
    private static ChartScene Shortened(ChartSpec spec, IReadOnlyList<ChartMark> marks, Sizes sizes)
    {
        var units = ChartRows.Units(spec, marks);
        if (units is null || units.Count <= FewRows || NeededSize.Of(spec, 2, Holds).Count > 0)
            throw TooSmall(spec, units?.Count ?? 0);
        var (shown, tooMany) = (0, units.Count);
        while (tooMany - shown > 1)
        {
            var middle = (shown + tooMany) / 2;
            if (First(middle) is null)
                tooMany = middle;
            else
                shown = middle;
        }
        return First(shown) ?? throw TooSmall(spec, units.Count);

        ChartScene? First(int count)
        {
            if (count == 0)
                return null;
            var first = units.Take(count).SelectMany(u => u).ToList();
            var footer = FooterLayout.Limited(
                spec,
                first,
                sizes,
                Frame.InnerWidth(spec, sizes),
                spec.Height * 0.5,
                ChartWords.For(spec.Language).RowsLeftOut(count, units.Count - count)
            );
            var frame = new Frame(spec, first, sizes, footer, 4);
            return Fit(frame.Room()) is { } body ? frame.Compose(body, units.Count - count) : null;
        }
    }

    /// <summary>Whether everything fits a canvas when all is at its least.</summary>
    private static bool Holds(ChartSpec spec) =>
        Whole(spec, MarkOrdering.Of(spec), Sizes.Least(spec.Width, spec.Height, spec.LargestType), shortSources: true) is not null;

    private static Body? Fit(BodyRoom room)
    {
        if (room.Height <= 0)
            return null;
        var body = room.Spec.Marks.Any(m => m.Panel.Length > 0) ? PanelLayout.Fit(room) : FitKind(room);
        return body is null ? null : ReferenceLines.Interrupted(AnnotationLayout.Place(room, body), room.Sizes);
    }

    /// <summary>One chart of the spec's kind, without annotations where only they have no room, or null when it does not fit.</summary>
    internal static Body? FitKind(BodyRoom room)
    {
        if (Laid(room) is { } body)
            return body;
        var beside = room.Spec.Annotations.Where(a => a.Place == NotePlace.Beside).ToList();
        if (
            beside.Count == 0
            || Laid(room with { Spec = room.Spec with { Annotations = [.. room.Spec.Annotations.Except(beside)] } }) is not { } bare
        )
        {
            return null;
        }

        return bare with
        {
            Strays = bare.Strays.With(new Strays(beside, [])),
        };
    }

    private static Body? Laid(BodyRoom room) =>
        room.Spec.Kind switch
        {
            ChartKind.Kpi => KpiLayout.Fit(room),
            ChartKind.Heatmap => HeatmapLayout.Fit(room),
            ChartKind.Slope => SlopeLayout.Fit(room),
            ChartKind.Line => LineLayout.Fit(room),
            ChartKind.Scatter => ScatterLayout.Fit(room),
            ChartKind.Histogram => HistogramLayout.Fit(room),
            _ => RowLayout.Fit(room),
        };

    private static UserException TooSmall(ChartSpec spec, int rows)
    {
        var sizes = NeededSize.Of(spec, ChartSpec.MaxSide / ChartSpec.MinSide, Holds).Select(s => $"{s.Width}x{s.Height}").ToList();
        var (asked, en) = (
            $"{spec.Width}x{spec.Height}",
            rows switch
            {
                0 => "this plot",
                1 => "the row with its sources",
                _ => $"all {rows} rows with their sources",
            }
        );
        var (takesEn, takesZh) =
            sizes.Count == 0 ? ("", "") : ($"; it takes {string.Join(" or ", sizes)}", $"，需要{string.Join("或", sizes)}");
        return new UserException(
            FaultKind.NoRoom,
            new Localized(
                $"图幅{asked}放不下{(rows == 0 ? "这张图" : $"全部{rows}项及其来源")}{takesZh}。请加大图幅，或缩短标题和说明。",
                $"A canvas of {asked} has no room for {en}{takesEn}. Make it larger, or shorten the title and the notes."
            )
        );
    }
}
