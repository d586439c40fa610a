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
    /// <summary>As many parameters as a sequence can have: a reset, attributes that go and come, two colours of 24 bits.</summary>
    private const int Most = 24;

    /// <summary>What sets an attribute, and what takes it away; bold and dim go together.</summary>
    private static readonly (TextAttributes Attribute, int On, int Off)[] Codes =
    [
        (TextAttributes.Bold, 1, 22),
        (TextAttributes.Dim, 2, 22),
        (TextAttributes.Italic, 3, 23),
        (TextAttributes.Underline, 4, 24),
        (TextAttributes.Reverse, 7, 27),
    ];

    /// <summary>Writes the sequence that sets exactly this style, whatever was set before.</summary>
    public static void Write(IBufferWriter<byte> output, Style style, ColorDepth depth)
    {
        Span<int> parameters = stackalloc int[Most];
        WriteControl(output, 'm', parameters[..Whole(parameters, style, depth)]);
    }

    /// <summary>
    /// Writes the shorter of the sequence that sets a style and the one that changes another into it; nothing if they look alike.
    /// </summary>
    /// <param name="output">Gets the bytes.</param>
    /// <param name="before">The style that the terminal has.</param>
    /// <param name="after">The one that it is to have.</param>
    /// <param name="depth">How many colours the terminal can show.</param>
    public static void WriteChange(IBufferWriter<byte> output, Style before, Style after, ColorDepth depth)
    {
        Span<int> whole = stackalloc int[Most],
            change = stackalloc int[Most];
        whole = whole[..Whole(whole, after, depth)];
        change = change[..Change(change, before, after, depth)];
        if (change.Length > 0)
            WriteControl(output, 'm', Length(change) < Length(whole) ? change : whole);
    }

    private static int Whole(Span<int> parameters, Style style, ColorDepth depth)
    {
        var count = 0;
        parameters[count++] = 0;
        foreach (var (attribute, on, _) in Codes)
        {
            if ((style.Attributes & attribute) != 0)
                parameters[count++] = on;
        }

        AddColor(parameters, ref count, Palette.Reduce(style.Foreground, depth), 30);
        AddColor(parameters, ref count, Palette.Reduce(style.Background, depth), 40);
        return count;
    }

    private static int Change(Span<int> parameters, Style before, Style after, ColorDepth depth)
    {
        var (count, gone, kept) = (0, before.Attributes & ~after.Attributes, before.Attributes & after.Attributes);
        foreach (var (attribute, _, off) in Codes)
        {
            if ((gone & attribute) != 0 && !parameters[..count].Contains(off))
                parameters[count++] = off;
        }

        if ((gone & (TextAttributes.Bold | TextAttributes.Dim)) != 0)
            kept &= ~(TextAttributes.Bold | TextAttributes.Dim);
        foreach (var (attribute, on, _) in Codes)
        {
            if ((after.Attributes & ~kept & attribute) != 0)
                parameters[count++] = on;
        }

        ChangeColor(parameters, ref count, Palette.Reduce(before.Foreground, depth), Palette.Reduce(after.Foreground, depth), 30);
        ChangeColor(parameters, ref count, Palette.Reduce(before.Background, depth), Palette.Reduce(after.Background, depth), 40);
        return count;
    }

    private static void ChangeColor(Span<int> parameters, ref int count, Color before, Color after, int first)
    {
        if (before == after)
            return;
        var had = count;
        AddColor(parameters, ref count, after, first);
        if (count == had)
            parameters[count++] = first + 9; // The terminal's own.
    }

    private static void AddColor(Span<int> parameters, ref int count, Color color, int first)
    {
        ReadOnlySpan<int> added = color.Kind switch
        {
            ColorKind.Basic => [color.Value < 8 ? first + color.Value : first + 52 + color.Value],
            ColorKind.Indexed => [first + 8, 5, color.Value],
            ColorKind.Rgb => [first + 8, 2, color.Value >> 16, color.Value >> 8 & 255, color.Value & 255],
            _ => [],
        };
        added.CopyTo(parameters[count..]);
        count += added.Length;
    }

    private static int Length(ReadOnlySpan<int> parameters)
    {
        var length = parameters.Length;
        foreach (var parameter in parameters)
            length += Digits(parameter);
        return length;
    }

    /// <summary>A control sequence: CSI, parameters, its final character.</summary>
    internal static void WriteControl(IBufferWriter<byte> output, char final, params ReadOnlySpan<int> parameters)
    {
        output.Write("\e["u8);
        for (var i = 0; i < parameters.Length; i++)
        {
            if (i > 0)
                output.Write(";"u8);
            WriteNumber(output, parameters[i]);
        }

        output.Write([(byte)final]);
    }

    /// <summary>How many digits a number has that is not negative.</summary>
    internal static int Digits(int value) =>
        value switch
        {
            < 10 => 1,
            < 100 => 2,
            < 1000 => 3,
            _ => 1 + Digits(value / 10),
        };

    /// <summary>A number in ASCII digits.</summary>
    internal static void WriteNumber(IBufferWriter<byte> output, int value)
    {
        var space = output.GetSpan(11);
        Utf8Formatter.TryFormat(value, space, out var written);
        output.Advance(written);
    }
}
