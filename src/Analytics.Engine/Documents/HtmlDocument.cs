using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Engine.Documents;

/// <summary>
/// A document as one HTML file that asks for no other one: figures are inline, on light ground or dark as the reader has it, heads sort
/// their tables, numbers of sources lead to their sentences and back, and it prints.
/// </summary>
/// <param name="document">What to write.</param>
internal sealed partial class HtmlDocument(Document document)
{
    private readonly HashSet<(int Part, int Source)> _cited = [];
    private readonly Dictionary<int, List<string>> _backs = [];
    private int _figures;
    private int _tables;

    /// <summary>Writes the whole file.</summary>
    /// <returns>Rows of all tables.</returns>
    public long Write(Stream stream)
    {
        using var html = new StreamWriter(stream, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        html.Write(Head().Text);
        var rows = 0L;
        foreach (var (index, part) in document.Parts.Index())
            rows += Write(html, index, part);
        html.Write(Tail().Text);
        return rows;
    }

    private string Say(string zh, string en) => document.Say(zh, en);

    private Markup Head() =>
        Markup.Of(
            $"""
            <!DOCTYPE html>
            <html lang="{document.Language.Tag()}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{HtmlAssets.Policy}">
            <title>{document.Title}</title><style>
            {Markup.Raw(HtmlAssets.Style)}
            </style></head>
            <body><a class="skip" href="#main">{Say("跳到正文", "Skip to the text")}</a>
            <header><h1>{document.Title}</h1>{Markup.Join(document.Lead, l => Markup.Of($"<p>{l}</p>"))}</header>
            {Contents()}<main id="main">

            """
        );

    /// <summary>The contents of a document of several parts.</summary>
    private Markup Contents()
    {
        var named = document.Parts.Index().Where(p => p.Item.Title.Length > 0).ToList();
        if (named.Count < 2)
            return Markup.None;
        var items = Markup.Join(
            named,
            p => Markup.Of($"<li class=\"level{p.Item.Level}\"><a href=\"#{Anchor(p.Index)}\">{p.Item.Title}</a></li>\n")
        );
        return Markup.Of($"<nav aria-label=\"{Say("目录", "Contents")}\"><ul>\n{items}</ul></nav>\n");
    }

    private static string Anchor(int part) => $"part{part + 1}";

    private long Write(TextWriter html, int index, DocumentPart part)
    {
        var heading = Markup.Raw(part.Level == 1 ? "h2" : "h3");
        html.Write(Markup.Of($"<section id=\"{Anchor(index)}\">").Text);
        if (part.Title.Length > 0)
            html.Write(Markup.Of($"<{heading}>{part.Title}</{heading}>\n").Text);
        foreach (var paragraph in part.Paragraphs)
        {
            var sources = Markup.Join(paragraph.Sources, n => Cited(index, n));
            html.Write(Markup.Of($"<p{Class(paragraph.Kind)}>{paragraph.Text}{sources}</p>\n").Text);
        }

        if (part.Figure is { } figure)
            html.Write(Of(figure).Text);
        var rows = part.Table is { } table ? Write(html, index, part, table) : 0;
        if (part.Notes(rows) is { Count: > 0 } notes)
        {
            var items = Markup.Join(notes, n => Markup.Of($"<li>{n}</li>\n"));
            html.Write(Markup.Of($"<ul class=\"notes\" aria-label=\"{Say("注意", "Notes")}\">\n{items}</ul>\n").Text);
        }

        html.Write("</section>\n");
        return rows;
    }

    private static Markup Class(ParagraphKind kind) =>
        kind switch
        {
            ParagraphKind.Verdict => Markup.Raw(" class=\"verdict\""),
            ParagraphKind.Failure => Markup.Raw(" class=\"failure\" role=\"alert\""),
            _ => Markup.None,
        };

    private Markup Of(DocumentFigure figure)
    {
        var number = ++_figures;
        var light = Markup.Raw(Inline(figure.Svg(false), $"f{number}l-"));
        var dark = Markup.Raw(Inline(figure.Svg(true), $"f{number}d-"));
        return Markup.Of(
            $"""
            <figure><div class="light">{light}</div><div class="dark">{dark}</div>
            <figcaption>{Say($"图{number}　", $"Figure {number}. ")}{figure.Caption}</figcaption></figure>

            """
        );
    }

    private long Write(TextWriter html, int index, DocumentPart part, DocumentTable table)
    {
        var number = ++_tables;
        var caption = table.Caption.Length > 0 ? table.Caption : part.Title;
        var label = Say($"表{number}", $"Table {number}");
        var columns = table.ShownColumns;
        var ofSources = table.Sources is null ? Markup.None : Markup.Of($"<th scope=\"col\">{Say("来源", "sources")}</th>");
        var heads = Markup.Join(columns, c => HeadOf(c.Name, c.Type.IsNumeric));
        html.Write(
            Markup
                .Of(
                    $"""
                    <div class="scroll" tabindex="0" role="region" aria-label="{Say(
                        $"{label}，可横向滚动",
                        $"{label}, scrolls sideways"
                    )}"><table>
                    <caption>{label}{(caption.Length == 0 ? "" : Say("　", ". ") + caption)}</caption>
                    <thead><tr>{heads}{ofSources}</tr></thead><tbody>

                    """
                )
                .Text
        );
        var rows = 0L;
        foreach (var row in table.Rows())
        {
            rows++;
            html.Write("<tr>");
            for (var i = 0; i < columns.Count; i++)
                html.Write(Cell(row.Cells[i], columns[i].Type.IsNumeric).Text);
            if (table.Sources is not null)
                html.Write(Markup.Of($"<td class=\"s\">{Markup.Join(row.Sources, n => Cited(index, n))}</td>").Text);
            html.Write("</tr>\n");
        }

        html.Write("</tbody></table></div>\n");
        return rows;
    }

    private static Markup HeadOf(string name, bool isNumber)
    {
        var button = Markup.Of($"<button type=\"button\">{name}<span aria-hidden=\"true\"></span></button>");
        return Markup.Of($"<th scope=\"col\"{Markup.Raw(isNumber ? " class=\"n\"" : "")}>{button}</th>");
    }

    private static Markup Cell(DocumentCell cell, bool isNumber) =>
        isNumber ? Markup.Of($"<td class=\"n\" data-v=\"{cell.Value}\">{cell.Shown}</td>")
        : cell.IsNull ? Markup.Of($"<td data-v=\"\">{cell.Shown}</td>")
        : Markup.Of($"<td>{cell.Shown}</td>");

    /// <summary>A number of a source; the first of a part is where its sentence leads back to.</summary>
    private Markup Cited(int part, int source)
    {
        if (!_cited.Add((part, source)))
            return Markup.Of($"<a href=\"#source{source}\">[{source}]</a>");
        var id = $"cite{part + 1}-{source}";
        if (!_backs.TryGetValue(source, out var backs))
            _backs[source] = backs = [];
        backs.Add(id);
        return Markup.Of($"<a id=\"{id}\" href=\"#source{source}\">[{source}]</a>");
    }

    private Markup Tail()
    {
        var sources = document.Sources.Count == 0 ? Markup.None : Sources();
        var about = Markup.Join(document.About, a => Markup.Of($"<dt>{a.Label}</dt><dd>{a.Text}</dd>\n"));
        var footer = document.About.Count == 0 ? Markup.None : Markup.Of($"<footer><dl>\n{about}</dl></footer>\n");
        return Markup.Of($"{sources}</main>\n{footer}<script>{Markup.Raw(HtmlAssets.Script)}</script>\n</body></html>\n");
    }

    private Markup Sources()
    {
        var items = Markup.Join(document.Sources.Index(), s => Of(s.Index + 1, s.Item));
        return Markup.Of($"<section id=\"sources\"><h2>{Say("来源", "Sources")}</h2><ol>\n{items}</ol></section>\n");
    }

    private Markup Of(int number, DocumentSource source)
    {
        var sentence = Markup.Join(source.Pieces(), p => p.IsMarked ? Markup.Of($"<mark>{p.Text}</mark>") : Markup.Of($"{p.Text}"));
        var place = source.Place.Length == 0 ? "" : Say($"（{source.Place}）", $" ({source.Place})");
        var where = Say($"，{source.File} 第{source.Line}行", $", {source.File}, line {source.Line}");
        var backs = Markup.Join(
            _backs.GetValueOrDefault(number, []).Index(),
            b => Markup.Of($" <a class=\"back\" href=\"#{b.Item}\">↩{(b.Index == 0 ? "" : $"{b.Index + 1}")}</a>")
        );
        return Markup.Of(
            $"""
            <li id="source{number}"><blockquote lang="zh-Hans">{sentence}</blockquote>
            <cite lang="zh-Hans">{source.Article}</cite>{place}{where}{backs}</li>

            """
        );
    }

    /// <summary>A picture as a part of the page: it fills the width that there is, and its ids are no other picture's.</summary>
    private static string Inline(byte[] svg, string prefix)
    {
        var text = Encoding.UTF8.GetString(svg);
        text = text[text.IndexOf("<svg", StringComparison.Ordinal)..].TrimEnd();
        return Size().Replace(Ids().Replace(text, m => m.Value + prefix), "", 2);
    }

    [GeneratedRegex("(?<=\\s)id=\"|url\\(#|href=\"#")]
    private static partial Regex Ids();

    [GeneratedRegex("(?<=^<svg[^>]*) (?:width|height)=\"[^\"]*\"")]
    private static partial Regex Size();
}
