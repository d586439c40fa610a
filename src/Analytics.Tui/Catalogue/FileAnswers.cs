using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;
using Analytics.Tui.Editor;

namespace Analytics.Tui.Catalogue;

/// <summary>Takes in the answers about files and tables.</summary>
internal static class FileAnswers
{
    /// <summary>The outcome; null if the answer is about something else.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Apply(ConsoleState state, ConsoleEvent answer) =>
        answer switch
        {
            FolderRead read => state.Window is FilePathWindow window && window.Folder == read.Folder
                ? state with
                {
                    Window = window with { Entries = read.Entries },
                }
                : state,
            FileInspected seen => state.Window is FilePathWindow window && window.Request == seen.Request
                ? state with
                {
                    Window = FileActions.Window(seen.Inspection, state),
                }
                : state,
            FileRefused refused => state.Window is FilePathWindow window && window.Request == refused.Request
                ? Refused(state, window, refused)
                : state,
            DataFileOpened opened => Opened(state, opened),
            DataFileFailed failed => state.Window is LoadFileWindow load && load.Request == failed.Request
                ? state with
                {
                    Window = load with { Request = null, Error = failed.Message.In(state.Language).ReplaceLineEndings(" ") },
                }
                : state.Announce(failed.Message, isError: true),
            DataFileClosed { Fault: { } fault } => state.Announce(fault, isError: true),
            DataFileClosed closed => Completing.Outdated(state).Say(state.Texts.ClosedFile(closed.File.Name)),
            FirstRowsRead read => state.Window is PreviewWindow preview && preview.Request == read.Request
                ? state with
                {
                    Window = preview with { Rows = read.Rows },
                }
                : state,
            _ => (Outcome<ConsoleState, ConsoleEffect>?)null,
        };

    /// <summary>A folder is gone into; everything else is said.</summary>
    private static ConsoleState Refused(ConsoleState state, FilePathWindow window, FileRefused refused) =>
        state with
        {
            Window =
                refused.IsFolder && !window.Path.Text.EndsWith(Path.DirectorySeparatorChar)
                    ? window.Typed(TextField.Of(window.Path.Text + Path.DirectorySeparatorChar))
                    : window with
                    {
                        Request = null,
                        Error = refused.Reason.In(state.Language),
                    },
        };

    /// <summary>The list of tables follows; the file is selected in it.</summary>
    private static ConsoleState Opened(ConsoleState state, DataFileOpened opened)
    {
        var next =
            state.Window is LoadFileWindow load && load.Request == opened.Request
                ? state with
                {
                    Window = null,
                    Focus = Panel.Catalogue,
                    IsCatalogueShown = true,
                }
                : state;
        return Completing
            .Outdated(next with { Catalogue = next.Catalogue with { ToReveal = opened.File } })
            .Say(state.Texts.OpenedFile(opened.File.Name));
    }
}
