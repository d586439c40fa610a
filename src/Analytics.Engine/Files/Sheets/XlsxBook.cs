using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Analytics.Engine.Files.Sheets;

/// <summary>A workbook of Office Open XML (ECMA-376 part 1, §18), read part by part.</summary>
internal sealed class XlsxBook : Workbook
{
    private readonly ZipArchive _zip;
    private readonly List<SheetInfo> _sheets = [];
    private readonly List<FormatKind> _formats = [];
    private List<string>? _texts;
    private bool _is1904;

    private XlsxBook(ZipArchive zip) => _zip = zip;

    public override IReadOnlyList<SheetInfo> Sheets => _sheets;

    public override bool TellsErrors => true;

    public static new XlsxBook Open(string path)
    {
        var zip = ZipFile.OpenRead(path);
        try
        {
            if (zip.GetEntry("xl/workbook.bin") is not null)
            {
                throw Refused(
                    path,
                    "这是二进制工作簿（.xlsb），读不了；请用表格软件另存为 .xlsx。",
                    "It is a binary workbook (.xlsb), which is not read; save it as .xlsx with a spreadsheet program."
                );
            }

            var book = new XlsxBook(zip);
            if (zip.GetEntry("xl/workbook.xml") is null)
                throw Refused(path, "里面没有工作簿。", "There is no workbook in it.");
            book.ReadBook();
            book.ReadStyles();
            return book;
        }
        catch (XmlException e)
        {
            zip.Dispose();
            throw Refused(path, $"读不出来：{e.Message}", $"It cannot be read: {e.Message}", e);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public override void Dispose() => _zip.Dispose();

    public override IEnumerable<GridRow> Read(SheetInfo sheet, SheetNotes notes)
    {
        _texts ??= ReadTexts();
        if (Part(sheet.Place) is not { } xml)
            yield break;
        using (xml)
        {
            var line = 0L;
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "row")
                {
                    line = long.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) ? number : line + 1;
                    notes.HiddenRows += IsTrue(xml.GetAttribute("hidden")) ? 1 : 0;
                    if (!xml.IsEmptyElement && Row(xml) is { } cells)
                        yield return new GridRow(line, cells);
                }
                else if (xml.LocalName == "mergeCell" && CellRange.Parse(xml.GetAttribute("ref")) is { } range)
                {
                    notes.Merged.Add(range);
                }
            }
        }
    }

    /// <summary>The cells of the row that the reader stands on; null where all are blank.</summary>
    private List<GridCell>? Row(XmlReader xml)
    {
        var cells = new List<GridCell>();
        var (column, depth) = (-1, xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            if (Cell(xml) is not { Kind: not CellKind.Blank } cell)
                continue;
            while (cells.Count < column)
                cells.Add(GridCell.Blank);
            cells.Add(cell);
        }

        return cells.Count > 0 ? cells : null;
    }

    private GridCell Cell(XmlReader xml)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
            return GridCell.Blank;
        string? value = null;
        var (hasFormula, depth) = (false, xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            hasFormula |= xml.LocalName == "f";
            if (xml.LocalName == "v")
                value = Content(xml);
            else if (xml.LocalName == "is")
                value = Inner(xml);
        }

        if (value is null)
            return hasFormula ? new GridCell(CellKind.Uncalculated, "") : GridCell.Blank;
        return type switch
        {
            "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at < _texts!.Count
                ? GridCell.OfText(_texts[at])
                : GridCell.Blank,
            "inlineStr" => GridCell.OfText(value),
            "str" => GridCell.OfText(Unescaped(value)),
            "b" => new GridCell(CellKind.Flag, IsTrue(value) ? "true" : "false"),
            "e" => new GridCell(CellKind.Error, value),
            "d" => new GridCell(CellKind.Date, value.Replace('T', ' ').TrimEnd('Z')),
            _ => value.Length == 0 ? GridCell.Blank : SheetValues.Of(value, FormatOf(style), _is1904),
        };
    }

    private FormatKind FormatOf(string? style) =>
        int.TryParse(style, CultureInfo.InvariantCulture, out var at) && at < _formats.Count ? _formats[at] : FormatKind.Number;

    private void ReadBook()
    {
        var parts = Relations();
        using var xml = Part("xl/workbook.xml")!;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                _is1904 = IsTrue(xml.GetAttribute("date1904"));
            if (xml.LocalName != "sheet")
                continue;
            var (name, state, relation) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("state"), "");
            while (xml.MoveToNextAttribute())
                relation = xml is { LocalName: "id", Prefix.Length: > 0 } ? xml.Value : relation;
            // Charts have tabs as well, but no cells.
            if (parts.TryGetValue(relation, out var part) && part.Contains("worksheet", StringComparison.OrdinalIgnoreCase))
                _sheets.Add(new SheetInfo(name, state is "hidden" or "veryHidden", part));
        }
    }

    private Dictionary<string, string> Relations()
    {
        var targets = new Dictionary<string, string>();
        if (Part("xl/_rels/workbook.xml.rels") is not { } xml)
            return targets;
        using (xml)
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Target") is { } target)
                    targets[xml.GetAttribute("Id") ?? ""] = target is ['/', .. var absolute] ? absolute : "xl/" + target;
            }
        }

        return targets;
    }

    private void ReadStyles()
    {
        if (Part("xl/styles.xml") is not { } xml)
            return;
        using (xml)
        {
            var codes = new Dictionary<int, string>();
            var isOfCells = false;
            while (xml.Read())
            {
                if (xml.LocalName == "cellXfs")
                    isOfCells = xml.NodeType == XmlNodeType.Element;
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "numFmt" && Whole(xml.GetAttribute("numFmtId")) is { } id)
                    codes[id] = xml.GetAttribute("formatCode") ?? "";
                else if (xml.LocalName == "xf" && isOfCells)
                    _formats.Add(Format(Whole(xml.GetAttribute("numFmtId")) ?? 0, codes));
            }
        }
    }

    private static FormatKind Format(int id, Dictionary<int, string> codes) =>
        codes.TryGetValue(id, out var code) ? NumberFormats.Of(code) : NumberFormats.OfBuiltIn(id);

    private List<string> ReadTexts()
    {
        var texts = new List<string>();
        if (Part("xl/sharedStrings.xml") is not { } xml)
            return texts;
        using (xml)
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                    texts.Add(Inner(xml));
            }
        }

        return texts;
    }

    /// <summary>The text of the element that the reader stands on, without how it is pronounced.</summary>
    private static string Inner(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "t")
                text.Append(Content(xml));
            else if (xml.LocalName == "rPh")
                Content(xml);
        }

        return Unescaped(text.ToString());
    }

    /// <summary>The characters of the element that the reader stands on; the reader then stands on its end.</summary>
    private static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth) = ("", xml.Depth);
        while (xml.Read() && xml.Depth > depth)
            text = text.Length == 0 ? xml.Value : text + xml.Value;
        return text;
    }

    /// <summary>Characters that XML cannot hold stand as <c>_x000D_</c> (§22.9.2.19).</summary>
    private static string Unescaped(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text.AsSpan(i) is ['_', 'x', _, _, _, _, '_', ..]
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            )
            {
                plain.Append((char)code);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private XmlReader? Part(string name) =>
        _zip.GetEntry(name) is { } entry
            ? XmlReader.Create(
                entry.Open(),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    CloseInput = true,
                }
            )
            : null;

    /// <summary>The 0-based column of a cell's name; null where it has none.</summary>
    private static int? ColumnOf(string? address)
    {
        var column = 0;
        foreach (var sign in address ?? "")
        {
            if (!char.IsAsciiLetter(sign))
                break;
            column = 26 * column + char.ToUpperInvariant(sign) - 'A' + 1;
        }

        return column > 0 ? column - 1 : null;
    }

    private static int? Whole(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsTrue(string? text) => text is "1" or "true";
}
