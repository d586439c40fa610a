using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Analytics.DuckDb;

/// <summary>Text that grows, as UTF-8 in one array, which is kept when the text is cleared. Used by one thread at a time.</summary>
public sealed class Utf8Buffer : IBufferWriter<byte>
{
    private const int FirstSize = 4096;

    private byte[] _bytes = new byte[FirstSize];

    /// <summary>The number of bytes appended.</summary>
    public int Length { get; private set; }

    /// <summary>What was appended; valid until the next change.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>For what is worked out in UTF-16 first; whoever uses it clears it.</summary>
    internal StringBuilder Scratch { get; } = new();

    /// <summary>Takes back everything.</summary>
    public void Clear() => Length = 0;

    /// <summary>Takes back all bytes from the given one on.</summary>
    /// <param name="length">At most <see cref="Length"/>.</param>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length);
        Length = length;
    }

    /// <summary>Appends one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(byte value)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length++] = value;
    }

    /// <summary>Appends bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(GetSpan(utf8.Length));
        Length += utf8.Length;
    }

    /// <summary>Appends UTF-16 text; what is not valid in it becomes U+FFFD.</summary>
    public void Append(ReadOnlySpan<char> text) =>
        Length += Encoding.UTF8.GetBytes(text, GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_bytes.Length - Length < Math.Max(sizeHint, 1))
        {
            Grow(Math.Max(sizeHint, 1));
        }

        return _bytes.AsSpan(Length);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        _ = GetSpan(sizeHint);
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_bytes.Length - Length));
        Length += count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int by) =>
        Array.Resize(ref _bytes, checked((int)Math.Max((long)Length + by, Math.Min(2L * _bytes.Length, Array.MaxLength))));
}
