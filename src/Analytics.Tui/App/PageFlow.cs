using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Editor;
using Analytics.Tui.Pages;

namespace Analytics.Tui.App;

/// <summary>What pages need of the rest of the console, and the rest of them.</summary>
internal static class PageFlow
{
    /// <summary>Does an action on the page in view; null if it is about something else.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Do(ConsoleState state, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.PageSql when state.Window is null => AsSql(state),
            ConsoleAction.PageCommand when state.Window is null => AsCommand(state),
            _ => PageActions.Do(state.OfPages, action)?.Joined(),
        };

    /// <summary>The panels, where an action leads to one of them.</summary>
    public static ConsoleState Left(ConsoleState state, ConsoleAction action) =>
        action is ConsoleAction.FocusCatalogue or ConsoleAction.FocusSql or ConsoleAction.FocusResult
            ? state with
            {
                Pages = state.Pages with { IsShown = false },
            }
            : state;

    /// <summary>A press of the right button first makes what lies under it the current mark, then opens the menu.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> OnMouse(ConsoleState state, MouseEvent mouse)
    {
        if (mouse is not { Action: MouseAction.Press, Button: MouseButton.Right })
            return PageInput.OnMouse(state.OfPages, mouse).Joined();
        var pointed = PageInput.Pointed(state.OfPages, mouse).Joined();
        return pointed with { State = ConsoleMenu.OpenAt(pointed.State, MenuKind.Page, mouse.X, mouse.Y) };
    }

    /// <summary>The pages in another language.</summary>
    public static PagesState InLanguage(PagesState pages, Language language) =>
        pages.Open is { } view ? pages with { Open = view.InLanguage(language) } : pages;

    public static void Draw(ConsoleState state, CellCanvas canvas)
    {
        if (state.Pages.Open is { } view)
            PageDraw.Draw(state.OfPages, view, canvas);
        else
            StyledLines.Draw(canvas, [StyledLine.Of(state.IsSessionOpen ? state.Texts.ReadingPage : state.Texts.Starting, Theme.Dim)], 0);
    }

    /// <summary>About the mark under the cursor.</summary>
    public static string Status(ConsoleState state) =>
        state.Pages.Open is not { } view ? ""
        : FaultOf(state) is { } fault ? state.Texts.FaultIn(fault.In(state.Language))
        : VisualTitles.Status(view, state.Texts);

    /// <summary>Whether the file of the page in view has become faulty, so that the page is an older one.</summary>
    public static bool HasFault(ConsoleState state) => FaultOf(state) is not null;

    private static Localized? FaultOf(ConsoleState state) =>
        state.Pages is { IsShown: true, Open: { } view } ? state.Pages.Tabs.FirstOrDefault(t => t.Name == view.Spec.Name)?.Fault : null;

    /// <summary>Where the cursor is, and how many visuals are out of view.</summary>
    public static string Place(ConsoleState state) => state.Pages.Open is { } view ? VisualTitles.Place(state.OfPages, view) : "";

    /// <summary>The rows of SQL in a result of their own.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Rows(ConsoleState state, string sql) =>
        QueryActions.Start(state with { Pages = state.Pages with { IsShown = false }, Focus = Panel.Result }, new SqlRequest(sql));

    /// <summary>The page with all that is chosen on it, copied as a command.</summary>
    private static Outcome<ConsoleState, ConsoleEffect>? AsCommand(ConsoleState state)
    {
        if (state.Pages is not { IsShown: true, Open: { } view })
            return null;
        var command = state.Commands.OfPage(PageActions.RequestOf(view, state.Language));
        return Outcome.Of<ConsoleState, ConsoleEffect>(state.Announce(state.Texts.CopiedCommand(command)), new CopyText(command));
    }

    /// <summary>The SQL of the visual with the keys, in the editor.</summary>
    private static Outcome<ConsoleState, ConsoleEffect>? AsSql(ConsoleState state)
    {
        if (state.Pages is not { IsShown: true, Open: { } view })
            return null;
        if (VisualMarks.SqlOf(view, state.Language) is not { } sql)
            return state.Say(state.Texts.NoSqlHere);
        var shown = state with { Pages = state.Pages with { IsShown = false }, Focus = Panel.Query };
        return EditorActions.Replaced(shown.OfEditor, sql).Joined();
    }
}
