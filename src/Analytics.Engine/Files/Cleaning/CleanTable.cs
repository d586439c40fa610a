using System.Globalization;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Files.Cleaning;

/// <summary>Texts of a column that could not be made what it is, or would be.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first of them, each with its line behind it in brackets; ends with … where there are more.</param>
internal sealed record LeftTexts(string Column, long Count, string First);

/// <summary>
/// Opens a file cleaned: its texts as the table <c>NAME_raw</c>, and views over it, <c>NAME</c>, <c>NAME_totals</c>, <c>NAME_notes</c> and
/// <c>NAME_left</c>, made by SQL that the user can read and change. Dropping the views undoes all.
/// </summary>
internal static class CleanTable
{
    /// <summary>As many texts, lines and names as a remark lists.</summary>
    private const int Named = 5;

    /// <summary>The file with what was found; its views are made. Where that fails, nothing of it stays.</summary>
    /// <param name="connection">Of the session.</param>
    /// <param name="copies">Where the file is copied on its way.</param>
    /// <param name="file">As it was asked for.</param>
    /// <param name="clean">How it is to be cleaned; without statements, they are proposed and written there.</param>
    /// <param name="choices">What the user states beside that.</param>
    /// <exception cref="UserException">File or statements are at fault.</exception>
    public static OpenedFile Open(DuckDbConnection connection, FileCopies copies, OpenedFile file, CleanFile clean, FileChoices choices)
    {
        var plan = CleanPlan.Of(connection, copies, file, clean, choices);
        try
        {
            plan.Make(connection);
            var remarks = plan.Raw.Reading.Remarks.Concat(Remarks(connection, file)).Concat(CleanPlaces.Remarks(connection, file)).ToList();
            if (clean.Sql is null)
            {
                clean.Write(plan.Text);
                remarks.Add(Written(file, clean));
            }

            return file with
            {
                Reading = plan.Raw.Reading with { Remarks = remarks, Stated = choices, Found = plan.Found },
                CleanedBy = clean.Path,
            };
        }
        catch
        {
            connection.Execute((file with { CleanedBy = clean.Path }).CloseSql);
            throw;
        }
    }

    private static FileRemark Written(OpenedFile file, CleanFile clean) =>
        FileRemark.Of(
            file.Path,
            $"清洗的 SQL 已写入 {clean.Path}，可改后再用。",
            $"the SQL that cleans it was written to {clean.Path}; it can be changed."
        );

    /// <summary>What is worth knowing about the views.</summary>
    public static IEnumerable<FileRemark> Remarks(DuckDbConnection connection, OpenedFile file)
    {
        foreach (var left in Left(connection, file))
            yield return Left(file, left);

        if (Has(connection, file.Name + "_notes"))
        {
            var notes = connection.Rows(
                $"SELECT {RawTable.Line}, note FROM {View(file, "_notes")}",
                row => $"{row.Whole(0)} {row.Text(1)}"
            );
            if (notes.Count > 0)
            {
                var (list, more) = (string.Join("；", notes.Take(Named)), notes.Count > Named ? "……" : "");
                yield return FileRemark.Of(
                    file.Path,
                    $"{notes.Count} 行不是数据，放在 {file.Name}_notes：{list}{more}",
                    $"{notes.Count:N0} {Plural.Of(notes.Count, "line")} of no data set aside in {file.Name}_notes: {list}{more}"
                );
            }
        }

        if (Has(connection, file.Name + "_totals"))
        {
            foreach (var remark in Totals(connection, file))
                yield return remark;
        }
    }

    /// <summary>The texts that are left over, by column; none without a view of them.</summary>
    public static IReadOnlyList<LeftTexts> Left(DuckDbConnection connection, OpenedFile file) =>
        !Has(connection, file.Name + "_left")
            ? []
            : connection.Rows(
                $"""
                SELECT column_name, count(*),
                    array_to_string(list(text || ' (' || {RawTable.Line} || ')' ORDER BY {RawTable.Line})[:{Named}], ', ')
                        || if(count(*) > {Named}, ', …', '')
                FROM {View(file, "_left")} GROUP BY 1 ORDER BY min({RawTable.Line}), 1
                """,
                row => new LeftTexts(row.Text(0), row.Whole(1), row.Text(2))
            );

    private static FileRemark Left(OpenedFile file, LeftTexts left) =>
        FileRemark.Of(
            file.Path,
            $"“{left.Column}”有 {left.Count} 个文本读不成值（括号内是行号）：{left.First}；全部在 {file.Name}_left。",
            $"'{left.Column}': {left.Count:N0} {Plural.Of(left.Count, "text")} left over (with lines): {left.First}; "
                + $"all are in {file.Name}_left.",
            leavesOut: true
        );

    /// <summary>Each line of totals against the sum of its parts: those since the last one for 小计, all for others.</summary>
    private static IEnumerable<FileRemark> Totals(DuckDbConnection connection, OpenedFile file)
    {
        var numbers = connection.Rows(
            $"""
            SELECT column_name FROM duckdb_columns() WHERE database_name = 'memory' AND schema_name = 'main'
                AND table_name = {SqlText.Literal(file.Name)} AND data_type IN ('DOUBLE', 'BIGINT') AND column_name <> '{RawTable.Line}'
            """,
            row => row.Text(0)
        );
        var first = connection.Rows(
            $"SELECT column_name FROM duckdb_columns() WHERE table_name = {SqlText.Literal(file.Name)} ORDER BY column_index LIMIT 1",
            row => SqlText.Identifier(row.Text(0))
        )[0];
        var before = 0L;
        foreach (
            var (line, label) in connection.Rows(
                $"SELECT {RawTable.Line}, {first} FROM {View(file, "_totals")} ORDER BY 1",
                row => (row.Whole(0), row.Text(1))
            )
        )
        {
            var parts = label.Contains("小计", StringComparison.Ordinal)
                ? $"{RawTable.Line} > {before} AND {RawTable.Line} < {line}"
                : "true";
            var (same, other) = (new List<string>(), new List<string>());
            foreach (var number in numbers)
                Compare(connection, file, line, parts, number, same, other);
            before = line;
            yield return FileRemark.Of(
                file.Path,
                $"第 {line} 行“{label}”不算数据，放在 {file.Name}_totals"
                    + $"{Agreeing("；与各行之和相符：", same, "、")}{Agreeing("；不符：", other, "、")}。",
                $"line {line}, '{label}', is set aside in {file.Name}_totals{Agreeing("; it is the sum of its parts: ", same, ", ")}"
                    + $"{Agreeing("; it is not: ", other, ", ")}.",
                leavesOut: other.Count > 0
            );
        }
    }

    private static void Compare(
        DuckDbConnection connection,
        OpenedFile file,
        long line,
        string parts,
        string number,
        List<string> same,
        List<string> other
    )
    {
        var column = SqlText.Identifier(number);
        var (said, sum) = connection.Rows(
            $"""
            SELECT (SELECT CAST({column} AS VARCHAR) FROM {View(file, "_totals")} WHERE {RawTable.Line} = {line}),
                (SELECT CAST(sum({column}::DECIMAL(30, 6)) AS VARCHAR) FROM {View(file, "")} WHERE {parts})
            """,
            row => (row.IsNull(0) ? null : row.Text(0), row.IsNull(1) ? null : row.Text(1))
        )[0];
        if (said is null || sum is null)
            return;
        var (total, added) = (
            decimal.Parse(said, NumberStyles.Float, CultureInfo.InvariantCulture),
            decimal.Parse(sum, CultureInfo.InvariantCulture)
        );
        if (total == added)
            same.Add(number);
        else
            other.Add($"{number} {Plain(total)} ≠ {Plain(added)}");
    }

    private static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Agreeing(string words, List<string> columns, string between) =>
        columns.Count == 0 ? "" : words + string.Join(between, columns);

    private static string View(OpenedFile file, string ending) => $"memory.main.{SqlText.Identifier(file.Name + ending)}";

    private static bool Has(DuckDbConnection connection, string view) =>
        connection
            .Rows(
                "SELECT 1 FROM duckdb_views() WHERE database_name = 'memory' AND schema_name = 'main' "
                    + $"AND view_name = {SqlText.Literal(view)}",
                row => row.Whole(0)
            )
            .Count > 0;
}
