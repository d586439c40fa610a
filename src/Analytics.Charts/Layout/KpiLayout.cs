namespace Analytics.Charts;

/// <summary>Cards with one large figure each, in the grid that gives them the best shape.</summary>
internal static class KpiLayout
{
    /// <summary>The body, or null when a card's text does not fit at these sizes.</summary>
    public static Body? Fit(BodyRoom room)
    {
        var count = room.Marks.Count;
        Body? best = null;
        var bestShape = double.MaxValue;
        for (var columns = 1; columns <= Math.Min(count, 6); columns++)
        {
            var grid = new Grid(room, columns, (count + columns - 1) / columns);
            // A card reads best about 1.7 times as wide as high; empty places cost.
            var ratio = grid.CardWidth / Math.Max(1, grid.CardHeight) / 1.7;
            var shape = Math.Max(ratio, 1 / ratio) + (columns * grid.Rows - count) * 0.3;
            if (shape >= bestShape || grid.Arrange() is not { } body) continue;
            (best, bestShape) = (body, shape);
        }
        return best;
    }

    private sealed class Grid(BodyRoom room, int columns, int rows)
    {
        private readonly Sizes _sizes = room.Sizes;
        private readonly Palette _palette = Palette.For(room.Spec.Style);

        public int Rows => rows;
        private double Gap => _sizes.Gap;
        private double Inset => _sizes.Row * 1.1;
        public double CardWidth => (room.Width - (columns - 1) * Gap) / columns;
        public double CardHeight => Math.Min((room.Height - (rows - 1) * Gap) / rows, _sizes.Row * 13);
        private double Inner => CardWidth - 2 * Inset;

        /// <summary>Figures of one chart have one size, that of the longest.</summary>
        private double FigureSize => field > 0 ? field : field = room.Peers.Where(m => m.Presence == MarkPresence.Figure).Select(m => SizeOf(m)).DefaultIfEmpty(_sizes.Row).Min();

        public Body? Arrange()
        {
            if (CardWidth < _sizes.Row * 4 + 2 * Inset) return null;
            var texts = room.Marks.Select(Text).ToList();
            var tallest = texts.Max(t => t.Height);
            if (tallest + 2 * Inset * 0.8 > CardHeight) return null;
            var items = texts.SelectMany((text, i) => Card(room.Marks[i], text, (CardHeight - tallest) / 2).Select(item => item.Moved(i % columns * (CardWidth + Gap), i / columns * (CardHeight + Gap))));
            return new Body(new Block(rows * (CardHeight + Gap) - Gap, [.. items]));
        }

        /// <summary>One card; all texts start at the same height, so that cards in a row line up.</summary>
        private IEnumerable<SceneItem> Card(ChartMark mark, Block text, double top) => [.. Ground(mark), .. text.At(Inset, top)];

        /// <summary>Name, figure, detail, doubt and sources.</summary>
        private Block Text(ChartMark mark)
        {
            var inner = Inner;
            var stack = new TextStack(0);
            stack.Add(LineBreaker.Break(mark.Category, _sizes.Row, bold: false, inner), _sizes.Row, _palette.Soft);
            stack.Skip(_sizes.Row * 0.4);
            Figure(stack, mark, inner);
            stack.Skip(_sizes.Row * 0.6);
            stack.Add(LineBreaker.Break(mark.Detail ?? "", _sizes.Small, bold: false, inner), _sizes.Small, _palette.Ink);
            stack.Skip(_sizes.Small * 0.3);
            stack.Add(LineBreaker.Break(Tail(mark), _sizes.Small, bold: false, inner), _sizes.Small, mark.Status == MarkStatus.Normal ? _palette.Soft : _palette.Doubt);
            return new Block(stack.Bottom, stack.Items);
        }

        private void Figure(TextStack stack, ChartMark mark, double inner)
        {
            var reading = ChartDescription.Reading(mark, room.Spec);
            var missing = mark.Presence != MarkPresence.Figure;
            var size = missing ? SizeOf(mark) : FigureSize;
            stack.Add(LineBreaker.Break(reading, size, !missing, inner), size, missing ? _palette.Soft : _palette.Ink, bold: !missing);
        }

        /// <summary>The size at which what a card says fits one line, if that is large enough to stand out.</summary>
        private double SizeOf(ChartMark mark)
        {
            var missing = mark.Presence != MarkPresence.Figure;
            var widest = _sizes.Row * (missing ? 1.3 : 3);
            // A hair less than the width, which rounding would otherwise break into two lines.
            return Math.Clamp(widest * 0.999 * Inner / Math.Max(1, ChartFonts.Width(ChartDescription.Reading(mark, room.Spec), widest, !missing)), _sizes.Row, widest);
        }

        private string Tail(ChartMark mark)
        {
            return string.Join(' ', new[] { ChartDescription.Doubt(mark, room.Spec.Language), ValueLabel.SourceNumbers(mark.Sources) }.Where(t => t.Length > 0));
        }

        /// <summary>The card, with a rule at its left: solid for a figure, dashed for a doubtful one, quiet for a missing one.</summary>
        private IEnumerable<SceneItem> Ground(ChartMark mark)
        {
            var color = mark.Presence != MarkPresence.Figure ? _palette.Axis : MarkShapes.Color(mark, _palette);
            var rule = Math.Max(3, _sizes.Base * 0.2);
            yield return new RectItem(new Box(0, 0, CardWidth, CardHeight), _palette.Card);
            yield return new LineItem([new(rule / 2, 0), new(rule / 2, CardHeight)], color, rule) { Dashed = mark.Status != MarkStatus.Normal || mark.Presence != MarkPresence.Figure };
        }
    }
}
