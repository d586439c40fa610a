using Analytics.Terminal.Cells;
using Terminal.Gui.Drawing;
using Color = Analytics.Terminal.Cells.Color;
using GuiAttribute = Terminal.Gui.Drawing.Attribute;
using GuiColor = Terminal.Gui.Drawing.Color;

namespace Analytics.Terminal.Host;

/// <summary>
/// Our styles as Terminal.Gui's attributes and back, without loss. The package knows a colour as red, green, blue and how opaque it is,
/// and draws only with what is opaque or not there at all; what lies between tells which numbers of a palette a colour is.
/// </summary>
internal static class Paint
{
    private const int Basic = 1,
        Indexed = 2;

    private static readonly (TextAttributes Ours, TextStyle Theirs)[] Looks =
    [
        (TextAttributes.Bold, TextStyle.Bold),
        (TextAttributes.Dim, TextStyle.Faint),
        (TextAttributes.Italic, TextStyle.Italic),
        (TextAttributes.Underline, TextStyle.Underline),
        (TextAttributes.Reverse, TextStyle.Reverse),
    ];

    public static GuiAttribute Of(Style style) => new(Of(style.Foreground), Of(style.Background), Of(style.Attributes));

    public static TextStyle Of(TextAttributes attributes)
    {
        var look = TextStyle.None;
        foreach (var (ours, theirs) in Looks)
            look |= (attributes & ours) != 0 ? theirs : TextStyle.None;
        return look;
    }

    public static Style Of(GuiAttribute attribute)
    {
        var look = TextAttributes.None;
        foreach (var (ours, theirs) in Looks)
            look |= (attribute.Style & theirs) != 0 ? ours : TextAttributes.None;
        return new(Of(attribute.Foreground), Of(attribute.Background), look);
    }

    private static GuiColor Of(Color color) =>
        color.Kind switch
        {
            ColorKind.Default => GuiColor.None,
            ColorKind.Basic => new(0, 0, color.Value, Basic),
            ColorKind.Indexed => new(0, 0, color.Value, Indexed),
            _ => new(color.Value >> 16, color.Value >> 8 & 255, color.Value & 255),
        };

    private static Color Of(GuiColor color) =>
        color.A switch
        {
            0 => Color.Default,
            Basic => Color.Basic(color.B),
            Indexed => Color.Indexed(color.B),
            _ => Color.Rgb(color.R, color.G, color.B),
        };
}
