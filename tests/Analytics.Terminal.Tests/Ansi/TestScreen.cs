using System.Text;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Tests.Graphics;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Tests.Ansi;

/// <summary>
/// A tiny terminal that replays output: text, cursor positions, SGR, erasing, sixel pictures. Its cells hold what a viewer would see.
/// <paramref name="disputedWidth"/> makes it draw clusters of disputed width so many cells wide, as some terminals do.
/// </summary>
internal sealed class TestScreen(int width, int height, int? disputedWidth = null)
{
    /// <summary>Of a cell.</summary>
    public static readonly PixelSize Pixels = new(2, 3);

    private readonly (string Text, Style Style)[,] _cells = Blank(width, height);
    private readonly (string Picture, int X, int Y)?[,] _pictures = new (string, int, int)?[width, height];
    private int _x,
        _y;
    private bool _waitsToWrap;
    private Style _style;

    public bool CursorShown { get; private set; } = true;

    public (int X, int Y) Cursor => (_x, _y);

    public int FrameDepth { get; private set; }

    public (string Text, Style Style) this[int column, int row] => _cells[column, row];

    /// <summary>Which part of which picture stands in a cell, if one does.</summary>
    public (string Picture, int X, int Y)? PictureAt(int column, int row) => _pictures[column, row];

    public TestScreen Replay(ReadOnlySpan<byte> bytes)
    {
        foreach (var token in AnsiTokenizer.Read(bytes))
            Apply(token);
        return this;
    }

    private static (string, Style)[,] Blank(int width, int height)
    {
        var cells = new (string, Style)[width, height];
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < height; j++)
                cells[i, j] = (" ", default);
        }

        return cells;
    }

    private void Apply(AnsiToken token)
    {
        switch (token)
        {
            case TextToken text:
                Print(text.Text);
                break;
            case CsiToken { Final: 'H' } move:
                var parts = move.Parameters.Split(';').Select(int.Parse).ToArray();
                (_y, _x, _waitsToWrap) = (parts[0] - 1, parts[1] - 1, false);
                (_x >= 0 && _x < width && _y >= 0 && _y < height).ShouldBeTrue($"cursor to {_x},{_y}");
                break;
            case CsiToken { Final: 'G' } column:
                (_x, _waitsToWrap) = (int.Parse(column.Parameters) - 1, false);
                _x.ShouldBeInRange(0, width - 1);
                break;
            case CsiToken { Final: 'C' } forward:
                // A terminal stops at its edge, which none should rely on.
                (_x, _waitsToWrap) = (_x + int.Parse(forward.Parameters), false);
                _x.ShouldBeInRange(0, width - 1);
                break;
            case CsiToken { Final: 'm' } sgr:
                _style = SgrReader.Apply(sgr.Parameters, _style);
                break;
            case CsiToken { Final: 'J', Parameters: "2" }:
                Array.Copy(Blank(width, height), _cells, _cells.Length);
                Array.Clear(_pictures);
                break;
            case DcsToken picture:
                Paint(picture.Text);
                break;
            case CsiToken { Final: 'h' or 'l' } mode:
                SetMode(mode.Parameters, mode.Final == 'h');
                break;
            default:
                throw new FormatException($"unexpected {token}");
        }
    }

    // Afterwards the cursor may be anywhere; a picture that reached the last row would scroll the screen.
    private void Paint(string picture)
    {
        var painted = SixelDecoder.Read(Encoding.ASCII.GetBytes(picture)).Size;
        (painted.Width % Pixels.Width, painted.Height % Pixels.Height).ShouldBe((0, 0));
        var (across, down) = (painted.Width / Pixels.Width, painted.Height / Pixels.Height);
        (_x + across <= width && _y + down < height).ShouldBeTrue($"{across}×{down} cells at {_x},{_y}");
        for (var i = 0; i < across; i++)
        {
            for (var j = 0; j < down; j++)
            {
                _cells[_x + i, _y + j].Text.ShouldBe(" ", "nothing stands below a picture");
                _pictures[_x + i, _y + j] = (picture, i, j);
            }
        }

        (_x, _y, _waitsToWrap) = (width - 1, height - 1, true);
    }

    private void SetMode(string mode, bool on)
    {
        if (mode == "?25")
            CursorShown = on;
        else if (mode == "?2026")
            FrameDepth += on ? 1 : -1;
        else
            throw new FormatException($"unexpected mode {mode}");
    }

    private void Print(string text)
    {
        foreach (var cluster in CellText.Clusters(text))
        {
            _waitsToWrap.ShouldBeFalse("text would wrap at the right edge");
            var cells = cluster.IsDisputed ? disputedWidth ?? cluster.Width : cluster.Width;
            Put(text.Substring(cluster.Start, cluster.Length), Math.Min(cells, width - _x));
        }
    }

    private void Put(string cluster, int wide)
    {
        for (var i = 0; i < wide; i++)
            Erase(_x + i);
        _cells[_x, _y] = (cluster, _style);
        for (var i = 1; i < wide; i++)
            _cells[_x + i, _y] = ("", _style);
        _x += wide;
        if (_x >= width)
            (_x, _waitsToWrap) = (width - 1, true);
    }

    // Writing on one half of a wide character blanks the other.
    private void Erase(int column)
    {
        if (_cells[column, _y].Text.Length == 0 && column > 0)
            _cells[column - 1, _y] = (" ", _cells[column - 1, _y].Style);
        if (column + 1 < width && _cells[column + 1, _y].Text.Length == 0)
            _cells[column + 1, _y] = (" ", _cells[column + 1, _y].Style);
        _cells[column, _y] = (" ", _style);
        _pictures[column, _y] = null;
    }
}

/// <summary>Reads the parameters of SGR back into a style.</summary>
internal static class SgrReader
{
    public static Style Apply(string parameters, Style style = default)
    {
        var codes = new Queue<int>(parameters.Split(';').Select(int.Parse));
        while (codes.TryDequeue(out var code))
        {
            style = code switch
            {
                0 => Style.Default,
                1 => style.With(TextAttributes.Bold),
                2 => style.With(TextAttributes.Dim),
                3 => style.With(TextAttributes.Italic),
                4 => style.With(TextAttributes.Underline),
                7 => style.With(TextAttributes.Reverse),
                22 => style.Without(TextAttributes.Bold | TextAttributes.Dim),
                23 => style.Without(TextAttributes.Italic),
                24 => style.Without(TextAttributes.Underline),
                27 => style.Without(TextAttributes.Reverse),
                39 => style with { Foreground = Color.Default },
                49 => style with { Background = Color.Default },
                >= 30 and <= 37 => style with { Foreground = Color.Basic(code - 30) },
                >= 40 and <= 47 => style with { Background = Color.Basic(code - 40) },
                >= 90 and <= 97 => style with { Foreground = Color.Basic(code - 82) },
                >= 100 and <= 107 => style with { Background = Color.Basic(code - 92) },
                38 => style with { Foreground = Extended(codes) },
                48 => style with { Background = Extended(codes) },
                _ => throw new FormatException($"unexpected SGR {code} in {parameters}"),
            };
        }
        return style;
    }

    private static Color Extended(Queue<int> codes) =>
        codes.Dequeue() == 5
            ? Color.Indexed(codes.Dequeue())
            : Color.Rgb((byte)codes.Dequeue(), (byte)codes.Dequeue(), (byte)codes.Dequeue());
}
