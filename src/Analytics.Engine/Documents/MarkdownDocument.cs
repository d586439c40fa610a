using System.Text;

namespace Analytics.Engine.Documents;

/// <summary>A document as Markdown: pictures beside it, sentences as footnotes.</summary>
/// <param name="document">What to write.</param>
internal sealed class MarkdownDocument(Document document)
{
    private int _figures;
    private int _tables;

    /// <summary>Writes the whole file; pictures go where the document says.</summary>
    /// <returns>Rows of all tables.</returns>
    public long Write(Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"# {Escaped(document.Title)}\n");
        foreach (var line in document.Lead)
            text.WriteLine($"{Escaped(line)}\n");
        var rows = 0L;
        foreach (var part in document.Parts)
            rows += Write(text, part);
        foreach (var (index, source) in document.Sources.Index())
            text.WriteLine($"[^{index + 1}]: {Of(source)}");
        if (document.About.Count > 0)
            text.WriteLine();
        foreach (var (label, about) in document.About)
            text.WriteLine($"- {label}{document.Say("：", ": ")}{Escaped(about)}");
        return rows;
    }

    private long Write(StreamWriter text, DocumentPart part)
    {
        if (part.Title.Length > 0)
            text.WriteLine($"{new string('#', part.Level + 1)} {Escaped(part.Title)}\n");
        foreach (var paragraph in part.Paragraphs)
        {
            var words = Escaped(paragraph.Text) + Cited(paragraph.Sources);
            text.WriteLine(paragraph.Kind == ParagraphKind.Plain ? $"{words}\n" : $"**{words}**\n");
        }

        if (part.Figure is { } figure && document.Picture is { } picture)
        {
            var number = ++_figures;
            var name = picture($"{number}.png", figure.Png());
            var label = document.Say($"图{number}　", $"Figure {number}. ");
            text.WriteLine($"![{Escaped(figure.Description)}]({Uri.EscapeDataString(name)})\n\n{label}{Escaped(figure.Caption)}\n");
        }

        var rows = part.Table is { } table ? Write(text, part, table) : 0;
        var notes = part.Notes(rows);
        foreach (var note in notes)
            text.WriteLine($"- {Escaped(note)}");
        if (notes.Count > 0)
            text.WriteLine();
        return rows;
    }

    private long Write(StreamWriter text, DocumentPart part, DocumentTable table)
    {
        var number = ++_tables;
        var caption = table.Caption.Length > 0 ? table.Caption : part.Title;
        text.WriteLine($"{document.Say($"表{number}　", $"Table {number}. ")}{Escaped(caption)}\n");
        var columns = table.ShownColumns;
        var (hasSources, sources) = (table.Sources is not null, document.Say("来源", "sources"));
        text.WriteLine($"| {string.Join(" | ", columns.Select(c => Cell(c.Name)).Concat(hasSources ? [sources] : []))} |");
        var sides = columns.Select(c => c.Type.IsNumeric ? "---:" : "---");
        text.WriteLine($"| {string.Join(" | ", sides.Concat(hasSources ? ["---"] : []))} |");
        var rows = 0L;
        foreach (var row in table.Rows())
        {
            rows++;
            text.WriteLine(
                $"| {string.Join(" | ", row.Cells.Select(c => Cell(c.Shown)).Concat(hasSources ? [Cited(row.Sources)] : []))} |"
            );
        }

        text.WriteLine();
        return rows;
    }

    private static string Cited(IReadOnlyList<int> sources) => string.Concat(sources.Select(n => $"[^{n}]"));

    private string Of(DocumentSource source)
    {
        var place = source.Place.Length == 0 ? "" : document.Say($"（{source.Place}）", $" ({source.Place})");
        var where = document.Say($"，{source.File} 第{source.Line}行", $", {source.File}, line {source.Line}");
        return $"“{Escaped(source.Sentence)}” {Escaped(source.Article)}{place}{Escaped(where)}";
    }

    private static string Cell(string text) => Escaped(text).Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>Text in which nothing is a mark of Markdown.</summary>
    private static string Escaped(string text)
    {
        var into = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if ("\\|*_<[]`#~".Contains(c, StringComparison.Ordinal))
                into.Append('\\');
            into.Append(c);
        }

        return into.ToString();
    }
}
