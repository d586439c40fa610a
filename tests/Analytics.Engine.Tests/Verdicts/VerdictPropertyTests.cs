using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Engine.Verdicts;

namespace Analytics.Engine.Tests.Verdicts;

/// <summary>What holds for the sentence on any figures: three hundred sets of one property, one theme, or none in common.</summary>
public sealed partial class VerdictPropertyTests(ManyVerdicts many) : IClassFixture<ManyVerdicts>
{
    [Fact]
    public void Only_printed_values_names_and_comparable_figures_may_use_words_that_rank()
    {
        foreach (var (text, _, rows) in Texts(v => v.Standing != "comparable"))
        {
            Ranking().Match(Without(text.Zh, rows, "value_printed", "indicator_zh", "population_zh", "zh")).Value.ShouldBe("", text.Zh);
            Ranking().Match(Without(text.En, rows, "value_printed_en", "indicator_en", "population_en", "en")).Value.ShouldBe("", text.En);
        }
    }

    [Fact]
    public void Sentences_keep_their_lengths()
    {
        foreach (var (verdict, _) in many.Verdicts)
        {
            verdict.Brief.Zh.Length.ShouldBeLessThanOrEqualTo(Verdict.BriefLength, verdict.Brief.Zh);
            verdict.Medium.Zh.Length.ShouldBeLessThanOrEqualTo(Verdict.MediumLength, verdict.Medium.Zh);
        }
    }

    [Fact]
    public void Chinese_and_English_have_the_same_numbers()
    {
        foreach (var (text, _, rows) in Texts(_ => true))
        {
            var inWords = rows.Where(r => !r["value_printed"].Any(char.IsAsciiDigit)).Select(r => r["value_printed_en"]);
            var inNames = Numbers(
                string.Join(" ", rows.Select(r => r["criterion"] + r["indicator_zh"] + r["indicator_en"]).Concat(inWords))
            );
            var (zh, en) = (Numbers(text.Zh), Numbers(WithMonthNumbers(text.En)));
            zh.SymmetricExceptWith(en);
            zh.Except(inNames).ShouldBeEmpty(text.ToString());
        }
    }

    [Fact]
    public void Every_number_is_printed_in_a_figure_that_the_verdict_names_or_counts_what_it_tells_of()
    {
        foreach (var (text, verdict, _) in Texts(_ => true))
        {
            var named = many.All.Where(r => verdict.ObservationIds.Contains(r["obs_id"])).ToList();
            var known = Numbers(
                string.Join(
                    " ",
                    named
                        .SelectMany(r =>
                            new[] { r["value_printed"], r["period_text"], r["day"], r["criterion"], r["indicator_zh"], r["population_zh"] }
                        )
                        .Concat(many.Phrases.Where(p => verdict.ObservationIds.Contains(p["obs_id"])).Select(p => p["zh"]))
                )
            );
            Numbers(Counts().Replace(Derived().Replace(text.Zh, ""), "")).Where(n => !known.Contains(n)).ShouldBeEmpty(text.Zh);
        }
    }

    [Fact]
    public void Every_county_that_is_named_has_a_figure_among_those_told_of()
    {
        foreach (var (text, verdict, _) in Texts(_ => true))
        {
            var told = many.All.Where(r => verdict.ObservationIds.Contains(r["obs_id"])).Select(r => r["county_id"]).ToHashSet();
            var others = many.Counties.Where(p => !told.Contains(p["place_id"])).Select(p => p["name_en"].Split(' ')[0]);
            others.Where(name => text.En.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty(text.En);
        }
    }

    [Fact]
    public void Every_figure_of_the_set_is_among_the_ids()
    {
        foreach (var (verdict, rows) in many.Verdicts)
            rows.Select(r => r["obs_id"]).Except(verdict.ObservationIds).ShouldBeEmpty();
    }

    private IEnumerable<(Localized Text, VerdictText Verdict, List<Dictionary<string, string>> Rows)> Texts(
        Func<VerdictText, bool> which
    ) =>
        many
            .Verdicts.Where(v => which(v.Verdict))
            .SelectMany(v => new[] { v.Verdict.Brief, v.Verdict.Medium, v.Verdict.Full }.Select(t => (t, v.Verdict, v.Rows)));

    /// <summary>A text without what the texts and the curators call things.</summary>
    private string Without(
        string text,
        List<Dictionary<string, string>> rows,
        string printed,
        string indicator,
        string population,
        string phrase
    )
    {
        var names = rows.SelectMany(r => new[] { r[printed], r[indicator], Lower(r[indicator]), Bare(r[population]), r["criterion"] })
            .Concat(many.Phrases.Select(p => p[phrase]))
            .Where(n => n.Length > 0)
            .OrderByDescending(n => n.Length);
        // A unit is said once for several values: more than 30,000.
        return names.Aggregate(BoundedNumber().Replace(text, ""), (left, name) => left.Replace(name, "", StringComparison.Ordinal));
    }

    /// <summary>July 2025 with the number that 2025年7月 has.</summary>
    private static string WithMonthNumbers(string text) =>
        CultureInfo
            .InvariantCulture.DateTimeFormat.MonthNames.Index()
            .Where(m => m.Item.Length > 0)
            .Aggregate(text, (left, month) => Regex.Replace(left, $@"\b{month.Item}(?= \d)", $"{month.Index + 1}"));

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Bare(string population) => Regex.Replace(population, @"\s*[（(][^（()）]*[)）]$", "");

    /// <summary>Numbers in the base unit: 万 and 亿 multiplied out.</summary>
    private static HashSet<decimal> Numbers(string text) =>
        [
            .. Number()
                .Matches(text)
                .Select(m =>
                    decimal.Parse(m.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
                    * (
                        m.Groups["scale"].Value.Contains('万') ? 10_000
                        : m.Groups["scale"].Value.Contains('亿') ? 100_000_000
                        : 1
                    )
                ),
        ];

    [GeneratedRegex(@"更|最|高于|领先|前列|第|\b(?:more|most|highest|leads)\b")]
    private static partial Regex Ranking();

    [GeneratedRegex(@"(?<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?<scale>[余多]?[万亿])?")]
    private static partial Regex Number();

    [GeneratedRegex(@"more than [0-9,.]*[0-9]|[0-9]%? or more")]
    private static partial Regex BoundedNumber();

    /// <summary>What a sentence counts itself: places, figures, months between articles.</summary>
    [GeneratedRegex(@"[0-9]+(?=县|地|个数|个不可比|项指标|文|个月[，。])")]
    private static partial Regex Counts();

    [GeneratedRegex(@"[0-9.]+[^、。（]*（推算）")]
    private static partial Regex Derived();
}
