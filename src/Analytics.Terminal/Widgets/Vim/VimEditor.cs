using System.Collections.Immutable;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Widgets.Vim;

/// <summary>
/// A text editor with the keys of vim: normal, insert, replace, visual and visual-line mode; counts, motions, operators, text objects,
/// registers,
/// search, undo and dot. Immutable, as the editor it wraps. The wrapped editor's selection is what visual mode has selected, and its cursor
/// stands on a character outside insert mode. Behaviour follows vim's manual; where it differs, a Chinese sentence is a run of Chinese
/// characters
/// and of signs, patterns are .NET regular expressions (literal text where that fails) that mind case only if they hold a capital,
/// lines of Chinese are joined without a blank, and marks do not move with the text.
/// </summary>
public sealed partial record VimEditor
{
    private ImmutableList<string> Keys { get; init; } = [];
    private ImmutableList<VimEffect> Effects { get; init; } = [];
    private ImmutableDictionary<char, VimRegister> Registers { get; init; } = ImmutableDictionary<char, VimRegister>.Empty;
    private ImmutableDictionary<char, TextPosition> Marks { get; init; } = ImmutableDictionary<char, TextPosition>.Empty;
    private int? Wished { get; init; }
    private VimFind? LastFind { get; init; }
    private (TextSearch Search, bool IsForward)? LastSearch { get; init; }
    private VimChange? LastChange { get; init; }
    private VimInsertion? Insertion { get; init; }
    private (TextPosition Anchor, TextPosition Cursor, VimMode Mode)? LastVisual { get; init; }
    private int Page { get; init; } = 1;

    private VimEditor(TextEditor editor) => Editor = editor;

    /// <summary>The wrapped editor: text, cursor, selection, scroll position.</summary>
    public TextEditor Editor { get; private init; }

    /// <summary>What keys mean.</summary>
    public VimMode Mode { get; private init; }

    /// <summary>The search or command line being typed; null for none.</summary>
    public VimPrompt? Prompt { get; private init; }

    /// <summary>The keys of an unfinished command, for the mode line.</summary>
    public string Pending => string.Concat(Keys);

    /// <summary>Whether visual mode selects something.</summary>
    public bool IsVisual => Mode is VimMode.Visual or VimMode.VisualLine;

    /// <summary>An editor in normal mode.</summary>
    public static VimEditor Of(TextEditor editor) => new VimEditor(editor).Settled();

    /// <summary>
    /// The editor after a key or a paste; null when it has no meaning here, so that the application may give it one
    /// (function keys, Alt, most of Ctrl, Esc in normal mode).
    /// </summary>
    /// <param name="input">What came.</param>
    /// <param name="pageLines">Lines in view, for the keys that move by pages.</param>
    public VimStep? Handle(InputEvent input, int pageLines)
    {
        var vim = this with { Effects = [], Page = Math.Max(1, pageLines) };
        var next =
            Prompt is not null ? vim.HandlePrompt(input)
            : Insertion is not null ? vim.HandleInsert(input)
            : vim.HandleCommand(input);
        return next is null ? null : new(next with { Effects = [] }, next.Effects);
    }

    /// <summary>The editor after the mouse, see <see cref="TextEditor.HandleMouse"/>: what it selects is selected in visual mode.</summary>
    public VimEditor? HandleMouse(MouseEvent mouse, CellRect area, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        if (Bare().HandleMouse(mouse, area, ambiguous) is not { } editor)
            return null;
        var isMove = mouse.Action is MouseAction.Press or MouseAction.Drag;
        var vim = isMove ? LeaveInsert() with { Keys = [], Prompt = null, Wished = null } : this;
        return isMove ? vim.WithSelectionOf(editor) : this with { Editor = Shaped(editor) };
    }

    /// <summary>
    /// The same keys' state over an editor changed by the application: a completed word, a formatted text, another scroll position.
    /// In insert mode typing goes on.
    /// </summary>
    public VimEditor WithEditor(TextEditor editor) => (this with { Editor = editor }).Settled();

    /// <summary>The editor with a completion put in, so that dot repeats it too; only in insert mode.</summary>
    public VimEditor Accept(CompletionPopup popup)
    {
        var vim = this;
        for (var at = Editor.Cursor; at > popup.Start; at = vim.Editor.Cursor)
            vim = vim.HandleInsert(new KeyEvent(Key.Backspace)) ?? vim;
        return vim.HandleInsert(new PasteEvent(popup.Text)) ?? vim;
    }

    private VimText Text => new(Editor.Buffer);

    private TextPosition Cursor => Editor.Cursor;

    private VimEditor? HandleCommand(InputEvent input)
    {
        if (input is PasteEvent paste)
            return Paste(paste.Text);
        if (VimKeys.Of(input) is not { } key)
            return null;
        if (key == VimKeys.Esc)
        {
            return Keys.Count > 0 ? this with { Keys = [] }
                : IsVisual ? LeaveVisual()
                : null;
        }

        if (Keys.Count == 0 && key.Length > 1 && key[0] == '<' && !VimMotions.Has(key) && !CanRun(key))
            return null;
        return Take(Keys.Add(key));
    }

    private VimEditor Take(ImmutableList<string> keys)
    {
        var (state, command) = VimGrammar.Parse(keys, IsVisual);
        return state switch
        {
            VimParse.Incomplete => this with { Keys = keys },
            VimParse.WantsLine => this with
            {
                Keys = keys,
                Prompt = new(keys[^1], TextField.Of(keys[^1] == ":" && IsVisual ? "'<,'>" : "")),
            },
            _ => (this with { Keys = [] }).Run(command!),
        };
    }

    // Runs a command; one that fails changes nothing but the message.
    private VimEditor Run(VimCommand command)
    {
        var extent = IsVisual ? Extent() : null;
        var next = Execute(command);
        if (next.Insertion is not null)
            return next with { Insertion = new(Editor, next.Editor, new(command, extent, [])) };
        var settled = next.Settled();
        if (ReferenceEquals(settled.Editor.Buffer, Editor.Buffer) || command.Verb is "u" or "U" or "<C-r>" or "." or ":")
            return settled;
        return settled with { Editor = settled.Editor.AsOneStepSince(Editor), LastChange = new(command, extent, []) };
    }

    private VimEditor Execute(VimCommand command)
    {
        if (command.Operator.Length > 0)
            return Operate(command);
        if (IsVisual && VisualCommands.TryGetValue(command.Verb, out var visual))
            return visual(this, command);
        if (!IsVisual && NormalCommands.TryGetValue(command.Verb, out var normal))
            return normal(this, command);
        return CommonCommands.TryGetValue(command.Verb, out var common) ? common(this, command) : Move(command);
    }

    private static bool CanRun(string key) => CommonCommands.ContainsKey(key) || NormalCommands.ContainsKey(key);

    private VimContext Context(VimCommand command) => new(Editor, command, IsVisual, Wished, LastFind, LastSearch, Marks, Page);

    // Outside insert mode the cursor stands on a character; in visual mode it may stand on the line end.
    private VimEditor Settled()
    {
        if (Insertion is not null || IsVisual)
            return this;
        var at = Text.OnCharacter(Cursor);
        return Editor.HasSelection || at != Cursor ? this with { Editor = Editor.MoveTo(at) } : this;
    }

    private VimEditor At(TextPosition place) => this with { Editor = Editor.MoveTo(place, extend: IsVisual), Wished = null };

    // The wrapped editor with a selection between characters, as the mouse understands it.
    private TextEditor Bare() => IsVisual ? Editor.Select(Editor.SelectionStart, Editor.SelectionEnd) : Editor;

    private TextEditor Shaped(TextEditor scrolled) => Editor.WithViewOf(scrolled);

    private VimEditor WithSelectionOf(TextEditor editor)
    {
        if (!editor.HasSelection)
            return (this with { Editor = editor, Mode = VimMode.Normal }).Settled();
        var last = new VimText(editor.Buffer).Previous(editor.SelectionEnd) ?? editor.SelectionStart;
        var (anchor, cursor) = editor.Cursor < editor.Anchor ? (last, editor.Cursor) : (editor.Anchor, last);
        return this with { Editor = editor.Select(anchor, cursor, SelectionShape.Inclusive), Mode = VimMode.Visual };
    }
}
