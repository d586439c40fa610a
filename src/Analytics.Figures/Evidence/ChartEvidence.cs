using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Figures;

/// <summary>
/// Whose the numbers of a result are, and which observations they stand on: by the lineage of its statement. Where that is not traced, rows
/// may name observations in <c>obs_id</c> or <c>obs_ids</c>, and are believed only where they show the value of one.
/// </summary>
public sealed class ChartEvidence
{
    private readonly EvidenceResult? _result;
    private readonly IReadOnlyList<ColumnOrigin> _origins;
    private readonly IReadOnlyList<string>[] _named;
    private readonly Dictionary<string, string> _files;
    private readonly AnalyticsSession _session;
    private readonly Dictionary<(ColumnOwner, int Column), IReadOnlyList<string>> _ofColumn = [];
    private readonly Dictionary<(ColumnOwner, IReadOnlyList<string> Files), NumberStanding> _without = [];
    private Dictionary<string, Observation> _observations = [];
    private int _column = -1;

    private ChartEvidence(
        AnalyticsSession session,
        ResultTable table,
        EvidenceResult? result,
        IReadOnlyList<ColumnOrigin> origins,
        NotTraced? reason
    )
    {
        _session = session;
        (_result, _origins, Reason) = (result, origins, reason);
        _named = IdsOf(table);
        _files = session.Opened.ToDictionary(f => f.Name, f => Path.GetFileName(f.Path), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why it is not known whose the numbers are; null where it is.</summary>
    public NotTraced? Reason { get; }

    /// <summary>Of a result that was read with its evidence.</summary>
    /// <param name="session">Reads the observations.</param>
    /// <param name="query">The statement.</param>
    /// <param name="result">Its rows; not owned.</param>
    public static ChartEvidence Of(AnalyticsSession session, EvidenceQuery query, EvidenceResult result) =>
        query.Mode == EvidenceMode.WithRows
            ? new(session, result.Table, result, query.Columns, result.Reason)
            : new(session, result.Table, null, query.Columns, query.Refusal ?? TooMany);

    /// <summary>Of rows that were kept with their evidence.</summary>
    /// <param name="session">Reads the observations.</param>
    /// <param name="lineage">What is known of the result.</param>
    /// <param name="rows">Its first rows; not owned.</param>
    public static ChartEvidence Of(AnalyticsSession session, KeptLineage lineage, EvidenceResult rows) =>
        lineage.IsKept
            ? new(session, rows.Table, rows, lineage.Origins, rows.Reason)
            : new(session, rows.Table, null, lineage.Origins, lineage.Reason ?? TooMany);

    /// <summary>Reads the observations that cells of a column stand on; before <see cref="Of(int)"/>.</summary>
    internal ChartEvidence Read(int column, IEnumerable<int> rows)
    {
        _column = column;
        _without.Clear();
        var ids = rows.SelectMany(row => Ids(row).Ids).Distinct().ToArray();
        _observations = Observation.Read(_session, ids).ToDictionary(o => o.Id);
        return this;
    }

    /// <summary>What the number of a row stands on.</summary>
    internal NumberStanding Of(int row)
    {
        var (owner, ids, files) = Ids(row);
        if (ids.Count > 0)
            return Standing(owner, [.. ids.Select(_observations.GetValueOrDefault).OfType<Observation>()], files);
        // Rows without observations are many where there are any, and alike but for whose they are and from which files.
        if (!_without.TryGetValue((owner, files), out var standing))
            _without.Add((owner, files), standing = Standing(owner, [], files));
        return standing;
    }

    private NumberStanding Standing(ColumnOwner owner, IReadOnlyList<Observation> observations, IReadOnlyList<string> files) =>
        new(owner, observations, files)
        {
            IsCopy = Origin.Way is ColumnWay.Copy or ColumnWay.Cast or ColumnWay.Mixed,
            IsMeasure = _result is null || Origin.Way == ColumnWay.Unknown || Origin.Way != ColumnWay.Count && Origin.Sources.Any(IsNumber),
        };

    /// <summary>How the column was worked out from observations' values, as its origin tells; null where that does not.</summary>
    internal ChartDerivation? Declared => DeclaredBy(Origin);

    /// <inheritdoc cref="Declared"/>
    internal static ChartDerivation? DeclaredBy(ColumnOrigin origin) =>
        origin.Way == ColumnWay.Ratio || !origin.Sources.Any(s => s.IsObservationValue) ? null
        : origin.Functions.Any(f => f is "sum" or "fsum" or "sumkahan" or "kahan_sum" or "sum_no_overflow") ? ChartDerivation.Sum
        : origin.Functions.Any(f => f is "avg" or "mean" or "favg") ? ChartDerivation.Mean
        : null;

    /// <summary>Whether a column of the product's holds a number of a text, be it the value itself or one beside it.</summary>
    private static bool IsNumber(SourceColumn source) => source.Owner == ColumnOwner.Articles && source.Column.Contains("value");

    private ColumnOrigin Origin => _column < _origins.Count ? _origins[_column] : ColumnOrigin.Unknown;

    /// <summary>Whose a row's number is, the observations it stands on, those that the row names first, and the user's files.</summary>
    private (ColumnOwner Owner, IReadOnlyList<string> Ids, IReadOnlyList<string> Files) Ids(int row)
    {
        if (_result is null && Origin.Owner is ColumnOwner.Unknown or ColumnOwner.Articles or ColumnOwner.Both)
            return (ColumnOwner.Unknown, _named[row], []);
        var cell = _result?.Cell(row, _column);
        if (cell?.State == EvidenceState.NotTraced)
            return (ColumnOwner.Unknown, _named[row], []);
        var owner = OwnerOf(Origin, cell) ?? Beside;
        var files = FilesOf(owner, owner == ColumnOwner.Articles ? [] : cell?.OwnRows ?? []);
        return owner is not (ColumnOwner.Articles or ColumnOwner.Both)
            ? (owner, [], files)
            : (owner, [.. _named[row].Intersect(cell!.ObservationIds), .. cell.ObservationIds.Except(_named[row])], files);
    }

    /// <summary>The user's files that a number is from; one list for all rows that name none of their own.</summary>
    private IReadOnlyList<string> FilesOf(ColumnOwner owner, IReadOnlyList<OwnRow> rows)
    {
        if (rows.Count == 0 && _ofColumn.TryGetValue((owner, _column), out var known))
            return known;
        var columns = Origin.Sources.Count == 0 && owner == ColumnOwner.User ? _origins.SelectMany(o => o.Files) : Origin.Files;
        string[] files = [.. columns.Concat(rows.Select(r => r.Relation)).Select(name => _files.GetValueOrDefault(name, name)).Distinct()];
        if (rows.Count == 0)
            _ofColumn.Add((owner, _column), files);
        return files;
    }

    /// <summary>Whose the other columns are: of a count of rows that stand on nothing.</summary>
    private ColumnOwner Beside =>
        _origins.Any(o => o.Owner == ColumnOwner.User) ? ColumnOwner.User
        : _origins.Any(o => o.Owner == ColumnOwner.Catalogue) ? ColumnOwner.Catalogue
        : ColumnOwner.Nobody;

    /// <summary>
    /// Counts belong to whose rows they count; where a column is one's in some rows and another's in others, the row decides. Null for a
    /// count of rows that stand on nothing.
    /// </summary>
    private static ColumnOwner? OwnerOf(ColumnOrigin origin, RowEvidence? cell)
    {
        var isCount = origin.Sources.Count == 0 && origin.Functions.Count > 0;
        if (!isCount && origin.Owner != ColumnOwner.Both)
            return origin.Owner;
        return (cell?.ObservationIds.Count > 0, cell?.OwnRows.Count > 0) switch
        {
            (true, true) => ColumnOwner.Both,
            (true, false) => origin.Owner == ColumnOwner.Both && origin.Way != ColumnWay.Mixed ? ColumnOwner.Both : ColumnOwner.Articles,
            (false, true) => ColumnOwner.User,
            _ => isCount ? null : ColumnOwner.User,
        };
    }

    /// <summary>The ids that each row names.</summary>
    private static IReadOnlyList<string>[] IdsOf(ResultTable table)
    {
        var single = table.ColumnIndex("obs_id");
        var list = table.ColumnIndex("obs_ids");
        return [.. Enumerable.Range(0, (int)table.RowCount).Select(row => Named(table, row, single, list))];
    }

    private static IReadOnlyList<string> Named(ResultTable table, int row, int single, int list)
    {
        if (single >= 0 && table.Text(row, single) is { } id)
            return [id];
        return list >= 0 && table.Value(row, list) is IEnumerable<object?> ids ? [.. ids.OfType<string>()] : [];
    }

    private static readonly NotTraced TooMany = new(
        "size",
        new("所读的数字太多，只能逐行查", "so many figures are read that only single rows are traced")
    );
}

/// <summary>Whose a number is and what it stands on.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Observations">What it stands on, where it is the articles' or worked out with them; where nobody knows, what its row
/// names.</param>
/// <param name="Files">The user's files that it is from.</param>
internal sealed record NumberStanding(ColumnOwner Owner, IReadOnlyList<Observation> Observations, IReadOnlyList<string> Files)
{
    /// <summary>Whether its column takes values over as they stand.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Whether its column is made of observations' values; one that counts or locates them measures nothing they say.</summary>
    public bool IsMeasure { get; init; } = true;
}
