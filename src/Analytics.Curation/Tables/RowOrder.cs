using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Analytics.Curation;

/// <summary>
/// The order of rows in a file: by cells as the engine compares them, texts by their UTF-8 bytes, numbers by size, a missing one first.
/// </summary>
internal static class RowOrder
{
    /// <summary>Compares the keys of two rows byte by byte.</summary>
    public static readonly Comparer<byte[]> Keys = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    /// <summary>Bytes that sort as a row's cells do, the first cell before the second.</summary>
    /// <param name="cells">Texts and whole numbers, with their columns; no text holds the character NUL.</param>
    public static byte[] Key(IEnumerable<(TableColumn Column, string? Cell)> cells)
    {
        var key = new List<byte>();
        foreach (var (column, cell) in cells)
        {
            if (cell is null)
            {
                key.Add(0);
                continue;
            }
            key.Add(1);
            key.AddRange(column.SqlType == "BIGINT" ? Number(cell) : [.. Encoding.UTF8.GetBytes(cell), 0]);
        }
        return [.. key];
    }

    /// <summary>The most significant byte first, the sign turned, so that negative numbers come before the others.</summary>
    private static byte[] Number(string cell)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, long.Parse(cell, CultureInfo.InvariantCulture) ^ long.MinValue);
        return bytes;
    }
}
