using Analytics.Engine.Workspaces;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Results;

/// <summary>Windows about a result, as lines.</summary>
internal static class RecordLines
{
    private const int BarWidth = 30;

    /// <summary>The cursor's row, one field a line; columns that the grid hides are among them.</summary>
    public static IReadOnlyList<StyledLine> Of(OpenResult? result, Texts texts)
    {
        if (result is not { Row: { } row } open)
            return [StyledLine.Of(result is null ? texts.NoRows : texts.WhyNoRows(result.Table), Theme.Dim)];
        if (!open.Table.Has(row))
            return [StyledLine.Of(texts.Reading, Theme.Dim)];
        var width = open.Table.Columns.Max(c => CellText.Width(c.Name));
        return
        [
            .. Enumerable
                .Range(0, open.Table.Columns.Count)
                .Select(column =>
                    StyledLine.Of([
                        (CellText.Pad(open.Table.Columns[column].Name, width) + "  ", Theme.Heading),
                        ResultColumns.Text(open, row, column, display: null) is { } text ? (text, Theme.Plain) : ("NULL", Theme.Dim),
                    ])
                ),
        ];
    }

    /// <summary>What a column holds.</summary>
    public static IReadOnlyList<StyledLine> Of(ColumnStatistics statistics, Texts texts)
    {
        var lines = new List<StyledLine>();
        foreach (var (label, value) in Figures(statistics, texts))
            lines.Add(StyledLine.Of([(CellText.Pad(label, 12) + "  ", Theme.Heading), (value, Theme.Plain)]));
        if (statistics.Histogram.Count > 1)
        {
            lines.AddRange([
                StyledLine.Empty,
                StyledLine.Of(texts.Histogram, Theme.Heading),
                .. Bars([.. statistics.Histogram.Select(b => ($"{b.From} – {b.To}", b.Rows))]),
            ]);
        }

        lines.AddRange([
            StyledLine.Empty,
            StyledLine.Of(texts.Frequent, Theme.Heading),
            .. Bars([.. statistics.Frequent.Select(v => (v.Value ?? "NULL", v.Rows))]),
        ]);
        lines.AddRange([StyledLine.Empty, StyledLine.Of(statistics.Sql, Theme.Dim)]);
        return lines;
    }

    private static IEnumerable<(string, string)> Figures(ColumnStatistics s, Texts texts)
    {
        yield return (texts.CountLabel, s.Rows.ToString("N0"));
        yield return (texts.MissingLabel, s.Missing.ToString("N0"));
        yield return (texts.DistinctLabel, s.Distinct.ToString("N0"));
        yield return (texts.MinLabel, s.Min ?? "–");
        yield return (texts.MaxLabel, s.Max ?? "–");
        if (s.Mean is { } mean)
            yield return (texts.MeanLabel, mean.ToString("R"));
        foreach (var quantile in s.Quantiles)
            yield return ($"{quantile.Share * 100:0} %", quantile.Value);
    }

    private static IEnumerable<StyledLine> Bars((string Label, long Rows)[] bars)
    {
        if (bars.Length == 0)
            return [];
        var most = Math.Max(1, bars.Max(b => b.Rows));
        var width = Math.Min(44, bars.Max(b => CellText.Width(b.Label)));
        return bars.Select(b =>
            StyledLine.Of([
                (CellText.Pad(CellText.Truncate(b.Label, width), width) + " ", Theme.Plain),
                (Bar(b.Rows, most), Theme.Bar),
                ($" {b.Rows:N0}", Theme.Dim),
            ])
        );
    }

    private static string Bar(long rows, long most) =>
        new('█', (int)Math.Round((double)rows / most * BarWidth, MidpointRounding.AwayFromZero));
}
