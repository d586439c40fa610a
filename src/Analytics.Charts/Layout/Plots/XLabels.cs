namespace Analytics.Charts;

/// <summary>The labels below a plot: of categories, or of round numbers.</summary>
internal static class XLabels
{
    private const int MostLines = 3,
        MostLinesOfFew = 6,
        Few = 8;

    /// <summary>Labels up to this length are not wrapped.</summary>
    private const int Short = 6;

    /// <summary>
    /// Every label, or every second, third, … where there is no room; each wrapped to the distance between those shown. Positions ascend.
    /// </summary>
    public static Block Of(IReadOnlyList<(double X, string Text)> places, Sizes sizes, Palette palette, double width)
    {
        for (var every = 1; ; every++)
        {
            var shown = places.Where((_, i) => i % every == 0).ToList();
            var last = shown.Count < 2 || every >= places.Count;
            var pitch = last ? width : shown.Zip(shown.Skip(1), (a, b) => b.X - a.X).Min() - sizes.Small * 0.7;
            if (pitch < sizes.Small * 2 && !last)
                continue;
            var broken = shown
                .Select(p => LineBreaker.Break(p.Text, sizes.Small, bold: false, Math.Min(width, Math.Max(pitch, sizes.Small * 2))))
                .ToList();
            // Latin words broken in the middle are worse than fewer labels.
            if (
                !last
                && broken
                    .Zip(shown)
                    .Any(b =>
                        b.First.Count > (places.Count <= Few ? MostLinesOfFew : MostLines)
                        || b.First.Count > 1 && b.Second.Text.Length <= Short
                        || LineBreaker.SplitsWord(b.First, b.Second.Text)
                    )
            )
            {
                continue;
            }

            return Arranged([.. shown.Zip(broken, (p, lines) => (p.X, lines))], sizes, palette, width);
        }
    }

    /// <summary>Round numbers along a scale.</summary>
    public static Block OfNumbers(AxisScale scale, Sizes sizes, Palette palette, double width, Language language)
    {
        var span = scale.High - scale.Low;
        var largest = Math.Max(Math.Abs(scale.High), Math.Abs(scale.Low));
        var widest = new[] { scale.High, scale.Low, span / 7 }.Max(v =>
            ChartFonts.Width(NumberText.Tick(v == 0 ? 0 : Math.Sign(v) * Ticks.Step(Math.Abs(v)), largest, language), sizes.Small)
        );
        var pixels = Math.Max(scale.To - scale.From, 1);
        var ticks =
            span <= 0
                ? [scale.Low]
                : Ticks.Between(scale.Low, scale.High, Ticks.Step(Math.Max(span * (widest + sizes.Small * 1.5) / pixels, span / 10)));
        largest = ticks.Count > 0 ? ticks.Max(Math.Abs) : largest;
        return Of([.. ticks.Select(t => (scale.At(t), NumberText.Tick(t, largest, language)))], sizes, palette, width);
    }

    private static Block Arranged(IReadOnlyList<(double X, IReadOnlyList<string> Lines)> labels, Sizes sizes, Palette palette, double width)
    {
        var items = new List<SceneItem>();
        var (bottom, edge) = (0.0, double.MinValue);
        foreach (var (x, lines) in labels.Where(l => l.Lines.Count > 0))
        {
            var half = lines.Max(l => ChartFonts.Width(l, sizes.Small)) / 2;
            var middle = Math.Clamp(x, Math.Min(half, width / 2), Math.Max(width - half, width / 2));
            if (middle - half < edge)
                continue;
            edge = middle + half + sizes.Small * 0.3;
            var stack = new TextStack(sizes.Small * 0.65);
            foreach (var line in lines)
            {
                stack.Add([line], sizes.Small, palette.Soft, x: middle, anchor: TextAnchor.Middle);
                stack.Skip((TextMetrics.Leading - TextMetrics.Rise - TextMetrics.Drop) * sizes.Small);
            }
            items.AddRange(stack.Items);
            bottom = Math.Max(bottom, stack.Bottom);
        }
        return new Block(bottom, items);
    }
}
