namespace Analytics.Charts;

/// <summary>What was wrong with a chart.</summary>
public enum ChartProblem
{
    /// <summary>There are no rows, or none has a figure.</summary>
    NoFigures,

    /// <summary>A figure cannot be drawn: not finite, or its ends are the wrong way round.</summary>
    BadFigure,

    /// <summary>An option is outside what is allowed.</summary>
    BadOption,

    /// <summary>The canvas has no room for what must be on it.</summary>
    TooSmall,

    /// <summary>The native picture library is missing or failed.</summary>
    Native,
}

/// <summary>A chart that cannot be drawn. The message says what, where, and how to mend it.</summary>
public sealed class ChartException(ChartProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of thing was wrong.</summary>
    public ChartProblem Problem { get; } = problem;

    /// <summary>The message in Chinese.</summary>
    public required string Zh { get; init; }
}
