using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets.Vim;
using Analytics.Tui.App;

namespace Analytics.Tui.Editor;

/// <summary>Input of the SQL editor: offers, find bar and vim keys come before the bindings, typing after them.</summary>
internal static class EditorInput
{
    /// <summary>What the parts of the editor make of a key before any binding is asked; null to ask them.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? BeforeBindings(ConsoleState state, KeyEvent key)
    {
        if (state.Window is not null || state.Focus != Panel.Query || state.Query.ShownForm is not null)
            return null;
        if (state.Query.Find is not null)
            return ToFind(state, key);
        if (Completing.OnKey(state, key) is { } taken)
            return taken;
        return state.Query.Vim is { } vim && !IsAboveVim(state, key) ? ToVim(state, vim, key) : null;
    }

    /// <summary>Keys that vim would take, and that cancel a query or turn to another buffer all the same.</summary>
    private static bool IsAboveVim(ConsoleState state, KeyEvent key) =>
        state.Keys.Find(key, ConsoleContexts.Of(state)) switch
        {
            ConsoleAction.Interrupt => state.Result.InMotion.Count > 0,
            ConsoleAction.NextBuffer or ConsoleAction.PreviousBuffer => true,
            _ => false,
        };

    /// <summary>Input that no binding took.</summary>
    public static ConsoleState ToEditor(ConsoleState state, InputEvent input)
    {
        if (state.Query.Find is not null && ToFind(state, input) is { } found)
            return found.State;
        if (state.Query.Vim is { } vim && input is PasteEvent)
            return ToVim(state, vim, input)?.State ?? state;
        return state.Query.Editor.Handle(input, Page(state)) is { } editor
            ? Completing.Follow(state with { Query = state.Query with { Editor = editor } }, input)
            : state;
    }

    public static ConsoleState OnMouse(ConsoleState state, CellRect area, MouseEvent mouse)
    {
        if (state.Query.Vim is { } vim)
        {
            return vim.WithEditor(state.Query.Editor).HandleMouse(mouse, area) is { } moved
                ? Completing.Stopped(state with { Query = state.Query with { Vim = moved, Editor = moved.Editor } })
                : state;
        }

        return state.Query.Editor.HandleMouse(mouse, area) is { } editor
            ? Completing.Stopped(state with { Query = state.Query with { Editor = editor } })
            : state;
    }

    private static int Page(ConsoleState state) => Math.Max(1, QueryPanel.EditorArea(state.Query, ConsoleLayout.Of(state).Query).Height);

    private static Outcome<ConsoleState, ConsoleEffect>? ToFind(ConsoleState state, InputEvent input)
    {
        if (state.Query.Find?.Handle(input, state.Query.Editor) is not { } step)
            return null;
        // What was found is no selection any more once the bar is closed, so that the next run is not of that word alone.
        var editor = step.Bar is null ? step.Editor.MoveTo(step.Editor.SelectionStart) : step.Editor;
        var next = state with { Query = state.Query with { Find = step.Bar, Editor = editor } };
        return step.Replaced is { } count ? next.Say(state.Texts.Replaced(count)) : next;
    }

    private static Outcome<ConsoleState, ConsoleEffect>? ToVim(ConsoleState state, VimEditor vim, InputEvent input)
    {
        if (vim.WithEditor(state.Query.Editor).Handle(input, Page(state)) is not { } step)
            return null;
        var next = state with { Query = state.Query with { Vim = step.Vim, Editor = step.Vim.Editor } };
        // The key that begins insert mode is no typing yet.
        next = vim.Mode == VimMode.Insert && step.Vim.Mode == VimMode.Insert ? Completing.Follow(next, input) : Completing.Stopped(next);
        var outcome = new Outcome<ConsoleState, ConsoleEffect>(next, []);
        foreach (var effect in step.Effects)
            outcome = After(outcome, effect);
        return outcome;
    }

    private static Outcome<ConsoleState, ConsoleEffect> After(Outcome<ConsoleState, ConsoleEffect> outcome, VimEffect effect)
    {
        var (state, texts) = (outcome.State, outcome.State.Texts);
        return effect switch
        {
            VimCopied copied => outcome with { Effects = [.. outcome.Effects, new CopyText(copied.Text)] },
            VimNotFound missed => outcome with { State = state.Say(texts.NotFound(missed.Pattern), isError: true) },
            VimSubstituted done => outcome with { State = state.Say(texts.Replaced(done.Count)) },
            VimCommandEntered entered when EditorActions.Command(state, entered.Text.Trim()) is var next => next with
            {
                Effects = [.. outcome.Effects, .. next.Effects],
            },
            _ => outcome,
        };
    }
}
