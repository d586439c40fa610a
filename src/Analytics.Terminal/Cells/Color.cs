namespace Analytics.Terminal.Cells;

/// <summary>How a colour is given.</summary>
public enum ColorKind : byte
{
    /// <summary>The terminal's own.</summary>
    Default,

    /// <summary>One of the 16 of the terminal's palette.</summary>
    Basic,

    /// <summary>One of the 256 of xterm's palette.</summary>
    Indexed,

    /// <summary>24 bits.</summary>
    Rgb,
}

/// <summary>A colour of text or background. The value's meaning depends on the kind: 0–15, 0–255 or 0xRRGGBB.</summary>
public readonly record struct Color(ColorKind Kind, int Value)
{
    /// <summary>The terminal's own colour.</summary>
    public static Color Default => default;

    /// <summary>One of the 16 colours: 0–7 normal, 8–15 bright, in the order black red green yellow blue magenta cyan white.</summary>
    public static Color Basic(int index) => new(ColorKind.Basic, index & 15);

    /// <summary>One of xterm's 256 colours.</summary>
    public static Color Indexed(int index) => new(ColorKind.Indexed, index & 255);

    /// <summary>A colour from three bytes.</summary>
    public static Color Rgb(byte red, byte green, byte blue) => new(ColorKind.Rgb, red << 16 | green << 8 | blue);

    /// <summary>A colour from 0xRRGGBB.</summary>
    public static Color Rgb(int value) => new(ColorKind.Rgb, value & 0xFFFFFF);

    /// <summary><c>-</c>, <c>1</c>, <c>i208</c> or <c>#C0FFEE</c>, as golden screens show it.</summary>
    public override string ToString() =>
        Kind switch
        {
            ColorKind.Default => "-",
            ColorKind.Basic => $"{Value}",
            ColorKind.Indexed => $"i{Value}",
            _ => $"#{Value:X6}",
        };
}
