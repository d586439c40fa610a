using System.Buffers;

namespace Analytics.Engine.Sql;

/// <summary>Where completion is asked for.</summary>
internal enum CompletionPlace
{
    /// <summary>Within a comment, number, parameter and the like, where nothing is offered.</summary>
    Nowhere,

    /// <summary>At the start or end of a word, or between tokens.</summary>
    Word,

    /// <summary>Within a quoted name.</summary>
    QuotedName,

    /// <summary>Within a text.</summary>
    Literal,
}

/// <summary>The place of the cursor among the tokens.</summary>
/// <param name="Place">What surrounds the cursor, which decides what is offered.</param>
/// <param name="Token">Index of the token that is being typed; of the next one if none is.</param>
/// <param name="Prefix">What is typed of it so far, without its quote.</param>
/// <param name="Replace">What an offer takes the place of, quotes left out.</param>
internal sealed record CompletionPoint(CompletionPlace Place, int Token, string Prefix, Range Replace)
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n=,();");

    public static CompletionPoint At(SqlScript script, int offset)
    {
        var index = script.FirstTokenEndingAfter(offset);
        // A token that ends right at the cursor is the one being typed.
        if (index > 0 && script.Tokens[index - 1] is var before && before.End == offset && IsTyped(script.Text, before))
            index--;
        if (QueryName(script, index, offset) is { } first)
            return new(CompletionPlace.Word, first, script.Text[script.Tokens[first].Start..offset], script.Tokens[first].Start..offset);
        if (index == script.Tokens.Count || script.Tokens[index].Start >= offset)
            return new(CompletionPlace.Word, index, "", offset..offset);
        return Within(script.Text, script.Tokens[index], index, offset);
    }

    /// <summary>At the beginning of a statement <c>theme/name</c> is the name of a canned query; the index of its first token.</summary>
    private static int? QueryName(SqlScript script, int index, int offset)
    {
        var first = index - 2;
        var isName =
            first >= 0
            && (first == 0 || script.Tokens[first - 1].Kind == SqlTokenKind.Comment || script.Tokens[first - 1].In(script.Text) is ";")
            && script.Tokens[first + 1].In(script.Text) is "/"
            && SqlScanner.IsWordStart(script.Text[script.Tokens[first].Start])
            && script.Text.AsSpan(script.Tokens[first].Start, offset - script.Tokens[first].Start).IndexOfAny(WordEnds) < 0;
        return isName ? first : null;
    }

    private static bool IsTyped(string sql, SqlToken token) =>
        token.Kind switch
        {
            SqlTokenKind.Keyword
            or SqlTokenKind.Type
            or SqlTokenKind.Function
            or SqlTokenKind.Identifier
            or SqlTokenKind.Number
            or SqlTokenKind.Parameter => true,
            SqlTokenKind.Comment => !token.IsClosed || sql[token.Start] == '-',
            SqlTokenKind.Text or SqlTokenKind.QuotedIdentifier => !token.IsClosed,
            _ => false,
        };

    private static CompletionPoint Within(string sql, SqlToken token, int index, int offset)
    {
        var prefix = sql[token.Start..offset];
        return token.Kind switch
        {
            SqlTokenKind.Keyword or SqlTokenKind.Type or SqlTokenKind.Function or SqlTokenKind.Identifier => new(
                CompletionPlace.Word,
                index,
                prefix,
                token.Start..token.End
            ),
            SqlTokenKind.QuotedIdentifier when prefix[0] == '"' => new(
                CompletionPlace.QuotedName,
                index,
                prefix[1..],
                token.Start..(token.IsClosed ? token.End : offset)
            ),
            SqlTokenKind.Text when prefix[0] == '\'' => Literal(sql, token, index, offset),
            _ => new(CompletionPlace.Nowhere, index, "", offset..offset),
        };
    }

    private static CompletionPoint Literal(string sql, SqlToken token, int index, int offset)
    {
        // While one types, the next quote of the text may be that of another literal: only an unbroken word is replaced.
        var end = token.IsClosed ? token.End - 1 : offset;
        if (end > offset && sql.AsSpan(offset, end - offset).IndexOfAny(WordEnds) >= 0)
            end = offset;
        var start =
            sql.AsSpan(token.Start + 1, offset - token.Start - 1).LastIndexOfAny('%', '_') is >= 0 and var wild
            && sql[token.Start + 1] == '%'
                ? token.Start + wild + 2
                : token.Start + 1;
        return new(CompletionPlace.Literal, index, sql[start..offset], start..end);
    }
}
