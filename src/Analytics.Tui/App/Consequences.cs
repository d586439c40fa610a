using System.Collections.Immutable;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>Something that follows from any update.</summary>
/// <param name="Name">What holds afterwards.</param>
/// <param name="Follow">From the state before the update and the one reached so far to the next.</param>
internal sealed record Consequence(string Name, Func<ConsoleState, ConsoleState, Outcome<ConsoleState, ConsoleEffect>> Follow);

/// <summary>What follows from any update: features agree with each other, and what is in view but not there yet is asked for.</summary>
internal static class Consequences
{
    /// <summary>
    /// Each stands on those before it: what is asked for depends on what is in view, and that on where things are scrolled to.
    /// </summary>
    public static readonly ImmutableArray<Consequence> InOrder =
    [
        new("every text is in the language of the interface", InLanguage),
        new(
            "the editor has the keys that the settings say",
            (_, now) => EditorActions.WithVim(now.OfEditor, now.Settings.UsesVim).Joined()
        ),
        new(
            "the editor wraps long lines if the settings say so",
            (_, now) => EditorActions.WithWrap(now.OfEditor, now.Settings.Wraps).Joined()
        ),
        new("the sentence in view is one of the cell under the cursor, or of its row", (before, now) => OfRow(before, now)),
        new("the catalogue lists the results that are kept", Listed),
        new("the result has the height that it needs", (_, now) => Fitted(now)),
        new("cursors are in view", (_, now) => Scrolled(now)),
        new("a result beside another one follows it", (_, now) => Beside(now)),
        new("rows in view are asked for", (_, now) => GridActions.Settle(now.OfResult, ConsoleLayout.Of(now).Result).Joined()),
        new("rows beside them are asked for", (_, now) => SideBySide.Settle(now.OfResult, ConsoleLayout.Of(now).Side).Joined()),
        new("sentences are asked for", (_, now) => EvidenceActions.Settle(now.OfSentence, now.FiguresInView).Joined()),
        new("the chart is asked for", (_, now) => ChartAnswers.Settle(now.OfCharts, now.ChartInView, ChartFlow.IsSeen(now)).Joined()),
        new("its picture is asked for", (_, now) => PixelActions.Settle(now.OfCharts, ChartFlow.Wanted(now)).Joined()),
        new("rows of views are counted", (_, now) => CatalogueActions.Settle(now.OfCatalogue).Joined()),
        new("offers of completion are asked for", (_, now) => Completing.Settle(now.OfEditor).Joined()),
        new("buffers are kept", (_, now) => AutoSave.Settle(now.OfEditor).Joined()),
    ];

    private static Outcome<ConsoleState, ConsoleEffect> InLanguage(ConsoleState before, ConsoleState now) =>
        before.Language == now.Language
            ? now
            : now with
            {
                Catalogue = now.Catalogue.Rebuilt(now.Texts),
                Query = now.Query with { Form = now.Query.Form?.InLanguage(now.Texts) },
                Result = now.Result with { Open = now.Result.Open?.InLanguage(now.Language) },
                Charts = now.Charts.Undrawn(),
                Pages = PageFlow.InLanguage(now.Pages, now.Language),
            };

    /// <summary>What rows of another result stand on is not known yet; of other figures the first one is shown.</summary>
    private static ConsoleState OfRow(ConsoleState before, ConsoleState now)
    {
        if (now.FiguresInView is not { } figures || ReferenceEquals(now.Result.Open, before.Result.Open))
            return now;
        if (before.FiguresInView is not { } left || left.Kept.Name != figures.Kept.Name)
            return now with { Sentence = SentenceState.Empty with { Known = now.Sentence.Known } };
        var isSame = left.Row == figures.Row && now.Sentence.Ids(left).SequenceEqual(now.Sentence.Ids(figures));
        return isSame ? now : now with { Sentence = now.Sentence with { Index = 0, Top = 0 } };
    }

    private static Outcome<ConsoleState, ConsoleEffect> Listed(ConsoleState before, ConsoleState now) =>
        ReferenceEquals(before.Result.Kept, now.Result.Kept)
            ? now
            : now with
            {
                Catalogue = now.Catalogue.WithKept([.. now.Result.Kept.Select(Listed)], now.Texts),
                Charts = now.Charts.Only(now.Result.Kept.Select(k => k.Name)),
            };

    private static KeptTable Listed(KeptEntry kept) =>
        new(
            kept.Name,
            kept.Label,
            new Localized(kept.View.Query.Title(Language.Zh), kept.View.Query.Title(Language.En)),
            kept.View.Table.Progress,
            [
                .. kept.View.Table.Kept.ColumnNames.Zip(
                    kept.View.Table.Columns,
                    (name, column) => new ColumnEntry(name, column.Type.ToString())
                ),
            ]
        );

    /// <summary>
    /// While rows come the height stays as it was, unless they are more than it has room for: nothing moves with each of them.
    /// </summary>
    private static ConsoleState Fitted(ConsoleState now) =>
        LinesOf(now) is var lines && lines == now.ResultLines ? now : now with { ResultLines = lines };

    private static int? LinesOf(ConsoleState now) =>
        now.Result is not { Failed: null, Side: null, Open: { Tab: ResultTab.Grid } open } ? null
        : !open.Table.IsGrowing ? open.Grid.FullHeight
        : open.Grid.FullHeight <= now.ResultLines ? now.ResultLines
        : null;

    private static ConsoleState Scrolled(ConsoleState now)
    {
        var layout = ConsoleLayout.Of(now);
        var tree = now.Catalogue.Tree;
        return now with
        {
            Catalogue = now.Catalogue with
            {
                Tree = tree with { List = tree.List.Scrolled(layout.Catalogue.Height - (now.Catalogue.Filter is null ? 0 : 1)) },
            },
            Query = QueryPanel.Scrolled(now.Query, layout.Query),
            Result = GridActions.Scrolled(now.Result, layout.Result),
        };
    }

    private static ConsoleState Beside(ConsoleState now) =>
        now with
        {
            Result = SideBySide.Scrolled(now.Result, now.Language, ConsoleLayout.Of(now).Side),
        };
}
