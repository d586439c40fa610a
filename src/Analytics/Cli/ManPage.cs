using System.CommandLine;
using System.Text;

namespace Analytics.Cli;

/// <summary>The manual page in roff, of the same declarations as the help: commands, options, examples, exit codes, variables.</summary>
internal static class ManPage
{
    /// <param name="root">All commands.</param>
    /// <param name="language">Of the page.</param>
    public static string Of(RootCommand root, Language language)
    {
        var text = new StringBuilder();
        var help = CommandHelp.Of(root, language);
        text.Append(".\\\" -*- mode: nroff; coding: utf-8 -*-\n");
        text.Append($".TH ANALYTICS 1 \"\" \"{DocumentAbout.Program}\"\n");
        Section(text, Say("名称", "NAME"));
        Line(text, $"analytics \\- {Escaped(help.Description)}", isEscaped: true);
        Section(text, Say("用法", "SYNOPSIS"));
        Bold(text, help.Usage);
        foreach (var command in root.Subcommands.Where(c => !c.Hidden))
        {
            text.Append(".br\n");
            Bold(text, CommandHelp.Of(command, language).Usage);
        }

        Section(text, Say("命令", "COMMANDS"));
        foreach (var command in root.Subcommands.Where(c => !c.Hidden))
            Described(text, command.Name, CommandHelp.Of(command, language), language);
        Section(text, Say("各命令都有的选项", "OPTIONS OF EVERY COMMAND"));
        Terms(text, help.CommonOptions);
        Section(text, Say("控制台的选项", "OPTIONS OF THE CONSOLE"));
        Terms(text, help.Options);
        Section(text, Say("退出码", "EXIT STATUS"));
        Terms(text, ExitCode.All.Select(c => (c.Codes, c.Meaning.In(language))));
        Section(text, Say("环境变量", "ENVIRONMENT"));
        Terms(text, EnvironmentVariables.All.Select(v => (v.Names, v.Meaning.In(language))));
        Section(text, Say("例", "EXAMPLES"));
        Examples(text, help.Examples, language);
        return text.ToString();

        string Say(string zh, string en) => new Localized(zh, en).In(language);
    }

    private static void Described(StringBuilder text, string name, CommandHelp help, Language language)
    {
        text.Append($".SS {Escaped(name)}\n");
        Line(text, help.Description);
        text.Append(".PP\n");
        Bold(text, help.Usage);
        Terms(text, help.Arguments.Concat(help.Options));
        if (help.Examples.Count == 0)
            return;
        text.Append(".PP\n");
        Line(text, new Localized("例：", "Examples:").In(language));
        Examples(text, help.Examples, language);
    }

    private static void Section(StringBuilder text, string title) => text.Append($".SH {Escaped(title)}\n");

    private static void Terms(StringBuilder text, IEnumerable<(string Names, string Words)> terms)
    {
        foreach (var (names, words) in terms)
        {
            text.Append(".TP\n");
            Bold(text, names);
            Line(text, words.Length > 0 ? words : names);
        }
    }

    private static void Examples(StringBuilder text, IReadOnlyList<CommandExample> examples, Language language)
    {
        foreach (var example in examples)
        {
            text.Append(".PP\n");
            Line(text, example.Purpose.In(language) + new Localized("：", ":").In(language));
            // As it is typed: neither filled nor broken.
            text.Append(".PP\n.nf\n.RS\n");
            Line(text, example.Line);
            text.Append(".RE\n.fi\n");
        }
    }

    private static void Bold(StringBuilder text, string words) => Line(text, $"\\fB{Escaped(words)}\\fR", isEscaped: true);

    private static void Line(StringBuilder text, string words, bool isEscaped = false) =>
        text.Append(isEscaped ? words : Escaped(words)).Append('\n');

    /// <summary>
    /// Text that roff takes for text: the backslash and the characters that it would make others of (groff_char(7)); and nothing of it is
    /// a request, whatever it begins with.
    /// </summary>
    private static string Escaped(string text)
    {
        var escaped = text.Replace("\\", "\\e")
            .Replace("-", "\\-")
            .Replace("'", "\\(aq")
            .Replace("`", "\\(ga")
            .Replace("^", "\\(ha")
            .Replace("~", "\\(ti")
            .Replace("\"", "\\(dq")
            .Replace('\n', ' ');
        return escaped.StartsWith('.') ? "\\&" + escaped : escaped;
    }
}
