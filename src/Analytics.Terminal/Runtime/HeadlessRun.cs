using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Runtime;

/// <summary>
/// Runs a program without a terminal: events in, frames out. Effects wait in <see cref="Pending"/> until the caller performs or drops them,
/// so a test decides what has been answered when.
/// </summary>
public sealed class HeadlessRun<TState, TEvent, TEffect>
{
    private readonly Program<TState, TEvent, TEffect> program;
    private readonly AmbiguousWidth ambiguous;
    private readonly List<TEffect> pending = [];
    private readonly Queue<TEvent> answers = [];
    private CellSize size;

    /// <summary>Starts the program on a screen of that size.</summary>
    public HeadlessRun(Program<TState, TEvent, TEffect> program, CellSize size, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        (this.program, this.size, this.ambiguous) = (program, size, ambiguous);
        var first = program.Start(size);
        State = first.State;
        pending.AddRange(first.Effects);
    }

    /// <summary>The state reached.</summary>
    public TState State { get; private set; }

    /// <summary>Effects asked for and not yet performed, oldest first.</summary>
    public IReadOnlyList<TEffect> Pending => pending;

    /// <summary>Texts that effects have put on the clipboard.</summary>
    public List<string> Clipboard { get; } = [];

    /// <summary>Sends input, one after another.</summary>
    public HeadlessRun<TState, TEvent, TEffect> Send(params IEnumerable<InputEvent> inputs)
    {
        foreach (var input in inputs)
        {
            if (input is ResizeEvent resize)
                size = new(resize.Width, resize.Height);
            Post(program.FromInput(input));
        }
        return this;
    }

    /// <summary>Sends the keys of a text, as if typed.</summary>
    public HeadlessRun<TState, TEvent, TEffect> Type(string text) => Send(KeyEvent.Typing(text));

    /// <summary>Sends an event of the program.</summary>
    public HeadlessRun<TState, TEvent, TEffect> Post(TEvent happened)
    {
        var outcome = program.Update(State, happened);
        State = outcome.State;
        pending.AddRange(outcome.Effects);
        return this;
    }

    /// <summary>Performs waiting effects on this thread and applies their answers, until none is left.</summary>
    public HeadlessRun<TState, TEvent, TEffect> PerformPending(CancellationToken cancellation = default)
    {
        var context = new EffectContext<TEvent>(answers.Enqueue, () => { }, Clipboard.Add, cancellation);
        while (pending.Count > 0)
        {
            var effect = pending[0];
            pending.RemoveAt(0);
            program.Perform(effect, context);
            while (answers.TryDequeue(out var answer))
                Post(answer);
        }
        return this;
    }

    /// <summary>Forgets waiting effects, as if their answers never came.</summary>
    public HeadlessRun<TState, TEvent, TEffect> DropPending()
    {
        pending.Clear();
        return this;
    }

    /// <summary>Draws the state.</summary>
    public CellCanvas Frame()
    {
        var canvas = new CellCanvas(size.Width, size.Height, ambiguous);
        program.Draw(State, canvas);
        return canvas;
    }
}
