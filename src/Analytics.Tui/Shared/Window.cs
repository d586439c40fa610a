using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;

namespace Analytics.Tui.Shared;

/// <summary>A window over the panels.</summary>
internal abstract record Window
{
    /// <summary>The contexts whose keys hold in it, innermost first.</summary>
    public abstract IReadOnlyList<string> Contexts { get; }

    /// <summary>Whether it wants every key for itself, before any binding.</summary>
    public virtual bool TakesEveryKey => false;
}

/// <summary>A window of a feature: all that it is stands in one type.</summary>
/// <typeparam name="T">The slice of the state that it needs; <see cref="CommonState"/> for none.</typeparam>
internal abstract record Window<T> : Window
{
    /// <summary>Draws it.</summary>
    /// <param name="part">The state.</param>
    /// <param name="canvas">The screen without status and footer.</param>
    public abstract void Draw(Part<T> part, CellCanvas canvas);

    /// <summary>Takes keys that no binding took, text and the wheel.</summary>
    public virtual Part<T> Handle(Part<T> part, InputEvent input) => part;

    /// <summary>Takes a press of the left button; its place is one of the screen.</summary>
    public virtual Part<T> Press(Part<T> part, MouseEvent mouse) => part;

    /// <summary>Does what it was opened for.</summary>
    public virtual Part<T> Accept(Part<T> part) => part;
}
