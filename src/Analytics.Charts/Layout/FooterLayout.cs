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
    private readonly Sizes _sizes;
    private readonly double _width;
    private readonly Palette _palette;
    private readonly ChartWords _words;
    private readonly double _lead;

    /// <summary>The chart's notes, and the annotations that are not written at their marks.</summary>
    private readonly IReadOnlyList<string> _notes;

    private FooterLayout(ChartSpec spec, Sizes sizes, double width)
    {
        (_spec, _sizes, _width) = (spec, sizes, width);
        _palette = Palette.For(spec.Style);
        _words = ChartWords.For(spec.Language);
        _notes = [.. spec.Notes, .. spec.Annotations.Where(a => a.Place != NotePlace.Beside).Select(a => $"{a.Sign}{(a.Number > 0 ? " " : "")}{a.At}{_words.Colon}{a.Text}")];
        _lead = new[] { _words.Caveats, _words.Notes, _words.Sources, _words.Coverage }.Max(w => ChartFonts.Width(w, sizes.Small, bold: true)) + sizes.Small * 0.9;
    }

    /// <summary>The footer with everything in it.</summary>
    public static Block Whole(ChartSpec spec, Sizes sizes, double width) =>
        new FooterLayout(spec, sizes, width).Arrange(spec.Sources.Count, int.MaxValue, null);

    /// <summary>The footer cut down to a height by leaving out sources, then remarks, each time saying how many.</summary>
    /// <param name="rowsLeftOut">A sentence about rows that had no room, which is never left out.</param>
    public static Block Limited(ChartSpec spec, Sizes sizes, double width, double height, string? rowsLeftOut)
    {
        var footer = new FooterLayout(spec, sizes, width);
        var remarks = spec.Caveats.Count + footer._notes.Count;
        var block = footer.Arrange(spec.Sources.Count, remarks, rowsLeftOut);
        for (var sources = spec.Sources.Count - 1; sources >= 0 && block.Height > height; sources--)
            block = footer.Arrange(sources, remarks, rowsLeftOut);
        for (var kept = remarks - 1; kept >= 0 && block.Height > height; kept--)
            block = footer.Arrange(0, kept, rowsLeftOut);
        return block;
    }

    private Block Arrange(int sources, int remarks, string? rowsLeftOut)
    {
        var stack = new TextStack(_sizes.Small * 0.6);
        var caveats = _spec.Caveats.Take(remarks).ToList();
        var notes = _notes.Take(Math.Max(0, remarks - caveats.Count)).ToList();
        var dropped = _spec.Caveats.Count + _notes.Count - caveats.Count - notes.Count;
        if (rowsLeftOut is not null) notes.Insert(0, rowsLeftOut);
        notes.AddRange(ChartRemarks.Of(_spec));
        if (dropped > 0) notes.Add(_words.RemarksLeftOut(dropped));
        Part(stack, _words.Caveats, caveats, _palette.Doubt, _palette.Ink);
        Part(stack, _words.Coverage, _spec.Coverage.Length > 0 ? [_spec.Coverage] : [], _palette.Soft, _palette.Soft);
        Part(stack, _words.Notes, notes, _palette.Soft, _palette.Soft);
        Part(stack, _words.Sources, SourceLines(sources), _palette.Soft, _palette.Soft, columns: true, crowded: () => Grouped(sources));
        stack.Skip(_sizes.Small * 0.5);
        var version = _spec.DataVersion.Length == 0 ? "" : $" · {_words.Version}{_words.Colon}{_spec.DataVersion}";
        stack.Add(LineBreaker.Break(_spec.Disclaimer + version, _sizes.Small, bold: false, _width), _sizes.Small, _palette.Soft);
        return new Block(stack.Bottom, [new LineItem([new(0, 0), new(_width, 0)], _palette.Grid, Math.Max(1, _sizes.Stroke * 0.7)), .. stack.Items]);
    }

    private List<string> SourceLines(int count)
    {
        if (_spec.Sources.Count == 0) return _spec.IsOwnData ? [] : [_spec.LacksObservations ? _words.NoObservations : _words.NoSourceKnown];
        var lines = _spec.Sources.Take(count).Select(s => ChartDescription.Source(s, _spec.Language)).ToList();
        if (count < _spec.Sources.Count) lines.Add(_words.SourcesLeftOut(_spec.Sources.Count - count));
        return lines;
    }

    /// <summary>Many sources by what is known of their date, so that it is said once.</summary>
    private List<string> Grouped(int count)
    {
        var groups = _spec.Sources.Take(count).GroupBy(s => s.DateBasis).Select(g => (g.Key.Length > 0 ? g.Key + _words.Colon : "") + RunOn([.. g.Select(s => ChartDescription.Source(s with { DateBasis = "" }, _spec.Language))], numbered: true)).ToList();
        if (count < _spec.Sources.Count) groups.Add(_words.SourcesLeftOut(_spec.Sources.Count - count));
        return groups;
    }

    /// <summary>A word and its texts: one a line while there is room, in columns where that is allowed and each fits one line, else run on.</summary>
    private void Part(TextStack stack, string word, List<string> texts, string leadColor, string color, bool columns = false, Func<List<string>>? crowded = null)
    {
        if (texts.Count == 0) return;
        stack.Skip(_sizes.Small * 0.3);
        var lead = new TextStack(stack.Bottom);
        lead.Add([word], _sizes.Small, leadColor, bold: true);
        stack.Take(lead);
        var widest = texts.Max(t => ChartFonts.Width(t, _sizes.Small));
        var abreast = columns && texts.Count > 3 ? (int)((_width - _lead + ColumnGap) / (widest + ColumnGap)) : 1;
        if (abreast > 1) Columns(stack, texts, (texts.Count + abreast - 1) / abreast, widest + ColumnGap, color);
        else if (crowded is not null && texts.Count > MostSourceLines) foreach (var group in crowded()) Line(stack, group, _lead, color);
        else foreach (var text in _sizes.Density > 0.9 && texts.Count <= 4 ? texts : [RunOn(texts, columns)]) Line(stack, text, _lead, color);
    }

    /// <summary>Sources begin with their number; remarks need a mark between them.</summary>
    private string RunOn(List<string> texts, bool numbered) =>
        numbered ? string.Join(' ', texts) : string.Join(_words.Semicolon, texts.Select((t, i) => i < texts.Count - 1 ? t.TrimEnd('。', '.', '；', ';') : t));

    private double ColumnGap => _sizes.Small * 2;

    private void Line(TextStack stack, string text, double x, string color)
    {
        stack.Add(LineBreaker.Break(text, _sizes.Small, bold: false, _width - x, balanced: false), _sizes.Small, color, x: x);
        stack.Skip(_sizes.Small * 0.28);
    }

    /// <summary>Reads down the first column, then down the next.</summary>
    private void Columns(TextStack stack, List<string> texts, int rows, double pitch, string color)
    {
        var top = stack.Bottom;
        foreach (var (column, part) in texts.Chunk(rows).Index())
        {
            var lines = new TextStack(top);
            foreach (var text in part) Line(lines, text, _lead + column * pitch, color);
            if (column == 0) stack.Skip(lines.Bottom - top);
            stack.Take(lines);
        }
    }
}
