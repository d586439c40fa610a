using System.Text.RegularExpressions;

namespace Analytics.Testing.SqlLogic;

/// <summary>A record of a sqllogictest file.</summary>
/// <param name="Line">1-based.</param>
internal abstract record LogicRecord(int Line);

/// <param name="Expected"><c>ok</c>, <c>error</c> or <c>maybe</c>.</param>
/// <param name="Error">What the error must say; null where any will do.</param>
internal sealed record LogicStatement(int Line, string Expected, string? Connection, string Sql, string? Error) : LogicRecord(Line);

/// <param name="Types">A letter a column.</param>
/// <param name="Sort"><c>nosort</c>, <c>rowsort</c> or <c>valuesort</c>.</param>
/// <param name="Label">Queries of one label have one result.</param>
/// <param name="Expected">The lines of the result; null where none are given.</param>
internal sealed record LogicQuery(
    int Line,
    string Types,
    string Sort,
    string? Label,
    string? Connection,
    string Sql,
    IReadOnlyList<string>? Expected
) : LogicRecord(Line);

/// <summary>What is repeated, with a variable that takes each value.</summary>
internal sealed record LogicLoop(int Line, string Variable, IReadOnlyList<string> Values, IReadOnlyList<LogicRecord> Body)
    : LogicRecord(Line);

/// <summary>Anything else: its words.</summary>
internal sealed record LogicOrder(int Line, IReadOnlyList<string> Words) : LogicRecord(Line);

/// <summary>
/// Reads sqllogictest files in the dialect of DuckDB (its documentation: "SQLLogicTest", "Writing tests", "Result verification", "Loops").
/// </summary>
internal sealed class LogicFile
{
    private static readonly string[] Sorts = ["nosort", "rowsort", "valuesort", "sort"];

    private static readonly Dictionary<string, string> Collections = new()
    {
        ["<compression>"] = "none uncompressed rle bitpacking dictionary fsst alp alprd",
        ["<all_types_columns>"] =
            "bool tinyint smallint int bigint hugeint uhugeint utinyint usmallint uint ubigint date time timestamp timestamp_s "
            + "timestamp_ms timestamp_ns time_tz timestamp_tz float double dec_4_1 dec_9_4 dec_18_6 dec38_10 uuid interval varchar blob "
            + "bit small_enum medium_enum large_enum int_array double_array date_array timestamp_array timestamptz_array varchar_array "
            + "nested_int_array struct struct_of_arrays array_of_structs map union fixed_int_array fixed_varchar_array "
            + "fixed_nested_int_array fixed_nested_varchar_array fixed_struct_array struct_of_fixed_array fixed_array_of_int_list "
            + "list_of_fixed_int_array",
        ["<integral>"] = "tinyint smallint integer bigint hugeint utinyint usmallint uinteger ubigint uhugeint",
        ["<signed>"] = "tinyint smallint integer bigint hugeint",
        ["<unsigned>"] = "utinyint usmallint uinteger ubigint uhugeint",
        ["<numeric>"] = "tinyint smallint integer bigint hugeint utinyint usmallint uinteger ubigint uhugeint float double",
        ["<alltypes>"] =
            "bool tinyint smallint integer bigint hugeint utinyint usmallint uinteger ubigint uhugeint float double interval varchar",
    };

    private readonly string[] _lines;
    private int _at;

    private LogicFile(string text) => _lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <exception cref="FormatException">A record is not understood.</exception>
    public static IReadOnlyList<LogicRecord> Read(string text) => new LogicFile(text).Records(isLoop: false);

    private List<LogicRecord> Records(bool isLoop)
    {
        var records = new List<LogicRecord>();
        var isSkipped = false;
        while (_at < _lines.Length)
        {
            var line = _lines[_at].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                _at++;
                continue;
            }

            if (line is "endloop" && isLoop)
            {
                _at++;
                return records;
            }

            var record = Next(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
            if (record is LogicOrder { Words: ["mode", "skip" or "unskip", ..] } mode)
                isSkipped = mode.Words[1] == "skip";
            else if (!isSkipped)
                records.Add(record);
        }

        return isLoop ? throw new FormatException("A loop has no end.") : records;
    }

    private LogicRecord Next(string[] words)
    {
        var line = ++_at;
        switch (words)
        {
            case ["statement", var expected, .. var connection]:
                var sql = Sql(out var hasResult);
                var error = hasResult ? string.Join('\n', Block()) : null;
                return new LogicStatement(line, expected, connection.FirstOrDefault(), sql, error);
            case ["query", var types, .. var rest]:
                var query = Sql(out var isGiven);
                var sort = rest.FirstOrDefault(Sorts.Contains) ?? "nosort";
                var names = rest.Where(w => !Sorts.Contains(w)).ToList();
                // Behind the sort stands a label; alone, the name of a connection.
                var hasSort = rest.Length > names.Count;
                var isConnection = names is [var name, ..] && (!hasSort || Regex.IsMatch(name, @"^con\d*$"));
                return new LogicQuery(
                    line,
                    types,
                    sort,
                    isConnection ? null : names.FirstOrDefault(),
                    isConnection ? names[0] : null,
                    query,
                    isGiven ? Block() : null
                );
            case ["loop", var variable, var from, var to]:
                var numbers = Enumerable.Range(int.Parse(from), int.Parse(to) - int.Parse(from)).Select(n => n.ToString());
                return new LogicLoop(line, variable, [.. numbers], Records(isLoop: true));
            case ["foreach", var variable, .. var values]:
                return new LogicLoop(line, variable, Expanded(values), Records(isLoop: true));
            case ["concurrentloop" or "concurrentforeach", ..]:
                Records(isLoop: true);
                return new LogicOrder(line, ["concurrent"]);
            default:
                return new LogicOrder(line, words);
        }
    }

    private static List<string> Expanded(string[] values) =>
        [
            .. values
                .Where(v => v[0] != '!')
                .SelectMany(v => Collections.TryGetValue(v.ToLowerInvariant(), out var all) ? all.Split(' ') : [v])
                .Except(values.Where(v => v[0] == '!').Select(v => v[1..]), StringComparer.OrdinalIgnoreCase),
        ];

    private string Sql(out bool hasResult)
    {
        var lines = new List<string>();
        hasResult = false;
        // A line of blanks goes on; a comment ends it as an empty line does.
        while (_at < _lines.Length && _lines[_at] is not ([] or ['#', ..]))
        {
            var line = _lines[_at++];
            if (line.Trim() == "----")
            {
                hasResult = true;
                break;
            }

            lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    private List<string> Block()
    {
        var lines = new List<string>();
        while (_at < _lines.Length && _lines[_at].Length > 0)
            lines.Add(_lines[_at++]);
        return lines;
    }
}
