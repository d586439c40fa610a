using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Results;

/// <summary>One record of the result, fields down; it follows the cursor's row.</summary>
internal sealed record RecordWindow : ReadingWindow<ResultState>
{
    public override IReadOnlyList<string> Contexts => [KeyContext.Record, .. base.Contexts];

    protected override string TitleOf(Part<ResultState> part) =>
        part.Own.Open is { Row: { } row } open ? $"{open.Name} · {part.Texts.RowOf(row + 1, open.Grid.Rows)}" : "";

    protected override IReadOnlyList<StyledLine> Lines(Part<ResultState> part, int width, AmbiguousWidth ambiguous) =>
        [.. RecordLines.Of(part.Own.Open, part.Texts).SelectMany(line => line.Wrap(width, ambiguous))];
}
