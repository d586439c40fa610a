using System.Buffers;
using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Engine.Export;

/// <summary>RFC 4180 CSV with LF: NULL is the empty field (or <c>--null</c>), empty text is <c>""</c>.</summary>
public sealed class CsvWriter(Stream stream, WriteOptions options) : TextResultWriter(stream, options)
{
    // Not SearchValues, whose code is compiled at its first use and then costs more than a small result.
    private const string NeedQuotes = ",\"\r\n";

    private readonly StringBuilder _cell = new();

    protected override void AppendHeader(IReadOnlyList<ResultColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            Separate(i);
            AppendField(columns[i].Name);
        }
        Text.Append('\n');
    }

    protected override void AppendRow(DataChunk chunk, int row)
    {
        for (var i = 0; i < chunk.ColumnCount; i++)
        {
            Separate(i);
            var column = chunk.Column(i);
            if (column.IsNull(row))
                Text.Append(Options.NullText);
            else
                AppendCell(column, row);
        }
        Text.Append('\n');
    }

    private void Separate(int index)
    {
        if (index > 0)
            Text.Append(',');
    }

    private void AppendCell(in VectorView column, int row)
    {
        _cell.Clear();
        CellFormatter.Append(column, row, _cell);
        AppendField(_cell.ToString());
    }

    /// <summary>Quotes where the format needs it, and where a value would otherwise read as NULL.</summary>
    private void AppendField(string text)
    {
        if (text.Length > 0 && text != Options.NullText && text.AsSpan().IndexOfAny(NeedQuotes) < 0)
            Text.Append(text);
        else
            Text.Append('"').Append(text.Replace("\"", "\"\"")).Append('"');
    }
}

/// <summary>
/// Tab-separated text: tab, line feed, carriage return and backslash are written <c>\t \n \r \\</c>, NULL as <c>\N</c> (or <c>--null</c>).
/// </summary>
public sealed class TsvWriter(Stream stream, WriteOptions options) : TextResultWriter(stream, options)
{
    private static readonly SearchValues<char> NeedEscape = SearchValues.Create("\t\n\r\\");

    private readonly StringBuilder _cell = new();

    protected override void AppendHeader(IReadOnlyList<ResultColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
                Text.Append('\t');
            AppendField(columns[i].Name);
        }
        Text.Append('\n');
    }

    protected override void AppendRow(DataChunk chunk, int row)
    {
        for (var i = 0; i < chunk.ColumnCount; i++)
        {
            if (i > 0)
                Text.Append('\t');
            var column = chunk.Column(i);
            if (column.IsNull(row))
            {
                Text.Append(Options.NullText ?? "\\N");
                continue;
            }
            _cell.Clear();
            CellFormatter.Append(column, row, _cell);
            AppendField(_cell.ToString());
        }
        Text.Append('\n');
    }

    private void AppendField(string text)
    {
        if (text.AsSpan().IndexOfAny(NeedEscape) >= 0)
            text = text.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r");
        Text.Append(text);
    }
}
