namespace Analytics.Engine.Lineage;

/// <summary>How a column came from those below it; a class, not a proof: a CASE that copies counts as worked out.</summary>
public enum ColumnWay
{
    /// <summary>The values as they stand.</summary>
    Copy,

    /// <summary>The values in another type.</summary>
    Cast,

    /// <summary>An aggregate: <see cref="ColumnOrigin.Functions"/> say which, the outermost first.</summary>
    Aggregate,

    /// <summary>A count of rows.</summary>
    Count,

    /// <summary>A window function.</summary>
    Window,

    /// <summary>One divided by another.</summary>
    Ratio,

    /// <summary>Worked out in another way.</summary>
    Computed,

    /// <summary>From no column at all.</summary>
    Constant,

    /// <summary>One way in some rows and another in others.</summary>
    Mixed,

    /// <summary>The plan does not tell.</summary>
    Unknown,
}

/// <summary>Whose number a column is.</summary>
public enum ColumnOwner
{
    /// <summary>From observations alone.</summary>
    Articles,

    /// <summary>From names, codes and definitions of the product's, no figures.</summary>
    Catalogue,

    /// <summary>From the user's files alone.</summary>
    User,

    /// <summary>From observations and the user's files together, or from one in some rows and the other in others.</summary>
    Both,

    /// <summary>From no column.</summary>
    Nobody,

    /// <summary>From tables that may hold anything.</summary>
    Unknown,
}

/// <summary>A column of a table or view that the statement reads.</summary>
/// <param name="Relation">The name of the table, view or opened file.</param>
/// <param name="Column">As its relation calls it.</param>
/// <param name="Owner">Whose it is.</param>
public sealed record SourceColumn(string Relation, string Column, ColumnOwner Owner)
{
    /// <summary>Whether it holds an observation's value or a bound of it.</summary>
    public bool IsObservationValue => Owner == ColumnOwner.Articles && ProductRelations.IsValue(Relation, Column);

    /// <summary>Whether it holds ids of the product's, or says where in the sources something stands: what programs need, not
    /// readers.</summary>
    public bool IsTechnical => Owner is ColumnOwner.Articles or ColumnOwner.Catalogue && ProductRelations.IsTechnical(Column);

    /// <summary>Whether it holds an observation's figure as text, as printed or made readable.</summary>
    public bool IsPrintedValue => Owner == ColumnOwner.Articles && Column is ("value_printed" or "value_display" or "value_text");
}

/// <summary>Where a column of a result comes from.</summary>
/// <param name="Way">What was done on the way.</param>
/// <param name="Sources">All columns that can flow into it, by relation and name; conditions are not among them.</param>
/// <param name="Functions">Aggregate and window functions on the way, the outermost first.</param>
public sealed record ColumnOrigin(ColumnWay Way, IReadOnlyList<SourceColumn> Sources, IReadOnlyList<string> Functions)
{
    /// <summary>Where the plan does not tell.</summary>
    public static readonly ColumnOrigin Unknown = new(ColumnWay.Unknown, [], []);

    /// <summary>Whether its cells are observations' values as they stand.</summary>
    public bool IsObservationValue => Way == ColumnWay.Copy && Sources.Count > 0 && Sources.All(s => s.IsObservationValue);

    public ColumnOwner Owner
    {
        get
        {
            var owners = Sources.Select(s => s.Owner).ToHashSet();
            return Way == ColumnWay.Unknown || owners.Contains(ColumnOwner.Unknown) ? ColumnOwner.Unknown
                : owners.Contains(ColumnOwner.User)
                    ? owners.Contains(ColumnOwner.Articles) ? ColumnOwner.Both
                        : ColumnOwner.User
                : owners.Contains(ColumnOwner.Articles) ? ColumnOwner.Articles
                : owners.Count > 0 ? ColumnOwner.Catalogue
                : ColumnOwner.Nobody;
        }
    }

    /// <summary>One in some rows, the other in others.</summary>
    internal static ColumnOrigin Either(ColumnOrigin a, ColumnOrigin b) =>
        a.Way == ColumnWay.Constant && b.Way == ColumnWay.Constant ? a
        : a.Way == ColumnWay.Unknown || b.Way == ColumnWay.Unknown ? Unknown
        : new(
            a.Way == b.Way && a.Owner == b.Owner ? a.Way : ColumnWay.Mixed,
            [.. a.Sources.Concat(b.Sources).Distinct()],
            [.. a.Functions.Concat(b.Functions).Distinct()]
        );

    /// <summary>The user's files and tables that it comes from.</summary>
    public IReadOnlyList<string> Files => [.. Sources.Where(s => s.Owner == ColumnOwner.User).Select(s => s.Relation).Distinct()];
}
