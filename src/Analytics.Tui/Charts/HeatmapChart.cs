using Analytics.Charts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;
using Analytics.Tui.Catalogue;

namespace Analytics.Tui.Charts;

/// <summary>
/// A table of categories across and series down with the figures printed and a shade before each, on one scale for all; none where they do
/// not compare. Missing figures show the sign of their state. Where the columns do not fit side by side, the table goes on below.
/// </summary>
internal static class HeatmapChart
{
    private const int MostNameLines = 4,
        LeastCell = 6;

    public static void Draw(ChartDrawing drawing, IReadOnlyList<ChartMark> marks, PictureLines into)
    {
        var columns = marks.Select(m => m.Category).Distinct().ToList();
        var cells = marks.ToDictionary(m => (m.Series, m.Category));
        var label = Math.Min(drawing.Width / 3, marks.Max(m => drawing.Measure(m.Series)));
        var value = marks.Max(m => drawing.Measure(Text(m, drawing))) + 2;
        var name = columns.Max(c => (drawing.Measure(c) + MostNameLines - 1) / MostNameLines) + 1;
        var cell = Math.Min(Math.Max(Math.Max(value, name), LeastCell), drawing.Width - label - 1);
        foreach (var block in columns.Chunk(Math.Max(1, (drawing.Width - label - 1) / (cell + 1))))
        {
            Heads(drawing, block, label, cell, into);
            foreach (var row in marks.Select(m => m.Series).Distinct())
                Row(drawing, row, block, cells, label, cell, into);
            into.Add(StyledLine.Empty);
        }
    }

    private static void Heads(ChartDrawing drawing, string[] columns, int label, int cell, PictureLines into)
    {
        var names = columns.Select(c => CellText.Wrap(c, cell, drawing.Ambiguous)).ToList();
        for (var line = 0; line < names.Max(n => n.Count); line++)
        {
            into.Add(
                StyledLine.Of(
                    new string(' ', label) + string.Concat(names.Select(n => " " + drawing.Pad(line < n.Count ? n[line] : "", cell))),
                    Theme.Bold
                )
            );
        }
    }

    private static void Row(
        ChartDrawing drawing,
        string row,
        string[] columns,
        Dictionary<(string, string), ChartMark> cells,
        int label,
        int cell,
        PictureLines into
    )
    {
        var names = CellText.Wrap(row, label, drawing.Ambiguous);
        var figures = drawing
            .Spec.Marks.Where(m => m.Presence == MarkPresence.Figure)
            .Select(m => m.Anchor!.Value)
            .DefaultIfEmpty(0)
            .ToList();
        var (low, high) = (Math.Min(0, figures.Min()), figures.Max());
        var pieces = new List<(string, Style)> { (drawing.Pad(names.Count > 0 ? names[0] : "", label), Theme.Plain) };
        foreach (var (i, column) in columns.Index())
        {
            // A pair that the result does not have is not in these sources either.
            var mark = cells.GetValueOrDefault((row, column)) ?? drawing.Spec.Absent(column);
            if (cells.ContainsKey((row, column)))
                into.Place(label + 1 + i * (cell + 1), cell, drawing.IndexOf(mark));
            pieces.Add((" ", Theme.Plain));
            pieces.AddRange(Cell(drawing, mark, Shade(drawing, mark, low, high), cell));
        }
        into.Add(StyledLine.Of(pieces));
        into.Add(names.Skip(1).Select(n => StyledLine.Of(n)));
    }

    private static IEnumerable<(string, Style)> Cell(ChartDrawing drawing, ChartMark mark, char shade, int cell)
    {
        var style =
            mark.Status != MarkStatus.Normal ? Theme.Warning
            : mark.Presence == MarkPresence.Figure ? Theme.Bold
            : Theme.Dim;
        return [(shade + " ", Theme.Bar), (drawing.Pad(Text(mark, drawing), cell - 2), style)];
    }

    private static string Text(ChartMark mark, ChartDrawing drawing) =>
        mark.Presence switch
        {
            MarkPresence.Figure => ChartDescription.Reading(mark, drawing.Spec)
                + (mark.Status == MarkStatus.Normal ? "" : drawing.Points.Doubtful)
                + string.Concat(drawing.NotesOf(mark).Select(n => " " + drawing.Listing(n.Number))),
            MarkPresence.NoSource => drawing.Points.NoSource.ToString(),
            _ => drawing.Points.NotSeen.ToString(),
        };

    /// <summary>A written zero has the palest shade, which is not the blank of a missing figure.</summary>
    private static char Shade(ChartDrawing drawing, ChartMark mark, double low, double high)
    {
        var shades = drawing.Points.Shades;
        if (mark.Presence != MarkPresence.Figure || !drawing.Spec.IsShaded)
            return ' ';
        return high <= low ? shades[1] : shades[1 + (int)Math.Round((mark.Anchor!.Value - low) / (high - low) * (shades.Length - 2))];
    }
}
