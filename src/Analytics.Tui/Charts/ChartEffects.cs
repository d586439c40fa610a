using Analytics.Charts;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Terminal.Graphics;

namespace Analytics.Tui.Charts;

/// <summary>Makes a chart.</summary>
/// <param name="Request">Number that the answer carries.</param>
/// <param name="Query">What made the result; its header may ask for a chart.</param>
/// <param name="Result">Whose rows are drawn.</param>
/// <param name="Chart">What is asked for, the query's hint included.</param>
/// <param name="Step">0: as asked for; else the next kind that fits, forwards or backwards.</param>
internal sealed record BuildChart(int Request, QueryRequest Query, KeptResult Result, ChartRequest Chart, int Step = 0) : ConsoleEffect;

/// <summary>The chart is made.</summary>
/// <param name="Request">Number of the request that it answers.</param>
/// <param name="Spec">Checked: it can be drawn.</param>
/// <param name="Parts">The kind and columns that were settled on.</param>
/// <param name="Source">See <see cref="ChartState.Source"/>.</param>
internal sealed record ChartBuilt(int Request, ChartSpec Spec, ChartParts Parts, BatchRequest? Source) : ConsoleEvent;

/// <summary>The result has more rows than any chart takes.</summary>
internal sealed record ChartRefused(int Request, long Rows) : ConsoleEvent;

internal sealed record ChartFailed(int Request, Localized Message, bool CanBeDemanded = false) : ConsoleEvent;

/// <summary>Makes a picture; of several the last one that was asked for.</summary>
internal sealed record DrawPixels(int Request, PixelChart Chart) : ConsoleEffect;

internal sealed record PixelsDrawn(int Request, SixelPicture Picture) : ConsoleEvent;

/// <summary>There is none.</summary>
/// <param name="Request">Number of the request that it answers.</param>
/// <param name="Fault">What went wrong; null where there was just no room.</param>
internal sealed record PixelsFailed(int Request, Localized? Fault) : ConsoleEvent;
