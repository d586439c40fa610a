namespace Analytics.Terminal.Graphics;

/// <summary>A picture as the terminal takes it. Equal only to itself.</summary>
/// <param name="size">In pixels.</param>
/// <param name="text">The whole control string, see <see cref="SixelEncoder"/>.</param>
public sealed class SixelPicture(PixelSize size, ReadOnlyMemory<byte> text)
{
    /// <summary>In pixels.</summary>
    public PixelSize Size { get; } = size;

    /// <summary>The control string that draws it at the cursor.</summary>
    public ReadOnlyMemory<byte> Text { get; } = text;
}
