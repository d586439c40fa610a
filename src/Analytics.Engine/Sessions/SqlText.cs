namespace Analytics.Engine.Sessions;

/// <summary>The one place that puts names and texts into SQL where parameters cannot go: definitions, ATTACH, COPY, SET.</summary>
public static class SqlText
{
    /// <summary>A name as a quoted identifier.</summary>
    public static string Identifier(string name) => '"' + name.Replace("\"", "\"\"") + '"';

    /// <summary>A text as a string literal.</summary>
    public static string Literal(string text) => '\'' + text.Replace("'", "''") + '\'';
}
