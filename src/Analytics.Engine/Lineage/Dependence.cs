namespace Analytics.Engine.Lineage;

/// <summary>How rows of a result depend on rows that they do not stand on.</summary>
public enum DependenceKind
{
    /// <summary>A subquery in a condition (IN, EXISTS, a threshold) or a SEMI JOIN decided which rows there are.</summary>
    Decided,

    /// <summary>The row is there because something is not: NOT IN, NOT EXISTS, EXCEPT, ANTI JOIN, <c>&gt; ALL</c>.</summary>
    Absence,

    /// <summary>A window function computed over other rows as well.</summary>
    Frame,

    /// <summary>A place among others: rank, row_number, ntile ….</summary>
    Rank,

    /// <summary>LIMIT or OFFSET: others come before or after.</summary>
    Limit,

    /// <summary>DISTINCT ON or QUALIFY, or a value such as that of any_value without an order: chosen among others.</summary>
    Chosen,

    /// <summary>A sample or a random number: another run may give other rows.</summary>
    Chance,

    /// <summary>A positional join: rows stand together because of their numbers.</summary>
    Position,
}

/// <summary>A dependence on other rows, with the function that it comes from.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Function">In lower case; null where none is.</param>
public sealed record Dependence(DependenceKind Kind, string? Function = null)
{
    /// <summary>In words.</summary>
    public Localized Text =>
        Kind switch
        {
            DependenceKind.Decided => new("有子查询决定取哪些行", "a subquery decided which rows there are"),
            DependenceKind.Absence => new("因别处没有而在此", "the row is here because something else is not"),
            DependenceKind.Frame => new($"{Function} 还算入了别的行", $"{Function} counts other rows as well"),
            DependenceKind.Rank => new($"{Function}：在其他行中的名次", $"{Function}: a place among other rows"),
            DependenceKind.Limit => new("只取一部分行（LIMIT）", "only some of the rows (LIMIT)"),
            DependenceKind.Chosen => new("从多行中选出", "chosen among several rows"),
            DependenceKind.Chance => new("含随机，重跑会不同", "by chance: another run gives others"),
            _ => new("按行号对齐", "joined by the numbers of rows"),
        };
}
