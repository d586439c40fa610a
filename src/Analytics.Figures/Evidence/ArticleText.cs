using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>A source file around one observation.</summary>
/// <param name="SourceFile">Name of the source's file below <c>seeds/</c>.</param>
/// <param name="Title">The article's title; empty where it has none.</param>
/// <param name="Lines">All lines of the source, without line ends.</param>
/// <param name="OwnLines">Indexes of the lines that belong to the observation's article.</param>
/// <param name="Marks">The observation's quote: stretches of lines, in UTF-16 units.</param>
public sealed record ArticleText(
    string SourceFile,
    string Title,
    IReadOnlyList<string> Lines,
    IReadOnlySet<int> OwnLines,
    IReadOnlyList<ArticleMark> Marks
)
{
    /// <summary>The source of an observation; null where the tables do not have it.</summary>
    public static ArticleText? Read(AnalyticsSession session, Observation observation)
    {
        var id = SqlText.Literal(observation.Id);
        using var source = ResultTable.Read(
            session.Run($"SELECT text FROM product.source WHERE source_file = {SqlText.Literal(observation.SourceFile)}")
        );
        if (source.RowCount == 0)
            return null;
        var text = source.Text(0, 0)!;
        var ranges = Pairs(session, $"SELECT char_start, char_end FROM product.anchor WHERE obs_id = {id} ORDER BY part");
        var segments = Pairs(
            session,
            $"SELECT line_from, line_to FROM product.segment WHERE article_id = {SqlText.Literal(observation.ArticleId)} "
                + $"AND source_file = {SqlText.Literal(observation.SourceFile)}"
        );
        return Of(observation, text, ranges, segments);
    }

    /// <param name="observation">What the view is about.</param>
    /// <param name="text">The whole source.</param>
    /// <param name="ranges">Ranges of the quote in code points, as in table <c>anchor</c>.</param>
    /// <param name="segments">First and last 1-based line of each segment of the article.</param>
    public static ArticleText Of(
        Observation observation,
        string text,
        IReadOnlyList<(long From, long To)> ranges,
        IReadOnlyList<(long From, long To)> segments
    )
    {
        var lines = new List<string>();
        var marks = new List<ArticleMark>();
        var units = UnitsOf(text, [.. ranges.SelectMany(r => new[] { r.From, r.To })]);
        for (int start = 0, number = 0; start <= text.Length; number++)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            lines.Add(text[start..end].TrimEnd('\r'));
            for (var i = 0; i < ranges.Count; i++)
            {
                if (Math.Max(units[2 * i], start) is var from && Math.Min(units[2 * i + 1], end) is var to && from < to)
                    marks.Add(new ArticleMark(number, from - start, to - from));
            }

            start = end + 1;
        }
        var own = segments.SelectMany(s => Enumerable.Range((int)s.From - 1, (int)(s.To - s.From) + 1)).ToHashSet();
        return new ArticleText(observation.SourceFile, observation.Article, lines, own, marks);
    }

    /// <summary>UTF-16 offsets of code-point offsets.</summary>
    private static int[] UnitsOf(string text, long[] codePoints)
    {
        var units = new int[codePoints.Length];
        Array.Fill(units, text.Length);
        long seen = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]))
                continue;
            for (var k = 0; k < units.Length; k++)
            {
                if (codePoints[k] == seen)
                    units[k] = i;
            }

            seen++;
        }
        return units;
    }

    private static List<(long From, long To)> Pairs(AnalyticsSession session, string sql)
    {
        using var table = ResultTable.Read(session.Run(sql));
        return
        [
            .. Enumerable.Range(0, (int)table.RowCount).Select(row => (long.Parse(table.Text(row, 0)!), long.Parse(table.Text(row, 1)!))),
        ];
    }
}

/// <summary>A stretch of one line of a source.</summary>
public readonly record struct ArticleMark(int Line, int Start, int Length);
