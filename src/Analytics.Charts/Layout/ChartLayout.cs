namespace Analytics.Charts;

/// <summary>The middle of a chart: its marks and axis, and how many of the rows it had room for.</summary>
internal sealed record Body(Block Block, int RowsShown);

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
        var frame = new Frame(spec, sizes, FooterLayout.Whole(spec, sizes, Frame.InnerWidth(spec, sizes)));
        if (frame.Room(marks) is not { Height: > 0 } room) return null;
        var body = Fit(room, marks.Count);
        return body is null ? null : frame.Compose(body, 0);
    }

    /// <summary>As many rows as there is room for, beside a footer that takes at most half the canvas.</summary>
    private static ChartScene Shortened(ChartSpec spec, IReadOnlyList<ChartMark> marks, Sizes sizes)
    {
        var width = Frame.InnerWidth(spec, sizes);
        var whole = new Frame(spec, sizes, FooterLayout.Limited(spec, sizes, width, spec.Height * 0.5, null));
        if (whole.Room(marks) is { Height: > 0 } all && Fit(all, marks.Count) is { } everything) return whole.Compose(everything, 0);

        // The sentence about left-out rows is longest with the largest numbers, so the final one needs no more room.
        var words = ChartWords.For(spec.Language);
        var draft = FooterLayout.Limited(spec, sizes, width, spec.Height * 0.5, words.RowsLeftOut(marks.Count, marks.Count));
        var room = new Frame(spec, sizes, draft).Room(marks);
        for (var shown = marks.Count - 1; shown > 0; shown--)
        {
            if (room.Height <= 0 || Fit(room with { Marks = [.. marks.Take(shown)] }, shown) is not { } body) continue;
            var footer = FooterLayout.Limited(spec, sizes, width, spec.Height * 0.5, words.RowsLeftOut(shown, marks.Count - shown));
            return new Frame(spec, sizes, footer).Compose(body, marks.Count - shown);
        }
        throw new ChartException(ChartProblem.TooSmall, spec.Language == ChartLanguage.Zh
            ? $"图幅{spec.Width}x{spec.Height}放不下一行。请加大图幅，或缩短标题和说明。"
            : $"A canvas of {spec.Width}x{spec.Height} has no room for a single row. Make it larger, or shorten the title and the notes.");
    }

    private static Body? Fit(BodyRoom room, int rows) => room.Spec.Kind switch
    {
        ChartKind.Kpi => KpiLayout.Fit(room),
        _ => RowLayout.Fit(room),
    };
}
