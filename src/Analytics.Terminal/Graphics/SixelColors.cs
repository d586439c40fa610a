using System.Buffers;

namespace Analytics.Terminal.Graphics;

/// <summary>
/// The colours of a sixel picture. The format gives them in percent, so colours that are the same in percent are one. Where there are more
/// than are
/// allowed: Heckbert's median cut ("Color image quantization for frame buffer display", SIGGRAPH 1982), but a box is represented by its
/// most frequent
/// colour rather than by its mean, so that the flat areas of a chart keep their exact colour and only edges are approximated.
/// </summary>
internal sealed class SixelColors : IDisposable
{
    // Seven bits for each channel's percent.
    private const int Bits = 7,
        Keys = 1 << 3 * Bits,
        Mask = (1 << Bits) - 1;

    private static readonly int[] PercentOf = [.. Enumerable.Range(0, 256).Select(value => (value * 100 + 127) / 255)];

    // First how often a colour is there, then its number in the palette.
    private readonly int[] _numbers = ArrayPool<int>.Shared.Rent(Keys);

    /// <summary>Counts the colours of a picture and chooses.</summary>
    public SixelColors(ReadOnlySpan<byte> rgb, int most)
    {
        Array.Clear(_numbers, 0, Keys);
        for (var at = 0; at < rgb.Length; at += 3)
            _numbers[Key(rgb, at)]++;
        Palette = Choose(most);
    }

    /// <summary>Red, green and blue in percent.</summary>
    public IReadOnlyList<(int Red, int Green, int Blue)> Palette { get; }

    /// <summary>The number in the palette of the pixel whose bytes begin there.</summary>
    public int Number(ReadOnlySpan<byte> rgb, int at) => _numbers[Key(rgb, at)];

    public void Dispose() => ArrayPool<int>.Shared.Return(_numbers);

    private static int Key(ReadOnlySpan<byte> rgb, int at) =>
        PercentOf[rgb[at]] << 2 * Bits | PercentOf[rgb[at + 1]] << Bits | PercentOf[rgb[at + 2]];

    private static int Part(int key, int channel) => key >> (2 - channel) * Bits & Mask;

    private List<(int, int, int)> Choose(int most)
    {
        var colors = new List<Entry>();
        for (var key = 0; key < Keys; key++)
        {
            if (_numbers[key] > 0)
                colors.Add(new(key, _numbers[key]));
        }

        var all = colors.ToArray();
        var palette = new List<(int, int, int)>();
        foreach (var box in Boxes(all, most))
        {
            foreach (var color in box.Of(all))
                _numbers[color.Key] = palette.Count;
            palette.Add((Part(box.Main, 0), Part(box.Main, 1), Part(box.Main, 2)));
        }
        return palette;
    }

    /// <summary>The box with the greatest error is cut until there are as many as allowed, or nothing is left to cut.</summary>
    private static List<Box> Boxes(Entry[] all, int most)
    {
        if (all.Length <= most)
            return [.. all.Select((_, i) => Box.Around(all, i, 1))];
        var boxes = new List<Box> { Box.Around(all, 0, all.Length) };
        while (boxes.Count < most)
        {
            var worst = 0;
            for (var i = 1; i < boxes.Count; i++)
            {
                if (boxes[i].Error > boxes[worst].Error)
                    worst = i;
            }

            var (low, high) = boxes[worst].Cut(all);
            boxes[worst] = low;
            boxes.Add(high);
        }
        return boxes;
    }

    private readonly record struct Entry(int Key, int Count);

    /// <summary>A run of the colours, which its cut puts into order.</summary>
    /// <param name="Start">Index of its first colour.</param>
    /// <param name="Length">How many colours it has; at least 1.</param>
    /// <param name="Channel">Along which it is longest and is cut: 0 red, 1 green, 2 blue.</param>
    /// <param name="Main">Its most frequent colour.</param>
    /// <param name="Pixels">Pixels of the picture in any of its colours.</param>
    /// <param name="Error">Pixels of other colours, times how far they can be away.</param>
    private readonly record struct Box(int Start, int Length, int Channel, int Main, long Pixels, long Error)
    {
        public ReadOnlySpan<Entry> Of(Entry[] all) => all.AsSpan(Start, Length);

        public static Box Around(Entry[] all, int start, int length)
        {
            Span<int> least = [Mask, Mask, Mask],
                greatest = [0, 0, 0];
            var (main, pixels) = (all[start], 0L);
            foreach (var color in all.AsSpan(start, length))
            {
                pixels += color.Count;
                if (color.Count > main.Count)
                    main = color;
                for (var channel = 0; channel < 3; channel++)
                {
                    (least[channel], greatest[channel]) = (
                        Math.Min(least[channel], Part(color.Key, channel)),
                        Math.Max(greatest[channel], Part(color.Key, channel))
                    );
                }
            }
            var longest = 0;
            for (var channel = 1; channel < 3; channel++)
            {
                if (greatest[channel] - least[channel] > greatest[longest] - least[longest])
                    longest = channel;
            }

            return new(start, length, longest, main.Key, pixels, (pixels - main.Count) * (greatest[longest] - least[longest]));
        }

        /// <summary>Two boxes with about as many pixels each, parted along the longest side.</summary>
        public (Box Low, Box High) Cut(Entry[] all)
        {
            var channel = Channel;
            // Keys make the order total, so that the same picture has the same palette.
            all.AsSpan(Start, Length)
                .Sort((a, b) => Part(a.Key, channel) != Part(b.Key, channel) ? Part(a.Key, channel) - Part(b.Key, channel) : a.Key - b.Key);
            var (length, seen) = (0, 0L);
            do seen += all[Start + length++].Count;
            while (length < Length - 1 && seen * 2 < Pixels);
            return (Around(all, Start, length), Around(all, Start + length, Length - length));
        }
    }
}
