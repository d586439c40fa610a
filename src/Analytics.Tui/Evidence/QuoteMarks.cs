using Analytics.Figures;
using Analytics.Terminal.Cells;

namespace Analytics.Tui.Evidence;

/// <summary>Finds quote and figure in a sentence, by the normal form of the build: white space left out, full-width ASCII folded.</summary>
internal static class QuoteMarks
{
    /// <summary>The quote underlined, the figure within it in its own colour; nothing where they cannot be found.</summary>
    public static IReadOnlyList<StyledSpan> Of(Observation observation)
    {
        var sentence = Folded.Of(observation.Sentence);
        // A quote of several parts is found part by part only in the article; here its beginning is enough to find the figure.
        var quote = sentence.Find(observation.Quote, 0, observation.Sentence.Length);
        var (from, to) = quote is { } found ? (found.Start, found.End) : (0, observation.Sentence.Length);
        var figure = sentence.FindNumber(observation.ValueText, from, to);
        var spans = new List<StyledSpan>();
        if (quote is { } stretch)
            spans.Add(stretch with { Style = Theme.Quote });
        if (figure is { } number)
            spans.Add(number with { Style = Theme.Figure });
        return spans;
    }

    /// <summary>A text in normal form, and where each of its characters stood.</summary>
    private sealed record Folded(string Text, int[] Origins, int Length)
    {
        public static Folded Of(string text)
        {
            var kept = Enumerable.Range(0, text.Length).Where(i => !char.IsWhiteSpace(text[i])).ToArray();
            return new Folded(string.Concat(kept.Select(i => Fold(text[i]))), kept, text.Length);
        }

        /// <summary>The first place of a text between two offsets of the original.</summary>
        public StyledSpan? Find(string text, int from, int to)
        {
            var wanted = Of(text).Text;
            var start = Array.FindIndex(Origins, o => o >= from);
            var at = wanted.Length == 0 || start < 0 ? -1 : Text.IndexOf(wanted, start, StringComparison.Ordinal);
            return at < 0 || Stretch(at, wanted.Length) is var found && found.End > to ? null : found;
        }

        /// <summary>The first place of a number that is not part of a longer one.</summary>
        public StyledSpan? FindNumber(string text, int from, int to)
        {
            var wanted = Of(text).Text;
            for (var at = from; wanted.Length > 0 && Find(text, at, to) is { } found; at = found.Start + 1)
            {
                var folded = Array.IndexOf(Origins, found.Start);
                if (!IsDigit(folded - 1, wanted[0]) && !IsDigit(folded + wanted.Length, wanted[^1]))
                    return found;
            }
            return null;
        }

        private bool IsDigit(int index, char edge) =>
            char.IsAsciiDigit(edge) && index >= 0 && index < Text.Length && char.IsAsciiDigit(Text[index]);

        private StyledSpan Stretch(int at, int length) => new(Origins[at], Origins[at + length - 1] + 1 - Origins[at], default);

        private static char Fold(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
    }
}
