using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Analytics.DuckDb;

/// <summary>Appends the engine's text of a value straight from its vector; nested values go through their managed form.</summary>
internal static class VectorText
{
    /// <param name="vector">The vector.</param>
    /// <param name="row">A row that is not NULL.</param>
    /// <param name="into">Where to.</param>
    public static void Append(Vector vector, int row, StringBuilder into)
    {
        switch (vector.Type.Id)
        {
            case DuckDbTypeId.Varchar:
                AppendUtf8(vector.Bytes(row), into);
                break;
            case DuckDbTypeId.Integer:
                AppendInteger(vector.At<int>(row), into);
                break;
            case DuckDbTypeId.BigInt:
                AppendInteger(vector.At<long>(row), into);
                break;
            case DuckDbTypeId.Boolean:
                EngineText.Append(vector.At<byte>(row) != 0, into);
                break;
            case DuckDbTypeId.Float:
                EngineText.Append(vector.At<float>(row), into);
                break;
            case DuckDbTypeId.Double:
                EngineText.Append(vector.At<double>(row), into);
                break;
            case DuckDbTypeId.Decimal:
                AppendDecimal(vector, row, into);
                break;
            case DuckDbTypeId.Enum:
                into.Append(ValueReader.ReadEnum(vector, row));
                break;
            case DuckDbTypeId.Date:
                EngineText.AppendDate(vector.At<int>(row), into);
                break;
            case DuckDbTypeId.Timestamp
            or DuckDbTypeId.TimestampS
            or DuckDbTypeId.TimestampMs
            or DuckDbTypeId.TimestampNs
            or DuckDbTypeId.TimestampTz:
                EngineText.Append(ValueReader.ReadTimestamp(vector, row), into);
                break;
            case DuckDbTypeId.Blob:
                EngineText.AppendBlob(vector.Bytes(row), into);
                break;
            case DuckDbTypeId.Bit:
                EngineText.AppendBits(vector.Bytes(row), into);
                break;
            default:
                EngineText.Append(ValueReader.Read(vector, row), into);
                break;
        }
    }

    private static void AppendInteger(long value, StringBuilder into)
    {
        Span<char> text = stackalloc char[20];
        value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        into.Append(text[..length]);
    }

    /// <summary>Apart, because a method that passes an Int128 is never compiled ahead, and <see cref="Append"/> should be.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AppendDecimal(Vector vector, int row, StringBuilder into) =>
        EngineText.Append(ValueReader.ReadDecimal(vector, row), into);

    private static void AppendUtf8(ReadOnlySpan<byte> bytes, StringBuilder into)
    {
        const int OnStack = 256;
        if (bytes.Length > OnStack)
        {
            into.Append(Encoding.UTF8.GetString(bytes));
            return;
        }

        Span<char> text = stackalloc char[OnStack];
        into.Append(text[..Encoding.UTF8.GetChars(bytes, text)]);
    }
}
