namespace Analytics.Charts;

/// <summary>
/// Cards with one large figure each, in the grid that gives them the best shape. They fill the room: text grows with the
/// cards up to a limit, and cards that would become towers stand in the middle of the height.
/// </summary>
internal static class KpiLayout
{
    /// <summary>How many times its comfortable size the text of a card may have, from the largest.</summary>
    private static readonly double[] Growths = [2.2, 2, 1.8, 1.6, 1.45, 1.3, 1.15];

    /// <summary>The body, or null when a card's text does not fit at these sizes.</summary>
    public static Body? Fit(BodyRoom room)
    {
        // Small charts of cards are all of one grid.
        var count = room.Peers.GroupBy(m => m.Panel).Max(g => g.Count());
        foreach (var columns in Enumerable.Range(1, Math.Min(count, 6)).OrderBy(Shape))
        {
            if (Of(columns, 1).Arrange() is { } body)
                return Growths.Select(g => Of(columns, g).Arrange()).FirstOrDefault(b => b is not null) ?? body;
        }

        return null;

        Grid Of(int columns, double growth) => new(room, columns, (count + columns - 1) / columns, growth);
        // A card reads best about 1.7 times as wide as high; empty places cost.
        double Shape(int columns)
        {
            var grid = Of(columns, 1);
            var ratio = grid.CardWidth / Math.Max(1, grid.CardHeight) / 1.7;
            return Math.Max(ratio, 1 / ratio) + (columns * grid.Rows - count) * 0.7;
        }
    }

    private sealed class Grid(BodyRoom room, int columns, int rows, double growth)
    {
        private readonly Sizes _sizes = room.Sizes;
        private readonly Palette _palette = Palette.For(room.Spec.Style);

        public int Rows => rows;
        private double Gap => _sizes.Gap;
        private double Name => _sizes.Row * (1 + (growth - 1) * 0.6);
        private double Small => _sizes.Small * (1 + (growth - 1) * 0.6);
        private double Inset => _sizes.Row * 1.1 * Math.Min(growth, 1.5);
        public double CardWidth => (room.Width - (columns - 1) * Gap) / columns;
        public double CardHeight => Math.Min((room.Height - (rows - 1) * Gap) / rows, Math.Max(CardWidth, _sizes.Row * 13));
        private double Inner => CardWidth - 2 * Inset;

        /// <summary>Figures of one chart have one size, that of the longest.</summary>
        private double FigureSize =>
            field > 0
                ? field
                : field = room.Peers.Where(m => m.Presence == MarkPresence.Figure).Select(m => SizeOf(m)).DefaultIfEmpty(Name).Min();

        public Body? Arrange()
        {
            if (CardWidth < _sizes.Row * 4 + 2 * Inset)
                return null;
            // A figure that the width keeps small would be lost under a large name.
            if (growth > 1 && FigureSize < Name * 1.9)
                return null;
            var texts = room.Peers.Distinct().ToDictionary(m => m, Text);
            var tallest = texts.Values.Max(t => t.Height);
            if (tallest + 2 * Inset * (growth > 1 ? 1 : 0.8) > CardHeight)
                return null;
            var top = Math.Max(0, (room.Height - rows * (CardHeight + Gap) + Gap) / 2);
            var items = room.Marks.SelectMany(
                (mark, i) =>
                    Card(mark, texts[mark], (CardHeight - tallest) / 2)
                        .Select(item => item.Moved(i % columns * (CardWidth + Gap), top + i / columns * (CardHeight + Gap)))
            );
            return new Body(new Block(room.Height, [.. items]));
        }

        /// <summary>One card; all texts start at the same height, so that cards in a row line up.</summary>
        private IEnumerable<SceneItem> Card(ChartMark mark, Block text, double top) => [.. Ground(mark), .. text.At(Inset, top)];

        /// <summary>Name, figure, detail, remarks, doubt and sources.</summary>
        private Block Text(ChartMark mark)
        {
            var (inner, notes, stack) = (Inner, MarkNotes.Of(room.Spec, m => ReferenceEquals(m, mark)), new TextStack(0));
            stack.Add(LineBreaker.Break(mark.Category, Name, bold: false, inner), Name, _palette.Soft);
            stack.Skip(Name * 0.4);
            Figure(stack, mark, inner);
            stack.Skip(Name * 0.6);
            stack.Add(LineBreaker.Break(mark.Detail ?? "", Small, bold: false, inner), Small, _palette.Ink);
            foreach (var note in notes.Texts)
            {
                stack.Skip(Small * 0.3);
                stack.Add(LineBreaker.Break(note, Small, bold: false, inner), Small, _palette.Ink);
            }
            stack.Skip(Small * 0.3);
            stack.Add(
                LineBreaker.Break(Tail(mark, notes.Signs), Small, bold: false, inner),
                Small,
                mark.Status == MarkStatus.Normal ? _palette.Soft : _palette.Doubt
            );
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
            var widest = missing ? Name * 1.3 : _sizes.Row * 3 * growth;
            // A hair less than the width, which rounding would otherwise break into two lines.
            return Math.Clamp(
                widest * 0.999 * Inner / Math.Max(1, ChartFonts.Width(ChartDescription.Reading(mark, room.Spec), widest, !missing)),
                Name,
                widest
            );
        }

        private string Tail(ChartMark mark, string signs) =>
            string.Join(
                ' ',
                new[] { ChartDescription.Doubt(mark, room.Spec.Language), ValueLabel.SourceNumbers(mark.Sources), signs }.Where(t =>
                    t.Length > 0
                )
            );

        /// <summary>The card, with a rule at its left: solid for a figure, dashed for a doubtful one, quiet for a missing one.</summary>
        private IEnumerable<SceneItem> Ground(ChartMark mark)
        {
            var color = mark.Presence != MarkPresence.Figure ? _palette.Axis : MarkShapes.Color(mark, _palette);
            var rule = Math.Max(3, _sizes.Base * 0.2);
            yield return new RectItem(new Box(0, 0, CardWidth, CardHeight), _palette.Card);
            yield return new LineItem([new(rule / 2, 0), new(rule / 2, CardHeight)], color, rule)
            {
                Dashed = mark.Status != MarkStatus.Normal || mark.Presence != MarkPresence.Figure,
            };
        }
    }
}
