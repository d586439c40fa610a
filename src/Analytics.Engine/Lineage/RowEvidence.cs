using System.Globalization;

namespace Analytics.Engine.Lineage;

/// <summary>What is known of the evidence of a row or cell.</summary>
public enum EvidenceState
{
    /// <summary>It stands on these observations.</summary>
    Observations,

    /// <summary>It stands on no observation: a count of nothing, a constant, the empty side of a join, rows of the user's.</summary>
    None,

    /// <summary>Nobody can say, or not all of it; <see cref="RowEvidence.Reason"/> tells why. The ids are then some of them.</summary>
    NotTraced,
}

/// <summary>A row of the user's that a result stands on.</summary>
/// <param name="Relation">Name of the opened file, or of the table of an attached database.</param>
/// <param name="Row">1-based, in the order of the file.</param>
public sealed record OwnRow(string Relation, long Row);

/// <summary>What a row or cell of a result stands on. Immutable.</summary>
/// <param name="State">Whether it is known.</param>
/// <param name="ObservationIds">Each once, in ordinal order.</param>
/// <param name="OwnRows">Rows of the user's files, by file and number.</param>
/// <param name="Deciders">Observations that only decided that the row is there (IN, EXISTS, thresholds, frames); asked for apart.</param>
/// <param name="Reason">Why it is not traced; else null.</param>
public sealed record RowEvidence(
    EvidenceState State,
    IReadOnlyList<string> ObservationIds,
    IReadOnlyList<OwnRow> OwnRows,
    IReadOnlyList<string> Deciders,
    NotTraced? Reason
)
{
    /// <summary>Of a row whose evidence could not be had.</summary>
    public static RowEvidence Untold(Localized why) => Unknown(new NotTraced("failed", why));

    /// <summary>Of a row that stands on no figure.</summary>
    internal static RowEvidence Nothing { get; } = Read([]);

    internal static RowEvidence Unknown(NotTraced reason) => new(EvidenceState.NotTraced, [], [], [], reason);

    /// <summary>Reads what a hidden column holds.</summary>
    internal static RowEvidence Read(IEnumerable<string> tokens)
    {
        var ids = new HashSet<string>();
        var deciders = new HashSet<string>();
        var rows = new HashSet<OwnRow>();
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            if (token.StartsWith(EvidenceToken.Untraced))
            {
                unknown.Add(token[1..]);
            }
            else if (token.StartsWith(EvidenceToken.OwnRow))
            {
                rows.Add(Own(token));
            }
            else if (!token.StartsWith(EvidenceToken.Decider))
            {
                ids.Add(token);
            }
            else if (
                !token.StartsWith(EvidenceToken.Decider + EvidenceToken.OwnRow)
                && !token.StartsWith(EvidenceToken.Decider + EvidenceToken.Untraced)
            )
            {
                deciders.Add(token[1..]);
            }
        }

        deciders.ExceptWith(ids);
        var reason = unknown.Count > 0 ? OfTables(unknown) : null;
        var state =
            reason is not null ? EvidenceState.NotTraced
            : ids.Count > 0 ? EvidenceState.Observations
            : EvidenceState.None;
        var own = rows.OrderBy(r => r.Relation, StringComparer.Ordinal).ThenBy(r => r.Row);
        return new(state, InOrder(ids), [.. own], InOrder(deciders), reason);
    }

    /// <summary>Sorted once at the end: a group may stand on a hundred thousand.</summary>
    private static string[] InOrder(HashSet<string> ids)
    {
        var list = ids.ToArray();
        Array.Sort(list, StringComparer.Ordinal);
        return list;
    }

    /// <summary>The same of a hidden column in SQL: the ids, NULL where not all is traced, and the rows of the user's.</summary>
    internal static (string Ids, string OwnRows) Sql(string column)
    {
        var list = $"list_sort(list_distinct(coalesce({column}, CAST([] AS VARCHAR[]))))";
        return (
            $"CASE WHEN NOT list_has_any(list_transform({list}, lambda x : x[1]), ['{EvidenceToken.Untraced}']) THEN "
                + $"list_filter({list}, lambda x : x[1] NOT IN ('{EvidenceToken.Decider}', '{EvidenceToken.OwnRow}')) END",
            $"list_transform(list_filter({list}, lambda x : x[1] = '{EvidenceToken.OwnRow}'), lambda x : x[2:])"
        );
    }

    private static OwnRow Own(string token)
    {
        var colon = token.LastIndexOf(':');
        return new(token[1..colon], long.Parse(token.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }

    private static NotTraced OfTables(IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        return new(
            "table",
            new(
                $"{list} 是本次会话中建的（或改过的），其行从何而来不可知",
                $"nobody can say where the rows of {list} come from: made, or changed, in this session"
            )
        );
    }
}
