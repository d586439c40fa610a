using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using Analytics.Terminal.Text;

namespace Analytics.Cli;

/// <summary>The help of a command: the parser's own in English, ours in Chinese where that is asked for.</summary>
/// <param name="english">The parser's own.</param>
/// <param name="languageOf">The language that the command line asks for.</param>
internal sealed class HelpInLanguage(HelpAction english, Func<ParseResult, Language> languageOf) : SynchronousCommandLineAction
{
    private const int WidestNames = 40,
        DefaultWidth = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        if (languageOf(parseResult) == Language.En)
            return english.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.Write(Text(parseResult.CommandResult.Command, Width()));
        return ExitCode.Done;
    }

    /// <summary>The help of a command in Chinese.</summary>
    /// <param name="command">The command; its parents' options hold for it too.</param>
    /// <param name="width">Cells of a line.</param>
    public static string Text(Command command, int width)
    {
        var text = new StringBuilder();
        Section(text, "说明", [("", HelpZh.Of(command.Description))], width);
        Section(text, "用法", [(Usage(command), "")], width);
        Section(text, "参数", command.Arguments.Select(a => ($"<{a.HelpName ?? a.Name}>", HelpZh.Of(a.Description))), width);
        Section(text, "选项", Options(command).Select(o => (Names(o), HelpZh.Of(o.Description))), width);
        Section(text, "命令", command.Subcommands.Where(c => !c.Hidden).Select(c => (Usage(c, path: ""), HelpZh.Of(c.Description))), width);
        return text.ToString();
    }

    private static int Width() => Console.IsOutputRedirected ? DefaultWidth : Math.Max(60, Console.WindowWidth - 1);

    private static void Section(StringBuilder text, string title, IEnumerable<(string Names, string Words)> lines, int width)
    {
        var all = lines.Where(l => l.Names.Length + l.Words.Length > 0).ToList();
        if (all.Count == 0)
            return;
        text.Append(title).Append("：\n");
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

    private static string Usage(Command command) => Usage(command, Path(command.Parents.OfType<Command>().FirstOrDefault()));

    private static string Usage(Command command, string path)
    {
        var arguments = command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[<{Name(a)}>]" : $"<{Name(a)}>");
        string[] words =
        [
            path + command.Name,
            .. command.Subcommands.Count > 0 ? ["[命令]"] : Array.Empty<string>(),
            .. arguments,
            .. path.Length > 0 || command.Parents.All(p => p is not Command) ? ["[选项]"] : Array.Empty<string>(),
        ];
        return string.Join(' ', words);
    }

    private static string Path(Command? command) =>
        command is null ? "" : Path(command.Parents.OfType<Command>().FirstOrDefault()) + command.Name + " ";

    private static string Name(Argument argument) => argument.HelpName ?? argument.Name;

    /// <summary>Its own options, then those of its parents that hold for it too.</summary>
    private static IEnumerable<Option> Options(Command command)
    {
        IEnumerable<Option> own = command.Options;
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        while (parent is not null)
        {
            own = own.Concat(parent.Options.Where(o => o.Recursive));
            parent = parent.Parents.OfType<Command>().FirstOrDefault();
        }

        return own.Where(o => !o.Hidden);
    }

    private static string Names(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).Distinct().OrderBy(n => n.Length));
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool)
            ? names
            : $"{names} <{option.HelpName ?? option.Name.TrimStart('-')}>";
    }
}
