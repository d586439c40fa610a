namespace Analytics.Charts;

/// <summary>Where a mark stands in a body, for what is tied to it.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Shape">What it covers.</param>
/// <param name="Within">Where notes about it may stand.</param>
internal sealed record MarkAnchor(ChartMark Mark, Box Shape, Box Within)
{
    /// <summary>Its own text, to which a note may stand just as near; null where it has none.</summary>
    public Box? Label { get; init; }

    /// <summary>Whether the remarks on it are written in its label.</summary>
    public bool IsNoted { get; init; }

    /// <summary>
    /// The values, in shown units, that it stands for where it is a bar of a histogram: from the first to just before the second.
    /// </summary>
    public (double From, double To)? Interval { get; init; }

    public bool Answers(ChartAnnotation annotation) =>
        Interval is var (from, to) ? annotation.Value >= from && annotation.Value < to : annotation.IsOf(Mark);

    public MarkAnchor Moved(double dx, double dy) =>
        this with
        {
            Shape = Shape.Moved(dx, dy),
            Within = Within.Moved(dx, dy),
            Label = Label?.Moved(dx, dy),
        };
}
