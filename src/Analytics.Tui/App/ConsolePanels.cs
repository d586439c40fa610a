using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>The panels of the console, each with the title above it: every one becomes a view.</summary>
internal static class ConsolePanels
{
    /// <summary>Where they stand; those that lie over others come after them.</summary>
    public static IReadOnlyList<PanelPlace> Of(ConsoleState state)
    {
        var layout = ConsoleLayout.Of(state);
        var page = state.Pages.IsShown && !layout.IsTooSmall ? new CellRect(0, 0, state.Size.Width, layout.Status.Y) : default;
        if (!page.IsEmpty)
            layout = layout with { CatalogueFrame = default, RightFrame = default, Side = default };
        if (layout.IsTooSmall)
            layout = layout with { CatalogueFrame = default, RightFrame = default, Status = default, Footer = default };
        var (editor, result, sentence) = Rows(layout);
        var focus = FocusOf(state, layout);
        PanelPlace Place(string name, CellRect area) => new(name, area, name == focus);
        return
        [
            Place("editor", editor),
            Place("result", result),
            Place("side", layout.IsTooSmall ? default : layout.Side),
            Place("chart", ChartOf(layout, result)),
            Place("sentence", sentence),
            Place("catalogue", layout.CatalogueFrame),
            Place("page", page),
            Place("status", layout.Status),
            Place("footer", layout.Footer),
        ];
    }

    /// <summary>The right side from its frame's top to its bottom, parted at the lines with titles.</summary>
    private static (CellRect Editor, CellRect Result, CellRect Sentence) Rows(ConsoleLayout layout)
    {
        var frame = layout.RightFrame;
        var result =
            layout.Result.IsEmpty ? frame.Bottom
            : layout.Query.IsEmpty ? frame.Y
            : layout.ResultTitle;
        var sentence = layout.Sentence.IsEmpty ? frame.Bottom : layout.Sentence.Y - 1;
        return frame.IsEmpty
            ? default
            : (
                frame with
                {
                    Height = result - frame.Y,
                },
                frame with
                {
                    Y = result,
                    Height = sentence - result,
                },
                frame with
                {
                    Y = sentence,
                    Height = frame.Bottom - sentence,
                }
            );
    }

    /// <summary>The chart beside the grid, with the line between them.</summary>
    private static CellRect ChartOf(ConsoleLayout layout, CellRect result) =>
        layout.Chart.IsEmpty || result.IsEmpty
            ? default
            : new(layout.Chart.X - 1, layout.Chart.Y, result.Right - layout.Chart.X + 1, result.Bottom - layout.Chart.Y);

    /// <summary>None while a window has it.</summary>
    private static string? FocusOf(ConsoleState state, ConsoleLayout layout) =>
        state switch
        {
            { Window: not null } => null,
            { Pages.IsShown: true } => "page",
            { Focus: Panel.Catalogue } => "catalogue",
            { Focus: Panel.Query } => "editor",
            { Result.Open.Tab: ResultTab.Chart } when !layout.Chart.IsEmpty => "chart",
            _ => "result",
        };
}
