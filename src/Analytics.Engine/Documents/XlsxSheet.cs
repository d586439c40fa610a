using System.Text;
using Analytics.DuckDb;

namespace Analytics.Engine.Documents;

/// <summary>A column of a sheet.</summary>
/// <param name="Heading">Its first cell.</param>
/// <param name="Width">In characters of the sheet's font.</param>
/// <param name="IsFolded">Whether it is folded away, to be unfolded by who wants it.</param>
internal sealed record XlsxColumn(string Heading, double Width, bool IsFolded = false);

/// <summary>A cell that leads to another one of the workbook.</summary>
/// <param name="Row">1-based.</param>
/// <param name="Column">0-based.</param>
/// <param name="Target">As <c>'来源'!A2</c>.</param>
internal sealed record XlsxLink(long Row, int Column, string Target);

/// <summary>
/// One sheet while it is written: its head stands still and filters, it prints across the width of a page, its head on each. Rows are
/// appended as XML; nothing of them stays in memory but their links.
/// </summary>
internal sealed class XlsxSheet : IDisposable
{
    /// <summary>Rows of a sheet, its head among them, and its columns.</summary>
    public const int MostRows = 1_048_576,
        MostColumns = 16_384;

    /// <summary>Width of a column whose texts are longer: they wrap.</summary>
    public const double Widest = 60;

    private const double Narrowest = 8;

    private readonly Stream _part;
    private readonly IReadOnlyList<XlsxColumn> _columns;
    private readonly List<XlsxLink> _links = [];
    private readonly bool _filters;
    private readonly int? _drawing;

    /// <param name="part">Owned.</param>
    /// <param name="columns">From the left.</param>
    /// <param name="filters">Whether the head is there, stands still and filters.</param>
    /// <param name="drawing">Number of the relationship to its pictures; null where it has none.</param>
    public XlsxSheet(Stream part, IReadOnlyList<XlsxColumn> columns, bool filters = true, int? drawing = null)
    {
        (_part, _columns, _filters, _drawing) = (part, columns, filters, drawing);
        var pane = "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>";
        var widths = Markup.Join(
            columns.Index(),
            c =>
                Markup.Of(
                    $"<col min=\"{c.Index + 1}\" max=\"{c.Index + 1}\" width=\"{c.Item.Width}\" customWidth=\"1\"{Fold(c.Item.IsFolded)}/>"
                )
        );
        var outline = Markup.Raw(columns.Any(c => c.IsFolded) ? " outlineLevelCol=\"1\"" : "");
        Write(
            Markup.Of(
                $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <worksheet xmlns="{XlsxBook.Spreadsheet}" xmlns:r="{XlsxBook.References}">
                <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
                <sheetViews><sheetView workbookViewId="0">{Markup.Raw(filters ? pane : "")}</sheetView></sheetViews>
                <sheetFormatPr defaultRowHeight="15"{outline}/>
                {(columns.Count > 0 ? Markup.Of($"<cols>{widths}</cols>") : Markup.None)}<sheetData>
                """
            )
        );
        if (filters)
            AppendHead();
    }

    /// <summary>So far, the head among them.</summary>
    public long Rows { get; private set; }

    /// <summary>Takes rows that are XML already, which are then counted.</summary>
    public Stream Part => _part;

    /// <summary>Counts rows that went into <see cref="Part"/>.</summary>
    public void Count(long rows) => Rows += rows;

    /// <summary>Takes rows that are XML already.</summary>
    /// <param name="rows">Whole <c>row</c> elements.</param>
    /// <param name="count">How many.</param>
    public void Append(ReadOnlySpan<byte> rows, int count)
    {
        _part.Write(rows);
        Rows += count;
    }

    /// <summary>Takes a row of texts, each with its format.</summary>
    /// <param name="cells">From the left.</param>
    /// <param name="links">Where cells of this row lead to, by column.</param>
    public void Append(IEnumerable<(string Text, int Style)> cells, params IEnumerable<(int Column, string Target)> links)
    {
        var row = new Utf8Buffer();
        var writer = new XlsxCells();
        var all = cells.ToList();
        var wrapped = all.Where(c => c.Style == XlsxStyles.WrappedText).Select(c => XlsxCells.Lines(Encoding.UTF8.GetBytes(c.Text)));
        XlsxCells.BeginRow(wrapped.DefaultIfEmpty(1).Max(), row);
        foreach (var (text, style) in all)
            writer.Append(text, style, row);
        row.Append("</row>"u8);
        Append(row.Written, 1);
        _links.AddRange(links.Select(l => new XlsxLink(Rows, l.Column, l.Target)));
    }

    /// <summary>Lets a cell of the last row lead somewhere.</summary>
    public void Link(int column, string target) => _links.Add(new XlsxLink(Rows, column, target));

    public void Dispose()
    {
        var last = $"{ColumnName(Math.Max(_columns.Count, 1) - 1)}{Math.Max(Rows, 1)}";
        var links = Markup.Join(_links, l => Markup.Of($"<hyperlink ref=\"{ColumnName(l.Column)}{l.Row}\" location=\"{l.Target}\"/>"));
        Write(
            Markup.Of(
                $"""
                </sheetData>{(_filters ? Markup.Of($"<autoFilter ref=\"A1:{last}\"/>") : Markup.None)}
                {(_links.Count > 0 ? Markup.Of($"<hyperlinks>{links}</hyperlinks>") : Markup.None)}
                <pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>
                <pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>
                <headerFooter><oddFooter>&amp;A　&amp;P / &amp;N</oddFooter></headerFooter>
                {(_drawing is { } id ? Markup.Of($"<drawing r:id=\"rId{id}\"/>") : Markup.None)}</worksheet>
                """
            )
        );
        _part.Dispose();
    }

    /// <summary>A to XFD.</summary>
    /// <param name="index">0-based.</param>
    public static string ColumnName(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : ColumnName(index / 26 - 1) + (char)('A' + index % 26);

    /// <summary>Wide enough for the longest of some texts, a Chinese character taking two, within bounds.</summary>
    public static double WidthOf(IEnumerable<string> texts) => Math.Clamp(texts.Max(Width) + 2, Narrowest, Widest);

    /// <summary>Whether the texts are cut into lines.</summary>
    public static bool IsWrapped(IEnumerable<string> texts) => texts.Any(t => Width(t) + 2 > Widest);

    private static Markup Fold(bool isFolded) => Markup.Raw(isFolded ? " hidden=\"1\" outlineLevel=\"1\"" : "");

    private static double Width(string text) => text.Split('\n').Max(line => line.Sum(c => c >= 0x1100 ? 2.1 : 1.1));

    private void AppendHead() => Append(_columns.Select(c => (c.Heading, XlsxStyles.Head)));

    private void Write(Markup xml) => _part.Write(Encoding.UTF8.GetBytes(xml.Text));
}
