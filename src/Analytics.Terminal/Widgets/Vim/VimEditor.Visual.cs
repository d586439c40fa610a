namespace Analytics.Terminal.Widgets.Vim;

public sealed partial record VimEditor
{
    private static readonly Dictionary<string, Func<VimEditor, VimCommand, VimEditor>> VisualCommands = new()
    {
        ["d"] = (vim, c) => vim.OperateOnSelection("d", c),
        ["x"] = (vim, c) => vim.OperateOnSelection("d", c),
        ["<Del>"] = (vim, c) => vim.OperateOnSelection("d", c),
        ["X"] = (vim, c) => vim.WholeLines().OperateOnSelection("d", c),
        ["D"] = (vim, c) => vim.WholeLines().OperateOnSelection("d", c),
        ["c"] = (vim, c) => vim.OperateOnSelection("c", c),
        ["s"] = (vim, c) => vim.OperateOnSelection("c", c),
        ["C"] = (vim, c) => vim.WholeLines().OperateOnSelection("c", c),
        ["S"] = (vim, c) => vim.WholeLines().OperateOnSelection("c", c),
        ["R"] = (vim, c) => vim.WholeLines().OperateOnSelection("c", c),
        ["y"] = (vim, c) => vim.OperateOnSelection("y", c),
        ["Y"] = (vim, c) => vim.WholeLines().OperateOnSelection("y", c),
        [">"] = (vim, c) => vim.WholeLines().OperateOnSelection(">", c),
        ["<"] = (vim, c) => vim.WholeLines().OperateOnSelection("<", c),
        ["~"] = (vim, c) => vim.OperateOnSelection("g~", c),
        ["g~"] = (vim, c) => vim.OperateOnSelection("g~", c),
        ["u"] = (vim, c) => vim.OperateOnSelection("gu", c),
        ["gu"] = (vim, c) => vim.OperateOnSelection("gu", c),
        ["U"] = (vim, c) => vim.OperateOnSelection("gU", c),
        ["gU"] = (vim, c) => vim.OperateOnSelection("gU", c),
        ["J"] = (vim, c) => vim.JoinSelection(withBlank: true),
        ["gJ"] = (vim, c) => vim.JoinSelection(withBlank: false),
        ["r"] = (vim, c) => vim.ReplaceSelection(c.Argument),
        ["p"] = (vim, c) => vim.PutOverSelection(c),
        ["P"] = (vim, c) => vim.PutOverSelection(c),
        ["o"] = (vim, _) => vim with { Editor = vim.Editor.Select(vim.Editor.Cursor, vim.Editor.Anchor, vim.Editor.Shape), Wished = null },
        ["O"] = (vim, _) => vim with { Editor = vim.Editor.Select(vim.Editor.Cursor, vim.Editor.Anchor, vim.Editor.Shape), Wished = null },
        ["v"] = (vim, _) => vim.Mode == VimMode.Visual ? vim.LeaveVisual() : vim.Select(vim.Editor.Anchor, vim.Cursor, VimMode.Visual),
        ["V"] = (vim, _) => vim.Mode == VimMode.VisualLine ? vim.LeaveVisual() : vim.WholeLines(),
        ["I"] = (vim, c) => vim.InsertAtSelection(vim.Editor.SelectionStart),
        ["A"] = (vim, c) =>
            vim.InsertAtSelection(vim.Mode == VimMode.VisualLine ? vim.Editor.SelectionEnd : vim.Text.Forward(vim.LaterEnd, 1)),
    };

    private TextPosition EarlierEnd => Cursor < Editor.Anchor ? Cursor : Editor.Anchor;

    private TextPosition LaterEnd => Cursor < Editor.Anchor ? Editor.Anchor : Cursor;

    private VimEditor Select(TextPosition anchor, TextPosition cursor, VimMode mode) =>
        this with
        {
            Mode = mode,
            Editor = Editor.Select(anchor, cursor, mode == VimMode.VisualLine ? SelectionShape.Lines : SelectionShape.Inclusive),
        };

    private VimEditor WholeLines() => Select(Editor.Anchor, Cursor, VimMode.VisualLine);

    private VimEditor LeaveVisual() =>
        !IsVisual
            ? this
            : (this with { Mode = VimMode.Normal, LastVisual = (Editor.Anchor, Cursor, Mode), Editor = Editor.MoveTo(Cursor) }).Settled();

    private VimEditor Reselect() =>
        LastVisual is not var (anchor, cursor, mode)
            ? this
            : (IsVisual ? this with { LastVisual = (Editor.Anchor, Cursor, Mode) } : this).Select(anchor, cursor, mode);

    private VimRange Selection() => new(Editor.SelectionStart, Editor.SelectionEnd, Mode == VimMode.VisualLine);

    private VimEditor OperateOnSelection(string operation, VimCommand command)
    {
        var range = Selection();
        var start = Mode == VimMode.Visual || Cursor.Line < Editor.Anchor.Line ? EarlierEnd : range.From;
        return LeaveVisual().Apply(operation, range, command, start, command.Times);
    }

    private VimEditor JoinSelection(bool withBlank)
    {
        var (first, last) = (Editor.SelectionStart.Line, LaterEnd.Line);
        return LeaveVisual().Join(first, Math.Max(last, first + 1), withBlank);
    }

    private VimEditor ReplaceSelection(string character)
    {
        var range = Selection();
        return LeaveVisual().ReplaceCharacters(range.From, range.To, character);
    }

    private VimEditor PutOverSelection(VimCommand command)
    {
        if (RegisterOf(command.Register) is not { } register)
            return LeaveVisual();
        var range = Selection();
        var text = Repeated(register, command.Times);
        if (register.IsLines && !range.IsLines)
            text = $"\n{text}\n";
        var vim = LeaveVisual().Keep('"', range, isYank: false);
        vim = vim with { Editor = vim.Editor.Select(range.From, range.To).Insert(text) };
        if (register.IsLines)
            return vim.At(vim.Text.FirstNonBlank(range.From.Line + (range.IsLines ? 0 : 1)));
        return vim.At(text.Contains('\n') || range.IsLines ? range.From : vim.Text.Back(vim.Cursor, 1));
    }

    private VimEditor InsertAtSelection(TextPosition at) => LeaveVisual().StartInsert(at);

    private VimExtent Extent()
    {
        var (from, to, characters) = (Editor.SelectionStart, LaterEnd, 1);
        for (var at = from.Line == to.Line ? from : to with { Column = 0 }; at < to; at = Text.Forward(at, 1))
            characters++;
        return new(Mode, to.Line - from.Line, characters);
    }

    // Selects as much from the cursor on as a visual command took.
    private VimEditor SelectExtent(VimExtent extent)
    {
        var line = Math.Min(Cursor.Line + extent.Lines, Text.LastLine);
        var start = new TextPosition(line, extent.Lines == 0 ? Cursor.Column : 0);
        return Select(Cursor, Text.Forward(start, extent.Characters - 1), extent.Mode);
    }
}
