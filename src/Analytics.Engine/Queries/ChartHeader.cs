using System.Globalization;
using System.Text;

namespace Analytics.Engine.Queries;

/// <summary>Writes a chart as the <c>chart:</c> of a query's header, which <see cref="QueryHeader"/> reads back as the same.</summary>
public static class ChartHeader
{
    /// <summary>The block with its keys, two blanks before each, ending in a newline.</summary>
    public static string Write(ChartHint chart)
    {
        var text = new StringBuilder("chart:\n");
        Line(text, "kind", Word(chart.Kind));
        foreach (var key in ChartHint.ColumnKeys)
            Line(text, key, chart.Columns.GetValueOrDefault(key) is { } column ? Word(column) : null);
        Line(text, "order", chart.Order);
        Line(text, "title", Both(chart.Title));
        Line(text, "subtitle", Both(chart.Subtitle));
        Line(text, "notes", Both(chart.Notes));
        List(
            text,
            "references",
            chart.References.Select(r => $"{{value: {r.Value.ToString("R", CultureInfo.InvariantCulture)}, label: {Both(r.Label)}}}")
        );
        List(
            text,
            "annotations",
            chart.Annotations.Select(a => $"{{at: {(a.At.Zh == a.At.En ? Quoted(a.At.Zh) : Both(a.At))}, text: {Both(a.Text)}}}")
        );
        Line(text, "allow", chart.Allow.Count > 0 ? $"[{string.Join(", ", chart.Allow.Select(Word))}]" : null);
        Line(text, "style", chart.Style);
        Line(text, "size", chart.Size is { } size ? Quoted(size) : null);
        Line(text, "scale", chart.Scale?.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static void Line(StringBuilder text, string key, string? value)
    {
        if (value is not null)
            text.Append(CultureInfo.InvariantCulture, $"  {key}: {value}\n");
    }

    private static void List(StringBuilder text, string key, IEnumerable<string> items)
    {
        foreach (var (i, item) in items.Index())
            text.Append(i == 0 ? $"  {key}:\n" : "").Append(CultureInfo.InvariantCulture, $"    - {item}\n");
    }

    private static string? Both(Localized? text) => text is null ? null : $"{{zh: {Quoted(text.Zh)}, en: {Quoted(text.En)}}}";

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
