using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Analytics.Engine.Documents;

/// <summary>
/// Text that is HTML or XML already. It is made of interpolated strings, whose holes are encoded, each of them; only what is
/// <see cref="Markup"/> itself goes in as it is, and <see cref="Raw"/> is the one way to say so of a text.
/// </summary>
public readonly record struct Markup(string Text)
{
    public static readonly Markup None = new("");

    /// <summary>The interpolated string with every hole encoded.</summary>
    public static Markup Of(MarkupBuilder text) => new(text.ToString());

    /// <summary>A text that is markup: never one that comes from data.</summary>
    public static Markup Raw(string markup) => new(markup);

    /// <summary>Piece behind piece.</summary>
    public static Markup Join<T>(IEnumerable<T> items, Func<T, Markup> piece) => new(string.Concat(items.Select(i => piece(i).Text)));

    /// <summary>
    /// A text as it stands in elements and in attributes between double quotes. Characters that XML cannot hold become U+FFFD.
    /// </summary>
    public static string Encode(string text) => FirstSpecial(text) < 0 ? text : Encoded(text);

    private static string Encoded(string text)
    {
        var into = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                into.Append(c).Append(text[++i]);
            else if (Entity(c) is { } entity)
                into.Append(entity);
            else
                into.Append(c);
        }

        return into.ToString();
    }

    private static int FirstSpecial(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) || Entity(text[i]) is not null)
                return i;
        }

        return -1;
    }

    private static string? Entity(char c) =>
        c switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            '\t' or '\n' => null,
            '\r' => "&#13;",
            < ' ' or '\uFFFE' or '\uFFFF' => "\uFFFD",
            _ when char.IsSurrogate(c) => "\uFFFD",
            _ => null,
        };
}

/// <summary>Takes an interpolated string and encodes its holes.</summary>
/// <param name="literalLength">Characters outside the holes.</param>
/// <param name="formattedCount">How many holes.</param>
[InterpolatedStringHandler]
public readonly struct MarkupBuilder(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + 16 * formattedCount);

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Markup markup) => _text.Append(markup.Text);

    public void AppendFormatted(string? text) => _text.Append(Markup.Encode(text ?? ""));

    public void AppendFormatted<T>(T number)
        where T : struct, ISpanFormattable => _text.Append(CultureInfo.InvariantCulture, $"{number}");

    public override string ToString() => _text.ToString();
}
