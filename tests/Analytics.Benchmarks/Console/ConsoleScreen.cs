using System.Globalization;
using System.Text;

namespace Analytics.Benchmarks;

/// <summary>
/// What a viewer of the console's output sees: enough of a terminal to know which text stands on the screen. Cells take one column each,
/// so that only a console in English is read rightly.
/// </summary>
internal sealed class ConsoleScreen(int columns, int rows)
{
    private readonly char[] _cells = Blank(columns * rows);
    private readonly StringBuilder _pending = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private int _at,
        _row;

    /// <summary>Complete frames (synchronised output ended) so far.</summary>
    public int Frames { get; private set; }

    /// <summary>The cells, row by row, as of the last output, with line breaks.</summary>
    public string Text => string.Join('\n', Enumerable.Range(0, rows).Select(row => new string(_cells, row * columns, columns)));

    /// <summary>Takes output; a control sequence may be cut anywhere.</summary>
    /// <param name="frameEnded">Called at the end of each frame, while the screen shows it.</param>
    public void Write(ReadOnlySpan<byte> output, Action frameEnded)
    {
        Span<char> characters = new char[output.Length];
        foreach (var character in characters[.._decoder.GetChars(output, characters, flush: false)])
            Take(character, frameEnded);
    }

    private static char[] Blank(int count)
    {
        var blank = new char[count];
        Array.Fill(blank, ' ');
        return blank;
    }

    private void Take(char character, Action frameEnded)
    {
        if (_pending.Length == 0 && character != '\e')
        {
            Print(character);
            return;
        }
        _pending.Append(character);
        if (!IsComplete())
            return;
        Control(_pending.ToString(), frameEnded);
        _pending.Clear();
    }

    /// <summary>A sequence CSI … final, or OSC … up to BEL or ESC \; the console writes no others.</summary>
    private bool IsComplete() =>
        _pending.Length > 2
        && (_pending[1] == ']' ? _pending[^1] == '\a' || _pending[^1] == '\\' && _pending[^2] == '\e' : _pending[^1] is >= '@' and <= '~');

    private void Control(string sequence, Action frameEnded)
    {
        if (sequence == "\e[2J")
        {
            Array.Fill(_cells, ' ');
        }
        else if (sequence == "\e[?2026l")
        {
            Frames++;
            frameEnded();
        }
        else if (sequence[^1] == 'H')
        {
            _at = Position(sequence[2..^1]);
            _row = _at / columns;
        }
        else if (sequence[^1] == 'G')
        {
            // A row that is full leaves the place at the beginning of the next.
            _at = _row * columns + Number(sequence[2..^1]) - 1;
        }
        else if (sequence[^1] == 'C')
        {
            _at += Number(sequence[2..^1]);
        }
    }

    private int Position(string parameters)
    {
        var parts = parameters.Split(';');
        return parts.Length < 2 ? 0 : (Number(parts[0]) - 1) * columns + Number(parts[1]) - 1;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private void Print(char character)
    {
        if (character >= ' ' && _at < _cells.Length)
            _cells[_at++] = character;
    }
}
