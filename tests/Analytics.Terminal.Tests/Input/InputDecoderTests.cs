using System.Text;
using Analytics.Terminal.Input;

namespace Analytics.Terminal.Tests.Input;

public class InputDecoderTests
{
    private const KeyModifiers Ctrl = KeyModifiers.Ctrl,
        Alt = KeyModifiers.Alt,
        Shift = KeyModifiers.Shift,
        None = KeyModifiers.None;

    private readonly FakeTime _time = new();

    public static TheoryData<string, KeyEvent> Keys =>
        new()
        {
            { "a", KeyEvent.Typed("a") },
            { "中", KeyEvent.Typed("中") },
            { "👍", KeyEvent.Typed("👍") },
            { "\r", new KeyEvent(Key.Enter) },
            { "\t", new KeyEvent(Key.Tab) },
            { "\x7f", new KeyEvent(Key.Backspace) },
            { "\x13", KeyEvent.Typed("s", Ctrl) },
            { "\x03", KeyEvent.Typed("c", Ctrl) },
            { "\0", KeyEvent.Typed(" ", Ctrl) },
            { "\x1f", KeyEvent.Typed("_", Ctrl) },
            { "\ex", KeyEvent.Typed("x", Alt) },
            { "\e中", KeyEvent.Typed("中", Alt) },
            { "\e\r", new KeyEvent(Key.Enter, Alt) },
            { "\e[A", new KeyEvent(Key.Up) },
            { "\eOB", new KeyEvent(Key.Down) },
            { "\e[1;5C", new KeyEvent(Key.Right, Ctrl) },
            { "\e[1;4D", new KeyEvent(Key.Left, Shift | Alt) },
            { "\e\e[A", new KeyEvent(Key.Up, Alt) },
            { "\e[Z", new KeyEvent(Key.Tab, Shift) },
            { "\e[H", new KeyEvent(Key.Home) },
            { "\e[4~", new KeyEvent(Key.End) },
            { "\e[3;5~", new KeyEvent(Key.Delete, Ctrl) },
            { "\e[5~", new KeyEvent(Key.PageUp) },
            { "\eOP", new KeyEvent(Key.F1) },
            { "\e[15~", new KeyEvent(Key.F5) },
            { "\e[17~", new KeyEvent(Key.F6) },
            { "\e[24;2~", new KeyEvent(Key.F12, Shift) },
            { "\e[1;5R", new KeyEvent(Key.F3, Ctrl) },
            { "\e[[E", new KeyEvent(Key.F5) },
            { "\e[13;5u", new KeyEvent(Key.Enter, Ctrl) },
            { "\e[27u", new KeyEvent(Key.Escape) },
            { "\e[97;6u", KeyEvent.Typed("a", Ctrl | Shift) },
            { "\e[97:65;2u", KeyEvent.Typed("A") },
            { "\e[57421u", new KeyEvent(Key.PageUp) },
            { "\e[27;5;13~", new KeyEvent(Key.Enter, Ctrl) },
            { "\e[27;6;65~", KeyEvent.Typed("a", Ctrl | Shift) },
        };

    [Theory]
    [MemberData(nameof(Keys))]
    public void Keys_are_told_from_their_bytes(string bytes, KeyEvent expected) => Decode(bytes).ShouldHaveSingleItem().ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Keys_split_over_reads_in_any_way_are_the_same(string bytes, KeyEvent expected)
    {
        var decoder = new InputDecoder(_time);
        Encoding.UTF8.GetBytes(bytes).SelectMany(b => decoder.Feed([b])).ToArray().ShouldHaveSingleItem().ShouldBe(expected);
    }

    public static TheoryData<string, InputEvent> Reports =>
        new()
        {
            { "\e[<0;3;5M", new MouseEvent(MouseAction.Press, MouseButton.Left, 2, 4) },
            { "\e[<2;3;5m", new MouseEvent(MouseAction.Release, MouseButton.Right, 2, 4) },
            { "\e[<32;300;5M", new MouseEvent(MouseAction.Drag, MouseButton.Left, 299, 4) },
            { "\e[<35;1;1M", new MouseEvent(MouseAction.Move, MouseButton.None, 0, 0) },
            { "\e[<64;3;5M", new MouseEvent(MouseAction.WheelUp, MouseButton.None, 2, 4) },
            { "\e[<85;3;5M", new MouseEvent(MouseAction.WheelDown, MouseButton.None, 2, 4, Ctrl | Shift) },
            { "\e[M !!", new MouseEvent(MouseAction.Press, MouseButton.Left, 0, 0) },
            { "\e[I", new FocusEvent(true) },
            { "\e[O", new FocusEvent(false) },
            { "\e[2;3R", new CursorReportEvent(2, 1) },
            { "\e[?62;4;22c", new AttributesReport(true) },
            { "\e[?1;2c", new AttributesReport(false) },
            { "\e]11;rgb:ffff/8080/0000\a", new BackgroundReport(0xFF8000) },
            { "\e]11;rgb:f/0/ff\e\\", new BackgroundReport(0xFF00FF) },
            { "\e[6;16;8t", new CellSizeReport(8, 16) },
            { "\e[4;384;640t", new WindowSizeReport(640, 384) },
            { "\e[?1;0;256S", new SixelColorsReport(256) },
            { "\e[?2;0;1000;800S", new SixelSizeReport(1000, 800) },
            { "\e[200~铜仁\r\n市\rx\e[201~", new PasteEvent("铜仁\n市\nx") },
            { "\e[200~\e[A\e[201\e[201~", new PasteEvent("\e[A\e[201") },
        };

    [Theory]
    [MemberData(nameof(Reports))]
    public void Reports_are_told_from_their_bytes_however_split(string bytes, InputEvent expected)
    {
        Decode(bytes).ShouldHaveSingleItem().ShouldBe(expected);
        var decoder = new InputDecoder(_time);
        Encoding.UTF8.GetBytes(bytes).SelectMany(b => decoder.Feed([b])).ToArray().ShouldHaveSingleItem().ShouldBe(expected);
    }

    [Theory]
    [InlineData("\e[99~")]
    [InlineData("\e[?c")]
    [InlineData("\e[>41;354;0c")]
    [InlineData("\e[8;24;80t")]
    [InlineData("\e[6;16t")]
    [InlineData("\e[?2;3;0S")]
    [InlineData("\e[57358u")]
    [InlineData("\e]10;rgb:0000/0000/0000\a")]
    [InlineData("\e]11;rgb:0000/00000/0000\a")]
    [InlineData("\e]11;rgb:/x/0\a")]
    [InlineData("\e]11;?\a")]
    [InlineData("\eP1+r544e\e\\")]
    [InlineData("\e[<1;2M")]
    public void What_is_not_known_is_dropped_and_what_follows_is_read(string bytes) =>
        Decode(bytes + "z").ShouldHaveSingleItem().ShouldBe(KeyEvent.Typed("z"));

    [Fact]
    public void A_sequence_cut_by_another_gives_way_to_it() => Decode("\e[1;\e[B").ShouldHaveSingleItem().ShouldBe(new KeyEvent(Key.Down));

    [Fact]
    public void Invalid_utf8_gives_replacement_characters_and_what_follows_is_read()
    {
        var decoder = new InputDecoder(_time);
        decoder
            .Feed([0xE4, 0xB8, (byte)'a', 0xFF, (byte)'b'])
            .ShouldBe([KeyEvent.Typed("\uFFFD"), KeyEvent.Typed("a"), KeyEvent.Typed("\uFFFD"), KeyEvent.Typed("b")]);
    }

    [Fact]
    public void A_lone_escape_is_the_key_once_the_pause_is_over()
    {
        var decoder = new InputDecoder(_time);
        decoder.Feed("\e"u8).ShouldBeEmpty();
        decoder.Wait.ShouldBe(InputDecoder.EscapePause);
        decoder.Expire().ShouldBeEmpty();
        _time.Advance(InputDecoder.EscapePause);
        decoder.Expire().ShouldHaveSingleItem().ShouldBe(new KeyEvent(Key.Escape));
        decoder.Wait.ShouldBeNull();
    }

    [Theory]
    [InlineData("\e[", "[")]
    [InlineData("\eO", "O")]
    [InlineData("\e]", "]")]
    public void An_introducer_alone_is_a_key_with_alt_once_the_pause_is_over(string bytes, string key)
    {
        var decoder = new InputDecoder(_time);
        decoder.Feed(Encoding.UTF8.GetBytes(bytes)).ShouldBeEmpty();
        _time.Advance(InputDecoder.EscapePause);
        decoder.Expire().ShouldHaveSingleItem().ShouldBe(KeyEvent.Typed(key, Alt));
    }

    [Theory]
    [InlineData("\e[6;1", "6;8t")]
    [InlineData("\e[?", "62;4c")]
    [InlineData("\e]11;rgb:ffff/", "ffff/ffff\e\\")]
    public void An_answer_that_comes_in_pieces_over_a_slow_line_is_not_typed(string first, string rest)
    {
        var decoder = new InputDecoder(_time);
        decoder.Feed(Encoding.UTF8.GetBytes(first)).ShouldBeEmpty();
        _time.Advance(InputDecoder.EscapePause * 4);
        decoder.Expire().ShouldBeEmpty();
        decoder.Feed(Encoding.UTF8.GetBytes(rest)).ShouldHaveSingleItem().ShouldBeAssignableTo<GraphicsReport>();
    }

    [Fact]
    public void A_paste_without_its_end_is_given_out_after_a_while()
    {
        var decoder = new InputDecoder(_time);
        decoder.Feed("\e[200~half"u8).ShouldBeEmpty();
        _time.Advance(InputDecoder.PastePause);
        decoder.Expire().ShouldHaveSingleItem().ShouldBe(new PasteEvent("half"));
    }

    [ForAnyChoices(1000)]
    public void Garbage_never_throws_and_never_stops_later_keys(Choices random)
    {
        byte[] likely =
        [
            0x1B,
            (byte)'[',
            (byte)'O',
            (byte)'<',
            (byte)';',
            (byte)'1',
            (byte)'9',
            (byte)'M',
            (byte)'~',
            (byte)'u',
            (byte)']',
            0x07,
            0xE4,
            0xB8,
            0x80,
            0xF0,
            0xFF,
        ];
        var decoder = new InputDecoder(_time);
        for (var reads = random.Next(6); reads >= 0; reads--)
        {
            var bytes = new byte[random.Next(40)];
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = random.Next(3) == 0 ? (byte)random.Next(256) : likely[random.Next(likely.Length)];
            decoder.Feed(bytes);
            if (random.Next(2) == 0)
                _time.Advance(InputDecoder.EscapePause);
            decoder.Expire();
        }
        _time.Advance(InputDecoder.PastePause);
        decoder.Expire();
        decoder.Wait.ShouldBeNull();
        decoder.Feed("z"u8).ShouldHaveSingleItem().ShouldBe(KeyEvent.Typed("z"));
    }

    [ForAnyChoices(50)]
    public void How_bytes_are_split_over_reads_makes_no_difference(Choices random)
    {
        var all = string.Concat(Keys.Concat<object[]>(Reports).Select(row => (string)row[0]).OrderBy(_ => random.Next()));
        var bytes = Encoding.UTF8.GetBytes(all);
        var whole = new InputDecoder(_time).Feed(bytes);
        var decoder = new InputDecoder(_time);
        var events = new List<InputEvent>();
        for (int at = 0, next; at < bytes.Length; at = next)
        {
            next = Math.Min(bytes.Length, at + random.Next(1, 9));
            events.AddRange(decoder.Feed(bytes.AsSpan(at, next - at)));
        }
        events.ShouldBe(whole);
    }

    [Fact]
    public void Quick_presses_at_one_place_are_counted()
    {
        var counter = new ClickCounter(_time);
        var press = new MouseEvent(MouseAction.Press, MouseButton.Left, 3, 4);
        Clicks(counter, press).ShouldBe(1);
        Clicks(counter, press).ShouldBe(2);
        Clicks(counter, press with { X = 9 }).ShouldBe(1);
        _time.Advance(ClickCounter.Pause + TimeSpan.FromMilliseconds(1));
        Clicks(counter, press with { X = 9 }).ShouldBe(1);
    }

    private static int Clicks(ClickCounter counter, MouseEvent press) => ((MouseEvent)counter.Count(press)).Clicks;

    private IReadOnlyList<InputEvent> Decode(string bytes) => new InputDecoder(_time).Feed(Encoding.UTF8.GetBytes(bytes));
}
