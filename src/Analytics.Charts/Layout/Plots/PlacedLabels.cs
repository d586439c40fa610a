namespace Analytics.Charts;

/// <summary>Labels of points where they stand, with the remarks on them where there is room for both.</summary>
/// <param name="spec">The chart.</param>
/// <param name="inset">From the left edge of a place to the label in it.</param>
internal sealed class PlacedLabels(ChartSpec spec, double inset)
{
    private readonly Dictionary<ChartMark, (Box Box, bool IsNoted)> _labels = new(ReferenceEqualityComparer.Instance);

    /// <summary>The label with its remarks, else without them, in the place that is found for it; null without any.</summary>
    /// <param name="mark">The point.</param>
    /// <param name="labelOf">Its label with these remarks.</param>
    /// <param name="find">A place for a label; one with remarks must keep off strokes.</param>
    public (ValueLabel Label, Spot At)? Place(ChartMark mark, Func<MarkNotes, ValueLabel> labelOf, Func<ValueLabel, bool, Spot?> find)
    {
        var notes = MarkNotes.Of(spec, m => ReferenceEquals(m, mark));
        var isNoted = notes.Texts.Count > 0 || notes.Signs.Length > 0;
        foreach (var tried in isNoted ? [notes, MarkNotes.None] : (MarkNotes[])[notes])
        {
            var label = labelOf(tried);
            var withNotes = isNoted && tried == notes;
            if (find(label, withNotes) is not { } at)
                continue;
            Add(mark, label.BoxAt(at.X + inset, at.Y), withNotes);
            return (label, at);
        }
        return null;
    }

    public void Add(ChartMark mark, Box box, bool isNoted) => _labels[mark] = (box, isNoted);

    /// <summary>What further remarks on the mark are tied to.</summary>
    public MarkAnchor Anchor(ChartMark mark, Box shape, Box within) =>
        _labels.TryGetValue(mark, out var label)
            ? new(mark, shape, within) { Label = label.Box, IsNoted = label.IsNoted }
            : new(mark, shape, within);
}
