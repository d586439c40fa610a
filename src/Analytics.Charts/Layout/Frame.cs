namespace Analytics.Charts;

/// <summary>What stands around the marks: headline, key, footer. Knows where the marks may go.</summary>
internal sealed class Frame
{
    private readonly ChartSpec _spec;
    private readonly IReadOnlyList<ChartMark> _shown;
    private readonly ChartSpec _drawn;
    private readonly Sizes _sizes;
    private readonly Palette _palette;
    private readonly Block _header;
    private readonly Block _key;
    private readonly Block _footer;

    /// <param name="spec">The chart.</param>
    /// <param name="shown">The marks that are drawn, which alone the key explains.</param>
    /// <param name="sizes">Its sizes.</param>
    /// <param name="footer">The footer, laid out.</param>
    /// <param name="titleLines">How many lines the headline, and the subtitle, may take before they end in an ellipsis.</param>
    public Frame(ChartSpec spec, IReadOnlyList<ChartMark> shown, Sizes sizes, Block footer, int titleLines)
    {
        (_spec, _shown, _sizes, _footer) = (spec, shown, sizes, footer);
        _palette = Palette.For(spec.Style);
        // What has no room must not be in the key nor stretch the axes.
        _drawn = shown.Count == spec.Marks.Count ? spec : spec with { Marks = shown };
        _header = Header(titleLines);
        _key = KeyLayout.Arrange(_drawn, sizes, InnerWidth(spec, sizes));
    }

    public static double InnerWidth(ChartSpec spec, Sizes sizes) => spec.Width - 2 * sizes.Margin;

    /// <summary>The room left for the marks; its height may be negative.</summary>
    public BodyRoom Room() => new(_drawn, _shown, _sizes, InnerWidth(_spec, _sizes), FooterTop - _sizes.Gap - BodyTop);

    /// <summary>The whole scene.</summary>
    public ChartScene Compose(Body body, int rowsLeftOut) =>
        new()
        {
            Width = _spec.Width,
            Height = _spec.Height,
            Background = _palette.Ground,
            Title = _spec.Title,
            Description = ChartDescription.Write(_spec),
            Language = _spec.Language == Language.Zh ? "zh-Hans" : "en",
            RowsLeftOut = rowsLeftOut,
            StripePeriod = Math.Max(6, _sizes.Base * 0.34),
            Items =
            [
                .. _header.At(_sizes.Margin, Top),
                .. _key.At(_sizes.Margin, KeyTop),
                .. body.Block.At(_sizes.Margin, BodyTop),
                .. _footer.At(_sizes.Margin, FooterTop),
            ],
        };

    private double Top => _sizes.Margin * 0.8;
    private double KeyTop => Top + _header.Height + _sizes.Gap * 1.1;
    private double BodyTop => _key.Height == 0 ? KeyTop : KeyTop + _key.Height + _sizes.Gap * 0.9;
    private double FooterTop => _spec.Height - _sizes.Margin * 0.7 - _footer.Height;

    /// <summary>A short rule in the data colour, the headline, the subtitle, and what decides how both are to be read.</summary>
    private Block Header(int lineCount)
    {
        var width = InnerWidth(_spec, _sizes);
        var rule = Math.Max(3, _sizes.Base * 0.2);
        var lines = new TextStack(rule + _sizes.Title * 0.42);
        lines.Add(LineBreaker.Break(_spec.Title, _sizes.Title, bold: true, width, lineCount), _sizes.Title, _palette.Ink, bold: true);
        if (AxisNumbers.Of(_drawn).Subtitle is { Length: > 0 } subtitle)
        {
            lines.Skip(_sizes.Subtitle * 0.5);
            lines.Add(LineBreaker.Break(subtitle, _sizes.Subtitle, bold: false, width, lineCount), _sizes.Subtitle, _palette.Soft);
        }
        if (_spec.Verdict.Length > 0)
        {
            lines.Skip(_sizes.Subtitle * 0.4);
            lines.Add(Verdict(width, lineCount), _sizes.Subtitle, _palette.Ink);
        }
        foreach (var caution in _spec.Caveats.Take(_spec.CaveatsAbove))
        {
            lines.Skip(_sizes.Subtitle * 0.4);
            var text = ChartWords.For(_spec.Language).Caveats + ChartWords.For(_spec.Language).Colon + caution;
            lines.Add(LineBreaker.Break(text, _sizes.Subtitle, bold: false, width, lineCount), _sizes.Subtitle, _palette.Doubt);
        }
        return new Block(lines.Bottom, [new RectItem(new Box(0, 0, _sizes.Base * 2.4, rule), _palette.Data), .. lines.Items]);
    }

    /// <summary>The verdict in few words where it would be cut otherwise.</summary>
    private IReadOnlyList<string> Verdict(double width, int lineCount)
    {
        var whole = LineBreaker.Break(_spec.Verdict, _sizes.Subtitle, bold: false, width);
        return whole.Count <= lineCount || _spec.BriefVerdict.Length == 0
            ? LineBreaker.Break(_spec.Verdict, _sizes.Subtitle, bold: false, width, lineCount)
            : LineBreaker.Break(_spec.BriefVerdict, _sizes.Subtitle, bold: false, width, lineCount);
    }
}

/// <summary>Lines of text one under the other, at the left edge unless told otherwise.</summary>
internal sealed class TextStack(double top)
{
    /// <summary>The empty part of a closing mark's square, which hangs over a right edge so that letters line up.</summary>
    private const double HangingShare = 0.4;

    private readonly List<SceneItem> _items = [];

    public IReadOnlyList<SceneItem> Items => _items;

    public double Bottom { get; private set; } = top;

    public void Skip(double distance) => Bottom += distance;

    /// <summary>Adds the lines of another stack, which stand beside these.</summary>
    public void Take(TextStack other) => _items.AddRange(other._items);

    public void Add(
        IReadOnlyList<string> lines,
        double size,
        string color,
        bool bold = false,
        double x = 0,
        TextAnchor anchor = TextAnchor.Start
    )
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var baseline = Bottom + TextMetrics.Rise * size + i * TextMetrics.Leading * size;
            var hang = anchor == TextAnchor.End && lines[i][^1] is ('）' or '”' or '》') ? size * HangingShare : 0;
            _items.Add(new TextItem(lines[i], new Spot(x + hang, baseline), size, color) { Bold = bold, Anchor = anchor });
        }
        Bottom += TextMetrics.Height(lines.Count, size);
    }
}
