using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;
using Analytics.Tui.Evidence;

namespace Analytics.Tui.Results;

/// <summary>What keys do with the results that are kept.</summary>
internal static class KeptActions
{
    /// <summary>Results kept besides pinned ones; beyond, the oldest give way.</summary>
    private const int MostKept = 30;

    public static Outcome<ConsoleState, ConsoleEffect> Do(ConsoleState state, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.KeptResults => Outcome.Of<ConsoleState, ConsoleEffect>(
                state with
                {
                    Window = List(state, open.Name),
                },
                new ReadSizes()
            ),
            ConsoleAction.Pin => OfSelected(state, entry => Pin(state, entry)),
            ConsoleAction.Drop => OfSelected(state, entry => Drop(state, entry)),
            ConsoleAction.DropUnpinned => DropUnpinned(state),
            ConsoleAction.Rename => OfSelected(
                state,
                entry => state with { Window = new QuestionWindow(Question.Name, TextField.Of(entry.Label), entry.Name) }
            ),
            ConsoleAction.Compare when state.Window is PickWindow => OfSelected(state, entry => CompareActions.AskKeys(state, open, entry)),
            ConsoleAction.Compare => CompareActions.Choose(state, open),
            ConsoleAction.Beside when state.Window is PickWindow => OfSelected(state, entry => SideBySide.Show(state, entry.Name)),
            _ => SideBySide.Do(state, open, action) ?? CopyActions.Do(state, open, action),
        };

    /// <summary>A kept result as it was last looked at.</summary>
    public static ConsoleState Show(ConsoleState state, string name)
    {
        if (state.Result.Entry(name) is not { } entry)
            return state;
        var stored = Behind(state.Result).Show(entry.View);
        return state with
        {
            Focus = Panel.Result,
            Sentence = SentenceState.Empty,
            Result = stored with { Open = stored.Entry(name)!.View.InLanguage(state.Language) },
        };
    }

    /// <summary>
    /// Where a query without rows fills the view, the result before it; where that is in view, the query or its rows again.
    /// </summary>
    public static ConsoleState Meanwhile(ConsoleState state) =>
        state switch
        {
            { Focus: not Panel.Result } or { Result.Running: null } or { Result.Open: null } => state,
            { Result.Running: { HasRows: true, Result: { } name } } => state.Result.Open.Name == name ? state : Show(state, name),
            { Result.Running: { } running } => state with
            {
                Result = state.Result with { Running = running with { IsBehind = !running.IsBehind } },
            },
        };

    /// <summary>The oldest result that must give way to a new one; null while there is room.</summary>
    public static KeptEntry? Oldest(ResultState result)
    {
        var free = result.Kept.Where(k => !k.IsPinned && !IsNeeded(result, k)).ToArray();
        return result.Kept.Count(k => !k.IsPinned) > MostKept && free.Length > 0 ? free[0] : null;
    }

    /// <summary>The list anew, if it is open, with what is known now.</summary>
    public static ConsoleState Refreshed(ConsoleState state) =>
        state.Window is PickWindow { Items: [(_, _, ResultChoice), ..] } pick
        && pick.Items[pick.List.Selected].Choice is ResultChoice choice
            ? state with
            {
                Window = List(state, choice.Name),
            }
            : state;

    /// <summary>The name was given, or is refused and asked for again.</summary>
    public static ConsoleState Apply(ConsoleState state, ResultRenamed renamed)
    {
        if (renamed.Fault is { } fault)
        {
            return state with
            {
                Window = new QuestionWindow(Question.Name, TextField.Of(renamed.Wanted), renamed.Result.Name, fault.In(state.Language)),
            };
        }

        var next = state with { Result = state.Result.With(renamed.Result.Name, rows => rows with { Alias = renamed.Alias }) };
        return (next with { Window = List(next, renamed.Result.Name) }).Say(state.Texts.Renamed(renamed.Result.Name, renamed.Alias));
    }

    /// <summary>Some kept results to choose from.</summary>
    public static PickWindow Offer(ConsoleState state, string title, IReadOnlyList<KeptEntry> entries, Func<string, Choice> choice) =>
        new(title, [.. entries.Select(e => (Label(e, state), Detail(e, state), choice(e.Name)))], ListView.Of(entries.Count))
        {
            IsWide = true,
        };

    private static PickWindow List(ConsoleState state, string selected)
    {
        var entries = state.Result.Kept.Reverse().ToArray();
        var window = Offer(state, state.Texts.KeptResults, entries, name => new ResultChoice(name));
        return window with { List = window.List.Select(Array.FindIndex(entries, e => e.Name == selected)) };
    }

    private static string Label(KeptEntry entry, ConsoleState state) =>
        $"{entry.Label} · {(entry.IsPinned ? $"{state.Texts.Pinned} · " : "")}{entry.View.Query.Title(state.Language)}";

    private static string Detail(KeptEntry entry, ConsoleState state) =>
        string.Join(
            " · ",
            new[]
            {
                state.Texts.RowsKept(entry.View.Table.Progress),
                state.Texts.ColumnCount(entry.View.Table.Columns.Count),
                state.Result.Sizes.TryGetValue(entry.Name, out var bytes) && bytes > 0 ? Texts.Bytes(bytes) : "",
                Texts.Time(entry.View.Table.Progress.Elapsed),
            }.Where(part => part.Length > 0)
        );

    private static Outcome<ConsoleState, ConsoleEffect> OfSelected(
        ConsoleState state,
        Func<KeptEntry, Outcome<ConsoleState, ConsoleEffect>> act
    ) =>
        state.Window is PickWindow { List.Selected: >= 0 and var at } pick
        && pick.Items[at].Choice is ResultChoice choice
        && state.Result.Entry(choice.Name) is { } entry
            ? act(entry)
            : state;

    private static ConsoleState Pin(ConsoleState state, KeptEntry entry)
    {
        var next = state with
        {
            Result = state.Result with { Kept = state.Result.Kept.Replace(entry, entry with { IsPinned = !entry.IsPinned }) },
        };
        return next with { Window = List(next, entry.Name) };
    }

    /// <summary>Forgets a result.</summary>
    /// <param name="state">The console before.</param>
    /// <param name="entry">The result to forget; its rows go from the disk.</param>
    /// <param name="showsList">Whether the list of those left is shown, as where it was chosen from.</param>
    public static Outcome<ConsoleState, ConsoleEffect> Drop(ConsoleState state, KeptEntry entry, bool showsList = true)
    {
        if (entry.IsPinned || IsUsed(state.Result, entry))
            return state.Say(entry.IsPinned ? state.Texts.PinnedStays : state.Texts.GrowingStays, isError: true);
        return Dropped(state, [entry], showsList).Say(state.Texts.Dropped(entry.Label));
    }

    /// <summary>The first press says how many, the second one drops them.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> DropUnpinned(ConsoleState state)
    {
        if (state.Window is not PickWindow list)
            return state;
        KeptEntry[] unpinned = [.. state.Result.Kept.Where(k => !k.IsPinned && !IsUsed(state.Result, k))];
        if (unpinned.Length == 0)
            return state.Say(state.Texts.NothingUnpinned);
        return list.IsArmed
            ? Dropped(state, unpinned).Say(state.Texts.DroppedMany(unpinned.Length))
            : (state with { Window = list with { IsArmed = true } }).Say(state.Texts.DropAgain(unpinned.Length));
    }

    private static Outcome<ConsoleState, ConsoleEffect> Dropped(ConsoleState state, IReadOnlyList<KeptEntry> entries, bool showsList = true)
    {
        var names = entries.Select(e => e.Name).ToHashSet();
        var left = state.Result with
        {
            Kept = state.Result.Kept.RemoveAll(k => names.Contains(k.Name)),
            Open = state.Result.Open is { } open && names.Contains(open.Name) ? null : state.Result.Open,
        };
        var next = state with { Result = left };
        if (left.Open is null && left.Kept.Count > 0)
            next = Show(next, left.Kept[^1].Name) with { Focus = state.Focus };
        next = next with { Window = showsList && left.Kept.Count > 0 ? List(next, next.Result.Open!.Name) : null };
        return new(next, [.. entries.Select(e => new DropResult(e.View.Table.Kept))]);
    }

    private static bool IsNeeded(ResultState result, KeptEntry entry) =>
        entry.Name == result.Open?.Name || entry.Name == result.Open?.Parent || entry.Name == result.Side?.Name || IsUsed(result, entry);

    /// <summary>Whether it grows, or an operation or a file is being made of it.</summary>
    private static bool IsUsed(ResultState result, KeptEntry entry) =>
        entry.View.Table.IsGrowing
        || result.InMotion.Any(task =>
            task.Query switch
            {
                SaveRequest save => save.Source.Name == entry.Name,
                OperationRequest { Operation: CompareRows compare } operation => operation.Source.Name == entry.Name
                    || compare.Before.Name == entry.Name,
                OperationRequest operation => operation.Source.Name == entry.Name,
                _ => false,
            }
        );

    /// <summary>The running query gives way to what one looks at now.</summary>
    private static ResultState Behind(ResultState result) =>
        result.Running is { HasRows: false } running ? result with { Running = running with { IsBehind = true } } : result;
}

/// <summary>Saying something with an outcome.</summary>
internal static class Outcomes
{
    public static Outcome<ConsoleState, ConsoleEffect> Say(this Outcome<ConsoleState, ConsoleEffect> outcome, string text) =>
        outcome with
        {
            State = outcome.State.Say(text),
        };
}
