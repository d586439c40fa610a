using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;
using Analytics.Tui.Charts;
using Analytics.Tui.Evidence;

namespace Analytics.Tui.Results;

/// <summary>Draws what the result panel shows: a running query, a failure, a result in one of its views, or the welcome.</summary>
internal static class ResultPanel
{
    public static void Draw(ConsoleState state, CellCanvas canvas)
    {
        var result = state.Result;
        if (state.IsWaiting && result.Running is { } running)
            DrawRunning(running, state, canvas);
        else if (result.Failed is { } failed)
            StyledLines.Draw(canvas, FailurePanel.Lines(failed, state.Language, canvas.Width, canvas.Ambiguous), failed.Top, Theme.Dim);
        else if (result.Open is { } open)
            DrawOpen(state, open, canvas);
        else
            WelcomePanel.Draw(state, canvas);
    }

    /// <summary>The title of the panel: name, query, rows, time.</summary>
    public static string Title(ConsoleState state)
    {
        var texts = state.Texts;
        if (state.Result.Failed is { } failed)
            return $"{texts.Error} · {failed.Query.Title(state.Language)}";
        if (state.Result.Open is not { } open)
            return texts.Welcome;
        var progress = open.Table.Progress;
        var making = state.ShowsRunning ? state.Result.InMotion.FirstOrDefault(task => task.Result == open.Name) : null;
        var spinner = making is not null ? Progress.Spinner(Ornaments.For(AmbiguousWidth.One), state.Now - making.StartedAt) + " " : "";
        var counts = $"{texts.RowsKept(progress)} · {Texts.Time(progress.Elapsed)}";
        var names = SideBySide.Names(state) is { } both ? $"{both} · {open.Label}" : open.Label;
        return $"{spinner}{names} · {counts} · {open.Query.Title(state.Language)}";
    }

    /// <summary>The views of a result, as they stand at the right end of the title.</summary>
    public static IReadOnlyList<(ResultTab Tab, string Label)> Tabs(Texts texts) =>
        [
            (ResultTab.Grid, texts.Tab(ConsoleAction.ShowGrid, texts.Grid)),
            (ResultTab.Chart, texts.Tab(ConsoleAction.ShowChart, texts.Chart)),
            (ResultTab.Sentence, texts.Tab(ConsoleAction.ShowSentence, texts.Sentence)),
        ];

    /// <summary>The view whose name stands at a column of the screen.</summary>
    public static ResultTab? TabAt(int x, ConsoleLayout layout, Texts texts)
    {
        var at = TabsStart(layout, texts);
        foreach (var (tab, label) in Tabs(texts))
        {
            if (x >= at && x < at + CellText.Width(label))
                return tab;
            at += CellText.Width(label);
        }
        return null;
    }

    /// <summary>The column of the screen where the names of the views begin.</summary>
    public static int TabsStart(ConsoleLayout layout, Texts texts) =>
        layout.RightFrame.Right - 2 - Tabs(texts).Sum(t => CellText.Width(t.Label));

    private static void DrawRunning(RunningState running, ConsoleState state, CellCanvas canvas)
    {
        var (elapsed, texts) = (state.Now - running.StartedAt, state.Texts);
        canvas.Write(0, 0, Progress.Spinner(canvas.Ornaments, elapsed), Theme.Heading);
        canvas.Write(2, 0, texts.Running(elapsed, running), Theme.Bold);
        canvas.Write(2, 1, running.IsCancelling ? texts.Cancelling : texts.CancelHint, Theme.Dim);
        if (state.Result.Open is { } before)
            canvas.WriteField(2, 2, texts.MeanwhileHint(before.Name), Math.Max(0, canvas.Width - 2), Theme.Dim);
        canvas.WriteField(2, 3, running.Query.Title(state.Language), Math.Max(0, canvas.Width - 2), Theme.Dim);
    }

    private static void DrawOpen(ConsoleState state, OpenResult open, CellCanvas canvas)
    {
        switch (open.Tab)
        {
            case ResultTab.Grid:
            case ResultTab.Chart when !ConsoleLayout.Of(state).Chart.IsEmpty:
                DrawGrid(state, open, canvas, state.Focus == Panel.Result);
                break;
            case ResultTab.Chart:
                ChartPanel.Draw(state, open, canvas);
                break;
            default:
                StyledLines.Draw(
                    canvas,
                    SentencePanel.Lines(state.Sentence, open, state.Texts, canvas.Width - 1, canvas.Ambiguous),
                    state.Sentence.Top,
                    Theme.Dim
                );
                break;
        }
    }

    /// <summary>The rows of a result, the one in view or one beside it.</summary>
    public static void DrawGrid(ConsoleState state, OpenResult open, CellCanvas canvas, bool hasFocus)
    {
        var displays = open.Shown.Select(open.Display).ToArray();
        open.Grid.Draw(canvas, Cell, Theme.Grid, hasFocus, state.Result.LastSearch?.Text ?? "");
        if (open.Grid.Rows == 0)
            canvas.WriteField(0, open.Grid.HeaderHeight, state.Texts.NoRows, canvas.Width, Theme.Dim);

        GridCell Cell(int row, int column) =>
            open.Selection is { } s && row >= s.Top && row <= s.Bottom && column >= s.Left && column <= s.Right
                ? Plain(row, column) with
                {
                    Style = Theme.Reversed,
                }
                : Plain(row, column);

        GridCell Plain(int row, int column) =>
            ResultColumns.Text(open, row, open.Shown[column], displays[column]) is { } text
                ? new GridCell(text, ComparisonMarks.StyleOf(open, row, open.Shown[column]))
            : open.Table.Has(row) ? new GridCell("NULL", Theme.Dim)
            : new GridCell("…", Theme.Dim);
    }
}
