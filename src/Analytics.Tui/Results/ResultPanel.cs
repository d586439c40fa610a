using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>Draws what the result panel shows: a running query, a failure, a result in one of its views, or the welcome.</summary>
internal static class ResultPanel
{
    /// <summary>Draws what stands in the place of a result: a running query or a failure; false where there is neither.</summary>
    public static bool DrawInstead(ResultState state, CellCanvas canvas, CommonState common)
    {
        if (state.IsWaiting(common.Now) && state.Running is { } running)
            DrawRunning(running, state, canvas, common);
        else if (state.Failed is { } failed)
            StyledLines.Draw(canvas, FailurePanel.Lines(failed, common.Language, canvas.Width, canvas.Ambiguous), failed.Top, Theme.Dim);
        else
            return false;
        return true;
    }

    /// <summary>The title of the panel: name, query, rows, time.</summary>
    public static string Title(ResultState state, CommonState common)
    {
        var texts = common.Texts;
        if (state.Failed is { } failed)
            return $"{texts.Error} · {failed.Query.Title(common.Language)}";
        if (state.Open is not { } open)
            return texts.Welcome;
        var making = state.ShowsRunning(common.Now) ? state.InMotion.FirstOrDefault(task => task.Result == open.Name) : null;
        var spinner = making is not null ? Progress.Spinner(Ornaments.For(AmbiguousWidth.One), common.Now - making.StartedAt) + " " : "";
        var counts = texts.Counts(open);
        var names = SideBySide.Names(state) is { } both ? $"{both} · {open.Label}" : open.Label;
        return $"{spinner}{names} · {counts} · {open.Query.Title(common.Language)}";
    }

    /// <summary>The views of a result, as they stand at the right end of the title.</summary>
    public static IReadOnlyList<(ResultTab Tab, string Label)> Tabs(Texts texts) =>
        [
            (ResultTab.Grid, texts.Tab(ConsoleAction.ShowGrid, texts.Grid)),
            (ResultTab.Chart, texts.Tab(ConsoleAction.ShowChart, texts.Chart)),
            (ResultTab.Sentence, texts.Tab(ConsoleAction.ShowSentence, texts.Sentence)),
        ];

    /// <summary>The view whose name stands at a column of the screen.</summary>
    public static ResultTab? TabAt(int x, CellRect frame, Texts texts)
    {
        var at = TabsStart(frame, texts);
        foreach (var (tab, label) in Tabs(texts))
        {
            if (x >= at && x < at + CellText.Width(label))
                return tab;
            at += CellText.Width(label);
        }
        return null;
    }

    /// <summary>The column of the screen where the names of the views begin.</summary>
    public static int TabsStart(CellRect frame, Texts texts) => frame.Right - 2 - Tabs(texts).Sum(t => CellText.Width(t.Label));

    private static void DrawRunning(RunningState running, ResultState state, CellCanvas canvas, CommonState common)
    {
        var (elapsed, texts) = (common.Now - running.StartedAt, common.Texts);
        canvas.Write(0, 0, Progress.Spinner(canvas.Ornaments, elapsed), Theme.Heading);
        canvas.Write(2, 0, texts.Running(elapsed, running), Theme.Bold);
        canvas.Write(2, 1, Hint(), Theme.Dim);
        if (state.Open is { } before)
            canvas.WriteField(2, 2, texts.MeanwhileHint(before.Name), Math.Max(0, canvas.Width - 2), Theme.Dim);
        canvas.WriteField(2, 3, running.Query.Title(common.Language), Math.Max(0, canvas.Width - 2), Theme.Dim);

        string Hint() =>
            running.MayBeLeft(common.Now) ? texts.LeaveHint
            : running.IsCancelling ? texts.Cancelling
            : texts.CancelHint;
    }

    /// <summary>The rows of a result, the one in view or one beside it.</summary>
    public static void DrawGrid(ResultState state, OpenResult open, CellCanvas canvas, Texts texts, NullStyle nulls, bool hasFocus)
    {
        var displays = open.Shown.Select(open.Display).ToArray();
        open.Grid.Draw(canvas, Cell, Theme.Grid, hasFocus, state.LastSearch?.Text ?? "");
        if (open.Grid.Rows == 0)
            canvas.WriteField(0, open.Grid.HeaderHeight, texts.WhyNoRows(open.Table), canvas.Width, Theme.Dim);

        GridCell Cell(int row, int column) =>
            open.Selection is { } s && row >= s.Top && row <= s.Bottom && column >= s.Left && column <= s.Right
                ? Plain(row, column) with
                {
                    Style = Theme.Reversed,
                }
                : Plain(row, column);

        Style StyleOfCaveats(int row, int column) => open.Table.Judged?.StyleOf(row, column) ?? default;

        GridCell Plain(int row, int column) =>
            ResultColumns.Text(open, row, open.Shown[column], displays[column]) is { } text
                ? new GridCell(
                    ComparisonMarks.Marked(open, row, open.Shown[column], text),
                    ComparisonMarks.StyleOf(open, row, open.Shown[column]).Over(StyleOfCaveats(row, open.Shown[column]))
                )
            : open.Table.Has(row) ? new GridCell(TextOf(nulls), Theme.Dim)
            : new GridCell("…", Theme.Dim);
    }

    private static string TextOf(NullStyle nulls) =>
        nulls switch
        {
            NullStyle.Dash => "–",
            NullStyle.Blank => "",
            _ => "NULL",
        };
}
