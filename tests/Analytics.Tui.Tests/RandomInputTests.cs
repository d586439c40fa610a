using Analytics.Terminal.Input;
using Analytics.Terminal.Keys;
using Analytics.Tui.App;

namespace Analytics.Tui.Tests;

/// <summary>Tests that change the folder of the whole process, so that nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(ProcessFolder), DisableParallelization = true)]
public class ProcessFolder;

/// <summary>Whatever is pressed, typed, clicked or resized: no exception, and a screen at any time.</summary>
[Collection(nameof(ProcessFolder))]
public class RandomInputTests
{
    private static readonly string[] Texts = ["a", "q", "铜", "1", "'", " ", ";", "😀", "\u0301"];

    private static readonly KeyChord[] Chords =
    [
        .. ConsoleKeys.Map.Bindings.Where(b => b.Action is not nameof(ConsoleAction.Quit)).SelectMany(b => b.Chords).Distinct(),
    ];

    [ForAnyChoices(5)]
    public void Any_input_leaves_a_screen(Choices random)
    {
        using var folder = new WorkingFolder();
        using var run = new ConsoleRun().Settle();
        while (!random.AreUsedUp)
        {
            run.Program.Send(Next(random));
            if (random.Next(4) > 0)
                run.Settle();
            run.Screen.ShouldNotBeEmpty();
        }
    }

    private static InputEvent Next(Random random) =>
        random.Next(12) switch
        {
            0 => new ResizeEvent(random.Next(1, 160), random.Next(1, 50)),
            1 => new MouseEvent(
                Pick(random, Enum.GetValues<MouseAction>()),
                MouseButton.Left,
                random.Next(160),
                random.Next(50),
                Clicks: random.Next(1, 3)
            ),
            2 => KeyEvent.Typed(Pick(random, Texts)),
            3 => new PasteEvent("SELECT 1 AS a, '铜\n仁' AS b"),
            4 => new TickEvent(),
            _ when Pick(random, Chords) is var chord => new KeyEvent(chord.Key, chord.Modifiers, chord.Text),
            _ => new FocusEvent(true),
        };

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    /// <summary>What random keys save goes to a folder that is deleted.</summary>
    private sealed class WorkingFolder : IDisposable
    {
        private readonly string _before = Environment.CurrentDirectory;
        private readonly TemporaryFolder _folder = new();

        public WorkingFolder() => Environment.CurrentDirectory = _folder.Path;

        public void Dispose()
        {
            Environment.CurrentDirectory = _before;
            _folder.Dispose();
        }
    }
}
