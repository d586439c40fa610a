namespace Analytics.Charts;

/// <summary>Where a mark stands in a body, for what is tied to it.</summary>
internal sealed record MarkAnchor(ChartMark Mark, Spot At);

/// <summary>Writes annotations beside their marks, as near as they meet no text and no mark, each tied to its mark by a thin line.</summary>
internal static class AnnotationLayout
{
    /// <summary>Rows of places that are tried above and below a mark.</summary>
    private const int RowsTried = 9;

    /// <summary>The body with its annotations, or null when one of them has no free place.</summary>
    public static Body? Place(BodyRoom room, Body body)
    {
        var palette = Palette.For(room.Spec.Style);
        var taken = body.Block.Items.SelectMany(i => Taken(i, palette, room.Sizes)).ToList();
        var items = new List<SceneItem>(body.Block.Items);
        foreach (var annotation in room.Spec.Annotations)
        {
            if (body.Anchors.FirstOrDefault(a => annotation.IsOf(a.Mark)) is not { } anchor) return null;
            var lines = LineBreaker.Break(annotation.Text, room.Sizes.Small, bold: false, Math.Max(room.Sizes.Small * 9, room.Width * 0.26));
            if (Free(room, body, taken, anchor.At, lines) is not { } box) return null;
            taken.Add(box);
            items.AddRange(Written(box, anchor.At, lines, room.Sizes, palette));
        }
        return body with { Block = body.Block with { Items = items } };
    }

    /// <summary>The nearest free place; sideways is nearer than up and down, right nearer than left.</summary>
    private static Box? Free(BodyRoom room, Body body, List<Box> taken, Spot at, IReadOnlyList<string> lines)
    {
        var size = room.Sizes.Small;
        var (width, height) = (lines.Max(l => ChartFonts.Width(l, size)) + size * 0.4, TextMetrics.Height(lines.Count, size) + size * 0.2);
        var bounds = new Box(0, 0, room.Width, body.Block.Height);
        return Places(at, size, width, height, room.Width).Where(p => bounds.Holds(p.Box, 0.5) && !taken.Any(t => t.Overlaps(p.Box)))
            .OrderBy(p => p.Cost).Select(p => (Box?)p.Box).FirstOrDefault();
    }

    private static IEnumerable<(Box Box, double Cost)> Places(Spot at, double size, double width, double height, double reach)
    {
        for (var row = -RowsTried; row <= RowsTried; row++)
            for (var aside = size; aside < reach; aside += size * 0.7)
            {
                var (top, away) = (at.Y - height / 2 + row * size * 0.8, Math.Abs(row) * size * 1.8);
                yield return (new Box(at.X + aside * 0.8, top, width, height), aside + away);
                yield return (new Box(at.X - aside - width, top, width, height), aside * 1.3 + away + size);
            }
    }

    /// <summary>Boxes that an item covers; grid lines and grounds cover nothing, strokes are followed in steps.</summary>
    private static IEnumerable<Box> Taken(SceneItem item, Palette palette, Sizes sizes)
    {
        switch (item)
        {
            case TextItem text: yield return text.Box; break;
            case RectItem rect when rect.Color != palette.Ground || rect.Outline > 0: yield return rect.Box; break;
            case CircleItem circle: yield return new Box(circle.Center.X - circle.Radius, circle.Center.Y - circle.Radius, circle.Radius * 2, circle.Radius * 2); break;
            case PolygonItem polygon:
                var (left, top) = (polygon.Points.Min(p => p.X), polygon.Points.Min(p => p.Y));
                yield return new Box(left, top, polygon.Points.Max(p => p.X) - left, polygon.Points.Max(p => p.Y) - top);
                break;
            case LineItem line when line.Color != palette.Grid && line.Color != palette.Axis:
                for (var i = 1; i < line.Points.Count; i++)
                    foreach (var box in Along(line.Points[i - 1], line.Points[i], sizes.Small * 0.5)) yield return box;
                break;
        }
    }

    private static IEnumerable<Box> Along(Spot from, Spot to, double side)
    {
        var steps = Math.Clamp((int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / side), 1, 400);
        for (var i = 0; i <= steps; i++)
            yield return new Box(from.X + (to.X - from.X) * i / steps - side / 2, from.Y + (to.Y - from.Y) * i / steps - side / 2, side, side);
    }

    private static IEnumerable<SceneItem> Written(Box box, Spot at, IReadOnlyList<string> lines, Sizes sizes, Palette palette)
    {
        var size = sizes.Small;
        var near = new Spot(Math.Clamp(at.X, box.X, box.Right), Math.Clamp(at.Y, box.Y, box.Bottom));
        if (near.Y != at.Y || Math.Abs(near.X - at.X) > size * 1.2)
            yield return new LineItem([at, near], palette.Soft, Math.Max(1, sizes.Stroke * 0.5));
        yield return new RectItem(box, palette.Ground);
        var stack = new TextStack(box.Y + size * 0.1);
        stack.Add(lines, size, palette.Ink, x: box.X + size * 0.2);
        foreach (var item in stack.Items) yield return item;
    }
}
