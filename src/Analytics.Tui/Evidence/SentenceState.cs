using System.Collections.Immutable;
using Analytics.Engine.Lineage;
using Analytics.Figures;

namespace Analytics.Tui.Evidence;

/// <summary>The sentences of the cell under the cursor, or of its row.</summary>
/// <param name="Known">Observations read so far, by id; null for ids that nothing answers to.</param>
/// <param name="Asked">Ids that were asked for and not answered yet.</param>
/// <param name="Index">Which of the cell's observations is shown.</param>
/// <param name="Top">First line shown in the sentence view.</param>
internal sealed record SentenceState(ImmutableDictionary<string, Observation?> Known, ImmutableHashSet<string> Asked, int Index, int Top)
{
    /// <summary>Sentences of a group that are shown, and read, at a time.</summary>
    public const int PageSize = 100;

    // What rows stand on is read for those around the cursor in one go, so that moving on shows the next one at once.
    private const int RowsAround = 60;

    public static readonly SentenceState Empty = new(ImmutableDictionary<string, Observation?>.Empty, [], 0, 0);

    /// <summary>What rows stand on, as far as it was read.</summary>
    public ImmutableDictionary<long, RowFigures> Rows { get; init; } = ImmutableDictionary<long, RowFigures>.Empty;

    /// <summary>Rows that were asked for; also those that there were not.</summary>
    public ImmutableHashSet<long> AskedRows { get; init; } = [];

    /// <summary>How many figures the whole result stands on; null until they were counted.</summary>
    public long? Count { get; init; }

    /// <summary>Whether they were asked for.</summary>
    public bool IsCounting { get; init; }

    /// <summary>What the cell under the cursor stands on, or its row; null until it was read.</summary>
    public RowEvidence? Evidence(FigureRows figures) => figures.Row is { } row ? Rows.GetValueOrDefault(row)?.Of(figures.Column) : null;

    /// <summary>The figures that the cell under the cursor stands on; none until they were read.</summary>
    public IReadOnlyList<string> Ids(FigureRows figures) => Evidence(figures)?.ObservationIds ?? [];

    /// <summary>Those of the page that is in view.</summary>
    public IReadOnlyList<string> Page(FigureRows figures) => [.. Ids(figures).Skip(Index / PageSize * PageSize).Take(PageSize)];

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

    /// <summary>With what rows stand on; rows that are not there yet may be asked for again.</summary>
    public SentenceState With(FiguresRead answer) =>
        this with
        {
            Rows = Rows.SetItems(answer.Rows.Select((figures, i) => KeyValuePair.Create(answer.First + i, figures))),
            AskedRows = AskedRows.Except(
                Enumerable.Range(answer.Rows.Count, answer.Asked - answer.Rows.Count).Select(i => answer.First + i)
            ),
        };

    /// <summary>The rows to ask for so that it is known what the cursor's row, and those around it, stand on; null if it is.</summary>
    public (long First, int Count)? MissingRows(FigureRows figures)
    {
        if (figures.Row is not { } row || !figures.StandOnFigures || Rows.ContainsKey(row) || AskedRows.Contains(row))
            return null;
        if (!figures.Kept.Lineage.IsKept)
            return (row, 1);
        var first = Math.Max(0, row - RowsAround);
        return (first, Math.Min(figures.Rows - first, 2 * RowsAround));
    }

    /// <summary>
    /// The ids to ask for so that the page in view has its sentences, and rows around their first one; none if it has them.
    /// </summary>
    public IReadOnlyList<string> Missing(FigureRows figures)
    {
        var page = Page(figures);
        if (page.All(IsSettled))
            return [];
        var row = figures.Row!.Value;
        var around = Enumerable.Range(row - RowsAround, 2 * RowsAround).Select(r => Rows.GetValueOrDefault(r)?.Of(figures.Column));
        return
        [
            .. page.Concat(around.OfType<RowEvidence>().SelectMany(e => e.ObservationIds.Take(1))).Distinct().Where(id => !IsSettled(id)),
        ];
    }

    private bool IsSettled(string id) => Known.ContainsKey(id) || Asked.Contains(id);
}
