using System.Collections.Immutable;
using Analytics.Figures;

namespace Analytics.Tui.Evidence;

/// <summary>The sentences of the selected row.</summary>
/// <param name="Known">Observations read so far, by id; null for ids that nothing answers to.</param>
/// <param name="Asked">Ids that were asked for and not answered yet.</param>
/// <param name="Index">Which of the row's observations is shown.</param>
/// <param name="Top">First line shown in the sentence view.</param>
internal sealed record SentenceState(ImmutableDictionary<string, Observation?> Known, ImmutableHashSet<string> Asked, int Index, int Top)
{
    // Sentences are read for the rows around the cursor in one go, so that moving on shows the next one at once.
    private const int RowsAround = 60;

    public static readonly SentenceState Empty = new(ImmutableDictionary<string, Observation?>.Empty, [], 0, 0);

    /// <summary>With answers.</summary>
    public SentenceState With(ObservationsRead answer)
    {
        var found = answer.Found.ToDictionary(o => o.Id);
        return this with
        {
            Known = Known.SetItems(answer.Asked.Select(id => KeyValuePair.Create(id, found.GetValueOrDefault(id)))),
            Asked = Asked.Except(answer.Asked),
        };
    }

    /// <summary>The ids to ask for so that the cursor's row, and those around it, have their sentences; none if the row has them.</summary>
    public IReadOnlyList<string> Missing(FigureRows figures)
    {
        if (figures.Row is not { } row || figures.Ids.All(IsSettled))
            return [];
        var first = Math.Max(0, row - RowsAround);
        return
        [
            .. Enumerable
                .Range(first, Math.Min(figures.Rows - first, 2 * RowsAround))
                .SelectMany(figures.Of)
                .Distinct()
                .Where(id => !IsSettled(id)),
        ];
    }

    private bool IsSettled(string id) => Known.ContainsKey(id) || Asked.Contains(id);
}
