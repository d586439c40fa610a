using Analytics.Engine.Workspaces;
using Analytics.Terminal.Cells;
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
            ConsoleAction.Combined => ListCombined(part, figures),
            ConsoleAction.Deciders => ListDeciders(part, figures),
            _ => null,
        };

    /// <summary>Takes in an answer; null if it is about something else.</summary>
    public static Part<SentenceState>? Apply(Part<SentenceState> part, FigureRows? figures, ConsoleEvent answer) =>
        answer switch
        {
            ObservationsRead read => part with { Own = part.Own.With(read) },
            ArticleOfRead { Observation: { } observation } read => read.Request == part.LastRequest
                ? part with
                {
                    Window = new ArticleWindow(observation, read.Request, read.Text, IsRead: true),
                }
                : part,
            ArticleOfRead => part.Say(part.Texts.NoSentenceRow),
            FiguresRead read => read.Result == figures?.Kept.Name ? part with { Own = part.Own.With(read) } : part,
            FiguresCounted counted when counted.Result != figures?.Kept.Name => part,
            FiguresCounted counted => part with { Own = part.Own with { Count = counted.Count } },
            ArticleRead read => part.Window is ArticleWindow article && article.Request == read.Request
                ? part with
                {
                    Window = article with { Text = read.Text, IsRead = true },
                }
                : part,
            CombinedRead read => Filled(part, read.Request, _ => FigureLists.Combined(read, part.Own.Ids(figures!).Count, part.Texts)),
            DecidersRead read => Filled(part, read.Request, _ => FigureLists.Deciders(read, figures!.Kept.Lineage.Dependences, part.Texts)),
            _ => null,
        };

    /// <summary>Asks for what the row in view stands on, and for the sentences; of rows around it as well.</summary>
    public static Part<SentenceState> Settle(Part<SentenceState> part, FigureRows? figures)
    {
        if (figures is null)
            return part;
        if (part.Own.MissingRows(figures) is var (first, count))
        {
            var asked = part.Own.AskedRows.Union(Enumerable.Range(0, count).Select(i => first + i));
            part = (part with { Own = part.Own with { AskedRows = asked } }).Doing(new ReadFigures(figures.Kept, first, count));
        }

        if (figures.StandOnFigures && figures.Kept is { State: not KeptState.Growing, Lineage.IsKept: true } && !part.Own.IsCounting)
            part = (part with { Own = part.Own with { IsCounting = true } }).Doing(new CountFigures(figures.Kept));
        return part.Own.Missing(figures) is { Count: > 0 } missing
            ? (part with { Own = part.Own with { Asked = part.Own.Asked.Union(missing) } }).Doing(new ReadObservations(missing))
            : part;
    }

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
            return part.Say(SentencePanel.Absence(part.Own, figures, part.Texts));
        var request = part.LastRequest + 1;
        return (part with { LastRequest = request, Window = new ArticleWindow(observation, request, null, IsRead: false) }).Doing(
            new ReadArticle(request, observation)
        );
    }

    /// <summary>Opens the article of an observation by its id, once it was read.</summary>
    public static Part<SentenceState> ViewArticle(Part<SentenceState> part, string observation)
    {
        var request = part.LastRequest + 1;
        return (part with { LastRequest = request }).Doing(new ReadArticleOf(request, observation));
    }

    private static Part<SentenceState> Turned(Part<SentenceState> part, FigureRows figures, int step)
    {
        var count = part.Own.Ids(figures).Count;
        return count == 0
            ? part
            : part with
            {
                Own = part.Own with { Index = (Math.Min(part.Own.Index, count - 1) + step + count) % count },
            };
    }

    private static Part<SentenceState> ListCombined(Part<SentenceState> part, FigureRows figures)
    {
        var ids = part.Own.Ids(figures);
        if (ids.Count == 0)
            return part.Say(SentencePanel.Absence(part.Own, figures, part.Texts));
        var request = part.LastRequest + 1;
        var window = new FiguresWindow(part.Texts.CombinedTitle(figures.Kept.ColumnNames[figures.Column], ids.Count), request, null);
        IReadOnlyList<string> listed = [.. ids.Take(FiguresWindow.MostFigures)];
        return (part with { LastRequest = request, Window = window }).Doing(
            new ReadCombined(request, listed, figures.Kept.Lineage.Origins[figures.Column], part.Language)
        );
    }

    private static Part<SentenceState> ListDeciders(Part<SentenceState> part, FigureRows figures)
    {
        if (figures.Row is not { } row)
            return part;
        var request = part.LastRequest + 1;
        var window = new FiguresWindow(part.Texts.DecidersTitle(row + 1), request, null);
        return (part with { LastRequest = request, Window = window }).Doing(new ReadDeciders(request, figures.Kept, row));
    }

    private static Part<SentenceState> Filled(
        Part<SentenceState> part,
        int request,
        Func<FiguresWindow, IReadOnlyList<StyledLine>> lines
    ) =>
        part.Window is FiguresWindow window && window.Request == request
            ? part with
            {
                Window = window with { Text = lines(window) },
            }
            : part;
}
