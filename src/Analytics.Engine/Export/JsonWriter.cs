using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.DuckDb;

namespace Analytics.Engine.Export;

/// <summary>
/// One array of objects, or one object a line. Numbers keep all digits; NaN and infinities are strings, lists arrays,
/// structs objects, maps arrays of <c>{key, value}</c>, blobs base64, all else the engine's text. Repeated column
/// names get <c>_1</c>, <c>_2</c>.
/// </summary>
public sealed class JsonWriter(Stream stream, bool lines) : ResultWriter
{
    // Chinese stays readable; what JSON itself demands is still escaped.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private byte[][] _names = [];

    protected override void Write(IReadOnlyList<ResultColumn> columns, IEnumerable<ChunkRows> chunks)
    {
        _names = [.. UniqueNames.Of(columns).Select((name, i) => Prefix(name, isFirst: i == 0))];
        if (!lines)
            stream.Write("["u8);
        var any = new ParallelText(stream, AppendRows).Write(chunks);
        if (!lines)
            stream.Write(any ? "\n]\n"u8 : "]\n"u8);
    }

    public override void WriteNoTable() => stream.Write(lines ? ""u8 : "[]\n"u8);

    /// <summary>What stands before the value of a column.</summary>
    private static byte[] Prefix(string name, bool isFirst) =>
        [(byte)(isFirst ? '{' : ','), (byte)'"', .. JsonEncodedText.Encode(name, Encoder).EncodedUtf8Bytes, (byte)'"', (byte)':'];

    private void AppendRows(ChunkRows rows, bool isFirst, Utf8Buffer into)
    {
        using var cells = new JsonCells(into, Encoder);
        for (var row = 0; row < rows.Count; row++)
        {
            if (!lines)
                into.Append(isFirst && row == 0 ? "\n"u8 : ",\n"u8);
            for (var i = 0; i < _names.Length; i++)
            {
                into.Append(_names[i]);
                cells.Append(rows.Chunk.Column(i), row);
            }

            into.Append(lines ? "}\n"u8 : "}"u8);
        }
    }
}
