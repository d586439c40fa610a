namespace Analytics.Curation;

/// <summary>Parts against wholes; the rules are listed with the other rules of links.</summary>
internal static class PartRules
{
    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        var parts = scope.Links().Where(l => l.Link.Kind == "part_of").ToList();
        return [.. parts.SelectMany(p => CheckPart(p.Link, p.From, p.To)), .. Cycles(parts), .. Sums(parts)];
    }

    private static IEnumerable<Finding> CheckPart(LinkRow link, LocatedObservation part, LocatedObservation whole)
    {
        if (part.Indicator?.Unit != whole.Indicator?.Unit)
        {
            yield return LinkRules.PartUnit.At(
                link,
                new(
                    $"{part.Id} 的单位是{part.Indicator?.Unit}，{whole.Id} 的是{whole.Indicator?.Unit}。",
                    $"{part.Id} is in {part.Indicator?.Unit}, {whole.Id} in {whole.Indicator?.Unit}."
                ),
                part.Id,
                whole.Id
            );
        }
        else if (part.Bounds.Low > whole.Bounds.High)
        {
            yield return LinkRules.PartExceeds.At(
                link,
                new(
                    $"{part.Id} 是{Shown(part)}，总体 {whole.Id} 只有{Shown(whole)}。",
                    $"{part.Id} is {Shown(part)}, its whole {whole.Id} only {Shown(whole)}."
                ),
                part.Id,
                whole.Id
            );
        }
    }

    private static IEnumerable<Finding> Sums(List<(LinkRow Link, LocatedObservation From, LocatedObservation To)> parts) =>
        from part in parts
        where part.From.Row.Qualifier == "exact" && part.To.Row.Qualifier == "exact" && part.From.Indicator?.Unit == part.To.Indicator?.Unit
        group part by part.To into whole
        let sum = whole.Sum(p => p.From.Row.Value ?? 0)
        where whole.Count() > 1 && sum > whole.Key.Row.Value
        select LinkRules.PartSum.At(
            whole.Key.Row,
            new(
                $"{whole.Key.Id}（{Shown(whole.Key)}）的 {whole.Count()} 个部分相加为 {ValueDisplay.Plain(sum)}。",
                $"The {whole.Count()} parts of {whole.Key.Id} ({Shown(whole.Key)}) add up to {ValueDisplay.Plain(sum)}."
            ),
            whole.Key.Id
        );

    private static IEnumerable<Finding> Cycles(List<(LinkRow Link, LocatedObservation From, LocatedObservation To)> parts)
    {
        var wholes = parts.ToLookup(p => p.From.Id, p => p.To.Id);
        foreach (var (link, from, to) in parts)
        {
            if (Reaches(to.Id, from.Id, wholes))
            {
                yield return LinkRules.PartCycle.At(
                    link,
                    new($"{from.Id} 经 {to.Id} 成了自己的一部分。", $"{from.Id} is a part of itself by way of {to.Id}."),
                    from.Id,
                    to.Id
                );
            }
        }
    }

    private static bool Reaches(string start, string goal, ILookup<string, string> wholes)
    {
        var open = new Stack<string>([start]);
        var seen = new HashSet<string>();
        while (open.TryPop(out var at))
        {
            if (at == goal)
                return true;
            if (seen.Add(at))
            {
                foreach (var next in wholes[at])
                    open.Push(next);
            }
        }
        return false;
    }

    public static string Shown(LocatedObservation o) => o.Row.ValueText + o.Row.UnitText;
}
