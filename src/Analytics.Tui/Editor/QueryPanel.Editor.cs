using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Tui.Editor;

internal static partial class QueryPanel
{
    /// <summary>The part of the panel with the text: without the find bar above and the mode line of vim keys below.</summary>
    public static CellRect EditorArea(QueryPanelState state, CellRect area)
    {
        var above = Math.Min(state.Find?.Height ?? 0, Math.Max(0, area.Height - 1));
        var below = state.Vim is not null && area.Height - above > 1 ? 1 : 0;
        return area with { Y = area.Y + above, Height = area.Height - above - below };
    }

    /// <summary>With colours of the text as it is now, and the cursor in view.</summary>
    public static QueryPanelState Scrolled(QueryPanelState state, CellRect area)
    {
        var text = EditorArea(state, area);
        return state with
        {
            Editor = state.Editor.Scrolled(text.Width, Math.Max(1, text.Height)),
            Colours = SqlColours.Of(state.Editor.Buffer, state.Colours),
        };
    }

    private static void DrawEditor(QueryPanelState state, CellCanvas canvas, Texts texts, bool hasFocus)
    {
        var area = EditorArea(state, canvas.Bounds);
        var colours = SqlColours.Of(state.Editor.Buffer, state.Colours);
        var text = canvas.Region(area);
        state.Editor.Draw(text, Theme.Editor, hasFocus && state.Find is null, colours.Line, colours.IsNoBracket);
        if (state.Editor.Buffer.End == default)
            text.Write(2, 0, texts.SqlHint, Theme.Dim);
        if (state.Find is { } find)
        {
            find.Draw(
                canvas.Region(canvas.Bounds with { Height = area.Y }),
                texts.Language == Language.En ? FindBarTexts.En : FindBarTexts.Zh,
                Theme.Input with
                {
                    Text = Theme.Quote,
                },
                Theme.Plain,
                Theme.Reversed
            );
        }

        if (state.Vim is { } vim && area.Bottom < canvas.Height)
        {
            if (vim.Prompt is not null)
                canvas.Cursor = null;
            vim.DrawModeLine(
                canvas.Region(new(0, area.Bottom, canvas.Width, 1)),
                Theme.Bold,
                hasFocus && state.Find is null,
                texts.Language
            );
        }
    }

    /// <summary>Where the names of the buffers stand in the line of the title: the column of the screen, and how many cells.</summary>
    public static (int X, int Room) TabsPlace(CellRect frame) => (frame.X + 7, Math.Max(0, frame.Width - 9));
}
