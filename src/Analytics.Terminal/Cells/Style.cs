using System.Text;

namespace Analytics.Terminal.Cells;

/// <summary>Looks of text besides colour.</summary>
[Flags]
public enum TextAttributes : byte
{
    /// <summary>Plain.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Dim.</summary>
    Dim = 2,

    /// <summary>Italic.</summary>
    Italic = 4,

    /// <summary>Underlined.</summary>
    Underline = 8,

    /// <summary>Colours swapped.</summary>
    Reverse = 16,
}

/// <summary>How a cell looks. The default value is the terminal's own colours, plain.</summary>
public readonly record struct Style(Color Foreground, Color Background, TextAttributes Attributes = TextAttributes.None)
{
    /// <summary>The terminal's own colours, plain.</summary>
    public static Style Default => default;

    /// <summary>That colour of text on the terminal's own background.</summary>
    public static Style Of(Color foreground) => new(foreground, Color.Default);

    /// <summary>With another colour of text.</summary>
    public Style On(Color background) => this with { Background = background };

    /// <summary>With these attributes besides those it has.</summary>
    public Style With(TextAttributes attributes) => this with { Attributes = Attributes | attributes };

    /// <summary>Without these attributes.</summary>
    public Style Without(TextAttributes attributes) => this with { Attributes = Attributes & ~attributes };

    /// <summary>This style laid over another: default colours let the other's show through, attributes add up.</summary>
    public Style Over(Style under) =>
        new(
            Foreground.Kind == ColorKind.Default ? under.Foreground : Foreground,
            Background.Kind == ColorKind.Default ? under.Background : Background,
            Attributes | under.Attributes
        );

    /// <summary>For example <c>1/- bold</c>: text colour, background, attributes, as golden screens show it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Foreground}/{Background}");
        foreach (var attribute in Enum.GetValues<TextAttributes>())
        {
            if (attribute != TextAttributes.None && Attributes.HasFlag(attribute))
                text.Append(' ').Append(attribute.ToString().ToLowerInvariant());
        }

        return text.ToString();
    }
}

/// <summary>A stretch of a text with its own style, in UTF-16 units.</summary>
public readonly record struct StyledSpan(int Start, int Length, Style Style)
{
    /// <summary>Index just after the stretch.</summary>
    public int End => Start + Length;
}
