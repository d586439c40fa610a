namespace Analytics.Curation;

/// <summary>Units lead to base units by a factor.</summary>
internal static class UnitRules
{
    public static readonly Rule Base = new(
        "unit.base",
        Severity.Critical,
        "A base unit is its own base with factor 1, and of the same kind as the units that lead to it.",
        new("改正 base_unit、factor 或 kind。", "Correct base_unit, factor or kind.")
    );

    public static readonly Rule Factor = new(
        "unit.factor",
        Severity.Critical,
        "Factors are powers of ten between 0.000001 and 10^12: they shift the decimal point and round nothing.",
        new("改正 factor，或让此单位以自己为基本单位。", "Correct the factor, or make the unit its own base.")
    );

    public static readonly IReadOnlyList<Rule> All = [Base, Factor];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        foreach (var unit in scope.Data.Units)
        {
            if (
                scope.Data.UnitByName.TryGetValue(unit.BaseUnit, out var target)
                && (target.BaseUnit != target.Unit || target.Factor != 1 || target.Kind != unit.Kind)
            )
            {
                yield return Base.At(
                    unit,
                    new(
                        $"{unit.Unit}（{unit.Kind}）的基本单位是{target.Unit}（{target.Kind}），"
                            + $"后者以{target.BaseUnit} × {ValueDisplay.Plain(target.Factor)} 为基本单位。",
                        $"{unit.Unit} ({unit.Kind}) has base unit {target.Unit} ({target.Kind}), "
                            + $"whose base is {target.BaseUnit} × {ValueDisplay.Plain(target.Factor)}."
                    ),
                    unit.Unit
                );
            }

            if (!IsPowerOfTen(unit.Factor))
            {
                yield return Factor.At(
                    unit,
                    new(
                        $"{unit.Unit}的 factor 是 {ValueDisplay.Plain(unit.Factor)}。",
                        $"{unit.Unit} has factor {ValueDisplay.Plain(unit.Factor)}."
                    ),
                    unit.Unit
                );
            }
        }
    }

    private const decimal Smallest = 0.000001m,
        Greatest = 1_000_000_000_000m;

    private static bool IsPowerOfTen(decimal factor)
    {
        if (factor is < Smallest or > Greatest)
            return false;
        while (factor < 1)
            factor *= 10;
        while (factor > 1)
            factor /= 10;
        return factor == 1;
    }
}
