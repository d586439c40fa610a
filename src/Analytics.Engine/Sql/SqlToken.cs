namespace Analytics.Engine.Sql;

/// <summary>What a stretch of SQL is to a reader.</summary>
public enum SqlTokenKind
{
    /// <summary>A keyword where it stands; a column called <c>value</c> or <c>year</c> is none.</summary>
    Keyword,

    /// <summary>A type where it can be nothing else: in a cast, before a literal, in a definition of columns.</summary>
    Type,

    /// <summary>A name before an opening parenthesis.</summary>
    Function,

    /// <summary>A name of a table, column, alias and so on.</summary>
    Identifier,

    /// <summary><c>"name"</c>.</summary>
    QuotedIdentifier,

    /// <summary><c>'…'</c>, <c>E'…'</c>, <c>x'…'</c>, <c>$$…$$</c>, <c>$tag$…$tag$</c>.</summary>
    Text,

    /// <summary>A number without its sign.</summary>
    Number,

    /// <summary><c>$name</c>, <c>$1</c>, <c>?</c>.</summary>
    Parameter,

    /// <summary><c>-- …</c> or <c>/* … */</c>, which nests.</summary>
    Comment,

    /// <summary>An operator, <c>::</c>, <c>:=</c> or a colon.</summary>
    Operator,

    /// <summary>One of <c>( ) [ ] { }</c>.</summary>
    Bracket,

    /// <summary>Comma, semicolon or dot.</summary>
    Separator,

    /// <summary>A character that SQL does not know.</summary>
    Unknown,
}

/// <summary>A stretch of SQL. White space belongs to none.</summary>
/// <param name="Kind">What the stretch is.</param>
/// <param name="Start">0-based, in UTF-16 units of the text or line that was read.</param>
/// <param name="Length">In UTF-16 units; at least 1.</param>
/// <param name="IsClosed">False if a text, quoted name or comment lacks its end (in a line: goes on in the next).</param>
public readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length, bool IsClosed = true)
{
    /// <summary>The offset after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The characters of the token.</summary>
    /// <param name="sql">The text or line that was read.</param>
    public ReadOnlySpan<char> In(string sql) => sql.AsSpan(Start, Length);
}
