using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Evidence;

/// <summary>Observations as lines to read.</summary>
internal static class SentenceLines
{
    /// <summary>The heading of a figure: place, value, indicator.</summary>
    public static string Heading(Observation observation, Texts texts)
    {
        var (place, county, indicator) =
            texts.Language == Language.En
                ? (observation.PlaceEn, observation.CountyEn, observation.IndicatorEn)
                : (observation.PlaceZh, observation.CountyZh, observation.IndicatorZh);
        var where =
            county.Length == 0 || county == place ? place
            : texts.Language == Language.En ? $"{place}, {county}"
            : county + place;
        return $"{where} · {observation.Shown(texts.Language)} · {indicator}";
    }

    /// <summary>The sentence, with quote and figure marked.</summary>
    public static StyledLine Sentence(Observation observation) => new(observation.Sentence, default, QuoteMarks.Of(observation));

    /// <summary>
    /// What has to be known about it and where it stands, on one line; what matters most comes first, since a low panel cuts the end.
    /// </summary>
    public static StyledLine Source(Observation observation, Texts texts)
    {
        var pieces = new List<(string, Style)>();
        foreach (var doubt in new[] { texts.Modality(observation.Modality), texts.Status(observation.Status) })
        {
            if (doubt.Length > 0)
                pieces.Add((doubt + " · ", Theme.Warning));
        }

        pieces.Add(($"{observation.Period?.In(texts.Language) ?? texts.NoPeriod} · {texts.Line(observation.Line)} · ", Theme.Dim));
        pieces.Add((texts.Titled(observation.Article), Theme.Accent));
        if (observation.Note is { } note)
            pieces.Add(($" · {texts.Note}{note.In(texts.Language)}", Theme.Dim));
        return StyledLine.Of(pieces);
    }

    /// <summary>Everything about an observation, each thing on lines of its own.</summary>
    public static IEnumerable<StyledLine> Full(Observation observation, Texts texts, int width, AmbiguousWidth ambiguous)
    {
        List<StyledLine> lines =
        [
            StyledLine.Of(Heading(observation, texts), Theme.Heading),
            Sentence(observation),
            Source(observation with { Note = null }, texts),
        ];
        if (observation.Criterion is { } criterion)
            lines.Add(StyledLine.Of(texts.Criterion + criterion.In(texts.Language)));
        if (observation.Denominator is { } denominator)
            lines.Add(StyledLine.Of(texts.Denominator + denominator.In(texts.Language)));
        if (observation.Note is { } note)
            lines.Add(StyledLine.Of(texts.Note + note.In(texts.Language), Theme.Warning));
        lines.Add(StyledLine.Of($"{observation.Id} · {observation.SourceFile}", Theme.Dim));
        return lines.SelectMany(line => line.Wrap(width, ambiguous)).Append(StyledLine.Empty);
    }
}
