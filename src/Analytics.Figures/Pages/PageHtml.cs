using System.Globalization;
using System.Net;
using System.Text;
using Analytics.Charts;
using Analytics.Engine.Pages;

namespace Analytics.Figures;

/// <summary>
/// A page as one HTML file that needs no other one: visuals stand beside each other as on the page's largest layout, lines and points are
/// pictures, figures lead to their sentences. Where scripts run, heads sort their tables; nothing else needs one.
/// </summary>
public static class PageHtml
{
    /// <summary>Texts up to this length are not broken: dates, names, figures.</summary>
    private const int MostUnbroken = 16;

    private const string Style = """
        body{font-family:"Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:84rem;margin:1.5rem auto;padding:0 1rem}
        body{color:#222;background:#fff;line-height:1.5}h1{margin:0}.filters{color:#555;margin:.2rem 0 0}
        .row{display:flex;flex-wrap:wrap;gap:0 2rem}section{margin:1.1rem 0 0;min-width:min(22rem,100%);flex-basis:0}
        h2{font-size:1.05rem;border-bottom:1px solid #ccc;margin:0 0 .4rem}p{margin:.2rem 0 .5rem}.q{font-weight:bold;margin-bottom:0}
        dl{margin:0}dl div{display:flex;flex-direction:row-reverse;justify-content:flex-end;align-items:baseline;gap:.5rem}
        dt{color:#666}dd{margin:0;font-weight:bold}.head dd{font-size:1.8rem;color:#2f6690}
        .t{overflow:auto;max-height:34rem}table{border-collapse:collapse;font-size:.9rem}
        th,td{padding:.15rem .6rem;border-bottom:1px solid #eee;text-align:left;vertical-align:top}
        th{position:sticky;top:0;background:#fff;white-space:nowrap}
        .n{text-align:right;font-variant-numeric:tabular-nums}.s{white-space:nowrap}
        .bar{background:#4c78a8;height:.8rem;display:inline-block}
        img{max-width:100%}a{color:inherit;text-decoration-color:#999}tr:target{background:#fff3c4}
        th[tabindex]{cursor:pointer}th[tabindex]:hover{text-decoration:underline}
        th[aria-sort=ascending]::after{content:" ▲"}th[aria-sort=descending]::after{content:" ▼"}
        .note,footer{color:#666;font-size:.85rem}.note{margin:.15rem 0}footer{margin-top:1.5rem}
        @media print{body{max-width:none;margin:0}.t{max-height:none;overflow:visible}th{position:static}tr,img{break-inside:avoid}}
        """;

    /// <summary>A head sorts upwards, then downwards, then gives the page's own order back; what is no number stands last.</summary>
    private const string Script = """
        for (const table of document.querySelectorAll("table")) {
          const body = table.tBodies[0], rows = [...body.rows], heads = [...table.querySelectorAll("th")];
          for (const head of heads.filter(h => h.dataset.sort)) {
            const at = heads.indexOf(head);
            const text = row => row.cells[at].textContent;
            const number = row => parseFloat(text(row).replace(/,/g, ""));
            const order = (a, b, way) => {
              if (head.dataset.sort === "text") return way * text(a).localeCompare(text(b), document.documentElement.lang);
              const [x, y] = [number(a), number(b)];
              return isNaN(x) || isNaN(y) ? isNaN(x) - isNaN(y) : way * (x - y);
            };
            head.tabIndex = 0;
            head.onkeydown = key => { if (key.key === "Enter") head.click(); };
            head.onclick = () => {
              const next = { ascending: "descending", descending: "" }[head.ariaSort ?? ""] ?? "ascending";
              for (const other of heads) other.removeAttribute("aria-sort");
              if (next) head.setAttribute("aria-sort", next);
              const way = next === "ascending" ? 1 : -1;
              body.append(...(next ? [...rows].sort((a, b) => order(a, b, way)) : rows));
            };
          }
        }
        """;

    /// <summary>The whole file.</summary>
    public static string Of(PageDocument page)
    {
        var html = new StringBuilder();
        html.Append(
            $"<!DOCTYPE html>\n<html lang=\"{page.Language.Code()}\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\">"
                + $"<title>{Text(page.Title)}</title><style>{Style}</style></head><body>\n<h1>{Text(page.Title)}</h1>\n"
                + $"<p class=\"filters\">{Text(PageText.FilterLine(page))}</p>\n"
        );
        var sentences = page
            .Visuals.SelectMany(v => v.Result.Content is VisualContent.Sentences s ? s.Rows : [])
            .Select(s => s.Id)
            .ToHashSet();
        foreach (var row in PageSheet.RowsOf(page))
        {
            html.Append("<div class=\"row\">\n");
            foreach (var (block, weight) in row)
                Append(html, page, block, weight, sentences);
            html.Append("</div>\n");
        }

        return html.Append($"<footer>{Text(page.Source)}</footer>\n<script>\n{Script}\n</script>\n</body></html>\n").ToString();
    }

    private static void Append(StringBuilder html, PageDocument page, PageBlock block, double weight, HashSet<string> sentences)
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"<section id=\"{Text(block.Name)}\" style=\"flex-grow:{weight}\"><h2>{Text(block.Title)}</h2>\n"
        );
        if (block.Result.Content is VisualContent.Card card)
            AppendCard(html, card, page.Language);
        else
            AppendLines(html, block);
        if (PageSheet.PictureOf(page, block) is { } picture)
            AppendPicture(html, block, picture);
        if (block.Rows.Count > 0)
            AppendTable(html, block, sentences);
        foreach (var note in block.Notes)
            html.Append($"<p class=\"note\">{Text(note)}</p>\n");
        html.Append("</section>\n");
    }

    private static void AppendCard(StringBuilder html, VisualContent.Card card, Language language)
    {
        html.Append("<dl>");
        foreach (var line in card.Lines)
        {
            html.Append(
                $"<div{(line.IsHead ? " class=\"head\"" : "")}><dt>{Text(line.Label.In(language))}</dt>"
                    + $"<dd>{Text(line.Text.In(language))}</dd></div>\n"
            );
        }

        html.Append("</dl>\n");
    }

    /// <summary>Words, a paragraph a line; questions stand out from their answers.</summary>
    private static void AppendLines(StringBuilder html, PageBlock block)
    {
        var asks = block.Result.Content is VisualContent.Verdict { Answers: [{ Question: not null }, ..] };
        foreach (var (index, line) in block.Lines.Index())
            html.Append($"<p{(asks && index % 2 == 0 ? " class=\"q\"" : "")}>{Text(line)}</p>\n");
    }

    private static void AppendPicture(StringBuilder html, PageBlock block, Sheet picture)
    {
        var svg = Convert.ToBase64String(SheetFile.Render(picture, ChartFormat.Svg));
        html.Append($"<img alt=\"{Text(block.Title)}\" src=\"data:image/svg+xml;base64,{svg}\">\n");
    }

    private static void AppendTable(StringBuilder html, PageBlock block, HashSet<string> sentences)
    {
        var (bars, most) = (Bars(block), Most(block));
        html.Append("<div class=\"t\"><table><thead><tr>");
        for (var i = 0; i < block.Head.Count; i++)
            html.Append($"<th{Class(block, i)}{Sorting(block, i)}>{Text(block.Head[i])}</th>");
        html.Append(bars is null ? "" : "<th></th>").Append("</tr></thead><tbody>\n");
        for (var row = 0; row < block.Rows.Count; row++)
        {
            html.Append(block.Result.Content is VisualContent.Sentences s ? $"<tr id=\"{Text(s.Rows[row].Id)}\">" : "<tr>");
            for (var i = 0; i < block.Head.Count; i++)
            {
                var text = block.Rows[row][i];
                html.Append($"<td{Class(block, i, text)}{Shade(block, row, i, most)}>")
                    .Append(Linked(text, EvidenceOf(block, row, i), sentences))
                    .Append("</td>");
            }

            html.Append(bars is null ? "" : $"<td>{bars[row]}</td>").Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    /// <summary>
    /// By what a head sorts; figures as printed are of different units and people, and are put into no order where the model says what
    /// compares.
    /// </summary>
    private static string Sorting(PageBlock block, int column)
    {
        var isPrinted = block.Result.Content switch
        {
            VisualContent.Sentences => column == 0,
            VisualContent.Table table => table.Columns[column].Name == "printed",
            _ => false,
        };
        return isPrinted || block.Rows.Count < 2 ? ""
            : block.Numbers[column] ? " data-sort=\"number\""
            : " data-sort=\"text\"";
    }

    /// <summary>The greatest value of a matrix whose cells are shaded; null for others.</summary>
    private static double? Most(PageBlock block) =>
        block.Result is { Visual: { Kind: VisualKind.Matrix, IsShaded: true }, Content: VisualContent.Groups groups }
            ? groups.Rows.SelectMany(r => r.Cells).Max(c => c.Value)
            : null;

    private static string Shade(PageBlock block, int row, int column, double? most) =>
        most > 0
        && block.Result.Content is VisualContent.Groups groups
        && groups.Rows[row].Cells.ElementAtOrDefault(column - 1)?.Value is > 0 and var value
            ? string.Create(CultureInfo.InvariantCulture, $" style=\"background:rgba(76,120,168,{value / most * 0.45:0.##})\"")
            : "";

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

    private static string Class(PageBlock block, int column, string text = "") =>
        block.Numbers[column] ? " class=\"n\""
        : text.Length is > 0 and <= MostUnbroken ? " class=\"s\""
        : "";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
