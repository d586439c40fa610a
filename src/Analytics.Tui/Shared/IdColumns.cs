namespace Analytics.Tui.Shared;

/// <summary>Where ids, and places in the sources, stand in the grid where a statement takes all columns there are.</summary>
internal enum IdColumns
{
    /// <summary>After what there is to read.</summary>
    Last,

    /// <summary>Where the table has them.</summary>
    Written,
}
