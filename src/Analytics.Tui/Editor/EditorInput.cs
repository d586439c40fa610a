using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Widgets.Vim;

namespace Analytics.Tui.Editor;

/// <summary>Input of the SQL editor: offers, find bar and vim keys come before the bindings, typing after them.</summary>
internal static class EditorInput
{
    /// <summary>What the parts of the editor make of a key before any binding is asked; null to ask them.</summary>
    /// <param name="part">The editor, which has the focus.</param>
    /// <param name="key">The key.</param>
    /// <param name="area">Where the panel stands.</param>
    /// <param name="isAboveVim">Whether its binding comes before vim.</param>
    public static Part<QueryPanelState>? BeforeBindings(Part<QueryPanelState> part, KeyEvent key, CellRect area, bool isAboveVim)
    {
        if (part.Own.ShownForm is not null)
            return null;
        if (part.Own.Find is not null)
            return ToFind(part, key);
        if (Completing.OnKey(part, key) is { } taken)
            return taken;
        return part.Own.Vim is { } vim && !isAboveVim ? ToVim(part, vim, key, area) : null;
    }

    /// <summary>Input that no binding took.</summary>
    public static Part<QueryPanelState> Handle(Part<QueryPanelState> part, InputEvent input, CellRect area)
    {
        if (part.Own.ShownForm is { } form)
            return ToForm(part, form, input);
        if (part.Own.Find is not null && ToFind(part, input) is { } found)
            return found;
        if (part.Own.Vim is { } vim && input is PasteEvent)
            return ToVim(part, vim, input, area) ?? part;
        return part.Own.Editor.Handle(input, Page(part.Own, area)) is { } editor
            ? Completing.Follow(part with { Own = part.Own with { Editor = editor } }, input)
            : part;
    }

    private static Part<QueryPanelState> ToForm(Part<QueryPanelState> part, ParameterForm form, InputEvent input) =>
        form.Form.Handle(input)?.Told(part.Texts) is { } next
            ? part with
            {
                Own = part.Own with { Form = form with { Form = next } },
            }
            : part;

    public static Part<QueryPanelState> OnMouse(Part<QueryPanelState> part, CellRect area, MouseEvent mouse)
    {
        if (part.Own.Vim is { } vim)
        {
            return vim.WithEditor(part.Own.Editor).HandleMouse(mouse, area) is { } moved
                ? Completing.Stopped(part with { Own = part.Own with { Vim = moved, Editor = moved.Editor } })
                : part;
        }

        return part.Own.Editor.HandleMouse(mouse, area) is { } editor
            ? Completing.Stopped(part with { Own = part.Own with { Editor = editor } })
            : part;
    }

    private static int Page(QueryPanelState state, CellRect area) => Math.Max(1, QueryPanel.EditorArea(state, area).Height);

    private static Part<QueryPanelState>? ToFind(Part<QueryPanelState> part, InputEvent input)
    {
        if (part.Own.Find?.Handle(input, part.Own.Editor) is not { } step)
            return null;
        // What was found is no selection any more once the bar is closed, so that the next run is not of that word alone.
        var editor = step.Bar is null ? step.Editor.MoveTo(step.Editor.SelectionStart) : step.Editor;
        var next = part with { Own = part.Own with { Find = step.Bar, Editor = editor } };
        return step.Replaced is { } count ? next.Say(part.Texts.Replaced(count)) : next;
    }

    private static Part<QueryPanelState>? ToVim(Part<QueryPanelState> part, VimEditor vim, InputEvent input, CellRect area)
    {
        if (vim.WithEditor(part.Own.Editor).Handle(input, Page(part.Own, area)) is not { } step)
            return null;
        var next = part with { Own = part.Own with { Vim = step.Vim, Editor = step.Vim.Editor } };
        // The key that begins insert mode is no typing yet.
        next = vim.Mode == VimMode.Insert && step.Vim.Mode == VimMode.Insert ? Completing.Follow(next, input) : Completing.Stopped(next);
        return step.Effects.Aggregate(next, After);
    }

    private static Part<QueryPanelState> After(Part<QueryPanelState> part, VimEffect effect) =>
        effect switch
        {
            VimCopied copied => part.Doing(new CopyText(copied.Text)),
            VimNotFound missed => part.Say(part.Texts.NotFound(missed.Pattern), isError: true),
            VimSubstituted done => part.Say(part.Texts.Replaced(done.Count)),
            VimCommandEntered entered => EditorActions.Command(part, entered.Text.Trim()),
            _ => part,
        };
}
