using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Documents;
using Analytics.Engine.Export;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Tui.Results;

/// <summary>Cells of a result in the formats of the clipboard.</summary>
internal static class CellCopy
{
    /// <summary>
    /// Bytes of text that a copy takes at most. Terminals take them base64-encoded, a third longer, in one sequence: many stop at 100,000
    /// bytes, and cut or drop the rest without a word; files take everything.
    /// </summary>
    public const int MostBytes = 74_994;

    private const string CellStyle = "border: 1px solid #000; padding: 2px 6px";

    /// <summary>Rows looked at for what fits: each takes a byte at least.</summary>
    public const int MostRows = MostBytes;

    /// <summary>How many of the first rows fit, given how long the text of so many is.</summary>
    /// <param name="rows">How many there are to copy.</param>
    /// <param name="length">Bytes of the text of the first rows, by their number; grows with it.</param>
    public static int RowsThatFit(int rows, Func<int, long> length)
    {
        var (fits, tooMany) = (0, rows + 1);
        while (tooMany - fits > 1)
        {
            var middle = fits + (tooMany - fits) / 2;
            (fits, tooMany) = length(middle) <= MostBytes ? (middle, tooMany) : (fits, middle);
        }
        return fits;
    }

    /// <param name="rows">The rows, with the columns to copy and no others.</param>
    /// <param name="format">How they are to be written.</param>
    public static string Of(ResultTable rows, CopyFormat format) =>
        format switch
        {
            CopyFormat.Text => Lines(rows, "\t", (row, column) => rows.Text(row, column) ?? ""),
            CopyFormat.Sql => "VALUES\n"
                + Lines(rows, ", ", (row, column) => Literal(rows.Text(row, column), rows.Columns[column].Type), "  (", ")", ",\n"),
            CopyFormat.Tsv => Written(rows, "tsv"),
            CopyFormat.Csv => Written(rows, "csv"),
            CopyFormat.Markdown => Written(rows, "markdown"),
            CopyFormat.Word => Html(rows),
            _ => Written(rows, "json"),
        };

    private static string Lines(
        ResultTable rows,
        string between,
        Func<long, int, string> cell,
        string before = "",
        string after = "",
        string separator = "\n"
    )
    {
        var columns = Enumerable.Range(0, rows.Columns.Count).ToArray();
        var lines = Enumerable
            .Range(0, (int)rows.RowCount)
            .Select(row => before + string.Join(between, columns.Select(column => cell(row, column))) + after);
        return string.Join(separator, lines);
    }

    /// <summary>A table whose look stands in its elements, since word processors know no style sheets.</summary>
    private static string Html(ResultTable rows)
    {
        var columns = Enumerable.Range(0, rows.Columns.Count).ToArray();
        var head = Markup.Join(columns, c => Markup.Of($"<th style=\"{CellStyle}\">{rows.Columns[c].Name}</th>"));
        var body = Markup.Join(
            Enumerable.Range(0, (int)rows.RowCount),
            row => Markup.Of($"<tr>{Markup.Join(columns, column => Cell(rows, row, column))}</tr>\n")
        );
        var table = "border-collapse: collapse";
        return Markup.Of($"<meta charset=\"utf-8\"><table style=\"{table}\">\n<tr>{head}</tr>\n{body}</table>").Text;
    }

    private static Markup Cell(ResultTable rows, int row, int column)
    {
        var style = CellStyle + (rows.Columns[column].Type.IsNumeric ? "; text-align: right" : "");
        return Markup.Of($"<td style=\"{style}\">{rows.Text(row, column) ?? ""}</td>");
    }

    private static string Written(ResultTable rows, string format)
    {
        using var stream = new MemoryStream();
        using (var writer = ExportFormats.All.First(f => f.Name == format).Open(stream, new WriteOptions()))
            writer.WriteAll(rows);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A value as SQL; types without a literal of their own are cast from their text.</summary>
    private static string Literal(string? text, DuckDbType type)
    {
        if (text is null)
            return "NULL";
        if (type.Id == DuckDbTypeId.Boolean || (type.IsNumeric && text.All(c => char.IsAsciiDigit(c) || c is '.' or '-')))
            return text;
        var quoted = SqlText.Literal(text);
        return type.Id == DuckDbTypeId.Varchar ? quoted : $"CAST({quoted} AS {type})";
    }
}
