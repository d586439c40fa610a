using Analytics.Engine.Workspaces;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>What keys do with the whole of a result, and with the results that are kept.</summary>
internal static class OperationActions
{
    /// <summary>Does an action; null if it is about something else.</summary>
    public static Part<ResultState>? Do(Part<ResultState> part, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.Sort => Sort(part, open, [NextKey(open)]),
            ConsoleAction.SortMore => Sort(part, open, MoreKeys(open)),
            ConsoleAction.FilterToCell => ByCell(part, open, exclude: false),
            ConsoleAction.FilterOutCell => ByCell(part, open, exclude: true),
            ConsoleAction.CountGroups => Start(part, open, new CountGroups(open.Column)),
            ConsoleAction.GroupRows => GroupWindow.Open(part, open),
            ConsoleAction.NextRole => part.Window is GroupWindow next ? part with { Window = next.Turned(1) } : part,
            ConsoleAction.PreviousRole => part.Window is GroupWindow before ? part with { Window = before.Turned(-1) } : part,
            ConsoleAction.ShowSteps => part.Doing(new ReadSteps(open.Table.Kept, Steps.HiddenNames(open), IsShown: true)),
            ConsoleAction.Statistics => Start(part, open, new CountColumn(open.Column)),
            ConsoleAction.FilterRows => Ask(part, Question.Condition),
            ConsoleAction.DeriveColumn => Ask(part, Question.Column),
            ConsoleAction.CastColumn => part with
            {
                Window = new QuestionWindow(Question.Type, TextField.Empty, open.Table.Kept.ColumnNames[open.Column]),
            },
            ConsoleAction.SearchRows => Ask(part, Question.Search),
            ConsoleAction.SearchNext => SearchAgain(part, open, backward: false),
            ConsoleAction.SearchPrevious => SearchAgain(part, open, backward: true),
            ConsoleAction.BackToParent => Steps.Undo(part, open),
            ConsoleAction.ForwardToStep => Steps.Redo(part, open),
            _ => KeptActions.Do(part, open, action),
        };

    /// <summary>Starts an operation on a kept result, beside a running query; an operation that still runs is cancelled.</summary>
    private static Part<ResultState> Started(Part<ResultState> part, OperationRequest operation)
    {
        var request = part.LastRequest + 1;
        var next = part with
        {
            LastRequest = request,
            Focus = Panel.Result,
            Own = part.Own with { Operating = new RunningState(request, operation, part.Now, 0, IsCancelling: false), Failed = null },
        };
        var start = new RunQuery(request, operation);
        return part.Own.Operating is { } before ? next.Doing(new CancelQuery(before.Request), start) : next.Doing(start);
    }

    private static Part<ResultState> Ask(Part<ResultState> part, Question question) =>
        part with
        {
            Window = new QuestionWindow(question, TextField.Empty),
        };

    /// <summary>Of a result that still grows only single statements see one part: they act on the rows so far.</summary>
    public static Part<ResultState> Start(Part<ResultState> part, OpenResult open, ResultOperation operation) =>
        open.Table.IsGrowing && operation is CountColumn or CompareRows or GroupRows { Grouping.Across: not null }
            ? part.Say(part.Texts.StillGrowing, isError: true)
            : Started(part, new OperationRequest(open.Table.Kept, operation, Origin(open.Query)) { IsSoFar = open.Table.IsGrowing });

    /// <summary>A sorted result is not sorted again but the one it was sorted from, so that one step leads back.</summary>
    private static Part<ResultState> Sort(Part<ResultState> part, OpenResult open, IReadOnlyList<SortKey> keys) =>
        open is { Query: OperationRequest { Operation: SortRows } sorted } && part.Own.Entry(sorted.Source.Name) is not null
            ? Started(part, sorted with { Operation = new SortRows(keys) })
            : Start(part, open, new SortRows(keys));

    private static QueryRequest Origin(QueryRequest query) => query is OperationRequest operation ? operation.Origin : query;

    private static Part<ResultState> ByCell(Part<ResultState> part, OpenResult open, bool exclude) =>
        open.Row is { } row ? Start(part, open, new FilterByCells(row, [open.Column], exclude)) : part;

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

    public static Part<ResultState> Search(Part<ResultState> part, OpenResult open, TextSearch search)
    {
        var remembered = part with { Own = part.Own with { LastSearch = search } };
        return Start(remembered, open, new FindRow(search, open.Grid.Row + (search.Backward ? -1 : 1)));
    }

    private static Part<ResultState> SearchAgain(Part<ResultState> part, OpenResult open, bool backward) =>
        part.Own.LastSearch is { } last ? Search(part, open, last with { Backward = backward }) : part.Say(part.Texts.NothingSearched);
}
