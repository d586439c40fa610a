using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Engine.Export;

/// <summary>
/// A Markdown table: numbers to the right, <c>|</c> escaped, line breaks as <c>&lt;br&gt;</c>, NULL as <c>NULL</c>. A table must have a
/// header, so <c>--no-header</c> leaves its cells empty.
/// </summary>
public sealed class MarkdownWriter(Stream stream, WriteOptions options) : TextResultWriter(stream, options with { Header = true })
{
    private readonly bool _showNames = options.Header;
    private readonly StringBuilder _cell = new();

    protected override void AppendHeader(IReadOnlyList<ResultColumn> columns)
    {
        Text.Append('|');
        foreach (var column in columns)
            Text.Append(' ').Append(_showNames ? Escape(column.Name) : "").Append(" |");
        Text.Append("\n|");
        foreach (var column in columns)
            Text.Append(column.Type.IsNumeric ? " ---: |" : " --- |");
        Text.Append('\n');
    }

    protected override void AppendRow(DataChunk chunk, int row)
    {
        Text.Append('|');
        for (var i = 0; i < chunk.ColumnCount; i++)
            Text.Append(' ').Append(Cell(chunk.Column(i), row)).Append(" |");
        Text.Append('\n');
    }

    private string Cell(in VectorView column, int row)
    {
        if (column.IsNull(row))
            return Options.NullText ?? "NULL";
        _cell.Clear();
        CellFormatter.Append(column, row, _cell);
        return Escape(_cell.ToString());
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\").Replace("|", "\\|").Replace("\r\n", "<br>").Replace("\n", "<br>").Replace("\r", "<br>");
}
