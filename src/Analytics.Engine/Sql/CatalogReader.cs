using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Sql;

/// <summary>Reads what completion needs from a session.</summary>
/// <param name="session">Asked by many small questions.</param>
/// <param name="keptResults">Names of tables that are kept results.</param>
/// <param name="turn">Does one of them.</param>
internal sealed class CatalogReader(AnalyticsSession session, IReadOnlyCollection<string> keptResults, Action<Action> turn)
{
    /// <summary>Longer values, and columns with more values than this, are not offered.</summary>
    private const int LongestValue = 80,
        MostValues = 600;

    /// <summary>Views whose columns have the values of the columns of the same name in <c>figures</c>.</summary>
    private static readonly string[] LikeFigures =
    [
        "measured",
        "observation",
        "figure_pair",
        "figure_standing",
        "comparison",
        "ranking",
        "coverage",
    ];

    /// <summary>The product's function for places.</summary>
    private static readonly CatalogFunction PlaceId = new(
        PlaceFunction.Name,
        IsTable: false,
        $"{PlaceFunction.Name}({PlaceFunction.Parameter})",
        null,
        null,
        TakesNothing: false,
        []
    );

    private static IReadOnlyList<CatalogFunction>? _engineFunctions;
    private static IReadOnlyDictionary<string, string>? _settings;

    private IReadOnlyList<OpenedFile> _opened = [];

    public CompletionCatalog Read()
    {
        turn(session.RegisterTables);
        var tables = Tables();
        // The product's tables do not change, nor do the engine's functions and settings.
        var values = session.CatalogMemory.Values ??= Values(tables);
        return new CompletionCatalog(tables, Functions(), _settings ??= Settings(), values, Queries());
    }

    private List<CatalogTable> Tables()
    {
        IReadOnlyList<RelationColumn> columns = [];
        turn(() => (columns, _opened) = (session.RelationColumns(), [.. session.Opened]));
        var relations = columns.GroupBy(c => c.Relation).Where(g => g.Key.Database != Workspaces.TemporaryStore.Database).ToList();
        var place = Rows("SELECT current_database(), current_schema()")[0];
        var here = (Database: place[0]!, Schema: place[1]!);
        // Users' tables come first: they are what a plain name finds.
        var hiding = relations
            .Select(g => g.Key)
            .Where(r => IsPlain(r, here))
            .Select(r => r.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. relations.OrderBy(g => g.Key.IsOwn).Select(g => Table(g.Key, here, hiding, [.. g.Select(Column)]))];
    }

    private CatalogColumn Column(RelationColumn column)
    {
        var relation = column.Relation;
        var comment = relation.IsOwn ? session.Descriptions.Of(relation.Name, column.Name) : Both(column.Comment, column.Comment);
        return new CatalogColumn(column.Name, column.Type, comment, relation.Name, column.Name);
    }

    private CatalogTable Table(
        SessionRelation relation,
        (string Database, string Schema) here,
        HashSet<string> hiding,
        IReadOnlyList<CatalogColumn> columns
    )
    {
        var (database, schema, name) = (relation.Database, relation.Schema, relation.Name);
        var file = _opened.FirstOrDefault(f =>
            f.IsDatabase ? f.Name == database : f.Name == name && database == here.Database && !relation.IsOwn
        );
        var kind =
            keptResults.Contains(name) ? CompletionKind.KeptResult
            : file is not null ? CompletionKind.OpenedFile
            : relation.IsView ? CompletionKind.View
            : CompletionKind.Table;
        var isPlain = IsPlain(relation, here) || (relation.IsOwn && !hiding.Contains(name));
        return new CatalogTable(
            kind,
            database,
            schema,
            name,
            isPlain ? SqlWords.Quoted(name) : SqlName(database, schema, name, here.Database),
            relation.IsOwn ? session.Descriptions.Of(name) : Both(relation.Comment, relation.Comment),
            file?.Path,
            columns
        );
    }

    /// <summary>Whether its name alone finds it before any of the product's.</summary>
    private static bool IsPlain(SessionRelation relation, (string Database, string Schema) here) =>
        relation.Database == "temp" || (relation.Database == here.Database && relation.Schema == here.Schema);

    private static string SqlName(string database, string schema, string name, string ownDatabase)
    {
        var parts =
            database == ownDatabase ? new[] { schema, name }
            : schema == "main" ? [database, name]
            : [database, schema, name];
        return string.Join('.', parts.Select(SqlWords.Quoted));
    }

    /// <summary>Those of the engine, the product's and the user's.</summary>
    private IReadOnlyList<CatalogFunction> Functions()
    {
        _engineFunctions ??= Functions("database_name = 'system'");
        var others = session.MayHaveMacros ? Functions("database_name <> 'system' AND NOT internal") : [PlaceId];
        return [.. _engineFunctions.Concat(others).DistinctBy(f => (f.Name, f.IsTable)).OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private List<CatalogFunction> Functions(string which) =>
        [
            .. Rows(
                    $"""
                    SELECT function_name, function_type IN ('table', 'table_macro'),
                        array_to_string(arg_max(list_filter(parameters, lambda p : function_type NOT IN ('table') OR p LIKE 'col%'),
                            len(parameters)), ', '),
                        CASE WHEN count(DISTINCT return_type) = 1 THEN any_value(return_type) END,
                        any_value(description), any_value(examples[1]), max(len(parameters)) = 0, bool_or(varargs IS NOT NULL),
                        array_to_string(list_sort(list_distinct(flatten(list(list_filter(parameters,
                            lambda p : function_type = 'table' AND p NOT LIKE 'col%'))))), ' ')
                    FROM duckdb_functions()
                    WHERE function_type <> 'pragma' AND regexp_full_match(function_name, '[a-z]\w*')
                        AND function_name NOT LIKE 'icu_collate_%' AND ({which})
                    GROUP BY 1, 2
                    ORDER BY 1
                    """
                )
                .DistinctBy(row => (row[0], row[1]))
                .Select(Function),
        ];

    private static CatalogFunction Function(string?[] row)
    {
        var parameters = row[7] == "true" ? row[2] + (row[2] == "" ? "…" : ", …") : row[2];
        var signature = $"{row[0]}({parameters}){(row[3] is { } type ? " → " + type : "")}";
        return new CatalogFunction(
            row[0]!,
            row[1] == "true",
            signature,
            row[4],
            row[5],
            row[6] == "true",
            (row[8] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    private Dictionary<string, string> Settings() =>
        Rows("SELECT name, description FROM duckdb_settings()").DistinctBy(row => row[0]).ToDictionary(row => row[0]!, row => row[1] ?? "");

    /// <summary>A query file that breaks the format is left out: its error belongs where it is run.</summary>
    private List<QueryFile> Queries()
    {
        var queries = new List<QueryFile>();
        foreach (var name in session.Queries.Names())
        {
            try
            {
                queries.Add(session.Queries.Get(name));
            }
            catch (UserException) { }
        }

        return queries;
    }

    private Dictionary<string, IReadOnlyList<CatalogValue>> Values(IReadOnlyList<CatalogTable> tables)
    {
        var meanings = Meanings();
        var own = tables.Where(t => ProductTables.IsOwn(t.Database, t.Schema, t.Name)).ToDictionary(t => t.Name);
        var values = new Dictionary<string, IReadOnlyList<CatalogValue>>();
        foreach (var name in ProductTables.Files.Append("figures").Append("caveat_code").Except(LikeFigures).Append("coverage"))
        {
            foreach (var column in Distinct(own[name], isFigures: name == "figures"))
                values[column.Key] = [.. column.Select(v => new CatalogValue(v.Text, v.Coverage, meanings.GetValueOrDefault(v.Text)))];
        }

        AddUncovered(values);
        foreach (var column in LikeFigures.SelectMany(view => own[view].Columns))
        {
            if (values.TryGetValue("figures." + column.Name.Replace("other_", ""), out var known))
                values.TryAdd(column.Table + "." + column.Name, known);
        }

        return values;
    }

    /// <summary>
    /// Counties without any figure are offered too, with none: nothing is known of them is not the same as there being none.
    /// </summary>
    private void AddUncovered(Dictionary<string, IReadOnlyList<CatalogValue>> values)
    {
        foreach (var (column, origin) in new[] { ("county_id", "place_id"), ("county_zh", "name_zh"), ("county_en", "name_en") })
        {
            var known = values["figures." + column];
            var others = Rows($"SELECT {origin} FROM product.place WHERE level = 'county' ORDER BY gb_code")
                .Select(row => row[0]!)
                .Except(known.Select(v => v.Text))
                .Select(text => values["place." + origin].First(v => v.Text == text) with { Coverage = new Coverage(0, 0) });
            values["figures." + column] = [.. known, .. others];
        }
    }

    /// <summary>Short texts of each column with how often they occur; columns with too many are left out.</summary>
    private IEnumerable<IGrouping<string, (string Text, Coverage? Coverage)>> Distinct(CatalogTable table, bool isFigures)
    {
        var columns = table.Columns.Where(c => c.Type == "VARCHAR").Select(c => c.Name).ToArray();
        if (columns.Length == 0)
            return [];
        // One grouping over all columns: one for each would need memory by their number.
        return Rows(
                $"""
                SELECT name, value, count(*), count(DISTINCT county_id)
                FROM (
                    SELECT unnest([{string.Join(", ", columns.Select(SqlText.Literal))}]) AS name,
                        unnest([{string.Join(", ", columns.Select(SqlText.Identifier))}]) AS value,
                        {(isFigures ? "county_id" : "NULL AS county_id")}
                    FROM {ProductTables.Qualified(table.Name)}
                )
                WHERE len(value) BETWEEN 1 AND {LongestValue}
                GROUP BY name, value
                ORDER BY count(*) DESC, value
                """
            )
            .GroupBy(
                row => $"{table.Name}.{row[0]}",
                row => (row[1]!, isFigures ? new Coverage(long.Parse(row[2]!), long.Parse(row[3]!)) : (Coverage?)null)
            )
            .Where(column => column.Count() <= MostValues);
    }

    private Dictionary<string, ValueMeaning> Meanings()
    {
        var meanings = new Dictionary<string, ValueMeaning>();
        foreach (var row in Rows("SELECT indicator_id, label_zh, label_en, definition, definition_en, unit FROM product.indicator"))
            Add(meanings, row[..3], new ValueMeaning(CompletionKind.Indicator, Both(row[1], row[2])!, Both(row[3], row[4]), row[5], []));
        var aliases = Rows("SELECT place_id, alias FROM product.alias").ToLookup(row => row[0], row => row[1]!);
        foreach (var row in Rows("SELECT place_id, name_zh, name_en, level FROM product.place"))
        {
            var kind = row[3] == "county" ? CompletionKind.County : CompletionKind.Place;
            Add(meanings, row[..3], new ValueMeaning(kind, Both(row[1], row[2])!, null, null, [.. aliases[row[0]]]));
        }

        foreach (
            var row in Rows(
                "SELECT code, label_zh, label_en FROM product.caveat_code UNION ALL SELECT unit, label_zh, label_en FROM product.unit"
            )
        )
        {
            Add(meanings, row[..1], new ValueMeaning(CompletionKind.Value, Both(row[1], row[2])!, null, null, []));
        }
        return meanings;
    }

    private static void Add(Dictionary<string, ValueMeaning> meanings, string?[] names, ValueMeaning meaning)
    {
        foreach (var name in names)
        {
            if (name is not null)
            {
                meanings.TryAdd(
                    name,
                    meaning with
                    {
                        OtherNames =
                        [
                            .. names
                                .Append(meaning.Name.Zh)
                                .Append(meaning.Name.En)
                                .Concat(meaning.OtherNames)
                                .OfType<string>()
                                .Where(n => n != name)
                                .Distinct(),
                        ],
                    }
                );
            }
        }
    }

    private static Localized? Both(string? zh, string? en) => zh is null && en is null ? null : new Localized(zh ?? en!, en ?? zh!);

    private List<string?[]> Rows(string sql)
    {
        var rows = new List<string?[]>();
        turn(() =>
        {
            using var table = ResultTable.Read(session.Run(sql));
            for (long row = 0; row < table.RowCount; row++)
                rows.Add([.. Enumerable.Range(0, table.Columns.Count).Select(column => table.Text(row, column))]);
        });
        return rows;
    }
}
