using Analytics.Charts;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Layout;

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

    /// <summary>The picture of a chart in a panel of the screen; null where none can be shown.</summary>
    /// <param name="result">Name of the result.</param>
    /// <param name="spec">What to draw.</param>
    /// <param name="panel">Where the chart stands.</param>
    /// <param name="common">What the terminal has told of itself.</param>
    /// <param name="style">Light or dark.</param>
    public static PixelChart? In(string result, ChartSpec spec, CellRect panel, CommonState common, ChartStyle style)
    {
        var below = new CellRect(0, ChartPanel.HeadLines, panel.Width, Math.Max(0, panel.Height - ChartPanel.HeadLines));
        var graphics = common.Graphics;
        return graphics.Fit(below, common.Size) is { } area && graphics.Cell(common.Size) is { } cell
            ? new PixelChart(result, spec, area, cell, style, graphics.Colors)
            : null;
    }
}

/// <summary>The picture of the chart in view: asked for, made, or impossible.</summary>
/// <param name="Request">The last one.</param>
/// <param name="Asked">What it was for; null before the first.</param>
/// <param name="Drawn">What the picture is of; null where there is none.</param>
/// <param name="Picture">What was made; null where there is none yet or was no room.</param>
internal sealed record PixelState(int Request = 0, PixelChart? Asked = null, PixelChart? Drawn = null, SixelPicture? Picture = null)
{
    /// <summary>
    /// The picture that stands in view, with its cells inside the chart's area: the one wanted, or the one of the same result before until
    /// that is made.
    /// </summary>
    public (SixelPicture Picture, CellRect Area)? Standing(PixelChart? wanted) =>
        Drawn is { } drawn && Picture is { } picture && wanted is not null && drawn with { Spec = wanted.Spec } == wanted
            ? (picture, drawn.Area)
            : null;
}
