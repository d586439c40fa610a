using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Files;

/// <summary>
/// Tells the engine all there is to know about a CSV file, so that it is read alike each time: what its sniffer proposes, and in place of
/// that what the user states.
/// </summary>
internal static class CsvReading
{
    private const string Nothing = "(empty)";

    private static readonly string[] LineEnds = [@"\n", @"\r", @"\r\n"];

    /// <summary>The file with what the engine is told; as it was where the engine cannot make it out, which it then says itself.</summary>
    /// <param name="connection">Of any database.</param>
    /// <param name="file">In UTF-8 by now.</param>
    /// <param name="choices">What the user states.</param>
    /// <exception cref="UserException">The separator is none.</exception>
    public static OpenedFile Stated(DuckDbConnection connection, OpenedFile file, FileChoices choices)
    {
        if (file.Kind != FileKind.Csv || SpecialFile.IsAt(file.Path) || new FileInfo(file.ReadPath) is { Exists: false } or { Length: 0 })
            return file;
        var delimiter = choices.Separator is null ? file.ReadOptions : $", delim={SqlText.Literal($"{choices.SeparatorSign}")}";
        if (Sniff(connection, file, delimiter) is not { } found)
            return file;
        if (!choices.PlacesHeader)
            return With(file, choices, found, new GridHeader((int)found.Skipped, found.HasHeader ? 1 : 0));
        var head = Head(file, found.Delimiter[0]);
        var header = GridHeader.Guess(head, choices.SkippedLines, choices.HeaderRows);
        return Below(connection, file, head, header, found) is { } below ? With(file, choices, below, header) : file;
    }

    /// <summary>The reading of what stands below a header that the user has placed, with the names of that.</summary>
    private static CsvSniff? Below(DuckDbConnection connection, OpenedFile file, List<GridRow> head, GridHeader header, CsvSniff found)
    {
        var first = header.Skipped + header.Rows;
        var above = head.Take(first).ToList();
        // The engine skips records; those above may be of several lines.
        var within = above.Sum(r => r.Cells.Sum(c => c.Text.Count(sign => sign == '\n')));
        var skipped =
            (
                first < head.Count ? head[first].Line - 1
                : head.Count == 0 ? 0
                : head[^1].Line
            ) - within;
        var delimiter = SqlText.Literal(found.Delimiter);
        var below = Sniff(connection, file, $", delim={delimiter}, header=false, skip={skipped}");
        if (below is null && first < head.Count)
            return null;
        var width = Math.Max(below?.Columns.Count ?? 0, above.Select(r => r.Cells.Count).DefaultIfEmpty().Max());
        var named = header.Rows == 0 ? [] : GridHeader.Names(above.Skip(header.Skipped).ToList(), width, []);
        var columns = Enumerable
            .Range(0, width)
            .Select(i => (named.Count > 0 ? named[i] : $"column{i}", below?.Columns.ElementAtOrDefault(i).Type ?? "VARCHAR"));
        return (below ?? found) with
        {
            Skipped = skipped,
            HasHeader = false,
            Columns = [.. columns],
            IsRagged = below is not null && below.Columns.Count < width,
        };
    }

    private static List<GridRow> Head(OpenedFile file, char separator)
    {
        var head = TextGrid.Read(file.ReadPath, separator).Take(GridHeader.Head + 1).ToList();
        if (OpenedFile.SeparatorLine(file.ReadPath) is not null)
            head.RemoveAt(0);
        return head;
    }

    private static OpenedFile With(OpenedFile file, FileChoices choices, CsvSniff csv, GridHeader header)
    {
        var found = new FileChoices
        {
            Encoding = file.Reading?.Encoding,
            Separator = csv.Delimiter,
            SkippedLines = header.Skipped,
            HeaderRows = header.Rows,
        };
        var reading = file.Reading ?? new FileReading(null, null, []);
        return file with { Reading = reading with { Options = csv.Options, Quote = csv.Quote, Stated = choices, Found = found } };
    }

    /// <summary>What the sniffer makes of a file; null where it can make nothing of it.</summary>
    private static CsvSniff? Sniff(DuckDbConnection connection, OpenedFile file, string options)
    {
        try
        {
            var rows = connection.Rows(
                $"""
                SELECT Delimiter, Quote, Escape, NewLineDelimiter, Comment, SkipRows::BIGINT, HasHeader, DateFormat, TimestampFormat,
                    unnest(Columns).name, unnest(Columns).type
                FROM sniff_csv({SqlText.Literal(file.ReadPath)}{options})
                """,
                row =>
                    (
                        Found: new CsvSniff(Text(row, 0), Text(row, 1), Text(row, 2), row.Whole(5), row.Flag(6), [])
                        {
                            LineEnd = Text(row, 3),
                            Comment = Text(row, 4),
                            DateFormat = Text(row, 7),
                            TimestampFormat = Text(row, 8),
                        },
                        Column: (row.Text(9), row.Text(10))
                    )
            );
            return rows.Count == 0 || rows[0].Found.Delimiter.Length == 0
                ? null
                : rows[0].Found with
                {
                    Columns = [.. rows.Select(r => r.Column)],
                };
        }
        catch (DuckDbException)
        {
            return null;
        }
    }

    private static string Text(LookupRow row, int column) => row.IsNull(column) || row.Text(column) == Nothing ? "" : row.Text(column);

    /// <summary>How a file is read.</summary>
    private sealed record CsvSniff(
        string Delimiter,
        string Quote,
        string Escape,
        long Skipped,
        bool HasHeader,
        IReadOnlyList<(string Name, string Type)> Columns
    )
    {
        public string LineEnd { get; init; } = "";

        public string Comment { get; init; } = "";

        public string DateFormat { get; init; } = "";

        public string TimestampFormat { get; init; } = "";

        /// <summary>Whether the header is wider than the rows.</summary>
        public bool IsRagged { get; init; }

        /// <summary>Options of the engine's reader, from a comma on.</summary>
        public string Options
        {
            get
            {
                var columns = string.Join(", ", Columns.Select(c => $"{SqlText.Literal(c.Name)}: {SqlText.Literal(c.Type)}"));
                return $", auto_detect=false, delim={SqlText.Literal(Delimiter)}, quote={SqlText.Literal(Quote)}, "
                    + $"escape={SqlText.Literal(Escape)}, skip={Skipped}, header={(HasHeader ? "true" : "false")}"
                    + (LineEnds.Contains(LineEnd) ? $", new_line={SqlText.Literal(LineEnd)}" : "")
                    + (Comment.Length > 0 ? $", comment={SqlText.Literal(Comment)}" : "")
                    + (DateFormat.Length > 0 ? $", dateformat={SqlText.Literal(DateFormat)}" : "")
                    + (TimestampFormat.Length > 0 ? $", timestampformat={SqlText.Literal(TimestampFormat)}" : "")
                    + (IsRagged ? ", null_padding=true" : "")
                    + $", columns={{{columns}}}";
            }
        }
    }
}
