using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Terminals;

/// <summary>The file dialog on a terminal, where its keys go through the application.</summary>
public sealed class FileDialogRunTests : IDisposable
{
    private const string Down = "\e[B",
        Up = "\e[A",
        Enter = "\r",
        Tab = "\t",
        SelectAll = "\x01";

    // For a machine that stands still, and for a dialog that never names a file.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly WindowStyles Styles = new(
        default,
        default,
        default,
        default,
        default,
        default,
        default,
        InputStyles.Plain,
        ListStyles.Plain
    );

    private readonly TemporaryFolder _folder = new();

    public FileDialogRunTests()
    {
        _folder.File("people_1.csv", "");
        _folder.File("people_2.csv", "");
        _folder.File("zoo.csv", "");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "sub"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("people_1.csv", Enter, "people_1.csv")]
    [InlineData("people_2.csv", Down + Enter, "people_2.csv")]
    [InlineData("peo", Down + Enter, "people_1.csv")]
    [InlineData("peo", Down + Down + Enter, "people_2.csv")]
    [InlineData("zo", Tab + Enter, "zoo.csv")]
    [InlineData("zo", Tab + Down + Enter, "zoo.csv")]
    [InlineData("zoo.csv", Tab + Down + Enter, "zoo.csv")]
    [InlineData("people_1.csv", Tab + Down + Enter, "people_2.csv")]
    [InlineData("", Down + Down + Enter, "people_1.csv")]
    [InlineData("", Tab + Down + Enter, "people_1.csv")]
    [InlineData("zoo", Down + Up + Up + Enter, "people_1.csv")]
    public async Task A_file_is_named_by_typing_completing_and_picking(string typed, string keys, string expected)
    {
        var device = new FakeDevice { CurrentSize = new(60, 16) };
        var running = Start(device);
        device.Type("o");
        device.Await("whereto");
        device.Type(_folder.Path + "/" + typed);
        device.Type(keys);
        (await running.WaitAsync(Patience)).State.Named.ShouldBe(Path.Combine(_folder.Path, expected));
    }

    [Fact]
    public async Task From_the_first_of_the_files_an_arrow_leads_back_to_the_path()
    {
        var device = new FakeDevice { CurrentSize = new(60, 16) };
        var running = Start(device);
        device.Type("o");
        device.Await("whereto");
        device.Type(_folder.Path + "/" + Down + Up + Up + SelectAll + Path.Combine(_folder.Path, "zoo.csv") + Enter);
        (await running.WaitAsync(Patience)).State.Named.ShouldBe(Path.Combine(_folder.Path, "zoo.csv"));
    }

    [Fact]
    public async Task The_path_has_the_focus_wherever_it_was_before()
    {
        var device = new FakeDevice { CurrentSize = new(60, 16) };
        var running = Start(device);
        device.Await("below");
        device.Type("21o");
        device.Await("whereto");
        device.Type(Path.Combine(_folder.Path, "zoo.csv") + Enter);
        (await running.WaitAsync(Patience)).State.Named.ShouldBe(Path.Combine(_folder.Path, "zoo.csv"));
    }

    private static Task<(Asking State, Termination Termination)> Start(FakeDevice device) =>
        Task.Run(() => TerminalRun.Run(Program(), device, new(ColorDepth.Basic16, AmbiguousWidth.One), TimeProvider.System));

    private sealed record Asking(CellSize Size, string Panel, bool IsOpen, string? Named);

    private static Program<Asking, InputEvent, string> Program() =>
        new()
        {
            Start = size => new Asking(size, "1", false, null),
            Update = (state, input) =>
                input switch
                {
                    FileEvent file => state with { Named = file.Path },
                    KeyEvent { Text: "o" } => state with { IsOpen = true },
                    KeyEvent { Text: "1" or "2" } key => state with { Panel = key.Text },
                    _ => state,
                },
            Draw = (_, canvas) => canvas.Write(0, 0, "below"),
            FromInput = input => input,
            Perform = (_, _) => { },
            IsOver = state => state.Named is not null,
            Panels = state => [PanelOf(state, "1", 0), PanelOf(state, "2", 30)],
            Window = (state, _) => state.IsOpen ? FilesOf(state) : null,
        };

    private static PanelPlace PanelOf(Asking state, string name, int x) =>
        new(name, new(x, 0, 30, state.Size.Height), HasFocus: !state.IsOpen && state.Panel == name);

    private static ProgramFileDialog FilesOf(Asking state) =>
        new("whereto", "", new("Open", "Cancel", "path", "find", "Name", "Size", "Modified", "Reading…"), Styles)
        {
            Room = new(0, 0, state.Size.Width, state.Size.Height),
            Width = state.Size.Width,
            About = StyledLine.Empty,
        };
}
