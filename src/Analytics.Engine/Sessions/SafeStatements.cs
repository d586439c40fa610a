using System.Collections.Frozen;
using Analytics.DuckDb;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Sessions;

/// <summary>
/// What SQL may do in a safe session: read and compute, and make tables, views and macros in memory. Judged twice: by its words before the
/// engine reads it, since some functions act while they are bound, and by the engine's own kind of each statement before that runs.
/// </summary>
/// <param name="tableFunctions">Names of the engine's table functions and pragmas, in lower case.</param>
/// <param name="opened">Files that the engine still lets SQL reach by their path, since they are attached.</param>
internal sealed class SafeStatements(IReadOnlySet<string> tableFunctions, IReadOnlyList<OpenedFile> opened)
{
    /// <summary>Lists <c>tableFunctions</c>; run before any extension or macro could add to them.</summary>
    public const string TableFunctionsSql =
        "SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE function_type IN ('table', 'pragma')";

    /// <summary>Table functions that read or compute in memory; all others are refused, those of later versions too.</summary>
    internal static readonly FrozenSet<string> AllowedTableFunctions = Words(
        """
        duckdb_approx_database_count duckdb_columns duckdb_connection_count duckdb_constraints duckdb_coordinate_systems duckdb_databases
        duckdb_dependencies duckdb_extensions duckdb_functions duckdb_indexes duckdb_keywords duckdb_memory duckdb_optimizers
        duckdb_prepared_statements duckdb_schemas duckdb_sequences duckdb_settings duckdb_table_sample duckdb_tables duckdb_temporary_files
        duckdb_types duckdb_variables duckdb_views generate_series icu_calendar_names json_each json_tree pg_timezone_names
        pragma_collations pragma_database_size pragma_metadata_info pragma_platform pragma_show pragma_storage_info pragma_table_info
        pragma_user_agent pragma_version range repeat repeat_row summary test_all_types test_vector_types unnest
        """
    );

    /// <summary>Other functions that do more than compute.</summary>
    internal static readonly FrozenSet<string> RefusedFunctions = Words("write_log duckdb_logs_parsed duckdb_profiling_settings");

    /// <summary>Words that a statement may begin with, whatever comes before or behind them.</summary>
    private static readonly FrozenSet<string> Verbs = Words(
        """
        select with from values table pivot unpivot pivot_wider pivot_longer describe desc show summarize explain
        insert update delete merge truncate create drop alter comment prepare execute deallocate
        begin start commit end rollback abort
        """
    );

    private static readonly FrozenSet<StatementKind> Kinds =
    [
        StatementKind.Select,
        StatementKind.Insert,
        StatementKind.Update,
        StatementKind.Explain,
        StatementKind.Delete,
        StatementKind.Prepare,
        StatementKind.Create,
        StatementKind.Execute,
        StatementKind.Alter,
        StatementKind.Transaction,
        StatementKind.CreateFunction,
        StatementKind.Drop,
        StatementKind.Relation,
        StatementKind.Multi,
        StatementKind.MergeInto,
    ];

    private static readonly Localized Files = new("会读写文件", "it reaches files");
    private static readonly Localized Databases = new("会换数据库", "it reaches other databases");
    private static readonly Localized Settings = new("会改设置", "it changes settings");
    private static readonly Localized Extensions = new("会装载扩展", "it loads extensions");
    private static readonly Localized Logs = new("涉及日志或剖析", "it is about logs or profiles");
    private static readonly Localized Secrets = new("涉及密钥", "it is about secrets");
    private static readonly Localized Hidden = new(
        "所运行的语句藏在文本里，无从判断",
        "what it runs stands in a text, which is not judged"
    );
    private static readonly Localized Unjudged = new("它做什么无从判断", "what it does cannot be judged");

    private static readonly FrozenDictionary<string, Localized> Reasons = new Dictionary<string, Localized>
    {
        ["copy"] = Files,
        ["export"] = Files,
        ["import"] = Files,
        ["glob"] = Files,
        ["checkpoint"] = Files,
        ["force"] = Files,
        ["force_checkpoint"] = Files,
        ["sniff_csv"] = Files,
        ["import_database"] = Files,
        ["attach"] = Databases,
        ["detach"] = Databases,
        ["alter database"] = Databases,
        ["use"] = Databases,
        ["set"] = Settings,
        ["reset"] = Settings,
        ["pragma"] = Settings,
        ["install"] = Extensions,
        ["load"] = Extensions,
        ["update extensions"] = Extensions,
        ["which_secret"] = Secrets,
        ["query"] = Hidden,
        ["query_table"] = Hidden,
        ["json_execute_serialized_sql"] = Hidden,
    }.ToFrozenDictionary();

    /// <param name="sql">One statement or several, before the engine reads them.</param>
    /// <exception cref="UserException">A statement or function is not allowed; the message says why.</exception>
    public void Require(string sql)
    {
        var script = SqlScript.Read(sql);
        foreach (var range in script.Statements)
            new Statement(script, range, this).Require();
    }

    /// <param name="kind">What the engine takes a statement for.</param>
    /// <param name="statement">Its text.</param>
    /// <exception cref="UserException">It is not allowed.</exception>
    public static void Require(StatementKind kind, string statement)
    {
        var words = SqlTokenizer.Read(statement).Where(t => t.Kind != SqlTokenKind.Comment).Take(2).Select(t => t.In(statement).ToString());
        if (!Kinds.Contains(kind) && !IsVariable(string.Join(' ', words)))
            throw Refused(words.FirstOrDefault() ?? kind.ToString());
    }

    /// <summary>Values of one's own are kept in memory and change nothing else.</summary>
    private static bool IsVariable(string words) =>
        words.Equals("set variable", StringComparison.OrdinalIgnoreCase)
        || words.Equals("reset variable", StringComparison.OrdinalIgnoreCase);

    private static UserException Refused(string what)
    {
        var reason = ReasonOf(what.ToLowerInvariant());
        return UserException.Failed(
            $"安全模式不允许 {what}：{reason.Zh}。可以查询、计算，也可以在内存中建表、视图和宏。",
            $"Safe mode does not allow {what}: {reason.En}. Reading and computing are allowed, and tables, views and macros in memory."
        );
    }

    private static Localized ReasonOf(string what) =>
        Reasons.TryGetValue(what, out var reason) ? reason
        : what.Contains("secret", StringComparison.Ordinal) ? Secrets
        : what.Contains("log", StringComparison.Ordinal) || what.Contains("profil", StringComparison.Ordinal) ? Logs
        : what.StartsWith("read_", StringComparison.Ordinal) || what.StartsWith("parquet_", StringComparison.Ordinal) ? Files
        : Unjudged;

    private bool IsRefused(string function) =>
        RefusedFunctions.Contains(function) || tableFunctions.Contains(function) && !AllowedTableFunctions.Contains(function);

    /// <summary>Whether a text leads to a file that is attached, as the engine reads paths.</summary>
    private bool LeadsToOpened(string text)
    {
        var path = text.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? "/" + text["file:".Length..].TrimStart('/') : text;
        if (path.StartsWith("/localhost/", StringComparison.OrdinalIgnoreCase))
            path = path["/localhost".Length..];
        return path.Length is > 0 and < 5_000
            && !path.Contains('\0', StringComparison.Ordinal)
            && opened.Any(f => f.IsDatabase && string.Equals(Path.GetFullPath(path), f.Path, StringComparison.OrdinalIgnoreCase));
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>One statement by its words.</summary>
    private sealed class Statement(SqlScript script, Range range, SafeStatements safe)
    {
        private readonly SqlToken[] _tokens =
        [
            .. script
                .Tokens.Skip(script.FirstTokenEndingAfter(range.Start.Value))
                .TakeWhile(t => t.End <= range.End.Value)
                .Where(t => t.Kind != SqlTokenKind.Comment),
        ];

        public void Require()
        {
            RequireVerb(0);
            for (var at = 0; at < _tokens.Length; at++)
            {
                if (Is(at + 1, "(") && safe.IsRefused(Name(at).ToLowerInvariant()))
                    throw Refused(Name(at));
                if (safe.LeadsToOpened(Dotted(at)))
                    throw Refused(script.Text[_tokens[at].Start.._tokens[at].End]);
            }
        }

        private void RequireVerb(int at)
        {
            while (Is(at, "("))
                at++;
            if (at >= _tokens.Length || IsVariable($"{Word(at)} {Word(at + 1)}"))
                return;
            var verb = Word(at).ToLowerInvariant();
            if (verb == "update" && Is(at + 1, "extensions"))
                throw Refused("UPDATE EXTENSIONS");
            if (!Verbs.Contains(verb))
                throw Refused(Word(at).ToUpperInvariant());
            if (verb is "create" or "drop" or "alter" && Enumerable.Range(at + 1, 5).Any(i => Is(i, "secret")))
                throw Refused($"{Word(at).ToUpperInvariant()} SECRET");
            if (verb == "alter" && Is(at + 1, "database"))
                throw Refused("ALTER DATABASE");
            if (verb == "explain")
                RequireVerb(Explained(at + 1));
            if (verb == "prepare")
                RequireVerb(1 + Enumerable.Range(at, _tokens.Length - at).First(i => Is(i, "as") || i == _tokens.Length - 1));
        }

        /// <summary>The place of the statement that an EXPLAIN is of.</summary>
        private int Explained(int at)
        {
            if (Is(at, "analyze"))
                at++;
            if (!Is(at, "(") || !Is(at + 1, "format") && !Is(at + 1, "analyze"))
                return at;
            while (at < _tokens.Length && !Is(at, ")"))
                at++;
            return at + 1;
        }

        /// <summary>A name with what dots join it to, as the engine takes it for a file; the content of a text.</summary>
        private string Dotted(int at)
        {
            var name = Name(at);
            for (; Is(at + 1, ".") && at + 2 < _tokens.Length; at += 2)
                name += "." + Name(at + 2);
            return name;
        }

        private string Name(int at) =>
            _tokens[at].Kind == SqlTokenKind.Text ? TextOf(_tokens[at].In(script.Text)) : SqlTree.Unquote(_tokens[at].In(script.Text));

        /// <summary>What stands between the quotes or tags of a text.</summary>
        private static string TextOf(ReadOnlySpan<char> text)
        {
            if (text.StartsWith("$"))
            {
                var tag = text[1..].IndexOf('$') + 2;
                return text.Length >= 2 * tag ? text[tag..^tag].ToString() : "";
            }

            return text[(text.IndexOf('\'') + 1)..].TrimEnd('\'').ToString().Replace("''", "'", StringComparison.Ordinal);
        }

        private string Word(int at) => at < _tokens.Length ? script.Text[_tokens[at].Start.._tokens[at].End] : "";

        private bool Is(int at, string word) => at < _tokens.Length && Word(at).Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
