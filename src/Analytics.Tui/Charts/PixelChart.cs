using Analytics.Charts;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Layout;
using Analytics.Tui.App;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Charts;

/// <summary>A picture to be made of a chart, by all that it depends on.</summary>
/// <param name="Result">Name of the result.</param>
/// <param name="Spec">What to draw.</param>
/// <param name="Area">The cells that it fills, inside the chart's area.</param>
/// <param name="Cell">Size of a cell.</param>
/// <param name="Style">Light or dark, as the terminal's background is.</param>
/// <param name="Colors">Colours at most.</param>
internal sealed record PixelChart(string Result, ChartSpec Spec, CellRect Area, PixelSize Cell, ChartStyle Style, int Colors)
{
    /// <summary>In pixels.</summary>
    public PixelSize Size => new(Area.Width * Cell.Width, Area.Height * Cell.Height);

    /// <summary>The picture of the chart in view; null where none is wanted or none can be shown.</summary>
    public static PixelChart? Wanted(ConsoleState state)
    {
        if (
            state.Settings.Graphics != ChartGraphics.Sixel
            || state.Result is not { Failed: null, Open: { Chart: { Spec: { } spec, Failure: null } } open }
        )
        {
            return null;
        }

        var layout = ConsoleLayout.Of(state);
        if (layout.IsTooSmall || layout.Chart.IsEmpty && open.Tab != ResultTab.Chart)
            return null;
        var panel = layout.ChartArea;
        var below = new CellRect(0, ChartPanel.HeadLines, panel.Width, Math.Max(0, panel.Height - ChartPanel.HeadLines));
        return state.Graphics.Fit(below, state.Size) is { } area && state.Graphics.Cell(state.Size) is { } cell
            ? new PixelChart(open.Name, spec, area, cell, StyleOf(state), state.Graphics.Colors)
            : null;
    }

    /// <summary>
    /// The picture that stands in view, with its cells inside the chart's area: the one wanted, or the one of the same result before until
    /// that is made.
    /// </summary>
    public static (SixelPicture Picture, CellRect Area)? Standing(ConsoleState state) =>
        state.Pixels is { Drawn: { } drawn, Picture: { } picture }
        && Wanted(state) is { } wanted
        && drawn with { Spec = wanted.Spec } == wanted
            ? (picture, drawn.Area)
            : null;

    /// <summary>As the theme's ground; as the terminal's own where that is kept and known.</summary>
    private static ChartStyle StyleOf(ConsoleState state) =>
        state.Settings.Theme switch
        {
            ThemeName.Light => ChartStyle.Light,
            ThemeName.Terminal when state.Graphics.IsLight == true => ChartStyle.Light,
            _ => ChartStyle.Dark,
        };
}

/// <summary>The picture of the chart in view: asked for, made, or impossible.</summary>
/// <param name="Request">The last one.</param>
/// <param name="Asked">What it was for; null before the first.</param>
/// <param name="Drawn">What the picture is of; null where there is none.</param>
/// <param name="Picture">What was made; null where there is none yet or was no room.</param>
internal sealed record PixelState(int Request = 0, PixelChart? Asked = null, PixelChart? Drawn = null, SixelPicture? Picture = null);
