using System.Buffers.Binary;

namespace Analytics.Engine.Documents;

/// <summary>The size that a PNG says it has.</summary>
internal static class PngSize
{
    /// <summary>Width and height in pixels, from its first chunk (ISO/IEC 15948, 11.2.1).</summary>
    public static (int Width, int Height) Of(ReadOnlySpan<byte> png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}
