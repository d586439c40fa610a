using Analytics.Terminal.Runtime;

namespace Analytics.Tui.Settings;

/// <summary>The looks to choose from.</summary>
internal enum ThemeName
{
    /// <summary>The terminal's own colours, no grounds.</summary>
    Terminal,
    Light,
    Dark,

    /// <summary>High contrast.</summary>
    Contrast,
}

/// <summary>The colours of the themes.</summary>
/// <remarks>
/// All are colours of xterm's cube and greys, so that they are the same in 256 colours and in 24 bits. Contrast (WCAG 2.2) is tested: text
/// at least
/// 4.5, dim text 3; in the contrast theme 7 for both.
/// </remarks>
internal static class Schemes
{
    private static readonly ColorScheme Light = new(
        Text: new(0x1C1C1C, 0),
        Ground: new(0xEEEEEE, 7),
        Dim: new(0x626262, 0),
        SelectionText: new(0xFFFFFF, 7),
        Selection: new(0x005F87, 4),
        Colors:
        [
            new(0x1C1C1C, 0),
            new(0xAF0000, 1),
            new(0x005F00, 4),
            new(0x875F00, 5),
            new(0x005FAF, 4),
            new(0x870087, 5),
            new(0x005F5F, 4),
            new(0x1C1C1C, 0),
        ]
    );

    private static readonly ColorScheme Dark = new(
        Text: new(0xD7D7D7, 7),
        Ground: new(0x1C1C1C, 0),
        Dim: new(0x949494, 7),
        SelectionText: new(0xFFFFFF, 0),
        Selection: new(0x005FAF, 6),
        Colors:
        [
            new(0xD7D7D7, 7),
            new(0xFF8787, 1),
            new(0x87D787, 2),
            new(0xD7AF5F, 3),
            new(0x87AFFF, 6),
            new(0xD7AFFF, 5),
            new(0x5FD7D7, 6),
            new(0xD7D7D7, 7),
        ]
    );

    private static readonly ColorScheme Contrast = new(
        Text: new(0xFFFFFF, 7),
        Ground: new(0x000000, 0),
        Dim: new(0xD0D0D0, 7),
        SelectionText: new(0x000000, 0),
        Selection: new(0xFFFF00, 3),
        Colors:
        [
            new(0xFFFFFF, 7),
            new(0xFF8787, 3),
            new(0x5FFF5F, 2),
            new(0xFFFF00, 3),
            new(0x87AFFF, 6),
            new(0xFFAFFF, 7),
            new(0x5FFFFF, 6),
            new(0xFFFFFF, 7),
        ]
    );

    /// <summary>The colours of a theme; null for the terminal's own.</summary>
    public static ColorScheme? Of(ThemeName theme) =>
        theme switch
        {
            ThemeName.Light => Light,
            ThemeName.Dark => Dark,
            ThemeName.Contrast => Contrast,
            _ => null,
        };
}
