using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Analytics.DuckDb.Native;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>Turns managed values into native ones to bind, which the package does not do for all: it cuts text at a NUL, and writes
/// <see cref="Int128"/> and intervals as text.</summary>
internal static unsafe class ParameterValue
{
    private const byte MaxDecimalWidth = 38;

    /// <summary>The native value, owned by the caller.</summary>
    /// <exception cref="DuckDbException">The value has no counterpart in the engine.</exception>
    public static DuckDBValue Create(string name, object? value)
    {
        var native = CreateNative(name, value);
        return native.IsInvalid
            ? throw new DuckDbException(
                $"Invalid Input Error: the engine refused the value {value} for the parameter '{name}'",
                DuckDbErrorKind.InvalidInput
            )
            : native;
    }

    private static DuckDBValue CreateNative(string name, object? value) =>
        value switch
        {
            null => NativeMethods.Value.DuckDBCreateNullValue(),
            bool x => NativeMethods.Value.DuckDBCreateBool(x),
            sbyte x => NativeMethods.Value.DuckDBCreateInt8(x),
            short x => NativeMethods.Value.DuckDBCreateInt16(x),
            int x => NativeMethods.Value.DuckDBCreateInt32(x),
            long x => NativeMethods.Value.DuckDBCreateInt64(x),
            byte x => NativeMethods.Value.DuckDBCreateUInt8(x),
            ushort x => NativeMethods.Value.DuckDBCreateUInt16(x),
            uint x => NativeMethods.Value.DuckDBCreateUInt32(x),
            ulong x => NativeMethods.Value.DuckDBCreateUInt64(x),
            Int128 x => NativeMethods.Value.DuckDBCreateHugeInt(HugeInt(x)),
            UInt128 x => NativeMethods.Value.DuckDBCreateUHugeInt(UHugeInt(x)),
            BigInteger x => BigNum(x),
            float x => NativeMethods.Value.DuckDBCreateFloat(x),
            double x => NativeMethods.Value.DuckDBCreateDouble(x),
            decimal x => Decimal(Exactly(x)),
            DuckDbDecimal x => Decimal(x),
            string x => Varchar(x),
            byte[] x => NativeMethods.Value.DuckDBCreateBlob(x, x.Length),
            DuckDbBits x => Bits(x),
            Guid x => NativeMethods.Value.DuckDBCreateUuid(Uuid(x)),
            DateOnly x => Date(x.DayNumber - DuckDbDate.Epoch),
            TimeOnly x => Time(x.Ticks / TimeSpan.TicksPerMicrosecond),
            DateTime x => NativeMethods.Value.DuckDBCreateTimestamp(Steps(Micros(x))),
            DateTimeOffset x => NativeMethods.Value.DuckDBCreateTimestampTz(Steps(Micros(x.UtcDateTime))),
            TimeSpan x => Interval(new DuckDbInterval(0, 0, x.Ticks / TimeSpan.TicksPerMicrosecond)),
            DuckDbDate x => Date(x.Days),
            DuckDbTime x => Time(x.Micros),
            DuckDbTimeNs x => MissingMethods.duckdb_create_time_ns(x.Nanos),
            DuckDbTimeTz x => NativeMethods.Value.DuckDBCreateTimeTz(new DuckDBTimeTzStruct { Bits = x.ToBits() }),
            DuckDbTimestamp x => Timestamp(x),
            DuckDbInterval x => Interval(x),
            _ => throw new DuckDbException(
                $"Invalid Input Error: a value of the class {value.GetType()} cannot be bound to the parameter '{name}'",
                DuckDbErrorKind.InvalidInput
            ),
        };

    private static DuckDBValue Varchar(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        fixed (byte* bytes = utf8)
        {
            return MissingMethods.duckdb_create_varchar_length(bytes, (ulong)utf8.Length);
        }
    }

    private static DuckDBValue Bits(DuckDbBits value)
    {
        fixed (byte* bytes = value.Stored)
        {
            return MissingMethods.duckdb_create_bit(new BitBytes((nint)bytes, (ulong)value.Stored.Length));
        }
    }

    private static DuckDBValue BigNum(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value).ToByteArray(isUnsigned: true, isBigEndian: true);
        fixed (byte* bytes = magnitude)
        {
            var isNegative = value.Sign < 0 ? (byte)1 : (byte)0;
            return NativeMethods.Value.DuckDBCreateBignum(new DuckDBBignum((nint)bytes, (ulong)magnitude.Length, isNegative));
        }
    }

    private static DuckDBValue Decimal(DuckDbDecimal value) =>
        NativeMethods.Value.DuckDBCreateDecimal(new DuckDBDecimal(value.Width, value.Scale, HugeInt(value.Unscaled)));

    /// <summary>A .NET decimal has at most 29 digits, so it always fits.</summary>
    private static DuckDbDecimal Exactly(decimal value)
    {
        var parts = decimal.GetBits(value);
        var magnitude = new Int128((uint)parts[2], (uint)parts[1] * (ulong)(1L << 32) | (uint)parts[0]);
        return new DuckDbDecimal(value < 0 ? -magnitude : magnitude, MaxDecimalWidth, value.Scale);
    }

    private static DuckDBValue Date(int days) => NativeMethods.Value.DuckDBCreateDate(new DuckDBDate { Days = days });

    private static DuckDBValue Time(long micros) => NativeMethods.Value.DuckDBCreateTime(new DuckDBTime { Micros = micros });

    private static DuckDBValue Timestamp(DuckDbTimestamp value) =>
        value.Unit switch
        {
            DuckDbTimestampUnit.Seconds => NativeMethods.Value.DuckDBCreateTimestampS(Steps(value.Ticks)),
            DuckDbTimestampUnit.Milliseconds => NativeMethods.Value.DuckDBCreateTimestampMs(Steps(value.Ticks)),
            DuckDbTimestampUnit.Nanoseconds => NativeMethods.Value.DuckDBCreateTimestampNs(Steps(value.Ticks)),
            _ when value.IsUtc => NativeMethods.Value.DuckDBCreateTimestampTz(Steps(value.Ticks)),
            _ => NativeMethods.Value.DuckDBCreateTimestamp(Steps(value.Ticks)),
        };

    private static DuckDBValue Interval(DuckDbInterval value) =>
        NativeMethods.Value.DuckDBCreateInterval(new DuckDBInterval(value.Months, value.Days, (ulong)value.Micros));

    /// <summary>The package's structure for all timestamps, whatever their unit.</summary>
    private static DuckDBTimestampStruct Steps(long steps) => new() { Micros = steps };

    private static long Micros(DateTime value) => (value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private static DuckDBHugeInt HugeInt(Int128 value) => new((ulong)value, (long)(value >> 64));

    private static DuckDBUHugeInt UHugeInt(UInt128 value) => new((ulong)value, (ulong)(value >> 64));

    private static DuckDBHugeInt Uuid(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return HugeInt(BinaryPrimitives.ReadInt128BigEndian(bytes));
    }
}
