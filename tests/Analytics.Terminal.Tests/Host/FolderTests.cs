using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Host;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Host;

/// <summary>The file dialog over folders that take long to read.</summary>
public sealed class FolderTests : IDisposable
{
    private static readonly WindowStyles Styles = new(
        default,
        default,
        default,
        default,
        default,
        Style.Default.With(TextAttributes.Reverse),
        default,
        InputStyles.Plain,
        ListStyles.Plain
    );

    private readonly TemporaryFolder _folder = new();
    private readonly List<Action> _later = [];
    private readonly ManualResetEventSlim _isFree = new();

    public void Dispose()
    {
        _isFree.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_slow_folder_is_said_to_be_read_while_keys_are_taken_and_its_files_come_when_they_are_there()
    {
        var slow = Path.Combine(_folder.Path, "slow");
        Directory.CreateDirectory(slow);
        File.WriteAllText(Path.Combine(slow, "人数.csv"), "");
        using var screen = new MemoryScreen(70, 16, new(path => Read(path, slow), TimeSpan.Zero, Add));
        Shown(screen);
        Settle(screen, text => !text.Contains("reading", StringComparison.Ordinal));
        foreach (var key in KeyEvent.Typing(slow + "/"))
            screen.Take(key, Window);
        Settle(screen, text => text.Contains("reading", StringComparison.Ordinal));
        foreach (var key in KeyEvent.Typing("人"))
            screen.Take(key, Window);
        Shown(screen).ShouldContain("slow/人");
        Shown(screen).ShouldNotContain("人数.csv");
        _isFree.Set();
        Settle(screen, text => text.Contains("人数.csv", StringComparison.Ordinal));
        Shown(screen).ShouldContain("about");
    }

    [Fact]
    public void A_folder_that_is_gone_into_shows_its_files_when_they_are_there()
    {
        var slow = Path.Combine(_folder.Path, "slow");
        Directory.CreateDirectory(slow);
        File.WriteAllText(Path.Combine(slow, "👩‍🔬.csv"), "");
        using var screen = new MemoryScreen(70, 16, new(path => Read(path, slow), TimeSpan.Zero, Add));
        Shown(screen);
        foreach (var key in KeyEvent.Typing(_folder.Path + "/"))
            screen.Take(key, Window);
        Settle(screen, text => text.Contains("slow", StringComparison.Ordinal) && !text.Contains("reading", StringComparison.Ordinal));
        foreach (var key in (Key[])[Key.Down, Key.Down, Key.Enter])
            screen.Take(new KeyEvent(key), Window);
        Settle(screen, text => text.Contains("reading", StringComparison.Ordinal));
        _isFree.Set();
        Settle(screen, text => text.Contains("👩‍🔬.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void A_slow_folder_that_the_dialog_begins_in_is_not_left_for_the_one_around_it()
    {
        var slow = Path.Combine(_folder.Path, "slow");
        Directory.CreateDirectory(slow);
        File.WriteAllText(Path.Combine(slow, "in.csv"), "");
        _folder.File("around.csv", "");
        using var screen = new MemoryScreen(
            70,
            16,
            new(path => Read(path == Environment.CurrentDirectory ? slow : path, slow), TimeSpan.Zero, Add)
        );
        Settle(screen, text => text.Contains("reading", StringComparison.Ordinal));
        _isFree.Set();
        Settle(screen, text => text.Contains("in.csv", StringComparison.Ordinal));
    }

    private static ProgramFileDialog Window { get; } =
        new("files", "", new("open", "cancel", "path", "find", "name", "size", "time", "reading"), Styles)
        {
            Room = new(0, 0, 70, 16),
            Width = 66,
            About = StyledLine.Of("about"),
        };

    private IReadOnlyList<FileSystemInfo>? Read(string path, string slow)
    {
        if (path == slow)
            _isFree.Wait();
        return FolderReading.AtOnce.Read(path);
    }

    private void Add(Action work)
    {
        lock (_later)
            _later.Add(work);
    }

    /// <summary>What the loop would do: works off what is to be done until the screen is as wanted.</summary>
    private void Settle(MemoryScreen screen, Predicate<string> isWanted) =>
        SpinWait
            .SpinUntil(
                () =>
                {
                    Action[] due;
                    lock (_later)
                    {
                        due = [.. _later];
                        _later.Clear();
                    }
                    foreach (var work in due)
                        work();
                    return isWanted(Shown(screen));
                },
                TimeSpan.FromMinutes(1)
            )
            .ShouldBeTrue(Shown(screen));

    private static string Shown(MemoryScreen screen)
    {
        var canvas = new CellCanvas(70, 16);
        screen.Draw(Window, null, null, null, ColorDepth.TrueColor, canvas);
        return CanvasDump.Text(canvas);
    }
}
