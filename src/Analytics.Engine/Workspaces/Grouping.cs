namespace Analytics.Engine.Workspaces;

/// <summary>What is worked out of a column for each group.</summary>
public enum GroupMeasure
{
    /// <summary>The sum of its values; NULL where a group has none.</summary>
    Sum,

    /// <summary>The mean of its values; NULL where a group has none.</summary>
    Mean,
}

/// <summary>A column of numbers and what is worked out of it.</summary>
/// <param name="Column">Index of the column.</param>
/// <param name="Measure">What is worked out.</param>
public sealed record MeasuredColumn(int Column, GroupMeasure Measure);

/// <summary>
/// How the rows of a result become groups. Whether figures add up is not judged here; the caveats of the new result say it.
/// </summary>
/// <param name="By">Columns of whose values each combination is a row; none for one row of all.</param>
/// <param name="Measures">Worked out for each group, beside the count of its rows.</param>
/// <param name="Across">A column whose values become columns, each with the measures (without any, the count); null for none.</param>
public sealed record Grouping(IReadOnlyList<int> By, IReadOnlyList<MeasuredColumn> Measures, int? Across = null)
{
    /// <summary>Values that can become columns at most.</summary>
    public const int MostAcross = 60;
}
