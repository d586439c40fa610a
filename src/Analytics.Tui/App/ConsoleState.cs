using System.Collections.Immutable;
using Analytics.Figures;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Everything the screen is a function of.</summary>
internal sealed record ConsoleState
{
    private static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(250);

    public required CellSize Size { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required Language Language { get; init; }

    /// <summary>Writes a request as the command that batch takes.</summary>
    public required Func<BatchRequest, string> CommandOf { get; init; }

    /// <summary>Time since the start, as of the last input.</summary>
    public TimeSpan Now { get; init; }

    public Panel Focus { get; init; } = Panel.Catalogue;

    public bool IsCatalogueShown { get; init; } = true;

    /// <summary>Whether the focused panel takes the whole screen.</summary>
    public bool IsZoomed { get; init; }

    /// <summary>Sizes of panels that the user has chosen.</summary>
    public PanelSizes Sizes { get; init; } = new();

    /// <summary>What the mouse drags; null while no button is pressed on anything that can be.</summary>
    public MouseDrag? Drag { get; init; }

    public CatalogueState Catalogue { get; init; } = CatalogueState.Empty;

    public QueryPanelState Query { get; init; } = QueryPanelState.Empty;

    public ResultState Result { get; init; } = ResultState.Empty;

    /// <summary>What the terminal has told of pictures.</summary>
    public GraphicsSupport Graphics { get; init; } = GraphicsSupport.None;

    /// <summary>The chart in view as a picture.</summary>
    public PixelState Pixels { get; init; } = new();

    public SentenceState Sentence { get; init; } = SentenceState.Empty;

    /// <summary>A window over the panels, or null.</summary>
    public Window? Window { get; init; }

    /// <summary>The menu that is open, or null.</summary>
    public ProgramMenu? Menu { get; init; }

    public StatusMessage Message { get; init; }

    /// <summary>Faults of the data or of opened files, each once; they stay until the end.</summary>
    public ImmutableList<Localized> Faults { get; init; } = [];

    public bool IsSessionOpen { get; init; }

    public bool IsOver { get; init; }

    /// <summary>Number of the last request; each gets the next one.</summary>
    public int LastRequest { get; init; }

    /// <summary>
    /// Whether something has run long enough to be worth showing; what is quick shows no trace, so that the screen does not flicker.
    /// </summary>
    public bool ShowsRunning => Result.InMotion is [var longest, ..] && Now - longest.StartedAt >= QuietTime;

    /// <summary>Whether a running query without rows stands in the place of the result.</summary>
    public bool IsWaiting => Result.Running is { HasRows: false, IsBehind: false } running && Now - running.StartedAt >= QuietTime;

    public ConsoleSettings Settings { get; init; } = ConsoleSettings.Default;

    /// <summary>The key bindings that hold.</summary>
    public KeyMap Keys => Settings.Keys;

    public Texts Texts => Texts.Of(Language, Keys);

    /// <summary>The state that says something in the status line.</summary>
    public ConsoleState Say(string text, bool isError = false) => this with { Message = new StatusMessage(text, isError) };

    /// <summary>The state that says something nobody should miss a part of: in a window where the status line is too short.</summary>
    public ConsoleState Announce(string text, bool isError = false) =>
        CellText.Width(text) <= Size.Width && !(isError && text.Contains('\n', StringComparison.Ordinal))
            ? Say(text, isError)
            : this with
            {
                Window = new CellWindow(isError ? Texts.Error : Texts.Result, text, 0),
            };

    /// <inheritdoc cref="Announce(string, bool)"/>
    public ConsoleState Announce(Localized text, bool isError = false) => Announce(text.In(Language), isError);
}
