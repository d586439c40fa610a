using System.Collections.Immutable;
using Analytics.Terminal.Input;

namespace Analytics.Terminal.Widgets.Vim;

public sealed partial record VimEditor
{
    private static readonly ImmutableHashSet<string> RepeatedByCount = ["i", "a", "I", "A", "o", "O", "R"];

    // Insert mode at a place, or where the editor's cursor is. Run completes the record of what it began with.
    private VimEditor StartInsert(TextPosition? at) =>
        this with
        {
            Editor = at is { } place ? Editor.MoveTo(place) : Editor,
            Mode = VimMode.Insert,
            Insertion = new(Editor, Editor, new(new("i"), null, [])),
            Wished = null,
        };

    private VimEditor Open(bool below)
    {
        var indent = Text.Line(Cursor.Line)[..Text.IndentLength(Cursor.Line)];
        var editor = below
            ? Editor.MoveTo(EndOf(Cursor.Line)).Insert("\n" + indent)
            : Editor.MoveTo(Cursor with { Column = 0 }).Insert(indent + "\n");
        return (this with { Editor = editor }).StartInsert(new(Cursor.Line + (below ? 1 : 0), indent.Length));
    }

    private VimEditor? HandleInsert(InputEvent input)
    {
        if (input is KeyEvent { Key: Key.Escape } or KeyEvent { Key: Key.Character, Modifiers: KeyModifiers.Ctrl, Text: "c" or "[" })
            return LeaveInsert();
        if (input is KeyEvent { Key: Key.Left or Key.Right or Key.Up or Key.Down or Key.Home or Key.End or Key.PageUp or Key.PageDown } key)
            return MoveInInsert(key);
        if (
            input
                is not (PasteEvent or KeyEvent { IsTyping: true } or KeyEvent { Key: Key.Enter or Key.Tab or Key.Backspace or Key.Delete })
            && input is not KeyEvent { Key: Key.Character, Modifiers: KeyModifiers.Ctrl, Text: "w" or "u" }
        )
        {
            return null;
        }

        return Typed(input);
    }

    private VimEditor? Typed(InputEvent input)
    {
        var events = Insertion!.Change.Typed;
        if (Mode == VimMode.Replace && input is KeyEvent { Key: Key.Backspace })
        {
            return events.IsEmpty
                ? this with
                {
                    Editor = Editor.MoveTo(Text.Back(Cursor, 1)),
                }
                : Replayed(events.RemoveAt(events.Count - 1));
        }

        return TypeOne(Editor, input) is { } editor ? WithTyped(editor, events.Add(input)) : null;
    }

    private VimEditor WithTyped(TextEditor editor, ImmutableList<InputEvent> events) =>
        this with
        {
            Editor = editor,
            Insertion = Insertion! with { Change = Insertion.Change with { Typed = events } },
        };

    private VimEditor Replayed(ImmutableList<InputEvent> events) =>
        WithTyped(events.Aggregate(Insertion!.Opened, (editor, input) => TypeOne(editor, input) ?? editor), events);

    // In replace mode a character takes the place of the one under the cursor.
    private TextEditor? TypeOne(TextEditor editor, InputEvent input)
    {
        if (Mode != VimMode.Replace || input is not KeyEvent { IsTyping: true } typed)
            return editor.Handle(input, Page);
        var text = new VimText(editor.Buffer);
        return editor.Select(editor.Cursor, text.Forward(editor.Cursor, 1)).Insert(typed.Text);
    }

    // A move ends what dot repeats; undo still takes all of the insert mode back.
    private VimEditor? MoveInInsert(KeyEvent key) =>
        Editor.Handle(key with { Modifiers = key.Modifiers & ~KeyModifiers.Shift }, Page) is not { } moved
            ? null
            : this with
            {
                Editor = moved,
                Insertion = Insertion! with { Opened = moved, Change = new(new(Mode == VimMode.Replace ? "R" : "i"), null, []) },
            };

    private VimEditor LeaveInsert()
    {
        if (Insertion is not { } insertion)
            return this;
        var repeated =
            RepeatedByCount.Contains(insertion.Change.Command.Verb) && insertion.Change.Command.Operator.Length == 0
                ? TypedAgain(insertion.Change)
                : this;
        var vim = repeated.WithoutBareIndent(insertion.Change);
        // Undo goes back to where typing began, if the command only moved there.
        var start = ReferenceEquals(insertion.Start.Buffer, insertion.Opened.Buffer) ? insertion.Opened : insertion.Start;
        return vim with
        {
            Mode = VimMode.Normal,
            Insertion = null,
            LastChange = insertion.Change,
            Marks = vim.Marks.SetItem('^', vim.Cursor),
            Editor = vim.Editor.MoveTo(vim.Text.Back(vim.Cursor, 1)).AsOneStepSince(start),
            Wished = null,
        };
    }

    private VimEditor TypedAgain(VimChange change)
    {
        var vim = this;
        var most = Math.Min(change.Command.Times, Math.Max(1, MostText / 100 / (change.Typed.Count + 1)));
        for (var left = most - 1; left > 0; left--)
        {
            if (change.Command.Verb is "o" or "O")
                vim = vim.WithoutBareIndent(change).Open(below: true);
            vim = vim with { Editor = change.Typed.Aggregate(vim.Editor, (editor, input) => vim.TypeOne(editor, input) ?? editor) };
        }
        return vim;
    }

    // An indent that a new line began with goes when nothing was typed after it.
    private VimEditor WithoutBareIndent(VimChange change)
    {
        var isNew = change.Typed.IsEmpty
            ? change.Command
                is { Operator: "", Verb: "o" or "O" or "S" }
                    or { Operator: "c", Verb: VimGrammar.WholeLines or "j" or "k" or "G" or "gg" or "ip" or "ap" }
            : change.Typed[^1] is KeyEvent { Key: Key.Enter };
        var line = Text.Line(Cursor.Line);
        return isNew && line.Length > 0 && string.IsNullOrWhiteSpace(line)
            ? this with
            {
                Editor = Editor.Select(Cursor with { Column = 0 }, EndOf(Cursor.Line)).Insert(""),
            }
            : this;
    }

    private VimEditor Repeat(int? count)
    {
        if (LastChange is not { } change)
            return this;
        var command = count is null ? change.Command : change.Command with { Count = count };
        var begun = (change.Extent is { } extent ? SelectExtent(extent) : this).Execute(command);
        var kept = change with { Command = command };
        if (begun.Insertion is not null)
        {
            begun = begun with { Insertion = new(Editor, begun.Editor, kept with { Typed = [] }) };
            begun = change.Typed.Aggregate(begun, (vim, input) => vim.Typed(input) ?? vim).LeaveInsert();
        }
        var done = begun.LeaveVisual().Settled();
        return done with { Editor = done.Editor.AsOneStepSince(Editor), LastChange = kept };
    }
}
