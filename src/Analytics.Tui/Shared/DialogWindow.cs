using System.Collections.Immutable;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Shared;

/// <summary>A question that its buttons answer; the one that changes nothing has the focus first.</summary>
internal abstract record DialogWindow<T> : Window<T>
{
    private const int Widest = 72;

    protected DialogWindow(string title, string message, string yes) => (Title, Message, Yes, Button) = (title, message, yes, 1);

    public string Title { get; }

    public string Message { get; }

    public string Yes { get; }

    public override IReadOnlyList<string> Contexts => [KeyContext.Replace, KeyContext.Always];

    public override bool HasButtonsOnly => true;

    public override ImmutableArray<string> Buttons(Texts texts) => [Yes, texts.CancelButton];

    /// <summary>The first button was chosen; the window is closed.</summary>
    protected abstract Part<T> Agreed(Part<T> part);

    public override Part<T> Accept(Part<T> part) => Agreed(part with { Window = null });

    public override ProgramWindow Describe(Part<T> part, AmbiguousWidth ambiguous)
    {
        var width = Math.Max(CellText.Width(Message, ambiguous), CellText.Width(Title, ambiguous) + 4);
        return Framed(part, Title, Math.Min(Widest, width), TextPart.Of(Message, Theme.Plain));
    }
}
