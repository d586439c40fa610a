using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;

namespace Analytics.Tui.Results;

/// <summary>Comparing two kept results: which other one, by which keys, and how the differences are shown.</summary>
internal static class CompareActions
{
    /// <summary>The only other result at once; else a list.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Choose(ConsoleState state, OpenResult open)
    {
        var others = state.Result.Kept.Where(k => k.Name != open.Name).Reverse().ToArray();
        return others.Length switch
        {
            0 => state.Say(state.Texts.NoOtherResult),
            1 => AskKeys(state, open, others[0]),
            _ => state with
            {
                Window = KeptActions.Offer(state, state.Texts.CompareWhich(open.Label), others, name => new CompareChoice(name)),
            },
        };
    }

    /// <summary>Asks for the columns by which rows belong together; the best ones are found first.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> AskKeys(ConsoleState state, OpenResult open, KeptEntry other)
    {
        if (other.Name == open.Name)
            return state.Say(state.Texts.OtherThanThis, isError: true);
        if (open.Table.IsGrowing || other.View.Table.IsGrowing)
            return state.Say(state.Texts.StillGrowing, isError: true);
        var request = state.LastRequest + 1;
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            state with
            {
                LastRequest = request,
                Window = new KeysWindow(request, other.Name, [], [], ListView.Of(0)),
            },
            new ProposeKeys(request, other.View.Table.Kept, open.Table.Kept)
        );
    }

    /// <summary>The proposal has come.</summary>
    public static ConsoleState Proposed(ConsoleState state, KeysProposed answer)
    {
        if (state.Window is not KeysWindow keys || keys.Request != answer.Request)
            return state;
        if (answer.Keys.Count == 0)
            return (state with { Window = null }).Say(state.Texts.NoSharedColumn, isError: true);
        ImmutableArray<KeyCandidate> columns =
        [
            .. answer.Keys.OrderByDescending(k => k.IsProposed).ThenByDescending(k => k.IsUnique == true),
        ];
        return state with
        {
            Window = keys with
            {
                Columns = columns,
                Chosen = [.. columns.Where(k => k.IsProposed).Select(k => k.Name)],
                List = ListView.Of(columns.Length),
            },
        };
    }

    public static ConsoleState Toggle(ConsoleState state)
    {
        if (state.Window is not KeysWindow { List.Selected: >= 0 and var at } keys)
            return state;
        var name = keys.Columns[at].Name;
        return state with { Window = keys with { Chosen = keys.Chosen.SymmetricExcept([name]), Error = "" } };
    }

    public static Outcome<ConsoleState, ConsoleEffect> Accept(ConsoleState state, KeysWindow keys)
    {
        if (keys.Columns.IsEmpty)
            return state;
        if (keys.Chosen.Count == 0)
            return state with { Window = keys with { Error = state.Texts.OneKeyAtLeast } };
        // The differences need the whole width: two results beside each other give way to them.
        var closed = state with
        {
            Window = null,
            Result = state.Result with { Side = null },
        };
        if (state.Result.Open is not { } open || state.Result.Entry(keys.Other) is not { } other)
            return closed;
        string[] chosen = [.. keys.Columns.Select(c => c.Name).Where(keys.Chosen.Contains)];
        return OperationActions.Start(closed, open, new CompareRows(other.View.Table.Kept, chosen));
    }

    /// <summary>Columns that are alike everywhere go out of view; restoring columns brings them back.</summary>
    public static ConsoleState Tidied(ConsoleState state, Comparison comparison)
    {
        if (state.Result.Open is not { } open || open.Name != comparison.Rows.Name || comparison.Alike.Count == 0)
            return state;
        var hidden = comparison.Alike.SelectMany(column => ColumnsOf(open, column, comparison)).ToHashSet();
        ImmutableArray<int> shown = [.. open.Shown.Where(c => !hidden.Contains(open.Table.Kept.ColumnNames[c]))];
        return shown.Length == open.Shown.Length ? state : state with { Result = state.Result with { Open = open.WithShown(shown, 0) } };
    }

    /// <summary>Rows that are only on one side have values worth reading, but never a difference.</summary>
    private static string[] ColumnsOf(OpenResult open, string column, Comparison comparison)
    {
        if (open.Query is not OperationRequest { Operation: CompareRows compare } request)
            return [];
        string[] differences = [column + "_difference", column + "_percent"];
        return comparison.Added + comparison.Removed + comparison.NoKey > 0
            ? differences
            : [.. differences, $"{column}_{compare.Before.Name}", $"{column}_{request.Source.Name}"];
    }
}
