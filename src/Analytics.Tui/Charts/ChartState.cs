using Analytics.Charts;
using Analytics.Figures;

namespace Analytics.Tui.Charts;

/// <summary>What a chart was made of: its kind and the names of its columns, as chosen or as their types suggested.</summary>
internal sealed record ChartParts(ChartKind Kind, string? X, string Y, string? Series);

/// <summary>What the user chose for a chart.</summary>
/// <param name="Change">What is changed of the query's chart.</param>
/// <param name="Step">From the kind drawn now to the next that fits (1) or the one before (-1); 0 to keep it.</param>
internal sealed record ChartChoice(ChartChange Change, int Step)
{
    public static readonly ChartChoice None = new(ChartChange.None, 0);

    /// <summary>Language of the chart; null for that of the interface.</summary>
    public Language? Language { get; init; }
}

/// <summary>The chart of a result: asked for, there, or impossible for a reason.</summary>
/// <param name="Request">Number of the request that was last made for it; answers to others are dropped.</param>
/// <param name="Spec">What to draw; null until it is there, and where it is impossible.</param>
/// <param name="Failure">Why there is none; null while there may be one.</param>
/// <param name="Top">First line shown.</param>
internal sealed record ChartState(int Request, ChartSpec? Spec, string? Failure, int Top)
{
    /// <summary>What it was made of; null until it was drawn once.</summary>
    public ChartParts? Parts { get; init; }

    /// <summary>What batch is to be asked for the same rows; null where batch cannot have them.</summary>
    public BatchRequest? Source { get; init; }

    /// <summary>Annotations that stand at one of its marks.</summary>
    public IReadOnlyList<ChartAnnotation> Placed { get; init; } = [];

    /// <summary>Annotations that have no mark in it; they are kept for a chart that has.</summary>
    public IReadOnlyList<ChartAnnotation> Lost { get; init; } = [];

    /// <summary>Whether it must be made anew, because a choice has changed; until then the old one is shown.</summary>
    public bool IsStale { get; init; }
}
