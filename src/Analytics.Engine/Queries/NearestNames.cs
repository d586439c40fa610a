namespace Analytics.Engine.Queries;

/// <summary>What somebody may have meant by a name that does not exist.</summary>
public static class NearestNames
{
    private const int MaxSuggestions = 3;

    /// <summary>Up to three candidates: those that contain the name or its last part, and those a few edits away, nearest first.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> candidates) =>
        [
            .. candidates
                .Select(c => (Candidate: c, Distance: Distance(name, c)))
                .Where(x => x.Distance <= Math.Max(2, name.Length / 3))
                .OrderBy(x => x.Distance)
                .ThenBy(x => x.Candidate, StringComparer.Ordinal)
                .Take(MaxSuggestions)
                .Select(x => x.Candidate),
        ];

    private static int Distance(string name, string candidate)
    {
        var whole = Edits(name, candidate);
        var last = Edits(name, candidate[(candidate.LastIndexOf('/') + 1)..]);
        var contained = candidate.Contains(name, StringComparison.OrdinalIgnoreCase) ? 1 : int.MaxValue;
        return Math.Min(Math.Min(whole, last), contained);
    }

    /// <summary>Levenshtein distance, ignoring case; one row of the table at a time.</summary>
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var best = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[b.Length];
    }
}
