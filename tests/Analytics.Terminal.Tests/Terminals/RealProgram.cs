using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Terminals;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Terminals;

/// <summary>
/// A small program for <see cref="TmuxTests"/>: an editor in a frame, and below it what came last. Ctrl+Q ends it, Ctrl+X fails, Ctrl+T
/// suspends, Ctrl+G crashes inside a native library and Ctrl+Y lets one abort the process, as the engine would.
/// </summary>
internal static partial class RealProgram
{
    private sealed record State(CellSize Size, TextEditor Editor, string Last, bool Over);

    private static int Main()
    {
        var program = new Program<State, InputEvent, string>
        {
            Start = size => new State(size, TextEditor.Of("“引号” ❤️ 👨‍👩‍👧 中\n"), "ready", false),
            Update = Update,
            Draw = Draw,
            FromInput = input => input,
            Perform = (_, context) => context.Suspend(),
            IsOver = state => state.Over,
        };
        var settings = TerminalSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        return (int)TerminalRun.Run(program, TerminalDevice.Open(), settings, TimeProvider.System).Termination;
    }

    private static Outcome<State, string> Update(State state, InputEvent input) =>
        input switch
        {
            ResizeEvent resize => state with { Size = new(resize.Width, resize.Height), Last = "resized" },
            KeyEvent { Text: "q", Modifiers: KeyModifiers.Ctrl } => state with { Over = true },
            KeyEvent { Text: "x", Modifiers: KeyModifiers.Ctrl } => throw new InvalidOperationException("failed on purpose"),
            KeyEvent { Text: "g", Modifiers: KeyModifiers.Ctrl } => state with { Last = $"{LengthOf(1)}" },
            KeyEvent { Text: "y", Modifiers: KeyModifiers.Ctrl } => Aborted(state),
            KeyEvent { Text: "t", Modifiers: KeyModifiers.Ctrl } => Outcome.Of(state, "suspend"),
            ResumedEvent => state with { Last = "resumed" },
            MouseEvent mouse => state with { Last = $"mouse {mouse.X},{mouse.Y}" },
            PasteEvent paste => ToEditor(state with { Last = Told(paste.Text) }, input),
            KeyEvent { IsTyping: false } key => ToEditor(state with { Last = $"key {KeyChord.Of(key)}" }, input),
            _ => ToEditor(state, input),
        };

    [LibraryImport("libc", EntryPoint = "strlen")]
    private static partial nint LengthOf(nint text);

    [LibraryImport("libc", EntryPoint = "abort")]
    private static partial void Abort();

    private static State Aborted(State state)
    {
        Abort();
        return state;
    }

    /// <summary>What is shown of a paste: its length and the beginning of its hash.</summary>
    public static string Told(string pasted) =>
        $"pasted {pasted.Length} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(pasted)))[..8]}";

    private static State ToEditor(State state, InputEvent input) =>
        state.Editor.Handle(input, 5) is { } editor ? state with { Editor = editor } : state;

    private static void Draw(State state, CellCanvas canvas)
    {
        var inside = canvas.Region(canvas.Box(canvas.Bounds, default, "试“一”试"));
        state.Editor.Draw(inside.Region(inside.Bounds with { Height = inside.Height - 1 }), EditorStyles.Plain, hasFocus: true);
        StatusBar.Draw(
            inside.Region(inside.Bounds with { Y = inside.Height - 1 }),
            $"pid={Environment.ProcessId}. {state.Last}",
            $"{state.Size.Width}x{state.Size.Height}",
            Style.Default.With(TextAttributes.Reverse)
        );
    }
}
