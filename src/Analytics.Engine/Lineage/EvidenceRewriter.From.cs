using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <content>FROM: each item is rewritten, and says what its rows stand on.</content>
internal sealed partial class EvidenceRewriter
{
    private static readonly HashSet<string> FunctionsWithoutRows =
    [
        "unnest",
        "range",
        "generate_series",
        "repeat",
        "repeat_row",
        "generate_subscripts",
        "json_each",
        "json_tree",
    ];

    private JsonObject From(JsonObject item, Scope scope, List<TracedSource> sources)
    {
        if (item.Has("sample"))
            _dependences.Add(new(DependenceKind.Chance));
        switch (item.Text("type"))
        {
            case "EMPTY" or "EXPRESSION_LIST" or "COLUMN_DATA":
                return item;
            case "BASE_TABLE":
                return Table(item, scope, sources);
            case "SUBQUERY":
                return Subquery(item, scope, sources);
            case "JOIN":
                return Join(item, scope, sources);
            case "TABLE_FUNCTION":
                return TableFunction(item, scope, sources);
            case "PIVOT":
                return item.List("unpivot_names").Count > 0 ? Unpivot(item, scope, sources) : Pivot(item, scope, sources);
            case "SHOW_REF":
                return Show(item, scope, sources);
            default:
                throw new RefusalException(
                    "statement",
                    $"不认识的 FROM 形式 {item.Text("type")}",
                    $"a form of FROM that is not known: {item.Text("type")}"
                );
        }
    }

    private JsonObject Subquery(JsonObject item, Scope scope, List<TracedSource> sources)
    {
        var query = item["subquery"]!.AsObject();
        return AsSource(Query(query.Take("node"), scope), AliasOf(item), item["column_name_alias"] as JsonArray, item["sample"], sources);
    }

    /// <summary>A query that now stands in FROM, and what its rows stand on.</summary>
    private static JsonObject AsSource(Traced traced, string alias, JsonArray? aliases, JsonNode? sample, List<TracedSource> sources)
    {
        var item = Syntax.Subquery(traced.Node, alias, aliases, sample);
        if (traced.Hidden is { } hidden)
        {
            var annotation = new Annotation(Syntax.Column(alias, hidden), IsList: true);
            sources.Add(new(alias, annotation, traced.Columns, Renamed(traced.Cells, aliases ?? [])));
        }

        return item;
    }

    private string AliasOf(JsonObject item) => item.Text("alias") is { Length: > 0 } alias ? alias : Fresh();

    private JsonObject Table(JsonObject item, Scope scope, List<TracedSource> sources)
    {
        var (catalogName, schema, name) = (item.Text("catalog_name"), item.Text("schema_name"), item.Text("table_name"));
        var alias = item.Text("alias") is { Length: > 0 } given ? given : name;
        if (schema.Length == 0 && scope.Tables.TryGetValue(name, out var common))
            return Common(item, alias, common, sources);
        if (Same(schema, "recurring"))
            return scope.Tables.GetValueOrDefault(name)?.Hidden is null ? item : throw Untraceable("recurring." + name);
        if (catalog.Find(catalogName, schema, name) is not { } relation)
            return File(item, name, sources);
        return relation.Kind switch
        {
            RelationKind.System => item,
            RelationKind.Product => Product(item, relation, alias, sources),
            RelationKind.Kept => Kept(item, relation, alias, sources),
            RelationKind.Own => Numbered(item, relation.Name.Name, relation.Rows, alias, sources),
            RelationKind.View => View(item, relation, alias, sources),
            _ => Marked(item, relation.Name.Name, alias, sources),
        };
    }

    private static JsonObject Common(JsonObject item, string alias, CommonTable common, List<TracedSource> sources)
    {
        if (common.Name is null)
            return item;
        item["table_name"] = common.Name;
        item["alias"] = alias;
        var annotation = new Annotation(Syntax.Column(alias, common.Hidden!), IsList: true);
        var hidden = common.Cells.Select(c => c.Column).Append(common.Hidden!).ToList();
        sources.Add(new(alias, annotation, hidden, Renamed(common.Cells, item.List("column_name_alias"))));
        return item;
    }

    private JsonObject Product(JsonObject item, Relation relation, string alias, List<TracedSource> sources)
    {
        var renamed = item.List("column_name_alias").Count > 0;
        if (ProductRelations.Of(relation.Name.Name, renamed ? relation.Name.Name : alias) is not { } annotation)
            return item;
        ReadsObservations = true;
        if (renamed)
            return Wrapped(item, relation.Name.Name, annotation.AsList, alias, sources);
        sources.Add(new(alias, annotation, [], []));
        return item;
    }

    /// <summary>A kept result is read from its table, which has its evidence; its view has not.</summary>
    private JsonObject Kept(JsonObject item, Relation relation, string alias, List<TracedSource> sources)
    {
        var known = kept(relation.Name)!;
        if (!known.IsTraced)
        {
            throw new RefusalException(
                "kept",
                $"{relation.Name.Name} 没有连同依据保存",
                $"{relation.Name.Name} was kept without its evidence"
            );
        }

        if (known.Hidden.Count == 0)
            return item;
        ReadsObservations = true;
        (item["catalog_name"], item["schema_name"], item["table_name"]) = (known.Table.Catalog, known.Table.Schema, known.Table.Name);
        item["alias"] = alias;
        var annotation = new Annotation(Syntax.Column(alias, known.Hidden[^1]), IsList: true);
        sources.Add(new(alias, annotation, known.Hidden, Renamed(known.Cells, item.List("column_name_alias"))));
        return item;
    }

    private JsonObject View(JsonObject item, Relation relation, string alias, List<TracedSource> sources)
    {
        var (node, columnNames) = _definitions.View(relation);
        var aliases = item.List("column_name_alias")
            .Concat(columnNames.Select(n => (JsonNode?)n).Skip(item.List("column_name_alias").Count));
        return AsSource(Query(_definitions.WithoutMacros(node), Scope.Empty), alias, Syntax.Array(aliases), item["sample"], sources);
    }

    /// <summary>A file by its path: the engine calls it by its stem.</summary>
    private JsonObject File(JsonObject item, string path, List<TracedSource> sources)
    {
        if (!Path.HasExtension(path) && !path.Contains('/'))
            throw Untraceable(path);
        var alias = item.Text("alias") is { Length: > 0 } given ? given : Path.GetFileNameWithoutExtension(path);
        return columns.ProductFile(path) is { } relation
            ? ProductFile(item, relation, alias, sources)
            : Numbered(item, Path.GetFileName(path), RelationCatalog.RowsOfFile(path), alias, sources);
    }

    private JsonObject ProductFile(JsonObject item, string relation, string alias, List<TracedSource> sources)
    {
        item["alias"] = alias;
        if (ProductRelations.Of(relation, alias) is { } annotation)
        {
            ReadsObservations = true;
            sources.Add(new(alias, annotation, [], []));
        }

        return item.List("column_name_alias").Count == 0 ? item : throw Untraceable(relation);
    }

    /// <summary>The rows of a user's relation, numbered as they come.</summary>
    private JsonObject Numbered(JsonObject item, string label, long rows, string alias, List<TracedSource> sources)
    {
        OwnRows = Math.Max(OwnRows, rows);
        var token = Syntax.Call("concat", Syntax.Constant($"{EvidenceToken.OwnRow}{label}:"), Syntax.RowNumber());
        return Wrapped(item, null, Syntax.Call("list_value", token), alias, sources);
    }

    /// <summary>Rows that may stand on any figure.</summary>
    private JsonObject Marked(JsonObject item, string label, string alias, List<TracedSource> sources)
    {
        ReadsObservations = true;
        return Wrapped(item, null, Syntax.Call("list_value", Syntax.Constant(EvidenceToken.Untraced + label)), alias, sources);
    }

    /// <summary>A relation in a subquery that adds its evidence.</summary>
    private JsonObject Wrapped(JsonObject item, string? inner, JsonObject evidence, string alias, List<TracedSource> sources)
    {
        var (aliases, sample) = (Syntax.Free(item["column_name_alias"]) as JsonArray, Syntax.Free(item["sample"]));
        item["alias"] = inner ?? "";
        item["sample"] = null;
        item["column_name_alias"] = new JsonArray();
        var hidden = Fresh();
        var node = Syntax.Select([Syntax.Star(), Syntax.As(evidence, hidden)], item);
        return AsSource(new Traced(node, hidden, []), alias, aliases, sample, sources);
    }

    private JsonObject Join(JsonObject item, Scope scope, List<TracedSource> sources)
    {
        if (item.Is("ref_type", "POSITIONAL"))
            _dependences.Add(new(DependenceKind.Position));
        var semi = item.Text("join_type") is "SEMI" or "ANTI";
        var original = semi ? item["right"]!.AsObject().Copy() : null;
        item.Set("left", From(item.Take("left"), scope, sources));
        var right = new List<TracedSource>();
        var traced = From(item.Take("right"), scope, right);
        if (semi)
        {
            item["right"] = original;
            Decide(item.Is("join_type", "ANTI"), () => SemiWitness(item, traced, right), sources);
            return item;
        }

        item["right"] = traced;
        sources.AddRange(right);
        foreach (var decider in Deciders(item["condition"], scope))
        {
            sources.Add(new("", decider, [], []));
        }

        return item;
    }

    /// <summary>The rows of the right side that a row of the left side met.</summary>
    private static Annotation? SemiWitness(JsonObject join, JsonObject right, List<TracedSource> sources)
    {
        if (Annotation.Concat([.. sources.Select(s => s.Annotation)]) is not { } annotation)
            return null;
        var condition = join["condition"];
        if (join.List("using_columns").Count > 0)
        {
            if (Alias(join["left"]!) is not { } leftAlias || Alias(right) is not { } rightAlias)
                return null;
            condition = Syntax.And(
                join.List("using_columns")
                    .Select(c =>
                        Syntax.Compare("COMPARE_EQUAL", Syntax.Column(leftAlias, (string)c!), Syntax.Column(rightAlias, (string)c!))
                    )
            );
        }

        return new(Syntax.Scalar(Syntax.Select([annotation.Collected()], right, condition)), IsList: true);
    }

    private static string? Alias(JsonNode item) =>
        item.Is("type", "JOIN") ? null
        : item.Text("alias") is { Length: > 0 } alias ? alias
        : item.Text("table_name");

    private JsonObject TableFunction(JsonObject item, Scope scope, List<TracedSource> sources)
    {
        var call = item["function"]!.AsObject();
        var name = call.Text("function_name").ToLowerInvariant();
        var alias = item.Text("alias") is { Length: > 0 } given ? given : name;
        var aliases = item["column_name_alias"] as JsonArray;
        if (_definitions.TableMacro(call) is { } macro)
            return AsSource(Query(_definitions.WithoutMacros(macro), Scope.Empty), alias, aliases, item["sample"], sources);
        if (name is "query" or "query_table")
            return AsSource(Query(TextQuery(call, name), Scope.Empty), alias, aliases, item["sample"], sources);
        if (FunctionsWithoutRows.Contains(name) || name.StartsWith("duckdb_") || name.StartsWith("pragma_"))
            return item;
        var path =
            call.List("children") is [var first, ..] && first?["value"]?["value"] is JsonValue value && value.TryGetValue(out string? text)
                ? text
                : null;
        if (path is null || !(name.StartsWith("read_") || name is "parquet_scan"))
            return Marked(item, name, alias, sources);
        return columns.ProductFile(path) is { } relation
            ? ProductFile(item, relation, alias, sources)
            : Numbered(item, Path.GetFileName(path), RelationCatalog.RowsOfFile(path), alias, sources);
    }

    private JsonObject TextQuery(JsonObject call, string name)
    {
        if (call.List("children") is not [{ } only] || columns.TextOf(only) is not { } sql)
            throw Untraceable(name + "()");
        var node = (JsonObject)text.Read(name == "query" ? sql : "FROM " + sql)["node"]!.DeepClone();
        return _definitions.WithoutMacros(node);
    }

    /// <summary>
    /// SUMMARIZE: each row speaks of all rows of the query. DESCRIBE and SHOW speak of names and types: they stand on nothing.
    /// </summary>
    private JsonObject Show(JsonObject item, Scope scope, List<TracedSource> sources)
    {
        if (!item.Is("show_type", "SUMMARY"))
            return item;
        var query = item["query"] is JsonObject node ? node.Copy() : Syntax.Select([Syntax.Star()], Summarized(item));
        var traced = Query(query, scope);
        if (traced.Hidden is not { } hidden)
            return item;
        var alias = Fresh();
        var all = new Annotation(Syntax.Column(alias, hidden), IsList: true).Collected();
        sources.Add(new("", new(Syntax.Scalar(Syntax.Select([all], Syntax.Subquery(traced.Node, alias))), IsList: true), [], []));
        // Beside another column the engine would print it as if it stood alone.
        return Syntax.Subquery(Syntax.Select([Syntax.Star()], item), AliasOf(item));
    }

    private static JsonObject Summarized(JsonObject item) =>
        Syntax.Table(item.Text("catalog_name"), item.Text("schema_name"), item.Text("table_name"));

    private static RefusalException Untraceable(string name) =>
        new("table", $"查不出 {name} 的行从何而来", $"nobody can say where the rows of {name} come from");
}
