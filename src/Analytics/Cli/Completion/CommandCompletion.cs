using System.CommandLine;
using System.CommandLine.Completions;
using Analytics.Engine;

namespace Analytics.Cli.Completion;

/// <summary>
/// What may stand at the end of a command line, by the declarations of the commands: their names, their options, and the values that
/// arguments and options say they take. Quotes may be open, and the line need not be right.
/// </summary>
internal static class CommandCompletion
{
    /// <summary>After the names of options whose value is several with commas.</summary>
    private const string Several = ",…";

    // No text of a command line has it: it shows where the last word ends, though nothing is typed of it yet.
    private const char End = '\u0001';

    /// <summary>Whole words in place of the last one, which they all begin with.</summary>
    /// <param name="root">All commands.</param>
    /// <param name="line">The line as it was typed, from the program's name to the cursor.</param>
    /// <param name="describe">A description in the language of the line.</param>
    public static IReadOnlyList<CompletionItem> Of(RootCommand root, string line, Func<ParseResult, string?, string> describe)
    {
        var words = ShellText.Words(line + End) is [_, .. var given] ? given : [];
        if (words.Length == 0)
            return [];
        var word = words[^1].TrimEnd(End);
        var before = words[..^1];
        var parsed = Parse(root, [.. before, word]);
        // The last word may be the name of a command already, and still the one that is completed.
        var command = Parse(root, before).CommandResult;
        return
        [
            .. Offered(parsed, command, before, word, text => describe(parsed, text))
                .Where(o => o.Label.StartsWith(word, StringComparison.Ordinal))
                .DistinctBy(o => o.Label),
        ];
    }

    private static ParseResult Parse(RootCommand root, string[] words) => root.Parse(words, CommandLine.Parsing);

    private static IEnumerable<CompletionItem> Offered(
        ParseResult parsed,
        System.CommandLine.Parsing.CommandResult result,
        string[] before,
        string word,
        Func<string?, string> describe
    )
    {
        var options = OptionsOf(result.Command).ToList();
        if (before is [.., var last] && Named(options, last) is { } open)
            return Values(open, parsed, word, "");
        if (word.StartsWith('-'))
        {
            return word.IndexOf('=') is > 0 and var equals && Named(options, word[..equals]) is { } tied
                ? Values(tied, parsed, word[(equals + 1)..], word[..(equals + 1)])
                : options.Where(o => MayCome(o, before)).Select(o => new CompletionItem(o.Name, detail: describe(o.Description)));
        }

        if (result.Command.Subcommands.Count > 0)
        {
            return result
                .Command.Subcommands.Where(c => !c.Hidden)
                .Select(c => new CompletionItem(c.Name, detail: describe(c.Description)));
        }

        return result.Command.Arguments.Where(a => result.GetResult(a) is not { Tokens.Count: > 0 }).SelectMany(a => Values(a, parsed));
    }

    /// <summary>The options of a command and those that its parents give it.</summary>
    private static IEnumerable<Option> OptionsOf(Command command) =>
        command
            .Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options.Where(o => o.Recursive)))
            .Where(o => !o.Hidden && o.Name.StartsWith('-'));

    /// <summary>The option of a name, if a value follows it.</summary>
    private static Option? Named(IEnumerable<Option> options, string name) =>
        options.FirstOrDefault(o => TakesValue(o) && (o.Name == name || o.Aliases.Contains(name)));

    private static bool TakesValue(Option option) => option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0;

    private static bool MayCome(Option option, string[] before) =>
        option.ValueType.IsArray || !before.Any(b => b == option.Name || option.Aliases.Contains(b));

    /// <summary>The values of an option, each with what stands before it in the word.</summary>
    private static IEnumerable<CompletionItem> Values(Option option, ParseResult parsed, string word, string tied)
    {
        // After a comma the next of several follows.
        var earlier = option.HelpName?.EndsWith(Several, StringComparison.Ordinal) == true ? word[..(word.LastIndexOf(',') + 1)] : "";
        var given = earlier.Split(',');
        return Distinct(option.CompletionSources, parsed)
            .Where(o => !given.Contains(o.Label))
            .Select(o => new CompletionItem(tied + earlier + o.Label, detail: o.Detail));
    }

    private static IEnumerable<CompletionItem> Values(Argument argument, ParseResult parsed) =>
        Distinct(argument.CompletionSources, parsed);

    private static IEnumerable<CompletionItem> Distinct(
        IEnumerable<Func<CompletionContext, IEnumerable<CompletionItem>>> sources,
        ParseResult parsed
    ) => sources.SelectMany(s => s(parsed.GetCompletionContext())).DistinctBy(o => o.Label);
}
