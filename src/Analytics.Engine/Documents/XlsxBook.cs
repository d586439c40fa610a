namespace Analytics.Engine.Documents;

/// <summary>A workbook while it is written: sheet after sheet, at last the parts that name them. Nothing is held but names.</summary>
/// <param name="stream">Where to; stays open.</param>
/// <param name="title">Of the document.</param>
/// <param name="language">Of its words.</param>
internal sealed class XlsxBook(Stream stream, string title, Language language) : IDisposable
{
    internal const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        References = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        Drawings = "http://schemas.openxmlformats.org/drawingml/2006/main",
        Anchors = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestName = 31;

    /// <summary>English Metric Units in a pixel of 96 to the inch.</summary>
    private const long EmuPerPixel = 9525;

    private readonly OfficePackage _package = new(stream);
    private readonly List<(string Name, bool Filters, string LastColumn, Func<long> Rows)> _sheets = [];

    /// <summary>The name that a sheet can have: at most 31 characters, none that a formula needs, and no other's.</summary>
    public string NameOf(string wanted)
    {
        var clean = new string([.. wanted.Select(c => c < ' ' || "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? '_' : c)]);
        clean = clean.Trim('\'', ' ') is { Length: > 0 } kept ? kept : "_";
        for (var n = 1; ; n++)
        {
            var tail = n == 1 ? "" : $" ({n})";
            var name = Cut(clean, LongestName - tail.Length) + tail;
            if (_sheets.All(s => !s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                return name;
        }
    }

    /// <summary>Begins a sheet under a name of <see cref="NameOf"/>; the caller disposes it before the next one begins.</summary>
    public XlsxSheet Begin(string name, IReadOnlyList<XlsxColumn> columns, bool filters = true)
    {
        var part = _package.Open($"xl/worksheets/sheet{_sheets.Count + 1}.xml", Types + "worksheet+xml");
        var sheet = new XlsxSheet(part, columns, filters);
        _sheets.Add((name, filters, XlsxSheet.ColumnName(Math.Max(columns.Count, 1) - 1), () => sheet.Rows));
        return sheet;
    }

    /// <summary>A sheet that is a picture, with what it shows for those who do not see it.</summary>
    /// <param name="name">Of the sheet.</param>
    /// <param name="png">The picture.</param>
    /// <param name="size">Its width and height in units of 96 to the inch.</param>
    /// <param name="caption">Above it.</param>
    /// <param name="description">What it shows.</param>
    public void AddPicture(string name, byte[] png, (int Width, int Height) size, string caption, string description)
    {
        var number = _sheets.Count + 1;
        _package.Add($"xl/media/picture{number}.png", "image/png", png);
        var drawing = $"xl/drawings/drawing{number}.xml";
        _package.Add(drawing, "application/vnd.openxmlformats-officedocument.drawing+xml", Drawing(size, caption, description));
        _package.Relate(drawing, [("rId1", "image", $"../media/picture{number}.png")]);
        _package.Relate($"xl/worksheets/sheet{number}.xml", [("rId1", "drawing", $"../drawings/drawing{number}.xml")]);
        var part = _package.Open($"xl/worksheets/sheet{number}.xml", Types + "worksheet+xml");
        using var sheet = new XlsxSheet(part, [], filters: false, drawing: 1);
        sheet.Append([(caption, XlsxStyles.Title)]);
        _sheets.Add((name, false, "A", () => 1));
    }

    public void Dispose()
    {
        _package.Add("xl/styles.xml", Types + "styles+xml", XlsxStyles.Part());
        var sheets = Markup.Join(
            _sheets.Index(),
            s => Markup.Of($"<sheet name=\"{s.Item.Name}\" sheetId=\"{s.Index + 1}\" r:id=\"rId{s.Index + 1}\"/>")
        );
        var names = Markup.Join(
            _sheets.Index().Where(s => s.Item.Filters),
            s => Names(s.Index, s.Item.Name, s.Item.LastColumn, s.Item.Rows())
        );
        _package.Add(
            "xl/workbook.xml",
            Types + "sheet.main+xml",
            Markup.Of(
                $"""
                <workbook xmlns="{Spreadsheet}" xmlns:r="{References}"><bookViews><workbookView/></bookViews><sheets>{sheets}</sheets>
                {(names.Text.Length > 0 ? Markup.Of($"<definedNames>{names}</definedNames>") : names)}</workbook>
                """
            )
        );
        _package.Relate(
            "xl/workbook.xml",
            [
                .. _sheets.Index().Select(s => ($"rId{s.Index + 1}", "worksheet", $"worksheets/sheet{s.Index + 1}.xml")),
                ($"rId{_sheets.Count + 1}", "styles", "styles.xml"),
            ]
        );
        _package.AddProperties(title, language);
        _package.AddRoot("xl/workbook.xml");
        _package.Dispose();
    }

    /// <summary>Names the cells of a sheet.</summary>
    public static Func<int, long, string> CellOf(string sheet) => (column, row) => Cell(sheet, column, row);

    /// <summary>As a formula names a cell of a sheet.</summary>
    public static string Cell(string sheet, int column, long row) => $"{Quoted(sheet)}!{XlsxSheet.ColumnName(column)}{row}";

    /// <summary>What filters, and what is printed on top of each page.</summary>
    private static Markup Names(int index, string sheet, string column, long rows) =>
        Markup.Of(
            $"""
            <definedName name="_xlnm._FilterDatabase" localSheetId="{index}"
             hidden="1">{Quoted(sheet)}!$A$1:${column}${Math.Max(rows, 1)}</definedName>
            <definedName name="_xlnm.Print_Titles" localSheetId="{index}">{Quoted(sheet)}!$1:$1</definedName>
            """
        );

    private static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static Markup Drawing((int Width, int Height) size, string caption, string description) =>
        Markup.Of(
            $"""
            <xdr:wsDr xmlns:xdr="{Anchors}" xmlns:a="{Drawings}"><xdr:oneCellAnchor>
            <xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
            <xdr:ext cx="{size.Width * EmuPerPixel}" cy="{size.Height * EmuPerPixel}"/>
            <xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="{caption}" descr="{description}"/>
            <xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>
            <xdr:blipFill><a:blip xmlns:r="{References}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>
            <xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size.Width * EmuPerPixel}" cy="{size.Height * EmuPerPixel}"/></a:xfrm>
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>
            """
        );
}
