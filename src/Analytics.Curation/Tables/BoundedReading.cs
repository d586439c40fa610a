namespace Analytics.Curation;

/// <summary>
/// A file that gives no more once it was read several times over: a reader that damaged bytes mislead would read the same page for ever.
/// </summary>
/// <param name="file">Owned.</param>
internal sealed class BoundedReading(FileStream file) : Stream
{
    private long _left = 4 * file.Length;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="IOException">More was read than reading the file takes.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = file.Read(buffer);
        _left -= read;
        return _left >= 0 ? read : throw new IOException("Its pages do not follow each other.");
    }

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}
