using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Results;
using Analytics.Terminal.Text;

namespace Analytics.Cli;

/// <summary>
/// The table for people: columns as wide as their widest cell (Chinese takes two), numbers to the right, nothing cut.
/// Control characters are shown, never sent. What is said below the rows follows them. It holds the texts until the end, since widths need
/// all rows.
/// </summary>
internal sealed class TableWriter(Stream stream, WriteOptions options) : ResultWriter
{
    private const string Gap = " │ ";

    private readonly List<string[]> _rows = [];
    private readonly StringBuilder _text = new();
    private IReadOnlyList<ResultColumn> _columns = [];
    private int[] _widths = [];

    protected override void Write(IReadOnlyList<ResultColumn> columns, IEnumerable<ChunkRows> chunks)
    {
        _columns = columns;
        _widths = new int[columns.Count];
        if (options.Header)
            Add([.. columns.Select(c => Printable.Of(c.Name))]);
        foreach (var rows in chunks)
        {
            using (rows)
                Add(rows);
        }

        WriteLines();
    }

    private void Add(ChunkRows rows)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var cells = new string[_columns.Count];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = Cell(rows.Chunk.Column(i), row, Names[i]);
            Add(cells);
        }
    }

    private void WriteLines()
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(options.ByteOrderMark), leaveOpen: true) { NewLine = "\n" };
        for (var i = 0; i < _rows.Count; i++)
        {
            writer.WriteLine(Line(_rows[i]));
            if (i == 0 && options.Header)
                writer.WriteLine(string.Join("─┼─", _widths.Select(w => new string('─', w))));
        }

        foreach (var line in options.Below?.Invoke(_rows.Count - (options.Header ? 1 : 0)) ?? [])
            writer.WriteLine(Printable.Of(line));
    }

    private string Cell(in VectorView column, int row, string name)
    {
        if (column.IsNull(row))
            return options.NullText ?? "NULL";
        _text.Clear();
        CellFormatter.Append(column, row, _text);
        var text = _text.ToString();
        return Printable.Of(Words is { } words && !column.Type.IsNumeric ? words(name, text) : text);
    }

    private void Add(string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
            _widths[i] = Math.Max(_widths[i], CellText.Width(cells[i]));
        _rows.Add(cells);
    }

    private string Line(string[] cells)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            var padding = new string(' ', _widths[i] - CellText.Width(cells[i]));
            line.Append(i > 0 ? Gap : "");
            line.Append(_columns[i].Type.IsNumeric ? padding + cells[i] : cells[i] + padding);
        }
        return line.ToString().TrimEnd();
    }
}
