using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Language;

/// <summary>One request of the completion.</summary>
sealed partial class CompletionRequest
{
    /// <summary>Functions that come before the others.</summary>
    static readonly HashSet<string> Common =
    [
        "count", "sum", "avg", "min", "max", "median", "round", "coalesce", "any_value", "string_agg", "list", "len", "lower", "upper", "replace",
        "substr", "strftime", "date_trunc", "regexp_matches", "row_number", "rank", "lag", "lead", "unnest", "nullif", "list_contains", "contains",
        "read_csv", "read_parquet", "read_json", "quantile_cont", "concat", "abs", "trim", "starts_with", "format", "arg_max", "arg_min", "range",
    ];

    /// <summary>Keywords that come before the others, in this order.</summary>
    static readonly string[] CommonKeywords =
    [
        "select", "from", "where", "group", "order", "limit", "join", "left", "with", "having", "union", "and", "or", "not", "in", "is", "like",
        "between", "as", "on", "using", "desc", "case", "when", "then", "else", "end", "distinct", "null", "describe", "summarize", "create",
    ];

    readonly CompletionCatalog catalog;
    readonly SqlScript script;
    readonly CompletionPoint point;
    readonly CompletionOffers offers;
    readonly Range statement;
    readonly SqlTree tree;
    readonly QueryScope scope;
    readonly SqlToken[] before;
    readonly PlaceKinds kinds;

    public CompletionRequest(CompletionCatalog catalog, EngineGrammar? grammar, SqlScript script, int offset, CompletionPoint point)
    {
        this.catalog = catalog;
        this.script = script;
        this.point = point;
        offers = new CompletionOffers(point.Prefix);
        statement = StatementAround(offset);
        tree = SqlTree.Read(script, statement);
        scope = QueryScope.Read(tree, catalog, offset);
        before = Before();
        kinds = point.Place == CompletionPlace.Word ? PlaceKinds.Read(grammar, script.Text, before, point.Prefix) : PlaceKinds.None;
    }

    public CompletionOffers Offers()
    {
        if (point.Place == CompletionPlace.Literal)
            AddValues(ColumnBeside(before), quoted: false, weight: 0);
        else if (before.Length > 0 && TextOf(before[^1]) is ".")
            AddMembers();
        else if (point.Place == CompletionPlace.QuotedName)
            AddNames();
        else
            AddWords();
        return offers;
    }

    /// <summary>The statement that is being typed, even if there is nothing of it yet before the cursor.</summary>
    Range StatementAround(int offset)
    {
        var index = Math.Min(point.Token, script.Tokens.Count);
        while (index > 0 && !script.Tokens[index - 1].In(script.Text).Equals(";", StringComparison.Ordinal))
            index--;
        var start = index < script.Tokens.Count ? Math.Min(script.Tokens[index].Start, offset) : offset;
        var end = script.Statements.FirstOrDefault(s => s.End.Value > start, start..start).End.Value;
        return start..Math.Max(end, offset);
    }

    /// <summary>The tokens of the statement before the one that is being typed.</summary>
    SqlToken[] Before()
    {
        var first = script.FirstTokenEndingAfter(statement.Start.Value);
        return point.Token <= first ? [] : [.. script.Tokens.Skip(first).Take(point.Token - first).Where(t => t.Kind != SqlTokenKind.Comment)];
    }

    ReadOnlySpan<char> TextOf(SqlToken token) => token.In(script.Text);

    bool Is(SqlToken token, string text) => TextOf(token).Equals(text, StringComparison.OrdinalIgnoreCase);

    void AddWords()
    {
        if (before.Length == 0)
            AddQueries();
        AddGrammar();
        if (kinds.Tables)
            AddTables(0);
        if (kinds.Columns || kinds.Expressions)
            AddColumns();
        if (!kinds.Expressions)
            return;
        AddFunctions(table: false);
        AddValues(ColumnBeside(before), quoted: true, weight: -1);
        AddMeanings();
        AddArguments();
    }

    void AddNames()
    {
        AddColumns();
        AddTables(2);
    }

    /// <summary>After <c>x.</c>: columns of the table x, or tables of the schema or database x.</summary>
    void AddMembers()
    {
        var path = new List<string>();
        for (var i = before.Length - 1; i > 0 && TextOf(before[i]) is "."; i -= 2)
            path.Insert(0, SqlTree.Unquote(TextOf(before[i - 1])));
        if (path.Count == 0)
            return;
        foreach (var table in scope.Tables.Where(t => Same(t.Name, path[^1])).Take(1))
            foreach (var column in table.Columns)
                AddColumn(column, table.Source ?? table.Name, 0);
        foreach (var table in catalog.Tables.Where(t => Same(t.Schema, path[^1]) || (path.Count == 1 && Same(t.Database, path[0]))))
            offers.Add(ItemOf(table, Quoted(table.Name)), 1);
        foreach (var schema in catalog.Tables.Where(t => path.Count == 1 && Same(t.Database, path[0])).Select(t => t.Schema).Distinct())
            offers.Add(Item(CompletionKind.Schema, schema, Quoted(schema)), 2);
        if (kinds.Tables || scope.Tables.Any(t => Same(t.Name, path[^1])))
            return;
        foreach (var table in catalog.Tables.Where(t => Same(t.Name, path[^1])).Take(1))
            foreach (var column in table.Columns)
                AddColumn(column, table.Name, 0);
    }

    void AddQueries()
    {
        foreach (var query in catalog.Queries)
            offers.Add(
                Item(CompletionKind.CannedQuery, query.Name, Body(query.Sql)) with { Detail = query.Title.Zh, Description = query.Summary, Source = query.Path },
                3,
                [query.Title.Zh, query.Title.En]);
    }

    /// <summary>A query file without its header.</summary>
    static string Body(string sql)
    {
        var first = SqlTokenizer.Read(sql).FirstOrDefault(t => t.Kind != SqlTokenKind.Comment);
        return sql[first.Start..].TrimEnd();
    }

    void AddGrammar()
    {
        foreach (var (word, type) in kinds.Words.OrderBy(w => (uint)Array.IndexOf(CommonKeywords, w.Text.ToLowerInvariant())))
            offers.Add(type switch
            {
                "type" => Item(CompletionKind.Type, word.ToUpperInvariant(), Cased(word)),
                "setting" => Item(CompletionKind.Setting, word, word) with { Description = Both(catalog.Settings.GetValueOrDefault(word)) },
                _ => Item(CompletionKind.Keyword, Phrase(word).ToUpperInvariant(), Cased(Phrase(word))),
            }, CommonKeywords.Contains(word.ToLowerInvariant()) ? 2 : 3);
    }

    static string Phrase(string keyword) => keyword.ToLowerInvariant() switch
    {
        "group" => "group by",
        "order" => "order by",
        "partition" => "partition by",
        var word => word,
    };

    /// <summary>Keywords are upper case, as in the canned queries, unless the typed letters are lower case.</summary>
    string Cased(string word) => point.Prefix.Length > 0 && !point.Prefix.Any(char.IsAsciiLetterUpper) ? word.ToLowerInvariant() : word.ToUpperInvariant();

    void AddTables(int weight)
    {
        foreach (var table in scope.CommonTables)
            offers.Add(Item(CompletionKind.CommonTable, table.Name, Quoted(table.Name)) with { Detail = string.Join(", ", table.Columns.Select(c => c.Name)) }, weight - 1);
        foreach (var table in catalog.Tables.OrderBy(t => t.Name is "figures" or "measured" ? 0 : 1))
            offers.Add(ItemOf(table, table.SqlName), weight + (table.Kind == CompletionKind.Table ? 1 : 0));
        foreach (var schema in catalog.Tables.Where(t => t.SqlName.Contains('.')).Select(t => t.SqlName.Split('.')[0]).Distinct())
            offers.Add(Item(CompletionKind.Schema, schema, schema), weight + 2);
        if (point.Place == CompletionPlace.Word)
            AddFunctions(table: true);
    }

    CompletionItem ItemOf(CatalogTable table, string insert) =>
        Item(table.Kind, table.Name, insert) with { Detail = string.Join(", ", table.Columns.Take(8).Select(c => c.Name)) + (table.Columns.Count > 8 ? ", …" : ""), Description = table.Comment, Source = table.Source };

    void AddColumns()
    {
        foreach (var table in scope.Tables)
            foreach (var column in table.Columns)
                AddColumn(column, table.Source ?? table.Name, 0);
        foreach (var table in scope.Tables.Where(t => t.Columns.Count > 0 && kinds.Expressions))
            offers.Add(Item(CompletionKind.Alias, table.Name, Quoted(table.Name)) with { Detail = table.Source }, 1);
        // Before FROM is written, the wide view is the likely one.
        if (scope.Tables.Count == 0)
            foreach (var column in catalog.Tables.FirstOrDefault(t => t.Name == "figures")?.Columns ?? [])
                AddColumn(column, "figures", 4);
    }

    void AddColumn(CatalogColumn column, string source, int weight) =>
        offers.Add(Item(CompletionKind.Column, column.Name, Quoted(column.Name)) with
        {
            Detail = column.Type.Length > 0 ? column.Type : null,
            Description = column.Comment,
            Source = source,
        }, weight);

    void AddFunctions(bool table)
    {
        var isCalled = point.Replace.End.Value < script.Text.Length && script.Text[point.Replace.End.Value] == '(';
        foreach (var function in catalog.Functions.Where(f => f.IsTable == table))
            offers.Add(Item(table ? CompletionKind.TableFunction : CompletionKind.Function, function.Name, function.Name + (isCalled ? "" : function.TakesNothing ? "()" : "(")) with
            {
                Detail = function.Signature,
                Description = Both(function.Example is { Length: > 0 } example ? $"{function.Description} · {example}".Trim(' ', '·') : function.Description),
            }, Common.Contains(function.Name) ? 1 : 5);
    }

    /// <summary>Named arguments of the table function around the cursor.</summary>
    void AddArguments()
    {
        var depth = 0;
        for (var i = before.Length - 1; i > 0; i--)
        {
            depth += TextOf(before[i]) switch { ")" => 1, "(" => -1, _ => 0 };
            if (depth >= 0)
                continue;
            var name = TextOf(before[i - 1]).ToString();
            foreach (var argument in catalog.Functions.Where(f => Same(f.Name, name)).SelectMany(f => f.Arguments))
                offers.Add(Item(CompletionKind.Argument, argument, argument + " = ") with { Source = name }, 1);
            return;
        }
    }

    string Quoted(string name) => point.Place == CompletionPlace.QuotedName ? SqlText.Identifier(name) : SqlWords.Quoted(name);

    CompletionItem Item(CompletionKind kind, string label, string insert) => new(kind, label, insert, point.Replace);

    static Localized? Both(string? text) => string.IsNullOrEmpty(text) ? null : new Localized(text, text);

    static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
