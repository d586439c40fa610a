using Analytics.Terminal.Cells;
using Analytics.Terminal.Runtime;
using Terminal.Gui.Drawing;

namespace Analytics.Terminal.Host;

/// <summary>
/// Our styles as schemes of Terminal.Gui. They are made of the terminal's own colours; what a theme makes of those is laid over when the
/// screen is written.
/// </summary>
internal static class GuiSchemes
{
    /// <summary>Menus in the terminal's own colours.</summary>
    public static Scheme Menu { get; } = Of(Style.Default, Style.Default.With(TextAttributes.Reverse));

    /// <summary>The inside of a window.</summary>
    public static Scheme Body(WindowStyles styles) => Of(styles.Body, styles.ButtonFocused.Over(styles.Body));

    /// <summary>Its frame, which shows the title as what has the focus.</summary>
    public static Scheme Frame(WindowStyles styles) => Of(styles.Frame.Over(styles.Body), styles.Title.Over(styles.Body));

    /// <summary>One style for everything.</summary>
    public static Scheme Plain(Style style) => new(Paint.Of(style)) { HotNormal = Paint.Of(style), HotFocus = Paint.Of(style) };

    private static Scheme Of(Style text, Style focused)
    {
        var (normal, focus) = (Paint.Of(text), Paint.Of(focused));
        return new Scheme(normal)
        {
            Normal = normal,
            HotNormal = Paint.Of(text.With(TextAttributes.Underline)),
            Focus = focus,
            HotFocus = Paint.Of(focused.With(TextAttributes.Underline)),
            Active = focus,
            HotActive = focus,
            Highlight = focus,
            Editable = normal,
            ReadOnly = normal,
            Disabled = Paint.Of(text.With(TextAttributes.Dim)),
        };
    }
}
