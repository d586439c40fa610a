using System.Text;

namespace Analytics.Charts;

/// <summary>Makes the texts of a spec fit for setting in one typeface.</summary>
internal static class SpecText
{
    /// <summary>
    /// White space and control characters become single spaces. In English, curly quotes around Latin text become straight: the bundled
    /// font draws them as wide as a Chinese character.
    /// </summary>
    public static ChartSpec Clean(ChartSpec spec)
    {
        return spec with
        {
            Title = One(spec.Title),
            Subtitle = One(spec.Subtitle),
            Coverage = One(spec.Coverage),
            XTitle = One(spec.XTitle),
            YTitle = One(spec.YTitle),
            DataVersion = One(spec.DataVersion),
            References = [.. spec.References.Select(r => r with { Label = One(r.Label) })],
            Annotations = [.. spec.Annotations.Select(a => new ChartAnnotation(One(a.At), One(a.Text)))],
            Unit = spec.Unit with { Text = One(spec.Unit.Text) },
            Caveats = All(spec.Caveats),
            Notes = All(spec.Notes),
            Marks = [.. spec.Marks.Select(Mark)],
            Sources =
            [
                .. spec.Sources.Select(s => s with { Article = One(s.Article), County = One(s.County), DateBasis = One(s.DateBasis) }),
            ],
        };

        ChartMark Mark(ChartMark m) =>
            m with
            {
                Category = One(m.Category),
                Series = One(m.Series),
                Panel = One(m.Panel),
                Label = m.Label is { } label ? One(label) : null,
                Detail = m.Detail is { } detail ? One(detail) : null,
            };
        IReadOnlyList<string> All(IReadOnlyList<string> texts) => [.. texts.Select(One).Where(t => t.Length > 0)];
        string One(string text) => spec.Language == Language.En ? StraightQuotes(OneLine(text)) : OneLine(text);
    }

    private static string OneLine(string text)
    {
        if (text.Length == 0)
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
                clean.Append(rune.ToString());
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary>A quote beside a Chinese character stays as it is.</summary>
    private static string StraightQuotes(string text)
    {
        var straight = new StringBuilder(text);
        for (var i = 0; i < text.Length; i++)
        {
            var inner = text[i] is '“' or '‘' ? i + 1 : i - 1;
            if (inner >= 0 && inner < text.Length && text[inner] >= 0x2E80)
                continue;
            straight[i] = text[i] switch
            {
                '“' or '”' => '"',
                '‘' or '’' => '\'',
                var same => same,
            };
        }
        return straight.ToString();
    }
}
