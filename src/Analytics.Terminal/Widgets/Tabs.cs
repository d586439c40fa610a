using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Widgets;

/// <summary>A row of tabs of which one is active.</summary>
public sealed record Tabs(IReadOnlyList<string> Titles, int Active)
{
    /// <summary>The tabs with the next one active, round and round.</summary>
    public Tabs Next() => this with { Active = Titles.Count == 0 ? 0 : (Active + 1) % Titles.Count };

    /// <summary>The tabs with the one before active, round and round.</summary>
    public Tabs Previous() => this with { Active = Titles.Count == 0 ? 0 : (Active + Titles.Count - 1) % Titles.Count };

    /// <summary>The tabs with that one active, if there is one.</summary>
    public Tabs Select(int index) => index >= 0 && index < Titles.Count ? this with { Active = index } : this;

    /// <summary>The tab at a column of a canvas the tabs were drawn on; null where there is none.</summary>
    public int? TabAt(int x, CellCanvas canvas)
    {
        var right = -First(canvas);
        for (var i = 0; i < Titles.Count; i++)
        {
            var left = right;
            right += canvas.Measure(Titles[i]) + 3;
            if (x >= left && x < right - 1)
                return i;
        }
        return null;
    }

    /// <summary>Draws the tabs on the first row of a canvas, scrolled so that the active one shows.</summary>
    public void Draw(CellCanvas canvas, Style inactive, Style active)
    {
        canvas.Fill(new(0, 0, canvas.Width, 1), inactive);
        var x = -First(canvas);
        for (var i = 0; i < Titles.Count; i++)
            x = canvas.Write(x, 0, $" {Titles[i]} ", i == Active ? active : inactive) + 1;
    }

    private int First(CellCanvas canvas)
    {
        var end = Titles.Take(Active + 1).Sum(title => canvas.Measure(title) + 3) - 1;
        return Math.Max(0, end - canvas.Width);
    }
}
