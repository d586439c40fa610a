using Analytics.Engine.Sessions;

namespace Analytics.Engine.Sql;

/// <summary>One request of the completion.</summary>
internal sealed partial class CompletionRequest
{
    /// <summary>Functions that come before the others.</summary>
    private static readonly HashSet<string> Common =
    [
        "count",
        "sum",
        "avg",
        "min",
        "max",
        "median",
        "round",
        "coalesce",
        "any_value",
        "string_agg",
        "list",
        "len",
        "lower",
        "upper",
        "replace",
        "substr",
        "strftime",
        "date_trunc",
        "regexp_matches",
        "row_number",
        "rank",
        "lag",
        "lead",
        "unnest",
        "nullif",
        "list_contains",
        "contains",
        "read_csv",
        "read_parquet",
        "read_json",
        "quantile_cont",
        "concat",
        "abs",
        "trim",
        "starts_with",
        "format",
        "arg_max",
        "arg_min",
        "range",
    ];

    /// <summary>Keywords that come before the others, in this order.</summary>
    private static readonly string[] CommonKeywords =
    [
        "select",
        "from",
        "where",
        "group",
        "order",
        "limit",
        "join",
        "left",
        "with",
        "having",
        "union",
        "and",
        "or",
        "not",
        "in",
        "is",
        "like",
        "between",
        "as",
        "on",
        "using",
        "desc",
        "case",
        "when",
        "then",
        "else",
        "end",
        "distinct",
        "null",
        "describe",
        "summarize",
        "create",
    ];

    private readonly CompletionCatalog _catalog;
    private readonly SqlScript _script;
    private readonly CompletionPoint _point;
    private readonly CompletionOffers _offers;
    private readonly Range _statement;
    private readonly SqlTree _tree;
    private readonly QueryScope _scope;
    private readonly SqlToken[] _before;
    private readonly PlaceKinds _kinds;

    public CompletionRequest(CompletionCatalog catalog, EngineGrammar? grammar, SqlScript script, int offset, CompletionPoint point)
    {
        _catalog = catalog;
        _script = script;
        _point = point;
        _offers = new CompletionOffers(point.Prefix);
        _statement = StatementAround(offset);
        _tree = SqlTree.Read(script, _statement);
        _scope = QueryScope.Read(_tree, catalog, offset);
        _before = Before();
        _kinds = point.Place == CompletionPlace.Word ? PlaceKinds.Read(grammar, script.Text, _before, point.Prefix) : PlaceKinds.None;
    }

    public CompletionOffers Offers()
    {
        if (_point.Place == CompletionPlace.Literal)
            AddValues(ColumnBeside(_before), quoted: false, weight: 0);
        else if (_before.Length > 0 && TextOf(_before[^1]) is ".")
            AddMembers();
        else if (_point.Place == CompletionPlace.QuotedName)
            AddNames();
        else
            AddWords();
        return _offers;
    }

    /// <summary>The statement that is being typed, even if there is nothing of it yet before the cursor.</summary>
    private Range StatementAround(int offset)
    {
        var index = Math.Min(_point.Token, _script.Tokens.Count);
        while (index > 0 && !_script.Tokens[index - 1].In(_script.Text).Equals(";", StringComparison.Ordinal))
            index--;
        var start = index < _script.Tokens.Count ? Math.Min(_script.Tokens[index].Start, offset) : offset;
        var end = _script.Statements.FirstOrDefault(s => s.End.Value > start, start..start).End.Value;
        return start..Math.Max(end, offset);
    }

    /// <summary>The tokens of the statement before the one that is being typed.</summary>
    private SqlToken[] Before()
    {
        var first = _script.FirstTokenEndingAfter(_statement.Start.Value);
        return _point.Token <= first
            ? []
            : [.. _script.Tokens.Skip(first).Take(_point.Token - first).Where(t => t.Kind != SqlTokenKind.Comment)];
    }

    private ReadOnlySpan<char> TextOf(SqlToken token) => token.In(_script.Text);

    private bool Is(SqlToken token, string text) => TextOf(token).Equals(text, StringComparison.OrdinalIgnoreCase);

    private void AddWords()
    {
        if (_before.Length == 0)
            AddQueries();
        AddGrammar();
        if (_kinds.Tables)
            AddTables(0);
        if (_kinds.Columns || _kinds.Expressions)
            AddColumns();
        if (!_kinds.Expressions)
            return;
        AddFunctions(table: false);
        AddValues(ColumnBeside(_before), quoted: true, weight: -1);
        AddMeanings();
        AddArguments();
    }

    private void AddNames()
    {
        AddColumns();
        AddTables(2);
    }

    /// <summary>After <c>x.</c>: columns of the table x, or tables of the schema or database x.</summary>
    private void AddMembers()
    {
        var path = new List<string>();
        for (var i = _before.Length - 1; i > 0 && TextOf(_before[i]) is "."; i -= 2)
            path.Insert(0, SqlTree.Unquote(TextOf(_before[i - 1])));
        if (path.Count == 0)
            return;
        foreach (var table in _scope.Tables.Where(t => Same(t.Name, path[^1])).Take(1))
        {
            foreach (var column in table.Columns)
                AddColumn(column, table.Source ?? table.Name, 0);
        }

        foreach (var table in _catalog.Tables.Where(t => Same(t.Schema, path[^1]) || (path.Count == 1 && Same(t.Database, path[0]))))
            _offers.Add(ItemOf(table, Quoted(table.Name)), 1);
        foreach (var schema in _catalog.Tables.Where(t => path.Count == 1 && Same(t.Database, path[0])).Select(t => t.Schema).Distinct())
            _offers.Add(Item(CompletionKind.Schema, schema, Quoted(schema)), 2);
        if (_kinds.Tables || _scope.Tables.Any(t => Same(t.Name, path[^1])))
            return;
        foreach (var table in _catalog.Tables.Where(t => Same(t.Name, path[^1])).Take(1))
        {
            foreach (var column in table.Columns)
                AddColumn(column, table.Name, 0);
        }
    }

    private void AddQueries()
    {
        foreach (var query in _catalog.Queries)
        {
            _offers.Add(
                Item(CompletionKind.CannedQuery, query.Name, Body(query.Sql)) with
                {
                    Detail = query.Title.Zh,
                    Description = query.Summary,
                    Source = query.Path,
                },
                3,
                [query.Title.Zh, query.Title.En]
            );
        }
    }

    /// <summary>A query file without its header.</summary>
    private static string Body(string sql)
    {
        var first = SqlTokenizer.Read(sql).FirstOrDefault(t => t.Kind != SqlTokenKind.Comment);
        return sql[first.Start..].TrimEnd();
    }

    private void AddGrammar()
    {
        foreach (var (word, type) in _kinds.Words.OrderBy(w => (uint)Array.IndexOf(CommonKeywords, w.Text.ToLowerInvariant())))
        {
            _offers.Add(
                type switch
                {
                    "type" => Item(CompletionKind.Type, word.ToUpperInvariant(), Cased(word)),
                    "setting" => Item(CompletionKind.Setting, word, word) with
                    {
                        Description = Both(_catalog.Settings.GetValueOrDefault(word)),
                    },
                    _ => Item(CompletionKind.Keyword, Phrase(word).ToUpperInvariant(), Cased(Phrase(word))),
                },
                CommonKeywords.Contains(word.ToLowerInvariant()) ? 2 : 3
            );
        }
    }

    private static string Phrase(string keyword) =>
        keyword.ToLowerInvariant() switch
        {
            "group" => "group by",
            "order" => "order by",
            "partition" => "partition by",
            var word => word,
        };

    /// <summary>Keywords are upper case, as in the canned queries, unless the typed letters are lower case.</summary>
    private string Cased(string word) =>
        _point.Prefix.Length > 0 && !_point.Prefix.Any(char.IsAsciiLetterUpper) ? word.ToLowerInvariant() : word.ToUpperInvariant();

    private void AddTables(int weight)
    {
        foreach (var table in _scope.CommonTables)
        {
            _offers.Add(
                Item(CompletionKind.CommonTable, table.Name, Quoted(table.Name)) with
                {
                    Detail = string.Join(", ", table.Columns.Select(c => c.Name)),
                },
                weight - 1
            );
        }

        foreach (var table in _catalog.Tables.OrderBy(t => t.Name is "figures" or "measured" ? 0 : 1))
            _offers.Add(ItemOf(table, table.SqlName), weight + (table.Kind == CompletionKind.Table ? 1 : 0));
        foreach (var schema in _catalog.Tables.Where(t => t.SqlName.Contains('.')).Select(t => t.SqlName.Split('.')[0]).Distinct())
            _offers.Add(Item(CompletionKind.Schema, schema, schema), weight + 2);
        if (_point.Place == CompletionPlace.Word)
            AddFunctions(table: true);
    }

    private CompletionItem ItemOf(CatalogTable table, string insert) =>
        Item(table.Kind, table.Name, insert) with
        {
            Detail = string.Join(", ", table.Columns.Take(8).Select(c => c.Name)) + (table.Columns.Count > 8 ? ", …" : ""),
            Description = table.Comment,
            Source = table.Source,
        };

    private void AddColumns()
    {
        foreach (var table in _scope.Tables)
        {
            foreach (var column in table.Columns)
                AddColumn(column, table.Source ?? table.Name, 0);
        }

        foreach (var table in _scope.Tables.Where(t => t.Columns.Count > 0 && _kinds.Expressions))
            _offers.Add(Item(CompletionKind.Alias, table.Name, Quoted(table.Name)) with { Detail = table.Source }, 1);
        // Before FROM is written, the wide view is the likely one.
        if (_scope.Tables.Count == 0)
        {
            foreach (var column in _catalog.Tables.FirstOrDefault(t => t.Name == "figures")?.Columns ?? [])
                AddColumn(column, "figures", 4);
        }
    }

    private void AddColumn(CatalogColumn column, string source, int weight) =>
        _offers.Add(
            Item(CompletionKind.Column, column.Name, Quoted(column.Name)) with
            {
                Detail = column.Type.Length > 0 ? column.Type : null,
                Description = column.Comment,
                Source = source,
            },
            weight
        );

    private void AddFunctions(bool table)
    {
        var isCalled = _point.Replace.End.Value < _script.Text.Length && _script.Text[_point.Replace.End.Value] == '(';
        foreach (var function in _catalog.Functions.Where(f => f.IsTable == table))
        {
            _offers.Add(
                Item(
                    table ? CompletionKind.TableFunction : CompletionKind.Function,
                    function.Name,
                    function.Name
                        + (
                            isCalled ? ""
                            : function.TakesNothing ? "()"
                            : "("
                        )
                ) with
                {
                    Detail = function.Signature,
                    Description = Both(
                        function.Example is { Length: > 0 } example
                            ? $"{function.Description} · {example}".Trim(' ', '·')
                            : function.Description
                    ),
                },
                Common.Contains(function.Name) ? 1 : 5
            );
        }
    }

    /// <summary>Named arguments of the table function around the cursor.</summary>
    private void AddArguments()
    {
        var depth = 0;
        for (var i = _before.Length - 1; i > 0; i--)
        {
            depth += TextOf(_before[i]) switch
            {
                ")" => 1,
                "(" => -1,
                _ => 0,
            };
            if (depth >= 0)
                continue;
            var name = TextOf(_before[i - 1]).ToString();
            foreach (var argument in _catalog.Functions.Where(f => Same(f.Name, name)).SelectMany(f => f.Arguments))
                _offers.Add(Item(CompletionKind.Argument, argument, argument + " = ") with { Source = name }, 1);
            return;
        }
    }

    private string Quoted(string name) => _point.Place == CompletionPlace.QuotedName ? SqlText.Identifier(name) : SqlWords.Quoted(name);

    private CompletionItem Item(CompletionKind kind, string label, string insert) => new(kind, label, insert, _point.Replace);

    private static Localized? Both(string? text) => string.IsNullOrEmpty(text) ? null : Localized.Same(text);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
