using Analytics.Engine.Models;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Analytics.Engine.Tests.Pages;

/// <summary>
/// Each key of each shipped model and page misspelt, doubled and taken away: what is wrong is told at its line and column, in both
/// languages, with the name that was meant.
/// </summary>
public class SpecMutationTests
{
    /// <summary>Keys below these are names that people give, not words of the files.</summary>
    private static readonly string[] OfNames =
    [
        "dimensions",
        "measures",
        "states",
        "compare",
        "groups",
        "levels",
        "slicers",
        "visuals",
        "params",
        "pass",
    ];

    /// <summary>A key with its value, as it stands in the text.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Parent">The key whose value it stands in; empty at the top.</param>
    /// <param name="Place">Of the key.</param>
    /// <param name="Start">Where the key begins in the text.</param>
    /// <param name="End">Where its value ends; null for a value of several lines.</param>
    /// <param name="IsFlow">Whether it stands in braces.</param>
    private sealed record Entry(string Key, string Parent, SpecPlace Place, int Start, int? End, bool IsFlow);

    public static TheoryData<string> Files => [.. new[] { "models/tongren", "pages/overview", "pages/compare", "pages/county" }];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_misspelt_key_is_named_where_it_stands_with_the_one_that_was_meant(string file)
    {
        var text = TextOf(file);
        var words = EntriesOf(text).Where(e => !OfNames.Contains(e.Parent)).ToArray();
        words.Length.ShouldBeGreaterThan(15);
        foreach (var entry in words)
        {
            var faults = Read(file, text[..entry.Start] + entry.Key + "q" + text[(entry.Start + entry.Key.Length)..]);
            var about = $"{file}:{entry.Place.Line}:{entry.Place.Column} {entry.Key}";
            var fault = faults
                .FirstOrDefault(f => f.Problem.En.Contains($"'{entry.Key}q'", StringComparison.Ordinal))
                .ShouldNotBeNull(about);
            fault.Place.ShouldBe(entry.Place, about);
            fault.Problem.En.Split("near: ")[^1].Split(';')[0].Split(", ").ShouldContain(entry.Key, about);
            fault.Problem.Zh.ShouldContain($"{entry.Key}q", customMessage: about);
            fault.Problem.Zh.ShouldNotBe(fault.Problem.En, about);
            fault.In(Language.Zh).ShouldStartWith($"{file}.yaml:{entry.Place.Line}:{entry.Place.Column}: ");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_doubled_key_is_one_fault_that_names_the_first(string file)
    {
        var text = TextOf(file);
        var entries = EntriesOf(text).Where(e => e.End is not null).ToArray();
        entries.Length.ShouldBeGreaterThan(15);
        foreach (var entry in entries)
        {
            var again = text[entry.Start..entry.End!.Value];
            var between = entry.IsFlow ? ", " : "\n" + new string(' ', entry.Place.Column - 1);
            var about = $"{file}:{entry.Place.Line}:{entry.Place.Column} {entry.Key}";
            var faults = Read(file, text[..entry.End.Value] + between + again + text[entry.End.Value..]);
            var fault = faults.ShouldHaveSingleItem(about);
            fault.Place.Line.ShouldBe(entry.IsFlow ? entry.Place.Line : entry.Place.Line + 1, about);
            fault.Problem.En.ShouldContain($"first in line {entry.Place.Line}", customMessage: about);
            fault.Problem.Zh.ShouldContain($"{entry.Place.Line}", customMessage: about);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_key_that_is_taken_away_is_missed_at_the_place_that_lacks_it_or_not_at_all(string file)
    {
        var text = TextOf(file);
        var missed = 0;
        foreach (var entry in EntriesOf(text).Where(e => e.End is not null && !OfNames.Contains(e.Parent)))
        {
            var about = $"{file}:{entry.Place.Line}:{entry.Place.Column} {entry.Key}";
            var faults = Read(file, Without(text, entry));
            foreach (var fault in faults)
            {
                fault.Problem.Zh.ShouldNotBe(fault.Problem.En, about);
                fault.Place.Line.ShouldBeInRange(1, text.Count(c => c == '\n') + 1, about);
            }

            missed += faults.Count(f => f.Problem.En.Contains($"lacks '{entry.Key}'", StringComparison.Ordinal));
        }

        missed.ShouldBeGreaterThan(3);
    }

    private static string Without(string text, Entry entry)
    {
        var (start, end) = (entry.Start, entry.End!.Value);
        if (!entry.IsFlow)
            return text[..start] + "# " + text[start..];
        var next = end;
        while (text[next] == ' ')
            next++;
        if (text[next] == ',')
            return text[..start] + text[(next + 1)..].TrimStart(' ');
        var before = start;
        while (text[before - 1] is ' ' or '\n')
            before--;
        return text[before - 1] == ',' ? text[..(before - 1)] + text[end..] : text[..start] + text[end..];
    }

    private static string TextOf(string file) => File.ReadAllText(Path.Combine(Repository.Root, "queries", file + ".yaml"));

    private static IReadOnlyList<SpecFault> Read(string file, string text)
    {
        var name = file.Split('/')[1];
        return file.StartsWith("models/", StringComparison.Ordinal)
            ? ShippedPages.Catalog.Models.Read(name, file + ".yaml", text).Faults
            : ShippedPages.Catalog.Read(name, file + ".yaml", text).Faults;
    }

    /// <summary>All keys of a text, with the extent of values that stand in one stretch.</summary>
    private static List<Entry> EntriesOf(string text)
    {
        var entries = new List<Entry>();
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        Node("", isFlow: false);
        return entries;

        int Node(string parent, bool isFlow)
        {
            if (parser.TryConsume<Scalar>(out var scalar))
                return (int)scalar.End.Index;
            if (parser.TryConsume<SequenceStart>(out _))
            {
                while (!parser.Accept<SequenceEnd>(out _))
                    Node(parent, isFlow);
                return Closed((int)parser.Consume<SequenceEnd>().End.Index);
            }

            var flow = parser.Consume<MappingStart>().Style == MappingStyle.Flow;
            while (!parser.Accept<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                var isBlock =
                    parser.Accept<MappingStart>(out var map) && map.Style != MappingStyle.Flow
                    || parser.Accept<SequenceStart>(out var list) && list.Style != SequenceStyle.Flow;
                var end = Node(key.Value, flow);
                entries.Add(
                    new(
                        key.Value,
                        parent,
                        new SpecPlace((int)key.Start.Line, (int)key.Start.Column),
                        (int)key.Start.Index,
                        isBlock ? null : end,
                        flow
                    )
                );
            }

            return Closed((int)parser.Consume<MappingEnd>().End.Index);
        }

        // The end of what stands in brackets is told before the bracket.
        int Closed(int end) => end < text.Length && text[end] is '}' or ']' ? end + 1 : end;
    }
}
