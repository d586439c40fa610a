using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Host;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Runtime;

/// <summary>
/// Runs a program without a terminal: events in, frames out. Effects wait in <see cref="Pending"/> until the caller performs or drops them,
/// so a test decides what has been answered when.
/// </summary>
public sealed class HeadlessRun<TState, TEvent, TEffect> : IDisposable
{
    private readonly Program<TState, TEvent, TEffect> _program;
    private readonly AmbiguousWidth _ambiguous;
    private readonly List<TEffect> _pending = [];
    private readonly Queue<TEvent> _answers = [];
    private CellSize _size;
    private MemoryScreen? _screen;

    /// <summary>Starts the program on a screen of that size.</summary>
    public HeadlessRun(Program<TState, TEvent, TEffect> program, CellSize size, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        (_program, _size, _ambiguous) = (program, size, ambiguous);
        var first = program.Start(size);
        State = first.State;
        _pending.AddRange(first.Effects);
    }

    /// <summary>The state reached.</summary>
    public TState State { get; private set; }

    /// <summary>Effects asked for and not yet performed, oldest first.</summary>
    public IReadOnlyList<TEffect> Pending => _pending;

    /// <summary>Texts that effects have put on the clipboard.</summary>
    public List<string> Clipboard { get; } = [];

    /// <summary>Sends input, one after another; the mouse in a window or menu is told as on a terminal.</summary>
    public HeadlessRun<TState, TEvent, TEffect> Send(params IEnumerable<InputEvent> inputs)
    {
        foreach (var input in inputs)
        {
            if (input is ResizeEvent resize)
                _size = new(resize.Width, resize.Height);
            foreach (var told in Told(input))
                Post(_program.FromInput(told));
        }
        return this;
    }

    /// <summary>What the program is told of input: the mouse over windows, and keys in a file dialog, are Terminal.Gui's first.</summary>
    private IReadOnlyList<InputEvent> Told(InputEvent input)
    {
        var over = Over;
        if (input is MouseEvent mouse && over.IsAny)
        {
            Frame();
            return _screen!.Take(mouse);
        }
        if (input is not (KeyEvent or PasteEvent) || over is not { Window: ProgramFileDialog files, Menu: null })
            return [input];
        if (input is KeyEvent key && files.IsOfProgram(key))
            return [input];
        Frame();
        return _screen!.Take(input, files);
    }

    /// <summary>Sends the keys of a text, as if typed.</summary>
    public HeadlessRun<TState, TEvent, TEffect> Type(string text) => Send(KeyEvent.Typing(text));

    /// <summary>Sends an event of the program.</summary>
    public HeadlessRun<TState, TEvent, TEffect> Post(TEvent happened)
    {
        var outcome = _program.Update(State, happened);
        State = outcome.State;
        _pending.AddRange(outcome.Effects);
        return this;
    }

    /// <summary>Performs waiting effects on this thread and applies their answers, until none is left.</summary>
    public HeadlessRun<TState, TEvent, TEffect> PerformPending(CancellationToken cancellation = default)
    {
        var context = new EffectContext<TEvent>(_answers.Enqueue, () => { }, Clipboard.Add, cancellation);
        while (_pending.Count > 0)
        {
            var effect = _pending[0];
            _pending.RemoveAt(0);
            _program.Perform(effect, context);
            while (_answers.TryDequeue(out var answer))
                Post(answer);
        }
        return this;
    }

    /// <summary>Forgets waiting effects, as if their answers never came.</summary>
    public HeadlessRun<TState, TEvent, TEffect> DropPending()
    {
        _pending.Clear();
        return this;
    }

    /// <summary>What lies over the panels.</summary>
    private Overlay Over => new(_program.Window(State, _ambiguous), _program.Form(State), _program.Menu(State));

    /// <summary>Draws the state in its theme, with window and menu over the panels as Terminal.Gui shows them.</summary>
    public CellCanvas Frame() => Frame(_program.Colors(State), ColorDepth.TrueColor);

    /// <summary>Draws the state in the colours of another theme, as a terminal with so many colours gets it.</summary>
    public CellCanvas Frame(ColorScheme? colors, ColorDepth depth)
    {
        var canvas = new CellCanvas(_size.Width, _size.Height, _ambiguous);
        _program.Draw(State, canvas);
        if (Over is var over && (over.IsAny || colors is not null || _screen is not null))
        {
            _screen ??= new MemoryScreen(_size.Width, _size.Height);
            _screen.Draw(over.Window, over.Form, over.Menu, colors, depth, canvas);
        }
        return canvas;
    }

    /// <summary>Ends what shows windows and menus.</summary>
    public void Dispose() => _screen?.Dispose();

    private readonly record struct Overlay(ProgramWindow? Window, ProgramForm? Form, ProgramMenu? Menu)
    {
        public bool IsAny => Window is not null || Form is not null || Menu is not null;
    }
}
