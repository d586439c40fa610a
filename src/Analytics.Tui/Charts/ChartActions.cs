using Analytics.Charts;
using Analytics.DuckDb;
using Analytics.Figures;
using Analytics.Terminal.Input;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Charts;

/// <summary>What keys do to a chart: another kind, other columns, the cursor over its marks.</summary>
internal static class ChartActions
{
    /// <summary>Does what a key is bound to; null for what is no chart's business.</summary>
    public static Part<ChartsState>? Do(Part<ChartsState> part, ChartView open, ChartPlace place, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.ChartKindNext => Turned(part, open, 1),
            ConsoleAction.ChartKindPrevious => Turned(part, open, -1),
            ConsoleAction.ChartXNext => Column(part, open, "x", 1),
            ConsoleAction.ChartXPrevious => Column(part, open, "x", -1),
            ConsoleAction.ChartYNext => Column(part, open, "y", 1),
            ConsoleAction.ChartYPrevious => Column(part, open, "y", -1),
            ConsoleAction.ChartSeriesNext => Column(part, open, "series", 1),
            ConsoleAction.ChartSeriesPrevious => Column(part, open, "series", -1),
            ConsoleAction.ChartOnDemand => With(part, open.WithChart(open.ChartChoice.Change.With("allow", ChartGuards.Codes)))
                .Say(part.Texts.GuardLifted),
            ConsoleAction.ChartReferences => ChartQuestionWindow.Open(part, open, ChartQuestion.References),
            ConsoleAction.ChartTitle => ChartQuestionWindow.Open(part, open, ChartQuestion.Title),
            ConsoleAction.ChartNextPoint => Step(part, open, place, 1),
            ConsoleAction.ChartPreviousPoint => Step(part, open, place, -1),
            ConsoleAction.ChartCategories => Categories(part, open),
            ConsoleAction.ChartValues => Values(part, open),
            ConsoleAction.ChartNote => ChartQuestionWindow.OpenNote(part, open),
            ConsoleAction.ChartNoteDelete => ChartQuestionWindow.DeleteNote(part, open),
            ConsoleAction.ChartForm => part with { Window = ChartFormWindow.Open(open, part.Texts) },
            ConsoleAction.ChartReset => With(part, (open with { ChartChoice = ChartChoice.None }).WithStaleChart())
                .Say(part.Texts.ChartAsTheQuery),
            ConsoleAction.CopyChartCommand => CopyCommand(part, open),
            ConsoleAction.CopyChartHeader => open.Chart is { } chart && ChartRequests.Header(open, chart) is { } header
                ? part.Say(part.Texts.ChartHeaderCopied).Doing(new CopyText(header))
                : part.Say(part.Texts.NoChartYet, isError: true),
            _ => null,
        };

    /// <summary>Copies the batch command of the chart, or says why there is none.</summary>
    public static Part<ChartsState> CopyCommand(Part<ChartsState> part, ChartView open) =>
        open.Chart switch
        {
            { Spec.Command: { Length: > 0 } command } => part.Announce(part.Texts.CopiedCommand(command)).Doing(new CopyText(command)),
            { Spec: not null } => part.Announce(part.Texts.NoCommand(open.Kept.Source), isError: true),
            _ => part.Say(part.Texts.NoChartYet, isError: true),
        };

    /// <summary>Arrows move over the marks, and scroll where there is no further one; pages and the wheel scroll.</summary>
    public static Part<ChartsState> Handle(Part<ChartsState> part, ChartView open, InputEvent input, ChartPlace place)
    {
        if (open.Chart is not { } chart)
            return part;
        var area = place.Area;
        var picture = ChartPanel.Picture(chart, part.Texts, area, AmbiguousWidth.One);
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
        if ((right, down) != (0, 0) && open.Row is { } row && Target(picture, row, right, down) is { } target)
            return At(part, open, chart, target, ChartPanel.PageLines(area));
        if (place.Picture is not null)
            return part;
        var top = Scroller.Move(chart.Top, input, ChartPanel.PageLines(area), picture.Lines.Count);
        return With(part, open with { Chart = chart with { Top = top } });
    }

    /// <summary>
    /// A click on a mark moves the cursor there, a double click asks for its note; where several share the place, another click goes to
    /// the next.
    /// Where the marks of a picture stand is not known.
    /// </summary>
    public static Part<ChartsState> Press(Part<ChartsState> part, ChartView open, int x, int y, ChartPlace place, int clicks)
    {
        if (MarkAt(part, open, x, y, place) is not { } mark)
            return part;
        var pointed = At(part, open, open.Chart!, mark, ChartPanel.PageLines(place.Area));
        return clicks == 2 && mark.Members.Count < 2 ? Noted(pointed, open, mark)
            : clicks > 0 && open.Row is { } row && mark.NumberOf(row) > 0 ? Step(part, open, place, 1)
            : pointed;
    }

    /// <summary>The mark at a cell of the chart's area; null where none is, and in a picture, where that is not known.</summary>
    public static MarkPlace? MarkAt(Part<ChartsState> part, ChartView open, int x, int y, ChartPlace place)
    {
        if (open.Chart is not { Spec: not null } chart || place.Picture is not null)
            return null;
        var line = y - ChartPanel.HeadLines + chart.Top;
        foreach (var mark in ChartPanel.Picture(chart, part.Texts, place.Area, AmbiguousWidth.One).Places)
        {
            if (mark.Line == line && x >= mark.X && x < mark.X + mark.Reach)
                return mark;
        }
        return null;
    }

    /// <summary>Asks for the note of a mark, once the cursor is on it.</summary>
    private static Part<ChartsState> Noted(Part<ChartsState> part, ChartView open, MarkPlace mark) =>
        ChartQuestionWindow.OpenNote(part, open with { Row = mark.Mark, Own = part.Own.Of(open.Name) });

    /// <summary>To the next of the points that share the cursor's place; a second click there does it too.</summary>
    private static Part<ChartsState> Step(Part<ChartsState> part, ChartView open, ChartPlace on, int step)
    {
        var area = on.Area;
        if (
            open is not { Row: { } row, Chart: { Spec: not null } chart }
            || ChartPanel.Picture(chart, part.Texts, area, AmbiguousWidth.One).PlaceOf(row) is not { Members.Count: > 1 } place
        )
        {
            return part.Say(part.Texts.OnePointHere);
        }

        var number = place.NumberOf(row) - 1;
        return At(
            part,
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
    private static Part<ChartsState> At(Part<ChartsState> part, ChartView open, ChartState chart, MarkPlace place, int page)
    {
        var top =
            place.Line < chart.Top ? place.Line
            : place.Line >= chart.Top + page ? place.Line - page + 1
            : chart.Top;
        return With(part, open with { Chart = chart with { Top = top } }).Wishing(new RowWish(place.Mark));
    }

    /// <summary>To another kind, from the one drawn now.</summary>
    private static Part<ChartsState> Turned(Part<ChartsState> part, ChartView open, int step)
    {
        var change = open.ChartChoice.Change;
        var from = open.Chart?.Parts is { } parts ? change.With("kind", ChartKindName.Of(parts.Kind)) : change;
        return Rebuilt(part, open with { ChartChoice = open.ChartChoice with { Change = from, Step = step } });
    }

    private static Part<ChartsState> Column(Part<ChartsState> part, ChartView open, string axis, int step)
    {
        var (parts, change) = (open.Chart?.Parts, open.ChartChoice.Change);
        if (change.Kind is { } kind && axis != "y" && !ChartRules.Of(ChartKindName.Parse(kind)).Takes(axis))
            return part.Say(part.Texts.NoPlaceFor(kind, axis), isError: true);
        var current = axis switch
        {
            "x" => parts?.X ?? change.Values.One(axis),
            "y" => parts?.Y ?? change.Values.One(axis),
            _ => parts?.Series,
        };
        string[] names =
        [
            .. axis == "series" ? [""] : Array.Empty<string>(),
            .. open.Columns.Where(c => Fits(c, axis, parts)).Select(c => c.Name),
        ];
        if (names.Length == 0 || names is [var only] && only == (current ?? ""))
            return part.Say(part.Texts.NoOtherColumn);
        var at = Array.IndexOf(names, current ?? "");
        var name = names[((at < 0 && step < 0 ? 0 : at) + step + names.Length) % names.Length];
        return With(part, open.WithChart(change.With(axis, name)));
    }

    private static bool Fits(ResultColumn column, string axis, ChartParts? parts) =>
        axis switch
        {
            "y" => column.Type.IsNumeric,
            "x" => parts?.Kind == ChartKind.Scatter
                ? column.Type.IsNumeric
                : column.Name != parts?.Y && column.Type.Id != DuckDbTypeId.List,
            _ => !column.Type.IsNumeric && column.Type.Id != DuckDbTypeId.List && column.Name != parts?.X,
        };

    private static Part<ChartsState> Rebuilt(Part<ChartsState> part, ChartView open) => With(part, open.WithStaleChart());

    private static Part<ChartsState> Categories(Part<ChartsState> part, ChartView open)
    {
        var name = open.Columns[open.Column].Name;
        return With(part, open.WithChart(open.ChartChoice.Change.With("x", name))).Say(part.Texts.ChartColumn("x", name));
    }

    private static Part<ChartsState> Values(Part<ChartsState> part, ChartView open)
    {
        var column = open.Columns[open.Column];
        return column.Type.IsNumeric
            ? With(part, open.WithChart(open.ChartChoice.Change.With("y", column.Name))).Say(part.Texts.ChartColumn("y", column.Name))
            : part.Say(part.Texts.NotANumber(column.Name), isError: true);
    }

    /// <summary>With the chart as the view has it now.</summary>
    public static Part<ChartsState> With(Part<ChartsState> part, ChartView open) => part with { Own = part.Own.With(open.Name, open.Own) };
}
