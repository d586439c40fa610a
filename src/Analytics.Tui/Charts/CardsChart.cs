using Analytics.Charts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Tui.Catalogue;

namespace Analytics.Tui.Charts;

/// <summary>Cards with one figure each, as many beside one another as there is room for.</summary>
internal static class CardsChart
{
    private const int LeastCard = 22;

    public static void Draw(ChartDrawing drawing, IReadOnlyList<ChartMark> marks, PictureLines into)
    {
        var across = Math.Clamp((drawing.Width + 1) / (LeastCard + 1), 1, Math.Max(1, marks.Count));
        var width = (drawing.Width + 1) / across - 1;
        foreach (var row in marks.Chunk(across))
        {
            var texts = row.Select(m => Lines(m, drawing, width - 4)).ToList();
            var canvas = new CellCanvas(drawing.Width, texts.Max(t => t.Count) + 2, drawing.Ambiguous);
            foreach (var (i, text) in texts.Index())
            {
                var card = new CellRect(i * (width + 1), 0, width, canvas.Height);
                canvas.Box(card, Theme.Dim);
                StyledLines.Draw(canvas.Region(new CellRect(card.X + 2, 1, width - 3, canvas.Height - 2)), text, 0);
            }
            into.Add(
                canvas,
                row.Index().Select(m => new MarkPlace(1, m.Index * (width + 1) + 1, width - 2, drawing.IndexOf(m.Item))).ToList()
            );
        }
    }

    private static IReadOnlyList<StyledLine> Lines(ChartMark mark, ChartDrawing drawing, int width) =>
        [
            .. StyledLine.Of(mark.Category).Wrap(width, drawing.Ambiguous),
            .. StyledLine.Of([.. RowsChart.LabelPieces(mark, drawing)]).Wrap(width, drawing.Ambiguous),
            .. mark.Detail is { Length: > 0 } detail ? StyledLine.Of(detail, Theme.Dim).Wrap(width, drawing.Ambiguous) : [],
            .. drawing.NotesOf(mark).SelectMany(n => StyledLine.Of("^ " + n.Text).Wrap(width, drawing.Ambiguous)),
        ];
}
