using Analytics.Terminal.Layout;

namespace Analytics.Tui.Results;

/// <summary>A kept result that stands beside the one in view.</summary>
/// <param name="Name">Of the result without the focus; the one with it is the one in view.</param>
/// <param name="IsTogether">Whether both are scrolled together, row by row.</param>
/// <param name="IsLeft">Whether the result without the focus is the left one.</param>
internal sealed record SideState(string Name, bool IsTogether, bool IsLeft);

/// <summary>Two results beside each other. Whatever acts on a result acts on the one with the focus.</summary>
internal static class SideBySide
{
    /// <summary>The part after an action; null for actions of another kind.</summary>
    public static Part<ResultState>? Do(Part<ResultState> part, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.Beside when part.Own.Side is not null => With(part, null).Say(part.Texts.OneResult),
            ConsoleAction.Beside => Choose(part, open),
            ConsoleAction.OtherPane => part.Own.Side is null ? part.Say(part.Texts.NothingBeside) : Swap(part),
            ConsoleAction.ScrollTogether => part.Own.Side is not { } side
                ? part.Say(part.Texts.NothingBeside)
                : With(part, side with { IsTogether = !side.IsTogether }).Say(part.Texts.ScrollsTogether(!side.IsTogether)),
            _ => null,
        };

    /// <summary>A kept result beside the one in view; it is pinned, so that it does not give way to later ones.</summary>
    public static Part<ResultState> Show(Part<ResultState> part, string name)
    {
        if (part.Own.Entry(name) is not { } entry || part.Own.Open is not { } open || open.Name == name)
            return part.Say(part.Texts.OtherThanThis, isError: true);
        var pinned = part.Own with { Kept = part.Own.Kept.Replace(entry, entry with { IsPinned = true }) };
        var shown = open with { Tab = ResultTab.Grid };
        return (
            part with
            {
                Window = null,
                Focus = Panel.Result,
                Own = pinned with { Open = shown, Side = new SideState(name, IsTogether: true, IsLeft: false) },
            }
        ).Say(part.Texts.SideHint);
    }

    /// <summary>The other result gets the focus; both stay where they are.</summary>
    public static Part<ResultState> Swap(Part<ResultState> part)
    {
        if (part.Own is not { Side: { } side, Open: { } open } || part.Own.Entry(side.Name) is not { } entry)
            return part;
        var shown = part.Own.Show(entry.View with { Tab = ResultTab.Grid });
        return part with { Focus = Panel.Result, Own = shown with { Side = side with { Name = open.Name, IsLeft = !side.IsLeft } } };
    }

    /// <summary>What holds after any event: the other result is kept, not the one in view, and scrolled with it.</summary>
    /// <param name="state">The results.</param>
    /// <param name="language">Of the interface.</param>
    /// <param name="area">Where the other result stands; empty where it does not.</param>
    public static ResultState Scrolled(ResultState state, Language language, CellRect area)
    {
        if (state.Side is not { } side)
            return state;
        if (state.Open is not { } open || open.Name == side.Name || state.Entry(side.Name) is not { } entry)
            return state with { Side = null };
        var view = entry.View.InLanguage(language);
        var grid = side.IsTogether ? view.Grid.Following(open.Grid) : view.Grid;
        if (!area.IsEmpty)
            grid = grid.Scrolled(new(area.Width, area.Height));
        return grid == view.Grid && view == entry.View
            ? state
            : state with
            {
                Kept = state.Kept.Replace(entry, entry with { View = view with { Grid = grid } }),
            };
    }

    /// <summary>Asks for the rows in view of the other result.</summary>
    public static Part<ResultState> Settle(Part<ResultState> part, CellRect area)
    {
        if (
            area.IsEmpty
            || part.Own.Side is not { } side
            || part.Own.Entry(side.Name)?.View is not { } view
            || view.Table.Missing(view.Grid.Top, Math.Max(1, view.Grid.PageRows(area.Height))) is not { } missing
        )
        {
            return part;
        }

        return (part with { Own = part.Own.With(side.Name, rows => rows with { IsReading = true }) }).Doing(
            new ReadRows(view.Table.Kept, missing.First, missing.Count)
        );
    }

    /// <summary>The names of both, left one first; null when there is one.</summary>
    public static string? Names(ResultState state)
    {
        if (state is not { Side: { } side, Open: { } open } || state.Entry(side.Name) is not { } entry)
            return null;
        var (left, right) = side.IsLeft ? (entry.Label, open.Label) : (open.Label, entry.Label);
        return $"{left} | {right}";
    }

    private static Part<ResultState> With(Part<ResultState> part, SideState? side) => part with { Own = part.Own with { Side = side } };

    /// <summary>The only other result that is pinned, or the only other one, at once; else a list.</summary>
    private static Part<ResultState> Choose(Part<ResultState> part, OpenResult open)
    {
        var others = part.Own.Kept.Where(k => k.Name != open.Name).Reverse().ToArray();
        var pinned = others.Where(k => k.IsPinned).ToArray();
        if (others.Length == 0)
            return part.Say(part.Texts.NoOtherResult);
        if (pinned.Length == 1 || others.Length == 1)
            return Show(part, (pinned.Length == 1 ? pinned : others)[0].Name);
        return part with { Window = BesideWindow.Of(part, others) };
    }
}
