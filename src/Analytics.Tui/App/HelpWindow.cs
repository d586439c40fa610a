using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.App;

/// <summary>The keys that act where the window was opened.</summary>
internal sealed record HelpWindow(HelpPanel Panel) : Window<CommonState>
{
    /// <summary>The window for a state.</summary>
    public static HelpWindow Of(ConsoleState state) =>
        new(
            HelpPanel.Of(state.Keys, state.Language, [.. ConsoleContexts.Of(state).Select(c => (c, KeyContext.Heading(c, state.Language)))])
        );

    public override IReadOnlyList<string> Contexts => [KeyContext.Viewer, KeyContext.Always];

    public override Part<CommonState> Handle(Part<CommonState> part, InputEvent input) =>
        part with
        {
            Window = new HelpWindow(Panel with { List = Panel.List.Handle(input, WindowFrame.PageLines(part.Size)) ?? Panel.List }),
        };

    public override void Draw(Part<CommonState> part, CellCanvas canvas) =>
        Panel.Draw(WindowFrame.Open(canvas, 76, Panel.Lines.Count, part.Texts.Help), Theme.List, Theme.Heading, Theme.Accent);
}
