using Analytics.Charts;

namespace Analytics.Tui.Charts;

/// <summary>What a chart was made of: its kind and the names of its columns, as chosen or as their types suggested.</summary>
sealed record ChartParts(ChartKind Kind, string? X, string Y, string? Series);

/// <summary>What the user chose for a chart; what is null is left to the query or to the types of the columns. <see cref="Results.OpenResult"/> holds x and y, which the grid can choose too.</summary>
/// <param name="Kind">A name of <see cref="ChartKindName"/>.</param>
/// <param name="Series">The column; empty for none at all.</param>
/// <param name="LiftsGuards">Whether what misleads is drawn all the same, and says so.</param>
/// <param name="Step">From the kind drawn now to the next that fits (1) or the one before (-1); 0 to keep it.</param>
sealed record ChartChoice(string? Kind, string? Series, bool LiftsGuards, int Step)
{
    public static readonly ChartChoice None = new(null, null, false, 0);

    /// <summary>The headline; null leaves that of the query.</summary>
    public string? Title { get; init; }

    /// <summary>Named values to hold the marks against; null leaves those of the query.</summary>
    public IReadOnlyList<ChartReference>? References { get; init; }
}

/// <summary>The chart of a result: asked for, there, or impossible for a reason.</summary>
/// <param name="Top">First line shown.</param>
sealed record ChartState(int Request, ChartSpec? Spec, string? Failure, int Top)
{
    /// <summary>What it was made of; null until it was drawn once.</summary>
    public ChartParts? Parts { get; init; }

    /// <summary>Whether it must be made anew, because a choice has changed; until then the old one is shown.</summary>
    public bool IsStale { get; init; }
}
