using System.IO.Compression;
using System.Security;

namespace Analytics.Engine.Tests.Files;

/// <summary>Workbooks of short declarations: a line a row, cells between bars.</summary>
internal static class Book
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Formats by the letter that a cell begins with: percent, day, Chinese day by number and by code, time.</summary>
    private static readonly string[] Letters = ["", "%", "d", "c", "y", "t"];

    /// <param name="path">Where it is written.</param>
    /// <param name="sheets">Name (with <c>-</c> before a hidden one), rows, and merged ranges with blanks between them.</param>
    /// <param name="is1904">Whether days are counted from 1904.</param>
    public static string Write(string path, (string Name, string Rows, string Merged)[] sheets, bool is1904 = false)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part(
            "xl/workbook.xml",
            $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><workbookPr date1904="{(is1904 ? 1 : 0)}"/><sheets>{string.Concat(
                sheets.Select(
                    (s, i) => $"<sheet name=\"{Escaped(s.Name.TrimStart('-'))}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"{State(s.Name)}/>"
                )
            )}</sheets></workbook>
            """
        );
        Part(
            "xl/_rels/workbook.xml.rels",
            $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(
                sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")
            )}</Relationships>
            """
        );
        Part(
            "xl/styles.xml",
            $"""
            <styleSheet xmlns="{Main}"><numFmts>
            <numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs>{string.Concat(new[] { 0, 10, 14, 31, 170, 20 }.Select(id => $"<xf numFmtId=\"{id}\"/>"))}</cellXfs></styleSheet>
            """
        );
        for (var i = 0; i < sheets.Length; i++)
            Part($"xl/worksheets/sheet{i}.xml", Sheet(sheets[i].Rows, sheets[i].Merged));
        return path;

        void Part(string name, string xml)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml.Trim());
        }
    }

    private static string State(string name) => name is ['-', ..] ? " state=\"hidden\"" : "";

    private static string Sheet(string rows, string merged)
    {
        var lines = rows.Split('\n').Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Split('|').Select(Cell))}</row>");
        var ranges = merged.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => $"<mergeCell ref=\"{m}\"/>");
        return $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(lines)}</sheetData>"
            + $"<mergeCells>{string.Concat(ranges)}</mergeCells></worksheet>";
    }

    private static string Cell(string cell)
    {
        var (letter, rest) = cell.IndexOf(':') is > 0 and var at ? (cell[..at], cell[(at + 1)..]) : ("", cell);
        return letter switch
        {
            "e" => $"<c t=\"e\"><v>{rest}</v></c>",
            "f" => $"<c><f>{Escaped(rest)}</f></c>",
            "b" => $"<c t=\"b\"><v>{rest}</v></c>",
            "s" => Text(rest),
            _ when Letters.IndexOf(letter) is > 0 and var style => $"<c s=\"{style}\"><v>{rest}</v></c>",
            _ when cell.Length == 0 => "<c/>",
            _ when double.TryParse(cell, out _) => $"<c><v>{cell}</v></c>",
            _ => Text(cell),
        };
    }

    private static string Text(string text) => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(text)}</t></is></c>";

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
