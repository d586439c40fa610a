using System.Text.RegularExpressions;

namespace Analytics.Curation;

/// <summary>Every number of the sources is accounted for, once: by the value of an observation or by an exclusion.</summary>
internal static partial class NumeralRules
{
    public static readonly Rule Unclaimed = new(
        "numeral.unclaimed",
        Severity.Critical,
        "Every Arabic numeral of the sources is an observation's value or is excluded.",
        new("补上这个数，或写明理由排除。", "Add the observation, or exclude the numeral with a reason.")
    );

    public static readonly Rule ClaimedTwice = new(
        "numeral.claimed_twice",
        Severity.Critical,
        "No numeral is claimed by two rows.",
        new(
            "删去其中一行，或让其中一行指另一处数字（occurrence、value_at）。",
            "Delete one of the rows, or point one of them to another numeral (occurrence, value_at)."
        )
    );

    public static readonly Rule ChineseUnclaimed = new(
        "numeral.chinese_unclaimed",
        Severity.Critical,
        "Every Chinese numeral before a measure word is an observation's value or is excluded; of quoted terms only ladders and lists "
            + "count (岗 级 档 项 条).",
        new("若说的是数量，补上这个数；否则写明理由排除。", "Add the observation if it states a quantity, else exclude it with a reason.")
    );

    public static readonly Rule Joined = new(
        "numeral.joined",
        Severity.Warning,
        "No numeral has white space between its digits.",
        new("看是一个数还是两个；若是一个，接受此项。", "Look whether these are one number or two, and accept the finding if it is one.")
    );

    public static readonly IReadOnlyList<Rule> All = [Unclaimed, ClaimedTwice, ChineseUnclaimed, Joined];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        var claims = scope
            .Observations.Cast<Located>()
            .Concat(scope.Exclusions)
            .Where(l => l.Number is not null)
            .GroupBy(l => l.Number!.Flow)
            .ToDictionary(g => g.Key, g => g.OrderBy(l => l.Number!.Start).ThenBy(l => l.Number!.End).ToList());
        foreach (var flow in scope.Corpus.Articles.SelectMany(a => a.Flows))
        {
            foreach (var finding in CheckFlow(flow, claims.GetValueOrDefault(flow) ?? []))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> CheckFlow(Flow flow, List<Located> claims)
    {
        for (var i = 1; i < claims.Count; i++)
        {
            if (claims[i].Number!.Start < claims[i - 1].Number!.End)
            {
                yield return ClaimedTwice.At(
                    claims[i].Source,
                    new(
                        $"{claims[i].Id} 与 {claims[i - 1].Id} 指同一处数字，{Where(flow, claims[i].Number!.Start)}。",
                        $"{claims[i].Id} and {claims[i - 1].Id} claim the same numeral, {Where(flow, claims[i].Number!.Start)}."
                    ),
                    claims[i - 1].Id,
                    claims[i].Id
                );
            }
        }

        foreach (Match token in Arabic().Matches(flow.Text))
        {
            if (!IsClaimed(claims, token))
                yield return Missing(Unclaimed, flow, token);
            if (flow.Form.Raw(token.Index + token.Length - 1) - flow.Form.Raw(token.Index) != token.Length - 1)
                yield return Missing(Joined, flow, token);
        }
        foreach (var token in ChineseCandidates(flow.Text))
        {
            if (!IsClaimed(claims, token))
                yield return Missing(ChineseUnclaimed, flow, token);
        }
    }

    private static Finding Missing(Rule rule, Flow flow, Match token)
    {
        var span = new Span(flow, token.Index, token.Index + token.Length);
        var around = flow.Text[Math.Max(0, span.Start - 12)..Math.Min(flow.Text.Length, span.End + 12)];
        return rule.At(
            ProjectFiles.SourceName(flow.Source.File),
            span.Line,
            new(
                $"{flow.ArticleId} 的{Excerpt.Of(around)}里的{token.Value}。",
                $"{token.Value} in {Excerpt.Of(around)} of {flow.ArticleId}."
            ),
            flow.ArticleId
        );
    }

    /// <summary>Whether a claim overlaps the token; the claims are sorted and (else it is a finding) apart.</summary>
    private static bool IsClaimed(List<Located> claims, Match token)
    {
        int low = 0,
            high = claims.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (claims[middle].Number!.End > token.Index)
                high = middle;
            else
                low = middle + 1;
        }
        return low < claims.Count && claims[low].Number!.Start < token.Index + token.Length;
    }

    private static IEnumerable<Match> ChineseCandidates(string text)
    {
        var quoted = Quoted().Matches(text);
        var next = 0;
        foreach (Match token in Chinese().Matches(text))
        {
            while (next < quoted.Count && quoted[next].Index + quoted[next].Length <= token.Index)
                next++;
            if (next == quoted.Count || token.Index < quoted[next].Index || IsList(text, token))
                yield return token;
        }
    }

    /// <summary>
    /// A ladder or list whose length is stated in its name: “三岗十二级”, “五项条件”; “一人一档” and “五个过硬” are names alone.
    /// </summary>
    private static bool IsList(string text, Match token) => token.Value != "一" && "岗级档项条".Contains(text[token.Index + token.Length]);

    private static string Where(Flow flow, int position) =>
        $"{ProjectFiles.SourceName(flow.Source.File)}:{flow.Source.LineOf(flow.Form.Raw(position))}";

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?")]
    private static partial Regex Arabic();

    [GeneratedRegex("[〇零一二两三四五六七八九十百千半几数]+(?=[个名人次年月级类项期支家村户岁元批条件场份倍处种套层档岗日轮对届街])")]
    private static partial Regex Chinese();

    [GeneratedRegex("[“《][^”》]*[”》]")]
    private static partial Regex Quoted();
}
