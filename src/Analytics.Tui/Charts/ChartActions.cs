using Analytics.Charts;
using Analytics.DuckDb;
using Analytics.Figures;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Tui.App;
using Analytics.Tui.Results;

namespace Analytics.Tui.Charts;

/// <summary>What keys do to a chart: another kind, other columns, the cursor over its marks.</summary>
internal static class ChartActions
{
    /// <summary>Does what a key is bound to; null for what is no chart's business.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Do(ConsoleState state, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.ChartKindNext => Turned(state, open, 1),
            ConsoleAction.ChartKindPrevious => Turned(state, open, -1),
            ConsoleAction.ChartXNext => Column(state, open, "x", 1),
            ConsoleAction.ChartXPrevious => Column(state, open, "x", -1),
            ConsoleAction.ChartYNext => Column(state, open, "y", 1),
            ConsoleAction.ChartYPrevious => Column(state, open, "y", -1),
            ConsoleAction.ChartSeriesNext => Column(state, open, "series", 1),
            ConsoleAction.ChartSeriesPrevious => Column(state, open, "series", -1),
            ConsoleAction.ChartOnDemand => With(state, open.WithChart(open.ChartChoice.Change.With("allow", ChartGuards.Codes)))
                .Say(state.Texts.GuardLifted),
            ConsoleAction.ChartReferences => ChartQuestions.Ask(state, open, Question.ChartReferences),
            ConsoleAction.ChartTitle => ChartQuestions.Ask(state, open, Question.ChartTitle),
            ConsoleAction.ChartNextPoint => Step(state, open, 1),
            ConsoleAction.ChartPreviousPoint => Step(state, open, -1),
            ConsoleAction.ChartBeside => Beside(state, open),
            ConsoleAction.ChartNote => ChartQuestions.AskNote(state, open),
            ConsoleAction.ChartNoteDelete => ChartQuestions.DeleteNote(state, open),
            ConsoleAction.ChartForm => state with { Window = ChartForm.Of(state, open) },
            ConsoleAction.ChartReset => With(state, (open with { ChartChoice = ChartChoice.None }).WithStaleChart())
                .Say(state.Texts.ChartAsTheQuery),
            ConsoleAction.CopyChartCommand => CopyCommand(state, open),
            ConsoleAction.CopyChartHeader => open.Chart is { } chart && ChartRequests.Header(open, chart) is { } header
                ? Outcome.Of<ConsoleState, ConsoleEffect>(state.Say(state.Texts.ChartHeaderCopied), new CopyText(header))
                : state.Say(state.Texts.NoChartYet, isError: true),
            ConsoleAction.ChartPixels => PixelActions.Toggle(state),
            _ => default(Outcome<ConsoleState, ConsoleEffect>?),
        };

    /// <summary>Copies the batch command of the chart, or says why there is none.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> CopyCommand(ConsoleState state, OpenResult open) =>
        open.Chart switch
        {
            { Spec.Command: { Length: > 0 } command } => Outcome.Of<ConsoleState, ConsoleEffect>(
                state.Announce(state.Texts.CopiedCommand(command)),
                new CopyText(command)
            ),
            { Spec: not null } => state.Announce(state.Texts.NoCommand(open.Table.Kept.Source), isError: true),
            _ => state.Say(state.Texts.NoChartYet, isError: true),
        };

    /// <summary>Arrows move over the marks, and scroll where there is no further one; pages and the wheel scroll.</summary>
    public static ConsoleState Handle(ConsoleState state, OpenResult open, InputEvent input, CellRect area)
    {
        if (open.Chart is not { } chart)
            return state;
        var picture = ChartPanel.Picture(chart, state.Texts, area, AmbiguousWidth.One);
        var (right, down) = input is KeyEvent { Modifiers: KeyModifiers.None, Key: var key }
            ? key switch
            {
                Key.Left => (-1, 0),
                Key.Right => (1, 0),
                Key.Up => (0, -1),
                Key.Down => (0, 1),
                _ => (0, 0),
            }
            : (0, 0);
        if ((right, down) != (0, 0) && open.Row is { } row && Target(picture, row, right, down) is { } place)
            return At(state, open, chart, place, ChartPanel.PageLines(area));
        if (PixelChart.Standing(state) is not null)
            return state;
        var top = Scroller.Move(chart.Top, input, ChartPanel.PageLines(area), picture.Lines.Count);
        return With(state, open with { Chart = chart with { Top = top } });
    }

    /// <summary>
    /// A click on a mark moves the cursor there, a double click asks for its note; where several share the place, another click goes to
    /// the next.
    /// Where the marks of a picture stand is not known.
    /// </summary>
    public static ConsoleState Press(ConsoleState state, OpenResult open, int x, int y, CellRect area, bool isDouble = false)
    {
        if (open.Chart is not { Spec: not null } chart || PixelChart.Standing(state) is not null)
            return state;
        var line = y - ChartPanel.HeadLines + chart.Top;
        foreach (var place in ChartPanel.Picture(chart, state.Texts, area, AmbiguousWidth.One).Places)
        {
            if (place.Line == line && x >= place.X && x < place.X + place.Cells)
            {
                return isDouble && place.Members.Count < 2 ? Noted(At(state, open, chart, place, ChartPanel.PageLines(area)))
                    : open.Row is { } row && place.NumberOf(row) > 0 ? Step(state, open, 1)
                    : At(state, open, chart, place, ChartPanel.PageLines(area));
            }
        }

        return state;
    }

    private static ConsoleState Noted(ConsoleState state) => state.Result.Open is { } open ? ChartQuestions.AskNote(state, open) : state;

    /// <summary>To the next of the points that share the cursor's place; a second click there does it too.</summary>
    private static ConsoleState Step(ConsoleState state, OpenResult open, int step)
    {
        var area = ConsoleLayout.Of(state).ChartArea;
        if (
            open is not { Row: { } row, Chart: { Spec: not null } chart }
            || ChartPanel.Picture(chart, state.Texts, area, AmbiguousWidth.One).PlaceOf(row) is not { Members.Count: > 1 } place
        )
        {
            return state.Say(state.Texts.OnePointHere);
        }

        var number = place.NumberOf(row) - 1;
        return At(
            state,
            open,
            chart,
            place with
            {
                Mark = place.Members[(number + step + place.Members.Count) % place.Members.Count],
            },
            ChartPanel.PageLines(area)
        );
    }

    private static MarkPlace? Target(ChartPicture picture, int row, int right, int down) =>
        picture.PlaceOf(row) is { } place ? picture.Next(place, right, down)
        : picture.Places.Count > 0 ? picture.Places[0]
        : null;

    /// <summary>The cursor over the marks is that of the grid: a mark is a row.</summary>
    private static ConsoleState At(ConsoleState state, OpenResult open, ChartState chart, MarkPlace place, int page)
    {
        var top =
            place.Line < chart.Top ? place.Line
            : place.Line >= chart.Top + page ? place.Line - page + 1
            : chart.Top;
        var next = With(state, open with { Grid = open.Grid.MoveTo(place.Mark, open.Grid.Column), Chart = chart with { Top = top } });
        return next with { Sentence = next.Sentence with { Index = 0, Top = 0 } };
    }

    private static ConsoleState Beside(ConsoleState state, OpenResult open)
    {
        var next = With(state, open with { ChartBeside = ConsoleLayout.Of(state).Chart.IsEmpty });
        return ConsoleLayout.Of(next) is { Chart.IsEmpty: true } layout && next.Result.Open!.ChartBeside == true
            ? state.Say(state.Texts.TooNarrowForBoth(layout.Result.Width, ConsoleLayout.WidthForBoth), isError: true)
            : next;
    }

    /// <summary>To another kind, from the one drawn now.</summary>
    private static ConsoleState Turned(ConsoleState state, OpenResult open, int step)
    {
        var change = open.ChartChoice.Change;
        var from = open.Chart?.Parts is { } parts ? change.With("kind", ChartKindName.Of(parts.Kind)) : change;
        return Rebuilt(state, open with { ChartChoice = open.ChartChoice with { Change = from, Step = step } });
    }

    private static ConsoleState Column(ConsoleState state, OpenResult open, string part, int step)
    {
        var (parts, change) = (open.Chart?.Parts, open.ChartChoice.Change);
        if (change.Kind is { } kind && part != "y" && !ChartRules.Of(ChartKindName.Parse(kind)).Takes(part))
            return state.Say(state.Texts.NoPlaceFor(kind, part), isError: true);
        var current = part switch
        {
            "x" => parts?.X ?? change.Values.One(part),
            "y" => parts?.Y ?? change.Values.One(part),
            _ => parts?.Series,
        };
        string[] names =
        [
            .. part == "series" ? [""] : Array.Empty<string>(),
            .. open.Table.Columns.Where(c => Fits(c, part, parts)).Select(c => c.Name),
        ];
        if (names.Length == 0 || names is [var only] && only == (current ?? ""))
            return state.Say(state.Texts.NoOtherColumn);
        var at = Array.IndexOf(names, current ?? "");
        var name = names[((at < 0 && step < 0 ? 0 : at) + step + names.Length) % names.Length];
        return With(state, open.WithChart(change.With(part, name)));
    }

    private static bool Fits(ResultColumn column, string part, ChartParts? parts) =>
        part switch
        {
            "y" => column.Type.IsNumeric,
            "x" => parts?.Kind == ChartKind.Scatter
                ? column.Type.IsNumeric
                : column.Name != parts?.Y && column.Type.Id != DuckDbTypeId.List,
            _ => !column.Type.IsNumeric && column.Type.Id != DuckDbTypeId.List && column.Name != parts?.X,
        };

    private static ConsoleState Rebuilt(ConsoleState state, OpenResult open) => With(state, open.WithStaleChart());

    private static ConsoleState With(ConsoleState state, OpenResult open) => state with { Result = state.Result with { Open = open } };
}
