using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>Draws the state: a function of the state alone, but for the canvas it draws on.</summary>
internal static class ConsoleDraw
{
    public static void Draw(ConsoleState state, CellCanvas canvas)
    {
        var layout = ConsoleLayout.Of(state);
        if (layout.IsTooSmall)
        {
            DrawTooSmall(state, canvas);
            return;
        }
        if (state.Pages.IsShown)
            PageFlow.Draw(state, canvas);
        else
            DrawPanels(state, layout, canvas);
        DrawStatus(state, canvas.Region(layout.Status));
        StatusBar.DrawKeys(
            canvas.Region(layout.Footer),
            state.Keys.FooterOf(state.Language, ConsoleContexts.Of(state)),
            Theme.Plain,
            Theme.Heading
        );
        if (state is { Window: null, Focus: Panel.Query, Pages.IsShown: false } && !layout.Query.IsEmpty)
            CompletionPanel.Draw(state.Query, layout.Query, canvas.Region(canvas.Bounds with { Height = canvas.Height - 2 }));
    }

    private static void DrawPanels(ConsoleState state, ConsoleLayout layout, CellCanvas canvas)
    {
        if (!layout.RightFrame.IsEmpty)
            DrawRight(state, layout, canvas);
        if (!layout.CatalogueFrame.IsEmpty)
            DrawCatalogue(state, layout, canvas);
    }

    private static void DrawTooSmall(ConsoleState state, CellCanvas canvas)
    {
        var text = state.Texts.TooSmall(state.Size.Width, state.Size.Height, ConsoleLayout.LeastWidth, ConsoleLayout.LeastHeight);
        StyledLines.Draw(canvas, StyledLine.Of(text, Theme.Warning).Wrap(Math.Max(1, canvas.Width), canvas.Ambiguous), 0);
    }

    private static void DrawCatalogue(ConsoleState state, ConsoleLayout layout, CellCanvas canvas)
    {
        var hasFocus = state.Focus == Panel.Catalogue;
        canvas.Fill(layout.CatalogueFrame, Theme.Plain);
        canvas.Box(layout.CatalogueFrame, Theme.Frame(hasFocus), state.Texts.Catalogue, Theme.Title(hasFocus));
        CataloguePanel.Draw(state.Catalogue, canvas.Region(layout.Catalogue), state.Texts, hasFocus);
    }

    private static void DrawRight(ConsoleState state, ConsoleLayout layout, CellCanvas canvas)
    {
        var (queryFocus, resultFocus) = (state.Focus == Panel.Query, state.Focus == Panel.Result);
        canvas.Box(layout.RightFrame, Theme.Dim);
        if (!layout.Query.IsEmpty)
        {
            DrawTitle(canvas, layout, layout.Query.Y - 1, QueryPanel.Title(state.Query, state.Texts), queryFocus);
            DrawBuffers(state, layout, canvas, queryFocus);
            QueryPanel.Draw(state.Query, canvas.Region(layout.Query), state.Texts, queryFocus);
        }
        if (!layout.Result.IsEmpty)
        {
            DrawResultTitle(state, layout, canvas, resultFocus);
            if (layout.Verdict is { IsEmpty: false } verdict)
            {
                var (width, height) = (verdict.Width, verdict.Height + layout.Result.Height);
                StyledLines.Draw(canvas.Region(verdict), VerdictPanel.Lines(state.Result, state.Language, width, height), 0);
            }

            DrawResult(state, layout, canvas.Region(layout.Result));
            if (!layout.Side.IsEmpty && state.Result.Entry(state.Result.Side!.Name) is { } side)
            {
                canvas.VerticalLine(
                    Math.Max(layout.Side.X, layout.Result.X) - 1,
                    layout.Side.Y,
                    layout.Side.Height,
                    Theme.Frame(resultFocus)
                );
                ResultPanel.DrawGrid(
                    state.Result,
                    side.View,
                    canvas.Region(layout.Side),
                    state.Texts,
                    state.Settings.Nulls,
                    hasFocus: false
                );
            }
            if (!layout.Chart.IsEmpty && state.ChartInView is { } charted)
            {
                canvas.VerticalLine(
                    layout.Chart.X - 1,
                    layout.Chart.Y,
                    layout.Chart.Height,
                    Theme.Frame(resultFocus && state.Result.Open?.Tab == ResultTab.Chart)
                );
                ChartPanel.Draw(charted, ChartFlow.Place(state), canvas.Region(layout.Chart), state.Texts);
            }
        }
        if (!layout.Sentence.IsEmpty && state.FiguresInView is { } figures)
        {
            DrawTitle(canvas, layout, layout.Sentence.Y - 1, SentencePanel.Title(state.Sentence, figures, state.Texts), false);
            SentencePanel.Draw(state.Sentence, figures, canvas.Region(layout.Sentence), state.Texts);
        }
    }

    /// <summary>What runs or has failed, else the result in one of its views, else the welcome.</summary>
    private static void DrawResult(ConsoleState state, ConsoleLayout layout, CellCanvas canvas)
    {
        if (ResultPanel.DrawInstead(state.Result, canvas, state))
            return;
        switch (state.Result.Open)
        {
            case null when EntryInView(state) is { } entry:
                StyledLines.Draw(canvas, [.. entry.SelectMany(l => l.Wrap(Math.Max(1, canvas.Width - 1), canvas.Ambiguous))], 0, Theme.Dim);
                break;
            case null:
                WelcomePanel.Draw(state, canvas);
                break;
            case { Tab: ResultTab.Chart } when layout.Chart.IsEmpty:
                ChartPanel.Draw(state.ChartInView!, ChartFlow.Place(state), canvas, state.Texts);
                break;
            case { Tab: ResultTab.Sentence }:
                var lines = SentencePanel.Lines(state.Sentence, state.FiguresInView!, state.Texts, canvas.Width - 1, canvas.Ambiguous);
                StyledLines.Draw(canvas, lines, state.Sentence.Top, Theme.Dim);
                break;
            case var open:
                ResultPanel.DrawGrid(state.Result, open, canvas, state.Texts, state.Settings.Nulls, state.Focus == Panel.Result);
                break;
        }
    }

    /// <summary>
    /// The entry under the cursor of the catalogue, where no result takes the room; null otherwise, and while there is a fault to be told.
    /// </summary>
    private static IReadOnlyList<StyledLine>? EntryInView(ConsoleState state) =>
        state is { Focus: Panel.Catalogue, Faults.Count: 0, Result.Open: null } && state.Settings.Faults.IsEmpty
            ? EntryLines.OfSelected(state.Catalogue, state.Texts)
            : null;

    /// <summary>The names of the buffers, where there is more to tell than one plain one.</summary>
    private static void DrawBuffers(ConsoleState state, ConsoleLayout layout, CellCanvas canvas, bool hasFocus)
    {
        if (state.Query.Buffers.IsPlain || state.Query.ShownForm is not null)
            return;
        var (x, room) = QueryPanel.TabsPlace(layout.RightFrame);
        foreach (var (index, at, label) in BufferTabs.Of(state.Query, room))
        {
            canvas.Write(
                x + at,
                layout.Query.Y - 1,
                label,
                index != state.Query.Buffers.Current ? Theme.Dim
                    : hasFocus ? Theme.Reversed
                    : Theme.Bold
            );
        }
    }

    private static void DrawResultTitle(ConsoleState state, ConsoleLayout layout, CellCanvas canvas, bool hasFocus)
    {
        var y = layout.ResultTitle;
        if (state.Result is not { Open: { } open, Failed: null })
        {
            DrawTitle(canvas, layout, y, ResultPanel.Title(state.Result, state), hasFocus);
            return;
        }
        var x = ResultPanel.TabsStart(layout.RightFrame, state.Texts);
        DrawTitle(canvas, layout, y, ResultPanel.Title(state.Result, state), hasFocus, x);
        foreach (var (tab, label) in ResultPanel.Tabs(state.Texts))
            x = canvas.Write(x, y, label, tab == open.Tab ? Theme.Reversed : Theme.Dim);
    }

    /// <summary>A line across the right side with a title in it, ending before a column if one is given.</summary>
    private static void DrawTitle(CellCanvas canvas, ConsoleLayout layout, int y, string title, bool hasFocus, int? end = null)
    {
        var frame = layout.RightFrame;
        var isTop = y == frame.Y;
        canvas.HorizontalLine(frame.X + 1, y, frame.Width - 2, Theme.Frame(hasFocus));
        if (!isTop)
            DrawEnds(canvas, frame, y, Theme.Frame(hasFocus));
        var room = (end ?? frame.Right - 1) - frame.X - 5;
        canvas.Write(frame.X + 2, y, $" {CellText.Truncate(title, room, "…", canvas.Ambiguous)} ", Theme.Title(hasFocus));
    }

    private static void DrawEnds(CellCanvas canvas, CellRect frame, int y, Style style)
    {
        var isAscii = canvas.Ambiguous == AmbiguousWidth.Two;
        canvas.Write(frame.X, y, isAscii ? "+" : "├", style);
        canvas.Write(frame.Right - 1, y, isAscii ? "+" : "┤", style);
    }

    private static void DrawStatus(ConsoleState state, CellCanvas canvas)
    {
        if (state.Message.Text is { Length: > 0 } message)
            StatusBar.Draw(canvas, message, "", state.Message.IsError ? Theme.Error : Theme.Plain);
        else
            StatusBar.Draw(canvas, StatusText.Left(state), StatusText.Right(state), PageFlow.HasFault(state) ? Theme.Error : Theme.Plain);
    }
}
