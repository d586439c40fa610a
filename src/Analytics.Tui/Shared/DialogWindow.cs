using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>A question with buttons to answer it.</summary>
internal abstract record DialogWindow<T>(Dialog Dialog) : Window<T>
{
    public override IReadOnlyList<string> Contexts => [KeyContext.Replace, KeyContext.Always];

    /// <summary>The first button was chosen; the window is closed.</summary>
    protected abstract Part<T> Agreed(Part<T> part);

    public override void Draw(Part<T> part, CellCanvas canvas) => Dialog.Draw(canvas, Theme.Dialog);

    public override Part<T> Handle(Part<T> part, InputEvent input) =>
        part with
        {
            Window = this with { Dialog = Dialog.Handle(input) ?? Dialog },
        };

    /// <summary>A button does what it says.</summary>
    public override Part<T> Press(Part<T> part, MouseEvent mouse) =>
        Dialog.ButtonAt(mouse.X, mouse.Y, WindowFrame.Room(part.Size)) is { } button
            ? (this with { Dialog = Dialog with { Focus = button } }).Accept(part)
            : part;

    public override Part<T> Accept(Part<T> part)
    {
        var closed = part with { Window = null };
        return Dialog.Focus == 0 ? Agreed(closed) : closed;
    }
}
