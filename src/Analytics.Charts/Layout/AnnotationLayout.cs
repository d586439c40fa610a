namespace Analytics.Charts;

/// <summary>
/// Writes annotations beside their marks, as near as they meet no text and no mark. A note that does not touch its mark is
/// tied to it by a thin line, and only stands where that line crosses no text, no other note and no other mark. What finds
/// no such place strays.
/// </summary>
internal static class AnnotationLayout
{
    /// <summary>The body with its annotations.</summary>
    public static Body Place(BodyRoom room, Body body)
    {
        var spec = room.Spec;
        if (body.Anchors.Count == 0 || spec.Annotations.Count == 0)
            return body;
        var (board, palette) = (new NoteBoard(room, body), Palette.For(spec.Style));
        var (items, strays) = (new List<SceneItem>(body.Block.Items), new List<ChartAnnotation>());
        foreach (var annotation in spec.Annotations.Where(a => a.Place != NotePlace.Footer))
        {
            var numbered = annotation.Place == NotePlace.Numbered;
            var lines = numbered
                ? [annotation.Sign]
                : LineBreaker.Break(annotation.Text, room.Sizes.Small, bold: false, Math.Max(room.Sizes.Small * 9, room.Width * 0.26));
            var anchor = body.Anchors.FirstOrDefault(a => a.Answers(annotation));
            if (anchor is { IsNoted: true })
                continue;
            var spot = anchor is null ? null : board.Take(anchor, lines, mayTie: !numbered);
            if (spot is null)
                strays.Add(annotation);
            else
                items.AddRange(Written(spot, lines, room.Sizes, palette));
        }
        return body with { Block = body.Block with { Items = items }, Strays = body.Strays.With(new Strays(strays, [])) };
    }

    private static IEnumerable<SceneItem> Written(NoteSpot spot, IReadOnlyList<string> lines, Sizes sizes, Palette palette)
    {
        if (spot.Tie is var (from, to))
            yield return new LineItem([from, to], palette.Soft, Math.Max(1, sizes.Stroke * 0.5)) { Role = LineRole.Tie };
        var stack = new TextStack(spot.Box.Y + sizes.Small * NoteBoard.Inset / 2);
        stack.Add(lines, sizes.Small, palette.Ink, x: spot.Box.X + sizes.Small * NoteBoard.Inset);
        foreach (var item in stack.Items)
            yield return item;
    }
}

/// <summary>Where a note stands, and the line that ties it to its mark; null where it touches it.</summary>
internal sealed record NoteSpot(Box Box, (Spot From, Spot To)? Tie);

/// <summary>What is taken in a body, and the best free place for one more note.</summary>
internal sealed class NoteBoard
{
    /// <summary>Room at either side of a note, in em.</summary>
    public const double Inset = 0.2;

    /// <summary>How far from its mark and label a note may stand, in em.</summary>
    private const double Reach = 9;

    /// <summary>A note this near to its mark, in em, needs no line.</summary>
    private const double Touching = 0.7;

    private readonly double _size;
    private readonly IReadOnlyList<MarkAnchor> _anchors;

    /// <summary>Texts and shapes, which neither a note nor a line may meet.</summary>
    private readonly List<Box> _solid;

    /// <summary>Texts alone: they are no part of a mark.</summary>
    private readonly List<Box> _texts;

    /// <summary>Strokes of marks in small steps, which neither a note nor a line may meet.</summary>
    private readonly List<Box> _strokes;

    /// <summary>Ties and references in small steps, which a note must not meet, and a line should not.</summary>
    private readonly List<Box> _lines;

    public NoteBoard(BodyRoom room, Body body)
    {
        (_size, _anchors) = (room.Sizes.Small, body.Anchors);
        var palette = Palette.For(room.Spec.Style);
        var items = body.Block.Items.Flat().ToList();
        _texts = [.. items.OfType<TextItem>().Select(t => t.Box)];
        _solid = [.. items.Select(i => Shape(i, palette)).OfType<Box>()];
        var lines = items
            .OfType<LineItem>()
            .Where(l => l.Color != palette.Grid && l.Color != palette.Axis && l.Color != palette.Ground)
            .ToList();
        _strokes = [.. lines.Where(l => l.Role == LineRole.Plain).SelectMany(l => Along(l, _size * 0.5))];
        _lines = [.. lines.Where(l => l.Role != LineRole.Plain).SelectMany(l => Along(l, _size * 0.5))];
    }

    /// <summary>Takes the nearest free place for a note; null where there is none.</summary>
    /// <param name="anchor">What the note is about.</param>
    /// <param name="lines">What it says.</param>
    /// <param name="mayTie">Whether it may stand away from its mark.</param>
    public NoteSpot? Take(MarkAnchor anchor, IReadOnlyList<string> lines, bool mayTie)
    {
        var (width, height) = (
            lines.Max(l => ChartFonts.Width(l, _size)) + _size * Inset * 2,
            TextMetrics.Height(lines.Count, _size) + _size * Inset
        );
        var reach = Group(anchor).Grown(mayTie ? Reach * _size : Touching * _size);
        var near = Near(new Box(reach.X - width, reach.Y - height, reach.Width + 2 * width, reach.Height + 2 * height), anchor);
        var (best, least) = ((NoteSpot?)null, double.MaxValue);
        foreach (
            var (box, cost) in Places(anchor, reach, width, height)
                .Where(b => anchor.Within.Holds(b, 0.5))
                .Select(b => (Box: b, Cost: Distance(b, anchor)))
                .OrderBy(p => p.Cost)
        )
        {
            if (cost >= least)
                break;
            if (!near.IsFree(box) || near.Tied(box, anchor, mayTie) is not var (tie, more) || cost + more >= least)
                continue;
            (best, least) = (new NoteSpot(box, tie), cost + more);
        }
        if (best is null)
            return null;
        _texts.Add(best.Box);
        _solid.Add(best.Box);
        if (best.Tie is var (from, to))
            _lines.AddRange(Along(new LineItem([from, to], "", 1), _size * 0.3));
        return best;
    }

    /// <summary>What of the board matters around a mark: searching few boxes many times is what makes this fast.</summary>
    private NoteBoard Near(Box area, MarkAnchor anchor) =>
        new(
            _size,
            [.. _anchors.Where(a => a.Shape.Overlaps(area) || a.Label is { } label && label.Overlaps(area))],
            [.. _solid.Where(b => area.Overlaps(b)), anchor.Shape, .. anchor.Label is { } own ? [own] : Array.Empty<Box>()],
            [.. _texts.Where(b => area.Overlaps(b))],
            [.. _strokes.Where(b => area.Overlaps(b))],
            [.. _lines.Where(b => area.Overlaps(b))]
        );

    private NoteBoard(
        double size,
        IReadOnlyList<MarkAnchor> anchors,
        List<Box> solid,
        List<Box> texts,
        List<Box> strokes,
        List<Box> lines
    ) => (_size, _anchors, _solid, _texts, _strokes, _lines) = (size, anchors, solid, texts, strokes, lines);

    private bool IsFree(Box box) =>
        !_solid.Any(t => t.Overlaps(box)) && !_strokes.Any(t => t.Overlaps(box)) && !_lines.Any(t => t.Overlaps(box));

    /// <summary>Rows of places above, beside and below the mark.</summary>
    private IEnumerable<Box> Places(MarkAnchor anchor, Box reach, double width, double height)
    {
        var (shape, group) = (anchor.Shape, Group(anchor));
        var middle = group.Y + group.Height / 2;
        double[] tops =
        [
            middle - height / 2,
            group.Y - height - _size * 0.15,
            group.Bottom + _size * 0.15,
            shape.Y - height - _size * 0.3,
            shape.Bottom + _size * 0.3,
            .. Steps(_size * 0.5, middle - height / 2),
            .. Steps(-_size * 0.5, middle - height / 2),
        ];
        var center = shape.X + shape.Width / 2;
        double[] lefts =
        [
            group.Right + _size * 0.45,
            group.X - width - _size * 0.45,
            center - width / 2,
            shape.X,
            shape.Right - width,
            .. Across(),
        ];
        return tops.SelectMany(top => lefts.Select(left => new Box(left, top, width, height)));

        IEnumerable<double> Steps(double step, double from)
        {
            for (var at = from + step; at > reach.Y - height && at < reach.Bottom; at += step)
                yield return at;
        }

        IEnumerable<double> Across()
        {
            for (var at = reach.X - width; at <= reach.Right; at += _size * 0.8)
                yield return at;
        }
    }

    private static Box Group(MarkAnchor anchor) =>
        anchor.Label is { } label
            ? Around(
                new Spot(Math.Min(label.X, anchor.Shape.X), Math.Min(label.Y, anchor.Shape.Y)),
                new Spot(Math.Max(label.Right, anchor.Shape.Right), Math.Max(label.Bottom, anchor.Shape.Bottom))
            )
            : anchor.Shape;

    private static Box Around(Spot from, Spot to) => new(from.X, from.Y, to.X - from.X, to.Y - from.Y);

    /// <summary>
    /// Sideways is nearer than up and down, right nearer than left; among equally near places the one over the mark's middle.
    /// </summary>
    private static double Distance(Box box, MarkAnchor anchor)
    {
        var near = anchor.Label is { } label ? Math.Min(From(anchor.Shape), From(label)) : From(anchor.Shape);
        return near + Math.Abs(box.X + box.Width / 2 - anchor.Shape.X - anchor.Shape.Width / 2) * 0.02;

        double From(Box to) =>
            Math.Max(0, box.X - to.Right)
            + Math.Max(0, to.X - box.Right) * 1.3
            + Math.Max(0, Math.Max(box.Y - to.Bottom, to.Y - box.Bottom)) * 1.8;
    }

    /// <summary>
    /// The line that a note there needs and what it costs; null where every line would cross what it must not, or where none is allowed
    /// but needed.
    /// </summary>
    private ((Spot, Spot)? Tie, double Cost)? Tied(Box box, MarkAnchor anchor, bool mayTie)
    {
        var gap = anchor.Label is { } own ? Math.Min(Gap(box, anchor.Shape), Gap(box, own)) : Gap(box, anchor.Shape);
        if (gap <= _size * Touching && IsNearestTo(box, anchor, gap))
            return (null, 0);
        if (!mayTie)
            return null;
        ((Spot, Spot)? Tie, double Cost)? best = null;
        foreach (var (from, own2) in Starts(box, anchor))
        {
            var to = box.Nearest(from);
            if (Blocked(from, to, anchor, own2))
                continue;
            var cost = _size + Length(from, to) * 0.1 + _size * 3 * _lines.Count(l => l.Meets(from, to));
            if (best is null || cost < best.Value.Cost)
                best = ((from, to), cost);
        }
        return best;
    }

    /// <summary>
    /// Points at the edge of the mark and of its label that a line to the note may start from, with the box that it leaves.
    /// </summary>
    private static IEnumerable<(Spot From, Box Own)> Starts(Box box, MarkAnchor anchor)
    {
        var middle = new Spot(box.X + box.Width / 2, box.Y + box.Height / 2);
        yield return (anchor.Shape.Nearest(middle), anchor.Shape);
        var near = anchor.Shape.Nearest(
            box.Nearest(new Spot(anchor.Shape.X + anchor.Shape.Width / 2, anchor.Shape.Y + anchor.Shape.Height / 2))
        );
        yield return (near, anchor.Shape);
        if (anchor.Label is { } label)
            yield return (label.Nearest(middle), label);
    }

    private bool Blocked(Spot from, Spot to, MarkAnchor anchor, Box own) =>
        _texts.Any(t => !own.Holds(t, 1) && t.Meets(from, to))
        || anchor.Label is { } label && label != own && label.Meets(from, to)
        || _solid.Any(t => !Belongs(t, anchor) && t.Meets(from, to))
        || _strokes.Any(s => s.Meets(from, to) && !s.Overlaps(anchor.Shape.Grown(_size * 0.3)));

    private static bool Belongs(Box box, MarkAnchor anchor) =>
        anchor.Shape.Holds(box, 2) || box.Holds(anchor.Shape, 2) || anchor.Label is { } label && label.Holds(box, 2);

    /// <summary>A note that touches its mark without a line must not be read as another's.</summary>
    private bool IsNearestTo(Box box, MarkAnchor anchor, double gap) =>
        !_anchors.Any(a =>
            !ReferenceEquals(a, anchor)
            && !Belongs(a.Shape, anchor)
            && (Gap(box, a.Shape) < gap + _size * 0.3 || a.Label is { } label && Gap(box, label) < gap + _size * 0.3)
        );

    private static double Gap(Box first, Box second) =>
        Math.Max(
            Math.Max(first.X - second.Right, second.X - first.Right),
            Math.Max(Math.Max(first.Y - second.Bottom, second.Y - first.Bottom), 0)
        );

    private static double Length(Spot from, Spot to) => Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y);

    /// <summary>What an item covers; grid lines and grounds cover nothing.</summary>
    private static Box? Shape(SceneItem item, Palette palette) =>
        item switch
        {
            TextItem text => text.Box,
            RectItem rect when rect.Color != palette.Ground || rect.Outline > 0 => rect.Box,
            CircleItem circle => new Box(circle.Center.X, circle.Center.Y, 0, 0).Grown(circle.Radius),
            PolygonItem polygon => Around(
                new Spot(polygon.Points.Min(p => p.X), polygon.Points.Min(p => p.Y)),
                new Spot(polygon.Points.Max(p => p.X), polygon.Points.Max(p => p.Y))
            ),
            _ => null,
        };

    private static IEnumerable<Box> Along(LineItem line, double side) =>
        line
            .Points.Zip(line.Points.Skip(1))
            .SelectMany(ends =>
            {
                var (from, to) = ends;
                var steps = Math.Clamp((int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / side), 1, 400);
                return Enumerable
                    .Range(0, steps + 1)
                    .Select(i => new Box(from.X + (to.X - from.X) * i / steps, from.Y + (to.Y - from.Y) * i / steps, 0, 0).Grown(side / 2));
            });
}
