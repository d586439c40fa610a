using Analytics.DuckDb;

namespace Analytics.Engine.Export;

/// <summary>Column names for formats in which a name may stand only once: repeated ones get <c>_1</c>, <c>_2</c>.</summary>
internal static class UniqueNames
{
    public static IReadOnlyList<string> Of(IReadOnlyList<ResultColumn> columns)
    {
        var taken = columns.Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. columns.Select(c => seen.Add(c.Name) ? c.Name : Next(c.Name, taken))];
    }

    private static string Next(string name, HashSet<string> taken)
    {
        for (var n = 1; ; n++)
        {
            if (taken.Add($"{name}_{n}"))
                return $"{name}_{n}";
        }
    }
}
