using Analytics.Engine.Queries;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Editor;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>What the entries of the catalogue are for: to be run, to be looked at, to be written into SQL.</summary>
internal static class EntryActions
{
    private const int PreviewRows = 100;

    /// <summary>Opens the selected entry of the catalogue: a canned query, a table, a column's name, or a branch.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Open(ConsoleState state)
    {
        var catalogue = state.Catalogue;
        if (catalogue.SelectedQuery is { } query)
            return OpenQuery(state, query);
        if (catalogue.SelectedTable is { } table)
            return OpenTable(state, table);
        if (catalogue.SelectedKept is { } kept)
            return KeptActions.Show(state.OfResult, kept.Name).Joined();
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
        // All steps that led to a result are one statement, which the engine finds out.
        if (state is { Focus: Panel.Result, Result.Open: { Query: OperationRequest, Table.Kept: var made } steps })
            return Outcome.Of<ConsoleState, ConsoleEffect>(state, new ReadSteps(made, Steps.HiddenNames(steps)));
        var sql = state.Focus switch
        {
            Panel.Catalogue when state.Catalogue.SelectedQuery is { } query => SqlOf(query, state.Texts),
            Panel.Catalogue when state.Catalogue.SelectedTable is { } table => Preview(table),
            Panel.Catalogue when state.Catalogue.SelectedKept is { } kept => $"FROM {kept.Name}",
            Panel.Query when state.Query.ShownForm is { } form => PlainSql.Of(form.Query, form.Values),
            Panel.Result when state.Result.Open is { Query: CannedRequest canned } open => Steps.Without(
                PlainSql.Of(canned.File, canned.Values),
                Steps.HiddenNames(open)
            ),
            Panel.Result when state.Result.Open is { } open => Steps.Without(open.Table.Kept.Source.Sql, Steps.HiddenNames(open)),
            _ => null,
        };
        return sql is null ? state : (EditorActions.Replaced(state.OfEditor, sql) with { Focus = Panel.Query }).Joined();
    }

    /// <summary>The selected name, or the SQL of a query, at the editor's cursor; the focus stays, so that several can be put in.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Insert(ConsoleState state)
    {
        var (catalogue, texts) = (state.Catalogue, state.Texts);
        if (catalogue.SelectedQuery is { } query)
            return Inserted(state, SqlOf(query, texts), query.Name, isColumn: false);
        if (catalogue.SelectedColumn is { Column.Name: var column })
            return Inserted(state, PlainSql.Name(column), column, isColumn: true);
        return
            (
                catalogue.SelectedTable?.Name
                ?? catalogue.SelectedKept?.Name
                ?? (catalogue.SelectedFile is { } file ? PlainSql.Name(file.Name) : null)
            )
                is { } name
            ? Inserted(state, name, name, isColumn: false)
            : state.Say(texts.NothingToInsert, isError: true);
    }

    /// <summary>Forgets the kept result that is selected; null if none is.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? DropKept(ConsoleState state)
    {
        if (state.Catalogue.SelectedKept is not { } selected || state.Result.Entry(selected.Name) is not { } kept)
            return null;
        return KeptActions.Drop(state.OfResult, kept, showsList: false).Joined();
    }

    private static Outcome<ConsoleState, ConsoleEffect> Inserted(ConsoleState state, string sql, string said, bool isColumn) =>
        EditorActions.Inserted(state.OfEditor, sql, isColumn).Say(state.Texts.InsertedName(said)).Joined();

    private static string SqlOf(QueryFile query, Texts texts) => PlainSql.Of(query, ParameterForm.Of(query, texts, 0).Values);

    private static Outcome<ConsoleState, ConsoleEffect> OpenQuery(ConsoleState state, QueryFile query)
    {
        var request = state.LastRequest + 1;
        var form = ParameterForm.Of(query, state.Texts, request);
        var next = state with { LastRequest = request, Query = state.Query with { Form = form, ShowsForm = true } };
        if (query.Parameters.Count == 0)
            return QueryActions.Start(next, form.Request());
        next = next with { Focus = Panel.Query };
        return form.IsReading ? Outcome.Of<ConsoleState, ConsoleEffect>(next, new ReadChoices(request, query)) : next;
    }

    private static Outcome<ConsoleState, ConsoleEffect> OpenTable(ConsoleState state, TableEntry table)
    {
        var sql = Preview(table);
        var hadText = !string.IsNullOrWhiteSpace(state.Query.Editor.Text);
        var started = EditorActions.Replaced(state.OfEditor, sql).Joined().Then(s => QueryActions.Start(s, new SqlRequest(sql)));
        return hadText ? started with { State = started.State.Say(state.Texts.UndoHint) } : started;
    }

    private static string Preview(TableEntry table) => $"FROM {table.Name} LIMIT {PreviewRows}";

    private static ConsoleState InsertName(ConsoleState state, string name) =>
        state with
        {
            Focus = Panel.Query,
            Query = state.Query with { ShowsForm = false, Editor = state.Query.Editor.Insert(PlainSql.Name(name)) },
        };
}
