using Analytics.Charts;

namespace Analytics.Benchmarks;

/// <summary>A synthetic scatter of many points: two figures that go together, the same on every run.</summary>
internal static class Cloud
{
    public static ChartSpec Of(int points)
    {
        var random = new Random(7);
        return new ChartSpec
        {
            Kind = ChartKind.Scatter,
            Title = "十万个合成点",
            Subtitle = "合成数据，单位：人",
            Marks = [.. Enumerable.Range(0, points).Select(i => Mark(random, i))],
            Unit = new ChartUnit("人"),
            XTitle = "甲（人）",
            YTitle = "乙（人）",
        };
    }

    private static ChartMark Mark(Random random, int i)
    {
        var x = random.NextDouble() * 1000;
        return new ChartMark($"点{i}", x * 0.6 + (random.NextDouble() + random.NextDouble() - 1) * 300 + 400) { X = x };
    }
}
