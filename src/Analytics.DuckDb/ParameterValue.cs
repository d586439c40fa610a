using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Analytics.DuckDb.Native;

namespace Analytics.DuckDb;

/// <summary>Turns managed values into <c>duckdb_value</c>s to bind.</summary>
internal static unsafe class ParameterValue
{
    private const byte MaxDecimalWidth = 38;

    /// <summary>The native value, owned by the caller.</summary>
    /// <exception cref="DuckDbException">The value has no counterpart in the engine.</exception>
    public static ValueHandle Create(string name, object? value)
    {
        var handle = new ValueHandle(CreateNative(name, value));
        return handle.IsInvalid
            ? throw new DuckDbException(
                $"Invalid Input Error: the engine refused the value {value} for the parameter '{name}'",
                DuckDbErrorKind.InvalidInput
            )
            : handle;
    }

    private static nint CreateNative(string name, object? value) =>
        value switch
        {
            null => NativeMethods.duckdb_create_null_value(),
            bool x => NativeMethods.duckdb_create_bool(x),
            sbyte x => NativeMethods.duckdb_create_int8(x),
            short x => NativeMethods.duckdb_create_int16(x),
            int x => NativeMethods.duckdb_create_int32(x),
            long x => NativeMethods.duckdb_create_int64(x),
            byte x => NativeMethods.duckdb_create_uint8(x),
            ushort x => NativeMethods.duckdb_create_uint16(x),
            uint x => NativeMethods.duckdb_create_uint32(x),
            ulong x => NativeMethods.duckdb_create_uint64(x),
            Int128 x => NativeMethods.duckdb_create_hugeint(HugeInt(x)),
            UInt128 x => NativeMethods.duckdb_create_uhugeint(UHugeInt(x)),
            BigInteger x => BigNum(x),
            float x => NativeMethods.duckdb_create_float(x),
            double x => NativeMethods.duckdb_create_double(x),
            decimal x => Decimal(Exactly(x)),
            DuckDbDecimal x => Decimal(x),
            string x => Varchar(x),
            byte[] x => Blob(x),
            DuckDbBits x => Bits(x),
            Guid x => NativeMethods.duckdb_create_uuid(Uuid(x)),
            DateOnly x => NativeMethods.duckdb_create_date(x.DayNumber - DuckDbDate.Epoch),
            TimeOnly x => NativeMethods.duckdb_create_time(x.Ticks / TimeSpan.TicksPerMicrosecond),
            DateTime x => NativeMethods.duckdb_create_timestamp(Micros(x)),
            DateTimeOffset x => NativeMethods.duckdb_create_timestamp_tz(Micros(x.UtcDateTime)),
            TimeSpan x => Interval(new DuckDbInterval(0, 0, x.Ticks / TimeSpan.TicksPerMicrosecond)),
            DuckDbDate x => NativeMethods.duckdb_create_date(x.Days),
            DuckDbTime x => NativeMethods.duckdb_create_time(x.Micros),
            DuckDbTimeNs x => NativeMethods.duckdb_create_time_ns(x.Nanos),
            DuckDbTimeTz x => NativeMethods.duckdb_create_time_tz_value(x.ToBits()),
            DuckDbTimestamp x => Timestamp(x),
            DuckDbInterval x => Interval(x),
            _ => throw new DuckDbException(
                $"Invalid Input Error: a value of the class {value.GetType()} cannot be bound to the parameter '{name}'",
                DuckDbErrorKind.InvalidInput
            ),
        };

    private static nint Varchar(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        fixed (byte* bytes = utf8)
        {
            return NativeMethods.duckdb_create_varchar_length(bytes, (ulong)utf8.Length);
        }
    }

    private static nint Blob(byte[] value)
    {
        fixed (byte* bytes = value)
        {
            return NativeMethods.duckdb_create_blob(bytes, (ulong)value.Length);
        }
    }

    private static nint Bits(DuckDbBits value)
    {
        fixed (byte* bytes = value.Stored)
        {
            return NativeMethods.duckdb_create_bit(new duckdb_bit { data = bytes, size = (ulong)value.Stored.Length });
        }
    }

    private static nint BigNum(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value).ToByteArray(isUnsigned: true, isBigEndian: true);
        fixed (byte* bytes = magnitude)
        {
            var number = new duckdb_bignum
            {
                data = bytes,
                size = (ulong)magnitude.Length,
                is_negative = value.Sign < 0 ? (byte)1 : (byte)0,
            };
            return NativeMethods.duckdb_create_bignum(number);
        }
    }

    private static nint Decimal(DuckDbDecimal value) =>
        NativeMethods.duckdb_create_decimal(
            new duckdb_decimal
            {
                width = value.Width,
                scale = value.Scale,
                value = HugeInt(value.Unscaled),
            }
        );

    /// <summary>A .NET decimal has at most 29 digits, so it always fits.</summary>
    private static DuckDbDecimal Exactly(decimal value)
    {
        var parts = decimal.GetBits(value);
        var magnitude = new Int128((uint)parts[2], (uint)parts[1] * (ulong)(1L << 32) | (uint)parts[0]);
        return new DuckDbDecimal(value < 0 ? -magnitude : magnitude, MaxDecimalWidth, value.Scale);
    }

    private static nint Timestamp(DuckDbTimestamp value) =>
        value.Unit switch
        {
            DuckDbTimestampUnit.Seconds => NativeMethods.duckdb_create_timestamp_s(value.Ticks),
            DuckDbTimestampUnit.Milliseconds => NativeMethods.duckdb_create_timestamp_ms(value.Ticks),
            DuckDbTimestampUnit.Nanoseconds => NativeMethods.duckdb_create_timestamp_ns(value.Ticks),
            _ when value.IsUtc => NativeMethods.duckdb_create_timestamp_tz(value.Ticks),
            _ => NativeMethods.duckdb_create_timestamp(value.Ticks),
        };

    private static nint Interval(DuckDbInterval value) =>
        NativeMethods.duckdb_create_interval(
            new duckdb_interval
            {
                months = value.Months,
                days = value.Days,
                micros = value.Micros,
            }
        );

    private static long Micros(DateTime value) => (value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private static duckdb_hugeint HugeInt(Int128 value) => new() { lower = (ulong)value, upper = (long)(value >> 64) };

    private static duckdb_uhugeint UHugeInt(UInt128 value) => new() { lower = (ulong)value, upper = (ulong)(value >> 64) };

    private static duckdb_uhugeint Uuid(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return UHugeInt(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }
}
