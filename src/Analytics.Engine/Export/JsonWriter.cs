using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Engine.Export;

/// <summary>
/// One array of objects, or one object a line. Numbers keep all digits; NaN and infinities are strings, lists arrays,
/// structs objects, maps arrays of <c>{key, value}</c>, blobs base64, all else the engine's text. Repeated column
/// names get <c>_1</c>, <c>_2</c>.
/// </summary>
public sealed class JsonWriter(Stream stream, bool lines) : ResultWriter
{
    private readonly Utf8JsonWriter _json = new(
        stream,
        new JsonWriterOptions
        {
            // Chinese stays readable; what JSON itself demands is still escaped.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        }
    );

    private readonly StringBuilder _text = new();
    private JsonEncodedText[] _names = [];
    private bool _any;

    public override void Begin(IReadOnlyList<ResultColumn> columns)
    {
        _names = [.. UniqueNames.Of(columns).Select(n => JsonEncodedText.Encode(n, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];
        if (!lines)
            stream.Write("["u8);
    }

    public override void Write(DataChunk chunk, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            stream.Write(
                !_any ? (lines ? ""u8 : "\n"u8)
                : lines ? "\n"u8
                : ",\n"u8
            );
            _any = true;
            WriteRow(chunk, row);
        }
    }

    public override void Complete()
    {
        if (!lines)
            stream.Write(_any ? "\n]\n"u8 : "]\n"u8);
        else if (_any)
            stream.Write("\n"u8);
    }

    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }

    private void WriteRow(DataChunk chunk, int row)
    {
        _json.WriteStartObject();
        for (var i = 0; i < _names.Length; i++)
        {
            _json.WritePropertyName(_names[i]);
            WriteCell(chunk.Column(i), row);
        }
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
    }

    private void WriteCell(in VectorView column, int row)
    {
        if (column.IsNull(row))
            _json.WriteNullValue();
        else if (column.Type.Id == DuckDbTypeId.Varchar)
            _json.WriteStringValue(column.Utf8(row));
        else if (column.Type.IsNested || column.Type.Id is DuckDbTypeId.Blob or DuckDbTypeId.Boolean)
            WriteValue(column.Value(row), column.Type);
        else
            WriteScalar(column, row);
    }

    private void WriteScalar(in VectorView column, int row)
    {
        _text.Clear();
        CellFormatter.Append(column, row, _text);
        WriteScalar(_text.ToString(), column.Type);
    }

    private void WriteScalar(string value, DuckDbType type)
    {
        if (type.IsNumeric && IsJsonNumber(value))
            _json.WriteRawValue(value, skipInputValidation: true);
        else
            _json.WriteStringValue(value);
    }

    /// <summary>The engine writes finite numbers as JSON does; nan, inf and -inf end in a letter.</summary>
    private static bool IsJsonNumber(string value) => char.IsAsciiDigit(value[^1]);

    private void WriteValue(object? value, DuckDbType type)
    {
        switch (value)
        {
            case null:
                _json.WriteNullValue();
                break;
            case bool flag:
                _json.WriteBooleanValue(flag);
                break;
            case string s:
                _json.WriteStringValue(s);
                break;
            case byte[] blob:
                _json.WriteBase64StringValue(blob);
                break;
            case DuckDbList list:
                WriteList(list, type);
                break;
            case DuckDbStruct record:
                WriteStruct(record, type);
                break;
            case DuckDbMap map:
                WriteMap(map, type);
                break;
            case DuckDbUnion union:
                WriteValue(union.Value, type.Member(union.Tag));
                break;
            case DuckDbVariant variant:
                WriteValue(variant.Value, variant.Type);
                break;
            default:
                WriteScalar(DuckDbValues.ToText(value), type);
                break;
        }
    }

    private void WriteList(DuckDbList list, DuckDbType type)
    {
        _json.WriteStartArray();
        foreach (var item in list)
            WriteValue(item, type.Child!);
        _json.WriteEndArray();
    }

    private void WriteStruct(DuckDbStruct record, DuckDbType type)
    {
        _json.WriteStartObject();
        foreach (var (name, value) in record.Members)
        {
            _json.WritePropertyName(name);
            WriteValue(value, type.Member(name));
        }
        _json.WriteEndObject();
    }

    private void WriteMap(DuckDbMap map, DuckDbType type)
    {
        _json.WriteStartArray();
        foreach (var (key, value) in map.Entries)
        {
            _json.WriteStartObject();
            _json.WritePropertyName("key");
            WriteValue(key, type.Key!);
            _json.WritePropertyName("value");
            WriteValue(value, type.Value!);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
