using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Tui.Results;

/// <summary>Cells of a result in the formats of the clipboard.</summary>
static class CellCopy
{
    /// <summary>Rows that a copy takes at most: terminals take no more than some hundred kilobytes; files take everything.</summary>
    public const int MostRows = 10_000;

    /// <param name="rows">The rows, with the columns to copy and no others.</param>
    public static string Of(ResultTable rows, CopyFormat format) => format switch
    {
        CopyFormat.Text => Lines(rows, "\t", (row, column) => rows.Text(row, column) ?? ""),
        CopyFormat.Sql => "VALUES\n" + Lines(rows, ", ", (row, column) => Literal(rows.Text(row, column), rows.Columns[column].Type), "  (", ")", ",\n"),
        CopyFormat.Tsv => Written(rows, "tsv"),
        CopyFormat.Csv => Written(rows, "csv"),
        CopyFormat.Markdown => Written(rows, "markdown"),
        _ => Written(rows, "json"),
    };

    static string Lines(ResultTable rows, string between, Func<long, int, string> cell, string before = "", string after = "", string separator = "\n")
    {
        var columns = Enumerable.Range(0, rows.Columns.Count).ToArray();
        var lines = Enumerable.Range(0, (int)rows.RowCount).Select(row => before + string.Join(between, columns.Select(column => cell(row, column))) + after);
        return string.Join(separator, lines);
    }

    static string Written(ResultTable rows, string format)
    {
        using var stream = new MemoryStream();
        using (var writer = ExportFormats.All.First(f => f.Name == format).Open(stream, new WriteOptions()))
            writer.WriteAll(rows);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A value as SQL; types without a literal of their own are cast from their text.</summary>
    static string Literal(string? text, DuckDbType type)
    {
        if (text is null)
            return "NULL";
        if (type.Id == DuckDbTypeId.Boolean || (type.IsNumeric && text.All(c => char.IsAsciiDigit(c) || c is '.' or '-')))
            return text;
        var quoted = SqlText.Literal(text);
        return type.Id == DuckDbTypeId.Varchar ? quoted : $"CAST({quoted} AS {type})";
    }
}
