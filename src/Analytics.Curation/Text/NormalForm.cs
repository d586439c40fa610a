using System.Text;

namespace Analytics.Curation;

/// <summary>
/// The form in which quotes are compared: white space deleted, U+FF01–U+FF5E mapped to ASCII, nothing else. Layout and the two
/// typographies of the pages vanish; digits and words never do. Every character knows where it stands in the raw text.
/// </summary>
internal sealed class NormalForm
{
    private readonly int[] _raw;

    private NormalForm(string text, int[] raw)
    {
        Text = text;
        _raw = raw;
    }

    public string Text { get; }

    /// <summary>UTF-16 offset in the raw text of a character of <see cref="Text"/>.</summary>
    public int Raw(int position) => _raw[position];

    /// <summary>The normal form of a text by itself, without a way back.</summary>
    public static string Of(string text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                form.Append(Fold(c));
        }

        return form.ToString();
    }

    /// <summary>The normal form of some ranges of a text, one after another.</summary>
    public static NormalForm Of(string text, IEnumerable<(int Start, int End)> ranges)
    {
        var form = new StringBuilder();
        var raw = new List<int>();
        foreach (var (start, end) in ranges)
        {
            for (var i = start; i < end; i++)
            {
                if (char.IsWhiteSpace(text[i]))
                    continue;
                form.Append(Fold(text[i]));
                raw.Add(i);
            }
        }

        return new NormalForm(form.ToString(), [.. raw]);
    }

    private static char Fold(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
