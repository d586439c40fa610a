using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Pages;
using Analytics.Tui.Results;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Takes the state apart for the features, and puts what they return together again.</summary>
internal static class Parts
{
    extension(ConsoleState state)
    {
        public Part<CommonState> OfAll => new(state, state);

        public Part<CatalogueState> OfCatalogue => new(state, state.Catalogue);

        public Part<QueryPanelState> OfEditor => new(state, state.Query);

        public Part<ResultState> OfResult => new(state, state.Result);

        public Part<ChartsState> OfCharts => new(state, state.Charts);

        public Part<PagesState> OfPages => new(state, state.Pages);

        public Part<SentenceState> OfSentence => new(state, state.Sentence);

        public Part<ConsoleSettings> OfSettings => new(state, state.Settings);
    }

    public static Outcome<ConsoleState, ConsoleEffect> Joined(this Part<CommonState> part) => Joined(part, (ConsoleState)part.Common);

    public static Outcome<ConsoleState, ConsoleEffect> Joined(this Part<CatalogueState> part) =>
        Joined(part, (ConsoleState)part.Common with { Catalogue = part.Own });

    public static Outcome<ConsoleState, ConsoleEffect> Joined(this Part<QueryPanelState> part) =>
        Joined(part, (ConsoleState)part.Common with { Query = part.Own });

    public static Outcome<ConsoleState, ConsoleEffect> Joined(this Part<ResultState> part) =>
        Joined(part, (ConsoleState)part.Common with { Result = part.Own });

    public static Outcome<ConsoleState, ConsoleEffect> Joined(this Part<ChartsState> part) =>
        Joined(part, (ConsoleState)part.Common with { Charts = part.Own });

    public static Outcome<ConsoleState, ConsoleEffect> Joined(this Part<PagesState> part) =>
        Joined(part, (ConsoleState)part.Common with { Pages = part.Own });

    public static Outcome<ConsoleState, ConsoleEffect> Joined(this Part<SentenceState> part) =>
        Joined(part, (ConsoleState)part.Common with { Sentence = part.Own });

    public static Outcome<ConsoleState, ConsoleEffect> Joined(this Part<ConsoleSettings> part) =>
        Joined(part, (ConsoleState)part.Common with { Settings = part.Own });

    /// <summary>The outcome of one thing after another.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Then(
        this Outcome<ConsoleState, ConsoleEffect> outcome,
        Func<ConsoleState, Outcome<ConsoleState, ConsoleEffect>> next
    )
    {
        var after = next(outcome.State);
        return after.Effects.Count == 0 ? outcome with { State = after.State } : new(after.State, [.. outcome.Effects, .. after.Effects]);
    }

    private static Outcome<ConsoleState, ConsoleEffect> Joined<T>(Part<T> part, ConsoleState state) =>
        part.Wishes.Aggregate(
            new Outcome<ConsoleState, ConsoleEffect>(state, part.Effects),
            (outcome, wish) => outcome.Then(s => Granted(s, wish))
        );

    /// <summary>Does what a feature wants of another one.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> Granted(ConsoleState state, Wish wish) =>
        wish switch
        {
            ActionWish wanted => ConsoleActions.Do(state, wanted.Action),
            ArticleWish wanted => EvidenceActions.ViewArticle(state.OfSentence, wanted.Observation).Joined(),
            RowsWish wanted => PageFlow.Rows(state, wanted.Sql),
            CommandWish wanted => Do(state, wanted),
            RowWish wanted => state.Result.Open is { } open
                ? state with
                {
                    Result = state.Result with { Open = open with { Grid = open.Grid.MoveTo(wanted.Row, open.Grid.Column) } },
                }
                : state,
            SessionLogWish wanted => SessionLogWindow.Granted(state, wanted.Window),
            SaveWish wanted => SaveActions
                .Accept(state.OfResult, wanted.Window, state.ChartInView?.Chart?.Spec, state.ChartInView?.Chart?.Failure)
                .Joined(),
            _ => throw new InvalidOperationException($"{wish.GetType().Name} is no wish that the console knows."),
        };

    /// <summary>An action chosen by name acts on the panel that its key belongs to.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Do(ConsoleState state, CommandWish command) =>
        ConsoleActions.Do(Focused(state, command.Context), command.Action);

    /// <summary>With the focus on the panel that keys of a context belong to.</summary>
    private static ConsoleState Focused(ConsoleState state, string context) =>
        context switch
        {
            KeyContext.Page or KeyContext.Slicers => state with { Pages = state.Pages with { IsShown = true } },
            _ => OnPanel(
                state with
                {
                    Pages = state.Pages with { IsShown = state.Pages.IsShown && context is KeyContext.Anywhere or KeyContext.Always },
                },
                context
            ),
        };

    private static ConsoleState OnPanel(ConsoleState state, string context) =>
        context switch
        {
            KeyContext.Editor => state with { Focus = Panel.Query, Query = state.Query with { ShowsForm = false } },
            KeyContext.Catalogue => state with { Focus = Panel.Catalogue, IsCatalogueShown = true },
            KeyContext.Grid or KeyContext.Result or KeyContext.Parameters => state with { Focus = Panel.Result },
            _ => state,
        };
}
