namespace Analytics.Charts;

/// <summary>
/// What stands at the end of a mark: the figure (bold), a word of doubt, the numbers of its sources. Long figures wrap;
/// doubt and sources follow the last line.
/// </summary>
internal sealed class ValueLabel
{
    private readonly IReadOnlyList<string> _lines;
    private readonly string _doubt;
    private readonly string _sources;
    private readonly double _size;
    private readonly bool _missing;
    private readonly MarkPresence _presence;
    private readonly Palette _palette;

    public ValueLabel(ChartMark mark, ChartSpec spec, double size, double maxWidth)
    {
        (_size, _presence) = (size, mark.Presence);
        _missing = mark.Presence != MarkPresence.Figure;
        _palette = Palette.For(spec.Style);
        _doubt = _missing ? "" : ChartDescription.Doubt(mark, spec.Language);
        _sources = _missing ? "" : string.Concat(mark.Sources.Select(n => $"[{n}]"));
        _lines = LineBreaker.Break(ChartDescription.Reading(mark, spec), TextSize, !_missing, Math.Max(size * 3, maxWidth));
        Width = Math.Max(Lead + _lines.Max(LineWidth), Lead + LineWidth(_lines[^1]) + TailWidth);
        Height = TextMetrics.Height(_lines.Count, TextSize);
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The label with its left edge at <paramref name="x"/>, centred on <paramref name="y"/>.</summary>
    public IEnumerable<SceneItem> Items(double x, double y)
    {
        if (_missing)
            foreach (var item in MarkShapes.Missing(_presence, x, y, _size, _palette)) yield return item;
        var baseline = y - Height / 2 + TextMetrics.Rise * TextSize;
        foreach (var line in _lines)
        {
            yield return Text(line, x + Lead, baseline, TextSize, _missing ? _palette.Soft : _palette.Ink, bold: !_missing);
            baseline += TextMetrics.Leading * TextSize;
        }
        baseline -= TextMetrics.Leading * TextSize;
        var end = x + Lead + LineWidth(_lines[^1]);
        if (_doubt.Length > 0) yield return Text(_doubt, end + TailSize * 0.4, baseline, TailSize, _palette.Doubt, bold: true);
        if (_sources.Length > 0) yield return Text(_sources, end + DoubtWidth + TailSize * 0.4, baseline, TailSize, _palette.Soft, bold: false);
    }

    private double TextSize => _missing ? Math.Max(Sizes.Legible, _size * 0.86) : _size;
    private double TailSize => Math.Max(Sizes.Legible * 0.9, _size * 0.68);
    private double Lead => _missing ? MarkShapes.MissingWidth(_size) : 0;
    private double TailWidth => DoubtWidth + (_sources.Length > 0 ? TailSize * 0.4 + ChartFonts.Width(_sources, TailSize) : 0);
    private double DoubtWidth => _doubt.Length > 0 ? TailSize * 0.4 + ChartFonts.Width(_doubt, TailSize, bold: true) : 0;

    private double LineWidth(string line) => ChartFonts.Width(line, TextSize, !_missing);

    private TextItem Text(string text, double x, double baseline, double size, string color, bool bold) =>
        new(text, new Spot(x, baseline), size, color) { Bold = bold, Halo = _palette.Ground };
}
