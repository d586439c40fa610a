using System.Text;

namespace Analytics.Testing;

/// <summary>
/// Inputs that were changed at random: always the same ones, since each has a seed of its own. One on which something fails is kept beside
/// the tests, and the failure names it.
/// </summary>
internal static class Mutation
{
    /// <summary>What is put in: marks of YAML, CSV and command lines, numbers at their ends, and text that few expect.</summary>
    private static readonly string[] Strange =
    [
        "",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\0",
        "\"",
        "'",
        "\\",
        ",",
        ":",
        ": ",
        "- ",
        "? ",
        "{",
        "}",
        "[",
        "]",
        "[[",
        "]]",
        "{a: {b: [",
        "|",
        ">",
        "&a ",
        "*a",
        "!",
        "!!int",
        "%",
        "@",
        "`",
        "#",
        "--",
        "--- ",
        "...",
        "~",
        "null",
        "true",
        "=",
        "<<",
        "0",
        "-1",
        "1e999",
        "0x1",
        "99999999999999999999",
        "9223372036854775808",
        "-9223372036854775809",
        "NaN",
        "2024-02-30",
        "0000",
        "县",
        "𠮷",
        "\uFEFF",
        "\u0301",
        "\u202E",
        "\u001B[31m",
        "\uFFFF",
        "$x",
        "${x}",
        "../",
        "/",
        "/dev/null",
        "*",
        "%s",
        "{0}",
        "; DROP TABLE unit",
        "\u2028",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ];

    /// <param name="name">Of the kind of input; part of the seed.</param>
    /// <param name="times">How many inputs are made.</param>
    /// <param name="originals">What they are made from.</param>
    /// <param name="holds">Throws where one is not dealt with.</param>
    public static void OfTexts(string name, int times, IReadOnlyList<string> originals, Action<string> holds) =>
        Each(name, times, random => Changed(random, originals), text => holds(text), text => new UTF8Encoding(false).GetBytes(text));

    /// <inheritdoc cref="OfTexts"/>
    public static void OfBytes(string name, int times, IReadOnlyList<byte[]> originals, Action<byte[]> holds) =>
        Each(name, times, random => Changed(random, originals), holds, bytes => bytes);

    private static void Each<T>(string name, int times, Func<Random, T> make, Action<T> holds, Func<T, byte[]> bytesOf)
    {
        for (var number = 0; number < times; number++)
        {
            var input = make(new Random(Seed(name) + number));
            try
            {
                holds(input);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{name} {number}, kept as {Kept($"{name}-{number}", bytesOf(input))}: {e}", e);
            }
        }
    }

    /// <summary>The same on every machine, as a string's hash is not.</summary>
    private static int Seed(string name) => name.Aggregate(20261201, (seed, letter) => unchecked(seed * 31 + letter));

    private static string Kept(string name, byte[] input)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "failed-inputs"));
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, input);
        return path;
    }

    private static string Changed(Random random, IReadOnlyList<string> originals)
    {
        var text = originals[random.Next(originals.Count)];
        for (var changes = 1 + random.Next(3); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + random.Next(random.Next(4) == 0 ? 80 : 4));
            text = random.Next(6) switch
            {
                0 => text[..at] + text[end..],
                1 => text[..at],
                2 => text[..end] + text[at..end] + text[end..],
                3 => text[..at] + Part(random, originals) + text[end..],
                _ => text[..at] + Strange[random.Next(Strange.Length)] + text[end..],
            };
        }

        return text;
    }

    private static string Part(Random random, IReadOnlyList<string> originals)
    {
        var other = originals[random.Next(originals.Count)];
        var at = random.Next(other.Length + 1);
        return other.Substring(at, Math.Min(other.Length - at, random.Next(40)));
    }

    private static byte[] Changed(Random random, IReadOnlyList<byte[]> originals)
    {
        var bytes = (byte[])originals[random.Next(originals.Count)].Clone();
        for (var changes = 1 + random.Next(4); changes > 0 && bytes.Length > 0; changes--)
        {
            // The end of a Parquet file says what the rest is.
            var at = random.Next(2) == 0 ? random.Next(bytes.Length) : bytes.Length - 1 - random.Next(Math.Min(bytes.Length, 600));
            var end = Math.Min(bytes.Length, at + random.Next(20));
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.AsSpan(at, end - at).Fill((byte)(random.Next(2) == 0 ? 0 : 255));
                    break;
                case 3:
                    bytes = [.. bytes[..at], .. bytes[end..]];
                    break;
                default:
                    bytes = random.Next(4) == 0 ? bytes[..at] : [.. bytes[..end], .. bytes[at..end], .. bytes[end..]];
                    break;
            }
        }

        return bytes;
    }
}
