namespace Analytics.Engine.Verdicts;

/// <summary>A verdict in its clauses, from which both languages are put together.</summary>
/// <param name="Opening">The standing.</param>
/// <param name="Body">Places with their figures.</param>
/// <param name="Reasons">Why; a language may leave it empty.</param>
/// <param name="Tail">Whole sentences that follow, without their full stops.</param>
internal sealed record Sentence(Localized Opening, Localized Body, Localized Reasons, IReadOnlyList<Localized> Tail)
{
    public static readonly Localized Nothing = new("", "");

    public Localized Text =>
        new(
            $"{Opening.Zh}：{Body.Zh}{Led("；", Reasons.Zh)}。" + string.Concat(Tail.Select(t => t.Zh + "。")),
            $"{Opening.En}: {Body.En}{Led("; ", Reasons.En)}." + string.Concat(Tail.Select(t => $" {t.En}."))
        );

    public static Localized Joined(IEnumerable<Localized> parts, string zh, string en)
    {
        var all = parts.ToArray();
        return new(
            string.Join(zh, all.Select(p => p.Zh).Where(p => p.Length > 0)),
            string.Join(en, all.Select(p => p.En).Where(p => p.Length > 0))
        );
    }

    private static string Led(string by, string text) => text.Length == 0 ? "" : by + text;
}
