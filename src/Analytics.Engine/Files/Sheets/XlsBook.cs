using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Analytics.Engine.Files.Sheets;

/// <summary>A workbook of Excel 97 to 2003, read by ExcelDataReader.</summary>
internal sealed class XlsBook : Workbook
{
    private readonly IExcelDataReader _reader;

    private XlsBook(IExcelDataReader reader)
    {
        _reader = reader;
        var sheets = new List<SheetInfo>();
        do
        {
            sheets.Add(new SheetInfo(reader.Name, reader.VisibleState != "visible", sheets.Count.ToString(CultureInfo.InvariantCulture)));
        } while (reader.NextResult());
        Sheets = sheets;
    }

    public override IReadOnlyList<SheetInfo> Sheets { get; }

    /// <summary>The package gives nothing for a cell with an error.</summary>
    public override bool TellsErrors => false;

    public static new XlsBook Open(string path)
    {
        // The package asks the framework for code pages by number.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        try
        {
            var fallback = TextEncoding.Get(TextEncoding.Gb18030, DecoderFallback.ReplacementFallback);
            return new XlsBook(ExcelReaderFactory.CreateBinaryReader(file, new ExcelReaderConfiguration { FallbackEncoding = fallback }));
        }
        catch (InvalidPasswordException e)
        {
            file.Dispose();
            throw Protected(path, e);
        }
        catch (ExcelReaderException e)
        {
            var isProtected = IsEncryptedPackage(file);
            file.Dispose();
            throw isProtected ? Protected(path, e) : Refused(path, $"读不出来：{e.Message}", $"It cannot be read: {e.Message}", e);
        }
    }

    public override IEnumerable<GridRow> Read(SheetInfo sheet, SheetNotes notes)
    {
        _reader.Reset();
        for (var i = int.Parse(sheet.Place, CultureInfo.InvariantCulture); i > 0; i--)
            _reader.NextResult();
        notes.Merged.AddRange(
            (_reader.MergeCells ?? []).Select(m => new CellRange(m.FromRow + 1, m.FromColumn + 1, m.ToRow + 1, m.ToColumn + 1))
        );
        for (var line = 1; _reader.Read(); line++)
        {
            if (_reader.RowHeight == 0)
                notes.HiddenRows++;
            var width = _reader.FieldCount;
            while (width > 0 && _reader.GetValue(width - 1) is null)
                width--;
            if (width > 0)
                yield return new GridRow(line, [.. Enumerable.Range(0, width).Select(Cell)]);
        }
    }

    public override void Dispose() => _reader.Dispose();

    private GridCell Cell(int column) =>
        _reader.GetValue(column) switch
        {
            null => GridCell.Blank,
            bool flag => new GridCell(CellKind.Flag, flag ? "true" : "false"),
            DateTime day => new GridCell(CellKind.Date, SheetValues.Stamp(day)),
            TimeSpan time => new GridCell(CellKind.Time, time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture)),
            double number => SheetValues.Of(number, FormatOf(column), is1904: false),
            int number => SheetValues.Of(number, FormatOf(column), is1904: false),
            var other => GridCell.OfText(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
        };

    /// <summary>The package knows the formats of Western dates alone.</summary>
    private FormatKind FormatOf(int column) =>
        _reader.GetNumberFormatIndex(column) is var index && NumberFormats.OfBuiltIn(index) is var kind and not FormatKind.Number ? kind
        : _reader.GetNumberFormatString(column) is { } code ? NumberFormats.Of(code)
        : FormatKind.Number;

    /// <summary>A protected workbook of a later version lies in a file of this kind ([MS-OFFCRYPTO] §1.3.2).</summary>
    private static bool IsEncryptedPackage(FileStream file)
    {
        file.Position = 0;
        var bytes = new byte[Math.Min(file.Length, 1 << 20)];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
    }
}
