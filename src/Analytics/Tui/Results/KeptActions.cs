using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Evidence;
using Analytics.Tui.Windows;

namespace Analytics.Tui.Results;

/// <summary>What keys do with the results that are kept.</summary>
static class KeptActions
{
    /// <summary>Results kept besides pinned ones; beyond, the oldest give way.</summary>
    const int MostKept = 30;

    public static Outcome<ConsoleState, ConsoleEffect> Do(ConsoleState state, OpenResult open, ConsoleAction action) => action switch
    {
        ConsoleAction.KeptResults => state with { Window = List(state, open.Name) },
        ConsoleAction.Pin => OfSelected(state, entry => Pin(state, entry)),
        ConsoleAction.Drop => OfSelected(state, entry => Drop(state, entry)),
        ConsoleAction.Compare => OfSelected(state, entry => AskKeys(state, open, entry)),
        _ => CopyActions.Do(state, open, action),
    };

    /// <summary>A kept result as it was last looked at.</summary>
    public static ConsoleState Show(ConsoleState state, string name)
    {
        if (state.Result.Entry(name) is not { } entry)
            return state;
        var stored = state.Result.Show(entry.View);
        return state with { Focus = Panel.Result, Sentence = SentenceState.Empty, Result = stored with { Open = stored.Entry(name)!.View.InLanguage(state.Language) } };
    }

    /// <summary>The oldest result that must give way to a new one; null while there is room.</summary>
    public static KeptEntry? Oldest(ResultState result)
    {
        var free = result.Kept.Where(k => !k.IsPinned && k.Name != result.Open?.Name && k.Name != result.Open?.Parent && !k.View.Table.IsGrowing).ToArray();
        return result.Kept.Count(k => !k.IsPinned) > MostKept && free.Length > 0 ? free[0] : null;
    }

    static PickWindow List(ConsoleState state, string selected)
    {
        var entries = state.Result.Kept.Reverse().ToArray();
        var items = entries.Select(e => (Label(e, state), state.Texts.RowsKept(e.View.Table.Progress), (Choice)new ResultChoice(e.Name))).ToArray();
        return new PickWindow(state.Texts.KeptResults, items, ListView.Of(items.Length).Select(Array.FindIndex(entries, e => e.Name == selected)));
    }

    static string Label(KeptEntry entry, ConsoleState state) =>
        $"{entry.Name} · {entry.View.Query.Title(state.Language)}{(entry.IsPinned ? $" · {state.Texts.Pinned}" : "")}";

    static Outcome<ConsoleState, ConsoleEffect> OfSelected(ConsoleState state, Func<KeptEntry, Outcome<ConsoleState, ConsoleEffect>> act) =>
        state.Window is PickWindow { List.Selected: >= 0 and var at } pick && pick.Items[at].Choice is ResultChoice choice && state.Result.Entry(choice.Name) is { } entry
            ? act(entry) : state;

    static ConsoleState Pin(ConsoleState state, KeptEntry entry)
    {
        var next = state with { Result = state.Result with { Kept = state.Result.Kept.Replace(entry, entry with { IsPinned = !entry.IsPinned }) } };
        return next with { Window = List(next, entry.Name) };
    }

    /// <summary>Forgets a result.</summary>
    /// <param name="showsList">Whether the list of those left is shown, as where it was chosen from.</param>
    public static Outcome<ConsoleState, ConsoleEffect> Drop(ConsoleState state, KeptEntry entry, bool showsList = true)
    {
        if (entry.IsPinned || entry.View.Table.IsGrowing)
            return state.Say(entry.IsPinned ? state.Texts.PinnedStays : state.Texts.GrowingStays, isError: true);
        var left = state.Result with { Kept = state.Result.Kept.Remove(entry), Open = state.Result.Open?.Name == entry.Name ? null : state.Result.Open };
        var next = state with { Result = left };
        if (left.Open is null && left.Kept.Count > 0)
            next = Show(next, left.Kept[^1].Name) with { Focus = state.Focus };
        next = next with { Window = showsList && left.Kept.Count > 0 ? List(next, next.Result.Open!.Name) : null };
        return Outcome.Of<ConsoleState, ConsoleEffect>(next.Say(state.Texts.Dropped(entry.Name)), new DropResult(entry.View.Table.Kept));
    }

    /// <summary>Asks for the key columns; the first column that both have is proposed.</summary>
    static ConsoleState AskKeys(ConsoleState state, OpenResult open, KeptEntry other)
    {
        if (other.Name == open.Name)
            return state.Say(state.Texts.OtherThanThis, isError: true);
        var common = open.Table.Kept.ColumnNames.FirstOrDefault(n => other.View.Table.Kept.ColumnNames.Contains(n, StringComparer.OrdinalIgnoreCase)) ?? "";
        return state with { Window = new QuestionWindow(Question.CompareKeys, TextField.Of(common), other.Name) };
    }
}
