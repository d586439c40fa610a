namespace Analytics.Terminal.Text;

public static partial class CellText
{
    // Characters that may not begin a line (closing punctuation and units) or end one (opening punctuation); after JIS X 4051 and CLREQ.
    private const string NeverFirst = "、。，．・：；？！゛゜ヽヾゝゞ々ー）〕］｝〉》」』】〗〙〛”’…‥—～·℃％‰°′″,.:;?!)]}%»›";
    private const string NeverLast = "（〔［｛〈《「『【〖〘〚“‘￥＄＃([{«‹$#";

    /// <summary>
    /// The text in lines of at most <paramref name="cells"/> cells. Line ends in the text (LF, CR LF, CR) stay. Breaks fall at blanks,
    /// after hyphens
    /// and between Chinese characters, but never before closing or after opening punctuation; what is longer than a line is cut.
    /// Blanks at a break are dropped; an empty text is one empty line.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, int cells, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
            new Wrapper(Printable.Of(paragraph), Math.Max(1, cells), ambiguous, lines).Run();
        return lines;
    }

    private static bool IsBlank(string cluster) => cluster is " " or "\u3000";

    private static bool MayBreakBetween(string before, string after, int widthBefore, int widthAfter)
    {
        if (IsBlank(after) || NeverFirst.Contains(after, StringComparison.Ordinal) || NeverLast.Contains(before, StringComparison.Ordinal))
            return false;
        return IsBlank(before) || before == "-" || widthBefore == 2 || widthAfter == 2;
    }

    /// <summary>Fills lines greedily with atoms: stretches without a place to break.</summary>
    private sealed class Wrapper(string text, int cells, AmbiguousWidth ambiguous, List<string> lines)
    {
        private int _lineStart,
            _lineEnd,
            _lineWidth;

        public void Run()
        {
            int atomStart = 0,
                atomWidth = 0,
                previousWidth = 0;
            var previous = "";
            foreach (var cluster in Clusters(text, ambiguous))
            {
                var current = text.Substring(cluster.Start, cluster.Length);
                if (previous.Length > 0 && MayBreakBetween(previous, current, previousWidth, cluster.Width))
                {
                    Place(atomStart, cluster.Start, atomWidth);
                    (atomStart, atomWidth) = (cluster.Start, 0);
                }
                atomWidth += cluster.Width;
                (previous, previousWidth) = (current, cluster.Width);
            }
            Place(atomStart, text.Length, atomWidth);
            var last = text[_lineStart.._lineEnd];
            lines.Add(Width(last, ambiguous) > cells ? last.TrimEnd(' ', '\u3000') : last);
        }

        private void Place(int start, int end, int width)
        {
            var hanging = Width(text[start..end].TrimEnd(' ', '\u3000'), ambiguous);
            if (_lineWidth + hanging > cells && _lineWidth > 0)
                Break(start);
            if (hanging > cells)
                Cut(start, end);
            else
                (_lineEnd, _lineWidth) = (end, _lineWidth + width);
        }

        private void Break(int next)
        {
            lines.Add(text[_lineStart.._lineEnd].TrimEnd(' ', '\u3000'));
            (_lineStart, _lineEnd, _lineWidth) = (next, next, 0);
        }

        private void Cut(int start, int end)
        {
            foreach (var cluster in Clusters(text.AsSpan(start, end - start), ambiguous))
            {
                if (_lineWidth + cluster.Width > cells && _lineWidth > 0)
                    Break(start + cluster.Start);
                _lineEnd = start + cluster.End;
                _lineWidth += cluster.Width;
            }
        }
    }
}
