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
    readonly Utf8JsonWriter json = new(stream, new JsonWriterOptions
    {
        // Chinese stays readable; what JSON itself demands is still escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    });

    readonly StringBuilder text = new();
    JsonEncodedText[] names = [];
    bool any;

    public override void Begin(IReadOnlyList<ResultColumn> columns)
    {
        names = [.. UniqueNames.Of(columns).Select(n => JsonEncodedText.Encode(n, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];
        if (!lines)
            stream.Write("["u8);
    }

    public override void Write(DataChunk chunk, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            stream.Write(!any ? (lines ? ""u8 : "\n"u8) : lines ? "\n"u8 : ",\n"u8);
            any = true;
            WriteRow(chunk, row);
        }
    }

    public override void Complete()
    {
        if (!lines)
            stream.Write(any ? "\n]\n"u8 : "]\n"u8);
        else if (any)
            stream.Write("\n"u8);
    }

    public override void Dispose()
    {
        json.Dispose();
        base.Dispose();
    }

    void WriteRow(DataChunk chunk, int row)
    {
        json.WriteStartObject();
        for (var i = 0; i < names.Length; i++)
        {
            json.WritePropertyName(names[i]);
            WriteCell(chunk.Column(i), row);
        }
        json.WriteEndObject();
        json.Flush();
        json.Reset();
    }

    void WriteCell(in VectorView column, int row)
    {
        if (column.IsNull(row))
            json.WriteNullValue();
        else if (column.Type.Id == DuckDbTypeId.Varchar)
            json.WriteStringValue(column.Utf8(row));
        else if (column.Type.IsNested || column.Type.Id is DuckDbTypeId.Blob or DuckDbTypeId.Boolean)
            WriteValue(column.Value(row), column.Type);
        else
            WriteScalar(column, row);
    }

    void WriteScalar(in VectorView column, int row)
    {
        text.Clear();
        CellFormatter.Append(column, row, text);
        WriteScalar(text.ToString(), column.Type);
    }

    void WriteScalar(string value, DuckDbType type)
    {
        if (type.IsNumeric && IsJsonNumber(value))
            json.WriteRawValue(value, skipInputValidation: true);
        else
            json.WriteStringValue(value);
    }

    /// <summary>The engine writes finite numbers as JSON does; nan, inf and -inf end in a letter.</summary>
    static bool IsJsonNumber(string value) => char.IsAsciiDigit(value[^1]);

    void WriteValue(object? value, DuckDbType type)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case string s: json.WriteStringValue(s); break;
            case byte[] blob: json.WriteBase64StringValue(blob); break;
            case DuckDbList list: WriteList(list, type); break;
            case DuckDbStruct record: WriteStruct(record, type); break;
            case DuckDbMap map: WriteMap(map, type); break;
            case DuckDbUnion union: WriteValue(union.Value, type.Member(union.Tag)); break;
            case DuckDbVariant variant: WriteValue(variant.Value, variant.Type); break;
            default: WriteScalar(DuckDbValues.ToText(value), type); break;
        }
    }

    void WriteList(DuckDbList list, DuckDbType type)
    {
        json.WriteStartArray();
        foreach (var item in list)
            WriteValue(item, type.Child!);
        json.WriteEndArray();
    }

    void WriteStruct(DuckDbStruct record, DuckDbType type)
    {
        json.WriteStartObject();
        foreach (var (name, value) in record.Members)
        {
            json.WritePropertyName(name);
            WriteValue(value, type.Member(name));
        }
        json.WriteEndObject();
    }

    void WriteMap(DuckDbMap map, DuckDbType type)
    {
        json.WriteStartArray();
        foreach (var (key, value) in map.Entries)
        {
            json.WriteStartObject();
            json.WritePropertyName("key");
            WriteValue(key, type.Key!);
            json.WritePropertyName("value");
            WriteValue(value, type.Value!);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
