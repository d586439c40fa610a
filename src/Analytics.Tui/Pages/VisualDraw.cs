using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Analytics.Engine.Pages;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Pages;

/// <summary>Draws what a visual shows.</summary>
internal static class VisualDraw
{
    /// <param name="view">The page.</param>
    /// <param name="visual">Which visual.</param>
    /// <param name="canvas">Its inside.</param>
    /// <param name="hasFocus">Whether it has the keys.</param>
    public static void Draw(PageView view, VisualSpec visual, CellCanvas canvas, bool hasFocus)
    {
        var seen = view.ViewOf(visual.Name);
        switch (view.ShownOf(visual.Name))
        {
            case null:
                canvas.Write(0, 0, view.WaitingOf(visual.Name), Theme.Dim);
                break;
            case { Visual.Kind: VisualKind.Article }:
                DrawArticle(seen.Article, seen.Top, canvas);
                break;
            case { Failure: { } failure }:
                DrawLines(canvas, failure.Split('\n').Where(l => l.Length > 0).Select(l => StyledLine.Of(l, Theme.Error)), seen.Top);
                break;
            case { Empty: { } empty } shown:
                DrawLines(canvas, [StyledLine.Of(empty, Theme.Dim), .. Tail(shown)], 0);
                break;
            case var shown:
                DrawShown(view, seen, shown, canvas, hasFocus);
                break;
        }
    }

    /// <summary>Row and column of the mark at a place of a visual's inside; null for none.</summary>
    public static (int? Row, int? Column) MarkAt(PageView view, VisualSpec visual, int width, int height, int x, int y)
    {
        var seen = view.ViewOf(visual.Name);
        var shown = view.ShownOf(visual.Name)!;
        var canvas = new CellCanvas(width, height);
        switch (shown.Visual.Kind)
        {
            case VisualKind.Matrix:
                var columns = MatrixCells.Fitting(canvas, Heads(shown), MatrixRows(view, shown), seen.Column, shown.HasTotal);
                return y == 0 ? (null, null) : (MarkRows.Top(shown.Rows.Count, seen.Row, seen.Top, height - 1) + y - 1, columns.At(x));
            case VisualKind.Verdict or VisualKind.Sentences:
                var lines = TextLines(shown, canvas);
                return y < lines.Count - seen.Top ? (lines[seen.Top + y].Row, null) : (null, null);
            default:
                var head = MarkRows.HeadLines(Heads(shown));
                return y < head ? (null, null) : (MarkRows.Top(shown.Rows.Count, seen.Row, seen.Top, height - head) + y - head, null);
        }
    }

    private static void DrawShown(PageView view, VisualView seen, ShownVisual shown, CellCanvas canvas, bool hasFocus)
    {
        var tail = Wrapped(Tail(shown), canvas);
        var room = Math.Max(1, canvas.Height - tail.Count);
        var body = canvas.Region(new(0, 0, canvas.Width, room));
        switch (shown.Visual.Kind)
        {
            case VisualKind.Matrix:
                var cursor = (seen.Row, seen.Column);
                MatrixCells.Draw(body, Heads(shown), MatrixRows(view, shown), cursor, seen.Top, hasFocus, shown.HasTotal);
                break;
            case VisualKind.Card:
                DrawLines(body, CardLines(shown), seen.Top);
                break;
            case VisualKind.Verdict or VisualKind.Sentences or VisualKind.Text or VisualKind.Article:
                DrawText(seen, shown, body, hasFocus);
                break;
            case VisualKind.Line when shown.Lines is { } lines:
                LinePlot.Draw(body, lines);
                break;
            default:
                var row = hasFocus || shown.Visual.Kind == VisualKind.Table ? seen.Row : -1;
                var extent = ExtentOf(shown, canvas.Ambiguous);
                MarkRows.Draw(
                    body,
                    Heads(shown),
                    shown.Rows.Count,
                    i => RowOf(view, shown, shown.Rows[i], extent) with { IsInBlock = seen.HasInBlock(i) },
                    extent.Widest,
                    extent is { Longest: > 0 } or { Scale: not null },
                    row,
                    seen.Top,
                    hasFocus,
                    Numbers(shown)
                );
                break;
        }

        if (room < canvas.Height)
            StyledLines.Draw(canvas.Region(new(0, room, canvas.Width, canvas.Height - room)), tail, 0);
    }

    private static void DrawArticle(Figures.ArticleText? text, int top, CellCanvas canvas)
    {
        if (text is not { } article)
            return;
        var (lines, quote) = ArticleView.Lines(article, Math.Max(1, canvas.Width - 1), canvas.Ambiguous);
        StyledLines.Draw(canvas, lines, Math.Max(0, quote - canvas.Height / 3) + top, Theme.Dim);
    }

    private static void DrawLines(CellCanvas canvas, IEnumerable<StyledLine> lines, int top) =>
        StyledLines.Draw(canvas, Wrapped(lines, canvas), top, Theme.Dim);

    private static List<StyledLine> Wrapped(IEnumerable<StyledLine> lines, CellCanvas canvas) =>
        [.. lines.SelectMany(l => l.Wrap(Math.Max(1, canvas.Width - 1), canvas.Ambiguous))];

    private static IEnumerable<StyledLine> Tail(ShownVisual shown) => shown.Tail.Select(t => StyledLine.Of(t, Theme.Dim));

    private static IReadOnlyList<string> Heads(ShownVisual shown) => [.. shown.Columns.Select(c => c.Label)];

    /// <summary>Whether it is groups with a value each; points of single rows are a table with points.</summary>
    private static bool IsChart(ShownVisual shown) =>
        shown.Visual is { Kind: VisualKind.Bar or VisualKind.Line } or { Kind: VisualKind.Dot, Groups: true };

    private static ImmutableHashSet<int> Numbers(ShownVisual shown) =>
        IsChart(shown) ? [1] : [.. Enumerable.Range(0, shown.Columns.Count).Where(i => shown.Columns[i].IsNumber)];

    /// <summary>What is common to all rows of a visual.</summary>
    /// <param name="Longest">The greatest value of a chart; 0 where there are no bars.</param>
    /// <param name="Scale">Of points; null for none.</param>
    /// <param name="Widest">Cells of the widest text of each column.</param>
    private sealed record Extent(double Longest, (double Low, double High)? Scale, int[] Widest);

    // Worked out once for what is shown: a table may have a thousand rows, and each key draws it anew.
    private static readonly ConditionalWeakTable<ShownVisual, Extent> Narrow = [],
        Wide = [];

    private static Extent ExtentOf(ShownVisual shown, AmbiguousWidth ambiguous) =>
        (ambiguous == AmbiguousWidth.One ? Narrow : Wide).GetValue(
            shown,
            s => new Extent(
                IsChart(s) && s.Visual.Kind != VisualKind.Dot
                    ? s.Rows.SelectMany(r => r.Cells).Select(c => Math.Abs(c.Value ?? 0)).DefaultIfEmpty().Max()
                    : 0,
                Scale(s),
                MarkRows.Widest(Heads(s), s.Rows.Select(r => TextsOf(s, r)), ambiguous)
            )
        );

    /// <summary>Texts of a row of a table; of a chart the label and the value.</summary>
    private static string[] TextsOf(ShownVisual shown, ShownRow row) =>
        IsChart(shown) ? [row.Label, row.Cells[0].Text] : [.. row.Cells.Select(c => c.Text)];

    private static MarkRow RowOf(PageView view, ShownVisual shown, ShownRow row, Extent extent)
    {
        var standing = VisualMarks.StandingOf(view, shown, row.Parts, VisualMarks.AxisKey(shown, row));
        var style = standing == MarkStanding.LeftOut ? Theme.Dim : StyleOf(row.Style);
        return new MarkRow(TextsOf(shown, row), style, standing == MarkStanding.Chosen)
        {
            Sign = SignOf(view, shown, row),
            Share = extent.Longest > 0 && row.Cells[0].Value is { } value ? Math.Abs(value) / extent.Longest : null,
            Dot =
                extent.Scale is { } scale && PointOf(row) is { } point
                    ? (At(scale, point.Value), At(scale, point.Low), At(scale, point.High))
                    : null,
        };
    }

    /// <summary>From the lowest to the highest of the points of single rows and their intervals; null for what has none.</summary>
    private static (double Low, double High)? Scale(ShownVisual shown)
    {
        if (shown.Visual.Kind != VisualKind.Dot)
            return null;
        double[] ends =
        [
            .. shown
                .Rows.Select(PointOf)
                .OfType<(double Value, double Low, double High)>()
                .SelectMany(p => new[] { p.Value, p.Low, p.High }),
        ];
        return ends.Length == 0 ? null : (shown.Visual.Groups ? Math.Min(0, ends.Min()) : ends.Min(), ends.Max());
    }

    /// <summary>Of a single row its figure with the bounds of the text; of a group its value.</summary>
    private static (double Value, double Low, double High)? PointOf(ShownRow row) =>
        row.Point ?? (row.Cells is [{ Value: { } value }, ..] ? (value, value, value) : null);

    private static double At((double Low, double High) scale, double value) =>
        scale.High > scale.Low ? (value - scale.Low) / (scale.High - scale.Low) : 0.5;

    private static IReadOnlyList<MatrixRow> MatrixRows(PageView view, ShownVisual shown)
    {
        var values = shown.HasTotal ? shown.Columns.Count - 1 : shown.Columns.Count;
        var most = shown.Rows.SelectMany(r => r.Cells.Take(values)).Select(c => c.Value ?? 0).DefaultIfEmpty().Max();
        var seen = view.ViewOf(shown.Visual.Name);
        return [.. shown.Rows.Select(Row)];

        MatrixRow Row(ShownRow row, int index)
        {
            var standing = VisualMarks.StandingOf(view, shown, row.Parts, VisualMarks.AxisKey(shown, row));
            var cells = row.Cells.Select((c, i) => Cell(row, c, shown.Columns[i]) with { IsInBlock = seen.HasInBlock(index, i) }).ToList();
            var isLeftOut = standing == MarkStanding.LeftOut && !cells.Any(c => c.IsSelected);
            return new MatrixRow(
                row.Label,
                isLeftOut ? [.. cells.Select(c => c with { Style = Theme.Dim })] : cells,
                isLeftOut ? Theme.Dim : StyleOf(row.Style),
                standing == MarkStanding.Chosen
            )
            {
                Sign = SignOf(view, shown, row),
            };
        }

        MatrixCell Cell(ShownRow row, ShownCell cell, ShownColumn column)
        {
            var parts = row.Parts.AddRange(column.Parts);
            var isLeftOut =
                view.State.Selections.ContainsKey(shown.Visual.Name)
                && column.Parts.Length > 0
                && VisualMarks.StandingOf(view, shown, parts, VisualMarks.AxisKey(shown, row)) == MarkStanding.LeftOut;
            var style =
                cell.IsState || isLeftOut ? Theme.Dim
                : shown.Visual.IsShaded && cell.Value > most * 2 / 3 ? Theme.Bold
                : Theme.Plain;
            return new MatrixCell(cell.Text, style, column.Parts.Length > 0 && VisualMarks.IsChosen(view, shown.Visual.Name, parts));
        }
    }

    /// <summary>What stands before a row whose axis has another level.</summary>
    private static string SignOf(PageView view, ShownVisual shown, ShownRow row) =>
        VisualMarks.AxisKey(shown, row) is null
            ? ""
            : VisualMarks.LevelsBehind(view, shown.Visual.Name) switch
            {
                1 => "▸",
                -1 => "▾",
                _ => "",
            };

    /// <summary>The value first, its label after it; what stands below it is dim.</summary>
    private static IEnumerable<StyledLine> CardLines(ShownVisual shown) =>
        shown.Rows.Select(row =>
            StyledLine.Of([(row.Cells[0].Text + " ", row.Style == PageStyle.Strong ? Theme.Bold : Theme.Plain), (row.Label, Theme.Dim)])
        );

    private static void DrawText(VisualView seen, ShownVisual shown, CellCanvas canvas, bool hasFocus)
    {
        var lines = TextLines(shown, canvas);
        var hasCursor = VisualMarks.HasCursor(shown.Visual.Kind);
        var own = lines.Select((l, i) => (l.Row, Index: i)).Where(l => l.Row == seen.Row).Select(l => l.Index).DefaultIfEmpty().ToList();
        var top = hasCursor
            ? MarkRows.Top(lines.Count, own[Math.Min(own.Count, canvas.Height) - 1], Math.Min(seen.Top, own[0]), canvas.Height)
            : seen.Top;
        top = StyledLines.Draw(canvas, [.. lines.Select(l => l.Line)], top, Theme.Dim);
        for (var y = 0; hasFocus && hasCursor && y < canvas.Height && top + y < lines.Count; y++)
        {
            if (lines[top + y].Row == seen.Row)
                canvas.Restyle(new(0, y, canvas.Width - 1, 1), s => s.With(TextAttributes.Bold));
        }
    }

    /// <summary>
    /// The lines of sentences, and which row each is of. Sentences of verdicts are the short ones where there is no room, and cut off, a
    /// line each, where there is no room for these either.
    /// </summary>
    private static List<(StyledLine Line, int Row)> TextLines(ShownVisual shown, CellCanvas canvas)
    {
        var lines = Lines(isBrief: false);
        if (shown.Visual.Kind != VisualKind.Verdict || lines.Count <= canvas.Height)
            return lines;
        var brief = Lines(isBrief: true);
        return shown.Rows.Count > 1 && shown.Rows.Count <= canvas.Height && brief.Count > canvas.Height
            ? [.. shown.Rows.Select((row, i) => (Cut(row, i), i))]
            : brief;

        StyledLine Cut(ShownRow row, int index)
        {
            var question = $"{index + 1} {row.Label} ";
            var room = Math.Max(0, canvas.Width - 1 - canvas.Measure(question));
            return StyledLine.Of([
                (question, Theme.Heading),
                (CellText.Truncate(row.Cells[0].Brief, room, "…", canvas.Ambiguous), Theme.Plain),
            ]);
        }

        List<(StyledLine Line, int Row)> Lines(bool isBrief) =>
            [.. shown.Rows.SelectMany((row, i) => Wrapped(LinesOf(shown, row, i, isBrief), canvas).Select(line => (line, i)))];
    }

    private static IEnumerable<StyledLine> LinesOf(ShownVisual shown, ShownRow row, int index, bool isBrief) =>
        shown.Visual.Kind switch
        {
            VisualKind.Verdict when row.Label.Length > 0 && isBrief =>
            [
                StyledLine.Of([($"{index + 1} {row.Label} ", Theme.Heading), (row.Cells[0].Brief, Theme.Plain)]),
            ],
            VisualKind.Verdict when row.Label.Length > 0 =>
            [
                StyledLine.Of($"{index + 1} {row.Label}", Theme.Heading),
                StyledLine.Of(row.Cells[0].Text),
            ],
            VisualKind.Verdict => [StyledLine.Of(isBrief ? row.Cells[0].Brief : row.Cells[0].Text)],
            VisualKind.Sentences => [StyledLine.Of(row.Label), .. row.Cells.Select(c => StyledLine.Of(c.Text, Theme.Dim))],
            _ => [StyledLine.Of(row.Label)],
        };

    private static Style StyleOf(PageStyle? style) =>
        style switch
        {
            PageStyle.Strong => Theme.Bold,
            PageStyle.Dim => Theme.Dim,
            PageStyle.Warn => Theme.Warning,
            _ => Theme.Plain,
        };
}
