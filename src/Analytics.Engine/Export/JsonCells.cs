using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Engine.Export;

/// <summary>Appends cells as JSON values. Used by one thread.</summary>
/// <param name="into">Where to; not owned.</param>
/// <param name="encoder">What is escaped in texts.</param>
internal sealed class JsonCells(Utf8Buffer into, JavaScriptEncoder encoder) : IDisposable
{
    private const byte Quote = (byte)'"';

    /// <summary>The most bytes that one byte becomes: <c>\u0000</c>.</summary>
    private const int LongestEscape = 6;

    private Utf8JsonWriter? _json;

    private Utf8JsonWriter Json => _json ??= new(into, new JsonWriterOptions { Encoder = encoder, SkipValidation = true });

    public void Append(in VectorView column, int row)
    {
        if (column.IsNull(row))
            into.Append("null"u8);
        else if (column.Type.Id == DuckDbTypeId.Varchar)
            AppendText(column.Utf8(row));
        else if (column.Type.IsNested || column.Type.Id == DuckDbTypeId.Blob)
            AppendWithWriter(column, row);
        else
            AppendScalar(column, row);
    }

    public void Dispose() => _json?.Dispose();

    private void AppendScalar(in VectorView column, int row)
    {
        var isBare = column.Type.IsNumeric || column.Type.Id == DuckDbTypeId.Boolean;
        if (!isBare)
            into.Append(Quote);
        var start = into.Length;
        CellFormatter.Append(column, row, into);
        var text = into.Written[start..];
        if (isBare ? column.Type.IsNumeric && !IsJsonNumber(text) : encoder.FindFirstCharacterToEncodeUtf8(text) >= 0)
            AppendAnew(isBare ? start : start - 1, text.ToArray());
        else if (!isBare)
            into.Append(Quote);
        else if (text is [(byte)'.', ..] or [(byte)'-', (byte)'.', ..])
            AppendWithDigit(start, text.ToArray());
    }

    /// <summary>The engine leaves out the nought of a decimal that has no other digit before its point; JSON needs one.</summary>
    private void AppendWithDigit(int start, byte[] text)
    {
        into.Truncate(start);
        into.Append(text[0] == '-' ? "-0"u8 : "0"u8);
        into.Append(text.AsSpan(text[0] == '-' ? 1 : 0));
    }

    /// <summary>The engine writes finite numbers as JSON does; nan, inf and -inf end in a letter.</summary>
    private static bool IsJsonNumber(ReadOnlySpan<byte> value) => char.IsAsciiDigit((char)value[^1]);

    private void AppendAnew(int start, byte[] text)
    {
        into.Truncate(start);
        AppendText(text);
    }

    private void AppendText(ReadOnlySpan<byte> text)
    {
        into.Append(Quote);
        var escaped = encoder.FindFirstCharacterToEncodeUtf8(text);
        into.Append(escaped < 0 ? text : text[..escaped]);
        if (escaped >= 0)
        {
            text = text[escaped..];
            encoder.EncodeUtf8(text, into.GetSpan(text.Length * LongestEscape), out _, out var written);
            into.Advance(written);
        }

        into.Append(Quote);
    }

    private void AppendWithWriter(in VectorView column, int row)
    {
        WriteValue(column.Value(row), column.Type);
        Json.Flush();
        Json.Reset();
    }

    private void WriteScalar(string value, DuckDbType type)
    {
        if (type.IsNumeric && char.IsAsciiDigit(value[^1]))
            Json.WriteRawValue(WithDigit(value), skipInputValidation: true);
        else
            Json.WriteStringValue(value);
    }

    private static string WithDigit(string number) =>
        number is ['.', ..] ? "0" + number
        : number is ['-', '.', ..] ? "-0" + number[1..]
        : number;

    private void WriteValue(object? value, DuckDbType type)
    {
        switch (value)
        {
            case null:
                Json.WriteNullValue();
                break;
            case bool flag:
                Json.WriteBooleanValue(flag);
                break;
            case string s:
                Json.WriteStringValue(s);
                break;
            case byte[] blob:
                Json.WriteBase64StringValue(blob);
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
        Json.WriteStartArray();
        foreach (var item in list)
            WriteValue(item, type.Child!);
        Json.WriteEndArray();
    }

    private void WriteStruct(DuckDbStruct record, DuckDbType type)
    {
        Json.WriteStartObject();
        foreach (var (name, value) in record.Members)
        {
            Json.WritePropertyName(name);
            WriteValue(value, type.Member(name));
        }
        Json.WriteEndObject();
    }

    private void WriteMap(DuckDbMap map, DuckDbType type)
    {
        Json.WriteStartArray();
        foreach (var (key, value) in map.Entries)
        {
            Json.WriteStartObject();
            Json.WritePropertyName("key");
            WriteValue(key, type.Key!);
            Json.WritePropertyName("value");
            WriteValue(value, type.Value!);
            Json.WriteEndObject();
        }
        Json.WriteEndArray();
    }
}
