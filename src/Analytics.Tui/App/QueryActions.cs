using Analytics.Engine.Queries;
using Analytics.Engine.Sql;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Editor;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>Opening what the catalogue offers, running and cancelling.</summary>
internal static class QueryActions
{
    private const int PreviewRows = 100;

    /// <summary>Runs what the focused panel is about: the form, the editor, or, elsewhere, the last query again.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Run(ConsoleState state)
    {
        if (state.Focus == Panel.Query)
            return state.Query.ShownForm is { } form ? RunForm(state, form) : RunEditor(state);
        return state.Result.LastQuery is { } last ? Start(state, last) : state.Say(state.Texts.NothingToRun);
    }

    /// <summary>Asks for what is in view, or else began last, to stop; it says so once it has.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Cancel(ConsoleState state) =>
        state.Result.ToCancel is { } task ? Cancel(state, [task]) : state;

    /// <summary>Asks for everything that runs to stop.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> CancelAll(ConsoleState state) => Cancel(state, state.Result.InMotion);

    private static Outcome<ConsoleState, ConsoleEffect> Cancel(ConsoleState state, IReadOnlyList<RunningState> tasks) =>
        new(
            state with
            {
                Result = tasks.Aggregate(
                    state.Result,
                    (result, task) => result.WithTask(task.Request, t => t with { IsCancelling = true })
                ),
            },
            [.. tasks.Select(task => new CancelQuery(task.Request))]
        );

    /// <summary>Opens the selected entry of the catalogue: a canned query, a table, a column's name, or a branch.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> OpenEntry(ConsoleState state)
    {
        var catalogue = state.Catalogue;
        if (catalogue.SelectedQuery is { } query)
            return OpenQuery(state, query);
        if (catalogue.SelectedTable is { } table)
            return OpenTable(state, table);
        if (catalogue.SelectedKept is { } kept)
            return KeptActions.Show(state, kept);
        if (catalogue.SelectedColumn is { } column)
            return InsertName(state, column.Column.Name);
        return catalogue.Tree.Selected is { } node
            ? state with
            {
                Catalogue = catalogue with { Tree = catalogue.Tree.Toggle(node.Id) },
            }
            : state;
    }

    /// <summary>Back to the parameters of the result's query.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> EditParameters(ConsoleState state)
    {
        if (state.Result.Open?.Query is not CannedRequest canned)
            return state;
        return state.Query.Form?.Query == canned.File
            ? state with
            {
                Focus = Panel.Query,
                Query = state.Query with { ShowsForm = true },
            }
            : OpenQuery(state, canned.File);
    }

    /// <summary>
    /// Puts the SQL of the selected canned query, of the form or of the result into the editor, values in place of parameters.
    /// </summary>
    public static Outcome<ConsoleState, ConsoleEffect> OpenAsSql(ConsoleState state)
    {
        var sql = state.Focus switch
        {
            Panel.Catalogue when state.Catalogue.SelectedQuery is { } query => PlainSql.Of(
                query,
                ParameterForm.Of(query, state.Texts, 0).Values
            ),
            Panel.Catalogue when state.Catalogue.SelectedTable is { } table => Preview(table),
            Panel.Catalogue when state.Catalogue.SelectedKept is { } kept => $"FROM {kept}",
            Panel.Query when state.Query.ShownForm is { } form => PlainSql.Of(form.Query, form.Values),
            Panel.Result when state.Result.Open?.Query is CannedRequest canned => PlainSql.Of(canned.File, canned.Values),
            Panel.Result => state.Result.Open?.Table.Kept.Source.Sql,
            _ => null,
        };
        return sql is null ? state : Replaced(state, sql) with { Focus = Panel.Query };
    }

    /// <summary>Starts an operation on a kept result, beside a running query; an operation that still runs is cancelled.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Start(ConsoleState state, OperationRequest operation)
    {
        var request = state.LastRequest + 1;
        var next = state with
        {
            LastRequest = request,
            Focus = Panel.Result,
            Result = state.Result with
            {
                Operating = new RunningState(request, operation, state.Now, 0, IsCancelling: false),
                Failed = null,
            },
        };
        var start = new RunQuery(request, operation);
        return new(next, state.Result.Operating is { } before ? [new CancelQuery(before.Request), start] : [start]);
    }

    /// <summary>Starts a query; one that still runs is cancelled.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Start(ConsoleState state, QueryRequest query)
    {
        if (!state.IsSessionOpen)
            return state.Say(state.Texts.NoEngine, isError: true);
        var request = state.LastRequest + 1;
        var next = state with
        {
            LastRequest = request,
            Focus = Panel.Result,
            Result = state.Result with
            {
                Running = new RunningState(request, query, state.Now, 0, IsCancelling: false),
                Failed = null,
                LastQuery = query,
            },
            Query = state.Query with { Editor = state.Query.Editor with { ErrorMark = null } },
        };
        ConsoleEffect[] effects = state.Result.Running is { } running
            ? [new CancelQuery(running.Request), new RunQuery(request, query)]
            : [new RunQuery(request, query)];
        return EditorActions.Remembered(Outcome.Of(next, effects), query);
    }

    private static Outcome<ConsoleState, ConsoleEffect> RunForm(ConsoleState state, ParameterForm form)
    {
        var tested = form.Checked(state.Texts);
        var next = state with { Query = state.Query with { Form = tested } };
        return tested.HasFaults ? next : Start(next, new CannedRequest(form.Query, form.Values));
    }

    private static Outcome<ConsoleState, ConsoleEffect> RunEditor(ConsoleState state)
    {
        var editor = state.Query.Editor;
        if (editor.HasSelection && !string.IsNullOrWhiteSpace(editor.SelectedText))
            return Start(state, new SqlRequest(editor.SelectedText, editor.MoveTo(editor.SelectionStart).CursorOffset));
        var script = SqlScript.Read(editor.Text);
        return script.StatementAt(editor.CursorOffset) is { } statement
            ? Start(state, new SqlRequest(script.Text[statement], statement.Start.Value))
            : state.Say(state.Texts.NothingToRun);
    }

    /// <summary>Runs all statements of the editor.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> RunAll(ConsoleState state) =>
        string.IsNullOrWhiteSpace(state.Query.Editor.Text)
            ? state.Say(state.Texts.NothingToRun)
            : Start(state, new SqlRequest(state.Query.Editor.Text));

    private static Outcome<ConsoleState, ConsoleEffect> OpenQuery(ConsoleState state, QueryFile query)
    {
        var request = state.LastRequest + 1;
        var form = ParameterForm.Of(query, state.Texts, request);
        var next = state with { LastRequest = request, Query = state.Query with { Form = form, ShowsForm = true } };
        if (query.Parameters.Count == 0)
            return Start(next, new CannedRequest(query, form.Values));
        next = next with { Focus = Panel.Query };
        return form.IsReading ? Outcome.Of<ConsoleState, ConsoleEffect>(next, new ReadChoices(request, query)) : next;
    }

    private static Outcome<ConsoleState, ConsoleEffect> OpenTable(ConsoleState state, TableEntry table)
    {
        var sql = Preview(table);
        var hadText = !string.IsNullOrWhiteSpace(state.Query.Editor.Text);
        var started = Start(Replaced(state, sql), new SqlRequest(sql));
        return hadText ? started with { State = started.State.Say(state.Texts.UndoHint) } : started;
    }

    private static string Preview(TableEntry table) => $"FROM {table.Name} LIMIT {PreviewRows}";

    private static ConsoleState InsertName(ConsoleState state, string name) =>
        state with
        {
            Focus = Panel.Query,
            Query = state.Query with { ShowsForm = false, Editor = state.Query.Editor.Insert(PlainSql.Name(name)) },
        };

    /// <summary>The editor with another text, which one undo takes back.</summary>
    private static ConsoleState Replaced(ConsoleState state, string sql) =>
        state with
        {
            Query = state.Query with
            {
                ShowsForm = false,
                Editor = state.Query.Editor.Text == sql ? state.Query.Editor : state.Query.Editor.SetText(sql),
            },
        };
}
