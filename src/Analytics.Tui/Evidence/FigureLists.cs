using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Figures;
using Analytics.Terminal.Cells;

namespace Analytics.Tui.Evidence;

/// <summary>Lists of figures as lines to read.</summary>
internal static class FigureLists
{
    /// <summary>What was combined in a cell: first what speaks against it, then each figure with its period.</summary>
    public static IReadOnlyList<StyledLine> Combined(CombinedRead read, int all, Texts texts) =>
        [
            .. read.Caveats.Select(c =>
                StyledLine.Of([(CodeWords.OfCaveat(c.Code, texts.Language), Theme.Warning), ($"  {c.Message}", default)])
            ),
            .. read.Caveats.Count > 0 ? [StyledLine.Empty] : Array.Empty<StyledLine>(),
            .. read.Figures.SelectMany((o, i) => Lines(o, i + 1, texts)),
            .. all > read.Figures.Count
                ? [StyledLine.Of(texts.MoreFigures(all - read.Figures.Count), Theme.Dim)]
                : Array.Empty<StyledLine>(),
        ];

    /// <summary>Who decided: first in what way rows depend on others, then each figure.</summary>
    public static IReadOnlyList<StyledLine> Deciders(DecidersRead read, IReadOnlyCollection<Dependence> dependences, Texts texts) =>
        [
            .. dependences.Select(d => StyledLine.Of(d.Text.In(texts.Language), Theme.Accent)),
            .. read.Evidence.Reason is { } reason ? [StyledLine.Of(texts.NotTraced(reason), Theme.Warning)] : Array.Empty<StyledLine>(),
            .. read.Figures.Take(FiguresWindow.MostFigures).SelectMany((o, i) => Lines(o, i + 1, texts)),
            .. read is { Figures.Count: 0, Evidence.Reason: null }
                ? [StyledLine.Of(texts.NoDeciders, Theme.Dim)]
                : Array.Empty<StyledLine>(),
        ];

    private static IEnumerable<StyledLine> Lines(Observation observation, int number, Texts texts)
    {
        yield return StyledLine.Of([
            ($"{number}. ", Theme.Dim),
            (SentenceLines.Heading(observation, texts), Theme.Heading),
            ($" · {observation.Period?.In(texts.Language) ?? texts.NoPeriod}", Theme.Dim),
        ]);
        yield return SentenceLines.Sentence(observation);
    }
}
