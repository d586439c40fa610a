using System.Collections.Immutable;
using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Ansi;

/// <summary>A colour of a scheme.</summary>
/// <param name="Rgb">0xRRGGBB.</param>
/// <param name="Basic">
/// Which of the terminal's first eight colours stands for it where there are no more than 16. The bright eight are left out:
/// a terminal of eight colours ignores them, and text would stand on a ground it was not chosen for.
/// </param>
public readonly record struct SchemeColor(int Rgb, int Basic)
{
    /// <summary>The colour as a terminal of that depth gets it.</summary>
    public Color At(ColorDepth depth) => depth == ColorDepth.Basic16 ? Color.Basic(Basic) : Palette.Reduce(Color.Rgb(Rgb), depth);
}

/// <summary>
/// Concrete colours for what programs draw with the terminal's own colours: its default text and ground, eight colours, dim and reversed
/// text.
/// Laid over a canvas when it is written, so that drawing knows nothing of it.
/// </summary>
/// <param name="Text">Default text.</param>
/// <param name="Ground">Default background; it fills the whole screen.</param>
/// <param name="Dim">Dim text.</param>
/// <param name="SelectionText">Reversed text.</param>
/// <param name="Selection">Its background.</param>
/// <param name="Colors">What stands for the terminal's eight colours, and for their bright versions.</param>
public sealed record ColorScheme(
    SchemeColor Text,
    SchemeColor Ground,
    SchemeColor Dim,
    SchemeColor SelectionText,
    SchemeColor Selection,
    ImmutableArray<SchemeColor> Colors
)
{
    /// <summary>The style as it is written; without colours, the style itself, whose attributes tell dim and reversed text apart.</summary>
    public Style Resolve(Style style, ColorDepth depth)
    {
        if (depth == ColorDepth.None)
            return style;
        var isDim = Has(style, TextAttributes.Dim) && style.Foreground.Kind == ColorKind.Default;
        var (text, ground) = (At(style.Foreground, isDim ? Dim : Text, depth), At(style.Background, Ground, depth));
        if (!Has(style, TextAttributes.Reverse))
            // Eight colours have no grey of their own for dim text.
            return new(text, ground, depth == ColorDepth.Basic16 ? style.Attributes : style.Attributes & ~TextAttributes.Dim);
        var isPlain = style.Foreground.Kind == ColorKind.Default && style.Background.Kind == ColorKind.Default;
        var attributes = style.Attributes & ~(TextAttributes.Reverse | TextAttributes.Dim);
        return isPlain ? new(SelectionText.At(depth), Selection.At(depth), attributes) : new(ground, text, attributes);
    }

    private Color At(Color color, SchemeColor own, ColorDepth depth) =>
        color.Kind switch
        {
            ColorKind.Default => own.At(depth),
            ColorKind.Basic => Colors[color.Value & 7].At(depth),
            _ => color,
        };

    private static bool Has(Style style, TextAttributes attribute) => (style.Attributes & attribute) != 0;
}
