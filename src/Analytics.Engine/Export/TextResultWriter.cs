using System.Text;
using Analytics.DuckDb;

namespace Analytics.Engine.Export;

/// <summary>The formats that are lines of cells: collects a chunk's text and hands it to the stream as UTF-8.</summary>
public abstract class TextResultWriter(Stream stream, WriteOptions options) : ResultWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private byte[] _bytes = new byte[64 * 1024];

    protected WriteOptions Options { get; } = options;

    /// <summary>Text that is not in the stream yet.</summary>
    protected StringBuilder Text { get; } = new();

    public override void Begin(IReadOnlyList<ResultColumn> columns)
    {
        if (Options.ByteOrderMark)
            stream.Write("\uFEFF"u8);
        if (Options.Header)
            AppendHeader(columns);
        Flush();
    }

    public override void Write(DataChunk chunk, int rows)
    {
        for (var row = 0; row < rows; row++)
            AppendRow(chunk, row);
        Flush();
    }

    public override void Complete() => Flush();

    protected abstract void AppendHeader(IReadOnlyList<ResultColumn> columns);

    protected abstract void AppendRow(DataChunk chunk, int row);

    protected void Flush()
    {
        foreach (var part in Text.GetChunks())
        {
            var needed = Utf8.GetMaxByteCount(part.Length);
            if (_bytes.Length < needed)
                _bytes = new byte[needed];
            stream.Write(_bytes, 0, Utf8.GetBytes(part.Span, _bytes));
        }
        Text.Clear();
    }
}
