using System.Buffers;
using System.Text;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;

namespace Analytics.Terminal.Ansi;

/// <summary>
/// Turns the difference between two canvases into bytes for the terminal. Guarantee, tested: replaying <c>diff(a, b)</c> on a screen that
/// shows
/// <c>a</c> makes it show <c>b</c>. Nothing relies on line wrapping or on the width of clusters of disputed width.
/// A picture is written after the cells, on blank ones, and stays until a cell below it is written; a new one in its place is written over
/// it.
/// </summary>
public sealed class AnsiWriter(ColorDepth depth)
{
    private readonly ArrayBufferWriter<byte> _output = new(8192);
    private int _cursorX,
        _cursorY;
    private Style? _current;
    private CellRect _picture,
        _remains;
    private bool _isPictureDue;

    /// <summary>
    /// The bytes that bring a screen from <paramref name="before"/> to <paramref name="after"/>; with null, from anything (the screen is
    /// cleared).
    /// Wrapped in synchronised-output marks (CSI ? 2026 h/l), with the cursor hidden while cells change. Empty when nothing differs.
    /// The memory is valid until the next call.
    /// </summary>
    public ReadOnlyMemory<byte> Diff(CellCanvas? before, CellCanvas after)
    {
        _output.ResetWrittenCount();
        (_cursorX, _cursorY, _current) = (-1, -1, null);
        var whole = before is null || before.Width != after.Width || before.Height != after.Height;
        ComparePictures(whole ? null : before!.Picture, after.Picture);
        _output.Write("\e[?2026h\e[?25l"u8);
        var opening = _output.WrittenCount;
        if (whole)
            _output.Write("\e[0m\e[2J"u8);
        for (var y = 0; y < after.Height; y++)
            WriteRow(whole ? null : before, after, y);
        if (_isPictureDue && after.Picture is { } shown)
            WritePicture(shown);
        if (_output.WrittenCount == opening && before!.Cursor == after.Cursor)
            return ReadOnlyMemory<byte>.Empty;
        Close(after);
        return _output.WrittenMemory;
    }

    // A picture in the same place covers the old one; anything else leaves some of it, which goes by writing the cells.
    private void ComparePictures(CanvasPicture? before, CanvasPicture? after)
    {
        _picture = after?.Area ?? default;
        _remains = before is { } old && old.Area != _picture ? old.Area : default;
        _isPictureDue = after is not null && before != after;
    }

    // Where the terminal leaves its cursor differs from one to the next.
    private void WritePicture(CanvasPicture shown)
    {
        MoveTo(shown.Area.X, shown.Area.Y);
        _output.Write(shown.Picture.Text.Span);
        (_cursorX, _cursorY) = (-1, -1);
    }

    private void Close(CellCanvas after)
    {
        if (_current is { } style)
            Sgr.WriteChange(_output, style, Style.Default, depth);
        if (after.Cursor is { } at)
        {
            MoveTo(at.X, at.Y);
            _output.Write("\e[?25h"u8);
        }
        _output.Write("\e[?2026l"u8);
    }

    private void WriteRow(CellCanvas? before, CellCanvas after, int y)
    {
        var overrun = -1;
        for (var x = 0; x < after.Width; x++)
        {
            var cell = Seen(after, x, y);
            if (cell.IsContinuation || (x != overrun && !Differs(before, after, x, y)))
                continue;
            _isPictureDue |= _picture.Contains(x, y);
            WriteCell(cell, x, y, after.Width);
            // A terminal that draws a disputed cluster wider than we count has overwritten the next cell.
            overrun = cell.IsDisputed ? x + cell.Width : -1;
        }
    }

    // A wide cluster is written whole when either of its cells differs.
    // On a cleared screen nothing stands, in the terminal's own colours.
    private bool Differs(CellCanvas? before, CellCanvas after, int x, int y)
    {
        var cell = Seen(after, x, y);
        return before is null
            ? cell != Cell.Blank(Style.Default)
            : _remains.Contains(x, y)
                || Seen(before, x, y) != cell
                || (cell.Width == 2 && (_remains.Contains(x + 1, y) || Seen(before, x + 1, y) != Seen(after, x + 1, y)));
    }

    // Below a picture cells are blank; a wide character of which it covers one half is not there.
    private static Cell Seen(CellCanvas canvas, int x, int y)
    {
        var cell = canvas[x, y];
        if (canvas.Picture is not { Area: var area, Ground: var ground })
            return cell;
        if (area.Contains(x, y))
            return Cell.Blank(ground);
        var isHalf = cell.Width == 2 && area.Contains(x + 1, y) || cell.IsContinuation && area.Contains(x - 1, y);
        return isHalf ? Cell.Blank(cell.Style) : cell;
    }

    private void WriteCell(Cell cell, int x, int y, int width)
    {
        SetStyle(cell.Style);
        if (cell.IsDisputed)
            BlankUnder(cell, x, y);
        MoveTo(x, y);
        WriteText(cell.Text);
        // After the last column the terminal's cursor waits to wrap, and after a disputed cluster it may be anywhere in its row, or, where
        // one did not fit into it, in the next.
        var isPlain = !cell.IsDisputed && x + cell.Width < width;
        (_cursorX, _cursorY) = (isPlain ? x + cell.Width : -1, cell.IsDisputed && x + 2 >= width ? -1 : y);
    }

    // A terminal that draws a disputed cluster narrower than we count leaves blanks in the rest, not what was there before.
    private void BlankUnder(Cell cell, int x, int y)
    {
        MoveTo(x, y);
        _output.Write(cell.Width == 2 ? "  "u8 : " "u8);
        _cursorX = -1;
    }

    private void SetStyle(Style style)
    {
        if (_current == style)
            return;
        if (_current is { } before)
            Sgr.WriteChange(_output, before, style, depth);
        else
            Sgr.Write(_output, style, depth);
        _current = style;
    }

    private void MoveTo(int x, int y)
    {
        if (x == _cursorX && y == _cursorY)
            return;
        var forward = _cursorX >= 0 ? x - _cursorX : 0;
        if (y != _cursorY)
            Sgr.WriteControl(_output, 'H', y + 1, x + 1);
        else if (forward > 0 && Sgr.Digits(forward) < Sgr.Digits(x + 1))
            Sgr.WriteControl(_output, 'C', forward);
        else
            Sgr.WriteControl(_output, 'G', x + 1);
        (_cursorX, _cursorY) = (x, y);
    }

    private void WriteText(string text)
    {
        var space = _output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _output.Advance(Encoding.UTF8.GetBytes(text, space));
    }
}
