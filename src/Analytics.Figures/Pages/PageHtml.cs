using System.Globalization;
using System.Net;
using System.Text;
using Analytics.Charts;
using Analytics.Engine.Pages;

namespace Analytics.Figures;

/// <summary>
/// A page as one HTML file: no script, no other file, a style for printing. Lines and points are pictures in it; figures lead to their
/// sentences.
/// </summary>
public static class PageHtml
{
    private const string Style = """
        body{font-family:"Noto Sans SC","Microsoft YaHei",sans-serif;max-width:75rem;margin:1.5rem auto;padding:0 1rem}
        body{color:#222;line-height:1.5}
        .filters{color:#555}section{margin:1.2rem 0}h2{font-size:1.05rem;border-bottom:1px solid #ccc;margin-bottom:.4rem}
        table{border-collapse:collapse;font-size:.9rem}
        th,td{padding:.15rem .6rem;border-bottom:1px solid #eee;text-align:left;vertical-align:top}
        .n{text-align:right;font-variant-numeric:tabular-nums}.bar{background:#4c78a8;height:.8rem;display:inline-block}
        img{max-width:100%}a{color:inherit;text-decoration-color:#999}tr:target{background:#fff3c4}
        .note,footer{color:#666;font-size:.85rem}@media print{body{max-width:none}section{break-inside:avoid}}
        """;

    /// <summary>The whole file.</summary>
    public static string Of(PageDocument page)
    {
        var html = new StringBuilder();
        html.Append(
            $"<!DOCTYPE html>\n<html lang=\"{page.Language.Code()}\"><head><meta charset=\"utf-8\"><title>{Text(page.Title)}</title>"
        );
        html.Append(
            $"<style>{Style}</style></head><body>\n<h1>{Text(page.Title)}</h1>\n"
                + $"<p class=\"filters\">{Text(PageText.FilterLine(page))}</p>\n"
        );
        var sentences = page
            .Visuals.SelectMany(v => v.Result.Content is VisualContent.Sentences s ? s.Rows : [])
            .Select(s => s.Id)
            .ToHashSet();
        foreach (var block in page.Visuals)
            Append(html, page, block, sentences);
        return html.Append($"<footer>{Text(page.Source)}</footer>\n</body></html>\n").ToString();
    }

    private static void Append(StringBuilder html, PageDocument page, PageBlock block, HashSet<string> sentences)
    {
        html.Append($"<section id=\"{Text(block.Name)}\"><h2>{Text(block.Title)}</h2>\n");
        foreach (var line in block.Lines)
            html.Append($"<p>{Text(line)}</p>\n");
        if (PageSheet.PictureOf(page, block) is { } picture)
            AppendPicture(html, block, picture);
        if (block.Rows.Count > 0)
            AppendTable(html, block, sentences);
        foreach (var note in block.Notes)
            html.Append($"<p class=\"note\">{Text(note)}</p>\n");
        html.Append("</section>\n");
    }

    private static void AppendPicture(StringBuilder html, PageBlock block, Sheet picture)
    {
        var svg = Convert.ToBase64String(SheetFile.Render(picture, ChartFormat.Svg));
        html.Append($"<img alt=\"{Text(block.Title)}\" src=\"data:image/svg+xml;base64,{svg}\">\n");
    }

    private static void AppendTable(StringBuilder html, PageBlock block, HashSet<string> sentences)
    {
        html.Append("<table><thead><tr>");
        for (var i = 0; i < block.Head.Count; i++)
            html.Append($"<th{Class(block, i)}>{Text(block.Head[i])}</th>");
        html.Append("</tr></thead><tbody>\n");
        var bars = Bars(block);
        for (var row = 0; row < block.Rows.Count; row++)
        {
            html.Append(block.Result.Content is VisualContent.Sentences s ? $"<tr id=\"{Text(s.Rows[row].Id)}\">" : "<tr>");
            for (var i = 0; i < block.Head.Count; i++)
                html.Append($"<td{Class(block, i)}>{Linked(block.Rows[row][i], EvidenceOf(block, row, i), sentences)}</td>");
            html.Append(bars is null ? "" : $"<td>{bars[row]}</td>").Append("</tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    /// <summary>A text that leads to the first of the sentences that it stands on, where the page has one.</summary>
    private static string Linked(string text, IReadOnlyList<string> evidence, HashSet<string> sentences) =>
        text.Length > 0 && evidence.FirstOrDefault(sentences.Contains) is { } id ? $"<a href=\"#{Text(id)}\">{Text(text)}</a>" : Text(text);

    /// <summary>Of a table its first column leads to sentences; of groups each figure.</summary>
    private static IReadOnlyList<string> EvidenceOf(PageBlock block, int row, int column) =>
        (block.Result.Content, column) switch
        {
            (VisualContent.Table table, 0) => table.Rows[row].Evidence,
            (VisualContent.Groups groups, > 0) when column <= groups.Rows[row].Cells.Count => groups.Rows[row].Cells[column - 1].Evidence,
            _ => [],
        };

    /// <summary>A bar for each row of a bar chart, all from zero on one scale; null for other visuals.</summary>
    private static string[]? Bars(PageBlock block)
    {
        if (block.Result is not { Visual.Kind: VisualKind.Bar, Content: VisualContent.Groups { Across: null } groups })
            return null;
        var most = groups.Rows.Max(r => r.Total.Value) ?? 0;
        return [.. groups.Rows.Select(r => r.Total.Value is > 0 and var value && most > 0 ? Bar(value / most) : "")];
    }

    private static string Bar(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"<span class=\"bar\" style=\"width:{share * 15:0.##}rem\"></span>");

    private static string Class(PageBlock block, int column) => block.Numbers[column] ? " class=\"n\"" : "";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
