using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Shared;

/// <summary>A source file as lines to read: numbered, the quote marked, other articles dim.</summary>
internal static class ArticleView
{
    /// <summary>The screen lines, and the first of those that hold the quote (0 where it was not found).</summary>
    public static (IReadOnlyList<StyledLine> Lines, int Quote) Lines(ArticleText article, int width, AmbiguousWidth ambiguous)
    {
        var gutter = article.Lines.Count.ToString().Length + 1;
        var lines = new List<StyledLine>();
        var quote = -1;
        for (var number = 0; number < article.Lines.Count; number++)
        {
            var marks = article.Marks.Where(m => m.Line == number).ToArray();
            if (marks.Length > 0 && quote < 0)
                quote = lines.Count;
            lines.AddRange(Numbered(article, number, marks, gutter, width, ambiguous));
        }
        return (lines, Math.Max(0, quote));
    }

    private static IEnumerable<StyledLine> Numbered(
        ArticleText article,
        int number,
        ArticleMark[] marks,
        int gutter,
        int width,
        AmbiguousWidth ambiguous
    )
    {
        var style = article.OwnLines.Count == 0 || article.OwnLines.Contains(number) ? Theme.Plain : Theme.Dim;
        var text = new StyledLine(article.Lines[number], style, [.. marks.Select(m => new StyledSpan(m.Start, m.Length, Theme.Figure))]);
        var first = true;
        foreach (var line in text.Wrap(Math.Max(8, width - gutter - 1), ambiguous))
        {
            var label = (first ? (number + 1).ToString() : "").PadLeft(gutter - 1) + " ";
            first = false;
            yield return line with
            {
                Text = label + line.Text,
                Spans = [new(0, label.Length, Theme.Dim), .. line.Spans.Select(s => s with { Start = s.Start + label.Length })],
            };
        }
    }
}
