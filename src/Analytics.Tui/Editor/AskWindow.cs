using System.Globalization;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>What a line of text is asked for.</summary>
internal enum AskedFor
{
    Line,
    BufferName,
    FileToOpen,
    FileToSave,
}

/// <summary>Asks for a line of text.</summary>
/// <param name="What">What the line is for.</param>
/// <param name="Field">What is typed so far.</param>
/// <param name="Error">Why the answer was refused; empty while nothing is wrong.</param>
internal sealed record AskWindow(AskedFor What, TextField Field, string Error = "") : Window<QueryPanelState>
{
    /// <summary>Opens the window.</summary>
    public static Part<QueryPanelState> Open(Part<QueryPanelState> part, AskedFor what, string proposal) =>
        Completing.Stopped(part with { Window = new AskWindow(what, TextField.Of(proposal)) });

    public override IReadOnlyList<string> Contexts => [KeyContext.Ask, KeyContext.Always];

    public override Part<QueryPanelState> Handle(Part<QueryPanelState> part, InputEvent input) =>
        Field.Handle(input) is { } field ? part with { Window = this with { Field = field, Error = "" } } : part;

    public override Part<QueryPanelState> Accept(Part<QueryPanelState> part)
    {
        var (text, closed) = (Field.Text.Trim(), part with { Window = null });
        if (text.Length == 0)
            return part with { Window = this with { Error = part.Texts.NameNeeded } };
        return What switch
        {
            AskedFor.Line when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) => closed with
            {
                Own = closed.Own with { Editor = closed.Own.Editor.GoToLine(line) },
            },
            AskedFor.Line => part with { Window = this with { Error = part.Texts.NotANumberOfLine } },
            AskedFor.BufferName => EditorActions.InBuffers(closed, b => b.Change(buffer => buffer with { Name = text })),
            AskedFor.FileToOpen => closed.Doing(new OpenSqlFile(FilePaths.Full(text))),
            _ => EditorActions.SaveAs(part, text),
        };
    }

    public override void Draw(Part<QueryPanelState> part, CellCanvas canvas)
    {
        var inside = Popup.Open(canvas, Math.Min(74, canvas.Width - 2), 4, Title(part.Texts), Theme.Dialog);
        Field.Draw(inside.Region(new(0, 0, inside.Width, 1)), Theme.Input with { Text = Theme.Quote }, hasFocus: true);
        inside.WriteField(0, 1, Error, inside.Width, Theme.Error);
    }

    private string Title(Texts texts) =>
        What switch
        {
            AskedFor.Line => texts.GoToLine,
            AskedFor.BufferName => texts.RenameBuffer,
            AskedFor.FileToOpen => texts.OpenSql,
            _ => texts.SaveSql,
        };
}
