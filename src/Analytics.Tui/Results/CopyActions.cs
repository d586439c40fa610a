namespace Analytics.Tui.Results;

/// <summary>Copying cells, and the command that gives what is on the screen.</summary>
internal static class CopyActions
{
    /// <summary>Does an action; null if it is about something else.</summary>
    public static Part<ResultState>? Do(Part<ResultState> part, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.CopyAs => open.Row is { } row ? part with { Window = CopyWindow.Of(Choices(part.Texts, open, row)) } : part,
            ConsoleAction.CopyCommand => part.Doing(new CopyCommand(open.Query, open.Table.Kept)),
            _ => null,
        };

    private static IReadOnlyList<(string Label, CopyChoice Choice)> Choices(Texts texts, OpenResult open, int row) =>
        [
            .. Stretches(texts, open, row)
                .SelectMany(s => Enum.GetValues<CopyFormat>().Select(f => (s.Label, new CopyChoice(s.First, s.Count, s.Columns, f)))),
        ];

    /// <summary>What can be copied: the selection if there is one, the cursor's cell, its row, its column, all rows.</summary>
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
        yield return (texts.CopyResultLabel, 0, open.Table.RowCount, [.. open.Shown]);
    }
}
