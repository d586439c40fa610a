using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Models;

/// <summary>A model with its data: the source is there, names are matched, members are read.</summary>
/// <param name="Model">The model as its SQL is made: names that were matched are in it.</param>
/// <param name="Members">Of all its fields.</param>
/// <param name="Matches">For each dimension that is like another: how its names were found.</param>
/// <param name="RowCount">Rows of the source.</param>
public sealed record OpenModel(SemanticModel Model, ModelMembers Members, IReadOnlyList<NameMatches> Matches, long RowCount)
{
    /// <summary>Reads what a model needs of a session, which has its tables, or gets its file.</summary>
    /// <exception cref="UserException">The source cannot be read.</exception>
    public static OpenModel Open(AnalyticsSession session, SemanticModel model)
    {
        session.RegisterTables();
        Attach(session, model);
        try
        {
            var matches = model
                .Dimensions.OfType<TreeDimension>()
                .Where(d => d.IsNamed)
                .Select(d => NameMatches.Read(session, model, d))
                .ToArray();
            var matched = model with { Dimensions = [.. model.Dimensions.Select(d => Matched(d, matches))] };
            using var count = ResultTable.Read(session.Run($"{ModelSql.With(model, [])} SELECT count(*) FROM {ModelSql.Rows}"));
            return new OpenModel(matched, new MemberReader(session, matched).Read(), matches, (long)count.Number(0, 0)!.Value);
        }
        catch (DuckDbException e)
        {
            throw UserException.Failed(
                $"模型“{model.Name}”读不出：{ErrorText.Of(e).Zh}",
                $"Model '{model.Name}' cannot be read: {e.Message}",
                e
            );
        }
    }

    private static void Attach(AnalyticsSession session, SemanticModel model)
    {
        if (
            model.Source.File is { } path
            && new OpenedFile(path, OpenedFile.Stem(path)) is { IsDatabase: true } file
            && session.Opened.All(o => o.Name != file.Name)
        )
        {
            session.OpenFile(file.Path, file.Name);
        }
    }

    private static Dimension Matched(Dimension dimension, IReadOnlyList<NameMatches> matches) =>
        dimension is TreeDimension tree && matches.FirstOrDefault(m => m.Dimension == tree.Name) is { } found
            ? tree with
            {
                Matched = found.Found,
            }
            : dimension;
}

/// <summary>How the names in a column were found among the members of a dimension that it is like.</summary>
/// <param name="Dimension">Its name.</param>
/// <param name="Found">Keys by name.</param>
/// <param name="Lost">Names that no member was found for, or several, with their rows.</param>
/// <param name="RowsFound">Rows whose name was found.</param>
/// <param name="RowsLost">The others, those without a name among them.</param>
public sealed record NameMatches(
    string Dimension,
    IReadOnlyDictionary<string, string> Found,
    IReadOnlyList<(string Name, long Rows, bool IsAmbiguous)> Lost,
    long RowsFound,
    long RowsLost
)
{
    /// <summary>Members that were found.</summary>
    public int MembersFound => Found.Values.Distinct().Count();

    internal static NameMatches Read(AnalyticsSession session, SemanticModel model, TreeDimension tree)
    {
        var field = new Field(tree, null);
        var index = new MemberReader(session, model with { Dimensions = [tree with { IsNamed = false }] }).Tree(field).Aliases;
        var column = SqlText.Identifier(tree.Column);
        using var names = ResultTable.Read(
            session.Run($"{ModelSql.With(model, [])} SELECT CAST({column} AS VARCHAR), count(*) FROM {ModelSql.Rows} GROUP BY 1 ORDER BY 1")
        );
        var found = new Dictionary<string, string>();
        var lost = new List<(string, long, bool)>();
        long rowsFound = 0,
            rowsLost = 0;
        for (var row = 0; row < names.RowCount; row++)
        {
            var (name, rows) = (names.Text(row, 0), (long)names.Number(row, 1)!.Value);
            var match = name is null ? null : index.Find(name);
            if (match is AliasMatch.One one)
                found[name!] = one.Member.Key;
            else
                lost.Add((name ?? "", rows, match is AliasMatch.Several));
            rowsFound += match is AliasMatch.One ? rows : 0;
            rowsLost += match is AliasMatch.One ? 0 : rows;
        }

        return new NameMatches(tree.Name, found, lost, rowsFound, rowsLost);
    }
}
