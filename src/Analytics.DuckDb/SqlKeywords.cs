namespace Analytics.DuckDb;

/// <summary>Which names must be quoted in SQL.</summary>
internal static class SqlKeywords
{
    public static string QuoteIfNeeded(string name) =>
        name.All(symbol => symbol is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_') && !char.IsAsciiDigit(name[0])
            ? name
            : DuckDbType.Quote(name, '"');
}
