using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tests.Workspaces;

namespace Analytics.Engine.Tests.Lineage;

/// <summary>What evidence means, tried by taking observations away.</summary>
public sealed class EvidencePropertyTests : IDisposable
{
    private readonly LineageSession _lineage = new();

    public void Dispose() => _lineage.Dispose();

    [ForAnyChoices(25)]
    public void Taking_all_evidence_away_takes_the_row_and_taking_other_observations_leaves_it(Choices random)
    {
        var sql = new AnyStatement(random).Next();
        var query = _lineage.Query(sql);
        using var result = query.Run();
        result.Reason.ShouldBeNull(sql);
        var lines = Lines(result.Table);
        lines.ShouldBe(Lines(_lineage.Session.Run(sql)), sql);
        if (lines.Length == 0)
            return;
        var row = random.Next(lines.Length);
        var evidence = query.OfRow(result.Table, row, withDeciders: true);
        evidence.State.ShouldNotBe(EvidenceState.NotTraced, $"{sql}\n{evidence.Reason}");
        var before = lines.Count(l => l == lines[row]);
        if (evidence.ObservationIds.Count > 0)
            RowsLikeIt(sql, lines[row], evidence.ObservationIds).ShouldBeLessThan(before, $"{sql}\n{lines[row]}");
        if (query.Dependences.Any(d => d.Kind == DependenceKind.Absence))
            return; // What is not there may be there without what kept it away, and keep away others.
        var others = Others([.. evidence.ObservationIds, .. evidence.Deciders], random);
        RowsLikeIt(sql, lines[row], others).ShouldBe(before, $"{sql}\n{lines[row]}\nwithout {string.Join(", ", others)}");
    }

    /// <summary>How many rows equal a line when some observations are gone.</summary>
    private int RowsLikeIt(string sql, string line, IReadOnlyCollection<string> without)
    {
        _lineage.Execute("BEGIN");
        try
        {
            _lineage.Change(
                $"DELETE FROM observation WHERE obs_id IN ({string.Join(", ", without.Select(SqlText.Literal).DefaultIfEmpty("''"))})"
            );
            return Lines(_lineage.Session.Run(sql)).Count(l => l == line);
        }
        finally
        {
            _lineage.Execute("ROLLBACK");
        }
    }

    private List<string> Others(HashSet<string> named, Choices random)
    {
        using var table = ResultTable.Read(_lineage.Session.Run("SELECT obs_id FROM observation ORDER BY obs_id"));
        var others = table.Lines().Split('\n').Where(id => !named.Contains(id)).ToList();
        return others.Count == 0 ? [] : [.. Enumerable.Range(0, 25).Select(_ => others[random.Next(others.Count)]).Distinct()];
    }

    private static string[] Lines(RunningQuery query)
    {
        using var table = ResultTable.Read(query);
        return Lines(table);
    }

    private static string[] Lines(ResultTable table) => table.RowCount == 0 ? [] : table.Lines().Split('\n');
}
