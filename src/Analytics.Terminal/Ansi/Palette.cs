using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Ansi;

/// <summary>Brings a colour down to what a terminal can show: the nearest by Euclidean distance in RGB.</summary>
public static class Palette
{
    // xterm's default values of the 16 colours; users change them, so nearness is only a guess.
    private static readonly int[] Basic =
    [
        0x000000,
        0xCD0000,
        0x00CD00,
        0xCDCD00,
        0x0000EE,
        0xCD00CD,
        0x00CDCD,
        0xE5E5E5,
        0x7F7F7F,
        0xFF0000,
        0x00FF00,
        0xFFFF00,
        0x5C5CFF,
        0xFF00FF,
        0x00FFFF,
        0xFFFFFF,
    ];

    private static readonly int[] CubeSteps = [0, 95, 135, 175, 215, 255];

    /// <summary>The colour itself where the depth can show it, else the nearest it can.</summary>
    public static Color Reduce(Color color, ColorDepth depth) =>
        (color.Kind, depth) switch
        {
            (ColorKind.Default, _) => color,
            (_, ColorDepth.None) => Color.Default,
            (ColorKind.Basic, _) or (_, ColorDepth.TrueColor) or (ColorKind.Indexed, ColorDepth.Indexed256) => color,
            (ColorKind.Rgb, ColorDepth.Indexed256) => Color.Indexed(NearestIndexed(color.Value)),
            _ => Color.Basic(NearestBasic(color.Kind == ColorKind.Indexed ? RgbOf(color.Value) : color.Value)),
        };

    /// <summary>0xRRGGBB of one of xterm's 256 colours: 16 basic, a 6×6×6 cube, 24 greys.</summary>
    public static int RgbOf(int index) =>
        index switch
        {
            < 16 => Basic[index],
            < 232 => CubeSteps[(index - 16) / 36] << 16 | CubeSteps[(index - 16) / 6 % 6] << 8 | CubeSteps[(index - 16) % 6],
            _ => (8 + (index - 232) * 10) * 0x010101,
        };

    private static int NearestBasic(int rgb) => Nearest(rgb, 0, 16);

    // The first 16 vary from user to user, so the cube and the greys alone are searched.
    private static int NearestIndexed(int rgb) => Nearest(rgb, 16, 256);

    private static int Nearest(int rgb, int from, int to)
    {
        int best = from,
            bestDistance = int.MaxValue;
        for (var i = from; i < to; i++)
        {
            var distance = Distance(rgb, RgbOf(i));
            if (distance < bestDistance)
                (best, bestDistance) = (i, distance);
        }
        return best;
    }

    private static int Distance(int a, int b)
    {
        int red = (a >> 16) - (b >> 16),
            green = (a >> 8 & 255) - (b >> 8 & 255),
            blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
