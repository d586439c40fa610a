using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;

namespace Analytics.Tui.Results;

/// <summary>Copying cells, and the command that gives what is on the screen.</summary>
internal static class CopyActions
{
    public static Outcome<ConsoleState, ConsoleEffect> Do(ConsoleState state, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.CopyAs when open.Row is { } row => state with { Window = Offer(state.Texts, open, row) },
            ConsoleAction.CopyCommand when open is { Tab: ResultTab.Chart, Chart.Spec: { } } => Charts.ChartActions.CopyCommand(
                state,
                open
            ),
            ConsoleAction.CopyCommand => Outcome.Of<ConsoleState, ConsoleEffect>(state, new CopyCommand(open.Query, open.Table.Kept)),
            _ => state,
        };

    public static Outcome<ConsoleState, ConsoleEffect> Copy(ConsoleState state, OpenResult open, CopyChoice copy) =>
        Outcome.Of<ConsoleState, ConsoleEffect>(state, new CopyCells(open.Table.Kept, copy));

    private static PickWindow Offer(Texts texts, OpenResult open, int row)
    {
        var items = Stretches(texts, open, row)
            .SelectMany(s =>
                Enum.GetValues<CopyFormat>()
                    .Select(f => (s.Label, f.ToString().ToUpperInvariant(), (Choice)new CopyChoice(s.First, s.Count, s.Columns, f)))
            )
            .ToArray();
        return new PickWindow(texts.CopyTitle, items, ListView.Of(items.Length));
    }

    /// <summary>What can be copied: the selection if there is one, the cursor's cell, its row, its column.</summary>
    private static IEnumerable<(string Label, long First, long Count, IReadOnlyList<int> Columns)> Stretches(
        Texts texts,
        OpenResult open,
        int row
    )
    {
        if (open.Selection is { } s)
            yield return (texts.CopySelectionLabel, s.Top, s.Bottom - s.Top + 1, [.. open.Shown[s.Left..(s.Right + 1)]]);
        yield return (texts.CopyCellLabel, row, 1, [open.Column]);
        yield return (texts.CopyRowLabel, row, 1, [.. open.Shown]);
        yield return (texts.CopyColumnLabel, 0, open.Table.RowCount, [open.Column]);
    }
}
