using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>A column by which the rows of two results may belong together.</summary>
/// <param name="Name">As the first result writes it.</param>
/// <param name="IsUnique">Whether it tells the rows of both apart by itself; null where that was not counted.</param>
/// <param name="IsProposed">Whether it is one of the columns that are best taken as keys.</param>
public sealed record KeyCandidate(string Name, bool? IsUnique, bool IsProposed);

/// <summary>
/// Finds the keys of a comparison: a column that looks like an id and is unique in both; else any unique one; else as few columns as
/// are unique together; fractions last. Of results too large to count, the names alone decide.
/// </summary>
internal sealed class KeyProposal(DuckDbConnection connection, KeptResult before, KeptResult after, CancellationToken cancellation)
{
    /// <summary>Rows of both together up to which uniqueness is counted: a second at most.</summary>
    private const long MostCounted = 2_000_000;

    private const int MostTogether = 12;

    private readonly string[] _shared = [.. before.ColumnNames.Where(name => after.IndexOf(name) >= 0)];

    public IReadOnlyList<KeyCandidate> Read()
    {
        var isCounted = before.Rows + after.Rows <= MostCounted;
        var unique = isCounted ? _shared.Where(name => AreUnique([name])).ToArray() : [];
        var proposed = Proposed(unique, isCounted);
        return [.. _shared.Select(name => new KeyCandidate(name, isCounted ? unique.Contains(name) : null, proposed.Contains(name)))];
    }

    private string[] Proposed(string[] unique, bool isCounted)
    {
        if (unique.Where(name => !IsMeasure(name)).OrderByDescending(LooksLikeId).FirstOrDefault() is { } best)
            return [best];
        if (isCounted && Together() is { Length: > 0 } together)
            return together;
        if (unique.Length > 0)
            return [unique[0]];
        return _shared.Where(LooksLikeId).DefaultIfEmpty(_shared.FirstOrDefault()).OfType<string>().Take(1).ToArray();
    }

    /// <summary>Columns that are unique together, without those that are not needed for it; none if nothing is.</summary>
    private string[] Together()
    {
        var columns = _shared.Where(name => !IsMeasure(name)).Take(MostTogether).ToList();
        if (columns.Count == 0 || !AreUnique(columns))
            return [];
        foreach (var name in columns.ToArray().OrderBy(LooksLikeId).ThenByDescending(n => Array.IndexOf(_shared, n)))
        {
            if (columns.Count > 1 && AreUnique([.. columns.Where(n => n != name)]))
                columns.Remove(name);
        }

        return [.. columns];
    }

    private bool AreUnique(IReadOnlyList<string> columns) => IsUnique(before, columns) && IsUnique(after, columns);

    private bool IsUnique(KeptResult side, IReadOnlyList<string> columns)
    {
        var list = string.Join(", ", columns.Select(SqlText.Identifier));
        var missing = string.Join(" OR ", columns.Select(c => $"{SqlText.Identifier(c)} IS NULL"));
        var sql =
            $"SELECT count(*) = (SELECT count(*) FROM (SELECT DISTINCT {list} FROM "
            + $"{side.Table})) AND NOT coalesce(bool_or({missing}), false) FROM {side.Table}";
        using var answer = ResultTable.Read(RunningQuery.Start(connection, sql, ParameterValues.None, cancellation));
        return (bool)answer.Value(0, 0)!;
    }

    /// <summary>Fractions measure something; they seldom tell rows apart on purpose.</summary>
    private bool IsMeasure(string name) =>
        before.Columns[before.IndexOf(name)].Type.Id is DuckDbTypeId.Float or DuckDbTypeId.Double or DuckDbTypeId.Decimal;

    private static bool LooksLikeId(string name) =>
        name.Equals("id", StringComparison.OrdinalIgnoreCase)
        || name.Equals("key", StringComparison.OrdinalIgnoreCase)
        || new[] { "_id", "_key", "_code", "编号", "代码" }.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
