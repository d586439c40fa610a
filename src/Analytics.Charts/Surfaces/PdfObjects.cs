using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Charts;

/// <summary>
/// The numbered objects of a PDF file and how they become bytes (ISO 32000-1, §7.5). No dates: the same objects are the same bytes.
/// </summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> _objects = [];

    /// <summary>Sets a number aside for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    /// <summary>Adds an object and returns its number.</summary>
    public int Add(string body) => Fill(Reserve(), body);

    /// <summary>Writes an object that was set aside.</summary>
    public int Fill(int number, string body)
    {
        _objects[number - 1] = Encoding.Latin1.GetBytes(body);
        return number;
    }

    /// <summary>Adds a compressed stream.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="entries">Further entries of its dictionary.</param>
    public int AddStream(byte[] data, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(data);
        var number = Reserve();
        _objects[number - 1] =
        [
            .. Encoding.Latin1.GetBytes($"<< /Length {packed.Length} /Filter /FlateDecode {entries}>>\nstream\n"),
            .. packed.ToArray(),
            .. "\nendstream"u8,
        ];
        return number;
    }

    /// <summary>The whole file.</summary>
    /// <param name="root">Number of the catalogue.</param>
    /// <param name="info">Number of the properties.</param>
    public byte[] Write(int root, int info)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Line("%PDF-1.7");
        file.Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        foreach (var (i, body) in _objects.Index())
        {
            offsets.Add(file.Position);
            Line($"{i + 1} 0 obj");
            file.Write(body);
            Line("\nendobj");
        }
        var table = file.Position;
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()))[..32];
        Line($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f ");
        foreach (var offset in offsets)
            Line(offset.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n ");
        Line($"trailer\n<< /Size {_objects.Count + 1} /Root {root} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF");
        return file.ToArray();

        void Line(string text) => file.Write(Encoding.Latin1.GetBytes(text + "\n"));
    }

    /// <summary>Any text as a string object: UTF-16 with its mark, in hexadecimal.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>At most three decimals, never an exponent.</summary>
    public static string N(double value)
    {
        var text = value.ToString("0.###", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
