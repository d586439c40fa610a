using System.Buffers;
using System.Buffers.Text;
using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Ansi;

/// <summary>How many colours the terminal can show.</summary>
public enum ColorDepth
{
    /// <summary>None: bold, dim, underline and reverse still work (NO_COLOR).</summary>
    None,

    /// <summary>The 16 of the palette.</summary>
    Basic16,

    /// <summary>xterm's 256.</summary>
    Indexed256,

    /// <summary>24 bits.</summary>
    TrueColor,
}

/// <summary>Select Graphic Rendition (ECMA-48 §8.3.117): a style as an escape sequence.</summary>
public static class Sgr
{
    private static readonly (TextAttributes Attribute, int Code)[] Codes =
    [
        (TextAttributes.Bold, 1),
        (TextAttributes.Dim, 2),
        (TextAttributes.Italic, 3),
        (TextAttributes.Underline, 4),
        (TextAttributes.Reverse, 7),
    ];

    /// <summary>Writes the sequence that sets exactly this style, whatever was set before.</summary>
    public static void Write(IBufferWriter<byte> output, Style style, ColorDepth depth)
    {
        output.Write("\e[0"u8);
        foreach (var (attribute, code) in Codes)
        {
            if ((style.Attributes & attribute) != 0)
                WriteParameter(output, code);
        }

        WriteColor(output, Palette.Reduce(style.Foreground, depth), 30);
        WriteColor(output, Palette.Reduce(style.Background, depth), 40);
        output.Write("m"u8);
    }

    private static void WriteColor(IBufferWriter<byte> output, Color color, int first)
    {
        switch (color.Kind)
        {
            case ColorKind.Basic:
                WriteParameter(output, color.Value < 8 ? first + color.Value : first + 52 + color.Value);
                break;
            case ColorKind.Indexed:
                WriteParameter(output, first + 8);
                WriteParameter(output, 5);
                WriteParameter(output, color.Value);
                break;
            case ColorKind.Rgb:
                WriteParameter(output, first + 8);
                WriteParameter(output, 2);
                WriteParameter(output, color.Value >> 16);
                WriteParameter(output, color.Value >> 8 & 255);
                WriteParameter(output, color.Value & 255);
                break;
        }
    }

    private static void WriteParameter(IBufferWriter<byte> output, int value)
    {
        output.Write(";"u8);
        WriteNumber(output, value);
    }

    /// <summary>A number in ASCII digits.</summary>
    internal static void WriteNumber(IBufferWriter<byte> output, int value)
    {
        var space = output.GetSpan(11);
        Utf8Formatter.TryFormat(value, space, out var written);
        output.Advance(written);
    }
}
