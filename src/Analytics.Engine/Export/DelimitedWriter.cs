using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Engine.Export;

/// <summary>Cells with a delimiter between them, a line feed behind each row.</summary>
/// <param name="stream">Where to.</param>
/// <param name="options">How.</param>
/// <param name="delimiter">Between two cells.</param>
/// <param name="nullText">What stands for NULL.</param>
public abstract class DelimitedWriter(Stream stream, WriteOptions options, byte delimiter, string nullText)
    : TextResultWriter(stream, options)
{
    private readonly byte[] _null = Encoding.UTF8.GetBytes(nullText);

    protected ReadOnlySpan<byte> Null => _null;

    protected override void AppendHeader(IReadOnlyList<ResultColumn> columns, Utf8Buffer into)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            Separate(i, into);
            AppendText(Encoding.UTF8.GetBytes(columns[i].Name), into);
        }

        into.Append((byte)'\n');
    }

    protected override void AppendRow(DataChunk chunk, int row, Utf8Buffer into)
    {
        for (var i = 0; i < chunk.ColumnCount; i++)
        {
            Separate(i, into);
            var column = chunk.Column(i);
            if (column.IsNull(row))
                into.Append(Null);
            else if (column.Type.Id == DuckDbTypeId.Varchar)
                AppendText(column.Utf8(row), into);
            else if (Options.EscapeFormulas && column.Type.Id == DuckDbTypeId.Enum)
                AppendText(TextOf(column, row), into);
            else
                AppendCell(column, row, into);
        }

        into.Append((byte)'\n');
    }

    private static ReadOnlySpan<byte> TextOf(in VectorView column, int row)
    {
        var text = new Utf8Buffer();
        CellFormatter.Append(column, row, text);
        return text.Written;
    }

    private void AppendText(ReadOnlySpan<byte> text, Utf8Buffer into) =>
        AppendField(Options.EscapeFormulas && IsFormula(text) ? [(byte)'\'', .. text] : text, into);

    private static bool IsFormula(ReadOnlySpan<byte> text) =>
        text.Length > 0 && FormulaStarts.Contains(text[0])
        || text.StartsWith("＝"u8)
        || text.StartsWith("＋"u8)
        || text.StartsWith("－"u8)
        || text.StartsWith("＠"u8);

    private static ReadOnlySpan<byte> FormulaStarts => "=+-@\t\r"u8;

    private void Separate(int index, Utf8Buffer into)
    {
        if (index > 0)
            into.Append(delimiter);
    }
}

/// <summary>RFC 4180 CSV with LF: NULL is the empty field (or <c>--null</c>), empty text is <c>""</c>.</summary>
public sealed class CsvWriter(Stream stream, WriteOptions options) : DelimitedWriter(stream, options, (byte)',', options.NullText ?? "")
{
    // Not SearchValues, whose code is compiled at its first use and then costs more than a small result.
    private static ReadOnlySpan<byte> NeedQuotes => ",\"\r\n"u8;

    /// <summary>Quotes where the format needs it, and where a value would otherwise read as NULL.</summary>
    protected override bool NeedsCare(ReadOnlySpan<byte> text) =>
        text.Length == 0 || text.IndexOfAny(NeedQuotes) >= 0 || text.SequenceEqual(Null);

    protected override void AppendWithCare(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        const byte Quote = (byte)'"';
        into.Append(Quote);
        for (var next = text.IndexOf(Quote); next >= 0; next = text.IndexOf(Quote))
        {
            into.Append(text[..(next + 1)]);
            into.Append(Quote);
            text = text[(next + 1)..];
        }

        into.Append(text);
        into.Append(Quote);
    }
}

/// <summary>
/// Tab-separated text: tab, line feed, carriage return and backslash are written <c>\t \n \r \\</c>, NULL as <c>\N</c> (or <c>--null</c>).
/// </summary>
public sealed class TsvWriter(Stream stream, WriteOptions options) : DelimitedWriter(stream, options, (byte)'\t', options.NullText ?? "\\N")
{
    protected override bool NeedsCare(ReadOnlySpan<byte> text) => text.IndexOfAny("\t\n\r\\"u8) >= 0;

    protected override void AppendWithCare(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        foreach (var symbol in text)
        {
            switch (symbol)
            {
                case (byte)'\t':
                    into.Append("\\t"u8);
                    break;
                case (byte)'\n':
                    into.Append("\\n"u8);
                    break;
                case (byte)'\r':
                    into.Append("\\r"u8);
                    break;
                case (byte)'\\':
                    into.Append("\\\\"u8);
                    break;
                default:
                    into.Append(symbol);
                    break;
            }
        }
    }
}
