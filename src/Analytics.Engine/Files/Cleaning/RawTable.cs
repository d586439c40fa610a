using Analytics.DuckDb;
using Analytics.Engine.Files.Sheets;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Files.Cleaning;

/// <summary>
/// A file as a table of its texts, every line of it with its number: <c>NAME_raw(file_line, c1, c2, …)</c>. Nothing in it is changed.
/// </summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Width">Columns beside the line.</param>
/// <param name="Head">The first rows.</param>
/// <param name="Separator">Of a text; null for a sheet.</param>
/// <param name="Reading">How the file was found to be read.</param>
/// <param name="Merged">Cells of the sheet that are one.</param>
internal sealed record RawTable(
    string Table,
    int Width,
    IReadOnlyList<GridRow> Head,
    char? Separator,
    FileReading Reading,
    IReadOnlyList<CellRange> Merged
)
{
    public const string Line = "file_line";

    /// <summary>As SQL needs it.</summary>
    public string Qualified => $"memory.main.{SqlText.Identifier(Table)}";

    /// <summary>The texts of a row as a list.</summary>
    public string Cells => $"[{string.Join(", ", Enumerable.Range(1, Width).Select(i => $"c{i}"))}]";

    /// <summary>Reads a file into the table.</summary>
    /// <exception cref="UserException">It cannot be read, or the name is taken.</exception>
    public static RawTable Load(DuckDbConnection connection, FileCopies copies, OpenedFile file, FileChoices choices)
    {
        var prepared = file.Kind == FileKind.Sheet ? file : copies.Prepared(file, choices);
        char? separator = file.Kind == FileKind.Sheet ? null : SeparatorOf(prepared, choices);
        var (width, head) = (0, new List<GridRow>());
        var notes = new SheetNotes();
        string path;
        SheetInfo? sheet = null;
        using (var to = copies.Create())
        using (var writer = new GridWriter(to))
        {
            path = to.Name;
            using var book = file.Kind == FileKind.Sheet ? Workbook.Open(file.Path) : null;
            (sheet, var rows) = book is null
                ? (null, TextGrid.Read(prepared.ReadPath, separator!.Value))
                : SheetFile.Rows(book, file, notes);
            foreach (var row in rows)
            {
                if (head.Count < GridHeader.Head)
                    head.Add(row);
                width = Math.Max(width, row.Cells.Count);
                writer.Number(row.Line);
                foreach (var cell in row.Cells)
                    writer.Cell(AsShown(cell));
                writer.EndRow();
            }
        }

        if (width == 0)
            throw FileRefusal.Of(FileFault.Empty, file.Path);
        var table = new RawTable(file.Name + "_raw", width, head, separator, ReadingOf(prepared, sheet), notes.Merged);
        var columns = string.Join(", ", Enumerable.Range(1, width).Select(i => $"c{i}: 'VARCHAR'"));
        connection.Execute(
            $"CREATE TABLE {table.Qualified} AS FROM read_csv({SqlText.Literal(path)}, auto_detect=false, "
                + "delim=',', quote='\"', escape='\"', "
                + $"header=false, new_line='\\n', null_padding=true, parallel=false, columns={{{Line}: 'BIGINT', {columns}}})"
        );
        File.Delete(path);
        FileCopies.Delete(prepared);
        return table;
    }

    /// <summary>A percentage and an error stand as a reader sees them.</summary>
    private static GridCell AsShown(GridCell cell) =>
        cell.Kind switch
        {
            CellKind.Percent => GridCell.OfText(decimal.TryParse(cell.Text, out var share) ? $"{share * 100:0.############}%" : cell.Text),
            CellKind.Error => GridCell.OfText(cell.Text),
            _ => cell,
        };

    private static char SeparatorOf(OpenedFile file, FileChoices choices) =>
        choices.Separator is not null
            ? choices.SeparatorSign
            : OpenedFile.SeparatorLine(file.ReadPath) ?? TextGrid.SeparatorOf(file.ReadPath);

    private static FileReading ReadingOf(OpenedFile prepared, SheetInfo? sheet)
    {
        var read = prepared.Reading ?? new FileReading(null, null, []);
        return sheet is null
            ? read with
            {
                Copy = null,
            }
            : read with
            {
                Remarks = [FileRemark.Of(prepared.Path, $"读工作表“{sheet.Name}”。", $"sheet '{sheet.Name}' is read.")],
            };
    }
}
