namespace Analytics.Curation;

/// <summary>Links join what belongs together, in the right direction, with a reading where two figures disagree.</summary>
internal static class LinkRules
{
    public static readonly Rule Self = new(
        "link.self",
        Severity.Critical,
        "A link joins two different observations.",
        new("改正 from_obs 或 to_obs。", "Correct from_obs or to_obs.")
    );

    public static readonly Rule Share = new(
        "link.share",
        Severity.Critical,
        "numerator and denominator lead from a count to a share.",
        new("改正联系的两端或种类。", "Correct the ends or the kind of the link.")
    );

    public static readonly Rule Criterion = new(
        "link.criterion",
        Severity.Critical,
        "criterion leads from a threshold, quota or rule to what it qualifies.",
        new("改正联系的两端或种类。", "Correct the ends or the kind of the link.")
    );

    public static readonly Rule Restates = new(
        "link.restates",
        Severity.Critical,
        "An observation restates one other, which is itself a first printing.",
        new("后来的各次刊载都指向第一次。", "Let every later printing lead to the first.")
    );

    public static readonly Rule RestatesDiffers = new(
        "link.restates_differs",
        Severity.Warning,
        "A restatement prints the same figure in the same unit.",
        new("改用 conflicts_with 或 possible_overlap，或改正数字。", "Use conflicts_with or possible_overlap, or correct the figure.")
    );

    public static readonly Rule Reading = new(
        "link.reading",
        Severity.Critical,
        "possible_overlap and conflicts_with say how the two are to be read.",
        new("写明怎样读（reading）。", "Write the reading.")
    );

    public static readonly Rule County = new(
        "link.county",
        Severity.Warning,
        "Linked figures are of one county.",
        new("核对联系的两端。", "Check the ends of the link.")
    );

    public static readonly Rule Repeated = new(
        "link.repeated",
        Severity.Warning,
        "Two observations are joined by one link of a kind.",
        new("删去只是方向相反的那一条。", "Delete the link that only turns the other round.")
    );

    public static readonly Rule PartCycle = new(
        "link.part_cycle",
        Severity.Critical,
        "Nothing is a part of itself.",
        new("改正 part_of 各条。", "Correct the part_of links.")
    );

    public static readonly Rule PartUnit = new(
        "link.part_unit",
        Severity.Warning,
        "A part is counted in the unit of its whole: 人 are no part of 人次.",
        new("改用 same_event 或 possible_overlap，或改正两端。", "Use same_event or possible_overlap, or correct the ends.")
    );

    public static readonly Rule PartExceeds = new(
        "link.part_exceeds",
        Severity.Warning,
        "A part is not larger than its whole.",
        new("核对两个数字和联系的方向。", "Check both figures and the direction of the link.")
    );

    public static readonly Rule PartSum = new(
        "link.part_sum",
        Severity.Info,
        "The parts that are linked to a whole add up to it, or to less.",
        new("看各部分是否重叠。", "Look whether the parts overlap.")
    );

    public static readonly Rule Threshold = new(
        "link.threshold",
        Severity.Warning,
        "A threshold leads to the count that it qualifies.",
        new("加一条 criterion 联系。", "Add a link of kind criterion.")
    );

    public static readonly Rule Event = new(
        "link.event",
        Severity.Warning,
        "Sessions and the people or attendances of one clause are joined by same_event.",
        new("加一条 same_event 联系。", "Add a link of kind same_event.")
    );

    public static readonly IReadOnlyList<Rule> All =
    [
        Self,
        Share,
        Criterion,
        Restates,
        RestatesDiffers,
        Reading,
        County,
        Repeated,
        PartCycle,
        PartUnit,
        PartExceeds,
        PartSum,
        Threshold,
        Event,
    ];

    public static IEnumerable<Finding> Check(CheckScope scope) =>
        [
            .. scope.Links().SelectMany(l => CheckLink(l.Link, l.From, l.To, scope.Data)),
            .. RestatementChains(scope.Data.Links),
            .. Reversed(scope.Data.Links),
            .. PartRules.Check(scope),
            .. UnlinkedThresholds(scope),
            .. UnlinkedEvents(scope),
        ];

    private static IEnumerable<Finding> CheckLink(LinkRow link, LocatedObservation from, LocatedObservation to, CuratedData data)
    {
        string[] ends = [from.Id, to.Id];
        if (from.Id == to.Id)
            yield return Self.At(link, new($"{from.Id} 与自己联系。", $"{from.Id} is linked to itself."), from.Id);
        if (
            link.Kind is "numerator" or "denominator"
            && (to.Indicator?.Statistic is not ("share" or "change_rate") || from.Indicator?.Statistic is "share")
        )
        {
            yield return Share.At(
                link,
                new(
                    $"{link.Kind}：从 {from.Id}（{from.Indicator?.Statistic}）到 {to.Id}（{to.Indicator?.Statistic}）。",
                    $"{link.Kind}: {from.Id} ({from.Indicator?.Statistic}) → {to.Id} ({to.Indicator?.Statistic})."
                ),
                ends
            );
        }

        if (link.Kind == "criterion" && (from.Row.Modality is not ("threshold" or "quota" or "rule") || to.Row.Modality == "threshold"))
        {
            yield return Criterion.At(
                link,
                new(
                    $"{from.Id} 的 modality 是 {from.Row.Modality}，{to.Id} 的是 {to.Row.Modality}。",
                    $"{from.Id} has modality {from.Row.Modality}, {to.Id} {to.Row.Modality}."
                ),
                ends
            );
        }

        if (
            link.Kind == "restates"
            && (
                from.Low != to.Low
                || from.High != to.High
                || from.Row.Qualifier != to.Row.Qualifier
                || from.Indicator?.Unit != to.Indicator?.Unit
            )
        )
        {
            yield return RestatesDiffers.At(
                link,
                new(
                    $"{from.Id} 印作{from.Row.ValueText}{from.Row.UnitText}，{to.Id} 印作{to.Row.ValueText}{to.Row.UnitText}。",
                    $"{from.Id} prints {from.Row.ValueText}{from.Row.UnitText}, {to.Id} {to.Row.ValueText}{to.Row.UnitText}."
                ),
                ends
            );
        }

        if (link.Kind is "possible_overlap" or "conflicts_with" && link.Reading.Length == 0)
        {
            yield return Reading.At(
                link,
                new($"{from.Id} 与 {to.Id} 的 {link.Kind} 没有写怎样读。", $"{link.Kind} of {from.Id} and {to.Id} has no reading."),
                ends
            );
        }

        if (data.CountyOf(from.Row.PlaceId) is { } a && data.CountyOf(to.Row.PlaceId) is { } b && a != b)
            yield return County.At(link, new($"{from.Id} 在 {a}，{to.Id} 在 {b}。", $"{from.Id} is in {a}, {to.Id} in {b}."), ends);
    }

    private static IEnumerable<Finding> RestatementChains(IReadOnlyList<LinkRow> links)
    {
        var seen = new HashSet<string>();
        var restated = links.Where(l => l.Kind == "restates").ToList();
        var later = restated.Select(l => l.FromObs).ToHashSet();
        foreach (var link in restated)
        {
            if (!seen.Add(link.FromObs))
            {
                yield return Restates.At(
                    link,
                    new($"{link.FromObs} 重述了不止一个数。", $"{link.FromObs} restates more than one observation."),
                    link.FromObs
                );
            }

            if (later.Contains(link.ToObs))
            {
                yield return Restates.At(
                    link,
                    new(
                        $"{link.FromObs} 重述 {link.ToObs}，而后者自己也是重述。",
                        $"{link.FromObs} restates {link.ToObs}, which is itself a restatement."
                    ),
                    link.FromObs,
                    link.ToObs
                );
            }
        }
    }

    private static IEnumerable<Finding> Reversed(IReadOnlyList<LinkRow> links)
    {
        var seen = new HashSet<(string, string, string)>();
        foreach (var link in links)
        {
            if (seen.Contains((link.Kind, link.ToObs, link.FromObs)))
            {
                yield return Repeated.At(
                    link,
                    new(
                        $"{link.FromObs} 与 {link.ToObs} 的 {link.Kind} 写了两次。",
                        $"{link.Kind} of {link.FromObs} and {link.ToObs} stands twice."
                    ),
                    link.FromObs,
                    link.ToObs
                );
            }

            seen.Add((link.Kind, link.FromObs, link.ToObs));
        }
    }

    private static IEnumerable<Finding> UnlinkedThresholds(CheckScope scope)
    {
        var linked = scope.Data.Links.Where(l => l.Kind == "criterion").Select(l => l.FromObs).ToHashSet();
        return scope
            .Observations.Where(o => o.Row.Modality == "threshold" && !linked.Contains(o.Id))
            .Select(o =>
                Threshold.At(
                    o.Row,
                    new(
                        $"没有写明 {o.Id}（{o.Row.ValueText}{o.Row.UnitText}）是什么的门槛。",
                        $"Nothing says what {o.Id} ({o.Row.ValueText}{o.Row.UnitText}) qualifies."
                    ),
                    o.Id
                )
            );
    }

    private static IEnumerable<Finding> UnlinkedEvents(CheckScope scope)
    {
        var linked = scope
            .Data.Links.Where(l => l.Kind == "same_event")
            .SelectMany(l => new[] { (l.FromObs, l.ToObs), (l.ToObs, l.FromObs) })
            .ToHashSet();
        foreach (var flow in scope.Observations.Where(o => o.Number is not null).GroupBy(o => o.Number!.Flow))
        {
            var inOrder = flow.OrderBy(o => o.Number!.Start).ToList();
            for (var i = 1; i < inOrder.Count; i++)
            {
                if (IsEvent(inOrder[i - 1], inOrder[i]) && !linked.Contains((inOrder[i - 1].Id, inOrder[i].Id)))
                {
                    yield return Event.At(
                        inOrder[i].Row,
                        new(
                            $"{PartRules.Shown(inOrder[i - 1])}与{PartRules.Shown(inOrder[i])}同在一个分句，没有联系起来。",
                            $"{PartRules.Shown(inOrder[i - 1])} and {PartRules.Shown(inOrder[i])} stand in one clause and are not linked."
                        ),
                        inOrder[i - 1].Id,
                        inOrder[i].Id
                    );
                }
            }
        }
    }

    /// <summary>Sessions directly before people, with no punctuation between them: 30期4000余人次.</summary>
    private static bool IsEvent(LocatedObservation sessions, LocatedObservation people) =>
        sessions.Unit?.Kind == "event"
        && people.Unit?.Kind is "person" or "attendance"
        && !sessions.Number!.Flow.Text.AsSpan(sessions.Number.End, people.Number!.Start - sessions.Number.End).ContainsAny(",、;。:");
}
