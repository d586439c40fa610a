namespace Analytics.Curation;

/// <summary>
/// What an article says where a lost quote was probably taken from. Shown to the curator and never used to anchor anything.
/// </summary>
internal static class NearestText
{
    private const int ShortestCommonPart = 3;

    /// <summary>The stretch of the article that shares the longest run with the quote; null when they have nothing in common.</summary>
    public static Span? Find(ArticleText article, string form)
    {
        var best = (Length: 0, Quote: 0, Text: 0, Flow: (Flow?)null);
        foreach (var flow in article.Flows)
        {
            var common = LongestCommonPart(form, flow.Text);
            if (common.Length > best.Length)
                best = (common.Length, common.A, common.B, flow);
        }
        if (best.Flow is null || best.Length < ShortestCommonPart)
            return null;
        var start = Math.Max(0, best.Text - best.Quote);
        return new Span(best.Flow, start, Math.Min(best.Flow.Text.Length, start + form.Length));
    }

    /// <summary>Longest common substring by dynamic programming over the last row; proportional to the product of the lengths.</summary>
    private static (int Length, int A, int B) LongestCommonPart(string a, string b)
    {
        var row = new int[b.Length + 1];
        var best = (Length: 0, A: 0, B: 0);
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = b.Length; j >= 1; j--)
            {
                row[j] = a[i - 1] == b[j - 1] ? row[j - 1] + 1 : 0;
                if (row[j] > best.Length)
                    best = (row[j], i - row[j], j - row[j]);
            }
        }

        return best;
    }
}
