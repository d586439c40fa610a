using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Curation;

/// <summary>Phrases of verdicts are short, rank nothing, and every number in them is printed in a figure that they name.</summary>
internal static partial class PhraseRules
{
    /// <summary>Characters of a Chinese phrase; a sentence at 80 columns holds two.</summary>
    private const int Longest = 20;

    public static readonly Rule Length = new(
        "phrase.length",
        Severity.Critical,
        "A Chinese phrase has at most 20 characters.",
        new("说得再短些。", "Say it in fewer words.")
    );

    public static readonly Rule Number = new(
        "phrase.number",
        Severity.Critical,
        "A number in a phrase is the one of its figure, or of one that it cites.",
        new("改正数字，或在 cites 里写明是哪个数。", "Correct the number, or name the observation in cites.")
    );

    public static readonly Rule Ranking = new(
        "phrase.ranking",
        Severity.Critical,
        "A phrase ranks nothing.",
        new("说哪里不同，不说谁高谁低。", "Say what differs, not how it ranks.")
    );

    public static readonly IReadOnlyList<Rule> All = [Length, Number, Ranking];

    public static IEnumerable<Finding> Check(CheckScope scope) => scope.Data.Phrases.SelectMany(p => Check(p, scope.Data.ObservationById));

    private static IEnumerable<Finding> Check(PhraseRow phrase, IReadOnlyDictionary<string, ObservationRow> observations)
    {
        string[] named = [phrase.ObsId, .. phrase.Cites];
        foreach (var id in named.Where(id => !observations.ContainsKey(id)))
        {
            yield return KeyRules.Reference.At(
                phrase,
                new($"没有{Excerpt.Of(id)}这个数。", $"{Excerpt.Of(id)} is no observation."),
                phrase.ObsId
            );
        }

        if (phrase.Zh.Length > Longest)
        {
            yield return Length.At(
                phrase,
                new($"{Excerpt.Of(phrase.Zh)}有 {phrase.Zh.Length} 个字。", $"{Excerpt.Of(phrase.Zh)} has {phrase.Zh.Length} characters."),
                phrase.ObsId
            );
        }

        if (Comparative().Match(phrase.Zh + "|" + phrase.En) is { Success: true } word)
            yield return Ranking.At(phrase, new($"{Excerpt.Of(word.Value)}分了高低。", $"{Excerpt.Of(word.Value)} ranks."), phrase.ObsId);
        var figures = named.Select(observations.GetValueOrDefault).OfType<ObservationRow>().ToArray();
        var printed = figures.Select(o => o.ValueText).ToHashSet();
        printed.UnionWith(figures.Select(o => o.Value?.ToString("0.############", CultureInfo.InvariantCulture) ?? ""));
        foreach (var number in Numbers().Matches(phrase.Zh + "|" + phrase.En).Select(m => m.Value).Where(n => !printed.Contains(Plain(n))))
        {
            yield return Number.At(
                phrase,
                new($"{string.Join("、", named)} 都没有印着 {number}。", $"{number} is printed in none of {string.Join(", ", named)}."),
                phrase.ObsId
            );
        }
    }

    private static string Plain(string number) => number.Replace(",", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"更|最|高于|领先|前列|\b(?:most|highest|leads?|leading)\b|\bmore than\b")]
    private static partial Regex Comparative();
}
