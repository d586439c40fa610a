using System.Text;
using Analytics.DuckDb;

namespace Analytics.Engine.Export;

/// <summary>
/// A Markdown table: numbers to the right, <c>|</c> escaped, line breaks as <c>&lt;br&gt;</c>, NULL as <c>NULL</c>. A table must have a
/// header, so <c>--no-header</c> leaves its cells empty. What is said below the rows is a list under the table.
/// </summary>
public sealed class MarkdownWriter(Stream stream, WriteOptions options) : TextResultWriter(stream, options with { Header = true })
{
    private readonly bool _showNames = options.Header;
    private readonly byte[] _null = Encoding.UTF8.GetBytes(options.NullText ?? "NULL");

    protected override void AppendHeader(IReadOnlyList<ResultColumn> columns, Utf8Buffer into)
    {
        into.Append((byte)'|');
        foreach (var column in columns)
        {
            into.Append((byte)' ');
            if (_showNames)
                AppendField(Encoding.UTF8.GetBytes(column.Name), into);
            into.Append(" |"u8);
        }

        into.Append("\n|"u8);
        foreach (var column in columns)
            into.Append(column.Type.IsNumeric ? " ---: |"u8 : " --- |"u8);
        into.Append((byte)'\n');
    }

    protected override void AppendRow(DataChunk chunk, int row, Utf8Buffer into)
    {
        into.Append((byte)'|');
        for (var i = 0; i < chunk.ColumnCount; i++)
        {
            into.Append((byte)' ');
            var column = chunk.Column(i);
            if (column.IsNull(row))
                into.Append(_null);
            else if (Words is { } words && column.Type.Id == DuckDbTypeId.Varchar)
                AppendField(Encoding.UTF8.GetBytes(words(Names[i], Encoding.UTF8.GetString(column.Utf8(row)))), into);
            else
                AppendCell(column, row, into);
            into.Append(" |"u8);
        }

        into.Append((byte)'\n');
    }

    protected override void AppendBelow(IReadOnlyList<string> lines, Utf8Buffer into)
    {
        if (lines.Count > 0)
            into.Append((byte)'\n');
        foreach (var line in lines)
        {
            into.Append("- "u8);
            AppendField(Encoding.UTF8.GetBytes(line), into);
            into.Append((byte)'\n');
        }
    }

    protected override bool HasPlaceBelow => true;

    protected override bool NeedsCare(ReadOnlySpan<byte> text) => text.IndexOfAny("\\|\r\n"u8) >= 0;

    protected override void AppendWithCare(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'\\':
                    into.Append("\\\\"u8);
                    break;
                case (byte)'|':
                    into.Append("\\|"u8);
                    break;
                case (byte)'\n' when i > 0 && text[i - 1] == '\r':
                    break;
                case (byte)'\r' or (byte)'\n':
                    into.Append("<br>"u8);
                    break;
                default:
                    into.Append(text[i]);
                    break;
            }
        }
    }
}
