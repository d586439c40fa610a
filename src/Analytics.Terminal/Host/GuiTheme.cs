using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Runtime;
using Terminal.Gui.Drawing;
using Color = Analytics.Terminal.Cells.Color;
using GuiAttribute = Terminal.Gui.Drawing.Attribute;

namespace Analytics.Terminal.Host;

/// <summary>
/// The theme in use as schemes of Terminal.Gui: one for each colour of text on each ground, with a role for plain, for selected and for dim
/// text. All that panels, windows and menus draw has its attributes from here, so that another theme is another set of schemes.
/// </summary>
internal sealed class GuiTheme
{
    private readonly Dictionary<(Color Text, Color Ground), Scheme> _schemes = [];
    private readonly Dictionary<Style, GuiAttribute> _attributes = [];
    private ColorScheme? _colors;
    private ColorDepth _depth;

    /// <param name="depth">How many colours the terminal has.</param>
    public GuiTheme(ColorDepth depth) => Use(null, depth);

    /// <summary>What has no look of its own.</summary>
    public Scheme Base { get; private set; } = new();

    /// <summary>Takes other colours from now on; null for the terminal's own.</summary>
    public void Use(ColorScheme? colors) => Use(colors, _depth);

    /// <inheritdoc cref="Use(ColorScheme?)"/>
    public void Use(ColorScheme? colors, ColorDepth depth)
    {
        var shown = depth == ColorDepth.None ? null : colors;
        if (shown == _colors && depth == _depth && _schemes.Count > 0)
            return;
        (_colors, _depth) = (shown, depth);
        _schemes.Clear();
        _attributes.Clear();
        Base = Of(Style.Default, Style.Default.With(TextAttributes.Reverse));
    }

    /// <summary>A style as the theme shows it.</summary>
    public GuiAttribute Of(Style style) => _attributes.TryGetValue(style, out var known) ? known : _attributes[style] = AttributeOf(style);

    /// <summary>Gives all cells the looks of the theme.</summary>
    public void Lay(CellCanvas canvas)
    {
        if (_colors is not null)
            canvas.Restyle(canvas.Bounds, style => Paint.Of(Of(style)));
    }

    /// <summary>The inside of a window.</summary>
    public Scheme Body(WindowStyles styles) => Of(styles.Body, styles.ButtonFocused.Over(styles.Body));

    /// <summary>Its frame, which shows the title as what has the focus.</summary>
    public Scheme Frame(WindowStyles styles) => Of(styles.Frame.Over(styles.Body), styles.Title.Over(styles.Body));

    /// <summary>One style for everything.</summary>
    public Scheme Plain(Style style) => new(Of(style)) { HotNormal = Of(style), HotFocus = Of(style) };

    private Scheme Of(Style text, Style focused)
    {
        var (normal, focus) = (Of(text), Of(focused));
        return new Scheme(normal)
        {
            Normal = normal,
            HotNormal = Of(text.With(TextAttributes.Underline)),
            Focus = focus,
            HotFocus = Of(focused.With(TextAttributes.Underline)),
            Active = focus,
            HotActive = focus,
            Highlight = focus,
            Editable = normal,
            ReadOnly = normal,
            Disabled = Of(text.With(TextAttributes.Dim)),
        };
    }

    // Where the theme's colours tell selected and dim text apart, the looks that do so otherwise are left out.
    private GuiAttribute AttributeOf(Style style)
    {
        var role =
            Has(style, TextAttributes.Reverse) ? VisualRole.Focus
            : Has(style, TextAttributes.Dim) ? VisualRole.Disabled
            : VisualRole.Normal;
        var shown = SchemeOf(style.Foreground, style.Background).GetAttributeForRole(role);
        var looks = _colors is null ? style.Attributes : style.Attributes & ~(TextAttributes.Reverse | TextAttributes.Dim);
        return shown with { Style = shown.Style | Paint.Of(looks) };
    }

    private Scheme SchemeOf(Color text, Color ground) =>
        _schemes.TryGetValue((text, ground), out var known) ? known : _schemes[(text, ground)] = SchemeOf(new Style(text, ground));

    private Scheme SchemeOf(Style style)
    {
        if (_colors is not { } colors)
            return Of(style, style.With(TextAttributes.Reverse), style.With(TextAttributes.Dim));
        var ground = Shown(style.Background, colors.Ground, colors);
        var plain = new Style(Shown(style.Foreground, colors.Text, colors), ground);
        var dim = plain with { Foreground = Shown(style.Foreground, colors.Dim, colors) };
        var selected =
            style == Style.Default
                ? new Style(colors.SelectionText.At(_depth), colors.Selection.At(_depth))
                : new Style(ground, plain.Foreground);
        // Eight colours have no grey of their own for dim text.
        return Of(plain, selected, _depth == ColorDepth.Basic16 ? dim.With(TextAttributes.Dim) : dim);
    }

    private static Scheme Of(Style plain, Style selected, Style dim) =>
        new(Paint.Of(plain)) { Focus = Paint.Of(selected), Disabled = Paint.Of(dim) };

    private Color Shown(Color color, SchemeColor own, ColorScheme colors) =>
        color.Kind switch
        {
            ColorKind.Default => own.At(_depth),
            ColorKind.Basic => colors.Colors[color.Value & 7].At(_depth),
            _ => color,
        };

    private static bool Has(Style style, TextAttributes attribute) => (style.Attributes & attribute) != 0;
}
