using Analytics.DuckDb;
using Analytics.Engine.Export;

namespace Analytics.Engine.Documents;

/// <summary>The columns of a table on its sheet, and its rows from a chunk to the next: sheets end where a chunk would not fit.</summary>
internal sealed class XlsxLayout
{
    private const int WidthOfNumbers = 12,
        WidthOfMoments = 20,
        WidthOfSources = 12;

    private readonly DocumentTable _table;
    private readonly IEnumerator<ChunkRows> _chunks;
    private readonly int[] _styles;
    private bool _hasChunk;

    /// <param name="table">Its columns.</param>
    /// <param name="chunks">Its rows; the first chunk is looked at for the widths.</param>
    /// <param name="measured">Rows that are looked at.</param>
    /// <param name="language">Of the headings that are ours.</param>
    public XlsxLayout(DocumentTable table, IEnumerator<ChunkRows> chunks, int measured, Language language)
    {
        (_table, _chunks) = (table, chunks);
        _hasChunk = chunks.MoveNext();
        var samples = table.Columns.Select((_, i) => Samples(i, measured)).ToArray();
        _styles = [.. table.Columns.Select((c, i) => StyleOf(c.Type, samples[i]))];
        var columns = new List<XlsxColumn>();
        foreach (var (index, column) in table.Columns.Index())
        {
            columns.Add(new(column.Name, WidthOf(column.Type, samples[index]), table.Shown?.Contains(index) == false));
            if (table.Beside.ContainsKey(index))
                columns.Add(new(column.Name + (language == Language.Zh ? "（读作）" : " (reads)"), WidthOfMoments));
        }

        if (table.Sources is not null)
            columns.Add(new(language == Language.Zh ? "来源" : "sources", WidthOfSources));
        Columns = columns;
    }

    /// <summary>Those of the sheet.</summary>
    public IReadOnlyList<XlsxColumn> Columns { get; }

    /// <summary>Whether its rows are cells of chunks alone.</summary>
    public bool IsPlain => _table.Sources is null && _table.Beside.Count == 0;

    /// <summary>Whether rows are left for a further sheet.</summary>
    public bool HasMore => _hasChunk;

    /// <summary>1-based, on its sheet.</summary>
    public long RowBeingWritten { get; private set; }

    /// <summary>Writes as many rows as the sheet takes, on several threads.</summary>
    /// <returns>How many.</returns>
    public long WritePlain(XlsxSheet sheet, XlsxCells cells)
    {
        var rows = sheet.Rows;
        var before = rows;
        var wraps = _styles.Contains(XlsxStyles.WrappedText);
        var text = new ParallelText(
            sheet.Part,
            (chunk, _, into) =>
            {
                for (var row = 0; row < chunk.Count; row++)
                {
                    XlsxCells.BeginRow(wraps ? XlsxCells.Lines(chunk.Chunk, row, _styles) : 1, into);
                    cells.Append(chunk.Chunk, row, _styles, into);
                    into.Append("</row>"u8);
                }
            }
        );
        text.Write(Fitting(() => rows, count => rows += count));
        sheet.Count(rows - before);
        return rows - before;
    }

    /// <summary>Writes as many rows as the sheet takes, with what stands beside their cells and where they lead to.</summary>
    /// <param name="sheet">Takes them.</param>
    /// <param name="cells">Writes them.</param>
    /// <param name="first">Number of the first of them in the table, 0-based.</param>
    /// <param name="target">The cell of a source.</param>
    /// <returns>How many.</returns>
    public long WriteLinked(XlsxSheet sheet, XlsxCells cells, long first, Func<int, string> target)
    {
        var into = new Utf8Buffer();
        var number = first;
        foreach (var rows in Fitting(() => sheet.Rows, _ => { }))
        {
            using (rows)
            {
                for (var row = 0; row < rows.Count; row++, number++)
                {
                    RowBeingWritten = sheet.Rows + 1;
                    AppendRow(rows.Chunk, row, number, cells, into);
                    sheet.Append(into.Written, 1);
                    into.Clear();
                    if (_table.Sources?.Invoke(number) is { Count: > 0 } sources)
                        sheet.Link(Columns.Count - 1, sources.Select(target).ToList()[0]);
                }
            }
        }

        return number - first;
    }

    private void AppendRow(DataChunk chunk, int row, long number, XlsxCells cells, Utf8Buffer into)
    {
        XlsxCells.BeginRow(XlsxCells.Lines(chunk, row, _styles), into);
        for (var i = 0; i < chunk.ColumnCount; i++)
        {
            var column = chunk.Column(i);
            if (_table.Words is { } words && column.Type.Id == DuckDbTypeId.Varchar && !column.IsNull(row))
                cells.Append(words(i, column.Text(row)), _styles[i], into);
            else
                cells.Append(column, row, _styles[i], into);
            if (_table.Beside.TryGetValue(i, out var beside))
                cells.Append(beside(number), XlsxStyles.Text, into);
        }

        if (_table.Sources is { } sources)
            cells.Append(string.Concat(sources(number).Select(n => $"[{n}]")), XlsxStyles.Link, into);
        into.Append("</row>"u8);
    }

    /// <summary>The chunks that the sheet has room for. The one that has none stays for the next sheet.</summary>
    private IEnumerable<ChunkRows> Fitting(Func<long> rows, Action<int> counted)
    {
        while (_hasChunk && rows() + _chunks.Current.Count <= XlsxSheet.MostRows)
        {
            counted(_chunks.Current.Count);
            yield return _chunks.Current;
            _hasChunk = _chunks.MoveNext();
        }
    }

    private string[] Samples(int column, int measured)
    {
        string[] heading = [_table.Columns[column].Name];
        if (!_hasChunk || _table.Columns[column].Type.IsNumeric)
            return heading;
        var view = _chunks.Current.Chunk.Column(column);
        var texts = new List<string>(heading);
        for (var row = 0; row < Math.Min(_chunks.Current.Count, measured); row++)
            texts.Add(view.IsNull(row) ? "" : TextOf(view, row));
        return [.. texts];
    }

    private static string TextOf(in VectorView view, int row)
    {
        var text = new System.Text.StringBuilder();
        Results.CellFormatter.Append(view, row, text);
        return text.ToString();
    }

    private static int StyleOf(DuckDbType type, string[] samples) =>
        XlsxStyles.Of(type) is not XlsxStyles.Text and var style ? style
        : type.Id == DuckDbTypeId.Varchar && XlsxSheet.IsWrapped(samples) ? XlsxStyles.WrappedText
        : XlsxStyles.Text;

    private static double WidthOf(DuckDbType type, string[] samples) =>
        Math.Max(
            XlsxSheet.WidthOf(type.Id == DuckDbTypeId.Varchar ? samples : [samples[0]]),
            XlsxStyles.Of(type) switch
            {
                XlsxStyles.Text => 0,
                XlsxStyles.Date or XlsxStyles.DateTime => WidthOfMoments,
                _ => WidthOfNumbers,
            }
        );
}
