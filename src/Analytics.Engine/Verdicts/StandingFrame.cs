using System.Globalization;

namespace Analytics.Engine.Verdicts;

/// <summary>Some figures compare or stand side by side: these are shown, by indicator, and what stands apart is named or counted.</summary>
internal static class StandingFrame
{
    private static readonly Localized Side = new("可并列，不排名", "Side by side, not ranked"),
        SideOfNamed = new("可并列，不排名", "Side by side"),
        Comparable = new("可比", "Comparable"),
        Size = new("按总数，未按规模折算", "Raw totals, not adjusted for size"),
        PerVillage = new("每村（社区）", "Per village");

    /// <summary>Figures of one indicator that stand together.</summary>
    private sealed record Group(IReadOnlyList<VerdictFigure> Figures, IReadOnlyList<VerdictPair> Pairs);

    public static IReadOnlyList<Sentence> Of(VerdictCase given, string standing)
    {
        var groups = Groups(given, standing);
        VerdictFigure[] shown = [.. groups.SelectMany(g => g.Figures)];
        var apart = given.Figures.Except(shown).ToArray();
        var opening = standing == "comparable" ? Comparable : Side;
        var whole = groups is [var only] ? Single(only, standing) : Several(groups, standing);
        Localized[] tail = [.. whole.Tail, .. Ratios(given.Ratios), .. Apart(apart, given.Asides)];
        var missing = MissingWords.Of(given.Missing, areOthers: true, byName: false);
        var count = Short(given, groups, shown, opening);
        return
        [
            whole with
            {
                Tail = [.. tail, .. missing],
            },
            whole with
            {
                Tail = tail,
            },
            whole with
            {
                Tail = whole.Tail,
            },
            .. groups is [var one] ? [new Sentence(opening, Plain(one), Sentence.Nothing, [])] : Array.Empty<Sentence>(),
            count with
            {
                Body = new(Verdict.CountByName(shown).Zh, Verdict.CountByName(shown).En),
            },
            count,
            new Sentence(opening, Verdict.Count(shown), Sentence.Nothing, []),
        ];
    }

    /// <summary>A value with what the text says of its time: 232名（“目前”，见报不早于2025-01-13）.</summary>
    public static Localized Timed(VerdictFigure f, bool isFirst)
    {
        var period = FigureWords.Period(f);
        var day = FigureWords.OnlyNotBefore(f) is { } bound ? FigureWords.Day(bound) : null;
        return new(
            $"{f.Printed.Zh}（{period.Zh}{(day is null ? "" : isFirst ? $"，见报不早于{day}" : $"，不早于{day}")}）",
            $"{FigureWords.English(f)} ({period.En}{(day is null ? "" : $", not before {day}")})"
        );
    }

    private static IReadOnlyList<Group> Groups(VerdictCase given, string standing)
    {
        var pairs = Verdict.Across(given).Where(p => p.Standing == standing).ToArray();
        var standingIds = pairs.SelectMany(p => new[] { p.ObsId, p.OtherObsId }).ToHashSet();
        return
        [
            .. given
                .Figures.Where(f => standingIds.Contains(f.Id))
                .GroupBy(f => f.IndicatorId)
                .Select(g => new Group([.. g], [.. pairs.Where(p => g.Any(f => f.Id == p.ObsId))])),
        ];
    }

    private static Sentence Single(Group group, string standing)
    {
        if (standing == "comparable")
            return new Sentence(Comparable, Compared(group), Sentence.Nothing, HasSize(group) ? [Size] : []);
        var measure = FigureWords.Measure(Naming(group));
        return new Sentence(
            measure.En.Length == 0 ? Side : SideOfNamed,
            Listed(group, measure),
            Reasons.Reservation(group.Figures, group.Pairs),
            []
        );
    }

    private static Sentence Several(IReadOnlyList<Group> groups, string standing) =>
        new(
            standing == "comparable" ? Comparable : Side,
            Sentence.Joined(groups.Select(g => standing == "comparable" ? Compared(g) : Reserved(g)), "；", "; "),
            Sentence.Nothing,
            standing == "comparable" && groups.Any(HasSize) ? [Size] : []
        );

    private static Localized Reserved(Group group) =>
        Sentence.Joined([Listed(group, FigureWords.Named(Naming(group))), Reasons.Reservation(group.Figures, group.Pairs)], "，", ", ");

    private static VerdictFigure Naming(Group group) =>
        group.Figures.FirstOrDefault(f => f.Phrases.ContainsKey("measure")) ?? group.Figures[0];

    private static bool HasSize(Group group) => group.Pairs.Any(p => p.Codes.Contains("size"));

    private static Localized Listed(Group group, Localized measure)
    {
        var firstBounded = group.Figures.FirstOrDefault(f => FigureWords.OnlyNotBefore(f) is not null);
        var values = ByPlace(group.Figures, f => Timed(f, f == firstBounded));
        return new(measure.Zh + values.Zh, measure.En.Length == 0 ? values.En : $"{measure.En}, {values.En}");
    }

    private static Localized Plain(Group group)
    {
        var values = group
            .Figures.GroupBy(f => f.Place.Id)
            .Select(g =>
            {
                var name = PlaceWords.Short(g.First().Place);
                return new Localized(
                    name.Zh + string.Join('、', g.Select(f => f.Printed.Zh)),
                    $"{name.En} {string.Join(", ", g.Select(FigureWords.English))}"
                );
            });
        return Sentence.Joined(values, "、", ", ");
    }

    /// <summary>Places with their values; commas between places only where one has several.</summary>
    private static Localized ByPlace(IEnumerable<VerdictFigure> figures, Func<VerdictFigure, Localized> value)
    {
        var places = figures.GroupBy(f => f.Place.Id).ToArray();
        var clauses = places.Select(g =>
        {
            var (name, values) = (PlaceWords.Long(g.First().Place), Sentence.Joined(g.Select(value), "、", ", "));
            return new Localized(name.Zh + values.Zh, $"{name.En} {values.En}");
        });
        return Sentence.Joined(clauses, places.Any(g => g.Count() > 1) ? "，" : "、", ", ");
    }

    /// <summary>甲县120人、乙县90人（同为2024年），甲县多30人: comparing words stand here alone.</summary>
    private static Localized Compared(Group group)
    {
        var figures = group.Figures;
        var measure = figures.Any(f => f.Phrases.ContainsKey("measure")) ? FigureWords.Measure(Naming(group)) : Sentence.Nothing;
        var isOneTime = figures.Select(f => f.Period).Distinct().Count() == 1;
        var values = ByPlace(figures, f => isOneTime ? new Localized(f.Printed.Zh, FigureWords.English(f)) : Timed(f, f == figures[0]));
        var time = FigureWords.Period(figures[0]);
        var all = figures.Count == 2 ? "both" : "all";
        var together = isOneTime ? new Localized($"（同为{time.Zh}）", $" ({all} {time.En})") : Sentence.Nothing;
        var order = Order(figures);
        return new(
            $"{measure.Zh}{values.Zh}{together.Zh}，{order.Zh}",
            $"{(measure.En.Length == 0 ? "" : measure.En + ", ")}{values.En}{together.En}; {order.En}"
        );
    }

    private static Localized Order(IReadOnlyList<VerdictFigure> figures)
    {
        if (figures.FirstOrDefault(f => f.Qualifier != "exact" || f.Value is null) is { } bounded)
            return Unordered(bounded.Qualifier);
        var falling = figures.OrderByDescending(f => f.Value).ToArray();
        if (figures.Count > 2)
        {
            var names = Sentence.Joined(falling.Select(f => PlaceWords.Long(f.Place)), "、", ", ");
            return new($"从多到少为{names.Zh}", $"from most to least {names.En}");
        }

        var (name, difference) = (PlaceWords.Long(falling[0].Place), falling[0].Value!.Value - falling[1].Value!.Value);
        return difference == 0
            ? new("两数相同", "both are the same")
            : new(
                $"{name.Zh}多{Difference(difference, falling[0].Unit).Zh}",
                $"{name.En} has {Difference(difference, falling[0].Unit).En} more"
            );
    }

    private static Localized Unordered(string qualifier) =>
        qualifier switch
        {
            "min" => new("有一数只是下限，不能分先后", "one is a lower bound only, so no order can be told"),
            "max" or "near_below" => new("有一数只是上限，不能分先后", "one is an upper bound only, so no order can be told"),
            _ => new("有一数不是确数，不能分先后", "one is no exact figure, so no order can be told"),
        };

    /// <summary>A difference in the unit as printed, in English in the base unit.</summary>
    private static Localized Difference(decimal difference, string unit) =>
        unit switch
        {
            "%" => new($"{Number(difference * 100)}个百分点", $"{Number(difference * 100)} percentage points"),
            ['万', ..] => new($"{Number(difference / 10_000)}{unit}", Number(difference)),
            ['亿', ..] => new($"{Number(difference / 100_000_000)}{unit}", Number(difference)),
            _ => new($"{Number(difference)}{unit}", Number(difference)),
        };

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>每村（社区）：碧江2名以上（原文）、松桃2.30名（推算）.</summary>
    private static IEnumerable<Localized> Ratios(IReadOnlyList<VerdictRatio> ratios)
    {
        if (ratios.Count == 0)
            return [];
        var each = ratios.Select(r =>
        {
            var name = PlaceWords.Short(r.Place);
            return new Localized(
                $"{name.Zh}{r.Printed.Zh}（{(r.IsDerived ? "推算" : "原文")}）",
                $"{name.En} {r.Printed.En} ({(r.IsDerived ? "derived" : "stated")})"
            );
        });
        var all = Sentence.Joined(each, "、", ", ");
        return [new($"{PerVillage.Zh}：{all.Zh}", $"{PerVillage.En}: {all.En}")];
    }

    /// <summary>思南县44名含后备力量，不在内.</summary>
    private static IEnumerable<Localized> Apart(IReadOnlyList<VerdictFigure> apart, IReadOnlyList<VerdictFigure> asides)
    {
        foreach (var f in apart.Where(f => f.Phrases.ContainsKey("aside")).Concat(asides))
        {
            var (place, words) = (PlaceWords.Long(f.Place), f.Phrases["aside"]);
            var left = words.En.StartsWith("are ", StringComparison.Ordinal) ? "and left out" : "and are left out";
            yield return new($"{place.Zh}{f.Printed.Zh}{words.Zh}，不在内", $"{place.En}'s {FigureWords.English(f)} {words.En} {left}");
        }

        if (apart.Count(f => !f.Phrases.ContainsKey("aside")) is > 0 and var others)
            yield return Others(others);
    }

    private static Localized Others(int count) =>
        new(
            $"另{count}个数不可比，不在内",
            count == 1 ? "1 figure does not compare and is left out" : $"{count} figures do not compare and are left out"
        );

    private static Sentence Short(VerdictCase given, IReadOnlyList<Group> groups, VerdictFigure[] shown, Localized opening)
    {
        var others = given.Figures.Count - shown.Length;
        var rest = others == 0 ? Sentence.Nothing : new Localized($"另{others}个不可比", $"{others} others do not compare");
        var measures = groups.Count == 1 ? Sentence.Nothing : new Localized($"{groups.Count}项指标", $"{groups.Count} measures");
        return new Sentence(opening, Sentence.Joined([measures, Verdict.Count(shown)], "，", ", "), rest, []);
    }
}
