using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Evidence;

/// <summary>What keys and answers do to the sentences of the selected row.</summary>
internal static class EvidenceActions
{
    /// <summary>Does an action; null if it is about something else.</summary>
    public static Part<SentenceState>? Do(Part<SentenceState> part, FigureRows figures, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.ArticleView => ViewArticle(part, figures),
            ConsoleAction.NextObservation => Turned(part, figures, 1),
            ConsoleAction.PreviousObservation => Turned(part, figures, -1),
            _ => null,
        };

    /// <summary>Takes in an answer; null if it is about something else.</summary>
    public static Part<SentenceState>? Apply(Part<SentenceState> part, ConsoleEvent answer) =>
        answer switch
        {
            ObservationsRead read => part with { Own = part.Own.With(read) },
            ArticleRead read => part.Window is ArticleWindow article && article.Request == read.Request
                ? part with
                {
                    Window = article with { Text = read.Text, IsRead = true },
                }
                : part,
            _ => null,
        };

    /// <summary>Asks for the sentences of the row in view, and of those around it.</summary>
    public static Part<SentenceState> Settle(Part<SentenceState> part, FigureRows? figures) =>
        figures is not null && part.Own.Missing(figures) is { Count: > 0 } missing
            ? (part with { Own = part.Own with { Asked = part.Own.Asked.Union(missing) } }).Doing(new ReadObservations(missing))
            : part;

    /// <summary>Scrolls the view of all sentences.</summary>
    public static Part<SentenceState> Handle(Part<SentenceState> part, FigureRows figures, InputEvent input, CellRect area) =>
        Scrolled(part, input, area.Height, SentencePanel.Lines(part.Own, figures, part.Texts, area.Width - 1, AmbiguousWidth.One).Count);

    /// <summary>Scrolls the panel with one sentence.</summary>
    public static Part<SentenceState> Wheel(Part<SentenceState> part, FigureRows figures, MouseEvent mouse, CellRect area) =>
        Scrolled(part, mouse, area.Height, SentencePanel.LineCount(part.Own, figures, part.Texts, area.Width));

    private static Part<SentenceState> Scrolled(Part<SentenceState> part, InputEvent input, int page, int count) =>
        part with
        {
            Own = part.Own with { Top = Scroller.Move(part.Own.Top, input, page, count) },
        };

    private static Part<SentenceState> ViewArticle(Part<SentenceState> part, FigureRows figures)
    {
        if (SentencePanel.Selected(part.Own, figures) is not { } observation)
            return part.Say(figures.AreNamed ? part.Texts.NoSentenceRow : part.Texts.NoSentenceColumn);
        var request = part.LastRequest + 1;
        return (part with { LastRequest = request, Window = new ArticleWindow(observation, request, null, IsRead: false) }).Doing(
            new ReadArticle(request, observation)
        );
    }

    private static Part<SentenceState> Turned(Part<SentenceState> part, FigureRows figures, int step)
    {
        var count = figures.Ids.Count;
        return count == 0
            ? part
            : part with
            {
                Own = part.Own with { Index = (Math.Min(part.Own.Index, count - 1) + step + count) % count },
            };
    }
}
