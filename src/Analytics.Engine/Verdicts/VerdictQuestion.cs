namespace Analytics.Engine.Verdicts;

/// <summary>
/// A question to the figures: those that are measured and fit all that is given. Restated figures are left out, as elsewhere.
/// </summary>
public sealed record VerdictQuestion
{
    public string? Theme { get; init; }
    public string? Property { get; init; }
    public string? IndicatorId { get; init; }
    public string? PopulationId { get; init; }

    /// <summary>The level of places; figures of narrower ones are named apart.</summary>
    public string? Level { get; init; }

    /// <summary>Counties by id; null for all.</summary>
    public IReadOnlyList<string>? Counties { get; init; }
}
