using System.Text.RegularExpressions;
using Analytics.DuckDb;

namespace Analytics.Testing.SqlLogic;

/// <summary>A record that did not do as it says.</summary>
/// <param name="IsQuery">Whether it is a query, rather than a statement.</param>
internal sealed record LogicFailure(int Line, bool IsQuery, string Sql, string Why);

/// <summary>What came of a file.</summary>
internal sealed class LogicOutcome
{
    public int Queries { get; set; }
    public int Statements { get; set; }
    public List<LogicFailure> Failures { get; } = [];

    /// <summary>Why the rest of the file was left out; null where it was not.</summary>
    public string? Skipped { get; set; }
}

/// <summary>Runs a sqllogictest file through the columnar layer, each file in a database of its own.</summary>
internal sealed class LogicRun : IDisposable
{
    // What any build of the engine has, or what does not change a result.
    private static readonly HashSet<string> Always =
    [
        "vector_size",
        "skip_reload",
        "noforcestorage",
        "nothreadsan",
        "noasan",
        "notwindows",
        "notmingw",
        "notmusl",
        "64bit",
        "strinline",
        "longdouble",
        "noalternativeverify",
        "no_alternative_verify",
        "no_extension_autoloading",
        "mingw",
        "no_vector_verification",
        "no_latest_storage",
        "allow_unsigned_extensions",
        "no_block_verification",
    ];

    private readonly string _folder;
    private readonly string _name;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, DuckDbConnection> _connections = [];
    private readonly Dictionary<string, string> _labels = [];
    private readonly Dictionary<string, string> _variables = [];
    private readonly LogicOutcome _outcome = new();
    private DuckDbDatabase _database;
    private string? _path;
    private bool _isReadOnly;
    private string? _version;

    private LogicRun(string name, string folder, CancellationToken cancellation)
    {
        (_name, _folder, _cancellation) = (name, folder, cancellation);
        _database = DuckDbDatabase.Open();
    }

    /// <param name="name">Of the file, for its variables.</param>
    /// <param name="text">Its text.</param>
    /// <param name="folder">For the files that it writes.</param>
    /// <param name="cancellation">Ends it.</param>
    public static LogicOutcome Of(string name, string text, string folder, CancellationToken cancellation)
    {
        using var run = new LogicRun(name, folder, cancellation);
        try
        {
            run.All(LogicFile.Read(text));
        }
        catch (LeaveException e)
        {
            run._outcome.Skipped = e.Message;
        }
        catch (FormatException e)
        {
            run._outcome.Skipped = "not understood: " + e.Message;
        }
        catch (OperationCanceledException)
        {
            run._outcome.Skipped = "took too long";
        }

        return run._outcome;
    }

    public void Dispose()
    {
        CloseConnections();
        _database.Dispose();
    }

    private sealed class LeaveException(string why) : Exception(why);

    private void All(IReadOnlyList<LogicRecord> records)
    {
        for (var i = 0; i < records.Count; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            switch (records[i])
            {
                case LogicOrder { Words: ["onlyif" or "skipif", var engine, ..] order }:
                    if (IsMet(engine) ? order[0] == "skipif" : order[0] == "onlyif")
                        i++;
                    break;
                case LogicOrder order:
                    Do([.. order.Words.Select(Replaced)]);
                    break;
                case LogicLoop loop:
                    foreach (var value in loop.Values)
                        With(loop, value);
                    break;
                case LogicStatement statement:
                    Do(statement);
                    break;
                case LogicQuery query:
                    Do(query);
                    break;
            }
        }
    }

    /// <summary>Whether a condition is met: the name of an engine, or the value of a variable.</summary>
    private bool IsMet(string condition) =>
        condition.Split('=') is [var name, var value] ? _variables.GetValueOrDefault(name) == value : condition == "duckdb";

    private void With(LogicLoop loop, string value)
    {
        // One loop may go through several variables at once: a,b over 1,2 3,4.
        var (names, values) = (loop.Variable.Split(','), loop.Variable.Contains(',') ? value.Split(',') : [value]);
        foreach (var (name, one) in names.Zip(values))
            _variables[name] = one;
        All(loop.Body);
        foreach (var name in names)
            _variables.Remove(name);
    }

    private void Do(string[] words)
    {
        switch (words)
        {
            case ["require", var what, .. var rest]:
                Require(what.ToLowerInvariant(), rest);
                break;
            case ["require-env" or "test-env", var variable, ..]:
                throw new LeaveException($"needs the environment variable {variable}");
            case ["load", .. var rest]:
                _path = rest is [var path, ..] && path != "readonly" ? path : null;
                _isReadOnly = rest.Contains("readonly");
                _version = rest.FirstOrDefault(w => w is ['v', >= '0' and <= '9', ..] or "latest");
                Restart();
                break;
            case ["restart", ..]:
                Restart();
                break;
            case ["reconnect"]:
                CloseConnections();
                break;
            case ["halt"]:
                throw new LeaveException("it halts");
            case ["concurrent"]:
                throw new LeaveException("runs statements at the same time");
            case ["reset", "label", var label]:
                _labels.Remove(label);
                break;
            case ["set", "seed", var seed]:
                Connection(null).Execute($"SELECT setseed({seed})");
                break;
            case ["unzip" or "include" or "sleep" or "template" or "continue", ..]:
                throw new LeaveException($"'{words[0]}' is not done here");
        }
    }

    private void Require(string what, string[] rest)
    {
        if (what == "exact_vector_size" && rest is [not "2048"] || what == "vector_size" && rest is [var size] && int.Parse(size) > 2048)
            throw new LeaveException($"needs vectors of {rest[0]}");
        if (what is "block_size" && rest is [not "262144"])
            throw new LeaveException($"needs blocks of {rest[0]}");
        if (what is "ram" or "disk_space")
            throw new LeaveException($"needs {what}");
        if (Always.Contains(what) || what is "exact_vector_size" or "block_size")
            return;
        var loaded = Connection(null)
            .Rows("SELECT extension_name FROM duckdb_extensions() WHERE loaded", row => row.Text(0)!)
            .Contains(what, StringComparer.OrdinalIgnoreCase);
        if (!loaded)
            throw new LeaveException($"needs '{what}', which the engine as shipped has not");
    }

    private void Do(LogicStatement statement)
    {
        _outcome.Statements++;
        var sql = Replaced(statement.Sql);
        try
        {
            Run(statement.Connection, sql);
            if (statement.Expected == "error")
                Failed(statement.Line, isQuery: false, sql, "no error, where one is expected");
        }
        catch (DuckDbException e)
        {
            if (statement.Expected == "ok")
                Failed(statement.Line, isQuery: false, sql, e.Message);
            else if (statement is { Expected: "error", Error: { Length: > 0 } error } && !Says(e.Message, Replaced(error)))
                Failed(statement.Line, isQuery: false, sql, $"another error: {e.Message}");
        }
    }

    private static bool Says(string message, string expected) =>
        expected.StartsWith("<REGEX>:", StringComparison.Ordinal) ? Regex.IsMatch(message, expected[8..], RegexOptions.Singleline)
        : expected.StartsWith("<!REGEX>:", StringComparison.Ordinal) ? !Regex.IsMatch(message, expected[9..], RegexOptions.Singleline)
        : message.Contains(expected, StringComparison.Ordinal);

    private void Do(LogicQuery query)
    {
        _outcome.Queries++;
        var sql = Replaced(query.Sql);
        try
        {
            var result = Run(query.Connection, sql);
            var expected = query with { Expected = query.Expected is { } lines ? [.. lines.Select(Replaced)] : null };
            var difference = result.Difference(expected);
            if (difference is null && query is { Label: { } label })
            {
                var values = string.Join('\n', result.Rows.SelectMany(r => r).Order(StringComparer.Ordinal));
                if (_labels.TryAdd(label, values) || _labels[label] == values)
                    return;
                difference = $"not the result that other queries of the label {label} have";
            }

            if (difference is not null)
                Failed(query.Line, isQuery: true, sql, difference);
        }
        catch (DuckDbException e)
        {
            Failed(query.Line, isQuery: true, sql, e.Message);
        }
    }

    private LogicResult Run(string? connection, string sql)
    {
        using var statements = Connection(connection).Extract(sql);
        var last = new LogicResult([], []);
        for (var i = 0; i < statements.Count; i++)
        {
            using var statement = statements.Prepare(i);
            using var result = statement.Execute(_cancellation);
            last = LogicResult.Of(result);
        }

        return last;
    }

    private DuckDbConnection Connection(string? name)
    {
        var key = name ?? "";
        return _connections.TryGetValue(key, out var open) ? open : _connections[key] = _database.Connect();
    }

    private void Restart()
    {
        CloseConnections();
        _database.Dispose();
        var options = new Dictionary<string, string>();
        if (_isReadOnly)
            options["access_mode"] = "read_only";
        if (_version is not null)
            options["storage_compatibility_version"] = _version;
        _database = DuckDbDatabase.Open(_path, options);
    }

    private void CloseConnections()
    {
        foreach (var connection in _connections.Values)
            connection.Dispose();
        _connections.Clear();
    }

    private void Failed(int line, bool isQuery, string sql, string why) => _outcome.Failures.Add(new(line, isQuery, sql, why));

    private string Replaced(string text)
    {
        if (!text.Contains('$') && !text.Contains('{') && !text.Contains("__", StringComparison.Ordinal))
            return text;
        foreach (var (name, value) in _variables)
            text = text.Replace($"${{{name}}}", value, StringComparison.Ordinal).Replace($"{{{name}}}", value, StringComparison.Ordinal);
        foreach (var name in (string[])["__TEST_DIR__", "{TEST_DIR}", "{TEMP_DIR}", "${TEST_DIR}", "${TEMP_DIR}"])
            text = text.Replace(name, _folder, StringComparison.Ordinal);
        var here = Directory.GetCurrentDirectory();
        foreach (var name in (string[])["__WORKING_DIRECTORY__", "{WORKING_DIRECTORY}", "${WORKING_DIRECTORY}", "{WORKING_DIR}"])
            text = text.Replace(name, here, StringComparison.Ordinal);
        return text.Replace("{DATA_DIR}", here + "/data", StringComparison.Ordinal)
            .Replace("{BASE_TEST_NAME}", _name, StringComparison.Ordinal)
            .Replace("{TEST_NAME}", _name, StringComparison.Ordinal)
            .Replace("{UUID}", "00000000-0000-4000-8000-000000000000", StringComparison.Ordinal);
    }
}
