namespace Analytics.Tui.Shared;

/// <summary>How a chart is shown.</summary>
internal enum ChartGraphics
{
    /// <summary>As characters, with a cursor over the marks.</summary>
    Text,

    /// <summary>As a sixel picture, where the terminal has answered that it shows them.</summary>
    Sixel,
}
