using System.Globalization;
using System.Text;

namespace Analytics.Engine.Queries;

/// <summary>A chart as the <c>chart:</c> of a query's header: read, and written so that it is read back as the same.</summary>
public static class ChartHeader
{
    internal static ChartHint Read(HeaderNode node)
    {
        node.AllowKeys([.. ChartOption.All.Select(o => o.Key)]);
        var values = ChartOption.All.Aggregate(
            ChartOptionValues<Localized>.None,
            (all, option) =>
                (option.IsRequired ? node.Required(option.Key) : node.Optional(option.Key)) is { } value
                    ? all.With(option.Key, Values(option, value))
                    : all
        );
        return new ChartHint(values, node.Line);
    }

    private static IEnumerable<Localized> Values(ChartOption option, HeaderNode node) =>
        option.Form switch
        {
            ChartOptionForm.Choice => [Localized.Same(node.OneOf([.. option.Words.Select(w => w.Word)]))],
            ChartOptionForm.Number => [Localized.Same(node.Integer(1, option.Most).ToString(CultureInfo.InvariantCulture))],
            ChartOptionForm.Text => [QueryHeader.Text(node, option.MayBeEmpty)],
            ChartOptionForm.References => node.Items().Select(Reference),
            ChartOptionForm.Annotations => node.Items().Select(Annotation),
            ChartOptionForm.Codes => node.Items().Select(i => Localized.Same(i.Scalar())),
            _ => [Localized.Same(node.Scalar())],
        };

    private static Localized Reference(HeaderNode node)
    {
        node.AllowKeys("value", "label");
        var (value, label) = (node.Required("value").Number(), QueryHeader.Text(node.Required("label"), mayBeEmpty: false));
        return new Localized(new NamedValue(value, label.Zh).ToString(), new NamedValue(value, label.En).ToString());
    }

    private static Localized Annotation(HeaderNode node)
    {
        node.AllowKeys("at", "text");
        var mark = node.Required("at");
        var at = mark.IsMapping ? QueryHeader.Text(mark, mayBeEmpty: false) : Localized.Same(mark.Scalar());
        var text = QueryHeader.Text(node.Required("text"), mayBeEmpty: false);
        return new Localized(new MarkRemark(at.Zh, text.Zh).ToString(), new MarkRemark(at.En, text.En).ToString());
    }

    /// <summary>The block with its keys, two blanks before each, ending in a newline.</summary>
    public static string Write(ChartHint chart)
    {
        var text = new StringBuilder("chart:\n");
        foreach (var option in chart.Values.Given)
        {
            if (chart.Values[option.Key] is { Count: > 0 } values)
                text.Append(CultureInfo.InvariantCulture, $"  {option.Key}:{Written(option, values)}\n");
        }

        return text.ToString();
    }

    private static string Written(ChartOption option, IReadOnlyList<Localized> values) =>
        option.Form switch
        {
            ChartOptionForm.References or ChartOptionForm.Annotations => string.Concat(values.Select(v => $"\n    - {Item(option, v)}")),
            ChartOptionForm.Codes => $" [{string.Join(", ", values.Select(v => Word(v.En)))}]",
            ChartOptionForm.Text => " " + Both(values[0]),
            ChartOptionForm.Number => " " + values[0].En,
            _ => " " + Word(values[0].En),
        };

    private static string Item(ChartOption option, Localized item)
    {
        if (option.Form == ChartOptionForm.References)
        {
            var (zh, en) = (NamedValue.Of(item.Zh)!, NamedValue.Of(item.En)!);
            return $"{{value: {zh.Value.ToString("R", CultureInfo.InvariantCulture)}, label: {Both(new(zh.Name, en.Name))}}}";
        }

        var (mark, other) = (MarkRemark.Of(item.Zh)!, MarkRemark.Of(item.En)!);
        var at = mark.At == other.At ? Quoted(mark.At) : Both(new(mark.At, other.At));
        return $"{{at: {at}, text: {Both(new(mark.Text, other.Text))}}}";
    }

    private static string Both(Localized text) => $"{{zh: {Quoted(text.Zh)}, en: {Quoted(text.En)}}}";

    /// <summary>A plain word where YAML reads it as that word and nothing else.</summary>
    private static string Word(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
        && text.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n")
            ? text
            : Quoted(text);

    /// <summary>A text in double quotes; a slash beside an asterisk is escaped, since both would make a comment mark.</summary>
    private static string Quoted(string text)
    {
        var (quoted, hasMark) = (
            new StringBuilder("\""),
            text.Contains("/*", StringComparison.Ordinal) || text.Contains("*/", StringComparison.Ordinal)
        );
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '/' when hasMark => quoted.Append("\\x2F"),
                < ' ' or (>= '\x7f' and <= '\xa0') or '\u2028' or '\u2029' or '\ufeff' => quoted.Append(
                    CultureInfo.InvariantCulture,
                    $"\\u{(int)c:X4}"
                ),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
