using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.App;

/// <summary>The keys that act where the window was opened.</summary>
internal sealed record HelpWindow(HelpPanel Panel) : ReadingWindow<CommonState>
{
    /// <summary>The window for a state.</summary>
    public static HelpWindow Of(ConsoleState state) =>
        new(
            HelpPanel.Of(state.Keys, state.Language, [.. ConsoleContexts.Of(state).Select(c => (c, KeyContext.Heading(c, state.Language)))])
        );

    protected override string TitleOf(Part<CommonState> part) => part.Texts.Help;

    protected override IReadOnlyList<StyledLine> Lines(Part<CommonState> part, int width, AmbiguousWidth ambiguous) =>
        Panel.Shown(width, ambiguous, Theme.Heading, Theme.Accent);
}
