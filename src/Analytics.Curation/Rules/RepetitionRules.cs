namespace Analytics.Curation;

/// <summary>Nothing is counted twice, and what differs under one name is noticed.</summary>
internal static class RepetitionRules
{
    private const int ShortestSentence = 12;

    public static readonly Rule Sentence = new(
        "repeat.sentence",
        Severity.Info,
        "A sentence that an article prints more than once is known.",
        new("不必改，除非句中有数字。", "Nothing, unless it holds figures.")
    );

    public static readonly Rule SentenceCounted = new(
        "repeat.sentence_counted",
        Severity.Warning,
        "Figures of a sentence that is printed twice are counted once.",
        new("用 restates 把后一个数指向第一个。", "Link the later figure to the first with restates.")
    );

    public static readonly Rule Unlinked = new(
        "repeat.unlinked",
        Severity.Warning,
        "The same figure of one place in two articles is linked.",
        new("用 restates、possible_overlap 或 conflicts_with 联系起来。", "Link them with restates, possible_overlap or conflicts_with.")
    );

    public static readonly Rule Inconsistent = new(
        "repeat.inconsistent",
        Severity.Warning,
        "One place, one comparability key and one period have one value.",
        new(
            "在 criterion、scope 或指标里写明区别，或用 conflicts_with、part_of 联系起来。",
            "Say in criterion, scope or indicator what sets the two apart, or link them with conflicts_with or part_of."
        )
    );

    public static readonly IReadOnlyList<Rule> All = [Sentence, SentenceCounted, Unlinked, Inconsistent];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        var linked = scope.Data.Links.SelectMany(l => new[] { (l.FromObs, l.ToObs), (l.ToObs, l.FromObs) }).ToHashSet();
        return [.. Sentences(scope, linked), .. SameKeys(scope, linked)];
    }

    private static IEnumerable<Finding> Sentences(CheckScope scope, HashSet<(string, string)> linked)
    {
        var byFlow = scope.Observations.Where(o => o.Number is not null).ToLookup(o => o.Number!.Flow);
        foreach (var flow in scope.Corpus.Articles.SelectMany(a => a.Flows))
        {
            foreach (
                var same in flow
                    .Sentences.All()
                    .GroupBy(s => flow.Text[s.Start..s.End])
                    .Where(g => g.Key.Length >= ShortestSentence && g.Count() > 1)
            )
            {
                var second = flow.Source.LineOf(flow.Form.Raw(same.ElementAt(1).Start));
                yield return Sentence.At(
                    ProjectFiles.SourceName(flow.Source.File),
                    second,
                    new(
                        $"{flow.ArticleId} 印了 {same.Count()} 次：{Excerpt.Of(same.Key)}。",
                        $"{flow.ArticleId} prints {same.Count()} times: {Excerpt.Of(same.Key)}."
                    ),
                    flow.ArticleId
                );
                foreach (
                    var finding in Counted(
                        [.. same.Select(s => byFlow[flow].Where(o => o.Number!.Start >= s.Start && o.Number.Start < s.End).ToList())],
                        linked
                    )
                )
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<Finding> Counted(List<List<LocatedObservation>> copies, HashSet<(string, string)> linked)
    {
        foreach (var first in copies[0])
        {
            foreach (var later in copies.Skip(1).SelectMany(c => c))
            {
                if (first.Row.IndicatorId == later.Row.IndicatorId && !linked.Contains((first.Id, later.Id)))
                {
                    yield return SentenceCounted.At(
                        later.Row,
                        new(
                            $"{first.Id} 与 {later.Id} 在同一句里，此句印了两次。",
                            $"{first.Id} and {later.Id} stand in the same sentence, printed twice."
                        ),
                        first.Id,
                        later.Id
                    );
                }
            }
        }
    }

    private static IEnumerable<Finding> SameKeys(CheckScope scope, HashSet<(string, string)> linked)
    {
        var groups = scope
            .Observations.Where(o => o.Indicator is not null)
            .GroupBy(o => (o.Row.PlaceId, o.Row.IndicatorId, Key: ComparabilityKey.Of(o.Row, o.Indicator!)));
        foreach (var group in groups)
        {
            var rows = group.ToList();
            for (var i = 1; i < rows.Count; i++)
            {
                if (!linked.Contains((rows[i - 1].Id, rows[i].Id)) && Compare(rows[i - 1], rows[i]) is { } finding)
                    yield return finding;
            }
        }
    }

    /// <summary>Neighbours within a group are enough: a group with a difference has two neighbours that differ.</summary>
    private static Finding? Compare(LocatedObservation a, LocatedObservation b)
    {
        var sameValue = a.Low == b.Low && a.High == b.High && a.Row.Qualifier == b.Row.Qualifier;
        if (sameValue)
        {
            return a.Row.ArticleId == b.Row.ArticleId
                ? null
                : Unlinked.At(
                    b.Row,
                    new(
                        $"{a.Id} 与 {b.Id} 都印着 {b.Row.IndicatorId} 的{b.Row.ValueText}{b.Row.UnitText}。",
                        $"{a.Id} and {b.Id} both print {b.Row.ValueText}{b.Row.UnitText} of {b.Row.IndicatorId}."
                    ),
                    a.Id,
                    b.Id
                );
        }

        return SamePeriod(a.Row, b.Row)
            ? Inconsistent.At(
                b.Row,
                new(
                    $"{a.Id} 是{a.Row.ValueText}{a.Row.UnitText}，{b.Id} 是{b.Row.ValueText}{b.Row.UnitText}：地方、口径、时段都相同。",
                    $"{a.Id} is {a.Row.ValueText}{a.Row.UnitText}, {b.Id} is {b.Row.ValueText}{b.Row.UnitText}: same place, key and period."
                ),
                a.Id,
                b.Id
            )
            : null;
    }

    private static bool SamePeriod(ObservationRow a, ObservationRow b) =>
        (a.PeriodKind, a.PeriodText, a.PeriodStart, a.PeriodEnd) == (b.PeriodKind, b.PeriodText, b.PeriodStart, b.PeriodEnd);
}
