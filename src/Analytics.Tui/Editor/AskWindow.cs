using System.Globalization;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>What a line of text is asked for.</summary>
internal enum AskedFor
{
    Line,
    BufferName,
}

/// <summary>Asks for a line of text.</summary>
/// <param name="What">What the line is for.</param>
/// <param name="Text">What is typed so far.</param>
/// <param name="Error">Why the answer was refused; empty while nothing is wrong.</param>
internal sealed record AskWindow(AskedFor What, TextField Text, string Error = "") : LineWindow<QueryPanelState>(Text, Error)
{
    /// <summary>Opens the window.</summary>
    public static Part<QueryPanelState> Open(Part<QueryPanelState> part, AskedFor what, string proposal) =>
        Completing.Stopped(part with { Window = new AskWindow(what, TextField.Of(proposal)) });

    protected override int Width => 70;

    public override IReadOnlyList<string> Contexts => [KeyContext.Ask, KeyContext.Always];

    public override Part<QueryPanelState> Accept(Part<QueryPanelState> part)
    {
        var (text, closed) = (Text.Text.Trim(), part with { Window = null });
        if (text.Length == 0)
            return part with { Window = this with { Error = part.Texts.NameNeeded } };
        return What switch
        {
            AskedFor.Line when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) => closed with
            {
                Own = closed.Own with { Editor = closed.Own.Editor.GoToLine(line) },
            },
            AskedFor.Line => part with { Window = this with { Error = part.Texts.NotANumberOfLine } },
            _ => EditorActions.InBuffers(closed, b => b.Change(buffer => buffer with { Name = text })),
        };
    }

    protected override string TitleOf(Texts texts) => What == AskedFor.Line ? texts.GoToLine : texts.RenameBuffer;
}
