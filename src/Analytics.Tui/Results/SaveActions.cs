using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;
using Analytics.Tui.App.Running;

namespace Analytics.Tui.Results;

/// <summary>Saving the chart or the rows to a file.</summary>
internal static class SaveActions
{
    /// <summary>Asks for a name, with a proposal by what is looked at.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Ask(ConsoleState state)
    {
        if (state.Result.Open is not { } open)
            return state.Say(state.Texts.NothingToSave);
        var stem = open.Query is CannedRequest canned ? canned.File.Name.Replace('/', '-') : open.Label;
        return state with { Window = new SaveWindow(TextField.Of(stem + (open.Tab == ResultTab.Chart ? ".png" : ".csv")), "") };
    }

    public static Outcome<ConsoleState, ConsoleEffect> Accept(ConsoleState state, SaveWindow window)
    {
        var path = FullPath(window.Path.Text.Trim());
        if (state.Result.Open is not { } open)
            return state with { Window = null };
        if (Fault(path, open, state.Texts) is { } fault)
            return state with { Window = window with { Error = fault } };
        return Start(
            state,
            new SaveFile(
                state.LastRequest + 1,
                path,
                open.Table.Kept,
                FileSaver.IsPicture(path) ? open.Chart?.Spec : null,
                Overwrite: false
            )
        );
    }

    /// <summary>One file at a time, so that each can be seen and cancelled.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> Start(ConsoleState state, SaveFile save)
    {
        var closed = state with { Window = null };
        if (state.Result.Saving is { } other)
            return closed.Say(state.Texts.SavesAlready(other.Query.Title(state.Language)), isError: true);
        var task = new RunningState(save.Request, new SaveRequest(save.Path, save.Result), state.Now, 0, IsCancelling: false);
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            closed with
            {
                Message = default,
                LastRequest = save.Request,
                Result = state.Result with { Saving = task },
            },
            save
        );
    }

    /// <summary>Takes in what is said about a file.</summary>
    public static ConsoleState Apply(ConsoleState state, ConsoleEvent answer) =>
        answer switch
        {
            SaveProgress p => state with { Result = state.Result.WithTask(p.Request, task => Advanced(task, p)) },
            FileSaved saved => Ended(state, saved.Request)
                .Announce(
                    saved.Rows is { } rows
                        ? state.Texts.SavedRows(saved.Path, rows, saved.IsTruncated, saved.Bytes)
                        : state.Texts.Saved(saved.Path)
                ),
            FileExists exists => AskReplace(Ended(state, exists.Effect.Request), exists),
            SaveCancelled cancelled => Ended(state, cancelled.Request).Announce(state.Texts.SaveCancelled(cancelled.Path)),
            SaveFailed failed => Ended(state, failed.Request).Announce(failed.Message, isError: true),
            _ => state,
        };

    private static ConsoleState Ended(ConsoleState state, int request) => state with { Result = state.Result.WithoutTask(request) };

    private static RunningState Advanced(RunningState task, SaveProgress progress)
    {
        var all = task.Query is SaveRequest { Source.Rows: > 0 } save ? save.Source.Rows : 0;
        return task with { Rows = progress.Rows, Bytes = progress.Bytes, Percent = all > 0 ? 100.0 * progress.Rows / all : null };
    }

    /// <summary>The file exists: asks a second time, with "cancel" chosen.</summary>
    private static ConsoleState AskReplace(ConsoleState state, FileExists exists) =>
        state with
        {
            Message = default,
            Window = new ReplaceWindow(
                exists.Effect with
                {
                    Overwrite = true,
                },
                new Dialog(state.Texts.Replace, state.Texts.AskReplace(exists.Path), [state.Texts.Replace, state.Texts.Cancel], Focus: 1)
            ),
        };

    public static Outcome<ConsoleState, ConsoleEffect> Answer(ConsoleState state, ReplaceWindow window)
    {
        var closed = state with { Window = null };
        return window.Dialog.Focus == 0 ? Start(closed, window.Effect with { Request = state.LastRequest + 1 }) : closed;
    }

    private static string? Fault(string path, OpenResult open, Texts texts)
    {
        if (!FileSaver.IsKnown(path))
            return texts.UnknownEnding;
        return FileSaver.IsPicture(path) && open.Chart?.Spec is null
            ? open.Chart?.Failure is { } reason
                ? texts.NoChartToSave + reason
                : texts.Building
            : null;
    }

    private static string FullPath(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
            : path;
}
