using Analytics.Tui.Charts;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>What the status line says: at the left about the selected thing, at the right the place in it.</summary>
internal static class StatusText
{
    public static string Left(ConsoleState state) => state.Pages.IsShown ? PageFlow.Status(state) : OfPanel(state);

    private static string OfPanel(ConsoleState state) =>
        state.Focus switch
        {
            Panel.Catalogue when state.Catalogue.SelectedQuery is { } query => $"{query.Title.In(state.Language)} ({query.Name})",
            Panel.Catalogue when state.Catalogue.SelectedTable is { } table =>
                $"{table.Description?.In(state.Language) ?? table.File?.Path ?? table.Name} "
                    + $"· {string.Join(", ", table.Columns.Select(c => c.Name))}",
            Panel.Catalogue when state.Catalogue.SelectedFile is { } file => file.Path,
            Panel.Catalogue when state.Catalogue.SelectedColumn is { } column => string.Join(
                " · ",
                new[]
                {
                    column.Column.Name,
                    column.Column.Type.ToLowerInvariant(),
                    column.Column.Description?.In(state.Language),
                }.OfType<string>()
            ),
            Panel.Result when state is { Result: { Failed: null, Open.Tab: ResultTab.Chart }, ChartInView: { } charted } =>
                ChartPanel.Status(charted, state.Texts, ConsoleLayout.Of(state).ChartArea),
            Panel.Result when state.Result is { Failed: null, Open: { Tab: ResultTab.Grid, Table.Caution: { } caution } } => state
                .Texts
                .Caution + caution.ReplaceLineEndings(" · "),
            Panel.Result
                when state.Result is { Failed: null, Open: { Tab: ResultTab.Grid } open }
                    && (open.Shown.Length < open.Table.Columns.Count || open.IsReordered) =>
                $"{open.Table.Columns[open.Column].Name}{Behind(state)} · "
                    + $"{state.Texts.ColumnsShown(open.Shown.Length, open.Table.Columns.Count, open.IsReordered)}"
                    + $"{(state.Keys.FirstKey(KeyContext.Grid, ConsoleAction.AllColumns) is { } key ? $" ({key})" : "")}"
                    + Caveats(state, open),
            Panel.Result when state.Result is { Failed: null, Open: { Tab: ResultTab.Grid, Shown.Length: > 0 } open } => open.Table
                .Columns[open.Column]
                .Name
                + Behind(state)
                + Caveats(state, open),
            _ => "",
        };

    /// <summary>How many figures the result stands on, where they are more than its rows: one does not see them at a glance.</summary>
    private static string Behind(ConsoleState state) =>
        state.Sentence.Count is { } count && count > state.Result.Open!.Table.RowCount ? $" · {state.Texts.FiguresBehind(count)}" : "";

    /// <summary>What speaks against comparing, a word each: of the cell under the cursor where it is marked, else of the result.</summary>
    private static string Caveats(ConsoleState state, OpenResult open)
    {
        if (open.Table.Judged is not { Caveats.Count: > 0 } judged)
            return "";
        var ofCell = open.Row is { } row && judged.StyleOf(row, open.Column) != default ? judged.Of(row, open.Column) : null;
        var codes = state.Texts.Codes(ofCell ?? judged.Caveats);
        var key = state.Keys.FirstKey(KeyContext.Result, ConsoleAction.Caveats) is { } found ? $" ({found})" : "";
        return $" · {(ofCell is null ? state.Texts.CaveatsOfResult : state.Texts.CaveatsOfCell)}{codes}{key}";
    }

    public static string Right(ConsoleState state)
    {
        if (state.Pages.IsShown)
            return PageFlow.Place(state);
        var left = state.Result.Left.Count == 0 ? [] : new[] { state.Texts.StillRuns([.. state.Result.Left.Values.Select(Title)]) };
        if (!state.ShowsRunning)
            return string.Join(" · ", left.Append(Place(state)).Where(text => text.Length > 0));
        var tasks = left.Concat(state.Result.InMotion.Select(task => state.Texts.Running(state.Now - task.StartedAt, task)));

        string Title(QueryRequest query) => query.Title(state.Language);

        return string.Join(" · ", state.IsWaiting || Place(state) is not { Length: > 0 } place ? tasks : [.. tasks, place]);
    }

    /// <summary>Where the cursor is.</summary>
    private static string Place(ConsoleState state) =>
        state.Focus switch
        {
            Panel.Query when !state.Query.ShowsForm => state.Texts.CursorAt(
                state.Query.Editor.Cursor.Line + 1,
                state.Query.Editor.Cursor.Column + 1
            ),
            Panel.Result when state.Result is { Failed: null, Open: { Tab: ResultTab.Grid, Row: { } row } open } =>
                $"{state.Texts.RowOf(row + 1, open.Grid.Rows)} · {state.Texts.ColumnOf(open.Grid.Column + 1, open.Shown.Length)}",
            _ => "",
        };
}
