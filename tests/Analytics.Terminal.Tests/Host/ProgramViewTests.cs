using System.Text;
using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Tests.Ansi;
using Analytics.Terminal.Tests.Terminals;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Tests.Host;

/// <summary>A program with panels, on a terminal in memory.</summary>
public class ProgramViewTests
{
    private sealed record State(string Last, bool IsRight, bool IsCovered, bool IsOver);

    /// <summary>Two halves and a window; Tab gives the other half the focus, w opens and closes the window.</summary>
    private static readonly Program<State, InputEvent, string> Halves = new()
    {
        Start = _ => new State("ready", false, false, false),
        Update = (state, input) => Update(state with { Last = Told(input) ?? state.Last }, input),
        Draw = Draw,
        FromInput = input => input,
        Perform = (_, _) => { },
        IsOver = state => state.IsOver,
        Panels = state =>
            [
                new("left", new(0, 0, 15, 5), !state.IsCovered && !state.IsRight),
                new("right", new(15, 0, 15, 5), !state.IsCovered && state.IsRight),
                new("window", state.IsCovered ? new(7, 1, 15, 3) : default, state.IsCovered),
            ],
    };

    [Fact]
    public async Task Panels_show_what_the_program_draws_and_the_cursor_of_the_one_with_the_focus()
    {
        var device = new FakeDevice { CurrentSize = new(30, 5) };
        var running = Start(device);
        Await(device, "ready");
        device.Type("\t");
        Await(device, "Tab");
        device.Type("w");
        Await(device, "'w'");
        Shown(device, new State("'w'", true, true, false));
        device.Type("w1");
        Await(device, "'1'");
        Shown(device, new State("'1'", true, false, false));
        device.Type("q");
        await running;
    }

    [Fact]
    public async Task A_drag_that_leaves_its_panel_goes_on()
    {
        var device = new FakeDevice { CurrentSize = new(30, 5) };
        var running = Start(device);
        Await(device, "ready");
        device.Type("\e[<0;3;2M");
        Await(device, "Press 2,1 x1");
        device.Type("\e[<32;20;4M");
        Await(device, "Drag 19,3 x1");
        device.Type("\e[<0;29;5m");
        Await(device, "Release 28,4 x1");
        device.Type("\e[<0;5;2M\e[<0;5;2m\e[<0;5;2M");
        Await(device, "Press 4,1 x2");
        device.Type("q");
        await running;
    }

    [Fact]
    public async Task A_panel_that_is_covered_while_its_button_is_held_does_not_keep_the_mouse()
    {
        var device = new FakeDevice { CurrentSize = new(30, 5) };
        var running = Start(device);
        Await(device, "ready");
        device.Type("w");
        Await(device, "'w'");
        device.Type("\e[<0;10;3M");
        Await(device, "Press 9,2 x1");
        device.Type("w");
        Await(device, "'w'");
        device.Type("\e[<64;20;1M");
        Await(device, "WheelUp 19,0 x1");
        device.Type("q");
        await running;
    }

    private static State Update(State state, InputEvent input) =>
        input switch
        {
            KeyEvent { Key: Key.Tab } => state with { IsRight = !state.IsRight },
            KeyEvent { Text: "w" } => state with { IsCovered = !state.IsCovered },
            KeyEvent { Text: "q" } => state with { IsOver = true },
            _ => state,
        };

    private static string? Told(InputEvent input) =>
        input switch
        {
            KeyEvent { Key: Key.Character } key => $"'{key.Text}'",
            KeyEvent key => key.Key.ToString(),
            MouseEvent mouse => $"{mouse.Action} {mouse.X},{mouse.Y} x{mouse.Clicks}",
            _ => null,
        };

    // Chinese characters are cut by every edge.
    private static void Draw(State state, CellCanvas canvas)
    {
        foreach (var half in new[] { canvas.Region(new(0, 0, 15, 4)), canvas.Region(new(15, 0, 15, 4)) })
        {
            for (var y = 0; y < 4; y++)
                half.Write(0, y, "铜仁铜仁铜仁铜仁", Style.Of(Color.Basic(y)));
        }
        canvas.WriteField(0, 4, state.Last, 30, Style.Default.With(TextAttributes.Reverse));
        if (state.IsCovered)
        {
            canvas.Fill(new(7, 1, 15, 3), default);
            canvas.WriteField(7, 2, "窗口窗口窗口窗口", 15);
        }
        canvas.Cursor =
            state.IsCovered ? (9, 2)
            : state.IsRight ? (20, 0)
            : (3, 0);
    }

    private static Task Start(FakeDevice device) =>
        Task.Run(() => TerminalRun.Run(Halves, device, new(ColorDepth.Basic16, AmbiguousWidth.One), TimeProvider.System));

    /// <summary>The screen shows a state as a terminal does on which it was drawn at once.</summary>
    private static void Shown(FakeDevice device, State state)
    {
        var expected = new CellCanvas(30, 5);
        Draw(state, expected);
        var whole = new TestScreen(30, 5).Replay(new AnsiWriter(ColorDepth.Basic16).Diff(null, expected).Span);
        SpinWait.SpinUntil(() => Same(ScreenOf(device), whole), TimeSpan.FromMinutes(1)).ShouldBeTrue();
    }

    /// <summary>Waits until the last line begins with a text; fails after a minute.</summary>
    private static void Await(FakeDevice device, string text) =>
        SpinWait
            .SpinUntil(() => LastLine(ScreenOf(device)).StartsWith(text + " ", StringComparison.Ordinal), TimeSpan.FromMinutes(1))
            .ShouldBeTrue($"'{text}' in '{LastLine(ScreenOf(device))}'");

    private static string LastLine(TestScreen screen) => string.Concat(Enumerable.Range(0, 30).Select(x => screen[x, 4].Text));

    /// <summary>What the frames so far have drawn.</summary>
    private static TestScreen ScreenOf(FakeDevice device)
    {
        var output = device.Output;
        var (first, end) = (
            output.IndexOf("\e[?2026h", StringComparison.Ordinal),
            output.LastIndexOf("\e[?2026l", StringComparison.Ordinal)
        );
        return new TestScreen(30, 5).Replay(first < 0 || end < first ? [] : Encoding.UTF8.GetBytes(output[first..end] + "\e[?2026l"));
    }

    private static bool Same(TestScreen one, TestScreen other)
    {
        for (var y = 0; y < 5; y++)
        {
            for (var x = 0; x < 30; x++)
            {
                if (one[x, y] != other[x, y])
                    return false;
            }
        }
        return one.Cursor == other.Cursor && one.CursorShown == other.CursorShown;
    }
}
