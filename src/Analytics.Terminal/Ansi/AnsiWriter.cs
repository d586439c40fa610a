using System.Buffers;
using System.Text;
using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Ansi;

/// <summary>
/// Turns the difference between two canvases into bytes for the terminal. Guarantee, tested: replaying <c>diff(a, b)</c> on a screen that shows
/// <c>a</c> makes it show <c>b</c>. Positions are absolute; nothing relies on line wrapping or on the width of clusters of disputed width.
/// </summary>
public sealed class AnsiWriter(ColorDepth depth)
{
    private readonly ArrayBufferWriter<byte> output = new(8192);
    private int cursorX, cursorY;
    private Style? current;
    private ColorScheme? scheme;

    /// <summary>
    /// The bytes that bring a screen from <paramref name="before"/> to <paramref name="after"/>; with null, from anything (the screen is cleared).
    /// Wrapped in synchronised-output marks (CSI ? 2026 h/l), with the cursor hidden while cells change. Empty when nothing differs.
    /// The memory is valid until the next call.
    /// </summary>
    public ReadOnlyMemory<byte> Diff(CellCanvas? before, CellCanvas after)
    {
        output.ResetWrittenCount();
        (cursorX, cursorY, current, scheme) = (-1, -1, null, after.Scheme);
        var whole = before is null || before.Width != after.Width || before.Height != after.Height || before.Scheme != scheme;
        output.Write("\e[?2026h\e[?25l"u8);
        var opening = output.WrittenCount;
        if (whole)
            output.Write("\e[0m\e[2J"u8);
        for (var y = 0; y < after.Height; y++)
            WriteRow(whole ? null : before, after, y);
        if (output.WrittenCount == opening && before!.Cursor == after.Cursor)
            return ReadOnlyMemory<byte>.Empty;
        Close(after);
        return output.WrittenMemory;
    }

    private void Close(CellCanvas after)
    {
        if (current is not null)
            output.Write("\e[0m"u8);
        if (after.Cursor is { } at)
        {
            MoveTo(at.X, at.Y);
            output.Write("\e[?25h"u8);
        }
        output.Write("\e[?2026l"u8);
    }

    private void WriteRow(CellCanvas? before, CellCanvas after, int y)
    {
        var overrun = -1;
        for (var x = 0; x < after.Width; x++)
        {
            var cell = after[x, y];
            if (cell.IsContinuation || (x != overrun && !Differs(before, after, x, y)))
                continue;
            WriteCell(cell, x, y, after.Width);
            // A terminal that draws a disputed cluster wider than we count has overwritten the next cell.
            overrun = cell.IsDisputed ? x + cell.Width : -1;
        }
    }

    // A wide cluster is written whole when either of its cells differs.
    // On a cleared screen nothing stands, in the terminal's own colours.
    private bool Differs(CellCanvas? before, CellCanvas after, int x, int y)
    {
        var cell = after[x, y];
        return before is null
            ? scheme is not null || cell != Cell.Blank(Style.Default)
            : before[x, y] != cell || (cell.Width == 2 && before[x + 1, y] != after[x + 1, y]);
    }

    private void WriteCell(Cell cell, int x, int y, int width)
    {
        SetStyle(cell.Style);
        if (cell.IsDisputed)
            BlankUnder(cell, x, y);
        MoveTo(x, y);
        WriteText(cell.Text);
        // After the last column the terminal's cursor waits to wrap, and after a disputed cluster it may be anywhere.
        (cursorX, cursorY) = cell.IsDisputed || x + cell.Width >= width ? (-1, -1) : (x + cell.Width, y);
    }

    // A terminal that draws a disputed cluster narrower than we count leaves blanks in the rest, not what was there before.
    private void BlankUnder(Cell cell, int x, int y)
    {
        MoveTo(x, y);
        output.Write(cell.Width == 2 ? "  "u8 : " "u8);
        cursorX = -1;
    }

    private void SetStyle(Style style)
    {
        if (current == style)
            return;
        Sgr.Write(output, scheme?.Resolve(style, depth) ?? style, depth);
        current = style;
    }

    private void MoveTo(int x, int y)
    {
        if (x == cursorX && y == cursorY)
            return;
        output.Write("\e["u8);
        Sgr.WriteNumber(output, y + 1);
        output.Write(";"u8);
        Sgr.WriteNumber(output, x + 1);
        output.Write("H"u8);
        (cursorX, cursorY) = (x, y);
    }

    private void WriteText(string text)
    {
        var space = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, space));
    }
}
