using System.Collections.Frozen;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Sql;

/// <summary>
/// Which words are keywords, by the categories of <c>duckdb_keywords()</c> and by their neighbours: most words of the
/// grammar may also be names (<c>value</c>, <c>year</c>, <c>level</c>), and are read as such unless a neighbour shows
/// that they are not.
/// </summary>
internal static class SqlWords
{
    /// <summary>Words that can never be a bare name of a column, table or function.</summary>
    public static readonly FrozenSet<string> Reserved = Words(
        """
        all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create
        default deferrable desc describe distinct do else end except false fetch for foreign from group having in
        initially intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer
        pivot_wider placing primary qualify references returning select show some summarize symmetric table then to
        trailing true union unique unpivot using variadic when where window with
        """
    );

    /// <summary>Words that may name functions or types, but no columns or tables.</summary>
    private static readonly FrozenSet<string> Joining = Words(
        """
        anti asof authorization by concurrently cross full generated glob ilike inner is isnull join left like natural
        notnull outer overlaps positional right semi similar tablesample try_cast
        """
    );

    /// <summary>Words that may name functions or types, and must be quoted as names of columns or tables.</summary>
    private static readonly FrozenSet<string> OtherJoining = Words("at binary collation columns freeze map struct unpack verbose");

    /// <summary>Words that a parenthesis may follow as keywords.</summary>
    private static readonly FrozenSet<string> BeforeParenthesis = Words("by ilike is join like using try_cast");

    /// <summary>Words that begin a statement.</summary>
    public static readonly FrozenSet<string> Heads = Words(
        """
        abort alter attach begin call checkpoint comment commit copy deallocate delete detach drop end execute explain
        export force import insert install load merge pragma prepare reset rollback set start truncate update use vacuum
        values
        """
    );

    private static readonly FrozenSet<string> ValueHeads = Words("create prepare insert copy explain");

    private static readonly FrozenSet<string> DefiningHeads = Words("create alter");

    /// <summary>Each word is a keyword after one of those that follow it.</summary>
    private static readonly FrozenDictionary<string, string[]> After = Table(
        """
        analyze: explain
        by: group order partition union all intersect except
        cascade: if
        column: add drop rename alter comment
        conflict: on
        database: attach
        delete: do
        exists: if
        first: nulls
        following: unbounded
        function: create replace temp temporary drop
        if: table view schema macro function sequence type index database
        index: create unique drop
        key: primary foreign
        last: nulls
        macro: create replace temp temporary drop
        nothing: do
        nulls: ignore respect
        preceding: unbounded
        row: current
        sample: using
        schema: create drop replace
        sequence: create drop temp temporary replace
        set: update do matched
        temp: create replace
        temporary: create replace
        type: create drop replace
        update: do
        view: create replace temp temporary drop recursive alter
        """
    );

    /// <summary>Each word is a keyword before one of those that follow it.</summary>
    private static readonly FrozenDictionary<string, string[]> Before = Table(
        """
        add: column
        current: row
        exclude: (
        exists: (
        first: row
        if: not exists
        ignore: nulls
        nulls: first last
        partition: by
        rename: to column
        replace: table view macro function temp temporary into
        respect: nulls
        unbounded: preceding following
        within: group
        """
    );

    public static readonly FrozenSet<string> Frames = Words("rows range groups");

    private static readonly FrozenSet<string> FrameBounds = Words("between unbounded current");

    private static readonly FrozenSet<string> SortWords = Words("asc desc first last");

    /// <summary>Names of types that are hardly anything else.</summary>
    private static readonly FrozenSet<string> Types = Words(
        """
        bigint bignum binary bit bitstring blob bool boolean bpchar bytea char date datetime dec decimal double enum
        float float4 float8 guid hugeint int int1 int128 int16 int2 int32 int4 int64 int8 integer interval json list
        logical long map numeric nvarchar oid real short signed smallint string struct text time timestamp
        timestamp_ms timestamp_ns timestamp_s timestamp_us timestamptz timetz tinyint ubigint uhugeint uint128 uint16
        uint32 uint64 uint8 uinteger union usmallint utinyint uuid varbinary varchar variant varint
        """
    );

    /// <summary>What a word is among its neighbours.</summary>
    public static SqlTokenKind Classify(ReadOnlySpan<char> word, in WordContext at)
    {
        // In an unfinished "f. FROM figures f" the dot waits for a name that is not this word.
        if (at.Previous is "." && !(at.IsApart && In(Reserved, word)))
            return NameKind(at);
        if (at.Next is ":" or ":=" or "=>")
            return SqlTokenKind.Identifier;
        if (at.Previous.Equals("as", StringComparison.OrdinalIgnoreCase))
            return AfterAs(word, at);
        if (at.IsFirst && In(Heads, word))
            return SqlTokenKind.Keyword;
        if (IsType(word, at))
            return SqlTokenKind.Type;
        return IsKeyword(word, at) ? SqlTokenKind.Keyword : NameKind(at);
    }

    /// <summary>After AS stands a new name, which may be any word, unless a query or a type must follow.</summary>
    private static SqlTokenKind AfterAs(ReadOnlySpan<char> word, in WordContext at)
    {
        if (at.IsInCast)
            return SqlTokenKind.Type;
        var isKeyword =
            (word.Equals("materialized", StringComparison.OrdinalIgnoreCase) && at.Next is "(")
            || at.Next.Equals("materialized", StringComparison.OrdinalIgnoreCase)
            || (In(ValueHeads, at.Head) && at.Next is not ("" or "," or ";") && In(Reserved, word));
        return isKeyword ? SqlTokenKind.Keyword : SqlTokenKind.Identifier;
    }

    private static bool IsType(ReadOnlySpan<char> word, in WordContext at) =>
        In(Types, word)
        && (
            at.Previous is "::"
            || at.NextKind == SqlTokenKind.Text
            || (word.Equals("interval", StringComparison.OrdinalIgnoreCase) && at.NextKind is SqlTokenKind.Number)
            || (In(DefiningHeads, at.Head) && at.PreviousKind is SqlTokenKind.Identifier or SqlTokenKind.QuotedIdentifier)
        );

    private static bool IsKeyword(ReadOnlySpan<char> word, in WordContext at)
    {
        if (In(Reserved, word))
            return true;
        if (In(Joining, word))
            return at.Next is not "(" || In(BeforeParenthesis, word);
        return Has(After, word, at.Previous) || Has(Before, word, at.Next) || IsInfix(word, at);
    }

    /// <summary>Words that are keywords only after a value: <c>x BETWEEN 1 AND 2</c>, <c>sum(x) FILTER (…) OVER (…)</c>.</summary>
    private static bool IsInfix(ReadOnlySpan<char> word, in WordContext at)
    {
        if (word.Equals("between", StringComparison.OrdinalIgnoreCase))
        {
            return !In(Reserved, at.Next)
                && at.Next is not ("" or "," or ")")
                && (at.FollowsValue || at.Previous.Equals("not", StringComparison.OrdinalIgnoreCase) || at.PreviousIsFrame);
        }

        if (In(Frames, word))
            return In(FrameBounds, at.Next) && (at.FollowsValue || In(SortWords, at.Previous));
        if (word.Equals("over", StringComparison.OrdinalIgnoreCase))
            return at.Previous is ")" && (at.Next is "(" || (at.NextKind == SqlTokenKind.Identifier && !In(Reserved, at.Next)));
        if (word.Equals("materialized", StringComparison.OrdinalIgnoreCase))
            return at.Next is "(" && at.Previous.Equals("not", StringComparison.OrdinalIgnoreCase);
        if (word.Equals("filter", StringComparison.OrdinalIgnoreCase))
            return at.Previous is ")" && at.Next is "(";
        if (word.Equals("replace", StringComparison.OrdinalIgnoreCase))
        {
            return (at.Previous is "*" && at.Next is "(")
                || (
                    at.Head.Equals("create", StringComparison.OrdinalIgnoreCase)
                    && at.Previous.Equals("or", StringComparison.OrdinalIgnoreCase)
                );
        }

        if (word.Equals("recursive", StringComparison.OrdinalIgnoreCase))
        {
            return at.Previous.Equals("with", StringComparison.OrdinalIgnoreCase)
                && at.NextKind == SqlTokenKind.Identifier
                && !In(Reserved, at.Next);
        }

        if (word.Equals("values", StringComparison.OrdinalIgnoreCase))
            return at.Next is "(" && at.Previous is "(" or ")" or "" || (at.Next is "(" && In(ValueHeads, at.Head));
        return word.Equals("set", StringComparison.OrdinalIgnoreCase)
            && at.Head.Equals("update", StringComparison.OrdinalIgnoreCase)
            && at.FollowsValue;
    }

    private static SqlTokenKind NameKind(in WordContext at) => at.Next is "(" ? SqlTokenKind.Function : SqlTokenKind.Identifier;

    public static bool In(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool Has(FrozenDictionary<string, string[]> table, ReadOnlySpan<char> word, ReadOnlySpan<char> neighbour)
    {
        if (!table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var neighbours))
            return false;
        foreach (var one in neighbours)
        {
            if (neighbour.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>A name as it must be written in SQL: within quotes only where it could be read as something else.</summary>
    public static string Quoted(string name)
    {
        var isPlain = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        return isPlain && !In(Reserved, name) && !In(Joining, name) && !In(OtherJoining, name) ? name : SqlText.Identifier(name);
    }

    private static string[] Split(string text) => text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Words(string text) => Split(text).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, string[]> Table(string text) =>
        text.Split('\n')
            .Select(line => line.Split(':'))
            .ToFrozenDictionary(line => line[0].Trim(), line => Split(line[1]), StringComparer.OrdinalIgnoreCase);
}

/// <summary>The neighbours of a word, comments and white space left out; empty where there is none.</summary>
internal readonly ref struct WordContext
{
    /// <summary>The token before the word, within the statement.</summary>
    public required ReadOnlySpan<char> Previous { get; init; }

    public required SqlTokenKind PreviousKind { get; init; }

    /// <summary>The token after the word.</summary>
    public required ReadOnlySpan<char> Next { get; init; }

    public required SqlTokenKind NextKind { get; init; }

    /// <summary>The first word of the statement; empty while there is none.</summary>
    public required ReadOnlySpan<char> Head { get; init; }

    /// <summary>Whether white space stands before the word.</summary>
    public required bool IsApart { get; init; }

    /// <summary>Whether the innermost brackets are those of a CAST.</summary>
    public required bool IsInCast { get; init; }

    /// <summary>Whether the frame of a window begins before the word.</summary>
    public bool PreviousIsFrame => PreviousKind == SqlTokenKind.Keyword && SqlWords.In(SqlWords.Frames, Previous);

    public bool IsFirst => Previous.IsEmpty;

    /// <summary>Whether an expression or a name ends before the word.</summary>
    public bool FollowsValue =>
        PreviousKind
            is SqlTokenKind.Identifier
                or SqlTokenKind.QuotedIdentifier
                or SqlTokenKind.Number
                or SqlTokenKind.Text
                or SqlTokenKind.Parameter
        || Previous is ")" or "]" or "}";
}
