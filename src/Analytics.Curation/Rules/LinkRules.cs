namespace Analytics.Curation;

/// <summary>Links join what belongs together, in the right direction, with a reading where two figures disagree.</summary>
internal static class LinkRules
{
    public static readonly Rule Self = new(
        "link.self",
        Severity.Critical,
        "A link joins two different observations.",
        "Correct from_obs or to_obs."
    );

    public static readonly Rule Share = new(
        "link.share",
        Severity.Critical,
        "numerator and denominator lead from a count to a share.",
        "Correct the ends or the kind of the link."
    );

    public static readonly Rule Criterion = new(
        "link.criterion",
        Severity.Critical,
        "criterion leads from a threshold, quota or rule to what it qualifies.",
        "Correct the ends or the kind of the link."
    );

    public static readonly Rule Restates = new(
        "link.restates",
        Severity.Critical,
        "An observation restates one other, which is itself a first printing.",
        "Let every later printing lead to the first."
    );

    public static readonly Rule RestatesDiffers = new(
        "link.restates_differs",
        Severity.Warning,
        "A restatement prints the same figure in the same unit.",
        "Use conflicts_with or possible_overlap, or correct the figure."
    );

    public static readonly Rule Reading = new(
        "link.reading",
        Severity.Critical,
        "possible_overlap and conflicts_with say how the two are to be read.",
        "Write the reading."
    );

    public static readonly Rule County = new(
        "link.county",
        Severity.Warning,
        "Linked figures are of one county.",
        "Check the ends of the link."
    );

    public static readonly Rule Repeated = new(
        "link.repeated",
        Severity.Warning,
        "Two observations are joined by one link of a kind.",
        "Delete the link that only turns the other round."
    );

    public static readonly Rule PartCycle = new(
        "link.part_cycle",
        Severity.Critical,
        "Nothing is a part of itself.",
        "Correct the part_of links."
    );

    public static readonly Rule PartUnit = new(
        "link.part_unit",
        Severity.Warning,
        "A part is counted in the unit of its whole: 人 are no part of 人次.",
        "Use same_event or possible_overlap, or correct the ends."
    );

    public static readonly Rule PartExceeds = new(
        "link.part_exceeds",
        Severity.Warning,
        "A part is not larger than its whole.",
        "Check both figures and the direction of the link."
    );

    public static readonly Rule PartSum = new(
        "link.part_sum",
        Severity.Info,
        "The parts that are linked to a whole add up to it, or to less.",
        "Look whether the parts overlap."
    );

    public static readonly Rule Threshold = new(
        "link.threshold",
        Severity.Warning,
        "A threshold leads to the count that it qualifies.",
        "Add a link of kind criterion."
    );

    public static readonly Rule Event = new(
        "link.event",
        Severity.Warning,
        "Sessions and the people or attendances of one clause are joined by same_event.",
        "Add a link of kind same_event."
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
            yield return Self.At(link, $"{from.Id} is linked to itself.", from.Id);
        if (
            link.Kind is "numerator" or "denominator"
            && (to.Indicator?.Statistic is not ("share" or "change_rate") || from.Indicator?.Statistic is "share")
        )
        {
            yield return Share.At(
                link,
                $"{link.Kind}: {from.Id} ({from.Indicator?.Statistic}) → {to.Id} ({to.Indicator?.Statistic}).",
                ends
            );
        }

        if (link.Kind == "criterion" && (from.Row.Modality is not ("threshold" or "quota" or "rule") || to.Row.Modality == "threshold"))
            yield return Criterion.At(link, $"{from.Id} has modality {from.Row.Modality}, {to.Id} {to.Row.Modality}.", ends);
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
                $"{from.Id} prints {from.Row.ValueText}{from.Row.UnitText}, {to.Id} {to.Row.ValueText}{to.Row.UnitText}.",
                ends
            );
        }

        if (link.Kind is "possible_overlap" or "conflicts_with" && link.Reading.Length == 0)
            yield return Reading.At(link, $"{link.Kind} of {from.Id} and {to.Id} has no reading.", ends);
        if (data.CountyOf(from.Row.PlaceId) is { } a && data.CountyOf(to.Row.PlaceId) is { } b && a != b)
            yield return County.At(link, $"{from.Id} is in {a}, {to.Id} in {b}.", ends);
    }

    private static IEnumerable<Finding> RestatementChains(IReadOnlyList<LinkRow> links)
    {
        var seen = new HashSet<string>();
        var restated = links.Where(l => l.Kind == "restates").ToList();
        var later = restated.Select(l => l.FromObs).ToHashSet();
        foreach (var link in restated)
        {
            if (!seen.Add(link.FromObs))
                yield return Restates.At(link, $"{link.FromObs} restates more than one observation.", link.FromObs);
            if (later.Contains(link.ToObs))
            {
                yield return Restates.At(
                    link,
                    $"{link.FromObs} restates {link.ToObs}, which is itself a restatement.",
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
                yield return Repeated.At(link, $"{link.Kind} of {link.FromObs} and {link.ToObs} stands twice.", link.FromObs, link.ToObs);
            seen.Add((link.Kind, link.FromObs, link.ToObs));
        }
    }

    private static IEnumerable<Finding> UnlinkedThresholds(CheckScope scope)
    {
        var linked = scope.Data.Links.Where(l => l.Kind == "criterion").Select(l => l.FromObs).ToHashSet();
        return scope
            .Observations.Where(o => o.Row.Modality == "threshold" && !linked.Contains(o.Id))
            .Select(o => Threshold.At(o.Row, $"Nothing says what {o.Id} ({o.Row.ValueText}{o.Row.UnitText}) qualifies.", o.Id));
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
                        $"{PartRules.Shown(inOrder[i - 1])} and {PartRules.Shown(inOrder[i])} stand in one clause and are not linked.",
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
