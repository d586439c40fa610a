using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets.Vim;

public sealed partial record VimEditor
{
    private static readonly Dictionary<string, Func<VimEditor, VimCommand, VimEditor>> NormalCommands = new()
    {
        ["i"] = (vim, _) => vim.StartInsert(vim.Cursor),
        ["a"] = (vim, _) => vim.StartInsert(vim.Text.Forward(vim.Cursor, 1)),
        ["I"] = (vim, _) => vim.StartInsert(vim.Cursor with { Column = vim.Text.IndentLength(vim.Cursor.Line) }),
        ["A"] = (vim, _) => vim.StartInsert(vim.EndOf(vim.Cursor.Line)),
        ["o"] = (vim, _) => vim.Open(below: true),
        ["O"] = (vim, _) => vim.Open(below: false),
        ["R"] = (vim, _) => vim.StartInsert(vim.Cursor) with { Mode = VimMode.Replace },
        ["v"] = (vim, _) => vim.Select(vim.Cursor, vim.Cursor, VimMode.Visual),
        ["V"] = (vim, _) => vim.Select(vim.Cursor, vim.Cursor, VimMode.VisualLine),
        ["x"] = (vim, c) => vim.Operate(c with { Operator = "d", Verb = "l" }),
        ["<Del>"] = (vim, c) => vim.Operate(c with { Operator = "d", Verb = "l" }),
        ["X"] = (vim, c) => vim.Operate(c with { Operator = "d", Verb = "h" }),
        ["D"] = (vim, c) => vim.Operate(c with { Operator = "d", Verb = "$" }),
        ["C"] = (vim, c) => vim.Operate(c with { Operator = "c", Verb = "$" }),
        ["s"] = (vim, c) => vim.Operate(c with { Operator = "c", Verb = "l" }),
        ["S"] = (vim, c) => vim.Operate(c with { Operator = "c", Verb = VimGrammar.WholeLines }),
        ["Y"] = (vim, c) => vim.Operate(c with { Operator = "y", Verb = VimGrammar.WholeLines }),
        ["J"] = (vim, c) => vim.JoinFromCursor(c.Times, withBlank: true),
        ["gJ"] = (vim, c) => vim.JoinFromCursor(c.Times, withBlank: false),
        ["r"] = (vim, c) => vim.ReplaceAtCursor(c),
        ["~"] = (vim, c) => vim.ToggleCase(c.Times),
        ["p"] = (vim, c) => vim.RegisterOf(c.Register) is { } register ? vim.Put(register, c.Times, after: true) : vim,
        ["P"] = (vim, c) => vim.RegisterOf(c.Register) is { } register ? vim.Put(register, c.Times, after: false) : vim,
        ["u"] = (vim, c) => vim.Undone(c.Times, editor => editor.Undo()),
        ["<C-r>"] = (vim, c) => vim.Undone(c.Times, editor => editor.Redo()),
        ["."] = (vim, c) => vim.Repeat(c.Count),
        ["gi"] = (vim, _) =>
            vim.Marks.TryGetValue('^', out var at) ? vim.StartInsert(vim.Editor.Buffer.Clamp(at)) : vim.StartInsert(vim.Cursor),
    };

    // Commands of normal and visual mode alike.
    private static readonly Dictionary<string, Func<VimEditor, VimCommand, VimEditor>> CommonCommands = new()
    {
        ["m"] = (vim, c) => c.Argument is [var name] ? vim with { Marks = vim.Marks.SetItem(name, vim.Cursor) } : vim,
        ["gv"] = (vim, _) => vim.Reselect(),
        [":"] = (vim, c) => vim.RunLine(c.Argument),
        ["<C-c>"] = (vim, _) => vim.LeaveVisual(),
        ["zz"] = (vim, _) => vim.Turned(vim.Editor.WithCursorAt(vim.Page / 2)),
        ["zt"] = (vim, _) => vim.Turned(vim.Editor.WithCursorAt(0)),
        ["zb"] = (vim, _) => vim.Turned(vim.Editor.WithCursorAt(vim.Page - 1)),
        ["<C-e>"] = (vim, c) => vim.Turned(vim.Editor.ScrollBy(c.Times, 0)),
        ["<C-y>"] = (vim, c) => vim.Turned(vim.Editor.ScrollBy(-c.Times, 0)),
    };

    private VimEditor Undone(int times, Func<TextEditor, TextEditor> step)
    {
        var editor = Editor;
        for (var left = times; left > 0 && step(editor) is var next && !ReferenceEquals(next, editor); left--)
            editor = next;
        return this with { Editor = editor, Wished = null };
    }

    // The view moves and the cursor goes with it as far as it must.
    private VimEditor Turned(TextEditor view)
    {
        var at = view.CursorWithin(Page);
        var turned = this with { Editor = view };
        return at == Cursor ? turned : turned.At(Text.OnCharacter(at));
    }

    private VimEditor JoinFromCursor(int lines, bool withBlank)
    {
        var last = Cursor.Line + Math.Max(2, lines) - 1;
        return Cursor.Line == Text.LastLine ? this : Join(Cursor.Line, Math.Min(last, Text.LastLine), withBlank);
    }

    private VimEditor Join(int first, int last, bool withBlank)
    {
        if (last > Text.LastLine)
            return this;
        var joined = Text.Line(first);
        var at = ClusterBreaks.Previous(joined, joined.Length);
        for (var number = first + 1; number <= last; number++)
        {
            var next = withBlank ? Text.Line(number).TrimStart(' ', '\t') : Text.Line(number);
            var gap = withBlank && NeedsBlank(joined, next) ? " " : "";
            at = gap.Length > 0 || next.Length > 0 ? joined.Length : ClusterBreaks.Previous(joined, joined.Length);
            joined += gap + next;
        }
        var editor = Editor.Select(new(first, 0), EndOf(last)).Insert(joined);
        return (this with { Editor = editor }).At(new(first, at));
    }

    // Lines of Chinese are joined as they would be read, without a blank.
    private static bool NeedsBlank(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0 || after[0] == ')' || before[^1] is ' ' or '\t')
            return false;
        return !IsWide(before, ClusterBreaks.Previous(before, before.Length)) || !IsWide(after, 0);
    }

    private static bool IsWide(string text, int index) => CellText.Width(text[index..ClusterBreaks.Next(text, index)]) == 2;

    private VimEditor ReplaceAtCursor(VimCommand command)
    {
        var end = Text.Forward(Cursor, command.Times - 1);
        if (end.Column >= Text.Line(Cursor.Line).Length || command.Times > Text.Line(Cursor.Line).Length)
            return this;
        end = Text.Forward(end, 1);
        if (command.Argument != VimKeys.Enter)
            return ReplaceCharacters(Cursor, end, command.Argument).At(Text.Back(end, 1));
        var opened = this with { Editor = Editor.Select(Cursor, end).NewLine() };
        return opened.At(opened.Text.Back(opened.Cursor, 1));
    }

    // Every character between two places becomes the same one; line ends stay.
    private VimEditor ReplaceCharacters(TextPosition from, TextPosition to, string character)
    {
        if (character.Length > 1 && character[0] == '<')
            return this;
        var text = Editor.Buffer.Between(from, to);
        var lines = text.Split('\n').Select(line => string.Concat(Enumerable.Repeat(character, ClustersIn(line))));
        return (this with { Editor = Editor.Select(from, to).Insert(string.Join('\n', lines)) }).At(from);
    }

    private static int ClustersIn(string text)
    {
        var count = 0;
        foreach (var _ in CellText.Clusters(text))
            count++;
        return count;
    }

    private VimEditor ToggleCase(int times)
    {
        var end = Text.Forward(Cursor, times);
        return end == Cursor ? this : ChangeCase(new(Cursor, end, false), "g~").At(end);
    }

    private VimEditor Put(VimRegister register, int times, bool after)
    {
        var text = Repeated(register, times);
        if (register.IsLines)
            return PutLines(text, after);
        var at = after ? Text.Forward(Cursor, 1) : Cursor;
        var vim = this with { Editor = Editor.MoveTo(at).Insert(text) };
        return vim.At(text.Contains('\n') ? at : vim.Text.Back(vim.Cursor, 1));
    }

    private VimEditor PutLines(string text, bool after)
    {
        var editor = after
            ? Editor.MoveTo(EndOf(Cursor.Line)).Insert("\n" + text)
            : Editor.MoveTo(Cursor with { Column = 0 }).Insert(text + "\n");
        var vim = this with { Editor = editor };
        return vim.At(vim.Text.FirstNonBlank(Cursor.Line + (after ? 1 : 0)));
    }

    // Text pasted by the terminal: at the cursor, or over the selection.
    private VimEditor Paste(string text)
    {
        var editor = IsVisual ? Editor : Editor.MoveTo(Cursor);
        var vim = LeaveVisual() with { Editor = editor.Insert(text), Keys = [], Wished = null };
        return vim.At(vim.Text.Back(vim.Cursor, 1)).Settled() is var pasted
            ? pasted with
            {
                Editor = pasted.Editor.AsOneStepSince(Editor),
            }
            : this;
    }
}
