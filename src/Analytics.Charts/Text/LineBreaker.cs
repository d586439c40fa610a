using System.Text;

namespace Analytics.Charts;

/// <summary>
/// Breaks text into lines of a given width. Chinese breaks between any two characters, except that closing marks do not
/// begin a line and opening marks do not end one (a small part of UAX #14 and of CLREQ's rules); Latin breaks at spaces;
/// a word or number that is wider than a line is broken anywhere rather than cut off.
/// </summary>
internal static class LineBreaker
{
    private const string NoStart = "，。；：？！、）》」』】”’…％%,.;:?!)]}";
    private const string NoEnd = "（《「『【“‘([{≥≤约近";

    /// <summary>Lines of at most <paramref name="width"/>; equally long where the number of lines allows it. Empty text has no lines.</summary>
    public static IReadOnlyList<string> Break(string text, double size, bool bold, double width, bool balanced = true)
    {
        var pieces = Pieces(text, size, bold);
        var lines = Fill(pieces, width);
        if (!balanced || lines.Count < 2) return lines;
        var (low, high) = (width / 2, width);
        for (var i = 0; i < 12; i++)
        {
            var middle = (low + high) / 2;
            if (Fill(pieces, middle).Count > lines.Count) low = middle;
            else high = middle;
        }
        return Fill(pieces, high);
    }

    /// <summary>At most <paramref name="count"/> lines; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Break(string text, double size, bool bold, double width, int count)
    {
        var lines = Break(text, size, bold, width);
        if (lines.Count <= count) return lines;
        lines = Break(text, size, bold, width, balanced: false);
        return [.. lines.Take(count - 1), Ellipsis(lines[count - 1], size, bold, width)];
    }

    private static string Ellipsis(string line, double size, bool bold, double width)
    {
        var runes = line.EnumerateRunes().ToList();
        while (runes.Count > 0 && ChartFonts.Width(string.Concat(runes) + "…", size, bold) > width) runes.RemoveAt(runes.Count - 1);
        return string.Concat(runes) + "…";
    }

    private static List<string> Fill(List<Piece> pieces, double width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0.0;
        foreach (var piece in pieces.SelectMany(p => p.Visible <= width ? [p] : p.Characters()))
        {
            if (line.Length > 0 && used + piece.Visible > width)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                used = 0;
            }
            line.Append(piece.Text);
            used += piece.Width;
        }
        if (line.Length > 0) lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    /// <summary>Characters that stay together, with the space after them; measured once, as lines are filled many times.</summary>
    private sealed class Piece(string text, double size, bool bold)
    {
        private IReadOnlyList<Piece>? _characters;

        public string Text => text;
        public double Width { get; } = ChartFonts.Width(text, size, bold);

        /// <summary>Width without the space after it, which may hang over the end of a line.</summary>
        public double Visible { get; } = ChartFonts.Width(text.TrimEnd(), size, bold);

        /// <summary>What a piece that is wider than a line falls apart into.</summary>
        public IReadOnlyList<Piece> Characters() => _characters ??= [.. text.EnumerateRunes().Select(r => new Piece(r.ToString(), size, bold))];
    }

    private static List<Piece> Pieces(string text, double size, bool bold)
    {
        var pieces = new List<Piece>();
        var piece = new StringBuilder();
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is { } b && MayBreak(b, rune))
            {
                pieces.Add(new Piece(piece.ToString(), size, bold));
                piece.Clear();
            }
            piece.Append(rune.ToString());
            before = rune;
        }
        if (piece.Length > 0) pieces.Add(new Piece(piece.ToString(), size, bold));
        return pieces;
    }

    private static bool MayBreak(Rune before, Rune after)
    {
        if (Rune.IsWhiteSpace(after) || Contains(NoStart, after) || Contains(NoEnd, before)) return false;
        if (Rune.IsWhiteSpace(before)) return true;
        return IsWide(before) || IsWide(after) || before.Value is '-' or '/' or '–';
    }

    private static bool Contains(string set, Rune rune) => rune.IsBmp && set.Contains((char)rune.Value);

    /// <summary>Characters that break like ideographs: CJK blocks, their punctuation and full-width forms.</summary>
    private static bool IsWide(Rune rune) => rune.Value is >= 0x2E80 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFF60 or >= 0x20000 and <= 0x3FFFF;
}
