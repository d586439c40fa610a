namespace Analytics.Engine.Verdicts;

/// <summary>No two places compare: they measure other things, count other people, or count the same in another way.</summary>
internal static class NotFrame
{
    private static readonly Localized NotComparable = new("不可比", "Not comparable"),
        NotCompared = new("不能比", "Cannot be compared"),
        NotRanked = new("不能排名", "Cannot be ranked");

    private static readonly Localized Attendances = new("人次不是人数", "attendances are not people");

    /// <summary>A place's clause with its figures; the first place's English may say what the others leave out.</summary>
    private delegate Localized PlaceClause(VerdictPlace place, IReadOnlyList<VerdictFigure> figures, bool isFirst);

    public static IReadOnlyList<Sentence> Of(VerdictCase given)
    {
        var figures = given.Figures;
        var missing = MissingWords.Of(given.Missing, areOthers: true, byName: false);
        var across = Verdict.Across(given);
        var codes = Reasons.Main(figures, across);
        var (opening, body, why) =
            figures.Select(f => f.Property).Distinct().Count() > 1 && figures.Any(f => f.UnitKind != "attendance")
                ? Measures(figures, codes)
            : figures.Select(f => f.IndicatorId).Distinct().Count() > 1 ? Populations(figures, codes)
            : Same(figures, codes);
        var few = Reasons.Words(codes, figures);
        var named = new Sentence(opening, Verdict.CountByName(figures), few, []);
        return
        [
            new(opening, body, why, missing),
            new(opening, body, why, []),
            new(opening, Verdict.Count(figures), few, missing),
            .. Names(figures) is { } names ? [new Sentence(opening, names, Sentence.Nothing, [])] : Array.Empty<Sentence>(),
            named with
            {
                Body = Flat(named),
                Reasons = Sentence.Nothing,
            },
            Short(opening, figures, few),
            Short(opening, figures, Sentence.Nothing),
        ];
    }

    /// <summary>The count and the reasons in one clause, as a short line has it.</summary>
    private static Sentence Short(Localized opening, IReadOnlyList<VerdictFigure> figures, Localized why)
    {
        var sentence = new Sentence(opening, Verdict.Count(figures), why, []);
        return sentence with { Body = Flat(sentence), Reasons = Sentence.Nothing };
    }

    private static Localized Flat(Sentence s) => Sentence.Joined([s.Body, s.Reasons], "，", "; ");

    /// <summary>增收额、达标村占比不是一回事; null where what is measured has one name.</summary>
    private static Localized? Names(IReadOnlyList<VerdictFigure> figures)
    {
        var names = figures.Select(FigureWords.Named).Distinct().ToArray();
        if (names.Length < 2 || figures.Select(f => f.Property).Distinct().Count() < 2)
            return null;
        var all = Sentence.Joined(names, "、", ", ");
        return new($"{all.Zh}不是一回事", $"{all.En} are not the same");
    }

    /// <summary>碧江区是增收额（21.4万元、240.7万元），…</summary>
    private static (Localized, Localized, Localized) Measures(IReadOnlyList<VerdictFigure> figures, IReadOnlyList<string> codes)
    {
        var body = ByPlace(
            figures,
            (place, own, isFirst) =>
            {
                var measures = Sentence.Joined(own.GroupBy(FigureWords.Named).Select(g => Measured(g.Key, [.. g])), "、", " and ");
                var name = PlaceWords.Long(place);
                return new($"{name.Zh}是{measures.Zh}", $"{name.En}{(isFirst ? " states" : "")} {measures.En}");
            }
        );
        var shared = figures.GroupBy(f => f.IndicatorId).Any(g => Verdict.Places(g).Count > 1);
        return shared ? (NotComparable, body, Reasons.Words(codes, figures)) : (NotComparable, body, NoneShared(Verdict.Places(figures)));
    }

    private static Localized NoneShared(IReadOnlyList<VerdictPlace> places) =>
        places.All(p => p.Level == "county")
            ? new("没有两个县载同一指标", "no two counties state the same measure")
            : new("没有两地载同一指标", "no two places state the same measure");

    /// <summary>What is measured with its values in brackets.</summary>
    public static Localized Measured(Localized measure, IReadOnlyList<VerdictFigure> figures) =>
        new($"{measure.Zh}（{string.Join('、', figures.Select(f => f.Printed.Zh))}）", $"{measure.En} ({FigureWords.English(figures)})");

    private static (Localized, Localized, Localized) Populations(IReadOnlyList<VerdictFigure> figures, IReadOnlyList<string> codes) =>
        figures.All(f => f.Statistic is "count" or "total") ? Totals(figures, codes) : Rates(figures, codes);

    /// <summary>碧江区1870人次（乡村干部）、4550人次（农村党员），…</summary>
    private static (Localized, Localized, Localized) Totals(IReadOnlyList<VerdictFigure> figures, IReadOnlyList<string> codes)
    {
        var first = figures[0].Id;
        var body = ByPlace(
            figures,
            (place, own, _) =>
            {
                var values = Sentence.Joined(own.Select(f => Value(f, f.Id == first)), "、", ", ");
                return new(PlaceWords.Long(place).Zh + values.Zh, $"{PlaceWords.Long(place).En} {values.En}");
            }
        );
        var why = Reasons.Words(codes, figures);
        return (NotRanked, body, figures.All(f => f.UnitKind == "attendance") ? Sentence.Joined([why, Attendances], "，", ", and ") : why);

        static Localized Value(VerdictFigure f, bool withUnit)
        {
            var doubt = f.Status == "suspect" ? new Localized("，存疑", ", suspect") : Sentence.Nothing;
            var people = FigureWords.People(f);
            var english =
                withUnit && f.UnitKind == "attendance" ? f.Printed.En
                : f.UnitKind == "attendance" ? FigureWords.Number(f)
                : FigureWords.English(f);
            return new($"{f.Printed.Zh}（{people.Zh}{doubt.Zh}）", $"{english} ({people.En}{doubt.En})");
        }
    }

    /// <summary>大专及以上占比碧江区85.78%说书记后备力量、92.3%说社区工作者，…</summary>
    private static (Localized, Localized, Localized) Rates(IReadOnlyList<VerdictFigure> figures, IReadOnlyList<string> codes)
    {
        var measure = figures.FirstOrDefault(f => f.Phrases.ContainsKey("measure")) is { } named
            ? FigureWords.Measure(named)
            : Sentence.Nothing;
        var body = ByPlace(
            figures,
            (place, own, _) =>
            {
                var values = Sentence.Joined(own.Select(Value), "、", " and ");
                return new(PlaceWords.Long(place).Zh + values.Zh, $"{PlaceWords.Long(place).En} {values.En}");
            }
        );
        var why = Reasons.Words(codes, figures);
        var english = Reasons.Words([.. codes.Where(c => c != "population")], figures).En;
        var stated = new Localized(measure.Zh + body.Zh, measure.En.Length == 0 ? body.En : $"{measure.En}, {body.En}");
        return (NotCompared, stated, why with { En = english });

        static Localized Value(VerdictFigure f)
        {
            var people = FigureWords.People(f);
            var doubt = f.Status == "suspect" ? Doubt(f) : Sentence.Nothing;
            return new($"{f.Printed.Zh}说{people.Zh}{doubt.Zh}", $"{FigureWords.English(f)} of {people.En}{doubt.En}");
        }
    }

    private static Localized Doubt(VerdictFigure f) =>
        f.Phrases.GetValueOrDefault("reason") is { } reason
            ? new($"且存疑（{reason.Zh}）", $", itself suspect ({reason.En})")
            : new("且存疑", ", itself suspect");

    /// <summary>网格数思南县1665个是全县，德江县227个只数城镇.</summary>
    private static (Localized, Localized, Localized) Same(IReadOnlyList<VerdictFigure> figures, IReadOnlyList<string> codes)
    {
        var measure = FigureWords.Measure(figures.FirstOrDefault(f => f.Phrases.ContainsKey("measure")) ?? figures[0]);
        var byScope = codes.Contains("scope");
        var body = ByPlace(
            figures,
            (place, own, isFirst) =>
            {
                var name = PlaceWords.Long(place);
                var values = Sentence.Joined(
                    own.Select(f => byScope ? Scoped(f, isFirst) : StandingFrame.Timed(f, isFirst)).Distinct(),
                    "、",
                    ", "
                );
                return new(name.Zh + values.Zh, $"{name.En}{(byScope ? "'s" : "")} {values.En}");
            }
        );
        return (
            NotComparable,
            new(measure.Zh + body.Zh, measure.En.Length == 0 ? body.En : $"{measure.En}, {body.En}"),
            Reasons.Words(codes, figures)
        );
    }

    private static Localized Scoped(VerdictFigure f, bool isFirst)
    {
        var scope = f.Scope switch
        {
            "urban" => new Localized("只数城镇", "urban only"),
            "rural" => new Localized("只数农村", "rural only"),
            "all" => new Localized($"是{PlaceWords.Whole(f.Place).Zh}", PlaceWords.Whole(f.Place).En),
            _ => new Localized("只数一部分", "a part only"),
        };
        return new(f.Printed.Zh + scope.Zh, $"{FigureWords.English(f)} {(isFirst ? "are " : "")}{scope.En}");
    }

    private static Localized ByPlace(IReadOnlyList<VerdictFigure> figures, PlaceClause clause) =>
        Sentence.Joined(figures.GroupBy(f => f.Place.Id).Select((g, i) => clause(g.First().Place, [.. g], i == 0)), "，", ", ");
}
