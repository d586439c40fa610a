using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Runtime;

/// <summary>
/// A full-screen program in the Elm manner: immutable state, a pure update, drawing as a function of the state, and effects as data.
/// </summary>
/// <typeparam name="TState">Immutable state; it holds the size of the screen (first given to <see cref="Start"/>, then by resize
/// events).</typeparam>
/// <typeparam name="TEvent">What can happen: input, wrapped by <see cref="FromInput"/>, and answers of effects.</typeparam>
/// <typeparam name="TEffect">What is to be done outside, as data.</typeparam>
public sealed record Program<TState, TEvent, TEffect>
{
    /// <summary>The first state for a screen of that size, and the first effects.</summary>
    public required Func<CellSize, Outcome<TState, TEffect>> Start { get; init; }

    /// <summary>The next state, and what to do. Pure.</summary>
    public required Func<TState, TEvent, Outcome<TState, TEffect>> Update { get; init; }

    /// <summary>Draws the state on a blank canvas. Pure but for the canvas.</summary>
    public required Action<TState, CellCanvas> Draw { get; init; }

    /// <summary>Wraps input as an event of the program.</summary>
    public required Func<InputEvent, TEvent> FromInput { get; init; }

    /// <summary>
    /// Does an effect, on a worker thread; answers by posting events. Effects run beside each other and may answer in any order,
    /// so answers carry the number of their request and the update drops stale ones. Expected failures are answers;
    /// an exception ends the program.
    /// </summary>
    public required Action<TEffect, EffectContext<TEvent>> Perform { get; init; }

    /// <summary>Whether the program is over.</summary>
    public required Func<TState, bool> IsOver { get; init; }

    /// <summary>
    /// The panels, those that lie over others after them; always the same names in the same order. What none of them covers, the screen
    /// shows and takes by itself.
    /// </summary>
    public Func<TState, IReadOnlyList<PanelPlace>> Panels { get; init; } = _ => [];

    /// <summary>The window that is open, for a terminal that shows characters of ambiguous width so wide; null for none.</summary>
    public Func<TState, AmbiguousWidth, ProgramWindow?> Window { get; init; } = (_, _) => null;

    /// <summary>A form in one of the panels; null for none.</summary>
    public Func<TState, ProgramForm?> Form { get; init; } = _ => null;

    /// <summary>The menu that is open; null for none.</summary>
    public Func<TState, ProgramMenu?> Menu { get; init; } = _ => null;

    /// <summary>The colours of the theme; null for the terminal's own.</summary>
    public Func<TState, ColorScheme?> Colors { get; init; } = _ => null;

    /// <summary>How often the state wants a <see cref="TickEvent"/>; null for not at all.</summary>
    public Func<TState, TimeSpan?> TickPeriod { get; init; } = _ => null;
}

/// <summary>A state and the effects that go with reaching it.</summary>
public readonly record struct Outcome<TState, TEffect>(TState State, IReadOnlyList<TEffect> Effects)
{
    /// <summary>A state without effects.</summary>
    public static implicit operator Outcome<TState, TEffect>(TState state) => new(state, []);
}

/// <summary>Shorthand for outcomes.</summary>
public static class Outcome
{
    /// <summary>A state and effects.</summary>
    public static Outcome<TState, TEffect> Of<TState, TEffect>(TState state, params TEffect[] effects) => new(state, effects);
}

/// <summary>What an effect can reach while it runs. All members are thread-safe.</summary>
/// <param name="Post">Sends an event back to the program.</param>
/// <param name="Suspend">Stops the program as Ctrl+Z does in a shell.</param>
/// <param name="CopyToClipboard">Puts a text on the user's clipboard where the terminal allows it.</param>
/// <param name="Cancellation">Cancelled when the program ends.</param>
public sealed record EffectContext<TEvent>(
    Action<TEvent> Post,
    Action Suspend,
    Action<string> CopyToClipboard,
    CancellationToken Cancellation
)
{
    /// <summary>
    /// Gives the terminal back while some work is done by another program, for example an editor, and takes it over again. Without a
    /// terminal nothing is done.
    /// </summary>
    public Action<Action> Lend { get; init; } = _ => { };
}
