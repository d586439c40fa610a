using System.Text;
using Analytics.Terminal.Text;

namespace Analytics.Cli;

/// <summary>
/// UTF-8 on its way to a terminal, which would obey control characters in a value: they are shown, as in a table. Line feeds and tabs of
/// the format stay. Not for a file or a pipe, which get what the values are.
/// </summary>
/// <param name="terminal">Where to; not owned.</param>
internal sealed class TerminalText(Stream terminal) : Stream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // A character may be cut by the end of a piece: the decoder keeps its beginning.
        var text = new char[_decoder.GetCharCount(buffer, flush: false)];
        _decoder.GetChars(buffer, text, flush: false);
        terminal.Write(Encoding.UTF8.GetBytes(string.Join('\n', new string(text).Split('\n').Select(Shown))));
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => terminal.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static string Shown(string line) => string.Join('\t', line.Split('\t').Select(Printable.Of));
}
