using Analytics.Terminal.Runtime;
using Analytics.Tui.App;
using Analytics.Tui.Evidence;

namespace Analytics.Tui.Results;

/// <summary>A kept result that stands beside the one in view.</summary>
/// <param name="Name">Of the result without the focus; the one with it is the one in view.</param>
/// <param name="IsTogether">Whether both are scrolled together, row by row.</param>
/// <param name="IsLeft">Whether the result without the focus is the left one.</param>
internal sealed record SideState(string Name, bool IsTogether, bool IsLeft);

/// <summary>Two results beside each other. Whatever acts on a result acts on the one with the focus.</summary>
internal static class SideBySide
{
    /// <summary>The state after an action; null for actions of another kind.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Do(ConsoleState state, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.Beside when state.Result.Side is not null => With(state, null).Say(state.Texts.OneResult),
            ConsoleAction.Beside => Choose(state, open),
            ConsoleAction.OtherPane => state.Result.Side is null ? state.Say(state.Texts.NothingBeside) : Swap(state),
            ConsoleAction.ScrollTogether => state.Result.Side is not { } side
                ? state.Say(state.Texts.NothingBeside)
                : With(state, side with { IsTogether = !side.IsTogether }).Say(state.Texts.ScrollsTogether(!side.IsTogether)),
            _ => default(Outcome<ConsoleState, ConsoleEffect>?),
        };

    /// <summary>A kept result beside the one in view; it is pinned, so that it does not give way to later ones.</summary>
    public static ConsoleState Show(ConsoleState state, string name)
    {
        if (state.Result.Entry(name) is not { } entry || state.Result.Open is not { } open || open.Name == name)
            return state.Say(state.Texts.OtherThanThis, isError: true);
        var pinned = state.Result with { Kept = state.Result.Kept.Replace(entry, entry with { IsPinned = true }) };
        var shown = open with { Tab = ResultTab.Grid };
        return (
            state with
            {
                Window = null,
                Focus = Panel.Result,
                Result = pinned with { Open = shown, Side = new SideState(name, IsTogether: true, IsLeft: false) },
            }
        ).Say(state.Texts.SideHint);
    }

    /// <summary>The other result gets the focus; both stay where they are.</summary>
    public static ConsoleState Swap(ConsoleState state)
    {
        if (state.Result is not { Side: { } side, Open: { } open } || state.Result.Entry(side.Name) is not { } entry)
            return state;
        var shown = state.Result.Show(entry.View with { Tab = ResultTab.Grid });
        return state with
        {
            Focus = Panel.Result,
            Sentence = SentenceState.Empty,
            Result = shown with { Side = side with { Name = open.Name, IsLeft = !side.IsLeft } },
        };
    }

    /// <summary>What holds after any event: the other result is kept, not the one in view, and scrolled with it.</summary>
    public static ConsoleState Settled(ConsoleState state)
    {
        if (state.Result.Side is not { } side)
            return state;
        if (state.Result.Open is not { } open || open.Name == side.Name || state.Result.Entry(side.Name) is not { } entry)
            return With(state, null);
        var view = entry.View.InLanguage(state.Language);
        var layout = ConsoleLayout.Of(state);
        var grid = side.IsTogether ? view.Grid.Following(open.Grid) : view.Grid;
        if (!layout.Side.IsEmpty)
            grid = grid.Scrolled(new(layout.Side.Width, layout.Side.Height));
        if (grid == view.Grid && view == entry.View)
            return state;
        return state with
        {
            Result = state.Result with { Kept = state.Result.Kept.Replace(entry, entry with { View = view with { Grid = grid } }) },
        };
    }

    /// <summary>Asks for the rows in view of the other result.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> AskForRows(Outcome<ConsoleState, ConsoleEffect> outcome, ConsoleLayout layout)
    {
        var result = outcome.State.Result;
        if (
            layout.Side.IsEmpty
            || result.Side is not { } side
            || result.Entry(side.Name)?.View is not { } view
            || view.Table.Missing(view.Grid.Top, Math.Max(1, view.Grid.PageRows(layout.Side.Height))) is not { } missing
        )
        {
            return outcome;
        }

        var asked = outcome.State with { Result = result.With(side.Name, rows => rows with { IsReading = true }) };
        return new(asked, [.. outcome.Effects, new ReadRows(view.Table.Kept, missing.First, missing.Count)]);
    }

    /// <summary>The names of both, left one first; null when there is one.</summary>
    public static string? Names(ConsoleState state)
    {
        if (state.Result is not { Side: { } side, Open: { } open } || state.Result.Entry(side.Name) is not { } entry)
            return null;
        var (left, right) = side.IsLeft ? (entry.Label, open.Label) : (open.Label, entry.Label);
        return $"{left} | {right}";
    }

    private static ConsoleState With(ConsoleState state, SideState? side) => state with { Result = state.Result with { Side = side } };

    /// <summary>The only other result that is pinned, or the only other one, at once; else a list.</summary>
    private static ConsoleState Choose(ConsoleState state, OpenResult open)
    {
        var others = state.Result.Kept.Where(k => k.Name != open.Name).Reverse().ToArray();
        var pinned = others.Where(k => k.IsPinned).ToArray();
        if (others.Length == 0)
            return state.Say(state.Texts.NoOtherResult);
        if (pinned.Length == 1 || others.Length == 1)
            return Show(state, (pinned.Length == 1 ? pinned : others)[0].Name);
        return state with { Window = KeptActions.Offer(state, state.Texts.BesideWhich, others, name => new BesideChoice(name)) };
    }
}
