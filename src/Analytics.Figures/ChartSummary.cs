using Analytics.Charts;
using Analytics.Engine.Results;

namespace Analytics.Figures;

/// <summary>Which rows of very many stand for all of them, in kinds that summarise.</summary>
/// <param name="Rows">Indexes of the result, in its order.</param>
/// <param name="Figures">Of a histogram what each row counts for: a value, and how many figures its interval has; null elsewhere.</param>
/// <param name="Note">What the picture says of it; null where every row is drawn.</param>
internal sealed record ChartSummary(IReadOnlyList<int> Rows, IReadOnlyList<(double Value, int Weight)>? Figures, Localized? Note)
{
    /// <summary>Rows that are drawn one by one.</summary>
    private const int Most = 2_000;

    /// <summary>Rows of a histogram that are kept one by one, with what each stands on.</summary>
    private const int MostCounted = 100_000;

    /// <param name="table">The result.</param>
    /// <param name="columns">What is drawn of it.</param>
    public static ChartSummary Of(ResultTable table, ChartColumns columns) =>
        columns.Kind == ChartKind.Line && table.RowCount > Most ? Stretches(table, columns)
        : columns.Kind == ChartKind.Histogram && table.RowCount > MostCounted && columns.Panels is null ? Intervals(table, columns.Y)
        : new([.. Enumerable.Range(0, (int)table.RowCount)], null, null);

    /// <summary>Of each short stretch of a line the least and the greatest: its outline is that of all points.</summary>
    private static ChartSummary Stretches(ResultTable table, ChartColumns columns)
    {
        var runs = Enumerable
            .Range(0, (int)table.RowCount)
            .Where(row => table.Number(row, columns.Y) is not null)
            .GroupBy(row => (Text(columns.Series, row), Text(columns.Panels, row)))
            .Select(g => g.ToList())
            .ToList();
        var stretches = Math.Max(10, Most / 2 / Math.Max(1, runs.Count));
        int[] rows = [.. runs.SelectMany(run => Outline(table, columns, run, stretches)).Order()];
        var all = runs.Sum(r => r.Count);
        return new(
            rows,
            null,
            rows.Length == all
                ? null
                : new(
                    $"共{all}个点，画成{rows.Length}个：每一小段只取最小和最大",
                    $"{all} points drawn as {rows.Length}: of each short stretch the least and the greatest"
                )
        );

        string? Text(int? column, int row) => column is { } index ? table.Text(row, index) : null;
    }

    private static IEnumerable<int> Outline(ResultTable table, ChartColumns columns, List<int> run, int stretches)
    {
        if (run.Count <= 2 * stretches)
            return run;
        var places = run.ConvertAll(row => columns.Position(row) ?? row);
        var (low, high) = (places.Min(), places.Max());
        return run.Zip(places)
            .GroupBy(p => high > low ? Math.Min(stretches - 1, (int)((p.Second - low) / (high - low) * stretches)) : 0)
            .SelectMany(g => new[] { g.MinBy(p => table.Number(p.First, columns.Y)), g.MaxBy(p => table.Number(p.First, columns.Y)) })
            .Select(p => p.First)
            .Distinct();
    }

    /// <summary>The figures counted by interval; a figure that is no finite number stands for itself, to be refused by name.</summary>
    private static ChartSummary Intervals(ResultTable table, int y)
    {
        var values = new List<double>((int)table.RowCount);
        for (var row = 0; row < table.RowCount; row++)
        {
            if (table.Number(row, y) is not { } value)
                continue;
            if (!double.IsFinite(value))
                return new([row], null, null);
            values.Add(value);
        }

        if (values.Count == 0)
            return new([0], null, null);
        var figures = ChartFacts.Summed(values);
        return new(
            [.. figures.Select(_ => 0)],
            figures,
            new($"共{values.Count}个数，按区间清点", $"{values.Count} {Plural.Of(values.Count, "figure")}, counted by interval")
        );
    }
}
