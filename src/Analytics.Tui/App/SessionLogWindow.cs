using System.Collections.Immutable;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.App;

/// <summary>Writes the log of the session.</summary>
/// <param name="Path">The ending says in what form.</param>
/// <param name="Text">All that the file is to hold.</param>
/// <param name="Overwrite">Whether the user has said that a file there may be replaced.</param>
internal sealed record WriteSessionLog(string Path, string Text, bool Overwrite) : ConsoleEffect;

/// <summary>The log was written.</summary>
internal sealed record SessionLogWritten(string Path) : ConsoleEvent;

/// <summary>It was not, as there is a file already.</summary>
internal sealed record SessionLogExists(string Path) : ConsoleEvent;

/// <summary>It could not be.</summary>
internal sealed record SessionLogFailed(Localized Message) : ConsoleEvent;

/// <summary>The log is to be written.</summary>
internal sealed record SessionLogWish(SessionLogWindow Window) : Wish;

/// <summary>Asks where the log of the session is to be written.</summary>
/// <param name="Text">What is typed so far: a path, whose ending says in what form.</param>
/// <param name="Error">Why it was refused; empty while nothing is wrong.</param>
internal sealed record SessionLogWindow(TextField Text, string Error = "") : LineWindow<CommonState>(Text, Error)
{
    /// <summary>Whether the user knows that the file is there already.</summary>
    public bool MayReplace { get; init; }

    public override IReadOnlyList<string> Contexts => [KeyContext.Question, KeyContext.Always];

    public override ImmutableArray<string> Buttons(Texts texts) => [Texts.Button(texts.Save, 'S'), texts.CancelButton];

    /// <summary>Another path is asked about anew.</summary>
    public override Part<CommonState> Handle(Part<CommonState> part, InputEvent input) =>
        base.Handle(part with { Window = this with { MayReplace = false } }, input) is { Window: SessionLogWindow typed } handled
            ? handled with
            {
                Window = typed with { MayReplace = MayReplace && typed.Text.Text == Text.Text },
            }
            : part;

    public override Part<CommonState> Accept(Part<CommonState> part) => part.Wishing(new SessionLogWish(this));

    protected override string TitleOf(Texts texts) => texts.SaveSession;

    protected override string Hint(Texts texts) => texts.SessionEndings;

    /// <summary>Opens the window, or says that nothing was done yet.</summary>
    public static ConsoleState Open(ConsoleState state) =>
        state.Log.IsEmpty
            ? state.Say(state.Texts.NothingDone, isError: true)
            : state with
            {
                Window = new SessionLogWindow(TextField.Of($"session-{state.Began:yyyyMMdd-HHmm}.sql")),
            };

    /// <summary>Writes it where it was said.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Granted(ConsoleState state, SessionLogWindow window)
    {
        var path = FilePaths.Full(window.Text.Text.Trim());
        return SessionLogText.Of(path, state) is { } text
            ? Outcome.Of<ConsoleState, ConsoleEffect>(state, new WriteSessionLog(path, text, window.MayReplace))
            : state with
            {
                Window = window with { Error = state.Texts.SessionEndings },
            };
    }

    /// <summary>Takes in what came of it; null if it is about something else.</summary>
    public static ConsoleState? Apply(ConsoleState state, ConsoleEvent answer) =>
        answer switch
        {
            SessionLogWritten written => (state with { Window = state.Window is SessionLogWindow ? null : state.Window }).Say(
                state.Texts.Saved(written.Path)
            ),
            SessionLogExists exists => state.Window is SessionLogWindow window
                ? state with
                {
                    Window = window with { Error = state.Texts.ReplaceByEnter(exists.Path), MayReplace = true },
                }
                : state,
            SessionLogFailed failed => state.Window is SessionLogWindow window
                ? state with
                {
                    Window = window with { Error = failed.Message.In(state.Language).ReplaceLineEndings(" ") },
                }
                : state.Announce(failed.Message, isError: true),
            _ => null,
        };
}
