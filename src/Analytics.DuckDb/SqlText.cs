namespace Analytics.DuckDb;

/// <summary>What can be said about SQL text without the engine.</summary>
internal static class SqlText
{
    /// <summary>C strings end at NUL, so the engine would silently run a part of such a text.</summary>
    public static void RequireNoNul(string sql)
    {
        if (sql.IndexOf('\0') is >= 0 and var position)
        {
            throw new DuckDbException("Parser Error: SQL text cannot contain the character U+0000", DuckDbErrorKind.Parser, position);
        }
    }
}
