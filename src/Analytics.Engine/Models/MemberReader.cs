using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Models;

/// <summary>Reads the members of a model's fields.</summary>
internal sealed class MemberReader(AnalyticsSession session, SemanticModel model)
{
    /// <summary>Of a field of the user's with more members than can be chosen from, these.</summary>
    private const int Most = 10_000;

    private readonly Dictionary<TreeDimension, List<MemberRow>> _trees = [];

    public ModelMembers Read() => new(model.Fields.Select(f => new MemberList(f, Members(f))));

    /// <summary>The members of a tree, whatever names the source has.</summary>
    public MemberList Tree(Field field) => new(field, Listed(field));

    private IReadOnlyList<Member> Members(Field field) =>
        field.Dimension switch
        {
            GroupedDimension grouped => [.. grouped.Groups.Keys.Select(g => Named(field, g, null, null))],
            TreeDimension tree when field.Level == TreeDimension.OwnLevel => [.. tree.Levels.Select(l => Named(field, l, null, null))],
            TreeDimension { IsNamed: true } tree when field.Level is null => [.. Listed(field), .. Unmatched(tree, field)],
            TreeDimension or TableDimension => Listed(field),
            PeriodDimension period when field.Level == PeriodDimension.Year => Years(field, period),
            _ => OfSource(field),
        };

    private IReadOnlyList<Member> Listed(Field field)
    {
        var levels = field.Dimension is TableDimension table ? [.. table.LevelColumns.Select(l => l.Level)] : field.Dimension.Levels;
        var members = Rows(field).Select(row => One(field, levels, row));
        return WordOrder(field) is { } order ? [.. members.OrderBy(m => order.GetValueOrDefault(m.Key, int.MaxValue))] : [.. members];
    }

    /// <summary>A tree is read once, for all of its levels.</summary>
    private IEnumerable<MemberRow> Rows(Field field)
    {
        if (field.Dimension is not TreeDimension tree)
            return MemberRows(field);
        if (!_trees.TryGetValue(tree, out var rows))
            _trees.Add(tree, rows = MemberRows(field with { Level = null }));
        return field.Level is null ? rows : rows.Where(row => row.Depth == tree.Tree.Levels.IndexOf(field.Level) + 1);
    }

    private List<MemberRow> MemberRows(Field field)
    {
        using var rows = ResultTable.Read(session.Run(ModelSql.Members(field)!));
        return
        [
            .. Enumerable
                .Range(0, checked((int)rows.RowCount))
                .Select(row => new MemberRow(
                    rows.Text(row, 0)!,
                    new(rows.Text(row, 1), rows.Text(row, 2)),
                    int.Parse(rows.Text(row, 3)!, System.Globalization.CultureInfo.InvariantCulture),
                    [.. ((IReadOnlyList<object?>)rows.Value(row, 4)!).Select(IReadOnlyList<string> (h) => TextsOf(h))],
                    TextsOf(rows.Value(row, 5))
                )),
        ];
    }

    private static Member One(Field field, IReadOnlyList<string> levels, MemberRow row) =>
        Named(field, row.Key, row.Names.Zh, row.Names.En) with
        {
            Depth = row.Depth,
            Holders = levels.Zip(row.Holders).ToDictionary(h => h.First, h => h.Second),
            Aliases = [.. row.Aliases, .. Also(field.Dimension, row.Key)],
        };

    private static List<string> TextsOf(object? list) => [.. ((IReadOnlyList<object?>)list!).OfType<string>()];

    /// <summary>A member as <see cref="ModelSql.Members"/> gives it.</summary>
    private sealed record MemberRow(
        string Key,
        (string? Zh, string? En) Names,
        int Depth,
        IReadOnlyList<IReadOnlyList<string>> Holders,
        IReadOnlyList<string> Aliases
    );

    private static IEnumerable<string> Also(Dimension dimension, string key) =>
        dimension is TreeDimension tree && tree.Also.TryGetValue(key, out var also) ? also : [];

    /// <summary>Where members that have words stand: in the order of those.</summary>
    private static Dictionary<string, int>? WordOrder(Field field) =>
        field.Dimension is TableDimension && WordsOf(field) is { Count: > 0 } words
            ? words.Keys.Select((key, i) => (key, i)).ToDictionary(k => k.key, k => k.i)
            : null;

    private static IReadOnlyDictionary<string, Words>? WordsOf(Field field) =>
        field.Dimension.Words.GetValueOrDefault(field.Level ?? field.Dimension.Name);

    private static Member Named(Field field, string key, string? zh, string? en)
    {
        if (WordsOf(field)?.GetValueOrDefault(key) is { } words)
            return new Member(key, words.Name, words.Brief ?? words.Name, []);
        var name = new Localized(zh ?? key, en ?? zh ?? key);
        var brief = field.Dimension is TreeDimension { Shortening: { } rules }
            ? new Localized(PlaceNames.Brief(rules.Zh, name.Zh), PlaceNames.Brief(rules.En, name.En))
            : name;
        return new Member(key, name, brief, []);
    }

    /// <summary>Names of a named tree that no member was found for: members of their own, after all others.</summary>
    private IEnumerable<Member> Unmatched(TreeDimension tree, Field field)
    {
        var column = SqlText.Identifier(tree.Column);
        var names = Texts($"SELECT DISTINCT CAST({column} AS VARCHAR) FROM {model.Source.Relation} WHERE {column} IS NOT NULL ORDER BY 1");
        return names.Where(n => !tree.Matched.ContainsKey(n)).Select(n => Named(field, n, null, null) with { Depth = int.MaxValue });
    }

    private List<Member> Years(Field field, PeriodDimension period)
    {
        var year = SqlText.Identifier(field.Name);
        var years = Texts($"{ModelSql.With(model, [field])} SELECT DISTINCT unnest({year}) AS year FROM {ModelSql.Rows} ORDER BY 1");
        var members = years.Where(y => y != PeriodDimension.UndatedKey).Select(y => Named(field, y, null, null)).ToList();
        if (years.Contains(PeriodDimension.UndatedKey))
            members.Add(new Member(PeriodDimension.UndatedKey, period.Undated, period.Undated, []));
        return members;
    }

    private IReadOnlyList<Member> OfSource(Field field)
    {
        var column = ModelSql.Column(field);
        var columns = field.Dimension switch
        {
            PlainDimension plain => plain.Names,
            PeriodDimension period => period.Names,
            _ => null,
        };
        var names = columns is { } pair
            ? $"any_value({SqlText.Identifier(pair.Zh)}), any_value({SqlText.Identifier(pair.En)})"
            : "NULL, NULL";
        using var rows = ResultTable.Read(
            session.Run(
                $"{ModelSql.With(model, [field])} SELECT {column} AS key, {names} FROM {ModelSql.Rows} "
                    + $"GROUP BY key ORDER BY key NULLS LAST LIMIT {Most}"
            )
        );
        return
        [
            .. Enumerable
                .Range(0, checked((int)rows.RowCount))
                .Select(row => InDates(field, Named(field, rows.Text(row, 0) ?? Member.NullKey, rows.Text(row, 1), rows.Text(row, 2)))),
        ];
    }

    /// <summary>What holds a day are the beginnings of its key; one without dates is called so.</summary>
    private static Member InDates(Field field, Member member) =>
        field.Dimension switch
        {
            DateDimension date => member with
            {
                Holders = date
                    .Grains.TakeWhile(g => g != (field.Level ?? date.Grains[^1]))
                    .Where(g => g is "year" or "month")
                    .ToDictionary(g => g, IReadOnlyList<string> (g) => [member.Key[..Math.Min(member.Key.Length, g == "year" ? 4 : 7)]]),
            },
            PeriodDimension period when member.Key == PeriodDimension.UndatedKey => new Member(
                member.Key,
                period.Undated,
                period.Undated,
                []
            ),
            _ when member.Key == Member.NullKey => member with { Name = Empty, Brief = Empty },
            _ => member,
        };

    private static readonly Localized Empty = new("（空）", "(empty)");

    private List<string> Texts(string sql)
    {
        using var rows = ResultTable.Read(session.Run(sql));
        return [.. Enumerable.Range(0, checked((int)rows.RowCount)).Select(row => rows.Text(row, 0)).OfType<string>()];
    }
}
