using System.Runtime.InteropServices;

namespace Analytics.DuckDb;

/// <summary>A DATE value.</summary>
/// <param name="Days">Days since 1970-01-01; <see cref="Infinity"/> and its negative are the infinities.</param>
public readonly record struct DuckDbDate(int Days)
{
    /// <summary>Days of <c>infinity</c>.</summary>
    public const int Infinity = int.MaxValue;

    /// <summary>Whether the date is not infinite.</summary>
    public bool IsFinite => Days != Infinity && Days != -Infinity;

    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);

    internal static int Epoch { get; } = new DateOnly(1970, 1, 1).DayNumber;
}

/// <summary>A TIME value.</summary>
/// <param name="Micros">Microseconds since midnight; 24:00:00 is possible.</param>
public readonly record struct DuckDbTime(long Micros)
{
    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}

/// <summary>A TIME_NS value.</summary>
/// <param name="Nanos">Nanoseconds since midnight.</param>
public readonly record struct DuckDbTimeNs(long Nanos)
{
    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}

/// <summary>A TIMETZ value.</summary>
/// <param name="Micros">Microseconds since midnight, local.</param>
/// <param name="OffsetSeconds">Seconds east of UTC.</param>
public readonly record struct DuckDbTimeTz(long Micros, int OffsetSeconds)
{
    // dtime_tz_t: 40 bits of microseconds, then 24 bits of the offset counted down from this one.
    private const int MaxOffset = (16 * 60 * 60) - 1;
    private const int OffsetBits = 24;

    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);

    internal static DuckDbTimeTz FromBits(ulong bits) => new((long)(bits >> OffsetBits), MaxOffset - (int)(bits & ((1 << OffsetBits) - 1)));

    internal ulong ToBits() => (ulong)Micros << OffsetBits | (uint)(MaxOffset - OffsetSeconds);
}

/// <summary>What one step of a <see cref="DuckDbTimestamp"/> is.</summary>
public enum DuckDbTimestampUnit
{
    /// <summary>TIMESTAMP_S.</summary>
    Seconds,

    /// <summary>TIMESTAMP_MS.</summary>
    Milliseconds,

    /// <summary>TIMESTAMP and TIMESTAMPTZ.</summary>
    Microseconds,

    /// <summary>TIMESTAMP_NS.</summary>
    Nanoseconds,
}

/// <summary>A value of a timestamp type.</summary>
/// <param name="Ticks">Steps of <paramref name="Unit"/> since 1970-01-01 00:00:00; <see cref="Infinity"/> and its negative are the
/// infinities.</param>
/// <param name="Unit">The unit.</param>
/// <param name="IsUtc">Whether it is an instant (TIMESTAMPTZ), its ticks in UTC, rather than a local time.</param>
/// <param name="OffsetSeconds">Of an instant: by how much the zone in which its text stands is ahead of UTC.</param>
public readonly record struct DuckDbTimestamp(long Ticks, DuckDbTimestampUnit Unit, bool IsUtc = false, int OffsetSeconds = 0)
{
    /// <summary>Ticks of <c>infinity</c>.</summary>
    public const long Infinity = long.MaxValue;

    /// <summary>Whether the timestamp is not infinite.</summary>
    public bool IsFinite => Ticks != Infinity && Ticks != -Infinity;

    internal long TicksPerSecond =>
        Unit switch
        {
            DuckDbTimestampUnit.Seconds => 1,
            DuckDbTimestampUnit.Milliseconds => 1_000,
            DuckDbTimestampUnit.Microseconds => 1_000_000,
            _ => 1_000_000_000,
        };

    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}

/// <summary>An INTERVAL value; the parts are independent, as a month has no fixed length. Laid out as in a vector.</summary>
/// <param name="Months">Months.</param>
/// <param name="Days">Days.</param>
/// <param name="Micros">Microseconds.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDbInterval(int Months, int Days, long Micros)
{
    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}
