namespace Analytics.Engine.Documents;

/// <summary>
/// A document as a workbook: a sheet for each table, typed and filtered, one for each figure, the sources with their sentences, and what
/// there is to say. Rows stream; what was changed for a spreadsheet's sake is told on the last sheet and to the caller.
/// </summary>
/// <param name="document">What to write.</param>
internal sealed class XlsxDocument(Document document)
{
    /// <summary>Rows that widths of columns are taken from.</summary>
    private const int Measured = 200;

    private readonly XlsxCells _cells = new();
    private readonly List<(string Part, string Text)> _notes = [];

    // Where each source is named first.
    private readonly Dictionary<int, string> _named = [];

    /// <summary>What numbers and texts had to become; empty where nothing had to.</summary>
    public IReadOnlyList<Localized> Remarks => [.. Told(_cells)];

    /// <summary>Writes the whole file.</summary>
    /// <returns>Rows of all tables.</returns>
    public long Write(Stream stream)
    {
        using var book = new XlsxBook(stream, document.Title, document.Language);
        // Names are fixed first: rows lead to the sheet of the sources.
        var sources = Say("来源", "sources");
        var rows = 0L;
        foreach (var part in document.Parts)
        {
            _notes.AddRange(part.Paragraphs.Select(p => (part.Name, p.Text)));
            var written = part.Table is { } table ? WriteTable(book, part, table, sources) : 0;
            _notes.AddRange(part.Notes(written).Select(n => (part.Name, n)));
            rows += written;
            if (part.Figure is { } figure)
            {
                var png = figure.Png();
                var size = PngSize.Of(png);
                var name = book.NameOf(part.Name + Say(" 图", " chart"));
                book.AddPicture(name, png, (size.Width / 2, size.Height / 2), figure.Caption, figure.Description);
            }
        }

        if (document.Sources.Count > 0)
            WriteSources(book, sources);
        WriteNotes(book);
        return rows;
    }

    private string Say(string zh, string en) => document.Say(zh, en);

    private long WriteTable(XlsxBook book, DocumentPart part, DocumentTable table, string sources)
    {
        if (table.Columns.Count > XlsxSheet.MostColumns)
        {
            throw UserException.Failed(
                $"表有 {table.Columns.Count} 列，工作表最多 {XlsxSheet.MostColumns} 列；请改用 csv 或 parquet。",
                $"The table has {table.Columns.Count} columns, a sheet at most {XlsxSheet.MostColumns}; write csv or parquet instead."
            );
        }

        using var chunks = table.Chunks.GetEnumerator();
        var layout = new XlsxLayout(table, chunks, Measured, document.Language);
        var rows = 0L;
        do
        {
            var name = book.NameOf(part.Name);
            using var sheet = book.Begin(name, layout.Columns);
            rows += layout.IsPlain
                ? layout.WritePlain(sheet, _cells)
                : layout.WriteLinked(sheet, _cells, rows, source => Lead(source, sources, XlsxBook.CellOf(name)));
        } while (layout.HasMore);
        return rows;

        // A row leads to its source, and the source to the first of its rows.
        string Lead(int source, string to, Func<int, long, string> here)
        {
            _named.TryAdd(source, here(layout.Columns.Count - 1, layout.RowBeingWritten));
            return XlsxBook.Cell(to, 0, source + 1);
        }
    }

    private void WriteSources(XlsxBook book, string name)
    {
        string[] heads =
            document.Language == Language.Zh
                ? ["序号", "报道", "县", "原句", "文件", "行", "数字编号"]
                : ["number", "article", "county", "sentence", "file", "line", "obs_ids"];
        double[] widths = [8, 36, 18, 60, 28, 8, 40];
        using var sheet = book.Begin(name, [.. heads.Zip(widths, (h, w) => new XlsxColumn(h, w))]);
        foreach (var (index, source) in document.Sources.Index())
        {
            var number = index + 1;
            var back = _named.GetValueOrDefault(number);
            (string, int)[] cells =
            [
                ($"[{number}]", back is null ? XlsxStyles.Text : XlsxStyles.Link),
                (source.Article, XlsxStyles.WrappedText),
                (source.Place, XlsxStyles.Text),
                (source.Sentence, XlsxStyles.WrappedText),
                (source.File, XlsxStyles.Text),
                ($"{source.Line}", XlsxStyles.Text),
                (string.Join(", ", source.ObservationIds), XlsxStyles.WrappedText),
            ];
            sheet.Append(cells, back is null ? [] : [(0, back)]);
        }
    }

    private void WriteNotes(XlsxBook book)
    {
        using var sheet = book.Begin(book.NameOf(Say("说明", "notes")), [new("", 24), new("", 100)], filters: false);
        sheet.Append([(document.Title, XlsxStyles.Title)]);
        foreach (var line in document.Lead)
            Line("", line);
        foreach (var (part, text) in _notes)
            Line(document.Parts.Count > 1 ? part : "", text);
        foreach (var remark in Remarks)
            Line("", remark.In(document.Language));
        foreach (var (label, text) in document.About)
            Line(label, text);

        void Line(string label, string text) => sheet.Append([(label, XlsxStyles.WrappedText), (text, XlsxStyles.WrappedText)]);
    }

    private static IEnumerable<Localized> Told(XlsxCells cells)
    {
        if (cells.NumbersAsText is > 0 and var numbers)
        {
            yield return new(
                $"{numbers} 个数是文本：电子表格只保留 15 位有效数字，也没有 1900 年 3 月以前的日期、无穷大和非数。",
                $"{numbers} {Plural.Of(numbers, "number is", "numbers are")} text: a spreadsheet keeps 15 digits, and has no days before "
                    + "March 1900, no infinities and nothing that is not a number."
            );
        }

        if (cells.TextsCut is > 0 and var texts)
        {
            yield return new(
                $"{texts} 个文本被截断：单元格最多 {XlsxCells.LongestText} 个字符；全文请用 csv、json 或 parquet。",
                $"{texts} {Plural.Of(texts, "text was", "texts were")} cut: a cell holds {XlsxCells.LongestText} characters; csv, json and "
                    + "parquet have them whole."
            );
        }
    }
}
