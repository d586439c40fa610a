namespace Analytics.Charts;

/// <summary>
/// What a reader needs in order to judge the picture: caveats, coverage, notes, numbered sources, the fixed sentence.
/// Each part has its word in a column of its own; long parts wrap.
/// </summary>
internal sealed class FooterLayout
{
    /// <summary>Sources above which they are not told one by one, where they do not fit columns.</summary>
    private const int MostSourceLines = 6;

    private readonly ChartSpec _spec;
    private readonly IReadOnlyList<ChartSource> _sources;
    private readonly Sizes _sizes;
    private readonly double _size;
    private readonly double _width;
    private readonly Palette _palette;
    private readonly ChartWords _words;
    private readonly double _lead;

    /// <summary>The caveats that do not stand under the headline.</summary>
    private readonly IReadOnlyList<string> _caveats;

    /// <summary>The chart's notes, and the annotations that are not written at their marks.</summary>
    private readonly IReadOnlyList<string> _notes;

    private FooterLayout(ChartSpec spec, IReadOnlyList<ChartMark> shown, Sizes sizes, double width)
    {
        (_spec, _sources, _sizes, _size, _width) = (spec, SourceList.Of(spec, shown), sizes, sizes.Foot, width);
        _palette = Palette.For(spec.Style);
        _words = ChartWords.For(spec.Language);
        _caveats = [.. spec.Caveats.Skip(spec.CaveatsAbove)];
        _notes =
        [
            .. spec.Notes,
            .. spec
                .Annotations.Where(a => a.Place != NotePlace.Beside)
                .Select(a => $"{a.Sign}{(a.Number > 0 ? " " : "")}{a.At}{_words.Colon}{a.Text}"),
        ];
        _lead =
            new[] { _words.Caveats, _words.Notes, _words.Lead(_spec), _words.Coverage }.Max(w => ChartFonts.Width(w, _size, bold: true))
            + _size * 0.9;
    }

    /// <summary>The footer with everything in it.</summary>
    /// <param name="spec">The chart.</param>
    /// <param name="sizes">Its sizes.</param>
    /// <param name="width">Width of the footer.</param>
    /// <param name="shortSources">Whether sources are told by county and date alone.</param>
    public static Block Whole(ChartSpec spec, Sizes sizes, double width, bool shortSources) =>
        new FooterLayout(spec, spec.Marks, sizes, width).Arrange(int.MaxValue, shortSources, null);

    /// <summary>
    /// The footer of the first of very many rows, cut down to a height by shortening sources, then by leaving out remarks, saying how
    /// many. What the rows shown cite is never left out.
    /// </summary>
    /// <param name="spec">The whole chart.</param>
    /// <param name="shown">The marks that are drawn.</param>
    /// <param name="sizes">Its sizes.</param>
    /// <param name="width">Width of the footer.</param>
    /// <param name="height">The height that it should keep to.</param>
    /// <param name="rowsLeftOut">A sentence about rows that had no room, which is never left out.</param>
    public static Block Limited(
        ChartSpec spec,
        IReadOnlyList<ChartMark> shown,
        Sizes sizes,
        double width,
        double height,
        string rowsLeftOut
    )
    {
        var footer = new FooterLayout(spec, shown, sizes, width);
        var remarks = footer._caveats.Count + footer._notes.Count;
        var block = footer.Arrange(remarks, shortSources: false, rowsLeftOut);
        for (var kept = remarks; kept >= 0 && block.Height > height; kept--)
            block = footer.Arrange(kept, shortSources: true, rowsLeftOut);
        return block;
    }

    private Block Arrange(int remarks, bool shortSources, string? rowsLeftOut)
    {
        var stack = new TextStack(_size * 0.6);
        var caveats = _caveats.Take(remarks).ToList();
        var notes = _notes.Take(Math.Max(0, remarks - caveats.Count)).ToList();
        var dropped = _caveats.Count + _notes.Count - caveats.Count - notes.Count;
        if (rowsLeftOut is not null)
            notes.Insert(0, rowsLeftOut);
        notes.AddRange(ChartRemarks.Of(_spec));
        if (dropped > 0)
            notes.Add(_words.RemarksLeftOut(dropped));
        Part(stack, _words.Caveats, Lined(caveats), _palette.Doubt, _palette.Ink);
        Part(stack, _words.Coverage, _spec.Coverage.Length > 0 ? [_spec.Coverage] : [], _palette.Soft, _palette.Soft);
        Part(stack, _words.Notes, Lined(notes), _palette.Soft, _palette.Soft);
        Sources(stack, shortSources);
        stack.Skip(_size * 0.5);
        var version = _spec.DataVersion.Length == 0 ? "" : $" · {_words.Version}{_words.Colon}{_spec.DataVersion}";
        stack.Add(LineBreaker.Break(_spec.Disclaimer + version, _size, bold: false, _width), _size, _palette.Soft);
        return new Block(
            stack.Bottom,
            [new LineItem([new(0, 0), new(_width, 0)], _palette.Grid, Math.Max(1, _sizes.Stroke * 0.7)), .. stack.Items]
        );
    }

    /// <summary>
    /// Sources one a line, in columns where each fits one line of a column, by date where they are many, or short and run on.
    /// </summary>
    private void Sources(TextStack stack, bool isShort)
    {
        if (_sources.Count == 0)
        {
            Part(
                stack,
                _words.Lead(_spec),
                _spec.Origins is FigureOrigins.Own or FigureOrigins.Catalogue || _spec.NotTraced is not null ? [] : [_words.NoSourceKnown],
                _palette.Soft,
                _palette.Soft
            );
            return;
        }
        var lines = SourceList.Whole(_sources, _spec.Language);
        var widest = lines.Max(t => ChartFonts.Width(t, _size));
        var abreast = lines.Count > 3 ? (int)((_width - _lead + ColumnGap) / (widest + ColumnGap)) : 1;
        if (isShort)
        {
            Part(
                stack,
                _words.Lead(_spec),
                [_words.TitlesLeftOut + string.Join(_words.Stop + _words.Space, SourceList.Short(_sources, _spec.Language))],
                _palette.Soft,
                _palette.Soft
            );
        }
        else if (abreast > 1)
        {
            Columns(
                Led(stack, _words.Lead(_spec), _palette.Soft),
                lines,
                (lines.Count + abreast - 1) / abreast,
                widest + ColumnGap,
                _palette.Soft
            );
        }
        else if (lines.Count > MostSourceLines)
        {
            Part(stack, _words.Lead(_spec), SourceList.ByDate(_sources, _spec.Language), _palette.Soft, _palette.Soft);
        }
        else
        {
            Part(stack, _words.Lead(_spec), Lined(lines), _palette.Soft, _palette.Soft);
        }
    }

    /// <summary>A word, and texts beside it.</summary>
    private void Part(TextStack stack, string word, IReadOnlyList<string> texts, string leadColor, string color)
    {
        if (texts.Count == 0)
            return;
        Led(stack, word, leadColor);
        foreach (var text in texts)
            Line(stack, text, _lead, color);
    }

    private TextStack Led(TextStack stack, string word, string color)
    {
        stack.Skip(_size * 0.3);
        var lead = new TextStack(stack.Bottom);
        lead.Add([word], _size, color, bold: true);
        stack.Take(lead);
        return stack;
    }

    /// <summary>One a line where they are few and there is room, else run on.</summary>
    private IReadOnlyList<string> Lined(IReadOnlyList<string> texts) =>
        texts.Count < 2 || _sizes.Density > 0.9 && texts.Count <= 4 ? texts : [RunOn(texts)];

    private string RunOn(IReadOnlyList<string> texts) =>
        string.Join(_words.Semicolon, texts.Select((t, i) => i < texts.Count - 1 ? t.TrimEnd('。', '.', '；', ';') : t));

    private double ColumnGap => _size * 2;

    private void Line(TextStack stack, string text, double x, string color)
    {
        stack.Add(LineBreaker.Break(text, _size, bold: false, _width - x, balanced: false), _size, color, x: x);
        stack.Skip(_size * 0.28);
    }

    /// <summary>Reads down the first column, then down the next.</summary>
    private void Columns(TextStack stack, IReadOnlyList<string> texts, int rows, double pitch, string color)
    {
        var top = stack.Bottom;
        foreach (var (column, part) in texts.Chunk(rows).Index())
        {
            var lines = new TextStack(top);
            foreach (var text in part)
                Line(lines, text, _lead + column * pitch, color);
            if (column == 0)
                stack.Skip(lines.Bottom - top);
            stack.Take(lines);
        }
    }
}
