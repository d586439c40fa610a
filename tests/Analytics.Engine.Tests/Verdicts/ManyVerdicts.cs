using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Verdicts;

namespace Analytics.Engine.Tests.Verdicts;

/// <summary>Verdicts on three hundred sets of one property, of one theme, or of none in common, with what they are about.</summary>
public sealed class ManyVerdicts
{
    private const int Sets = 300;

    public ManyVerdicts()
    {
        using var session = TestHome.Open();
        All = Rows(
            session,
            """
            SELECT f.obs_id, f.county_id, f.value_printed, f.value_printed_en, f.indicator_zh, f.indicator_en, f.population_zh,
                f.population_en, f.period_text, CAST(f.article_date_from AS VARCHAR) AS day, f.criterion, i.property, f.theme
            FROM figures AS f JOIN indicator AS i ON i.indicator_id = f.indicator_id WHERE f.restates_obs_id IS NULL ORDER BY f.obs_id
            """
        );
        Phrases = Rows(session, "SELECT obs_id, zh, en FROM phrase");
        Counties = Rows(session, "SELECT place_id, name_en FROM place WHERE level = 'county'");
        var (random, reader) = (new Random(20261130), new VerdictReader(session));
        Verdicts =
        [
            .. Enumerable.Range(0, Sets).Select(i => Chosen(random, i)).Select(rows => (reader.Of(rows.Select(r => r["obs_id"])), rows)),
        ];
    }

    public List<Dictionary<string, string>> All { get; }

    public List<Dictionary<string, string>> Phrases { get; }

    public List<Dictionary<string, string>> Counties { get; }

    public IReadOnlyList<(VerdictText Verdict, List<Dictionary<string, string>> Rows)> Verdicts { get; }

    private List<Dictionary<string, string>> Chosen(Random random, int number)
    {
        var seed = All[random.Next(All.Count)];
        var pool = (number % 3) switch
        {
            0 => All.Where(r => r["property"] == seed["property"]),
            1 => All.Where(r => r["theme"] == seed["theme"]),
            _ => All,
        };
        return [.. pool.OrderBy(_ => random.Next()).Take(random.Next(1, 9))];
    }

    private static List<Dictionary<string, string>> Rows(AnalyticsSession session, string sql)
    {
        using var table = ResultTable.Read(session.Run(sql));
        return
        [
            .. Enumerable
                .Range(0, (int)table.RowCount)
                .Select(row =>
                    table.Columns.Select((c, i) => (c.Name, Text: table.Text(row, i) ?? "")).ToDictionary(c => c.Name, c => c.Text)
                ),
        ];
    }
}
