using System.Collections.Immutable;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Shared;

/// <summary>A window over the panels.</summary>
internal abstract record Window
{
    /// <summary>The contexts whose keys hold in it, innermost first.</summary>
    public abstract IReadOnlyList<string> Contexts { get; }

    /// <summary>Whether it wants every key for itself, before any binding.</summary>
    public virtual bool TakesEveryKey => false;

    /// <summary>The button that has the focus; null while the rest of the window has it.</summary>
    public int? Button { get; init; }

    /// <summary>
    /// What stands on its buttons: the first does what the window was opened for, the others close it. None for a window that is only
    /// read, or where choosing is all there is to do.
    /// </summary>
    public virtual ImmutableArray<string> Buttons(Texts texts) => [];

    /// <summary>Whether the buttons alone can have the focus.</summary>
    public virtual bool HasButtonsOnly => false;

    /// <summary>Whether Tab leads from where the focus is to the buttons.</summary>
    public virtual bool LeadsToButtons(bool forward) => true;
}

/// <summary>A window of a feature: all that it is stands in one type.</summary>
/// <typeparam name="T">The slice of the state that it needs; <see cref="CommonState"/> for none.</typeparam>
internal abstract record Window<T> : Window
{
    /// <summary>Describes it for the screen.</summary>
    /// <param name="part">The state.</param>
    /// <param name="ambiguous">How wide the terminal shows characters of ambiguous width.</param>
    public abstract ProgramWindow Describe(Part<T> part, AmbiguousWidth ambiguous);

    /// <summary>Takes keys that no binding took, text and the wheel.</summary>
    public virtual Part<T> Handle(Part<T> part, InputEvent input) => part;

    /// <summary>Takes what the mouse did to a row, a field or the scroll bar.</summary>
    public virtual Part<T> Press(Part<T> part, WindowEvent pressed) => part;

    /// <summary>Does what it was opened for.</summary>
    public virtual Part<T> Accept(Part<T> part) => part;

    /// <summary>Does what a button says.</summary>
    public Part<T> PressButton(Part<T> part, int button) => button == 0 ? Accept(part) : part with { Window = null };

    /// <summary>The window with its frame and buttons.</summary>
    /// <param name="part">The state.</param>
    /// <param name="title">Stands in the frame.</param>
    /// <param name="width">Cells that the content would like to have.</param>
    /// <param name="parts">From top to bottom.</param>
    protected ProgramDialog Framed(Part<T> part, string title, int width, params ImmutableArray<WindowPart> parts) =>
        new(title, parts, Theme.Window)
        {
            Room = WindowFrame.Room(part.Size),
            Width = width,
            Buttons = Buttons(part.Texts),
            Button = Button,
        };
}
