using System.Globalization;
using System.Text;

namespace Analytics.DuckDb;

internal static partial class EngineText
{
    private const long MicrosPerSecond = 1_000_000;
    private const long NanosPerSecond = 1_000_000_000;
    private const long SecondsPerDay = 86_400;

    public static void AppendDate(int days, StringBuilder into)
    {
        if (!new DuckDbDate(days).IsFinite)
        {
            into.Append(days > 0 ? "infinity" : "-infinity");
            return;
        }

        AppendCivil(days, into);
    }

    /// <summary>A time of day in steps of a second's fraction; the fraction without trailing zeros.</summary>
    public static void AppendTime(long ticks, long ticksPerSecond, StringBuilder into)
    {
        var (seconds, fraction) = Math.DivRem(ticks, ticksPerSecond);
        into.Append(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        AppendFraction(fraction, ticksPerSecond, into);
    }

    public static void Append(DuckDbTimeTz time, StringBuilder into)
    {
        AppendTime(time.Micros, MicrosPerSecond, into);
        AppendOffset(time.OffsetSeconds, into);
    }

    public static void Append(DuckDbTimestamp timestamp, StringBuilder into)
    {
        if (!timestamp.IsFinite)
        {
            into.Append(timestamp.Ticks > 0 ? "infinity" : "-infinity");
            return;
        }

        var perDay = timestamp.TicksPerSecond * SecondsPerDay;
        var (day, time) = FloorDivide(timestamp.Ticks, perDay);
        var shift = timestamp.IsUtc ? (timestamp.OffsetSeconds * timestamp.TicksPerSecond) + ErrorOfIcu(timestamp.Ticks) : 0;
        var (carry, shown) = FloorDivide(time + shift, perDay);
        AppendCivil(day + carry, into);
        into.Append(' ');
        AppendTime(shown, timestamp.TicksPerSecond, into);
        if (timestamp.IsUtc)
        {
            // The seconds of old local times shift the time, but the engine does not write them.
            AppendOffset(timestamp.OffsetSeconds / 60 * 60, into);
        }
    }

    public static void Append(DuckDbInterval interval, StringBuilder into)
    {
        var start = into.Length;
        AppendCount(interval.Months / 12, " year", start, into);
        AppendCount(interval.Months % 12, " month", start, into);
        AppendCount(interval.Days, " day", start, into);
        if (interval.Micros != 0 || into.Length == start)
        {
            into.Append(into.Length > start ? " " : "").Append(interval.Micros < 0 ? "-" : "");
            AppendTime(Math.Abs(Math.Max(interval.Micros, -long.MaxValue)), MicrosPerSecond, into);
        }
    }

    /// <summary>
    /// Microseconds by which the engine's text of a TIMESTAMPTZ is off: ICU counts milliseconds in a double, which
    /// beyond 2^53 (the year 287396) lose the last digit.
    /// </summary>
    private static long ErrorOfIcu(long micros)
    {
        const long MicrosPerMillisecond = 1000;
        var milliseconds = FloorDivide(micros, MicrosPerMillisecond).Quotient;
        return ((long)(double)milliseconds - milliseconds) * MicrosPerMillisecond;
    }

    private static (long Quotient, long Remainder) FloorDivide(long value, long by)
    {
        var (quotient, remainder) = Math.DivRem(value, by);
        return remainder < 0 ? (quotient - 1, remainder + by) : (quotient, remainder);
    }

    /// <summary>
    /// A day of the proleptic Gregorian calendar. Algorithm: Howard Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", civil_from_days.
    /// </summary>
    private static void AppendCivil(long days, StringBuilder into)
    {
        var shifted = days + 719_468; // to 0000-03-01
        var era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
        var dayOfEra = shifted - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthFromMarch = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        into.Append(CultureInfo.InvariantCulture, $"{(year > 0 ? year : 1 - year):0000}-{month:00}-{day:00}");
        into.Append(year > 0 ? "" : " (BC)");
    }

    private static void AppendFraction(long fraction, long ticksPerSecond, StringBuilder into)
    {
        if (fraction == 0)
        {
            return;
        }

        into.Append('.');
        for (var unit = ticksPerSecond / 10; fraction > 0; unit /= 10)
        {
            into.Append((char)('0' + (fraction / unit)));
            fraction %= unit;
        }
    }

    private static void AppendOffset(int seconds, StringBuilder into)
    {
        var offset = Math.Abs(seconds);
        into.Append(seconds < 0 ? '-' : '+').Append(CultureInfo.InvariantCulture, $"{offset / 3600:00}");
        AppendOffsetPart(offset / 60 % 60, into);
        AppendOffsetPart(offset % 60, into);
    }

    private static void AppendOffsetPart(int part, StringBuilder into)
    {
        if (part > 0)
        {
            into.Append(CultureInfo.InvariantCulture, $":{part:00}");
        }
    }

    private static void AppendCount(int count, string name, int start, StringBuilder into)
    {
        if (count != 0)
        {
            into.Append(into.Length > start ? " " : "")
                .Append(CultureInfo.InvariantCulture, $"{count}")
                .Append(name)
                .Append(count is 1 or -1 ? "" : "s");
        }
    }
}
