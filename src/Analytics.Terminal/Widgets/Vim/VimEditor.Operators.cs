using System.Text;

namespace Analytics.Terminal.Widgets.Vim;

/// <summary>The text an operator acts on.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Just after its end; for lines, the end of the last one.</param>
/// <param name="IsLines">Whether it is whole lines.</param>
internal readonly record struct VimRange(TextPosition From, TextPosition To, bool IsLines);

public sealed partial record VimEditor
{
    private const int MostText = 4_000_000;

    // The motions after which `` leads back.
    private static readonly HashSet<string> Jumps = ["G", "gg", "%", "n", "N", "/", "?", "*", "#", "{", "}", "H", "M", "L", "`", "'"];

    private VimEditor Move(VimCommand command)
    {
        var ready = Prepared(command);
        if (VimMotions.Find(ready.Context(command)) is not { } target)
            return ready.Missed(command);
        var wished = command.Verb switch
        {
            "$" or "<End>" => int.MaxValue,
            "gj" or "gk" when Editor.IsInRows => null,
            "j" or "k" or "gj" or "gk" or "<Down>" or "<Up>" or "<C-d>" or "<C-u>" or "<C-f>" or "<C-b>" or "<PageDown>" or "<PageUp>" =>
                Wished ?? Context(command).Cells(Cursor.Line).ColumnOf(Cursor.Column),
            _ => (int?)null,
        };
        if (!VimMotions.Has(command.Verb))
            return ready.SelectObject(target);
        var left = Jumps.Contains(command.Verb) ? ready.Marks.SetItem('`', Cursor).SetItem('\'', Cursor) : ready.Marks;
        return ready.At(target.To) with { Wished = wished, Marks = left };
    }

    private VimEditor SelectObject(VimTarget target) =>
        !IsVisual
            ? this
            : target.Reach switch
            {
                VimReach.Lines => Select(target.From, target.To, VimMode.VisualLine),
                VimReach.Inclusive => Select(target.From, target.To, VimMode.Visual),
                _ when target.From == target.To => this,
                _ => Select(
                    target.From,
                    target.To.Column > 0 ? Text.Back(target.To, 1) : new(target.To.Line - 1, Text.Line(target.To.Line - 1).Length),
                    VimMode.Visual
                ),
            };

    private VimEditor Operate(VimCommand command)
    {
        var ready = Prepared(command);
        var motion = ready.Context(OnWord(command) ?? command);
        if (VimMotions.Find(motion) is not { } target)
            return ready.Missed(command);
        var range = RangeOf(target, motion.Command);
        var start =
            target.Reach != VimReach.Lines || !VimMotions.Has(command.Verb) ? range.From
            : target.To < Cursor && (command.Operator, command.Verb) is not ("y", VimGrammar.WholeLines) ? target.To
            : Cursor;
        return ready.Apply(command.Operator, command.Operator == "d" ? WholeLinesIfAlone(range) : range, command, start);
    }

    // cw on a word leaves the blanks after it, as ce does; but it does not go on to the next word from the end of one.
    private VimCommand? OnWord(VimCommand command)
    {
        if (command is not { Operator: "c", Verb: "w" or "W" } || Text.IsEmpty(Cursor.Line))
            return null;
        var big = command.Verb == "W";
        if (Text.KindAt(Cursor, big) == Words.Kind.Blank)
            return null;
        if (!Text.EndsWord(Cursor, big))
            return command with { Verb = big ? "E" : "e" };
        return command.Times == 1 ? command with { Verb = "l" } : command with { Verb = big ? "E" : "e", Count = command.Times - 1 };
    }

    private VimRange RangeOf(VimTarget target, VimCommand command)
    {
        var (from, to) = target.From <= target.To ? (target.From, target.To) : (target.To, target.From);
        if (target.Reach == VimReach.Lines)
            return LinesOf(from.Line, to.Line);
        if (target.Reach == VimReach.Inclusive)
            return new(from, Text.Forward(to, 1), false);
        // An exclusive motion to the beginning of a line ends at the end of the line before, and takes whole lines if it began in the
        // indent.
        if (to.Column > 0 || to.Line == from.Line)
            return new(from, to, false);
        return Text.IsInIndent(from) ? LinesOf(from.Line, to.Line - 1) : new(from, EndOf(to.Line - 1), false);
    }

    // A deletion over several lines that leaves nothing of the first and the last takes them whole.
    private VimRange WholeLinesIfAlone(VimRange range) =>
        range.To.Line > range.From.Line
        && Text.IsInIndent(range.From)
        && string.IsNullOrWhiteSpace(Text.Line(range.To.Line)[range.To.Column..])
            ? LinesOf(range.From.Line, range.To.Line)
            : range;

    private VimRange LinesOf(int first, int last) => new(new(first, 0), EndOf(last), true);

    private TextPosition EndOf(int line) => new(line, Text.Line(line).Length);

    /// <summary>Does an operator on a range.</summary>
    private VimEditor Apply(string operation, VimRange range, VimCommand command, TextPosition start, int indents = 1) =>
        operation switch
        {
            "d" => Keep(command.Register, range, isYank: false).Remove(range),
            "c" => Keep(command.Register, range, isYank: false).Change(range),
            "y" => Keep(command.Register, range, isYank: true).At(start),
            ">" or "<" => Indent(range, operation == ">", indents),
            _ => ChangeCase(range, operation).At(start),
        };

    private VimEditor Remove(VimRange range)
    {
        if (!range.IsLines)
            return this with { Editor = Editor.Select(range.From, range.To).Insert(""), Wished = null };
        var vim = this with { Editor = Editor.Select(range.From, range.To, SelectionShape.Lines).DeleteLines() };
        return vim.At(vim.Text.FirstNonBlank(Math.Min(range.From.Line, vim.Text.LastLine)));
    }

    private VimEditor Change(VimRange range)
    {
        var indent = range.IsLines ? Text.Line(range.From.Line)[..Text.IndentLength(range.From.Line)] : "";
        return (this with { Editor = Editor.Select(range.From, range.To).Insert(indent) }).StartInsert(null);
    }

    private VimEditor Indent(VimRange range, bool more, int times)
    {
        var editor = Editor.Select(range.From, range.To, SelectionShape.Lines);
        for (var left = Math.Min(times, 20); left > 0; left--)
            editor = more ? editor.Indent() : editor.Outdent();
        var vim = this with { Editor = editor };
        return (vim with { Editor = editor.MoveTo(range.From) }).At(vim.Text.FirstNonBlank(range.From.Line));
    }

    private VimEditor ChangeCase(VimRange range, string how)
    {
        var text = new StringBuilder(Editor.Buffer.Between(range.From, range.To));
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = how switch
            {
                "gu" => char.ToLowerInvariant(text[i]),
                "gU" => char.ToUpperInvariant(text[i]),
                _ => Toggled(text[i]),
            };
        }

        return this with
        {
            Editor = Editor.Select(range.From, range.To).Insert(text.ToString()),
        };
    }

    private static char Toggled(char c) => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c);

    // Puts a text into a register and into the unnamed one; yanks also into 0 and, through the application, onto the clipboard.
    private VimEditor Keep(char name, VimRange range, bool isYank)
    {
        if (name == '_')
            return this;
        var kept = new VimRegister(Editor.Buffer.Between(range.From, range.To), range.IsLines);
        if (char.IsAsciiLetterUpper(name) && Registers.TryGetValue(char.ToLowerInvariant(name), out var before))
            kept = new(before.Text + (before.IsLines || kept.IsLines ? "\n" : "") + kept.Text, before.IsLines || kept.IsLines);
        var registers = Registers.SetItem('"', kept).SetItem(char.ToLowerInvariant(name), kept);
        var isCopied = name is '+' or '*' || isYank && name == '"';
        return this with
        {
            Registers = isYank && name == '"' ? registers.SetItem('0', kept) : registers,
            Effects = isCopied ? Effects.Add(new VimCopied(kept.IsLines ? kept.Text + "\n" : kept.Text)) : Effects,
        };
    }

    private VimRegister? RegisterOf(char name) =>
        Registers.GetValueOrDefault(name is '*' && !Registers.ContainsKey('*') ? '+' : char.ToLowerInvariant(name))
        ?? (name is '+' or '*' ? Registers.GetValueOrDefault('"') : null);

    private static string Repeated(VimRegister register, int times)
    {
        var most = Math.Clamp(times, 1, Math.Max(1, MostText / (register.Text.Length + 1)));
        return string.Join(register.IsLines ? "\n" : "", Enumerable.Repeat(register.Text, most));
    }
}
