namespace Analytics.Engine.Verdicts;

/// <summary>A place in a sentence: how many figures there are, and which of them stand beside those of other places.</summary>
internal static class PlaceFrame
{
    /// <param name="figures">Of one place and of those in it; at least one.</param>
    /// <param name="beside">By id: those of other places that stand beside it or compare.</param>
    public static VerdictText Of(IReadOnlyList<VerdictFigure> figures, ILookup<string, VerdictFigure> beside)
    {
        var place = figures[0].Place;
        var county = PlaceWords.Long(place with { Id = place.CountyId, Level = "county", Name = place.County });
        VerdictFigure[] standing =
        [
            .. figures.Where(f => beside[f.Id].Any()).OrderBy(f => f.Place.Order).ThenBy(f => f.ArticleId).ThenBy(f => f.At),
        ];
        var counted = new Localized($"{figures.Count}个数", figures.Count == 1 ? "1 figure" : $"{figures.Count} figures");
        Sentence[] sentences =
            standing.Length == 0
                ?
                [
                    new(
                        county,
                        new($"{counted.Zh}，没有可与别处比的", $"{counted.En}, none of which compares with one of another place"),
                        Sentence.Nothing,
                        []
                    ),
                ]
                :
                [
                    new(
                        county,
                        Counted(counted, standing.Length),
                        Sentence.Joined(standing.Select(f => Beside(f, beside[f.Id])), "、", ", "),
                        []
                    ),
                    new(county, Counted(counted, standing.Length), Sentence.Nothing, []),
                ];
        return new VerdictText(
            standing.Length > 0 ? "side" : "not",
            Verdict.Fitting(sentences, Verdict.BriefLength),
            Verdict.Fitting(sentences, Verdict.MediumLength),
            sentences[0].Text,
            [],
            [.. standing.Concat(standing.SelectMany(f => beside[f.Id])).Concat(figures).Select(f => f.Id).Distinct()]
        );
    }

    private static Localized Counted(Localized all, int standing) =>
        new(
            $"{all.Zh}，{standing}个可与别处并列，不排名",
            $"{all.En}, {standing} of which {(standing == 1 ? "stands" : "stand")} beside those of other places, not ranked"
        );

    /// <summary>书记后备力量232名（松桃县）.</summary>
    private static Localized Beside(VerdictFigure f, IEnumerable<VerdictFigure> others)
    {
        var places = Sentence.Joined(others.Select(o => o.Place).DistinctBy(p => p.Id).Select(PlaceWords.Long), "、", ", ");
        var measure = FigureWords.Named(f);
        return new($"{measure.Zh}{f.Printed.Zh}（{places.Zh}）", $"{measure.En} {FigureWords.English(f)} ({places.En})");
    }
}
