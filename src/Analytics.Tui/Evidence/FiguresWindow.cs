using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Evidence;

/// <summary>Figures behind a cell, or that decided about its row, with what has to be said of them.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Request">Number of the request for them.</param>
/// <param name="Text">Null until they were read.</param>
internal sealed record FiguresWindow(string Title, int Request, IReadOnlyList<StyledLine>? Text) : ReadingWindow<SentenceState>
{
    /// <summary>Figures that are listed; a reader takes in no more.</summary>
    public const int MostFigures = 500;

    protected override string TitleOf(Part<SentenceState> part) => Title;

    protected override IReadOnlyList<StyledLine> Lines(Part<SentenceState> part, int width, AmbiguousWidth ambiguous) =>
        Text is null ? [StyledLine.Of(part.Texts.Reading, Theme.Dim)] : [.. Text.SelectMany(line => line.Wrap(width, ambiguous))];
}
