using Analytics.Engine.Workspaces;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;

namespace Analytics.Tui.Results;

/// <summary>What keys do with the whole of a result, and with the results that are kept.</summary>
internal static class OperationActions
{
    public static Outcome<ConsoleState, ConsoleEffect> Do(ConsoleState state, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.Sort => Sort(state, open, [NextKey(open)]),
            ConsoleAction.SortMore => Sort(state, open, MoreKeys(open)),
            ConsoleAction.FilterToCell => ByCell(state, open, exclude: false),
            ConsoleAction.FilterOutCell => ByCell(state, open, exclude: true),
            ConsoleAction.CountGroups => Start(state, open, new CountGroups(open.Column)),
            ConsoleAction.Statistics => Start(state, open, new CountColumn(open.Column)),
            ConsoleAction.FilterRows => Ask(state, Question.Condition),
            ConsoleAction.SearchRows => Ask(state, Question.Search),
            ConsoleAction.SearchNext => SearchAgain(state, open, backward: false),
            ConsoleAction.SearchPrevious => SearchAgain(state, open, backward: true),
            ConsoleAction.BackToParent => open.Parent is { } parent && state.Result.Entry(parent) is not null
                ? KeptActions.Show(state, parent)
                : state.Say(state.Texts.NoParent),
            _ => KeptActions.Do(state, open, action),
        };

    public static Outcome<ConsoleState, ConsoleEffect> Accept(ConsoleState state, QuestionWindow ask)
    {
        if (ask.Question is Question.ChartTitle or Question.ChartReferences or Question.ChartNote)
            return state.Result.Open is { } charted ? Charts.ChartQuestions.Accept(state, charted, ask) : state with { Window = null };
        var text = ask.Text.Text.Trim();
        if (state.Result.Open is not { } open || text.Length == 0)
            return state with { Window = null };
        var closed = state with { Window = null };
        return ask.Question switch
        {
            Question.Condition => Start(closed, open, new FilterRows(text)),
            Question.Search => Search(closed, open, new TextSearch(text)),
            _ => state.Result.Entry(ask.About) is { } entry
                ? Outcome.Of<ConsoleState, ConsoleEffect>(state, new RenameResult(entry.View.Table.Kept, text))
                : closed,
        };
    }

    public static Outcome<ConsoleState, ConsoleEffect> Accept(ConsoleState state, PickWindow pick) =>
        pick.Items[pick.List.Selected].Choice switch
        {
            CopyChoice copy when state.Result.Open is { } open => CopyActions.Copy(state with { Window = null }, open, copy),
            BesideChoice beside => SideBySide.Show(state with { Window = null }, beside.Name),
            CompareChoice compare when state.Result is { Open: { } open } result && result.Entry(compare.Name) is { } entry =>
                CompareActions.AskKeys(state, open, entry),
            ResultChoice result => KeptActions.Show(state with { Window = null }, result.Name),
            _ => state with { Window = null },
        };

    private static ConsoleState Ask(ConsoleState state, Question question) =>
        state with
        {
            Window = new QuestionWindow(question, TextField.Empty),
        };

    /// <summary>Of a result that still grows only single statements see one state: they act on the rows so far.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Start(ConsoleState state, OpenResult open, ResultOperation operation) =>
        open.Table.IsGrowing && operation is CountColumn or CompareRows
            ? state.Say(state.Texts.StillGrowing, isError: true)
            : QueryActions.Start(
                state,
                new OperationRequest(open.Table.Kept, operation, Origin(open.Query)) { IsSoFar = open.Table.IsGrowing }
            );

    /// <summary>A sorted result is not sorted again but the one it was sorted from, so that one step leads back.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> Sort(ConsoleState state, OpenResult open, IReadOnlyList<SortKey> keys) =>
        open is { Query: OperationRequest { Operation: SortRows } sorted } && state.Result.Entry(sorted.Source.Name) is not null
            ? QueryActions.Start(state, sorted with { Operation = new SortRows(keys) })
            : Start(state, open, new SortRows(keys));

    private static QueryRequest Origin(QueryRequest query) => query is OperationRequest operation ? operation.Origin : query;

    private static Outcome<ConsoleState, ConsoleEffect> ByCell(ConsoleState state, OpenResult open, bool exclude) =>
        open.Row is { } row ? Start(state, open, new FilterByCell(row, open.Column, exclude)) : state;

    private static IReadOnlyList<SortKey> Keys(OpenResult open) =>
        open.Query is OperationRequest { Operation: SortRows sort } ? sort.Keys : [];

    /// <summary>The cursor's column ascending; descending if it is sorted so already.</summary>
    private static SortKey NextKey(OpenResult open) => new(open.Column, Keys(open) is [var first, ..] && first == new SortKey(open.Column));

    /// <summary>The keys so far and the cursor's column; a column that is a key already is turned round.</summary>
    private static IReadOnlyList<SortKey> MoreKeys(OpenResult open)
    {
        var keys = Keys(open);
        return keys.Any(k => k.Column == open.Column)
            ? [.. keys.Select(k => k.Column == open.Column ? k with { Descending = !k.Descending } : k)]
            : [.. keys, new SortKey(open.Column)];
    }

    private static Outcome<ConsoleState, ConsoleEffect> Search(ConsoleState state, OpenResult open, TextSearch search)
    {
        var remembered = state with { Result = state.Result with { LastSearch = search } };
        return Start(remembered, open, new FindRow(search, open.Grid.Row + (search.Backward ? -1 : 1)));
    }

    private static Outcome<ConsoleState, ConsoleEffect> SearchAgain(ConsoleState state, OpenResult open, bool backward) =>
        state.Result.LastSearch is { } last
            ? Search(state, open, last with { Backward = backward })
            : state.Say(state.Texts.NothingSearched);
}
