using System.Text.RegularExpressions;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Widgets.Vim;

public sealed partial record VimEditor
{
    private VimEditor? HandlePrompt(InputEvent input)
    {
        var prompt = Prompt!;
        if (input is KeyEvent { Key: Key.Enter, Modifiers: KeyModifiers.None })
            return (this with { Prompt = null }).Take(Keys.Add(prompt.Field.Text));
        var isOver =
            input is KeyEvent { Key: Key.Escape } or KeyEvent { Key: Key.Character, Modifiers: KeyModifiers.Ctrl, Text: "c" }
            || input is KeyEvent { Key: Key.Backspace } && prompt.Field.Text.Length == 0;
        if (isOver)
            return this with { Prompt = null, Keys = [], Editor = Editor with { Search = LastSearch?.Search } };
        if (prompt.Field.Handle(input) is not { } field)
            return null;
        var typed = this with { Prompt = prompt with { Field = field } };
        return prompt.Kind == ":" ? typed : typed with { Editor = Editor with { Search = SearchFor(field.Text) } };
    }

    // Verbs that change what is searched for, or what ; repeats, do so before they move, also when they fail.
    private VimEditor Prepared(VimCommand command) =>
        command.Verb switch
        {
            "f" or "F" or "t" or "T" => this with { LastFind = new(command.Verb, command.Argument) },
            "/" or "?" => Sought(command.Argument.Length > 0 ? SearchFor(command.Argument) : LastSearch?.Search, command.Verb == "/"),
            "*" or "#" => Sought(VimMotions.WordAt(Text, Cursor)?.Search, command.Verb == "*"),
            "n" or "N" => this with { Editor = Editor with { Search = LastSearch?.Search } },
            _ => this,
        };

    private VimEditor Sought(TextSearch? search, bool isForward) =>
        search is null ? this : this with { LastSearch = (search, isForward), Editor = Editor with { Search = search } };

    private VimEditor Missed(VimCommand command) =>
        command.Verb is "/" or "?" or "n" or "N" or "*" or "#" && LastSearch is var (search, _)
            ? this with
            {
                Effects = Effects.Add(new VimNotFound(search.Pattern)),
            }
            : this;

    // Case matters once the pattern holds a capital.
    private static TextSearch SearchFor(string pattern)
    {
        var options = pattern.Any(char.IsUpper) ? SearchOptions.MatchCase : SearchOptions.None;
        var search = TextSearch.Of(pattern, options | SearchOptions.Regex);
        return search.Error is null ? search : TextSearch.Of(pattern, options);
    }

    private VimEditor RunLine(string line)
    {
        var vim = LeaveVisual();
        var text = line.Trim();
        if (text.Length == 0)
            return vim;
        if (text is "noh" or "nohlsearch")
            return vim with { Editor = vim.Editor with { Search = null } };
        if (text == "$" || text.All(char.IsAsciiDigit))
        {
            var number = text == "$" || text.Length > 9 ? vim.Text.LastLine + 1 : int.Parse(text);
            return vim.At(vim.Text.FirstNonBlank(Math.Clamp(number - 1, 0, vim.Text.LastLine)));
        }
        return vim.Substitute(text) ?? vim with { Effects = vim.Effects.Add(new VimCommandEntered(text)) };
    }

    // [range]s/pattern/replacement/[g][i]; the range is %, '<,'> or two line numbers, without one the cursor's line.
    private VimEditor? Substitute(string text)
    {
        var match = SubstituteLine().Match(text);
        if (!match.Success || Range(match.Groups["range"].Value) is not var (first, last))
            return null;
        var pattern = match.Groups["pattern"].Value.Replace(@"\/", "/", StringComparison.Ordinal);
        var (search, flags) = (pattern.Length > 0 ? SearchFor(pattern) : LastSearch?.Search, match.Groups["flags"].Value);
        if (search is null)
            return this;
        if (flags.Contains('i'))
            search = TextSearch.Of(search.Pattern, search.Options & ~SearchOptions.MatchCase);
        var replacement = match.Groups["replacement"].Value.Replace(@"\/", "/", StringComparison.Ordinal);
        var (editor, count) = Editor.ReplaceAll(search, replacement, first, last, onlyFirst: !flags.Contains('g'));
        var done = this with
        {
            Editor = editor,
            Effects = Effects.Add(count > 0 ? new VimSubstituted(count) : new VimNotFound(search.Pattern)),
        };
        return done.Sought(search, isForward: true).Settled();
    }

    private (int First, int Last)? Range(string range)
    {
        if (range.Length == 0)
            return (Cursor.Line, Cursor.Line);
        if (range == "%")
            return (0, Text.LastLine);
        var (first, last) =
            range == "'<,'>" && LastVisual is var (anchor, cursor, _)
                ? (Math.Min(anchor.Line, cursor.Line), Math.Max(anchor.Line, cursor.Line))
            : range.Split(',') is [var a, var b] && int.TryParse(a, out var from) && int.TryParse(b, out var to) ? (from - 1, to - 1)
            : (-1, -1);
        return first >= 0 && first <= last && last <= Text.LastLine ? (first, last) : null;
    }

    [GeneratedRegex(@"^(?<range>%|'<,'>|\d+,\d+)?s/(?<pattern>(?:\\.|[^/\\])*)/(?<replacement>(?:\\.|[^/\\])*)(?:/(?<flags>[gi]*))?$")]
    private static partial Regex SubstituteLine();
}
