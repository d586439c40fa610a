using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.Terminal.Input;

/// <summary>
/// Turns the terminal's bytes into events. Streaming: sequences and characters may be split over reads in any way. Total: any bytes give
/// some events and never an exception; unknown or malformed sequences are dropped, invalid UTF-8 gives U+FFFD.
/// An Esc by itself is told from the beginning of a sequence by a pause, measured with the injected clock. Not thread-safe.
/// </summary>
public sealed class InputDecoder(TimeProvider time)
{
    /// <summary>Pause after which a pending Esc is the key Esc.</summary>
    public static readonly TimeSpan EscapePause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Pause after which a sequence that has begun beyond doubt is given up; an answer may come in pieces over a slow line.
    /// </summary>
    public static readonly TimeSpan SequencePause = TimeSpan.FromSeconds(1);

    /// <summary>Pause after which a paste without its end mark is taken as complete.</summary>
    public static readonly TimeSpan PastePause = TimeSpan.FromSeconds(2);

    // No terminal sends longer sequences; what is longer is garbage and is dropped up to its end.
    private const int LongestSequence = 256;

    private static readonly byte[] PasteEnd = "\e[201~"u8.ToArray();

    private readonly List<byte> _pending = [];
    private readonly List<InputEvent> _events = [];
    private List<byte>? _paste;
    private long _lastFeed;

    /// <summary>How long to wait for more bytes before calling <see cref="Expire"/>; null when nothing is pending.</summary>
    public TimeSpan? Wait
    {
        get
        {
            if (_pending.Count == 0 && _paste is null)
                return null;
            var left = Pause - time.GetElapsedTime(_lastFeed);
            return left < TimeSpan.Zero ? TimeSpan.Zero : left;
        }
    }

    // No key types Esc and an introducer with something after it.
    private TimeSpan Pause =>
        _paste is not null ? PastePause
        : _pending.Count > 2 && _pending[0] == 0x1B && _pending[1] is (byte)'[' or (byte)']' or (byte)'P' ? SequencePause
        : EscapePause;

    /// <summary>Takes the next bytes and returns the events they complete.</summary>
    public IReadOnlyList<InputEvent> Feed(ReadOnlySpan<byte> bytes)
    {
        _lastFeed = time.GetTimestamp();
        _events.Clear();
        foreach (var b in bytes)
            Take(b);
        return [.. _events];
    }

    /// <summary>Once the pause is over, decides what the pending bytes are; otherwise does nothing.</summary>
    public IReadOnlyList<InputEvent> Expire()
    {
        _events.Clear();
        if (Wait is not { } wait || wait > TimeSpan.Zero)
            return [];
        if (_paste is not null)
            EndPaste(_paste.Count);
        else
            Resolve();
        return [.. _events];
    }

    private void Take(byte b)
    {
        if (_paste is not null)
        {
            _paste.Add(b);
            if (b == (byte)'~' && EndsWith(_paste, PasteEnd))
                EndPaste(_paste.Count - PasteEnd.Length);
            return;
        }
        _pending.Add(b);
        Advance();
    }

    // One byte has been added to the pending ones: does it complete something?
    private void Advance()
    {
        var first = _pending[0];
        if (first != 0x1B)
            Plain();
        else if (_pending.Count > 1)
            Escape(_pending[1] == 0x1B ? 1 : 0);
    }

    private void Plain()
    {
        var status = Rune.DecodeFromUtf8(CollectionsMarshal.AsSpan(_pending), out var rune, out var consumed);
        if (status == OperationStatus.NeedMoreData)
            return;
        var rest = _pending.GetRange(consumed, _pending.Count - consumed);
        _pending.Clear();
        Emit(rune, KeyModifiers.None);
        foreach (var b in rest)
            Take(b);
    }

    // A sequence that begins with ESC at that index; a second ESC in front stands for Alt.
    private void Escape(int at)
    {
        if (_pending.Count == at + 1)
            return;
        var introducer = _pending[at + 1];
        switch (introducer)
        {
            case (byte)'[':
                Csi(at);
                break;
            case (byte)'O':
                if (_pending.Count > at + 2)
                    Complete(at, EscapeSequences.Ss3(_pending[at + 2]));
                break;
            case (byte)']' or (byte)'P' or (byte)'_' or (byte)'^' or (byte)'X':
                ControlString(at);
                break;
            case 0x1B:
                // Three in a row: the first is the key, the others may begin something.
                _pending.RemoveAt(0);
                _events.Add(new KeyEvent(Key.Escape));
                break;
            default:
                AltCharacter(at);
                break;
        }
    }

    private void Csi(int at)
    {
        var body = at + 2;
        if (_pending.Count == body)
            return;
        var last = _pending[^1];
        if (_pending[body] == '[')
        {
            if (_pending.Count > body + 1)
                Complete(at, EscapeSequences.LinuxConsole(last));
        }
        else if (_pending[body] == 'M')
        {
            if (_pending.Count == body + 4)
                Complete(at, EscapeSequences.Mouse(_pending[body + 1] - 32, _pending[body + 2] - 33, _pending[body + 3] - 33, false));
        }
        else if (last is >= 0x40 and <= 0x7E)
        {
            CompleteCsi(at, body, last);
        }
        else if (last is < 0x20 or > 0x7E)
        {
            Abandon(last);
        }
    }

    private void CompleteCsi(int at, int body, byte final)
    {
        if (_pending.Count > LongestSequence)
        {
            _pending.Clear();
            return;
        }
        var parameters = CollectionsMarshal.AsSpan(_pending)[body..^1];
        if (final == '~' && parameters.SequenceEqual("200"u8))
        {
            _pending.Clear();
            _paste = [];
        }
        else
        {
            Complete(at, EscapeSequences.Csi(parameters, final));
        }
    }

    // A control character inside a sequence ends it; the character counts by itself.
    private void Abandon(byte last)
    {
        _pending.Clear();
        Take(last);
    }

    // OSC, DCS, APC, PM, SOS, up to BEL or ESC \: answers, most of them to questions we did not ask, which are dropped.
    private void ControlString(int at)
    {
        var last = _pending[^1];
        var ended = last == 0x07 || (last == '\\' && _pending.Count > at + 3 && _pending[^2] == 0x1B);
        if (ended)
        {
            Complete(
                at,
                _pending[at + 1] == ']' ? EscapeSequences.Osc(CollectionsMarshal.AsSpan(_pending)[(at + 2)..^(last == 0x07 ? 1 : 2)]) : null
            );
        }
        else if (_pending.Count > LongestSequence)
        {
            _pending.RemoveRange(at + 2, _pending.Count - at - 4);
        }
    }

    private void AltCharacter(int at)
    {
        var status = Rune.DecodeFromUtf8(CollectionsMarshal.AsSpan(_pending)[(at + 1)..], out var rune, out var consumed);
        if (status == OperationStatus.NeedMoreData)
            return;
        var rest = _pending.GetRange(at + 1 + consumed, _pending.Count - at - 1 - consumed);
        _pending.Clear();
        if (at == 1)
            _events.Add(new KeyEvent(Key.Escape));
        Emit(rune, KeyModifiers.Alt);
        foreach (var b in rest)
            Take(b);
    }

    private void Complete(int at, InputEvent? result)
    {
        _pending.Clear();
        if (at == 1 && result is KeyEvent key)
            result = key with { Modifiers = key.Modifiers | KeyModifiers.Alt };
        if (result is not null)
            _events.Add(result);
    }

    private void Emit(Rune rune, KeyModifiers modifiers)
    {
        var key = rune.Value switch
        {
            0 => KeyEvent.Typed(" ", modifiers | KeyModifiers.Ctrl),
            '\r' => new KeyEvent(Key.Enter, modifiers),
            '\t' => new KeyEvent(Key.Tab, modifiers),
            0x08 or 0x7F => new KeyEvent(Key.Backspace, modifiers),
            0x1B => new KeyEvent(Key.Escape, modifiers),
            < 0x1B => KeyEvent.Typed(((char)('a' + rune.Value - 1)).ToString(), modifiers | KeyModifiers.Ctrl),
            < 0x20 => KeyEvent.Typed(((char)('@' + rune.Value)).ToString(), modifiers | KeyModifiers.Ctrl),
            _ => KeyEvent.Typed(rune.ToString(), modifiers),
        };
        _events.Add(key);
    }

    // The pause is over: a lone Esc is the key, Esc and one character is Alt, anything longer was cut off.
    private void Resolve()
    {
        var bytes = _pending.ToArray();
        _pending.Clear();
        if (bytes[0] != 0x1B)
            Emit(Rune.ReplacementChar, KeyModifiers.None);
        else if (bytes.Length == 1)
            _events.Add(new KeyEvent(Key.Escape));
        else if (bytes.Length == 2)
            Emit(bytes[1] < 0x80 ? new Rune(bytes[1]) : Rune.ReplacementChar, KeyModifiers.Alt);
    }

    private void EndPaste(int length)
    {
        var text = Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_paste)[..length]);
        _paste = null;
        if (text.Length > 0)
            _events.Add(new PasteEvent(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
    }

    private static bool EndsWith(List<byte> bytes, byte[] end) =>
        bytes.Count >= end.Length && CollectionsMarshal.AsSpan(bytes)[^end.Length..].SequenceEqual(end);
}
