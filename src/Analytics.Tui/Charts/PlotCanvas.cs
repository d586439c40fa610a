using Analytics.Charts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Charts;

/// <summary>A range of values, as stored, and the round numbers on it.</summary>
internal sealed record PlotRange(double Low, double High)
{
    /// <summary>
    /// The range that holds the figures, their bounds and the values they are held against; one value gets some room around it.
    /// </summary>
    public static PlotRange OfValues(ChartSpec spec)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var mark in spec.Marks)
        {
            foreach (var value in (ReadOnlySpan<double?>)[mark.Value, mark.Low, mark.High])
            {
                if (value is { } v)
                    (low, high) = (Math.Min(low, v), Math.Max(high, v));
            }
        }

        foreach (var reference in spec.References)
            (low, high) = (Math.Min(low, reference.Value), Math.Max(high, reference.Value));
        return Around(double.IsFinite(low) ? ChartScale.StartOf(spec, low) : low, high);
    }

    public static PlotRange OfPositions(ChartSpec spec)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var mark in spec.Marks)
        {
            if (mark.X is { } x)
                (low, high) = (Math.Min(low, x), Math.Max(high, x));
        }

        return Around(low, high);
    }

    private static PlotRange Around(double low, double high) =>
        high > low ? new PlotRange(low, high)
        : double.IsFinite(low) ? new PlotRange(low - Math.Max(1, Math.Abs(low) / 10), low + Math.Max(1, Math.Abs(low) / 10))
        : new PlotRange(0, 1);

    /// <summary>Where a value lies, from 0 to 1.</summary>
    public double Share(double value) => (value - Low) / (High - Low);
}

/// <summary>An area of braille dots, two by four a cell, with a value axis at its left; real text is written over it.</summary>
internal sealed class PlotCanvas
{
    private readonly ChartDrawing _drawing;
    private readonly byte[] _dots;
    private readonly byte[] _series;
    private readonly bool[] _taken;

    /// <summary>An area with room for the numbers of its axis at the left and for other things around it.</summary>
    public PlotCanvas(ChartDrawing drawing, PlotRange values, int height, int left = 0, int right = 0, int below = 2)
    {
        (_drawing, Values) = (drawing, values);
        var factor = drawing.Spec.Unit.Factor;
        var ticks = ChartFacts
            .RoundNumbers(values.Low * factor, values.High * factor, Math.Max(2, height / 3))
            .Select(t =>
                (
                    t / factor,
                    ChartFacts.AxisNumber(t, Math.Max(Math.Abs(values.Low), Math.Abs(values.High)) * factor, drawing.Spec.Language)
                )
            )
            .ToList();
        var numbers = left > 0 ? left : Math.Max(3, ticks.Max(t => drawing.Measure(t.Item2))) + 2;
        Area = new CellRect(numbers, 0, Math.Max(8, drawing.Width - numbers - right), height);
        Canvas = new CellCanvas(drawing.Width, height + below, drawing.Ambiguous);
        (_dots, _series, _taken) = (
            new byte[Area.Width * height],
            new byte[Area.Width * height],
            new bool[drawing.Width * (height + below)]
        );
        if (left == 0)
            DrawTicks(ticks);
    }

    public CellCanvas Canvas { get; }

    public CellRect Area { get; }

    public PlotRange Values { get; }

    public int DotsAcross => Area.Width * 2;

    /// <summary>The row of dots of a value, from the top.</summary>
    public int DotRow(double value) => (int)Math.Round((1 - Values.Share(value)) * (Area.Height * 4 - 1));

    /// <summary>The cell of a dot.</summary>
    public (int X, int Y) CellOf(int x, int y) => (Area.X + Math.Clamp(x / 2, 0, Area.Width - 1), Math.Clamp(y / 4, 0, Area.Height - 1));

    public void Dot(int x, int y, int run)
    {
        if (x < 0 || y < 0 || x >= DotsAcross || y >= Area.Height * 4)
            return;
        var cell = y / 4 * Area.Width + x / 2;
        _dots[cell] |= (y % 4, x % 2) switch
        {
            (3, 0) => 0x40,
            (3, _) => 0x80,
            (var r, 0) => (byte)(1 << r),
            (var r, _) => (byte)(8 << r),
        };
        _series[cell] = (byte)run;
    }

    /// <summary>A stroke; a loose one is dashed, because one of its ends is not an exact figure.</summary>
    public void Stroke((int X, int Y) from, (int X, int Y) to, int run, bool isLoose)
    {
        var steps = Math.Max(1, Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)));
        for (var i = 0; i <= steps; i++)
        {
            if (!isLoose || i % 4 < 2)
            {
                Dot(
                    from.X + (int)Math.Round((double)(to.X - from.X) * i / steps),
                    from.Y + (int)Math.Round((double)(to.Y - from.Y) * i / steps),
                    run
                );
            }
        }
    }

    /// <summary>Puts the dots and the lines of named values on the canvas; what is written after stands over them.</summary>
    public void Settle()
    {
        References(Theme.Dim);
        for (var y = 0; y < Area.Height; y++)
        {
            for (var x = 0; x < Area.Width; x++)
            {
                if (_dots[y * Area.Width + x] is var bits and > 0)
                    Canvas.Write(Area.X + x, y, ((char)(0x2800 + bits)).ToString(), ChartStyles.Series(_series[y * Area.Width + x]));
            }
        }
    }

    /// <summary>The lines of named values, every other cell, so that what lies behind can be read.</summary>
    public void References(Style style)
    {
        foreach (var reference in _drawing.Spec.References)
        {
            for (var x = 0; x < Area.Width; x += 2)
                Canvas.Write(Area.X + x, CellOf(0, DotRow(reference.Value)).Y, _drawing.Ambiguous == AmbiguousWidth.One ? "┄" : "-", style);
        }
    }

    /// <summary>Writes a sign that no label may cover.</summary>
    public void Sign(int x, int y, char sign, Style style)
    {
        Canvas.Write(x, y, sign.ToString(), style);
        _taken[y * _drawing.Width + x] = true;
    }

    /// <summary>Writes a label at the first free place around a cell; false where there is none.</summary>
    public bool Label(int x, int y, string text, Style style)
    {
        var width = _drawing.Measure(text);
        foreach (var (left, row) in ((int, int)[])[(x + 2, y), (x - width - 1, y), (x - width / 2, y - 1), (x - width / 2, y + 1)])
        {
            if (!IsFree(left, row, width))
                continue;
            Canvas.Write(left, row, text, style);
            for (var i = 0; i < width; i++)
                _taken[row * _drawing.Width + left + i] = true;
            return true;
        }
        return false;
    }

    private bool IsFree(int left, int row, int width)
    {
        if (left < Area.X || left + width > Area.Right || row < 0 || row >= Area.Height)
            return false;
        // A cell on either side keeps labels and points apart.
        for (var x = Math.Max(0, left - 1); x < Math.Min(_drawing.Width, left + width + 1); x++)
        {
            if (_taken[row * _drawing.Width + x])
                return false;
        }

        return true;
    }

    private void DrawTicks(IReadOnlyList<(double Value, string Text)> ticks)
    {
        Canvas.VerticalLine(Area.X - 1, 0, Area.Height, Theme.Dim);
        var free = int.MaxValue;
        foreach (var (value, text) in ticks)
        {
            var y = CellOf(0, DotRow(value)).Y;
            if (y >= free)
                continue;
            Canvas.Write(Area.X - 1 - _drawing.Measure(text), y, text, Theme.Dim);
            Canvas.Write(Area.X - 1, y, _drawing.Ambiguous == AmbiguousWidth.One ? "┤" : "+", Theme.Dim);
            free = y;
        }
    }
}
