using System.Text.RegularExpressions;
using Analytics.DuckDb;
using Analytics.Engine.Files;
using Analytics.Engine.Files.Cleaning;
using Analytics.Engine.Files.Sheets;
using Analytics.Engine.Layouts;
using Analytics.Engine.Results;

namespace Analytics.Engine.Sessions;

/// <summary>
/// Reads what a file holds before it is opened, in a database of its own, so that it waits for no query and leaves no trace.
/// </summary>
public static partial class FileInspector
{
    private const int FirstRows = 50;

    /// <summary>Text files up to this size are read whole, which counts their rows and finds what is wrong far down.</summary>
    private const long SmallFile = 8 << 20;

    /// <summary>Columns of smaller files are tried as what cleaning would make of them, for which all is read once more.</summary>
    private const long TriedFile = 1 << 20;

    /// <param name="path">Absolute; the part of a workbook may follow after a #.</param>
    /// <param name="choices">What the user states about how it is read; null for nothing.</param>
    /// <param name="name">What SQL is to call it; null for its stem.</param>
    /// <param name="isCleaned">Whether it is to be cleaned, by the SQL beside it or as is proposed.</param>
    /// <exception cref="UserException">The file cannot be opened.</exception>
    public static FileInspection Inspect(string path, FileChoices? choices = null, string? name = null, bool isCleaned = false)
    {
        var asked = OpenedFile.At(path, name);
        path = asked.Path;
        var (kind, bytes) = Checked(path);
        using var copies = new FileCopies();
        try
        {
            using var database = DuckDbDatabase.Open(null, AnalyticsSession.DatabaseSettings);
            using var connection = database.Connect();
            if (kind == FileKind.Database)
                return OfDatabase(connection, path, bytes);
            var stated = choices ?? FileChoices.None;
            var seen = isCleaned ? Cleaned(connection, copies, asked, stated, bytes) : AsItIs(connection, copies, asked, stated, bytes);
            return seen with
            {
                Part = asked.Part,
                Sheets = kind == FileKind.Sheet ? [.. SheetFile.Sheets(path).Select(s => new InspectedSheet(s.Name, s.IsHidden))] : [],
            };
        }
        catch (DuckDbException e)
        {
            throw Refused(path, e);
        }
    }

    /// <summary>What can be told without the engine, whose words would be less clear.</summary>
    private static (FileKind Kind, long Bytes) Checked(string path)
    {
        if (Directory.Exists(path))
            throw FileRefusal.Of(FileFault.Folder, path);
        if (!File.Exists(path))
            throw FileRefusal.Of(FileFault.Missing, path);
        var kind = OpenedFile.KindOf(path) ?? throw FileRefusal.Of(FileFault.UnknownKind, path, Path.GetExtension(path));
        try
        {
            if (kind != FileKind.Sheet)
                FileSigns.Require(kind, path, PackedFile.Beginning(path, FileSigns.Beginning));
            return (kind, new FileInfo(path).Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileRefusal.Of(FileFault.Unreadable, path, e.Message, inner: e);
        }
        catch (InvalidDataException e)
        {
            throw FileRefusal.Of(FileFault.Damaged, path, e.Message, inner: e);
        }
    }

    private static FileInspection AsItIs(DuckDbConnection connection, FileCopies copies, OpenedFile asked, FileChoices stated, long bytes)
    {
        var file = CsvReading.Stated(connection, copies.Prepared(asked, stated), stated);
        if (file.Kind == FileKind.Json)
            new EngineHazards().RefuseDeep(file.ReadPath);
        var seen = OfRows(connection, file, bytes);
        return file.Kind is FileKind.Csv or FileKind.Sheet && bytes <= TriedFile ? Tried(connection, copies, asked, stated, seen) : seen;
    }

    private static FileInspection OfRows(DuckDbConnection connection, OpenedFile file, long bytes)
    {
        var (layout, fault) = file.Kind == FileKind.Parquet ? Layout(file.Path) : (null, null);
        using var statement = connection.Prepare($"FROM {file.ReadSql} LIMIT {FirstRows}");
        var columns = statement.Columns().Select(c => new InspectedColumn(c.Name, c.Type.ToString())).ToArray();
        var (rows, counted) = layout is null ? Counted(connection, file, bytes, columns) : (layout.Rows, columns);
        var table = new InspectedTable(file.Name, IsView: false, counted, rows);
        return new FileInspection(file.Path, file.Kind, bytes, [table], Texts(connection, $"FROM {file.ReadSql} LIMIT {FirstRows}"))
        {
            Csv = file.Kind == FileKind.Csv ? Dialect(file) : null,
            Found = (file.Reading?.Found ?? FileChoices.None) with { Encoding = file.Reading?.Encoding },
            Remarks = file.Reading?.Remarks ?? [],
            Layout = layout,
            LayoutFault = fault,
        };
    }

    /// <summary>The file with what cleaning would make of its columns.</summary>
    private static FileInspection Tried(
        DuckDbConnection connection,
        FileCopies copies,
        OpenedFile asked,
        FileChoices stated,
        FileInspection seen
    )
    {
        AnalyticsSession.PrepareNames(connection);
        try
        {
            var plan = CleanPlan.Of(connection, copies, asked, CleanFile.Proposed(asked), stated);
            var columns = seen.Tables[0].Columns;
            if (plan.Columns.Count != columns.Count)
                return seen;
            var told = columns.Select((c, i) => c.Type == "VARCHAR" ? c with { Cleaned = plan.Columns[i].Wanted } : c);
            return seen with { Tables = [seen.Tables[0] with { Columns = [.. told] }] };
        }
        catch (Exception e) when (e is UserException or DuckDbException)
        {
            // It was seen as it is; that it cannot be cleaned is said where that is asked for.
            return seen;
        }
    }

    private static FileInspection Cleaned(DuckDbConnection connection, FileCopies copies, OpenedFile asked, FileChoices stated, long bytes)
    {
        AnalyticsSession.PrepareNames(connection);
        var clean = CleanFile.Beside(asked);
        var plan = CleanPlan.Of(connection, copies, asked, clean, stated);
        plan.Make(connection);
        var (table, named) = ($"memory.main.{SqlText.Identifier(asked.Name)}", asked with { CleanedBy = clean.Path });
        using var statement = connection.Prepare($"FROM {table} LIMIT {FirstRows}");
        var columns = statement.Columns().Select(c => new InspectedColumn(c.Name, c.Type.ToString())).ToArray();
        var (rows, counted) = Counted(connection, table, columns, CleanTable.Left(connection, named));
        return new FileInspection(
            asked.Path,
            asked.Kind,
            bytes,
            [new InspectedTable(asked.Name, IsView: false, counted, rows)],
            Texts(connection, $"FROM {table} LIMIT {FirstRows}")
        )
        {
            Found = plan.Found,
            Remarks = [.. plan.Raw.Reading.Remarks, .. CleanTable.Remarks(connection, named)],
            Cleaning = new InspectedCleaning(clean.Path, clean.Sql is not null, plan.Sql),
        };
    }

    /// <summary>The engine may read what the package does not; then the rows are shown all the same.</summary>
    private static (ParquetLayout? Layout, Localized? Fault) Layout(string path)
    {
        ParquetLayout layout;
        try
        {
            layout = ParquetLayoutReader.Read(path);
        }
        catch (UserException e)
        {
            return (null, e.Text);
        }

        return layout.HasEncryptedColumns ? throw FileRefusal.Of(FileFault.Encrypted, path) : (layout, null);
    }

    private static CsvDialect? Dialect(OpenedFile file)
    {
        if (file.Reading is not { Found: { Separator: { } separator, SkippedLines: { } skipped, HeaderRows: { } rows } } reading)
            return null;
        return new(separator, reading.Quote, rows > 0, skipped, PackedFile.Beginning(file.Path, 3) is [0xEF, 0xBB, 0xBF]);
    }

    /// <summary>The rows, and what cells become, where counting is cheap; a small text file is read whole, every column of it.</summary>
    private static (long? Rows, InspectedColumn[] Columns) Counted(
        DuckDbConnection connection,
        OpenedFile file,
        long bytes,
        InspectedColumn[] columns
    )
    {
        if (file.Kind == FileKind.Parquet)
        {
            var sql = $"SELECT num_rows FROM parquet_file_metadata({SqlText.Literal(file.Path)})";
            return (connection.Rows(sql, row => row.Whole(0))[0], columns);
        }

        return bytes > SmallFile ? (null, columns) : Counted(connection, file.ReadSql, columns, []);
    }

    /// <summary>The same of what stands behind FROM.</summary>
    /// <param name="connection">Knows it.</param>
    /// <param name="from">A table, or a call of a reader.</param>
    /// <param name="columns">Those that it has.</param>
    /// <param name="left">Texts of them that are left over.</param>
    private static (long? Rows, InspectedColumn[] Columns) Counted(
        DuckDbConnection connection,
        string from,
        InspectedColumn[] columns,
        IReadOnlyList<LeftTexts> left
    )
    {
        return connection.Rows(
            $"SELECT count(*), count(COLUMNS(*)) FROM {from}",
            row => ((long?)row.Whole(0), columns.Select((c, i) => c with { Cells = Cells(c, row.Whole(0), row.Whole(i + 1)) }).ToArray())
        )[0];

        // A column that stays text keeps what is left over as its values.
        CellCounts Cells(InspectedColumn column, long rows, long values) =>
            left.FirstOrDefault(l => l.Column == column.Name) is { } texts
                ? new(values, rows - values - (column.Type == "VARCHAR" ? 0 : texts.Count), texts.Count, texts.First)
                : new(values, rows - values, 0, "");
    }

    private static FileInspection OfDatabase(DuckDbConnection connection, string path, long bytes)
    {
        connection.Execute($"ATTACH {SqlText.Literal(path)} AS inspected (READ_ONLY)");
        var tables = connection
            .Rows(
                """
                SELECT c.schema_name, c.table_name, v.view_name IS NOT NULL, t.estimated_size, c.column_name, c.data_type
                FROM duckdb_columns() AS c
                LEFT JOIN duckdb_tables() AS t USING (database_name, schema_name, table_name)
                LEFT JOIN duckdb_views() AS v ON v.database_name = c.database_name AND v.schema_name = c.schema_name
                    AND v.view_name = c.table_name
                WHERE c.database_name = 'inspected' AND NOT c.internal
                ORDER BY c.schema_name, c.table_name, c.column_index
                """,
                row =>
                    (
                        Schema: row.Text(0),
                        Table: row.Text(1),
                        IsView: row.Flag(2),
                        Rows: row.IsNull(3) ? (long?)null : row.Whole(3),
                        Column: new InspectedColumn(row.Text(4), row.Text(5))
                    )
            )
            .GroupBy(c => (c.Schema, c.Table))
            .Select(g => new InspectedTable(
                g.Key.Schema == "main" ? g.Key.Table : $"{g.Key.Schema}.{g.Key.Table}",
                g.First().IsView,
                [.. g.Select(c => c.Column)],
                g.First().Rows
            ));
        return new FileInspection(path, FileKind.Database, bytes, [.. tables], []);
    }

    private static IReadOnlyList<IReadOnlyList<string?>> Texts(DuckDbConnection connection, string sql)
    {
        using var table = ResultTable.Read(RunningQuery.Start(connection, sql, ParameterValues.None, CancellationToken.None));
        return
        [
            .. Enumerable
                .Range(0, (int)table.RowCount)
                .Select(row =>
                    (IReadOnlyList<string?>)[.. Enumerable.Range(0, table.Columns.Count).Select(column => table.Text(row, column))]
                ),
        ];
    }

    /// <summary>The engine's reason, without its proposals for options that nobody has here.</summary>
    private static UserException Refused(string path, DuckDbException e)
    {
        if (e.Message.Contains("lock", StringComparison.OrdinalIgnoreCase) && e.Kind == DuckDbErrorKind.IO)
            return FileRefusal.Of(FileFault.Locked, path, inner: e);
        var line = CsvLine().Match(e.Message) is { Success: true } match ? long.Parse(match.Groups[1].Value) : (long?)null;
        var words = e
            .Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(l => !l.StartsWith("Possible", StringComparison.Ordinal) && !l.StartsWith("LINE 1", StringComparison.Ordinal));
        return FileRefusal.Of(FileFault.Damaged, path, string.Join(' ', words), line, e);
    }

    [GeneratedRegex(@"CSV Error on Line: (\d+)")]
    private static partial Regex CsvLine();
}
