using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Results;
using Analytics.Tui.Running;
using Analytics.Tui.Windows;

namespace Analytics.Tui;

/// <summary>Saving the chart or the rows to a file.</summary>
static class SaveActions
{
    /// <summary>Asks for a name, with a proposal by what is looked at.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Ask(ConsoleState state)
    {
        if (state.Result.Open is not { } open)
            return state.Say(state.Texts.NothingToSave);
        var stem = open.Query is CannedRequest canned ? canned.File.Name.Replace('/', '-') : open.Name;
        return state with { Window = new SaveWindow(TextField.Of(stem + (open.Tab == ResultTab.Chart ? ".png" : ".csv")), "") };
    }

    public static Outcome<ConsoleState, ConsoleEffect> Accept(ConsoleState state, SaveWindow window)
    {
        var path = FullPath(window.Path.Text.Trim());
        if (state.Result.Open is not { } open)
            return state with { Window = null };
        if (Fault(path, open, state.Texts) is { } fault)
            return state with { Window = window with { Error = fault } };
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            state with { Window = null, Message = new StatusMessage(state.Texts.Saving) },
            new SaveFile(path, open.Table.Kept, FileSaver.IsPicture(path) ? open.Chart?.Spec : null, Overwrite: false));
    }

    /// <summary>The file exists: asks a second time, with "cancel" chosen.</summary>
    public static ConsoleState AskReplace(ConsoleState state, FileExists exists) => state with
    {
        Message = default,
        Window = new ReplaceWindow(
            exists.Effect with { Overwrite = true },
            new Dialog(state.Texts.Replace, state.Texts.AskReplace(exists.Path), [state.Texts.Replace, state.Texts.Cancel], Focus: 1)),
    };

    public static Outcome<ConsoleState, ConsoleEffect> Answer(ConsoleState state, ReplaceWindow window)
    {
        var closed = state with { Window = null };
        return window.Dialog.Focus == 0 ? Outcome.Of<ConsoleState, ConsoleEffect>(closed.Say(state.Texts.Saving), window.Effect) : closed;
    }

    static string? Fault(string path, OpenResult open, Texts texts)
    {
        if (!FileSaver.IsKnown(path))
            return texts.UnknownEnding;
        return FileSaver.IsPicture(path) && open.Chart?.Spec is null ? open.Chart?.Failure is { } reason ? texts.NoChartToSave + reason : texts.Building : null;
    }

    static string FullPath(string path) => path.StartsWith("~/", StringComparison.Ordinal)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
        : path;
}
