using System.Text;
using System.Text.RegularExpressions;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Files.Cleaning;

/// <summary>What is proposed for a column.</summary>
/// <param name="Raw">The column of the raw table.</param>
/// <param name="Name">As the header has it.</param>
/// <param name="Clean">The SQL of its cleaned value.</param>
/// <param name="Type">What it is: text, number, day or period.</param>
/// <param name="Taken">Texts that become such a value.</param>
/// <param name="Blank">Cells that are blank, or hold a word for it.</param>
/// <param name="Left">Texts that would become nothing; with any the column stays text unless that is asked for.</param>
/// <param name="Tried">The SQL by which they were counted; null for a text that was not tried as anything else.</param>
/// <param name="HasQualifiers">Whether numbers are bounded by a word such as 约 or 以上.</param>
internal sealed record CleanColumn(
    string Raw,
    string Name,
    string Clean,
    string Type,
    long Taken,
    long Blank,
    long Left,
    string? Tried,
    bool HasQualifiers
)
{
    /// <summary>What it is, or would be without the texts left over: number, date or period; empty for any other text.</summary>
    public string Wanted { get; init; } = Type == "text" ? "" : Type;
}

/// <summary>Finds out what the columns of a raw table may be, and writes the SQL that makes them so.</summary>
internal static partial class CleanProposal
{
    private const string Digits = "'^-?\\d{16,}$'";

    /// <summary>The columns of a table.</summary>
    /// <param name="connection">Has the functions of <see cref="CleanMacros"/>.</param>
    /// <param name="raw">The table.</param>
    /// <param name="header">Which rows are no data.</param>
    /// <param name="isLossy">Whether a column may become numbers or days although some texts are left over.</param>
    public static IReadOnlyList<CleanColumn> Columns(DuckDbConnection connection, RawTable raw, GridHeader header, bool isLossy)
    {
        var rows = raw.Head.Skip(header.Skipped).Take(header.Rows).ToList();
        var names = GridHeader.Names(rows, raw.Width, raw.Merged);
        return [.. names.Select((name, i) => Column(connection, raw, Where(raw, header), $"c{i + 1}", name, isLossy))];
    }

    /// <summary>The rows that are data: below the header, not empty, no note and no total.</summary>
    public static string Where(RawTable raw, GridHeader header) =>
        $"{Below(raw, header)} AND NOT is_note({raw.Cells}) AND NOT is_total(c1)";

    /// <summary>The statements: the table, its totals, its notes, and the texts that are left over.</summary>
    public static string Sql(string table, RawTable raw, GridHeader header, IReadOnlyList<CleanColumn> columns)
    {
        var (below, list) = (Below(raw, header), Values(columns));
        var sql = new StringBuilder();
        sql.Append($"CREATE VIEW {SqlText.Identifier(table)} AS\nSELECT\n{list}\nFROM {SqlText.Identifier(raw.Table)}\n");
        sql.Append($"WHERE {Where(raw, header)};\n\n");
        sql.Append($"CREATE VIEW {SqlText.Identifier(table + "_totals")} AS\nSELECT\n{list}\nFROM {SqlText.Identifier(raw.Table)}\n");
        sql.Append($"WHERE {below} AND is_total(c1);\n\n");
        sql.Append($"CREATE VIEW {SqlText.Identifier(table + "_notes")} AS\n");
        sql.Append($"SELECT {RawTable.Line}, array_to_string({raw.Cells}, ' ') AS note FROM {SqlText.Identifier(raw.Table)}\n");
        sql.Append($"WHERE {RawTable.Line} < {FirstLine(raw, header)} OR {below} AND is_note({raw.Cells});\n\n");
        sql.Append($"CREATE VIEW {SqlText.Identifier(table + "_left")} AS\n{Left(raw, header, columns)};\n");
        return sql.ToString();
    }

    private static string Below(RawTable raw, GridHeader header) =>
        $"{RawTable.Line} > {LastLine(raw, header)} AND NOT is_empty({raw.Cells})";

    /// <summary>The line of the header's first row, or of the first row of data.</summary>
    private static long FirstLine(RawTable raw, GridHeader header) => raw.Head.Count > header.Skipped ? raw.Head[header.Skipped].Line : 0;

    private static long LastLine(RawTable raw, GridHeader header)
    {
        var last = header.Skipped + header.Rows - 1;
        return last < 0 ? 0 : raw.Head[Math.Min(last, raw.Head.Count - 1)].Line;
    }

    private static string Values(IReadOnlyList<CleanColumn> columns) =>
        string.Join(
            ",\n",
            columns
                .SelectMany(c =>
                    c.HasQualifiers && c.Type == "number"
                        ? new[] { Value(c.Clean, c.Name), Value($"number_qualifier({c.Raw})", c.Name + "_qualifier") }
                        : [Value(c.Clean, c.Name) + (c is { Type: "text", Left: > 0 } ? $" /* {c.Tried}: {c.Left} left over */" : "")]
                )
                .Append($"    {RawTable.Line}")
        );

    private static string Value(string sql, string name) => $"    {sql} AS {SqlText.Identifier(name)}";

    private static string Left(RawTable raw, GridHeader header, IReadOnlyList<CleanColumn> columns)
    {
        var parts = columns
            .Where(c => c.Tried is not null)
            .Select(c =>
                $"SELECT {RawTable.Line}, {SqlText.Literal(c.Name)} AS column_name, {c.Raw} AS text FROM {SqlText.Identifier(raw.Table)} "
                + $"WHERE {Where(raw, header)} AND NOT is_blank({c.Raw}) AND {c.Tried} IS NULL"
            );
        var none = $"SELECT {RawTable.Line}, '' AS column_name, c1 AS text FROM {SqlText.Identifier(raw.Table)} WHERE false";
        return string.Join("\nUNION ALL ", parts.Prepend(none));
    }

    private static CleanColumn Column(DuckDbConnection connection, RawTable raw, string where, string cell, string name, bool isLossy)
    {
        var declared = UnitOfName().Match(name) is { Success: true } unit ? unit.Groups[1].Value : "";
        var number = $"number_in({cell}, {SqlText.Literal(declared)})";
        var found = Count(connection, raw, where, cell, number);
        var filled = found.Rows - found.Blank;
        if (filled == 0 || found.Codes > 0)
            return Text(null, "", 0);
        var isDay = DayName().IsMatch(name);
        if (found.Days == filled && (isDay || found.Numbers < filled))
            return new(cell, name, $"date_of({cell})", "date", filled, found.Blank, 0, $"date_of({cell})", false);
        if (found.Periods == filled)
            return new(cell, name, $"period_of({cell})", "period", filled, found.Blank, 0, $"period_of({cell})", false);
        // Beside 3万, a bare 12 may be 12 or 12万; and persons do not add to yuan.
        var isMixed = declared.Length == 0 && (found.Scaled > 0 && found.Bare > 0 || found.Bases > 1);
        if (2 * found.Numbers >= filled && !isMixed)
        {
            return found.Numbers == filled || isLossy
                ? new(
                    cell,
                    name,
                    Whole(number, found),
                    "number",
                    found.Numbers,
                    found.Blank,
                    filled - found.Numbers,
                    number,
                    found.Bounded > 0
                )
                : Text(number, "number", filled - found.Numbers);
        }

        if (2 * found.Days >= filled)
        {
            return isLossy
                ? new(cell, name, $"date_of({cell})", "date", found.Days, found.Blank, filled - found.Days, $"date_of({cell})", false)
                : Text($"date_of({cell})", "date", filled - found.Days);
        }

        return Text(null, "", 0);

        CleanColumn Text(string? tried, string wanted, long left) =>
            new(cell, name, $"clean_text({cell})", "text", filled, found.Blank, left, tried, false) { Wanted = wanted };
    }

    private static string Whole(string number, Found found) => found.Fractions == 0 ? $"{number}::BIGINT" : number;

    private static Found Count(DuckDbConnection connection, RawTable raw, string where, string cell, string number) =>
        connection.Rows(
            $"""
            SELECT count(*), count(*) FILTER (is_blank(s)), count(n), count(date_of(s)), count(period_of(s)),
                count(*) FILTER (regexp_matches(clean_text(s), '^0\d') OR regexp_matches(clean_text(s), {Digits})),
                count(*) FILTER (n IS NOT NULL AND number_qualifier(s) <> 'exact'),
                count(*) FILTER (n IS NOT NULL AND number_parts(s).scale NOT IN ('', '%', '‰')),
                count(*) FILTER (n IS NOT NULL AND unit_of(s) = ''),
                count(DISTINCT base_of(unit_of(s))) FILTER (n IS NOT NULL AND base_of(unit_of(s)) <> ''), count(*) FILTER (n <> floor(n))
            FROM (SELECT {cell} AS s, {number} AS n FROM {raw.Qualified} WHERE {where})
            """,
            row => new Found(
                row.Whole(0),
                row.Whole(1),
                row.Whole(2),
                row.Whole(3),
                row.Whole(4),
                row.Whole(5),
                row.Whole(6),
                row.Whole(7),
                row.Whole(8),
                row.Whole(9),
                row.Whole(10)
            )
        )[0];

    /// <summary>How many texts of a column are what; <c>Bases</c> counts different units.</summary>
    private readonly record struct Found(
        long Rows,
        long Blank,
        long Numbers,
        long Days,
        long Periods,
        long Codes,
        long Bounded,
        long Scaled,
        long Bare,
        long Bases,
        long Fractions
    );

    [GeneratedRegex($"[（(]((?:{CleanMacros.Scales})?(?:{CleanMacros.Units})?)[)）]")]
    private static partial Regex UnitOfName();

    [GeneratedRegex("日|时间|date|day", RegexOptions.IgnoreCase)]
    private static partial Regex DayName();
}
