using System.Text;

namespace Analytics.Engine.Documents;

/// <summary>
/// A document for Word on the page of an official document (GB/T 9704): A4, 28 characters a line, headings in their typefaces, numbered
/// captions, heads of tables on each page. The sentences behind figures are footnotes; a sentence that is named again refers to its own.
/// </summary>
/// <param name="document">What to write.</param>
internal sealed class DocxDocument(Document document)
{
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Main = "word/document.xml";

    /// <summary>Width of the text in twentieths of a point: 156 mm.</summary>
    private const int TextWidth = 8844;

    /// <summary>The same in English Metric Units.</summary>
    private const long TextEmu = TextWidth * 635L;

    /// <summary>The most of a page that a figure takes.</summary>
    private const long MostHeight = 7_200_000;

    /// <summary>Footnotes of a row.</summary>
    private const int MostNotes = 8;

    /// <summary>Relationships of the document to its fixed parts come first.</summary>
    private const int FirstPicture = 5;

    private readonly List<(byte[] Png, byte[] Svg)> _pictures = [];
    private readonly List<int> _notes = [];
    private int _tables;
    private int _figures;

    /// <summary>Writes the whole file.</summary>
    /// <returns>Rows of all tables.</returns>
    public long Write(Stream stream)
    {
        using var package = new OfficePackage(stream);
        long rows;
        using (var part = package.Open(Main, Type + "document.main+xml"))
        using (var xml = new StreamWriter(part, new UTF8Encoding(false), 1 << 16))
            rows = WriteBody(xml);
        foreach (var (index, (png, svg)) in _pictures.Index())
        {
            package.Add($"word/media/figure{index + 1}.png", "image/png", png);
            package.Add($"word/media/figure{index + 1}.svg", "image/svg+xml", svg);
        }

        var footnotes = Markup.Join(_notes.Index(), n => Footnote(n.Index + 1, document.Sources[n.Item - 1]));
        package.Add("word/footnotes.xml", Type + "footnotes+xml", DocxParts.Footnotes(footnotes));
        package.Add("word/styles.xml", Type + "styles+xml", DocxParts.Styles());
        package.Add("word/settings.xml", Type + "settings+xml", DocxParts.Settings(document.Language));
        package.Add("word/footer1.xml", Type + "footer+xml", DocxParts.Footer());
        package.Relate(
            Main,
            [
                ("rId1", "styles", "styles.xml"),
                ("rId2", "settings", "settings.xml"),
                ("rId3", "footnotes", "footnotes.xml"),
                ("rId4", "footer", "footer1.xml"),
                .. _pictures.Index().SelectMany(p => Pictures(p.Index)),
            ]
        );
        package.AddProperties(document.Title, document.Language);
        package.AddRoot(Main);
        return rows;
    }

    private static (string, string, string)[] Pictures(int index) =>
        [
            ($"rId{FirstPicture + 2 * index}", "image", $"media/figure{index + 1}.png"),
            ($"rId{FirstPicture + 2 * index + 1}", "image", $"media/figure{index + 1}.svg"),
        ];

    private string Say(string zh, string en) => document.Say(zh, en);

    private long WriteBody(StreamWriter xml)
    {
        xml.Write(DocxParts.Begin.Text);
        xml.Write(Paragraph("Title", document.Title).Text);
        foreach (var line in document.Lead)
            xml.Write(Paragraph("Normal", line).Text);
        var rows = 0L;
        foreach (var part in document.Parts)
            rows += Write(xml, part);
        if (document.About.Count > 0)
            xml.Write(Paragraph("Heading1", Say("说明", "About this document")).Text);
        foreach (var (label, text) in document.About)
            xml.Write(Paragraph("Note", $"{label}{Say("：", ": ")}{text}").Text);
        xml.Write(DocxParts.End.Text);
        return rows;
    }

    private long Write(StreamWriter xml, DocumentPart part)
    {
        if (part.Title.Length > 0)
            xml.Write(Paragraph($"Heading{part.Level}", part.Title).Text);
        foreach (var paragraph in part.Paragraphs)
        {
            var style = paragraph.Kind == ParagraphKind.Plain ? "Normal" : "Strong";
            xml.Write(Markup.Of($"<w:p>{Style(style)}{Run(paragraph.Text)}{Cited(paragraph.Sources)}</w:p>").Text);
        }

        if (part.Figure is { } figure)
            xml.Write(Of(figure).Text);
        var rows = part.Table is { } table ? Write(xml, part, table) : 0;
        foreach (var note in part.Notes(rows))
            xml.Write(Paragraph("Note", Say("注：", "Note: ") + note).Text);
        return rows;
    }

    private static Markup Paragraph(string style, string text) => Markup.Of($"<w:p>{Style(style)}{Run(text)}</w:p>");

    private static Markup Style(string style) => Markup.Of($"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");

    /// <summary>Text in a run; its lines stay lines.</summary>
    private static Markup Run(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var broken = Markup.Join(lines.Index(), l => Markup.Of($"{Break(l.Index)}<w:t xml:space=\"preserve\">{l.Item}</w:t>"));
        return text.Length == 0 ? Markup.None : Markup.Of($"<w:r>{broken}</w:r>");
    }

    private static Markup Raised => Markup.Raw("<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>");

    private static Markup Break(int line) => Markup.Raw(line > 0 ? "<w:br/>" : "");

    /// <summary>The footnotes of some sources. The first time one is named it gets its own; later that one is referred to.</summary>
    private Markup Cited(IReadOnlyList<int> sources) => Markup.Join(sources, Cited);

    /// <summary>The footnotes of a row; one that stands on many sentences says how many, or its footnotes would fill the page.</summary>
    private Markup CitedOf(DocumentRow row) => CountOf(row) is { } count ? Run(count) : Cited(row.Sources);

    private string? CountOf(DocumentRow row) =>
        row.Sources.Count <= MostNotes ? null : Say($"{row.Sources.Count}句", $"{row.Sources.Count} sentences");

    private string SourcesHead => Say("来源", "sources");

    private Markup Cited(int source)
    {
        var known = _notes.IndexOf(source) + 1;
        if (known > 0)
        {
            return Markup.Of(
                $"""
                <w:r>{Raised}<w:fldChar w:fldCharType="begin"/></w:r>
                <w:r>{Raised}<w:instrText xml:space="preserve"> NOTEREF source{known} \f \h </w:instrText></w:r>
                <w:r>{Raised}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{Raised}<w:t>{known}</w:t></w:r>
                <w:r>{Raised}<w:fldChar w:fldCharType="end"/></w:r>
                """
            );
        }

        _notes.Add(source);
        var id = _notes.Count;
        return Markup.Of(
            $"""
            <w:bookmarkStart w:id="{id}" w:name="source{id}"/><w:r>{Raised}
            <w:footnoteReference w:id="{id}"/></w:r><w:bookmarkEnd w:id="{id}"/>
            """
        );
    }

    private Markup Footnote(int id, DocumentSource source)
    {
        var sentence = Markup.Join(source.Pieces(), p => Run(p.Text));
        var place = source.Place.Length == 0 ? "" : Say($"（{source.Place}）", $" ({source.Place})");
        var where = Say($"，{source.File}第{source.Line}行：", $", {source.File}, line {source.Line}: ");
        return Markup.Of(
            $"""
            <w:footnote w:id="{id}"><w:p>{Style("FootnoteText")}<w:r>{Raised}<w:footnoteRef/></w:r>
            {Run($" 《{source.Article}》{place}{where}“")}{sentence}{Run("”")}</w:p></w:footnote>
            """
        );
    }

    private Markup Caption(string style, string word, int number, string text) =>
        Markup.Of(
            $"""
            <w:p>{Style(style)}{Run(word)}<w:fldSimple w:instr=" SEQ {word.Trim()} \* ARABIC "><w:r><w:t>{number}</w:t></w:r></w:fldSimple>
            {Run(text.Length == 0 ? "" : Say("　", ". ") + text)}</w:p>
            """
        );

    private Markup Of(DocumentFigure figure)
    {
        var number = ++_figures;
        var png = figure.Png();
        var (width, height) = PngSize.Of(png);
        _pictures.Add((png, figure.Svg(false)));
        var scale = Math.Min(TextEmu / (double)width, MostHeight / (double)height);
        var (cx, cy) = ((long)(width * scale), (long)(height * scale));
        var id = FirstPicture + 2 * (number - 1);
        var picture = DocxParts.Picture((cx, cy), number, figure.Caption, figure.Description, $"rId{id}", $"rId{id + 1}");
        return Markup.Of($"<w:p>{Style("Figure")}{picture}</w:p>{Caption("FigureCaption", Say("图", "Figure "), number, figure.Caption)}");
    }

    private long Write(StreamWriter xml, DocumentPart part, DocumentTable table)
    {
        var caption = table.Caption.Length > 0 ? table.Caption : part.Title;
        var rows = table.Rows().ToList();
        double[] wanted = [.. table.ShownColumns.Select((c, i) => DocxColumns.Wanted(c.Name, rows.Select(r => r.Cells[i].Shown)))];
        double? sources = table.Sources is null ? null : DocxColumns.Wanted(SourcesHead, rows.Select(r => CountOf(r) ?? ""));
        var parts = DocxColumns.Parted(wanted, sources);
        xml.Write(Caption("TableCaption", Say("表", "Table "), ++_tables, caption).Text);
        foreach (var (index, columns) in parts.Index())
        {
            if (index > 0)
                xml.Write(Paragraph("TableCaption", Say($"表{_tables}（续）　{caption}", $"Table {_tables} (continued). {caption}")).Text);
            Write(xml, table, rows, columns, wanted, index == parts.Count - 1 ? sources : null);
        }

        return rows.Count;
    }

    /// <summary>Some columns of a table, with what the rows stand on if that is to follow them.</summary>
    private void Write(
        StreamWriter xml,
        DocumentTable table,
        IReadOnlyList<DocumentRow> rows,
        IReadOnlyList<int> shown,
        double[] wanted,
        double? sources
    )
    {
        var columns = table.ShownColumns;
        var widths = Widths([.. shown.Select(i => wanted[i]), .. sources is { } last ? [last] : Array.Empty<double>()]);
        xml.Write(DocxParts.BeginTable(widths).Text);
        string[] heads = [.. shown.Select(i => columns[i].Name), .. sources is null ? [] : new[] { SourcesHead }];
        var cells = Markup.Join(heads.Zip(widths), h => Cell(h.Second, "TableHead", Run(h.First)));
        xml.Write(Markup.Of($"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>\n").Text);
        foreach (var row in rows)
        {
            var texts = Markup.Join(
                shown.Zip(widths),
                c => Cell(c.Second, columns[c.First].Type.IsNumeric ? "TableNumber" : "TableText", Run(row.Cells[c.First].Shown))
            );
            var cited = sources is null ? Markup.None : Cell(widths[^1], "TableText", CitedOf(row));
            xml.Write(Markup.Of($"<w:tr><w:trPr><w:cantSplit/></w:trPr>{texts}{cited}</w:tr>\n").Text);
        }

        xml.Write("</w:tbl>");
    }

    private static Markup Cell(int width, string style, Markup content) =>
        Markup.Of($"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p>{Style(style)}{content}</w:p></w:tc>");

    private static int[] Widths(double[] wanted) => [.. wanted.Select(w => (int)(TextWidth * w / wanted.Sum()))];
}
