using System.Collections.Immutable;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Shared;

/// <summary>The part of the console's state that belongs to no feature: every feature sees it and may change it.</summary>
internal abstract record CommonState
{
    /// <summary>Of the screen, in cells.</summary>
    public required CellSize Size { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required Language Language { get; init; }

    /// <summary>When the console was started.</summary>
    public DateTimeOffset Began { get; init; }

    /// <summary>Time since the start, as of the last input.</summary>
    public TimeSpan Now { get; init; }

    public Panel Focus { get; init; } = Panel.Catalogue;

    public bool IsCatalogueShown { get; init; } = true;

    /// <summary>A window over the panels, or null.</summary>
    public Window? Window { get; init; }

    public StatusMessage Message { get; init; }

    /// <summary>Faults of the data or of opened files, each once; they stay until the end.</summary>
    public ImmutableList<Localized> Faults { get; init; } = [];

    /// <summary>What the terminal has told of pictures.</summary>
    public GraphicsSupport Graphics { get; init; } = GraphicsSupport.None;

    public bool IsSessionOpen { get; init; }

    public bool IsOver { get; init; }

    /// <summary>Number of the last request; each gets the next one.</summary>
    public int LastRequest { get; init; }

    /// <summary>Where ids stand among all columns of a table.</summary>
    public abstract IdColumns Ids { get; }

    /// <summary>The key bindings that hold.</summary>
    public abstract KeyMap Keys { get; }

    public Texts Texts => Texts.Of(Language, Keys);
}

/// <summary>Saying things, in the status line or in a window.</summary>
internal static class Saying
{
    /// <summary>The state that says something in the status line.</summary>
    public static T Say<T>(this T state, string text, bool isError = false)
        where T : CommonState => (T)((CommonState)state with { Message = new StatusMessage(text, isError) });

    /// <summary>The state that says something nobody should miss a part of: in a window where the status line is too short.</summary>
    public static T Announce<T>(this T state, string text, bool isError = false)
        where T : CommonState =>
        CellText.Width(text) <= state.Size.Width && !(isError && text.Contains('\n', StringComparison.Ordinal))
            ? state.Say(text, isError)
            : (T)((CommonState)state with { Window = new CellWindow(isError ? state.Texts.Error : state.Texts.Result, text) });

    /// <inheritdoc cref="Announce{T}(T, string, bool)"/>
    public static T Announce<T>(this T state, Localized text, bool isError = false)
        where T : CommonState => state.Announce(text.In(state.Language), isError);
}
