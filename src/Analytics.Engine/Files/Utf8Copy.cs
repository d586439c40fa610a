using System.Text;

namespace Analytics.Engine.Files;

/// <summary>Bytes of a text that are no character of its encoding.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record UndecodableBytes(long Line, IReadOnlyList<byte> Bytes);

/// <summary>What came of copying a text.</summary>
/// <param name="Undecodable">How many places could not be decoded and stand as U+FFFD in the copy.</param>
/// <param name="Places">The first of them.</param>
public sealed record CopiedText(long Undecodable, IReadOnlyList<UndecodableBytes> Places)
{
    /// <summary>As many places as are told with their lines.</summary>
    public const int MostPlaces = 20;
}

/// <summary>Copies a text into UTF-8 without a mark, and keeps account of what could not be decoded.</summary>
internal static class Utf8Copy
{
    private const int Buffer = 1 << 17;

    /// <summary>No text has it: Unicode keeps it for programs' own use (noncharacters, The Unicode Standard §23.7).</summary>
    private const char Mark = '\uFFFF';

    /// <param name="from">Read to its end.</param>
    /// <param name="encoding">Of <see cref="TextEncoding"/>.</param>
    /// <param name="to">Written from where it stands.</param>
    /// <exception cref="IOException">Either fails.</exception>
    public static CopiedText Write(Stream from, string encoding, Stream to)
    {
        var failing = new MarkingFallback();
        var decoder = TextEncoding.Get(encoding, failing).GetDecoder();
        var bytes = new byte[Buffer];
        var chars = new char[Buffer + 16];
        var utf8 = new byte[3 * chars.Length];
        var places = new List<UndecodableBytes>();
        var (line, count, isFirst) = (1L, 0L, true);
        var read = bytes.Length;
        while (read == bytes.Length)
        {
            read = from.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var length = decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read < bytes.Length);
            var text = chars.AsSpan(0, length);
            if (failing.Failed.Count > 0)
                count += Settle(text, line, failing.Failed, places);
            line += text.Count('\n');
            if (isFirst && text is ['\uFEFF', ..])
                text = text[1..];
            isFirst = isFirst && length == 0;
            to.Write(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
        }

        return new CopiedText(count, places);
    }

    /// <summary>Replaces the marks, notes where they stood, and returns how many there were.</summary>
    private static long Settle(Span<char> text, long line, Queue<byte[]> failed, List<UndecodableBytes> places)
    {
        var count = 0L;
        var rest = text;
        for (var at = rest.IndexOf(Mark); at >= 0; at = rest.IndexOf(Mark))
        {
            line += rest[..at].Count('\n');
            rest[at] = '\uFFFD';
            if (failed.TryDequeue(out var bytes) && places.Count < CopiedText.MostPlaces)
                places.Add(new UndecodableBytes(line, bytes));
            count++;
            rest = rest[(at + 1)..];
        }

        failed.Clear();
        return count;
    }

    /// <summary>Has bytes that cannot be decoded stand as a mark, and keeps them.</summary>
    private sealed class MarkingFallback : DecoderFallback
    {
        public Queue<byte[]> Failed { get; } = [];

        public override int MaxCharCount => 1;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new MarkBuffer(Failed);
    }

    private sealed class MarkBuffer(Queue<byte[]> failed) : DecoderFallbackBuffer
    {
        private bool _isPending;

        public override int Remaining => _isPending ? 1 : 0;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            failed.Enqueue([.. bytesUnknown]);
            return _isPending = true;
        }

        public override char GetNextChar()
        {
            var next = _isPending ? Mark : '\0';
            _isPending = false;
            return next;
        }

        public override bool MovePrevious() => false;
    }
}
