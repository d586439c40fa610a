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

    /// <summary>Pause after which a sequence that has begun beyond doubt is given up; an answer may come in pieces over a slow line.</summary>
    public static readonly TimeSpan SequencePause = TimeSpan.FromSeconds(1);

    /// <summary>Pause after which a paste without its end mark is taken as complete.</summary>
    public static readonly TimeSpan PastePause = TimeSpan.FromSeconds(2);

    // No terminal sends longer sequences; what is longer is garbage and is dropped up to its end.
    private const int LongestSequence = 256;

    private static readonly byte[] PasteEnd = "\e[201~"u8.ToArray();

    private readonly List<byte> pending = [];
    private readonly List<InputEvent> events = [];
    private List<byte>? paste;
    private long lastFeed;

    /// <summary>How long to wait for more bytes before calling <see cref="Expire"/>; null when nothing is pending.</summary>
    public TimeSpan? Wait
    {
        get
        {
            if (pending.Count == 0 && paste is null)
                return null;
            var left = Pause - time.GetElapsedTime(lastFeed);
            return left < TimeSpan.Zero ? TimeSpan.Zero : left;
        }
    }

    // No key types Esc and an introducer with something after it.
    private TimeSpan Pause => paste is not null ? PastePause : pending.Count > 2 && pending[0] == 0x1B && pending[1] is (byte)'[' or (byte)']' or (byte)'P' ? SequencePause : EscapePause;

    /// <summary>Takes the next bytes and returns the events they complete.</summary>
    public IReadOnlyList<InputEvent> Feed(ReadOnlySpan<byte> bytes)
    {
        lastFeed = time.GetTimestamp();
        events.Clear();
        foreach (var b in bytes)
            Take(b);
        return [.. events];
    }

    /// <summary>Once the pause is over, decides what the pending bytes are; otherwise does nothing.</summary>
    public IReadOnlyList<InputEvent> Expire()
    {
        events.Clear();
        if (Wait is not { } wait || wait > TimeSpan.Zero)
            return [];
        if (paste is not null)
            EndPaste(paste.Count);
        else
            Resolve();
        return [.. events];
    }

    private void Take(byte b)
    {
        if (paste is not null)
        {
            paste.Add(b);
            if (b == (byte)'~' && EndsWith(paste, PasteEnd))
                EndPaste(paste.Count - PasteEnd.Length);
            return;
        }
        pending.Add(b);
        Advance();
    }

    // One byte has been added to the pending ones: does it complete something?
    private void Advance()
    {
        var first = pending[0];
        if (first != 0x1B)
            Plain();
        else if (pending.Count > 1)
            Escape(pending[1] == 0x1B ? 1 : 0);
    }

    private void Plain()
    {
        var status = Rune.DecodeFromUtf8(CollectionsMarshal.AsSpan(pending), out var rune, out var consumed);
        if (status == OperationStatus.NeedMoreData)
            return;
        var rest = pending.GetRange(consumed, pending.Count - consumed);
        pending.Clear();
        Emit(rune, KeyModifiers.None);
        foreach (var b in rest)
            Take(b);
    }

    // A sequence that begins with ESC at that index; a second ESC in front stands for Alt.
    private void Escape(int at)
    {
        if (pending.Count == at + 1)
            return;
        var introducer = pending[at + 1];
        switch (introducer)
        {
            case (byte)'[':
                Csi(at);
                break;
            case (byte)'O':
                if (pending.Count > at + 2)
                    Complete(at, EscapeSequences.Ss3(pending[at + 2]));
                break;
            case (byte)']' or (byte)'P' or (byte)'_' or (byte)'^' or (byte)'X':
                ControlString(at);
                break;
            case 0x1B:
                // Three in a row: the first is the key, the others may begin something.
                pending.RemoveAt(0);
                events.Add(new KeyEvent(Key.Escape));
                break;
            default:
                AltCharacter(at);
                break;
        }
    }

    private void Csi(int at)
    {
        var body = at + 2;
        if (pending.Count == body)
            return;
        var last = pending[^1];
        if (pending[body] == '[')
        {
            if (pending.Count > body + 1)
                Complete(at, EscapeSequences.LinuxConsole(last));
        }
        else if (pending[body] == 'M')
        {
            if (pending.Count == body + 4)
                Complete(at, EscapeSequences.Mouse(pending[body + 1] - 32, pending[body + 2] - 33, pending[body + 3] - 33, false));
        }
        else if (last is >= 0x40 and <= 0x7E)
            CompleteCsi(at, body, last);
        else if (last is < 0x20 or > 0x7E)
            Abandon(last);
    }

    private void CompleteCsi(int at, int body, byte final)
    {
        if (pending.Count > LongestSequence)
        {
            pending.Clear();
            return;
        }
        var parameters = CollectionsMarshal.AsSpan(pending)[body..^1];
        if (final == '~' && parameters.SequenceEqual("200"u8))
        {
            pending.Clear();
            paste = [];
        }
        else
            Complete(at, EscapeSequences.Csi(parameters, final));
    }

    // A control character inside a sequence ends it; the character counts by itself.
    private void Abandon(byte last)
    {
        pending.Clear();
        Take(last);
    }

    // OSC, DCS, APC, PM, SOS, up to BEL or ESC \: answers, most of them to questions we did not ask, which are dropped.
    private void ControlString(int at)
    {
        var last = pending[^1];
        var ended = last == 0x07 || (last == '\\' && pending.Count > at + 3 && pending[^2] == 0x1B);
        if (ended)
            Complete(at, pending[at + 1] == ']' ? EscapeSequences.Osc(CollectionsMarshal.AsSpan(pending)[(at + 2)..^(last == 0x07 ? 1 : 2)]) : null);
        else if (pending.Count > LongestSequence)
            pending.RemoveRange(at + 2, pending.Count - at - 4);
    }

    private void AltCharacter(int at)
    {
        var status = Rune.DecodeFromUtf8(CollectionsMarshal.AsSpan(pending)[(at + 1)..], out var rune, out var consumed);
        if (status == OperationStatus.NeedMoreData)
            return;
        var rest = pending.GetRange(at + 1 + consumed, pending.Count - at - 1 - consumed);
        pending.Clear();
        if (at == 1)
            events.Add(new KeyEvent(Key.Escape));
        Emit(rune, KeyModifiers.Alt);
        foreach (var b in rest)
            Take(b);
    }

    private void Complete(int at, InputEvent? result)
    {
        pending.Clear();
        if (at == 1 && result is KeyEvent key)
            result = key with { Modifiers = key.Modifiers | KeyModifiers.Alt };
        if (result is not null)
            events.Add(result);
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
        events.Add(key);
    }

    // The pause is over: a lone Esc is the key, Esc and one character is Alt, anything longer was cut off.
    private void Resolve()
    {
        var bytes = pending.ToArray();
        pending.Clear();
        if (bytes[0] != 0x1B)
            Emit(Rune.ReplacementChar, KeyModifiers.None);
        else if (bytes.Length == 1)
            events.Add(new KeyEvent(Key.Escape));
        else if (bytes.Length == 2)
            Emit(bytes[1] < 0x80 ? new Rune(bytes[1]) : Rune.ReplacementChar, KeyModifiers.Alt);
    }

    private void EndPaste(int length)
    {
        var text = Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(paste)[..length]);
        paste = null;
        if (text.Length > 0)
            events.Add(new PasteEvent(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
    }

    private static bool EndsWith(List<byte> bytes, byte[] end) =>
        bytes.Count >= end.Length && CollectionsMarshal.AsSpan(bytes)[^end.Length..].SequenceEqual(end);
}
