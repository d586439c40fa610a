using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Tui.Catalogue;

namespace Analytics.Tui.App;

/// <summary>Changes the sizes of panels, by keys or after a drag.</summary>
internal static class PanelSizing
{
    private const int Step = 2;

    /// <summary>Does an action; null if it is about something else.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Do(ConsoleState state, ConsoleAction action)
    {
        var layout = ConsoleLayout.Of(state);
        return action switch
        {
            ConsoleAction.CatalogueNarrower => Kept(WithCatalogue(state, layout.CatalogueFrame.Width - Step)),
            ConsoleAction.CatalogueWider => Kept(WithCatalogue(state, layout.CatalogueFrame.Width + Step)),
            ConsoleAction.EditorLower => Kept(WithEditor(state, layout.Query.Height - 1)),
            ConsoleAction.EditorHigher => Kept(WithEditor(state, layout.Query.Height + 1)),
            ConsoleAction.DefaultSizes => Kept((state with { Sizes = new PanelSizes() }).Say(state.Texts.SizesReset)),
            _ => default(Outcome<ConsoleState, ConsoleEffect>?),
        };
    }

    /// <summary>The catalogue that wide, as far as the screen allows; unchanged where it does not stand beside the rest.</summary>
    public static ConsoleState WithCatalogue(ConsoleState state, int width) =>
        ConsoleLayout.Of(state) is { IsOverlay: false, CatalogueFrame.IsEmpty: false } && !state.IsZoomed
            ? state with
            {
                Sizes = state.Sizes with { Catalogue = ConsoleLayout.CatalogueWithin(width, state.Size.Width) },
            }
            : state.Say(state.Texts.NotBesideNow, isError: true);

    public static ConsoleState WithEditor(ConsoleState state, int height) =>
        ConsoleLayout.Of(state) is { Query.IsEmpty: false, Result.IsEmpty: false }
            ? state with
            {
                Sizes = state.Sizes with { Editor = ConsoleLayout.EditorWithin(height, state.Size.Height) },
            }
            : state.Say(state.Texts.NotAboveNow, isError: true);

    /// <summary>The catalogue as wide as its entries in view need.</summary>
    public static ConsoleState Fitted(ConsoleState state)
    {
        var widest = state
            .Catalogue.Tree.Rows()
            .Max(r =>
                2 * r.Depth
                + 2
                + CellText.Width(r.Node.Line.Text)
                + (r.Node.Line.Detail.Length > 0 ? 2 + CellText.Width(r.Node.Line.Detail) : 0)
            );
        return WithCatalogue(state, widest + 3);
    }

    public static Outcome<ConsoleState, ConsoleEffect> Kept(ConsoleState state) =>
        Outcome.Of<ConsoleState, ConsoleEffect>(state, new WritePanelSizes(state.Sizes));
}
