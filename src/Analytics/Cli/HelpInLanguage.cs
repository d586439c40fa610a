using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Analytics.Terminal.Text;

namespace Analytics.Cli;

/// <summary>The help of a command in the language that is asked for: what the parser's own has, and examples.</summary>
/// <param name="languageOf">The language that the command line asks for.</param>
internal sealed class HelpInLanguage(Func<ParseResult, Language> languageOf) : SynchronousCommandLineAction
{
    private const int WidestNames = 40,
        DefaultWidth = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var text = Text(parseResult.CommandResult.Command, languageOf(parseResult), Width());
        parseResult.InvocationConfiguration.Output.Write(text);
        return ExitCode.Done;
    }

    /// <summary>The help of a command.</summary>
    /// <param name="command">The command; its parents' options hold for it too.</param>
    /// <param name="language">Of the help.</param>
    /// <param name="width">Cells of a line.</param>
    public static string Text(Command command, Language language, int width)
    {
        var (text, help) = (new StringBuilder(), CommandHelp.Of(command, language));
        Section(new("说明", "Description"), [("", help.Description)]);
        Section(new("用法", "Usage"), [(help.Usage, "")]);
        Section(new("命令", "Commands"), help.Commands);
        Section(new("参数", "Arguments"), help.Arguments);
        Section(new("选项", "Options"), help.Options);
        Section(new("各命令都有的选项", "Options of every command"), help.CommonOptions);
        Examples(text, help.Examples, language);
        if (command is RootCommand)
            Section(new("退出码", "Exit codes"), ExitCode.All.Select(c => (c.Codes, c.Meaning.In(language))));
        return text.ToString();

        void Section(Localized title, IEnumerable<(string Names, string Words)> lines) =>
            HelpInLanguage.Section(text, title.In(language) + Colon(language), lines, width);
    }

    private static string Colon(Language language) => language == Language.Zh ? "：" : ":";

    private static int Width() => Console.IsOutputRedirected ? DefaultWidth : Math.Max(60, Console.WindowWidth - 1);

    private static void Examples(StringBuilder text, IReadOnlyList<CommandExample> examples, Language language)
    {
        if (examples.Count == 0)
            return;
        text.Append(new Localized("例", "Examples").In(language)).Append(Colon(language)).Append('\n');
        foreach (var example in examples)
            text.Append($"  # {example.Purpose.In(language)}\n  {example.Line}\n");
        text.Append('\n');
    }

    private static void Section(StringBuilder text, string title, IEnumerable<(string Names, string Words)> lines, int width)
    {
        var all = lines.Where(l => l.Names.Length + l.Words.Length > 0).ToList();
        if (all.Count == 0)
            return;
        text.Append(title).Append('\n');
        var names = all.Select(l => CellText.Width(l.Names)).Where(w => w <= WidestNames).DefaultIfEmpty(0).Max();
        foreach (var (name, words) in all)
            Line(text, name, words, name.Length == 0 ? 0 : names + 2, width);
        text.Append('\n');
    }

    /// <summary>Names at the left and words at the right; names that are too long stand on a line of their own.</summary>
    private static void Line(StringBuilder text, string names, string words, int indent, int width)
    {
        text.Append("  ").Append(names);
        var used = CellText.Width(names);
        foreach (var line in words.Length == 0 ? [] : CellText.Wrap(words, Math.Max(20, width - indent - 2)))
        {
            if (used > indent || (used == indent && used > 0))
                (_, used) = (text.Append("\n  "), 0);
            text.Append(' ', indent - used).Append(line);
            used = int.MaxValue;
        }

        text.Append('\n');
    }
}
