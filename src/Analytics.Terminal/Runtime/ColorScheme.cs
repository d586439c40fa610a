using System.Collections.Immutable;
using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Runtime;

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
/// text. The schemes of all views are made of them, so that drawing knows nothing of them.
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
);
