using System.Globalization;
using System.Text;

namespace Analytics.Terminal.Input;

/// <summary>
/// What a complete control sequence from the terminal means: xterm's and rxvt's keys (ctlseqs), the kitty keyboard protocol (CSI u),
/// modifyOtherKeys (CSI 27 ; m ; c ~), SGR mouse reports (1006), focus (1004), cursor and graphics reports. Null for what we do not know.
/// </summary>
internal static class EscapeSequences
{
    /// <summary>CSI: the bytes between <c>ESC [</c> and the final byte, and the final byte.</summary>
    public static InputEvent? Csi(ReadOnlySpan<byte> body, byte final)
    {
        if (body.Length > 0 && body[0] == '<' && final is (byte)'M' or (byte)'m')
            return SgrMouse(body[1..], final == 'm');
        if (body.Length > 0 && body[0] is >= (byte)'<' and <= (byte)'?')
            return body[0] == '?' ? Private(body[1..], final) : null;
        Span<int> parameters = stackalloc int[8];
        var count = Parameters(body, parameters);
        var first = parameters[0];
        var modifiers = Modifiers(parameters[1]);
        return final switch
        {
            (byte)'u' => FromCodePoint(first, modifiers),
            (byte)'~' when first == 27 && count >= 3 => FromCodePoint(parameters[2], modifiers),
            (byte)'~' => TildeKey(first) is { } key ? new KeyEvent(key, modifiers) : null,
            (byte)'I' => new FocusEvent(true),
            (byte)'O' => new FocusEvent(false),
            (byte)'Z' => new KeyEvent(Key.Tab, modifiers | KeyModifiers.Shift),
            (byte)'t' when count >= 3 && first == 6 => new CellSizeReport(parameters[2], parameters[1]),
            (byte)'t' when count >= 3 && first == 4 => new WindowSizeReport(parameters[2], parameters[1]),
            // Row 1 and column 2–16 could also be a modified F3; our own question is asked from another row.
            (byte)'R' when count >= 2 && !(first == 1 && parameters[1] is > 1 and <= 16) => new CursorReportEvent(
                parameters[1] - 1,
                first - 1
            ),
            _ => LetterKey(final) is { } key ? new KeyEvent(key, modifiers) : null,
        };
    }

    /// <summary>
    /// Answers with a question mark: device attributes (DA1) and XTSMGRAPHICS, of which the second parameter is 0 where it was answered.
    /// </summary>
    private static GraphicsReport? Private(ReadOnlySpan<byte> body, byte final)
    {
        Span<int> parameters = stackalloc int[32];
        var told = parameters[..Parameters(body, parameters)];
        return final switch
        {
            // The first one is the class of terminal.
            (byte)'c' when told is [_, .. var attributes] => new AttributesReport(attributes.Contains(4)),
            (byte)'S' when told is [1, 0, var colors] => new SixelColorsReport(colors),
            (byte)'S' when told is [2, 0, var width, var height] => new SixelSizeReport(width, height),
            _ => null,
        };
    }

    /// <summary>
    /// OSC 11, the colour of the background: the bytes between <c>ESC ]</c> and the end; channels have one to four hexadecimal digits.
    /// </summary>
    public static GraphicsReport? Osc(ReadOnlySpan<byte> body)
    {
        var text = Encoding.ASCII.GetString(body);
        if (
            !text.StartsWith("11;rgb:", StringComparison.Ordinal)
            || text[7..].Split('/') is not [{ Length: <= 4 } red, { Length: <= 4 } green, { Length: <= 4 } blue]
        )
        {
            return null;
        }

        return Channel(red) is { } r && Channel(green) is { } g && Channel(blue) is { } b
            ? new BackgroundReport(r << 16 | g << 8 | b)
            : null;
    }

    private static int? Channel(string digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value * 255 / ((1 << 4 * digits.Length) - 1)
            : null;

    /// <summary>SS3: the byte after <c>ESC O</c>.</summary>
    public static InputEvent? Ss3(byte final) =>
        final switch
        {
            (byte)'M' => new KeyEvent(Key.Enter),
            _ => LetterKey(final) is { } key ? new KeyEvent(key) : null,
        };

    /// <summary>The Linux console's F1–F5: the byte after <c>ESC [ [</c>.</summary>
    public static InputEvent? LinuxConsole(byte final) =>
        final is >= (byte)'A' and <= (byte)'E' ? new KeyEvent(Key.F1 + (final - 'A')) : null;

    /// <summary>A key given by the code point it types or, for control characters, by these.</summary>
    public static InputEvent? FromCodePoint(int codePoint, KeyModifiers modifiers) =>
        codePoint switch
        {
            13 or 57414 => new KeyEvent(Key.Enter, modifiers),
            9 => new KeyEvent(Key.Tab, modifiers),
            27 => new KeyEvent(Key.Escape, modifiers),
            8 or 127 => new KeyEvent(Key.Backspace, modifiers),
            >= 57344 and <= 63743 => Keypad(codePoint, modifiers),
            >= 32 when Rune.IsValid(codePoint) => Character(new Rune(codePoint), modifiers),
            _ => null,
        };

    // kitty numbers keys without text in the private use area; besides the keypad these are locks, media keys and modifiers alone.
    private static KeyEvent? Keypad(int codePoint, KeyModifiers modifiers) =>
        codePoint switch
        {
            >= 57399 and <= 57413 => KeyEvent.Typed("0123456789./*-+"[codePoint - 57399].ToString(), modifiers),
            >= 57417 and <= 57426 => new KeyEvent(KeypadMotions[codePoint - 57417], modifiers),
            _ => null,
        };

    private static readonly Key[] KeypadMotions =
    [
        Key.Left,
        Key.Right,
        Key.Up,
        Key.Down,
        Key.PageUp,
        Key.PageDown,
        Key.Home,
        Key.End,
        Key.Insert,
        Key.Delete,
    ];

    // Shift shows in the character itself, except beside Ctrl, where letters are told by their lower case.
    private static KeyEvent Character(Rune rune, KeyModifiers modifiers)
    {
        if ((modifiers & KeyModifiers.Ctrl) != 0)
            return KeyEvent.Typed(Rune.ToLowerInvariant(rune).ToString(), modifiers);
        return (modifiers & KeyModifiers.Shift) != 0
            ? KeyEvent.Typed(Rune.ToUpperInvariant(rune).ToString(), modifiers & ~KeyModifiers.Shift)
            : KeyEvent.Typed(rune.ToString(), modifiers);
    }

    private static Key? LetterKey(byte final) =>
        final switch
        {
            (byte)'A' => Key.Up,
            (byte)'B' => Key.Down,
            (byte)'C' => Key.Right,
            (byte)'D' => Key.Left,
            (byte)'H' => Key.Home,
            (byte)'F' => Key.End,
            >= (byte)'P' and <= (byte)'S' => Key.F1 + (final - 'P'),
            _ => final == 'R' ? Key.F3 : null,
        };

    private static Key? TildeKey(int number) =>
        number switch
        {
            1 or 7 => Key.Home,
            2 => Key.Insert,
            3 => Key.Delete,
            4 or 8 => Key.End,
            5 => Key.PageUp,
            6 => Key.PageDown,
            >= 11 and <= 15 => Key.F1 + (number - 11),
            >= 17 and <= 21 => Key.F6 + (number - 17),
            23 or 24 => Key.F11 + (number - 23),
            _ => null,
        };

    // Parameter = 1 + bits: 1 Shift, 2 Alt, 4 Ctrl; further bits (Super, Hyper, Meta, locks) are not told apart.
    private static KeyModifiers Modifiers(int parameter) => parameter <= 1 ? KeyModifiers.None : (KeyModifiers)((parameter - 1) & 7);

    private static MouseEvent? SgrMouse(ReadOnlySpan<byte> body, bool release)
    {
        Span<int> parameters = stackalloc int[8];
        return Parameters(body, parameters) == 3 ? Mouse(parameters[0], parameters[1] - 1, parameters[2] - 1, release) : null;
    }

    /// <summary>A mouse report: bits 0–1 button, 2 Shift, 3 Alt, 4 Ctrl, 5 motion, 6 wheel.</summary>
    public static MouseEvent? Mouse(int bits, int x, int y, bool release)
    {
        if (x < 0 || y < 0 || bits >= 128)
            return null;
        var modifiers = (KeyModifiers)((bits >> 2 & 1) | (bits >> 3 & 1) << 1 | (bits >> 4 & 1) << 2);
        var number = bits & 3;
        if ((bits & 64) != 0)
            return new(MouseAction.WheelUp + number, MouseButton.None, x, y, modifiers);
        var button = number == 3 ? MouseButton.None : MouseButton.Left + number;
        var action =
            (bits & 32) != 0
                ? button == MouseButton.None
                    ? MouseAction.Move
                    : MouseAction.Drag
                : release || button == MouseButton.None
                    ? MouseAction.Release
                    : MouseAction.Press;
        return new(action, button, x, y, modifiers);
    }

    // Numbers between semicolons; sub-parameters after a colon are skipped; absent ones are 0; values are capped so that nothing overflows.
    private static int Parameters(ReadOnlySpan<byte> body, Span<int> parameters)
    {
        int count = 0,
            value = 0;
        var skipping = false;
        foreach (var b in body)
        {
            if (b == ';')
            {
                if (count < parameters.Length)
                    parameters[count++] = value;
                (value, skipping) = (0, false);
            }
            else if (b == ':')
            {
                skipping = true;
            }
            else if (!skipping && b is >= (byte)'0' and <= (byte)'9')
            {
                value = Math.Min(value * 10 + (b - '0'), 1_000_000);
            }
        }
        if (body.Length > 0 && count < parameters.Length)
            parameters[count++] = value;
        return count;
    }
}
