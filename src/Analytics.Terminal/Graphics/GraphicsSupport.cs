using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;

namespace Analytics.Terminal.Graphics;

/// <summary>Width and height in pixels.</summary>
public readonly record struct PixelSize(int Width, int Height);

/// <summary>Why no pictures can be shown.</summary>
public enum GraphicsLack
{
    /// <summary>Nothing is lacking.</summary>
    None,

    /// <summary>The terminal has not answered that it shows sixel pictures.</summary>
    Sixel,

    /// <summary>It shows them, but has not told how large a cell is, or nothing that can be.</summary>
    CellSize,
}

/// <summary>
/// What the terminal has answered about pictures so far (<see cref="GraphicsReport"/>). Nothing is guessed: what was not answered is not
/// there.
/// </summary>
public sealed record GraphicsSupport
{
    /// <summary>Nothing is known yet.</summary>
    public static readonly GraphicsSupport None = new();

    /// <summary>Colours a sixel picture has at most, by the format's own usage; terminals may have fewer.</summary>
    public const int MostColors = 256;

    // Below, letters could not be read; above, no screen has such cells and the answer is wrong.
    private const int LeastCellWidth = 4,
        LeastCellHeight = 6,
        LargestCell = 128;

    private PixelSize? _toldCell,
        _window,
        _largest;

    /// <summary>Whether device attributes name sixel; false also while there is no answer.</summary>
    public bool ShowsSixel { get; private init; }

    /// <summary>Colours that a picture can have.</summary>
    public int Colors { get; private init; } = MostColors;

    /// <summary>Whether the terminal's own background is light; null where it has not told.</summary>
    public bool? IsLight { get; private init; }

    /// <summary>With one more answer.</summary>
    public GraphicsSupport With(GraphicsReport report) =>
        report switch
        {
            AttributesReport attributes => this with { ShowsSixel = attributes.ShowsSixel },
            CellSizeReport cell => this with { _toldCell = new(cell.Width, cell.Height) },
            WindowSizeReport told => this with { _window = new(told.Width, told.Height) },
            SixelColorsReport { Count: >= 2 } colors => this with { Colors = Math.Min(colors.Count, MostColors) },
            SixelSizeReport size => this with { _largest = new(size.Width, size.Height) },
            BackgroundReport ground => this with { IsLight = Luma(ground.Rgb) > 127 },
            _ => this,
        };

    /// <summary>After a change of the screen's size: what was told of the whole window no longer holds.</summary>
    public GraphicsSupport Resized() => this with { _window = null };

    /// <summary>What is lacking on a screen of that size.</summary>
    public GraphicsLack Lack(CellSize screen) =>
        !ShowsSixel ? GraphicsLack.Sixel
        : Cell(screen) is null ? GraphicsLack.CellSize
        : GraphicsLack.None;

    /// <summary>
    /// The size of a cell as the terminal told it, else its window's by the number of cells; null where it told neither or something
    /// impossible.
    /// </summary>
    public PixelSize? Cell(CellSize screen)
    {
        if (_toldCell is { } cell && IsPossible(cell))
            return cell;
        return
            _window is { } all
            && screen is { Width: > 0, Height: > 0 }
            && new PixelSize(all.Width / screen.Width, all.Height / screen.Height) is var share
            && IsPossible(share)
            ? share
            : null;
    }

    /// <summary>
    /// The part of an area, from its corner, that one picture can fill; null where pictures cannot be shown, or none so small.
    /// </summary>
    public CellRect? Fit(CellRect area, CellSize screen)
    {
        if (!ShowsSixel || Cell(screen) is not { } cell)
            return null;
        var (width, height) = (area.Width, area.Height);
        if (_largest is { Width: > 0, Height: > 0 } most)
            (width, height) = (Math.Min(width, most.Width / cell.Width), Math.Min(height, most.Height / cell.Height));
        height = Math.Min(height, SixelEncoder.MostPixels / Math.Max(1, width * cell.Width) / cell.Height);
        return width > 0 && height > 0 ? area with { Width = width, Height = height } : null;
    }

    // Rec. 601.
    private static int Luma(int rgb) => ((rgb >> 16) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000;

    private static bool IsPossible(PixelSize cell) =>
        cell is { Width: >= LeastCellWidth and <= LargestCell, Height: >= LeastCellHeight and <= LargestCell };
}
