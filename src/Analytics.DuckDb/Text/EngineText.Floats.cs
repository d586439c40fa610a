using System.Globalization;
using System.Text;

namespace Analytics.DuckDb;

internal static partial class EngineText
{
    // fmt's "{}": scientific from 1e16 on and below 1e-4, as %g has it, whatever the number of digits.
    private const int FirstScientificExponent = 16;
    private const int LastFixedExponent = -4;

    public static void Append(double value, StringBuilder into)
    {
        if (!double.IsFinite(value))
        {
            AppendNotFinite(value, into);
            return;
        }

        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        if (IsPowerOfTwo(value) && double.Parse(text[..length], CultureInfo.InvariantCulture) != value)
        {
            value.TryFormat(text, out length, "E16", CultureInfo.InvariantCulture);
        }

        AppendShortest(text[..length], into);
    }

    public static void Append(float value, StringBuilder into)
    {
        if (!float.IsFinite(value))
        {
            AppendNotFinite(value, into);
            return;
        }

        if (HasNoSafeShortestDigits(value))
        {
            Append((double)value, into);
            return;
        }

        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        AppendShortest(text[..length], into);
    }

    /// <summary>
    /// The lower neighbour of a power of two is nearer than the upper one, which .NET's "R" overlooks: 2^-25 needs 17 digits.
    /// </summary>
    private static bool IsPowerOfTwo(double value) => (BitConverter.DoubleToUInt64Bits(value) & ((1UL << 52) - 1)) == 0;

    /// <summary>
    /// fmt finds the shortest digits with Grisu3, which gives up when the best candidate lies exactly on the edge of
    /// what rounds to the value, or two lie equally near; then fmt writes the digits of the value as a double. Such
    /// coincidences of binary and decimal need few digits, hence a moderate exponent, and integers suffice to find them.
    /// </summary>
    private static bool HasNoSafeShortestDigits(float value)
    {
        const int MantissaBits = 23,
            Bias = 150;
        var bits = BitConverter.SingleToUInt32Bits(MathF.Abs(value));
        var exponent = (int)(bits >> MantissaBits) - Bias;
        if (exponent is < -41 or > 42)
        {
            return false;
        }

        // The unit is a quarter of the last bit's value, or for fractions the power of ten that such quarters divide.
        var quarter = exponent >= 2 ? Int128.One << (exponent - 2) : PowerOfFive(2 - exponent);
        var mantissa = (bits & ((1u << MantissaBits) - 1)) | (1u << MantissaBits);
        var exact = quarter * 4 * mantissa;
        return ShortestIsUnsafe(exact, low: exact - (mantissa == 1u << MantissaBits ? quarter : quarter * 2), high: exact + (quarter * 2));
    }

    private static Int128 PowerOfFive(int exponent)
    {
        var power = Int128.One;
        for (; exponent > 0; exponent--)
        {
            power *= 5;
        }

        return power;
    }

    /// <summary>Looks at the multiples of the largest power of ten that has any between the bounds.</summary>
    private static bool ShortestIsUnsafe(Int128 exact, Int128 low, Int128 high)
    {
        var power = Int128.One;
        while (power <= high / 10)
        {
            power *= 10;
        }

        while (power > 1 && high / power * power < low)
        {
            power /= 10;
        }

        var below = exact / power * power;
        var above = below + power;
        var isMidway = exact - below == above - exact && below >= low && above <= high;
        var nearest = below < low || (above <= high && above - exact < exact - below) ? above : below;
        return isMidway || nearest == low || nearest == high;
    }

    private static void AppendNotFinite(double value, StringBuilder into) =>
        into.Append(
            double.IsNaN(value) ? (double.IsNegative(value) ? "-nan" : "nan")
            : value > 0 ? "inf"
            : "-inf"
        );

    /// <summary>Lays .NET's shortest digits out as the engine does.</summary>
    private static void AppendShortest(ReadOnlySpan<char> text, StringBuilder into)
    {
        Span<char> digits = stackalloc char[text.Length];
        var exponent = ReadDigits(text, digits, out var count);
        into.Append(text[0] == '-' ? "-" : "");
        if (exponent is >= LastFixedExponent and < FirstScientificExponent)
        {
            AppendFixed(digits[..count], exponent, into);
        }
        else
        {
            AppendScientific(digits[..count], exponent, into);
        }
    }

    /// <summary>Significant digits of a number such as -12.5, 0.001 or 1.5E-07; gives the exponent of the first one.</summary>
    private static int ReadDigits(ReadOnlySpan<char> text, Span<char> digits, out int count)
    {
        var scientific = text.IndexOf('E');
        var mantissa = (scientific < 0 ? text : text[..scientific]).TrimStart('-');
        var point = mantissa.IndexOf('.') is >= 0 and var found ? found : mantissa.Length;
        count = 0;
        foreach (var symbol in mantissa)
        {
            if (symbol != '.')
            {
                digits[count++] = symbol;
            }
        }

        var leadingZeros = digits[..count].IndexOfAnyExcept('0');
        if (leadingZeros < 0)
        {
            count = 1;
            return 0;
        }

        digits[leadingZeros..count].CopyTo(digits);
        count = digits[..(count - leadingZeros)].LastIndexOfAnyExcept('0') + 1;
        var written = scientific < 0 ? 0 : int.Parse(text[(scientific + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return written + point - 1 - leadingZeros;
    }

    private static void AppendFixed(ReadOnlySpan<char> digits, int exponent, StringBuilder into)
    {
        if (exponent < 0)
        {
            into.Append("0.").Append('0', -exponent - 1).Append(digits);
            return;
        }

        var whole = Math.Min(exponent + 1, digits.Length);
        into.Append(digits[..whole]).Append('0', exponent + 1 - whole).Append('.');
        into.Append(whole < digits.Length ? digits[whole..] : "0");
    }

    private static void AppendScientific(ReadOnlySpan<char> digits, int exponent, StringBuilder into)
    {
        into.Append(digits[0]);
        if (digits.Length > 1)
        {
            into.Append('.').Append(digits[1..]);
        }

        into.Append(exponent < 0 ? "e-" : "e+").Append(CultureInfo.InvariantCulture, $"{Math.Abs(exponent):00}");
    }
}
