using Analytics.Charts;

namespace Analytics.Tui.Charts;

/// <summary>The chart of a result: asked for, there, or impossible for a reason.</summary>
/// <param name="Top">First line shown.</param>
sealed record ChartState(int Request, ChartSpec? Spec, string? Failure, int Top);
