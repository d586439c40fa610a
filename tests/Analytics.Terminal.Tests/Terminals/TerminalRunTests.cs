using Analytics.Terminal.Ansi;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Terminals;
using Analytics.Terminal.Tests.Runtime;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Tests.Terminals;

public class TerminalRunTests
{
    private const string RestoreEnd = "\e[?25h\e[?1049l";
    private const string GraphicsQuestions = "\e]11;?\e\\\e[?1;1;0S\e[?2;1;0S\e[16t\e[14t\e[c";
    private static readonly TerminalSettings Settings = new(ColorDepth.Basic16, AmbiguousWidth.One);

    [Fact]
    public async Task A_program_takes_keys_shows_answers_and_gives_the_terminal_back()
    {
        var device = new FakeDevice();
        var running = Start(Counter.Program, device);
        device.Await("ready");
        device.Type("a");
        device.Await("answer");
        device.Type("q");
        (await running).Termination.ShouldBe(Termination.None);
        AssertGivenBack(device);
    }

    [Fact]
    public async Task A_resize_redraws_the_whole_screen()
    {
        var device = new FakeDevice();
        var running = Start(Counter.Program, device);
        device.Await("ready 20x3");
        device.CurrentSize = new(40, 5);
        device.Await("ready 40x5");
        device.Type("q");
        (await running).State.Size.ShouldBe(new(40, 5));
    }

    [Theory]
    [InlineData("x", "update failed")]
    [InlineData("!", "effect failed")]
    public async Task A_failure_gives_the_terminal_back_and_reaches_the_caller(string key, string message)
    {
        var device = new FakeDevice();
        var running = Start(Counter.Program, device);
        device.Await("ready");
        device.Type(key);
        (await Should.ThrowAsync<Exception>(running)).Message.ShouldBe(message);
        AssertGivenBack(device);
    }

    [Fact]
    public async Task A_terminal_that_goes_away_ends_the_program()
    {
        var device = new FakeDevice();
        var running = Start(Counter.Program, device);
        device.Await("ready");
        device.HangUp();
        (await running).Termination.ShouldBe(Termination.HungUp);
    }

    [Fact]
    public async Task Ticks_come_while_the_state_wants_them()
    {
        var program = Counter.Program with { TickPeriod = _ => TimeSpan.FromMilliseconds(1) };
        (await Start(program, new FakeDevice())).State.Ticks.ShouldBe(3);
    }

    [Theory]
    [InlineData("\e[2;2R", AmbiguousWidth.One)]
    [InlineData("\e[2;3R", AmbiguousWidth.Two)]
    public void The_terminal_is_asked_how_wide_ambiguous_characters_are_and_keys_typed_meanwhile_are_kept(
        string answer,
        AmbiguousWidth expected
    )
    {
        var device = new FakeDevice { CursorAnswer = "k" + answer };
        var received = new BlockingList();
        using var session = new TerminalSession(device, Settings with { Ambiguous = null }, TimeProvider.System);
        session.Open(received.Add);
        session.Ambiguous.ShouldBe(expected);
        received.Await(KeyEvent.Typed("k"));
    }

    [Fact]
    public void A_set_width_is_not_asked_for()
    {
        var device = new FakeDevice();
        using var session = new TerminalSession(device, Settings with { Ambiguous = AmbiguousWidth.Two }, TimeProvider.System);
        session.Open(_ => { });
        session.Ambiguous.ShouldBe(AmbiguousWidth.Two);
        device.Output.ShouldNotContain("\e[6n");
    }

    [Fact]
    public void Suspending_gives_the_terminal_back_and_takes_it_again()
    {
        var device = new FakeDevice();
        var received = new BlockingList();
        using var session = new TerminalSession(device, Settings, TimeProvider.System);
        session.Open(received.Add);
        using var reading = new Reading(session);
        received.Await(new AttributesReport(false));
        session.Suspend();
        device.Calls.ShouldBe(["raw", "cooked", "suspend", "raw"]);
        received.Await(new ResumedEvent());
        device.Output.ShouldEndWith("\e[?1006h" + GraphicsQuestions);
    }

    [Fact]
    public void Graphics_are_asked_for_at_the_start_without_waiting_and_again_after_a_resize()
    {
        var device = new FakeDevice { GraphicsAnswer = null };
        var received = new BlockingList();
        using var session = new TerminalSession(device, Settings, TimeProvider.System);
        session.Open(received.Add);
        using var reading = new Reading(session);
        device.Output.ShouldEndWith(GraphicsQuestions);
        // Late, and in pieces.
        device.Type("\e[6;1");
        device.Type("6;8t\e[?62;4");
        device.Type("cx");
        received.Await(new CellSizeReport(8, 16));
        received.Await(new AttributesReport(true));
        received.Await(KeyEvent.Typed("x"));
        device.CurrentSize = new(30, 5);
        received.Await(new ResizeEvent(30, 5));
        device.Type("\e[6;20;10t\e[?62;4c");
        received.Await(new CellSizeReport(10, 20));
        device.Output.Split(GraphicsQuestions).Length.ShouldBe(3);
    }

    [Fact]
    public void The_terminal_is_given_back_only_after_it_has_answered()
    {
        var device = new FakeDevice { GraphicsAnswer = null };
        var received = new BlockingList();
        var session = new TerminalSession(device, Settings, TimeProvider.System);
        session.Open(received.Add);
        using var reading = new Reading(session);
        device.Type("\e[?62;4c");
        session.Dispose();
        received.Await(new AttributesReport(true));
        AssertGivenBack(device);
    }

    [Fact]
    public void Nothing_is_written_once_the_terminal_is_given_back()
    {
        var device = new FakeDevice();
        var session = new TerminalSession(device, Settings, TimeProvider.System);
        session.Open(_ => { });
        session.Dispose();
        session.Show("late"u8);
        session.Dispose();
        AssertGivenBack(device);
    }

    [Fact]
    public void The_clipboard_gets_base64()
    {
        var device = new FakeDevice();
        using var session = new TerminalSession(device, Settings, TimeProvider.System);
        session.Open(_ => { });
        session.CopyToClipboard("铜仁");
        device.Output.ShouldEndWith("\e]52;c;6ZOc5LuB\a");
    }

    [Theory]
    [InlineData("xterm-256color", null, null, ColorDepth.Indexed256)]
    [InlineData("xterm-256color", "truecolor", null, ColorDepth.TrueColor)]
    [InlineData("xterm", null, null, ColorDepth.Basic16)]
    [InlineData("vt100", null, null, ColorDepth.None)]
    [InlineData("linux-m", null, null, ColorDepth.None)]
    [InlineData("xterm-256color", "truecolor", "1", ColorDepth.None)]
    [InlineData("xterm-256color", "truecolor", "", ColorDepth.TrueColor)]
    public void The_environment_tells_the_colours(string term, string? colorTerm, string? noColor, ColorDepth expected) =>
        TerminalSettings
            .FromEnvironment(name =>
                name switch
                {
                    "TERM" => term,
                    "COLORTERM" => colorTerm,
                    "NO_COLOR" => noColor,
                    _ => null,
                }
            )
            .Colors.ShouldBe(expected);

    [Fact]
    public void A_dumb_terminal_is_refused_with_a_way_out() =>
        Should
            .Throw<TerminalException>(() => TerminalSettings.FromEnvironment(name => name == "TERM" ? "dumb" : null))
            .Message.ShouldContain("batch commands");

    private static Task<(CounterState State, Termination Termination)> Start(
        Program<CounterState, CounterEvent, string> program,
        FakeDevice device
    ) => Task.Run(() => TerminalRun.Run(program, device, Settings, TimeProvider.System));

    private static void AssertGivenBack(FakeDevice device)
    {
        device.Output.ShouldEndWith(RestoreEnd);
        device.Output.Split(RestoreEnd).Length.ShouldBe(2, "given back once");
        device.Calls.Take(2).ShouldBe(["raw", "cooked"]);
        device.Calls.ShouldContain("dispose");
    }

    /// <summary>Reads a session on a thread of its own until disposed.</summary>
    private sealed class Reading : IDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly Task _reading;

        public Reading(TerminalSession session) => _reading = Task.Run(() => session.ReadInput(_end.Token));

        public void Dispose()
        {
            _end.Cancel();
            _reading.Wait();
            _end.Dispose();
        }
    }

    private sealed class BlockingList
    {
        private readonly System.Collections.Concurrent.BlockingCollection<InputEvent> _events = [];

        public void Add(InputEvent input) => _events.Add(input);

        public void Await(InputEvent expected)
        {
            _events.TryTake(out var input, TimeSpan.FromMinutes(2)).ShouldBeTrue();
            input.ShouldBe(expected);
        }
    }
}
