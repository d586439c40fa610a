using Analytics.Engine.Sessions;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;
using Analytics.Tui.Editor;

namespace Analytics.Tui.Catalogue;

/// <summary>From a key or a dropped path to an open file: first its path, then what it holds, then its rows.</summary>
internal static class FileActions
{
    public static ConsoleState Ask(ConsoleState state) =>
        state.Catalogue.IsSafe
            ? state.Announce(state.Texts.SafeOpensNothing, isError: true)
            : Completing.Stopped(state with { Window = FilePathWindow.Of("") });

    /// <summary>What is pasted where nothing can be typed: the path of a data file opens it.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Dropped(ConsoleState state, PasteEvent paste)
    {
        if (FilePaths.Dropped(paste.Text) is not { } path || OpenedFile.KindOf(path) is null)
            return state.Say(state.Texts.PasteNowhere, isError: true);
        return state.Catalogue.IsSafe
            ? state.Announce(state.Texts.SafeOpensNothing, isError: true)
            : Inspect(state, FilePathWindow.Of(path));
    }

    /// <summary>The entries of the folder that is typed are asked for once.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Settle(Outcome<ConsoleState, ConsoleEffect> outcome)
    {
        if (
            outcome.State.Window is not FilePathWindow window
            || FilePaths.Full(FilePaths.Split(window.Path.Text).Folder) is var folder && folder == window.Folder
        )
        {
            return outcome;
        }

        return new(
            outcome.State with
            {
                Window = window with { Folder = folder, Entries = [] },
            },
            [.. outcome.Effects, new ReadFolder(folder)]
        );
    }

    public static Outcome<ConsoleState, ConsoleEffect> Accept(ConsoleState state) =>
        state.Window switch
        {
            FilePathWindow { Chosen.Length: 0 } empty => state with { Window = empty with { Error = state.Texts.NameNeeded } },
            FilePathWindow path when path.Chosen.EndsWith(Path.DirectorySeparatorChar) && path.Picked >= 0 => state with
            {
                Window = path.Typed(TextField.Of(path.Chosen)),
            },
            FilePathWindow path => Inspect(state, path),
            LoadFileWindow { Request: null } load => Load(state, load),
            _ => state,
        };

    /// <summary>Another name or scroll position.</summary>
    public static LoadFileWindow Handle(LoadFileWindow load, InputEvent input, ConsoleState state) =>
        input switch
        {
            KeyEvent { Key: Key.Up or Key.Down or Key.PageUp or Key.PageDown } or MouseEvent => load with
            {
                Top = Scroller.Move(
                    load.Top,
                    input,
                    FilePanel.LinesShown(state.Size),
                    FileLines.Of(load.File, FilePanel.LineWidth(state.Size), state.Texts).Count
                ),
            },
            KeyEvent { Key: Key.Tab } => Renamed(
                load,
                TextField.Of(state.Catalogue.FreeName(OpenedFile.Stem(load.File.Path), state.Texts)),
                state
            ),
            _ => load.Request is null && load.Name.Handle(input) is { } name ? Renamed(load, name, state) : load,
        };

    /// <summary>The window for a file that was inspected; a name that is taken is said at once.</summary>
    public static LoadFileWindow Window(FileInspection file, ConsoleState state)
    {
        var name = TextField.Of(OpenedFile.Stem(file.Path));
        return Renamed(new LoadFileWindow(file, name, 0, "", null), name, state);
    }

    private static LoadFileWindow Renamed(LoadFileWindow load, TextField name, ConsoleState state) =>
        load with
        {
            Name = name,
            Error = Fault(load, name.Text.Trim(), state),
        };

    private static string Fault(LoadFileWindow load, string name, ConsoleState state)
    {
        var texts = state.Texts;
        return name.Length == 0 ? texts.NameNeeded
            : state.Catalogue.HolderOf(name, texts) is { } holder
                ? texts.NameIsTaken(name, holder, state.Catalogue.FreeName(OpenedFile.Stem(load.File.Path), texts))
            : "";
    }

    private static Outcome<ConsoleState, ConsoleEffect> Inspect(ConsoleState state, FilePathWindow window)
    {
        var (request, path) = (state.LastRequest + 1, FilePaths.Full(window.Chosen));
        var typed = window.Typed(TextField.Of(window.Chosen));
        if (state.Catalogue.Files.FirstOrDefault(f => f.Path == path) is { } open)
            return state with { Window = typed with { Error = state.Texts.IsOpenAlready(open.Name) } };
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            state with
            {
                LastRequest = request,
                Window = typed with { Request = request },
            },
            new InspectFile(request, path)
        );
    }

    private static Outcome<ConsoleState, ConsoleEffect> Load(ConsoleState state, LoadFileWindow load)
    {
        if (load.Error.Length > 0)
            return state;
        var request = state.LastRequest + 1;
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            state with
            {
                LastRequest = request,
                Window = load with { Request = request },
            },
            new OpenDataFile(request, load.File.Path, load.Name.Text.Trim())
        );
    }
}
