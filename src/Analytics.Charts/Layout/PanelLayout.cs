namespace Analytics.Charts;

/// <summary>Small multiples: one small chart for each panel, in a grid, all on the same axes.</summary>
internal static class PanelLayout
{
    /// <summary>The body in the grid that gives the small charts the best shape, or null when none fits.</summary>
    public static Body? Fit(BodyRoom room)
    {
        var panels = room.Marks.GroupBy(m => m.Panel).Select(g => (Name: g.Key, Marks: (IReadOnlyList<ChartMark>)[.. g])).ToList();
        foreach (var columns in Enumerable.Range(1, Math.Min(panels.Count, 6)).OrderBy(c => Shape(room, c, panels.Count)))
        {
            if (Grid(room, panels, columns) is { } body)
                return body;
        }

        return null;
    }

    /// <summary>How far a small chart is from 1.5 times as wide as high; empty places cost.</summary>
    private static double Shape(BodyRoom room, int columns, int count)
    {
        var rows = (count + columns - 1) / columns;
        var ratio = room.Width / columns / Math.Max(1, room.Height / rows) / 1.5;
        return Math.Max(ratio, 1 / ratio) + (columns * rows - count) * 0.3;
    }

    private static Body? Grid(BodyRoom room, List<(string Name, IReadOnlyList<ChartMark> Marks)> panels, int columns)
    {
        var (sizes, palette) = (room.Sizes, Palette.For(room.Spec.Style));
        var rows = (panels.Count + columns - 1) / columns;
        var (across, down) = (sizes.Row * 1.4, sizes.Row * 0.9);
        var (width, height) = ((room.Width - (columns - 1) * across) / columns, (room.Height - (rows - 1) * down) / rows);
        if (width <= 0 || height <= 0)
            return null;
        var names = panels.Select(p => LineBreaker.Break(p.Name, sizes.Row, bold: true, width)).ToList();
        var head = names.Max(n => TextMetrics.Height(n.Count, sizes.Row)) + sizes.Row * 0.45;
        var (items, anchors, strays) = (new List<SceneItem>(), new List<MarkAnchor>(), Strays.None);
        foreach (var (i, panel) in panels.Index())
        {
            var cell = room with { Marks = panel.Marks, Peers = room.Marks, Width = width, Height = height - head, IsPanel = true };
            if (cell.Height <= 0 || ChartLayout.FitKind(cell) is not { } body)
                return null;
            var stack = new TextStack(0);
            stack.Add(names[i], sizes.Row, palette.Ink, bold: true);
            var (x, y) = (i % columns * (width + across), i / columns * (height + down));
            items.AddRange(stack.Items.Select(item => item.Moved(x, y)));
            items.AddRange(body.Block.At(x, y + head));
            anchors.AddRange(body.Anchors.Select(a => a.Moved(x, y + head)));
            strays = strays.With(body.Strays);
        }
        return new Body(new Block(rows * (height + down) - down, items)) { Anchors = anchors, Strays = strays };
    }
}
