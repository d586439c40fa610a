using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.DuckDb;

namespace Analytics.Testing.SqlLogic;

/// <summary>The values of a result as texts, row by row.</summary>
internal sealed record LogicResult(IReadOnlyList<DuckDbType> Types, IReadOnlyList<string[]> Rows)
{
    public static LogicResult Of(QueryResult result)
    {
        var rows = new List<string[]>();
        while (result.Fetch() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                {
                    var values = new string[chunk.ColumnCount];
                    for (var column = 0; column < values.Length; column++)
                        values[column] = Text(chunk.Column(column), row);
                    rows.Add(values);
                }
            }
        }

        return new([.. result.Columns.Select(c => c.Type)], rows);
    }

    /// <summary>Why it is not what a query expects; null where it is.</summary>
    public string? Difference(LogicQuery query)
    {
        var rows = Sorted(query.Sort, Rows);
        // Of a label the first result says what the others must be.
        if (query.Expected is not { } expected || expected.Count == 0 && query.Label is not null)
            return null;
        var values = rows.SelectMany(r => r).ToList();
        if (expected is [var only] && Regex.Match(only, @"^(\d+) values hashing to ([0-9a-f]+)$") is { Success: true } hashed)
        {
            var count = int.Parse(hashed.Groups[1].Value, CultureInfo.InvariantCulture);
            return count != values.Count ? $"{values.Count} values, expected {count}"
                : Hash(values) == hashed.Groups[2].Value ? null
                : "the hash of the values differs";
        }

        // Some files of a result stand beside the test.
        if (expected is [var first, ..] && (first.StartsWith("<FILE>:", StringComparison.Ordinal) || first == "<FILE>"))
            return null;
        var columns = Math.Max(1, Types.Count);
        if (values.Count == expected.Count && (columns == 1 || rows.Count != expected.Count))
            return Compared(values, expected, columns);
        if (rows.Count != expected.Count)
            return $"{rows.Count} rows, expected {expected.Count}: {Shown(rows)}";
        var cells = expected.Select(line => Cells(line, columns)).ToList();
        if (cells.Any(c => c.Length != columns))
            return $"{columns} columns, expected {cells.First(c => c.Length != columns).Length}: {Shown(rows)}";
        return Compared([.. rows.SelectMany(r => r)], [.. Sorted(query.Sort, cells).SelectMany(c => c)], columns);
    }

    /// <summary>What is empty is written <c>(empty)</c>: tabs may be doubled, and stand at the end.</summary>
    private static string[] Cells(string line, int columns) =>
        line.Split('\t') is var cells && cells.Length == columns ? cells : line.Split('\t', StringSplitOptions.RemoveEmptyEntries);

    private string? Compared(IReadOnlyList<string> got, IReadOnlyList<string> expected, int columns)
    {
        for (var i = 0; i < got.Count; i++)
        {
            if (!IsSame(got[i], expected[i], Types.Count == 0 ? null : Types[i % columns]))
                return $"row {i / columns + 1}, column {i % columns + 1}: got {got[i]}, expected {expected[i]}";
        }

        return null;
    }

    private static bool IsSame(string got, string expected, DuckDbType? type)
    {
        if (got == expected)
            return true;
        if (expected.StartsWith("<REGEX>:", StringComparison.Ordinal))
            return Regex.IsMatch(got, $"^(?:{expected[8..]})$", RegexOptions.Singleline);
        if (expected.StartsWith("<!REGEX>:", StringComparison.Ordinal))
            return !Regex.IsMatch(got, $"^(?:{expected[9..]})$", RegexOptions.Singleline);
        if (type?.Id == DuckDbTypeId.Boolean)
            return (got, expected.ToLowerInvariant()) is ("true", "1" or "true") or ("false", "0" or "false");
        if (type is not { IsNumeric: true } || !Number(got, out var a) || !Number(expected, out var b))
            return false;
        return type.Id is DuckDbTypeId.Float or DuckDbTypeId.Double ? a.Equals(b) || Math.Abs(a - b) <= Math.Abs(b) * 0.01 + 1e-8
            // What is expected is cast to the type of the column.
            : BigInteger.TryParse(got, CultureInfo.InvariantCulture, out var whole) ? whole == Whole(expected)
            : decimal.TryParse(got, CultureInfo.InvariantCulture, out var x)
                && decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var y)
                && x == y;
    }

    private static BigInteger? Whole(string text) =>
        BigInteger.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var whole) ? whole
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? new BigInteger(Math.Round(value))
        : null;

    private static bool Number(string text, out double value) =>
        double.TryParse(
            text.ToLowerInvariant() switch
            {
                "inf" => "Infinity",
                "-inf" => "-Infinity",
                "nan" => "NaN",
                var other => other,
            },
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out value
        );

    private static List<string[]> Sorted(string sort, IReadOnlyList<string[]> rows) =>
        sort switch
        {
            "rowsort" or "sort" => [.. rows.OrderBy(r => string.Join('\n', r), StringComparer.Ordinal)],
            "valuesort" => [.. rows.SelectMany(r => r).Order(StringComparer.Ordinal).Select(v => new[] { v })],
            _ => [.. rows],
        };

    [SuppressMessage("Security", "CA5351", Justification = "The files have this hash; it guards nothing.")]
    private static string Hash(List<string> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
            text.Append(value).Append('\n');
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Text(in VectorView column, int row)
    {
        if (column.IsNull(row))
            return "NULL";
        var text = new StringBuilder();
        column.AppendText(row, text);
        return text.Length == 0 ? "(empty)" : text.Replace("\0", "\\0").ToString();
    }

    private static string Shown(List<string[]> rows) => string.Join(" / ", rows.Take(3).Select(r => string.Join('|', r)));
}
