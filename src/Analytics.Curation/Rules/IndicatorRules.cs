namespace Analytics.Curation;

/// <summary>Indicators are a model: their parts fit each other, their labels exist in both languages, and no two say the same.</summary>
internal static class IndicatorRules
{
    public static readonly Rule Additive = new(
        "indicator.additive",
        Severity.Critical,
        "Means, shares, extremes, thresholds and rules are never added; stocks and cumulative figures not over time.",
        new("把 additive_place 和 additive_time 设为 false。", "Set additive_place and additive_time to false.")
    );

    public static readonly Rule Unit = new(
        "indicator.unit",
        Severity.Critical,
        "Shares and change rates are in the unit 1 and nothing else but "
            + "rules and thresholds is; money and area are not counted but totalled.",
        new("改正 statistic 或单位。", "Correct statistic or unit.")
    );

    public static readonly Rule Modality = new(
        "indicator.modality",
        Severity.Critical,
        "Figures of modality rule or threshold belong to indicators of that statistic, and only they do.",
        new("改正 modality，或换一个指标。", "Correct the modality, or choose another indicator.")
    );

    public static readonly Rule Label = new(
        "indicator.label",
        Severity.Critical,
        "Chinese labels and definitions are Chinese, English ones are English.",
        new("用该栏的语言写。", "Write the label in its language.")
    );

    public static readonly Rule SameParts = new(
        "indicator.same_parts",
        Severity.Warning,
        "Two indicators differ in population, property, statistic, accounting or unit.",
        new("合并，或在 property 或 population 里写明区别。", "Merge them, or say in property or population what sets them apart.")
    );

    public static readonly Rule Population = new(
        "indicator.population",
        Severity.Warning,
        "A population has the same names wherever it stands.",
        new("统一措辞，或换一个 population_id。", "Use one wording, or another population_id.")
    );

    public static readonly Rule PlaceName = new(
        "indicator.place_name",
        Severity.Warning,
        "Indicators name no county: the place is a column of its own.",
        new("把地名从名称、编号或对象里去掉。", "Take the place out of the label, the id or the population.")
    );

    public static readonly Rule PropertyForm = new(
        "indicator.property_form",
        Severity.Info,
        "Properties are written in one way, so that equal ones are equal.",
        new("所有 property 统一用 snake_case 英文，或统一用中文。", "Use either snake_case English or Chinese for all properties.")
    );

    public static readonly IReadOnlyList<Rule> All = [Additive, Unit, Modality, Label, SameParts, Population, PlaceName, PropertyForm];

    public static IEnumerable<Finding> Check(CheckScope scope) =>
        [
            .. scope.Data.Indicators.SelectMany(i => CheckIndicator(i, scope.Data)),
            .. CountyNames(scope.Data),
            .. EqualParts(scope.Data.Indicators),
            .. Populations(scope.Data.Indicators),
            .. MixedProperties(scope.Data.Indicators),
            .. scope.Observations.Select(CheckModality).OfType<Finding>(),
        ];

    private static IEnumerable<Finding> CheckIndicator(IndicatorRow i, CuratedData data)
    {
        var neverAdded = i.Statistic is not ("count" or "total");
        var notOverTime = neverAdded || i.Accounting is "stock" or "cumulative";
        if ((neverAdded && i.AdditivePlace) || (notOverTime && i.AdditiveTime))
        {
            yield return Additive.At(
                i,
                new(
                    $"{i.IndicatorId} 是 {i.Statistic}（{i.Accounting}），"
                        + $"却标为按{(neverAdded && i.AdditivePlace ? "地方" : "时间")}可加。",
                    $"{i.IndicatorId} is a {i.Statistic} ({i.Accounting}) and additive "
                        + $"over {(neverAdded && i.AdditivePlace ? "places" : "time")}."
                ),
                i.IndicatorId
            );
        }

        if (data.UnitByName.TryGetValue(i.Unit, out var unit) && !Fits(i.Statistic, unit.Kind))
        {
            yield return Unit.At(
                i,
                new(
                    $"{i.IndicatorId} 是 {i.Statistic}，单位是 {i.Unit}（{unit.Kind}）。",
                    $"{i.IndicatorId} is a {i.Statistic} in {i.Unit} ({unit.Kind})."
                ),
                i.IndicatorId
            );
        }

        foreach (var (column, text, chinese) in Labels(i))
        {
            if (chinese ? !text.Any(IsHan) : text.Any(IsHan) || !text.Any(char.IsAsciiLetter))
            {
                yield return Label.At(
                    i,
                    new(
                        $"{i.IndicatorId} 的 {column} 不是{(chinese ? "中文" : "英文")}：{Excerpt.Of(text)}。",
                        $"{column} of {i.IndicatorId} is not {(chinese ? "Chinese" : "English")}: {Excerpt.Of(text)}."
                    ),
                    i.IndicatorId
                );
            }
        }
    }

    private static IEnumerable<Finding> CountyNames(CuratedData data)
    {
        var counties = data.Places.Where(p => p.Level == "county").Select(p => PlaceRules.Stem(p.NameZh)).ToList();
        return data.Indicators.SelectMany(i =>
            counties
                .Where(county =>
                    i.LabelZh.Contains(county, StringComparison.Ordinal) || i.PopulationZh.Contains(county, StringComparison.Ordinal)
                )
                .Select(county =>
                    PlaceName.At(
                        i,
                        new(
                            $"{i.IndicatorId} 里有地名{county}：{Excerpt.Of(i.LabelZh)}。",
                            $"{i.IndicatorId} names {county}: {Excerpt.Of(i.LabelZh)}."
                        ),
                        i.IndicatorId
                    )
                )
        );
    }

    private static bool Fits(string statistic, string kind) =>
        statistic switch
        {
            "share" or "change_rate" => kind == "share",
            "count" => kind is not ("share" or "money" or "area" or "age" or "mass" or "length"),
            "total" => kind is not ("share" or "age"),
            "rule" or "threshold" => true,
            _ => kind != "share",
        };

    private static (string Column, string Text, bool Chinese)[] Labels(IndicatorRow i) =>
        [
            ("label_zh", i.LabelZh, true),
            ("definition", i.Definition, true),
            ("population_zh", i.PopulationZh, true),
            ("label_en", i.LabelEn, false),
            ("definition_en", i.DefinitionEn, false),
            ("population_en", i.PopulationEn, false),
        ];

    private static IEnumerable<Finding> EqualParts(IReadOnlyList<IndicatorRow> indicators) =>
        from i in indicators
        group i by (i.PopulationId, i.Property, i.Statistic, i.Accounting, i.Unit) into same
        where same.Count() > 1
        select SameParts.At(
            same.Last(),
            new(
                $"{string.Join("、", same.Select(i => i.IndicatorId))} 各部分相同：{same.Key}。",
                $"{string.Join(", ", same.Select(i => i.IndicatorId))} have the same parts: {same.Key}."
            ),
            [.. same.Select(i => i.IndicatorId)]
        );

    private static IEnumerable<Finding> Populations(IReadOnlyList<IndicatorRow> indicators) =>
        from i in indicators
        group i by i.PopulationId into population
        let names = population.Select(i => $"{i.PopulationZh} / {i.PopulationEn}").Distinct().ToList()
        where names.Count > 1
        select Population.At(
            population.Last(),
            new(
                $"对象 {population.Key} 有 {names.Count} 种叫法：{string.Join("；", names)}。",
                $"Population {population.Key} has {names.Count} names: {string.Join("; ", names)}."
            ),
            population.Key
        );

    private static IEnumerable<Finding> MixedProperties(IReadOnlyList<IndicatorRow> indicators)
    {
        var chinese = indicators.Where(i => i.Property.Any(IsHan)).ToList();
        if (chinese.Count > 0 && chinese.Count < indicators.Count)
        {
            yield return PropertyForm.At(
                chinese[0].File,
                null,
                new(
                    $"{indicators.Count} 个 property 里有 {chinese.Count} 个是中文，其余是英文。",
                    $"{chinese.Count} of {indicators.Count} properties are Chinese, the others English."
                )
            );
        }
    }

    private static Finding? CheckModality(LocatedObservation o)
    {
        if (o.Indicator is not { } indicator)
            return null;
        var expected = o.Row.Modality is "rule" or "threshold" ? o.Row.Modality : "";
        var actual = indicator.Statistic is "rule" or "threshold" ? indicator.Statistic : "";
        return expected == actual
            ? null
            : Modality.At(
                o.Row,
                new(
                    $"{o.Id} 的 modality 是 {o.Row.Modality}；指标 {indicator.IndicatorId} 的 statistic 是 {indicator.Statistic}。",
                    $"{o.Id} has modality {o.Row.Modality}; its indicator {indicator.IndicatorId} has statistic {indicator.Statistic}."
                ),
                o.Id
            );
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';
}
