namespace Analytics.Charts;

/// <summary>One row ready to be placed: its wrapped texts and their heights.</summary>
internal sealed record RowText(
    ChartRow Row,
    IReadOnlyList<string> Heading,
    IReadOnlyList<string> Label,
    IReadOnlyList<string> Detail,
    ValueLabel Value
)
{
    public ChartMark Mark => Row.Mark;

    public double LabelHeight(Sizes sizes) =>
        TextMetrics.Height(Label.Count, sizes.Row)
        + (Detail.Count == 0 ? 0 : sizes.Small * 0.25 + TextMetrics.Height(Detail.Count, sizes.Small));

    /// <summary>Height of the group's name above the row, with the space that parts it from the group before.</summary>
    public double HeadingHeight(Sizes sizes) => Heading.Count == 0 ? 0 : TextMetrics.Height(Heading.Count, sizes.Row) + sizes.Row * 0.55;

    /// <summary>Wraps the texts of a row.</summary>
    /// <param name="spec">The chart.</param>
    /// <param name="row">The row.</param>
    /// <param name="sizes">Type sizes.</param>
    /// <param name="labelWidth">Width of the labels.</param>
    /// <param name="plotWidth">Width of the plot, half of which the value's text may take.</param>
    /// <param name="perUnit">Pixels that a stored unit of a stack is expected to have at least.</param>
    public static RowText Of(ChartSpec spec, ChartRow row, Sizes sizes, double labelWidth, double plotWidth, double perUnit) =>
        new(
            row,
            LineBreaker.Break(row.Heading, sizes.Row, bold: true, labelWidth),
            LineBreaker.Break(row.Label, sizes.Row, bold: false, labelWidth),
            LineBreaker.Break(row.Mark.Detail ?? "", sizes.Small, bold: false, labelWidth),
            new ValueLabel(StackMarks.WithUnfitParts(row, spec, sizes, perUnit), spec, sizes.Row, plotWidth * 0.5, Notes(spec, row))
        );

    /// <summary>The same row with its value's text in the room that its mark leaves.</summary>
    public RowText Widened(ChartSpec spec, Sizes sizes, double plotWidth, double perUnit, double room) =>
        !Value.Wraps || room <= plotWidth * 0.5
            ? this
            : this with
            {
                Value = new ValueLabel(StackMarks.WithUnfitParts(Row, spec, sizes, perUnit), spec, sizes.Row, room, Notes(spec, Row)),
            };

    private static MarkNotes Notes(ChartSpec spec, ChartRow row) => MarkNotes.Of(spec, m => row.Holds(m, spec.Kind));

    /// <summary>Width that a row's label takes on one line.</summary>
    public static double Natural(ChartRow row, Sizes sizes) =>
        new[]
        {
            ChartFonts.Width(row.Heading, sizes.Row, bold: true),
            ChartFonts.Width(row.Label, sizes.Row),
            ChartFonts.Width(row.Mark.Detail ?? "", sizes.Small),
        }.Max() + 0.01;
}
