namespace Analytics.Charts;

/// <summary>
/// What stands at the end of a mark: the figure (bold), a word of doubt, the numbers of its sources, remarks. What is too long for
/// one line wraps. A patch of ground lies behind it, so that grid lines do not cross the letters.
/// </summary>
internal sealed class ValueLabel
{
    private sealed record Run(string Text, double Size, string Color, bool Bold, double X)
    {
        public double Width => ChartFonts.Width(Text, Size, Bold);
    }

    private readonly List<List<Run>> _lines;
    private readonly List<double> _baselines;
    private readonly double _size;
    private readonly MarkPresence _presence;
    private readonly Palette _palette;

    /// <param name="mark">The row.</param>
    /// <param name="spec">The chart.</param>
    /// <param name="size">Type size of the figure.</param>
    /// <param name="maxWidth">Width at which lines break.</param>
    /// <param name="notes">Remarks on the mark; null for none.</param>
    public ValueLabel(ChartMark mark, ChartSpec spec, double size, double maxWidth, MarkNotes? notes = null)
    {
        (_size, _presence) = (size, mark.Presence);
        _palette = Palette.For(spec.Style);
        var width = Math.Max(size * 3, maxWidth);
        var reading = ChartDescription.Reading(mark, spec);
        _lines =
            _presence == MarkPresence.Figure
                ? Figure(reading, ChartDescription.Doubt(mark, spec.Language), SourceNumbers(mark.Sources), width)
                : Missing(reading, width);
        AddNotes(notes ?? MarkNotes.None, width);
        Width = _lines.Max(line => line[^1].X + line[^1].Width);
        _baselines = Baselines();
        Height = _baselines[^1] + TextMetrics.Drop * SizeOf(_lines[^1]);
    }

    public bool Wraps => _lines.Count > 1;

    public double Width { get; }

    public double Height { get; }

    /// <summary>What the label covers with its left edge at <paramref name="x"/>, centred on <paramref name="y"/>.</summary>
    public Box BoxAt(double x, double y) => new(x, y - Height / 2, Width, Height);

    /// <summary>The label with its left edge at <paramref name="x"/>, centred on <paramref name="y"/>.</summary>
    public IEnumerable<SceneItem> Items(double x, double y)
    {
        var top = y - Height / 2;
        yield return new RectItem(new Box(x - _size * 0.1, top, Width + _size * 0.2, Height), _palette.Ground);
        if (_presence != MarkPresence.Figure)
        {
            foreach (
                var item in MarkShapes.Missing(
                    _presence,
                    x,
                    _lines.Count == 1 ? y : top + (TextMetrics.Rise + TextMetrics.Drop) * SizeOf(_lines[0]) / 2,
                    _size,
                    _palette
                )
            )
            {
                yield return item;
            }
        }

        for (var i = 0; i < _lines.Count; i++)
        {
            foreach (var run in _lines[i])
                yield return new TextItem(run.Text, new Spot(x + run.X, top + _baselines[i]), run.Size, run.Color) { Bold = run.Bold };
        }
    }

    /// <summary>Numbers of sources in one pair of brackets, three or more in a row joined: [1–3, 7].</summary>
    public static string SourceNumbers(IReadOnlyList<int> numbers)
    {
        if (numbers.Count == 0)
            return "";
        var runs = new List<(int From, int To)>();
        foreach (var number in numbers.Order().Distinct())
        {
            if (runs.Count > 0 && runs[^1].To == number - 1)
                runs[^1] = (runs[^1].From, number);
            else
                runs.Add((number, number));
        }

        var texts = runs.Select(r =>
            r.From == r.To ? $"{r.From}"
            : r.To == r.From + 1 ? $"{r.From}, {r.To}"
            : $"{r.From}–{r.To}"
        );
        return $"[{string.Join(", ", texts)}]";
    }

    private double TailSize => Math.Max(Sizes.Legible * 0.9, _size * 0.68);

    private List<List<Run>> Missing(string words, double width) =>
        Lines(words, Math.Max(Sizes.Legible, _size * 0.86), _palette.Soft, bold: false, MarkShapes.MissingWidth(_size), width);

    private static List<List<Run>> Lines(string text, double size, string color, bool bold, double x, double width) =>
        [.. LineBreaker.Break(text, size, bold, width - x).Select(line => new List<Run> { new(line, size, color, bold, x) })];

    private static double SizeOf(List<Run> line) => line.Max(r => r.Size);

    /// <summary>Each line as far below the one before as their sizes ask.</summary>
    private List<double> Baselines()
    {
        var baselines = new List<double> { TextMetrics.Rise * SizeOf(_lines[0]) };
        foreach (var (above, line) in _lines.Zip(_lines.Skip(1)))
            baselines.Add(baselines[^1] + (TextMetrics.Leading - TextMetrics.Rise) * SizeOf(above) + TextMetrics.Rise * SizeOf(line));
        return baselines;
    }

    /// <summary>
    /// Numbers of remarks follow like those of sources; a remark of a word stands beside, a longer one below in lines of its own.
    /// </summary>
    private void AddNotes(MarkNotes notes, double width)
    {
        if (notes.Signs.Length > 0)
            Follow(_lines, new Run(notes.Signs, TailSize, _palette.Soft, Bold: false, 0), width);
        var size = Math.Max(Sizes.Legible, _size * 0.7);
        var column = Math.Min(width, Math.Max(size * 10, width * 0.68));
        foreach (var text in notes.Texts)
        {
            var last = _lines[^1][^1];
            var beside = new Run(text, size, _palette.Ink, Bold: false, last.X + last.Width + size * 0.7);
            if (beside.Width <= size * 6 && beside.X + beside.Width <= width)
                _lines[^1].Add(beside);
            else
                _lines.AddRange(Lines(text, size, _palette.Ink, bold: false, 0, column));
        }
    }

    /// <summary>
    /// The figure, then doubt and sources beside its last line: where they do not fit there, a narrower figure leaves them room, so that
    /// no number of a source stands alone.
    /// </summary>
    private List<List<Run>> Figure(string reading, string doubt, string sources, double width)
    {
        Run[] both = [new(doubt, TailSize, _palette.Doubt, Bold: true, 0), new(sources, TailSize, _palette.Soft, Bold: false, 0)];
        var tail = both.Where(r => r.Text.Length > 0).ToList();
        var needed = tail.Sum(t => t.Width + TailSize * 0.4);
        var lines = Lines(reading, _size, _palette.Ink, bold: true, 0, width);
        if (lines[^1][0].Width + needed > width && width - needed > _size * 3)
        {
            var narrower = Lines(reading, _size, _palette.Ink, bold: true, 0, width - needed);
            if (narrower.Count <= lines.Count + 1 && !LineBreaker.SplitsWord([.. narrower.Select(l => l[0].Text)], reading))
                lines = narrower;
        }
        foreach (var run in tail)
            Follow(lines, run, width);
        return lines;
    }

    /// <summary>Adds what follows the last line, or stands below it where it does not fit beside.</summary>
    private static void Follow(List<List<Run>> lines, Run run, double width)
    {
        var last = lines[^1][^1];
        var beside = run with { X = last.X + last.Width + run.Size * 0.4 };
        if (beside.X + beside.Width <= width)
            lines[^1].Add(beside);
        else
            lines.AddRange(Lines(run.Text, run.Size, run.Color, run.Bold, 0, width));
    }
}
