using Analytics.DuckDb;

namespace Analytics.Engine.Workspaces;

/// <summary>What a column of a kept result holds, counted over all rows; nothing is estimated.</summary>
/// <param name="Column">Name and type of the column.</param>
/// <param name="Rows">All rows.</param>
/// <param name="Missing">Rows with NULL.</param>
/// <param name="Distinct">Different values, NULL not counted.</param>
/// <param name="Min">Canonical text of the smallest value in the engine's order; null without values.</param>
/// <param name="Max">Likewise of the largest.</param>
/// <param name="Mean">Of numbers; null for other types and without values.</param>
/// <param name="Quantiles">Of numbers and dates; else empty.</param>
/// <param name="Histogram">Bars of equal width from the smallest to the largest finite number or date; else empty.</param>
/// <param name="Frequent">The most frequent values, NULL among them, most frequent first.</param>
/// <param name="Sql">SQL over the result that gives these figures, histogram and frequent values left out.</param>
public sealed record ColumnStatistics(
    ResultColumn Column,
    long Rows,
    long Missing,
    long Distinct,
    string? Min,
    string? Max,
    double? Mean,
    IReadOnlyList<Quantile> Quantiles,
    IReadOnlyList<HistogramBar> Histogram,
    IReadOnlyList<ValueCount> Frequent,
    string Sql
);

/// <summary>A value below which a share of the values lies.</summary>
/// <param name="Share">Between 0 and 1; 0.5 is the median.</param>
/// <param name="Value">Text: for numbers interpolated between neighbours, as <c>quantile_cont</c> does; for dates a value that
/// occurs.</param>
public sealed record Quantile(double Share, string Value);

/// <summary>A bar of a histogram.</summary>
/// <param name="From">Lower end, included; text of a number or date.</param>
/// <param name="To">Upper end; included only in the last bar.</param>
/// <param name="Rows">How many rows have a value within these ends.</param>
public sealed record HistogramBar(string From, string To, long Rows);

/// <summary>How often a value occurs.</summary>
/// <param name="Value">Canonical text; null for NULL.</param>
/// <param name="Rows">How many rows have it; at least 1.</param>
public sealed record ValueCount(string? Value, long Rows);
