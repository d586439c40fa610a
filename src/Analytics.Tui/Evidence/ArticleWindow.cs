using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Evidence;

/// <summary>The source around an observation.</summary>
/// <param name="Observation">The figure whose quote is marked.</param>
/// <param name="Request">Number of the request for the text.</param>
/// <param name="Text">The text; null until it was read.</param>
/// <param name="IsRead">Whether the answer has come; without a text it then says that there is none.</param>
internal sealed record ArticleWindow(Observation Observation, int Request, ArticleText? Text, bool IsRead) : ReadingWindow<SentenceState>
{
    protected override bool IsWhole => true;

    protected override string TitleOf(Part<SentenceState> part) =>
        $"{part.Texts.Titled(Observation.Article)} {Observation.SourceFile} {part.Texts.Line(Observation.Line)}";

    protected override IReadOnlyList<StyledLine> Lines(Part<SentenceState> part, int width, AmbiguousWidth ambiguous) =>
        Text is { } article ? ArticleView.Lines(article, width, ambiguous).Lines
        : IsRead ? StyledLine.Of(part.Texts.UnknownObservation(Observation.Id), Theme.Warning).Wrap(width, ambiguous)
        : [StyledLine.Of(part.Texts.Reading, Theme.Dim)];

    /// <summary>A few lines above its quote.</summary>
    protected override int FirstTop(Part<SentenceState> part) =>
        Text is { } text
            ? Math.Max(
                0,
                ArticleView.Lines(text, WindowFrame.LineWidth(part.Size), AmbiguousWidth.One).Quote - WindowFrame.PageLines(part.Size) / 3
            )
            : 0;
}
