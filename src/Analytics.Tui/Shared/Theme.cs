using Analytics.Terminal.Cells;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Shared;

/// <summary>
/// The looks of everything. Only the terminal's own 16 colours and attributes are used, no backgrounds, so that it reads on dark and on
/// light grounds and without colours; what a chosen theme makes of them is in <see cref="Settings.Schemes"/>.
/// </summary>
internal static class Theme
{
    public static Style Plain => default;
    public static readonly Style Bold = Style.Default.With(TextAttributes.Bold);
    public static readonly Style Dim = Style.Default.With(TextAttributes.Dim);
    public static readonly Style Accent = Style.Of(Color.Basic(6));
    public static readonly Style Heading = Accent.With(TextAttributes.Bold);
    public static readonly Style Warning = Style.Of(Color.Basic(3));
    public static readonly Style Error = Style.Of(Color.Basic(1));
    public static readonly Style Good = Style.Of(Color.Basic(2));
    public static readonly Style Reversed = Style.Default.With(TextAttributes.Reverse);
    public static readonly Style Quote = Style.Default.With(TextAttributes.Underline);

    /// <summary>The figure itself inside a quote.</summary>
    public static readonly Style Figure = Warning.With(TextAttributes.Bold | TextAttributes.Underline);

    public static readonly Style Bar = Accent;
    public static readonly Style DoubtfulBar = Dim;

    public static readonly InputStyles Input = new(Plain, Reversed, Dim);
    public static readonly ListStyles List = new(Plain, Reversed, Bold, Dim, Quote, Dim);
    public static readonly EditorStyles Editor = new(
        Plain,
        Reversed,
        Dim,
        Bold,
        Error.With(TextAttributes.Underline | TextAttributes.Bold)
    );
    public static readonly WindowStyles Window = new(
        Plain,
        Accent,
        Heading,
        Plain,
        Heading,
        Reversed,
        Error,
        Input with
        {
            Text = Quote,
        },
        List
    );
    public static readonly GridStyles Grid = new(Plain, Bold, Dim, Dim, Bold, Reversed, Dim, Quote, Dim);

    public static Style Frame(bool hasFocus) => hasFocus ? Accent : Dim;

    public static Style Title(bool hasFocus) => hasFocus ? Heading : Plain;
}
