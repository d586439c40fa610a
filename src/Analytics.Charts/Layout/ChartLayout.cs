namespace Analytics.Charts;

/// <summary>The middle of a chart: its marks and axis.</summary>
internal sealed record Body(Block Block);

/// <summary>Room and sizes that a body is laid out in.</summary>
internal sealed record BodyRoom(ChartSpec Spec, IReadOnlyList<ChartMark> Marks, Sizes Sizes, double Width, double Height);

/// <summary>
/// Turns a spec into a scene. Pure: no clock, no files but the bundled font. Sizes shrink step by step until all rows and
/// the whole footer fit; at the least legible size, what still has no room is left out and the picture says what.
/// </summary>
public static class ChartLayout
{
    /// <summary>Lays the chart out.</summary>
    /// <exception cref="ChartException">The spec cannot be drawn, or the canvas has no room for a single row.</exception>
    public static ChartScene Arrange(ChartSpec spec)
    {
        SpecCheck.Demand(spec);
        spec = SpecText.Clean(spec);
        var marks = ChartDescription.Ordered(spec);
        Sizes? last = null;
        foreach (var sizes in Sizes.For(spec.Width, spec.Height))
        {
            if (Whole(spec, marks, sizes) is { } scene) return scene;
            last = sizes;
        }
        return Shortened(spec, marks, last!);
    }

    /// <summary>Everything at this density, or null when it does not fit.</summary>
    private static ChartScene? Whole(ChartSpec spec, IReadOnlyList<ChartMark> marks, Sizes sizes)
    {
        var frame = new Frame(spec, sizes, FooterLayout.Whole(spec, sizes, Frame.InnerWidth(spec, sizes)), int.MaxValue);
        return Fit(frame.Room(marks)) is { } body ? frame.Compose(body, 0) : null;
    }

    /// <summary>As many rows as there is room for, beside a footer that takes at most half the canvas and a headline of at most four lines.</summary>
    private static ChartScene Shortened(ChartSpec spec, IReadOnlyList<ChartMark> marks, Sizes sizes)
    {
        // Measured with the longest sentence about left-out rows, so that the final one needs no more room.
        var words = ChartWords.For(spec.Language);
        var room = Around(null).Room(marks);
        if (Fit(room) is { } all) return Around(null).Compose(all, 0);
        room = Around(words.RowsLeftOut(marks.Count, marks.Count)).Room(marks);
        var (shown, tooMany) = (0, marks.Count);
        while (tooMany - shown > 1)
        {
            var middle = (shown + tooMany) / 2;
            if (Fit(First(middle)) is null) tooMany = middle;
            else shown = middle;
        }
        if (shown == 0) throw TooSmall(spec);
        return Around(words.RowsLeftOut(shown, marks.Count - shown)).Compose(Fit(First(shown))!, marks.Count - shown);

        Frame Around(string? rowsLeftOut) =>
            new(spec, sizes, FooterLayout.Limited(spec, sizes, Frame.InnerWidth(spec, sizes), spec.Height * 0.5, rowsLeftOut), 4);
        BodyRoom First(int count) => room with { Marks = [.. marks.Take(count)] };
    }

    private static Body? Fit(BodyRoom room)
    {
        if (room.Height <= 0) return null;
        return room.Spec.Kind == ChartKind.Kpi ? KpiLayout.Fit(room) : RowLayout.Fit(room);
    }

    private static ChartException TooSmall(ChartSpec spec) => new(ChartProblem.TooSmall, spec.Language == ChartLanguage.Zh
        ? $"图幅{spec.Width}x{spec.Height}放不下一行。请加大图幅，或缩短标题和说明。"
        : $"A canvas of {spec.Width}x{spec.Height} has no room for a single row. Make it larger, or shorten the title and the notes.");
}
