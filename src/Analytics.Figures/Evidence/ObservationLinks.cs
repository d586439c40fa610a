using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>Which observations are parts of which, and which may count the same things, as the table <c>link</c> tells.</summary>
internal sealed class ObservationLinks
{
    private readonly List<(string Kind, string From, string To)> _links = [];

    /// <param name="session">Reads the table.</param>
    /// <param name="ids">The observations of a chart.</param>
    public ObservationLinks(AnalyticsSession session, IEnumerable<string> ids)
    {
        var wanted = string.Join(", ", ids.Distinct().Select(SqlText.Literal));
        if (wanted.Length == 0)
            return;
        using var table = ResultTable.Read(
            session.Run(
                $"""
                SELECT kind, from_obs, to_obs FROM product.link
                WHERE kind IN ('part_of', 'restates', 'possible_overlap') AND from_obs IN ({wanted}) ORDER BY ALL
                """
            )
        );
        for (var row = 0; row < table.RowCount; row++)
            _links.Add((table.Text(row, 0)!, table.Text(row, 1)!, table.Text(row, 2)!));
    }

    /// <summary>Whether all are parts of one whole.</summary>
    public bool ArePartsOfOne(IReadOnlyCollection<string> ids) =>
        _links.Where(l => l.Kind == "part_of").GroupBy(l => l.To).Any(whole => ids.All(id => whole.Any(l => l.From == id)));

    /// <summary>Whether one is a part of another, says the same again, or may count the same things.</summary>
    public bool Overlap(IReadOnlyCollection<string> ids) => _links.Any(l => ids.Contains(l.From) && ids.Contains(l.To));
}
