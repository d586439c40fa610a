using System.Collections.Immutable;
using Analytics.Engine.Pages;
using Analytics.Terminal.Cells;

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
                canvas.Write(0, 0, "…", Theme.Dim);
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
                MarkRows.Draw(body, Heads(shown), Rows(view, shown), row, seen.Top, hasFocus, Numbers(shown));
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

    /// <summary>Rows of a table; of a chart the label, the value and its length.</summary>
    private static IReadOnlyList<MarkRow> Rows(PageView view, ShownVisual shown)
    {
        var isChart = IsChart(shown);
        var scale = Scale(shown);
        var longest = shown.Rows.SelectMany(r => r.Cells).Select(c => Math.Abs(c.Value ?? 0)).DefaultIfEmpty().Max();
        var hasChosen = VisualMarks.HasChosen(view, shown.Visual.Name);
        return [.. shown.Rows.Select(Row)];

        MarkRow Row(ShownRow row)
        {
            var isChosen = hasChosen && VisualMarks.IsChosen(view, shown.Visual.Name, row.Parts);
            var style = hasChosen && !isChosen ? Theme.Dim : StyleOf(row.Style);
            return new MarkRow(isChart ? [row.Label, row.Cells[0].Text] : [.. row.Cells.Select(c => c.Text)], style, isChosen)
            {
                Share = isChart && longest > 0 && row.Cells[0].Value is { } value ? Math.Abs(value) / longest : null,
                Dot =
                    scale is { } from && row.Point is { } point ? (At(from, point.Value), At(from, point.Low), At(from, point.High)) : null,
            };
        }
    }

    /// <summary>From the lowest to the highest of the points of single rows and their intervals; null for what has none.</summary>
    private static (double Low, double High)? Scale(ShownVisual shown)
    {
        if (shown.Visual.Kind != VisualKind.Dot)
            return null;
        double[] ends =
        [
            .. shown
                .Rows.Select(r => r.Point)
                .OfType<(double Value, double Low, double High)>()
                .SelectMany(p => new[] { p.Value, p.Low, p.High }),
        ];
        return ends.Length == 0 ? null : (ends.Min(), ends.Max());
    }

    private static double At((double Low, double High) scale, double value) =>
        scale.High > scale.Low ? (value - scale.Low) / (scale.High - scale.Low) : 0.5;

    private static IReadOnlyList<MatrixRow> MatrixRows(PageView view, ShownVisual shown)
    {
        var name = shown.Visual.Name;
        var hasChosen = VisualMarks.HasChosen(view, name);
        var values = shown.HasTotal ? shown.Columns.Count - 1 : shown.Columns.Count;
        var most = shown.Rows.SelectMany(r => r.Cells.Take(values)).Select(c => c.Value ?? 0).DefaultIfEmpty().Max();
        return [.. shown.Rows.Select(Row)];

        MatrixRow Row(ShownRow row)
        {
            var isChosen = hasChosen && VisualMarks.IsChosen(view, name, row.Parts);
            var cells = row.Cells.Select((c, i) => Cell(row, c, shown.Columns[i])).ToList();
            return hasChosen && !isChosen && !cells.Any(c => c.IsSelected)
                ? new MatrixRow(row.Label, [.. cells.Select(c => c with { Style = Theme.Dim })], Theme.Dim)
                : new MatrixRow(row.Label, cells, StyleOf(row.Style), isChosen);
        }

        MatrixCell Cell(ShownRow row, ShownCell cell, ShownColumn column)
        {
            var isChosen = hasChosen && VisualMarks.IsChosen(view, name, row.Parts.AddRange(column.Parts));
            var style =
                cell.IsState ? Theme.Dim
                : shown.Visual.IsShaded && cell.Value > most * 2 / 3 ? Theme.Bold
                : Theme.Plain;
            return new MatrixCell(cell.Text, style, isChosen && column.Parts.Length > 0);
        }
    }

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
    /// The lines of sentences, and which row each is of. Sentences of verdicts are the short ones where there is no room.
    /// </summary>
    private static List<(StyledLine Line, int Row)> TextLines(ShownVisual shown, CellCanvas canvas)
    {
        var lines = Lines(isBrief: false);
        return shown.Visual.Kind == VisualKind.Verdict && lines.Count > canvas.Height ? Lines(isBrief: true) : lines;

        List<(StyledLine Line, int Row)> Lines(bool isBrief) =>
            [
                .. shown
                    .Rows.SelectMany((row, i) => Wrapped(LinesOf(shown, row, i, isBrief), canvas), (row, line) => (line, Row: row))
                    .Select(l => (l.line, RowIndex(l.Row))),
            ];

        int RowIndex(ShownRow row) => Enumerable.Range(0, shown.Rows.Count).First(i => ReferenceEquals(shown.Rows[i], row));
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
