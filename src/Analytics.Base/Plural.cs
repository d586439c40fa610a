namespace Analytics;

/// <summary>English nouns beside a number.</summary>
public static class Plural
{
    /// <param name="count">How many there are.</param>
    /// <param name="one">The noun of one.</param>
    /// <param name="many">Of more or none; null: with an s.</param>
    public static string Of(long count, string one, string? many = null) => count == 1 ? one : many ?? one + "s";

    /// <summary>The first so many of them: "the first row", "the first 3 rows".</summary>
    public static string First(long count, string one) => count == 1 ? $"first {one}" : $"first {count:N0} {one}s";
}
