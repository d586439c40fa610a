namespace Analytics.Engine.Documents;

/// <summary>The parts of a Word document that are the same for all, and the frames of what is not.</summary>
internal static class DocxParts
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        A = "http://schemas.openxmlformats.org/drawingml/2006/main",
        Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        Pic = "http://schemas.openxmlformats.org/drawingml/2006/picture",
        Svg = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

    private const string Body = "仿宋_GB2312",
        Black = "黑体",
        Kai = "楷体_GB2312",
        Title = "方正小标宋简体";

    /// <summary>Before the paragraphs.</summary>
    public static Markup Begin { get; } =
        Markup.Of(
            $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}" xmlns:wp="{Wp}" xmlns:pic="{Pic}"><w:body>

            """
        );

    /// <summary>After them: the page. Lines of 29 points, 22 on a page; characters a fifth of a point closer, 28 on a line.</summary>
    public static Markup End { get; } =
        Markup.Raw(
            """
            <w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>
            <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>
            <w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr></w:body></w:document>
            """
        );

    public static Markup Footnotes(Markup notes) =>
        Markup.Of(
            $"""
            <w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
            <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
            {notes}</w:footnotes>
            """
        );

    public static Markup Settings(Language language) =>
        Markup.Of(
            $"""
            <w:settings xmlns:w="{W}"><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
            <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
            <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>
            """
        );

    /// <summary>The number of the page, between dashes.</summary>
    public static Markup Footer()
    {
        var font = Markup.Raw("<w:rPr><w:rFonts w:eastAsia=\"宋体\"/><w:sz w:val=\"28\"/></w:rPr>");
        return Markup.Of(
            $"""
            <w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r>{font}<w:t xml:space="preserve">— </w:t></w:r>
            <w:fldSimple w:instr=" PAGE "><w:r>{font}<w:t>1</w:t></w:r></w:fldSimple>
            <w:r>{font}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
            """
        );
    }

    /// <summary>A table over the whole width, with every line.</summary>
    public static Markup BeginTable(IReadOnlyList<int> widths) =>
        Markup.Of(
            $"""
            <w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{widths.Sum()}" w:type="dxa"/><w:tblLayout w:type="fixed"/>
            <w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020"/></w:tblPr>
            <w:tblGrid>{Markup.Join(widths, w => Markup.Of($"<w:gridCol w:w=\"{w}\"/>"))}</w:tblGrid>

            """
        );

    /// <summary>A picture in the line: pixels, and the same as vectors for programs that know them.</summary>
    public static Markup Picture((long X, long Y) size, int number, string name, string description, string png, string svg) =>
        Markup.Of(
            $$"""
            <w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{{size.X}}" cy="{{size.Y}}"/>
            <wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{{number}}" name="{{name}}" descr="{{description}}"/>
            <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
            <a:graphic><a:graphicData uri="{{Pic}}"><pic:pic>
            <pic:nvPicPr><pic:cNvPr id="{{number}}" name="{{name}}"/><pic:cNvPicPr/></pic:nvPicPr>
            <pic:blipFill><a:blip r:embed="{{png}}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">
            <asvg:svgBlip xmlns:asvg="{{Svg}}" r:embed="{{svg}}"/></a:ext></a:extLst></a:blip>
            <a:stretch><a:fillRect/></a:stretch></pic:blipFill>
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{{size.X}}" cy="{{size.Y}}"/></a:xfrm>
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
            """
        );

    /// <summary>The styles of an official document; sizes in half points: 二号 44, 三号 32, 小四 24, 五号 21, 小五 18.</summary>
    public static Markup Styles()
    {
        var (text, title, small) = (Spacing(0, 579, "exact"), Spacing(579, 720, "exact"), Loose + Spacing(0, 240, "auto"));
        var (indent, none) = (Indent(640, 200), Indent(0, 0));
        var (centre, left, right) = (Align("center"), Align("left"), Align("right"));
        const string Auto = Loose + "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
            Tight = Loose + "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"280\" w:lineRule=\"exact\"/>",
            Next = "<w:keepNext/>";
        return Markup.Of(
            $"""
            <w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>
            <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{Body}" w:cs="Times New Roman"/><w:sz w:val="32"/>
            <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
            {Paragraph("Normal", "Normal", text + indent + Align("both"), Body, 32)}
            {Paragraph("Title", "Title", title + none + centre, Title, 44)}
            {Paragraph("Heading1", "heading 1", Next + text + indent + left + Level(0), Black, 32)}
            {Paragraph("Heading2", "heading 2", Next + text + indent + left + Level(1), Kai, 32)}
            {Paragraph("Strong", "Strong Paragraph", text + indent, Body, 32, isBold: true)}
            {Paragraph("TableCaption", "Table Caption", Next + Auto + none + centre, Black, 24)}
            {Paragraph("FigureCaption", "Figure Caption", Auto + none + centre, Black, 24)}
            {Paragraph("Figure", "Figure", Next + Auto + none + centre, Body, 24)}
            {Paragraph("TableHead", "Table Head", Tight + none + centre, Black, 21)}
            {Paragraph("TableText", "Table Text", Tight + none + left, Body, 21)}
            {Paragraph("TableNumber", "Table Number", Tight + none + right, Body, 21)}
            {Paragraph("Note", "Note", Tight + none + left, Body, 21)}
            {Paragraph("FootnoteText", "footnote text", small + none + left, Body, 18)}
            {Paragraph("Footer", "footer", none + centre, "宋体", 28)}
            <w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>
            <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
            <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>
            <w:tblPr><w:tblBorders>{Borders()}</w:tblBorders></w:tblPr></w:style>
            </w:styles>
            """
        );
    }

    private static Markup Paragraph(string id, string name, string properties, string font, int size, bool isBold = false)
    {
        var isDefault = id == "Normal";
        var kind = isDefault ? Markup.Raw(" w:default=\"1\"") : Markup.None;
        var basis = isDefault ? Markup.None : Markup.Raw("<w:basedOn w:val=\"Normal\"/>");
        var bold = Markup.Raw(isBold ? "<w:b/>" : "");
        var spacing = Markup.Raw(size == 32 ? "<w:spacing w:val=\"-4\"/>" : "");
        return Markup.Of(
            $"""
            <w:style w:type="paragraph"{kind} w:styleId="{id}"><w:name w:val="{name}"/>{basis}<w:qFormat/>
            <w:pPr>{Markup.Raw(properties)}</w:pPr>
            <w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>
            {bold}{spacing}<w:sz w:val="{size}"/></w:rPr></w:style>
            """
        );
    }

    /// <summary>Off the grid of the text's lines: tables, captions and footnotes are smaller.</summary>
    private const string Loose = "<w:snapToGrid w:val=\"0\"/>";

    private static string Spacing(int after, int line, string rule) =>
        $"<w:spacing w:before=\"0\" w:after=\"{after}\" w:line=\"{line}\" w:lineRule=\"{rule}\"/>";

    private static string Indent(int twips, int characters) => $"<w:ind w:firstLineChars=\"{characters}\" w:firstLine=\"{twips}\"/>";

    private static string Align(string how) => $"<w:jc w:val=\"{how}\"/>";

    private static string Level(int level) => $"<w:outlineLvl w:val=\"{level}\"/>";

    private static Markup Borders() =>
        Markup.Join(
            ["top", "left", "bottom", "right", "insideH", "insideV"],
            side => Markup.Of($"<w:{Markup.Raw(side)} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>")
        );
}
