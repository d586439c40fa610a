using System.Globalization;
using System.Text;
using Analytics.Terminal.Graphics;

namespace Analytics.Terminal.Tests.Graphics;

/// <summary>What a sixel control string paints: for each pixel its colour in percent, or null where nothing is painted.</summary>
internal sealed class SixelDecoder
{
    private readonly Dictionary<int, (int, int, int)> _palette = [];
    private readonly string _text;
    private int _at,
        _x,
        _top;
    private (int, int, int) _color;

    private SixelDecoder(string text) => _text = text;

    /// <summary>As the raster attributes tell it.</summary>
    public PixelSize Size { get; private set; }

    public (int Red, int Green, int Blue)?[,] Pixels { get; private set; } = new (int, int, int)?[0, 0];

    public int Colors => _palette.Count;

    /// <summary>Throws on whatever the encoder has no reason to write, and on pixels outside the picture's size.</summary>
    public static SixelDecoder Read(ReadOnlyMemory<byte> bytes)
    {
        var text = Encoding.ASCII.GetString(bytes.Span);
        text.ShouldStartWith("\eP0;1;0q");
        text.ShouldEndWith("\e\\");
        var decoder = new SixelDecoder(text[8..^2]);
        while (decoder._at < decoder._text.Length)
            decoder.Step();
        return decoder;
    }

    private void Step()
    {
        var c = _text[_at++];
        switch (c)
        {
            case '"':
                var raster = Numbers();
                raster[..2].ShouldBe([1, 1]);
                Size = new(raster[2], raster[3]);
                Pixels = new (int, int, int)?[Size.Width, Size.Height];
                break;
            case '#':
                var numbers = Numbers();
                if (numbers.Length > 1)
                    Define(numbers);
                else
                    _color = _palette[numbers[0]];
                break;
            case '!':
                var count = Numbers().ShouldHaveSingleItem();
                Paint(_text[_at++], count);
                break;
            case '$':
                _x = 0;
                break;
            case '-':
                (_x, _top) = (0, _top + 6);
                break;
            default:
                Paint(c, 1);
                break;
        }
    }

    private void Define(int[] numbers)
    {
        numbers[1].ShouldBe(2, "red, green, blue");
        numbers[2..].ShouldAllBe(n => n >= 0 && n <= 100);
        _palette.Add(numbers[0], (numbers[2], numbers[3], numbers[4]));
    }

    private void Paint(char sixel, int count)
    {
        sixel.ShouldBeInRange('?', '~');
        for (var end = _x + count; _x < end; _x++)
        {
            for (var bit = 0; bit < 6; bit++)
            {
                if ((sixel - '?' >> bit & 1) != 0)
                {
                    Pixels[_x, _top + bit].ShouldBeNull("painted twice");
                    Pixels[_x, _top + bit] = _color;
                }
            }
        }
    }

    private int[] Numbers()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == ';'))
            _at++;
        return [.. _text[start.._at].Split(';').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
    }
}
