using Analytics.Engine.Workspaces;
using Analytics.Tui.Results;

namespace Analytics.Tui.App.Running;

/// <summary>Does operations on kept results, in the engine, on all their rows.</summary>
internal static class ResultOperations
{
    public static ConsoleEvent Do(Workspace open, int request, OperationRequest asked, Action<KeptResult> onRows, CancellationToken token)
    {
        var source = asked.Source;
        return asked.Operation switch
        {
            SortRows sort => Finished(open.Sort(source, sort.Keys, onRows, token)),
            FilterByCells cells => Finished(open.FilterByCells(source, cells.Row, cells.Columns, cells.Exclude, onRows, token)),
            FilterRows filter => Finished(open.Filter(source, filter.Condition, onRows, token)),
            DeriveColumn derive => Finished(open.Derive(source, derive.Name, derive.Expression, onRows, token)),
            CastColumn cast => Finished(open.Cast(source, cast.Column, cast.Type, onRows, token)),
            CountGroups groups => Finished(open.CountGroups(source, [groups.Column], onRows, token)),
            GroupRows grouped => Finished(open.Group(source, grouped.Grouping, onRows, token)),
            CountColumn column => new StatisticsRead(request, source.Name, open.Statistics(source, column.Column, token)),
            FindRow find => new TextFound(request, find.Search.Text, Find(open, source, find, token)),
            CompareRows compare => Compared(open.Compare(compare.Before, source, compare.Keys, onRows, token)),
            _ => throw new InvalidOperationException($"{asked.Operation.GetType().Name} is no operation that the console knows."),
        };

        QueryFinished Finished(KeptResult result) => new(request, result, result.Progress);

        QueryFinished Compared(Comparison comparison) => new(request, comparison.Rows, comparison.Rows.Progress, comparison);
    }

    /// <summary>Up to the end, and then from the other end.</summary>
    private static long? Find(Workspace open, KeptResult source, FindRow find, CancellationToken token) =>
        open.FindText(source, find.Search, find.From, null, token)
        ?? open.FindText(source, find.Search, find.Search.Backward ? source.Rows - 1 : 0, null, token);
}
