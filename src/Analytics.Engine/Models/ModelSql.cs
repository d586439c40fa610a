using System.Text;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Models;

/// <summary>
/// SQL over a model's source. A statement begins with the common table <c>source_rows</c>: the source's own columns, and beside them a
/// column <c>dimension.level</c> for each field that is asked for, so that conditions and expressions stand over one relation.
/// </summary>
internal static class ModelSql
{
    /// <summary>The common table of the rows.</summary>
    public const string Rows = "source_rows";

    /// <summary>The column of a field in <see cref="Rows"/>; of text, NULL where a row has no member.</summary>
    public static string Column(Field field) =>
        field.Dimension switch
        {
            PlainDimension plain => $"CAST({SqlText.Identifier(plain.Column)} AS VARCHAR)",
            TreeDimension { IsNamed: false } tree when field.Level is null => SqlText.Identifier(tree.Column),
            _ => SqlText.Identifier(NameOf(field)),
        };

    /// <summary>The name of the column that a field adds; it is none of the source's own, which may be called like the dimension.</summary>
    private static string NameOf(Field field) => field.Level is null ? field.Name + ".member" : field.Name;

    /// <summary>The beginning of a statement: <c>WITH … source_rows AS (…)</c>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="fields">The fields whose columns are needed.</param>
    /// <param name="where">A condition on the source's rows; null: all of the model's.</param>
    public static string With(SemanticModel model, IEnumerable<Field> fields, string? where = null)
    {
        var needed = OfModel(model, fields);
        var trees = needed
            .Where(f => f.Dimension is TreeDimension && f.Level is not null)
            .Select(f => (TreeDimension)f.Dimension)
            .Distinct();
        var text = new StringBuilder("WITH ");
        if (trees.Any())
            text.Append("RECURSIVE ");
        foreach (var tree in trees)
            text.Append(Ancestors(tree)).Append(",\n    ");
        text.Append(Rows).Append(" AS (\n        SELECT s.*");
        foreach (var field in needed)
        {
            if (Expression(field, model) is { } expression)
                text.Append(", ").Append(expression).Append(" AS ").Append(SqlText.Identifier(NameOf(field)));
        }

        text.Append("\n        FROM (SELECT * FROM ").Append(model.Source.Relation);
        var conditions = new[] { model.Source.Where, where }.OfType<string>().Select(c => $"({c})").ToArray();
        if (conditions.Length > 0)
            text.Append(" WHERE ").Append(string.Join(" AND ", conditions));
        text.Append(") AS s");
        foreach (var join in needed.Select(f => f.Dimension).Distinct().SelectMany(d => Joins(d, needed)).Distinct())
            text.Append("\n        ").Append(join);
        return text.Append("\n    )").ToString();
    }

    /// <summary>Names of the columns that fields add to the source's own.</summary>
    public static IEnumerable<string> Added(SemanticModel model, IEnumerable<Field> fields) =>
        OfModel(model, fields).Where(f => Expression(f, model) is not null).Select(NameOf);

    /// <summary>Each field once, as the model has it: a page may have been read before names were matched.</summary>
    private static Field[] OfModel(SemanticModel model, IEnumerable<Field> fields) =>
        [.. fields.Distinct().Select(f => model.Fields.FirstOrDefault(m => m.Equals(f)) ?? f)];

    /// <summary>
    /// A statement that lists the members of a field: key, names in Chinese and English, depth, the members that hold it at each level, and
    /// more names; null where the source alone knows them. Of a tree those of all levels.
    /// </summary>
    public static string? Members(Field field) =>
        field.Dimension switch
        {
            TreeDimension when field.Level == TreeDimension.OwnLevel => null,
            TreeDimension tree => TreeMembers(tree),
            TableDimension table => TableMembers(table, field.Level),
            _ => null,
        };

    /// <summary>
    /// A statement that lists the members of a tree's level in which articles are set, in the product's table of them.
    /// </summary>
    public static string ArticlePlaces(SemanticModel model, Field place)
    {
        var tree = (TreeDimension)(model.Fields.FirstOrDefault(place.Equals) ?? place).Dimension;
        var up = SqlText.Identifier(UpName(tree));
        var level = SqlText.Identifier(place.Level ?? TreeDimension.OwnLevel);
        var key = place.Level is null ? "key" : level;
        return $"WITH RECURSIVE {Ancestors(tree)} SELECT DISTINCT {up}.{key} FROM product.article AS a JOIN {up} ON {up}.key = a.place_id";
    }

    /// <summary>How a column of a field comes from the joined tables; null where it is a column of the source as it is.</summary>
    private static string? Expression(Field field, SemanticModel model) =>
        field.Dimension switch
        {
            PlainDimension => null,
            TreeDimension { IsNamed: false } when field.Level is null => null,
            TreeDimension tree when field.Level is null => Key(tree),
            TreeDimension tree => $"{SqlText.Identifier(UpName(tree))}.{SqlText.Identifier(field.Level!)}",
            TableDimension table => $"{SqlText.Identifier(table.Table)}.{SqlText.Identifier(ColumnOf(table, field.Level))}",
            GroupedDimension grouped => Groups(grouped),
            PeriodDimension period => Period(period, field.Level, model),
            DateDimension date => Date(date, field.Level),
            _ => null,
        };

    public static string ColumnOf(TableDimension table, string? level) =>
        level is null ? table.LevelColumns[^1].Column : table.LevelColumns.First(l => l.Level == level).Column;

    private static string Groups(GroupedDimension grouped)
    {
        var column = "s." + SqlText.Identifier(grouped.Column);
        var cases = grouped.Groups.Select(g =>
            $"WHEN {column} IN ({string.Join(", ", g.Value.Select(SqlText.Literal))}) THEN {SqlText.Literal(g.Key)}"
        );
        return $"CASE {string.Join(' ', cases)} ELSE CAST({column} AS VARCHAR) END";
    }

    /// <summary>A period is its words; a year is a list, since an interval may touch several.</summary>
    private static string Period(PeriodDimension period, string? level, SemanticModel model)
    {
        var (start, end) = ("s." + SqlText.Identifier(period.Start), "s." + SqlText.Identifier(period.End));
        var undated = $"{start} IS NULL AND {end} IS NULL";
        if (level != PeriodDimension.Year)
            return $"coalesce(s.{SqlText.Identifier(period.Text)}, {SqlText.Literal(PeriodDimension.UndatedKey)})";
        var last =
            $"(SELECT max(year(coalesce({SqlText.Identifier(period.End)}, {SqlText.Identifier(period.Start)}))) "
            + $"FROM {model.Source.Relation})";
        return $"""
            CASE WHEN {undated} THEN ['{PeriodDimension.UndatedKey}']
                ELSE list_transform(range(year(coalesce({start}, {end})), coalesce(year({end}), {last}) + 1), y -> CAST(y AS VARCHAR)) END
            """;
    }

    private static string Date(DateDimension date, string? level)
    {
        var day = $"try_cast(s.{SqlText.Identifier(date.Column)} AS DATE)";
        return (level ?? date.Grains[^1]) switch
        {
            "year" => $"strftime({day}, '%Y')",
            "quarter" => $"strftime({day}, '%Y') || '-Q' || quarter({day})",
            "month" => $"strftime({day}, '%Y-%m')",
            _ => $"strftime({day}, '%Y-%m-%d')",
        };
    }

    private static IEnumerable<string> Joins(Dimension dimension, IReadOnlyList<Field> needed)
    {
        if (dimension is TableDimension table)
        {
            var (name, key) = (SqlText.Identifier(table.Table), SqlText.Identifier(table.Key));
            yield return $"LEFT JOIN {name} ON {name}.{key} = s.{key}";
        }

        if (dimension is not TreeDimension tree)
            yield break;
        if (tree.IsNamed)
        {
            yield return $"LEFT JOIN {NamesOf(tree)} AS {SqlText.Identifier(tree.Name + ".names")}(name, key) "
                + $"ON name = s.{SqlText.Identifier(tree.Column)}";
        }
        if (needed.Any(f => f.Dimension == tree && f.Level is not null))
        {
            var up = SqlText.Identifier(UpName(tree));
            yield return $"LEFT JOIN {up} ON {up}.key = {Key(tree)}";
        }
    }

    private static string UpName(TreeDimension tree) => tree.Name + ".up";

    private static string Key(TreeDimension tree)
    {
        var column = "s." + SqlText.Identifier(tree.Column);
        return tree.IsNamed ? $"coalesce({SqlText.Identifier(tree.Name + ".names")}.key, CAST({column} AS VARCHAR))" : column;
    }

    /// <summary>Names in the source and the keys that they mean.</summary>
    private static string NamesOf(TreeDimension tree) =>
        tree.Matched.Count == 0
            ? "(SELECT NULL::VARCHAR, NULL::VARCHAR)"
            : $"(VALUES {string.Join(", ", tree.Matched.Select(m => $"({SqlText.Literal(m.Key)}, {SqlText.Literal(m.Value)})"))})";

    /// <summary>Common tables: the way up from each member, and one row a member with the member that holds it at each level.</summary>
    private static string Ancestors(TreeDimension tree)
    {
        var t = tree.Tree;
        var (table, key, parent, level) = (
            SqlText.Identifier(t.Table),
            SqlText.Identifier(t.Key),
            SqlText.Identifier(t.Parent),
            SqlText.Identifier(t.Level)
        );
        var (walk, up) = (SqlText.Identifier(tree.Name + ".walk"), SqlText.Identifier(UpName(tree)));
        var levels = t.Levels.Select(l => $"max(holder) FILTER (holder_level = {SqlText.Literal(l)}) AS {SqlText.Identifier(l)}");
        return $"""
            {walk}(key, holder, holder_level, above, steps) AS (
                    SELECT {key}, {key}, {level}, {parent}, 0 FROM {table}
                    UNION ALL
                    SELECT w.key, p.{key}, p.{level}, p.{parent}, w.steps + 1 FROM {walk} AS w JOIN {table} AS p ON p.{key} = w.above
                ),
                {up} AS (
                    SELECT key, {string.Join(", ", levels)}, max(holder_level) FILTER (steps = 0) AS {SqlText.Identifier(
                TreeDimension.OwnLevel
            )}
                    FROM {walk} GROUP BY key
                )
            """;
    }

    private static string TreeMembers(TreeDimension tree)
    {
        var t = tree.Tree;
        var levels = string.Join(", ", t.Levels.Select(SqlText.Literal));
        var order = tree.Order is { } column ? $"{Of(column)} NULLS LAST, " : "";
        return $"""
            WITH RECURSIVE {Ancestors(tree)}
            SELECT {Of(t.Key)}, {Of(tree.Names.Zh)}, {Of(tree.Names.En)}, coalesce(list_position([{levels}], {Of(t.Level)}), 0) AS depth,
                [{string.Join(", ", t.Levels.Select(l => $"[u.{SqlText.Identifier(l)}]"))}], {Aliases(tree)}
            FROM {SqlText.Identifier(t.Table)} AS t JOIN {SqlText.Identifier(UpName(tree))} AS u ON u.key = {Of(t.Key)}
            ORDER BY depth, {order}{Of(t.Key)}
            """;
    }

    /// <summary>The list of more names of a tree's member: of its own columns, or of a table.</summary>
    private static string Aliases(TreeDimension tree)
    {
        if (tree.Named is not { } named)
            return $"[{string.Join(", ", tree.Aliases.Select(a => $"CAST({Of(a)} AS VARCHAR)"))}]";
        var (table, alias, key) = (SqlText.Identifier(named.Table), SqlText.Identifier(named.Alias), SqlText.Identifier(named.Key));
        return $"coalesce((SELECT array_agg(n.{alias} ORDER BY n.{alias}) FROM {table} AS n WHERE n.{key} = {Of(tree.Tree.Key)}), [])";
    }

    /// <summary>A column of a tree's table.</summary>
    private static string Of(string column) => "t." + SqlText.Identifier(column);

    private static string TableMembers(TableDimension table, string? level)
    {
        var narrowest = SqlText.Identifier(table.LevelColumns[^1].Column);
        var column = SqlText.Identifier(ColumnOf(table, level));
        var (zh, en) = table.Names is { } names ? (SqlText.Identifier(names.Zh), SqlText.Identifier(names.En)) : (column, column);
        var levels = table.LevelColumns.TakeWhile(l => l.Level != level).Append((level ?? table.Name, ColumnOf(table, level)));
        var holders = levels.Select(l => SqlText.Identifier(l.Item2)).Select(l => $"list(DISTINCT CAST({l} AS VARCHAR) ORDER BY {l})");
        // A member of a wider level that holds one narrower alone is called as that one.
        return $"""
            SELECT CAST({column} AS VARCHAR) AS key, {One(narrowest, zh)}, {One(narrowest, en)}, 0, [{string.Join(
                ", ",
                holders
            )}], []::VARCHAR[]
            FROM {SqlText.Identifier(table.Table)} WHERE {column} IS NOT NULL
            GROUP BY {column} ORDER BY min(rowid)
            """;

        static string One(string counted, string value) =>
            $"CASE WHEN count(DISTINCT {counted}) = 1 THEN min(CAST({value} AS VARCHAR)) END";
    }
}
