using System.Text;
using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Tests.Ansi;
using Analytics.Terminal.Tests.Terminals;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Host;

/// <summary>A theme that changes while the program runs, on a terminal in memory with more or fewer colours.</summary>
public class ThemeRunTests
{
    private const int Width = 60,
        Height = 20;

    private static readonly ColorScheme Colors = new(
        new(0xFFFFFF, 7),
        new(0x00005F, 4),
        new(0x808080, 7),
        new(0x000000, 0),
        new(0xFFFF00, 3),
        [.. Enumerable.Range(0, 8).Select(i => new SchemeColor(0x5F5F00 + i, i))]
    );

    private static readonly WindowStyles Styles = new(
        default,
        Style.Of(Color.Basic(6)),
        Style.Default.With(TextAttributes.Bold),
        default,
        default,
        Style.Default.With(TextAttributes.Reverse),
        Style.Of(Color.Basic(1)),
        InputStyles.Plain,
        ListStyles.Plain
    );

    /// <summary>t changes the theme, d and f open a dialog and a file dialog; q ends.</summary>
    private sealed record State(char Over, bool IsThemed, bool IsOver, int Changes);

    private static readonly Program<State, InputEvent, string> Program = new()
    {
        Start = _ => new State(' ', false, false, 0),
        Update = (state, input) =>
            input is KeyEvent { Text: { Length: 1 } key } ? Update(state with { Changes = state.Changes + 1 }, key[0]) : state,
        Draw = (state, canvas) =>
        {
            canvas.Write(0, 0, "plain");
            canvas.Write(0, 1, "selected", Style.Default.With(TextAttributes.Reverse));
            canvas.Write(0, 2, "dim", Style.Default.With(TextAttributes.Dim));
            canvas.Write(0, 3, "red", Style.Of(Color.Basic(1)));
            canvas.Write(0, Height - 1, $"change {state.Changes}.");
        },
        FromInput = input => input,
        Perform = (_, _) => { },
        IsOver = state => state.IsOver,
        Panels = _ => [new("all", new(0, 0, Width, Height - 1), true)],
        Colors = state => state.IsThemed ? Colors : null,
        Window = (state, _) =>
            state.Over switch
            {
                'd' => new ProgramDialog("dialog", [TextPart.Of("inside", Style.Of(Color.Basic(2))), new RulePart()], Styles)
                {
                    Room = new(5, 5, 50, 13),
                    Width = 40,
                    Buttons = ["_ok"],
                },
                'f' => new ProgramFileDialog("files", "", new("open", "cancel", "path", "find", "name", "size", "time", "reading"), Styles)
                {
                    Room = new(5, 5, 50, 13),
                    Width = 40,
                    About = StyledLine.Of("about"),
                    IsOfProgram = key => key.Text is "t" or "q",
                },
                _ => null,
            },
    };

    private static State Update(State state, char key) =>
        key switch
        {
            't' => state with { IsThemed = !state.IsThemed },
            'q' => state with { IsOver = true },
            _ => state with { Over = key },
        };

    [Theory]
    [InlineData(ColorDepth.TrueColor)]
    [InlineData(ColorDepth.Indexed256)]
    [InlineData(ColorDepth.Basic16)]
    public async Task Panels_and_windows_take_the_colours_of_another_theme_at_once_and_lose_them_again(ColorDepth depth)
    {
        var ground = Colors.Ground.At(depth);
        foreach (var window in " df")
        {
            var device = new FakeDevice { CurrentSize = new(Width, Height) };
            var running = Task.Run(() => TerminalRun.Run(Program, device, new(depth, AmbiguousWidth.One), TimeProvider.System));
            device.Type(window.ToString());
            Await(device, screen => LineOf(screen, Height - 1).StartsWith("change 1.", StringComparison.Ordinal));
            Await(device, screen => Grounds(screen).All(color => color == Color.Default));
            device.Type("t");
            Await(device, screen => Grounds(screen).All(color => color == ground || color == Colors.Selection.At(depth)));
            var themed = ScreenOf(device);
            themed[0, 0].ShouldBe(("p", new Style(Colors.Text.At(depth), ground)));
            themed[0, 1].ShouldBe(("s", new Style(Colors.SelectionText.At(depth), Colors.Selection.At(depth))));
            var looks = depth == ColorDepth.Basic16 ? TextAttributes.Dim : TextAttributes.None;
            themed[0, 2].ShouldBe(("d", new Style(Colors.Dim.At(depth), ground, looks)));
            themed[0, 3].ShouldBe(("r", new Style(Colors.Colors[1].At(depth), ground)));
            device.Type("t");
            Await(device, screen => Grounds(screen).All(color => color == Color.Default));
            device.Type("q");
            await running;
        }
    }

    [Theory]
    [InlineData(ColorDepth.TrueColor)]
    [InlineData(ColorDepth.Indexed256)]
    [InlineData(ColorDepth.Basic16)]
    public async Task A_hint_in_the_file_dialog_is_dim_as_the_theme_or_the_terminal_shows_it(ColorDepth depth)
    {
        var device = new FakeDevice { CurrentSize = new(Width, Height) };
        var running = Task.Run(() => TerminalRun.Run(Program, device, new(depth, AmbiguousWidth.One), TimeProvider.System));
        device.Type("f");
        Await(device, screen => StyleOf(screen, "find") == Style.Default.With(TextAttributes.Dim));
        device.Type("t");
        var looks = depth == ColorDepth.Basic16 ? TextAttributes.Dim : TextAttributes.None;
        Await(device, screen => StyleOf(screen, "find") == new Style(Colors.Dim.At(depth), Colors.Ground.At(depth), looks));
        device.Type("q");
        await running;
    }

    [Fact]
    public async Task Without_colours_a_theme_changes_nothing()
    {
        var device = new FakeDevice { CurrentSize = new(Width, Height) };
        var running = Task.Run(() => TerminalRun.Run(Program, device, new(ColorDepth.None, AmbiguousWidth.One), TimeProvider.System));
        device.Type("dt");
        Await(device, screen => LineOf(screen, Height - 1).StartsWith("change 2.", StringComparison.Ordinal));
        var screen = ScreenOf(device);
        Grounds(screen).ShouldAllBe(color => color == Color.Default);
        screen[0, 1].ShouldBe(("s", Style.Default.With(TextAttributes.Reverse)));
        screen[0, 2].ShouldBe(("d", Style.Default.With(TextAttributes.Dim)));
        device.Type("q");
        await running;
    }

    /// <summary>That of the first character of a text; null while it is not shown.</summary>
    private static Style? StyleOf(TestScreen screen, string text)
    {
        for (var y = 0; y < Height; y++)
        {
            if (LineOf(screen, y).IndexOf(text, StringComparison.Ordinal) is >= 0 and var x)
                return screen[x, y].Style;
        }
        return null;
    }

    private static IEnumerable<Color> Grounds(TestScreen screen) =>
        from y in Enumerable.Range(0, Height)
        from x in Enumerable.Range(0, Width)
        select screen[x, y].Style.Background;

    private static void Await(FakeDevice device, Predicate<TestScreen> isShown) =>
        SpinWait
            .SpinUntil(() => isShown(ScreenOf(device)), TimeSpan.FromMinutes(1))
            .ShouldBeTrue(string.Join('\n', Enumerable.Range(0, Height).Select(y => LineOf(ScreenOf(device), y))));

    private static string LineOf(TestScreen screen, int y) => string.Concat(Enumerable.Range(0, Width).Select(x => screen[x, y].Text));

    /// <summary>What the frames so far have drawn.</summary>
    private static TestScreen ScreenOf(FakeDevice device)
    {
        var output = device.Output;
        var (first, end) = (
            output.IndexOf("\e[?2026h", StringComparison.Ordinal),
            output.LastIndexOf("\e[?2026l", StringComparison.Ordinal)
        );
        return new TestScreen(Width, Height).Replay(
            first < 0 || end < first ? [] : Encoding.UTF8.GetBytes(output[first..end] + "\e[?2026l")
        );
    }
}
