using Analytics.Terminal.Layout;

namespace Analytics.Tui.App;

/// <summary>
/// Where everything stands; used by drawing, by paging and by the mouse alike. Areas are contents; titles stand in the line above them.
/// </summary>
/// <param name="IsTooSmall">Whether the screen has less than <see cref="LeastWidth"/> columns or <see cref="LeastHeight"/> lines.</param>
/// <param name="CatalogueFrame">The catalogue with its frame; empty when hidden.</param>
/// <param name="RightFrame">Query, result and sentence with their common frame; empty when the catalogue is zoomed.</param>
/// <param name="Query">The editor.</param>
/// <param name="Result">The grid, the chart, or both.</param>
/// <param name="Sentence">The sentence of the figure at the cursor; empty where there is none.</param>
/// <param name="Status">The line above the last.</param>
/// <param name="Footer">The last line, with keys.</param>
/// <param name="IsOverlay">Whether the catalogue lies over the right side.</param>
internal sealed record ConsoleLayout(
    bool IsTooSmall,
    CellRect CatalogueFrame,
    CellRect RightFrame,
    CellRect Query,
    CellRect Result,
    CellRect Sentence,
    CellRect Status,
    CellRect Footer,
    bool IsOverlay
)
{
    /// <summary>The chart beside the grid; empty where there is no room for both, or no chart.</summary>
    public CellRect Chart { get; init; }

    /// <summary>The verdict above the result; empty where none is said.</summary>
    public CellRect Verdict { get; init; }

    /// <summary>The result beside the one in view; empty where there is no room for both, or none.</summary>
    public CellRect Side { get; init; }

    /// <summary>The line with the title of the result, above its verdict.</summary>
    public int ResultTitle => (Verdict.IsEmpty ? Result.Y : Verdict.Y) - 1;

    /// <summary>Where a chart stands if one is shown.</summary>
    public CellRect ChartArea => Chart.IsEmpty ? Result : Chart;

    /// <summary>Cells of the result from which on grid and chart stand side by side.</summary>
    public const int WidthForBoth = 90;

    /// <summary>Cells of the result from which on two results stand side by side.</summary>
    private const int WidthForTwo = 60;

    public const int LeastWidth = 60,
        LeastHeight = 15;

    // From this width on the catalogue stands beside the rest, below it lies over it while it has the focus.
    private const int WidthForColumn = 76;
    private const int RoomyHeight = 32,
        LowHeight = 20;

    private const int WidestCatalogue = 80,
        RoomForResult = WidthForBoth + 2,
        RoomForPreview = 56;

    private const int LeastCatalogue = 16,
        LeastRight = 44,
        LeastResult = 8;

    // What a sentence with its source can take of the room that a small result leaves; less than the least is not shown at all.
    private const int MostSentence = 10,
        LeastSentence = 4;

    public CellRect Catalogue => CatalogueFrame.Inset(1, 1);

    /// <summary>The width that the catalogue can have on a screen that wide.</summary>
    public static int CatalogueWithin(int wanted, int width) =>
        Math.Clamp(wanted, LeastCatalogue, Math.Max(LeastCatalogue, width - LeastRight));

    /// <summary>The lines that the editor can have on a screen that high.</summary>
    public static int EditorWithin(int wanted, int height) => Math.Clamp(wanted, 1, Math.Max(1, height - 2 - LeastResult));

    public static ConsoleLayout Of(ConsoleState state)
    {
        var (width, height) = state.Size;
        var rows = new CellRect(0, 0, width, height).SplitRows(Span.Fill, Span.Fixed(1), Span.Fixed(1));
        var isOverlay = width < WidthForColumn;
        var catalogue = CatalogueOf(state, rows[0], isOverlay);
        var right =
            state.IsZoomed && state.Focus == Panel.Catalogue ? default
            : catalogue.IsEmpty || isOverlay ? rows[0]
            : rows[0] with { X = catalogue.Width, Width = rows[0].Width - catalogue.Width };
        var (query, whole, sentence) = Split(state, right);
        var (verdict, result) = state.IsWaiting ? (default, whole) : Results.VerdictPanel.Split(state.Result, state.Language, whole);
        var (grid, chart) = Beside(state, result);
        var side = default(CellRect);
        if (state.Result.Side is { } other && chart.IsEmpty)
            (grid, side) = Sides(state, result, other);
        return new ConsoleLayout(
            width < LeastWidth || height < LeastHeight,
            catalogue,
            right,
            query,
            grid,
            sentence,
            rows[1],
            rows[2],
            isOverlay
        )
        {
            Chart = chart,
            Side = side,
            Verdict = verdict,
        };
    }

    /// <summary>Two results beside each other; where there is no room for both, the one with the focus alone.</summary>
    private static (CellRect Grid, CellRect Side) Sides(ConsoleState state, CellRect result, Results.SideState side)
    {
        if (result.Width < WidthForTwo || state.IsWaiting || state.Result is not { Failed: null, Open.Tab: Results.ResultTab.Grid })
            return (result, default);
        var parts = result.SplitColumns(Span.Fill, Span.Fixed(1), Span.Fill);
        return side.IsLeft ? (parts[2], parts[0]) : (parts[0], parts[2]);
    }

    /// <summary>Grid and chart side by side, if there is a chart and room for both.</summary>
    private static (CellRect Grid, CellRect Chart) Beside(ConsoleState state, CellRect result)
    {
        if (!IsBeside(state, result.Width))
            return (result, default);
        var parts = result.SplitColumns(Span.Fixed(result.Width * 9 / 20), Span.Fixed(1), Span.Fill);
        return (parts[0], parts[2]);
    }

    /// <summary>Whether a chart stands beside the grid in a panel so wide.</summary>
    private static bool IsBeside(ConsoleState state, int width) =>
        width >= WidthForBoth
        && !state.IsWaiting
        && state.Result is { Side: null, Failed: null, Open: { Tab: not Results.ResultTab.Sentence } open }
        && (state.Charts.Of(open.Name).Beside ?? open.Query is CannedRequest { File.Chart: not null });

    private static CellRect CatalogueOf(ConsoleState state, CellRect all, bool isOverlay)
    {
        if (state.IsZoomed)
            return state.Focus == Panel.Catalogue ? all : default;
        if (isOverlay)
            return state.Focus == Panel.Catalogue ? all with { Width = Math.Min(44, all.Width - 8) } : default;
        return state.IsCatalogueShown
            ? all with
            {
                Width = state.Sizes.Catalogue is { } chosen ? CatalogueWithin(chosen, all.Width) : Wide(state, all.Width),
            }
            : default;
    }

    /// <summary>
    /// A share of the screen; as wide as its longest entry where the rest keeps the room for a grid beside its chart, or, before the first
    /// result, for what is told of an entry.
    /// </summary>
    private static int Wide(ConsoleState state, int width)
    {
        var usual = Math.Clamp(width * 3 / 10, 26, 46);
        var (title, line) = state.Catalogue.WidestEntry;
        var titles = Math.Min(title + 2, width - (state.Result.Open is null ? RoomForPreview : RoomForResult));
        var lines = Math.Min(line + 2, width - RoomForResult);
        return Math.Clamp(Math.Max(titles, lines), usual, Math.Max(usual, WidestCatalogue));
    }

    /// <summary>Query over result over sentence, with a line between each two, all inside one frame.</summary>
    private static (CellRect Query, CellRect Result, CellRect Sentence) Split(ConsoleState state, CellRect frame)
    {
        var inside = frame.Inset(1, 1);
        if (state.IsZoomed)
        {
            return state.Focus switch
            {
                Panel.Query => (inside, default, default),
                Panel.Result => (default, inside, default),
                _ => default,
            };
        }

        var (query, sentence) = WithSpare(state, inside, QueryHeight(state, frame.Height), SentenceHeight(state, frame.Height));
        var heights = inside.SplitRows(
            Span.Fixed(query),
            Span.Fixed(query > 0 ? 1 : 0),
            Span.Fill,
            Span.Fixed(sentence > 0 ? 1 : 0),
            Span.Fixed(sentence)
        );
        return (heights[0], heights[2], heights[4]);
    }

    /// <summary>What a small result does not need goes to the sentence, and to the editor as far as its text has more lines.</summary>
    private static (int Query, int Sentence) WithSpare(ConsoleState state, CellRect inside, int query, int sentence)
    {
        if (state.ResultLines is not { } needed || IsBeside(state, inside.Width))
            return (query, sentence);
        var verdict = Results.VerdictPanel.Lines(state.Result, state.Language, inside.Width, inside.Height).Count;
        var spare = inside.Height - WithTitle(query) - WithTitle(sentence) - needed - verdict;
        if (spare <= 0)
            return (query, sentence);
        if (MayHaveSentence(state))
        {
            var wanted = Math.Min(MostSentence, WithTitle(sentence) + spare - 1);
            if (wanted >= LeastSentence)
                (sentence, spare) = (wanted, spare - WithTitle(wanted) + WithTitle(sentence));
        }
        if (state.Sizes.Editor is null)
        {
            var wanted = Math.Min(LinesOfEditor(state), WithTitle(query) + spare - 1);
            query = Math.Max(query, wanted);
        }
        return (query, sentence);
    }

    /// <summary>The lines of a panel with that between it and the next.</summary>
    private static int WithTitle(int height) => height > 0 ? height + 1 : 0;

    private static int LinesOfEditor(ConsoleState state) =>
        state.Query.ShownForm is { } form ? 2 + form.Form.Fields.Length : state.Query.Editor.Buffer.Lines.Count;

    /// <summary>On a low screen the editor grows while it has the focus, and shrinks to let the result be seen.</summary>
    private static int QueryHeight(ConsoleState state, int height)
    {
        var (high, low) =
            state.Sizes.Editor is { } chosen ? (EditorWithin(chosen, state.Size.Height), EditorWithin(chosen, state.Size.Height))
            : height >= RoomyHeight ? (height / 4, height / 4)
            : (height * 2 / 5, 3);
        if (state.Focus == Panel.Query)
            return high;
        if (state.Result.Open is { } open && (height < LowHeight || height < RoomyHeight && open.Tab == Results.ResultTab.Chart))
            return 0;
        return state.Query.ShownForm is { } form ? Math.Min(low, 2 + form.Form.Fields.Length) : low;
    }

    private static int SentenceHeight(ConsoleState state, int height)
    {
        if (!MayHaveSentence(state))
            return 0;
        return height >= RoomyHeight ? 7
            : state.Focus == Panel.Query ? 0
            : height < LowHeight ? 3
            : 4;
    }

    private static bool MayHaveSentence(ConsoleState state) =>
        state.Result is { Open: { Tab: Results.ResultTab.Grid or Results.ResultTab.Chart } open, Failed: null }
        && open.Table.Kept.Lineage.MayStandOnFigures;
}
