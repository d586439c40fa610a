using Analytics.Charts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Input;
using Analytics.Tui.App;
using Analytics.Tui.Charts;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests.Charts;

/// <summary>The chart of a result as a sixel picture, where the terminal answers that it shows them.</summary>
public sealed class PixelSessionTests : IDisposable
{
    private const string Counties = "SELECT * FROM (VALUES ('a', 3), ('b', 5), ('c', 9)) AS t(name, n)";

    private readonly TemporaryFolder _folder = new();

    [FontTheory]
    [InlineData("en", "did not answer that it shows sixel", "did not tell its cell size")]
    [InlineData("zh", "没有应答能显示 sixel", "没有告知一格有多少像素")]
    public void Where_a_terminal_has_not_answered_the_key_says_so_and_nothing_changes(string language, string noSixel, string noCell)
    {
        using var run = new ConsoleRun(120, 40, language).Settle().Sql(Counties).Keys("F4 2");
        run.Keys("P").Screen.ShouldContain(noSixel);
        run.Program.Send(new AttributesReport(false), new CellSizeReport(10, 20));
        run.Keys("P").Screen.ShouldContain(noSixel);
        run.Program.Send(new AttributesReport(true), new CellSizeReport(0, 99999));
        run.Keys("P").Screen.ShouldContain(noCell);
        Picture(run).ShouldBeNull();
        run.State.Settings.Graphics.ShouldBe(ChartGraphics.Text);
    }

    [FontFact]
    public void The_key_changes_characters_to_a_picture_of_the_panel_s_size_and_back()
    {
        using var run = Charted();
        Picture(run).ShouldBeNull();
        run.Keys("P").Screen.ShouldContain("Shown as a picture");
        var area = ConsoleLayout.Of(run.State).ChartArea;
        var laid = Picture(run).ShouldNotBeNull();
        laid.Area.ShouldBe(area with { Y = area.Y + 1, Height = area.Height - 1 });
        laid.Picture.Size.ShouldBe(new PixelSize(laid.Area.Width * 10, laid.Area.Height * 20));
        laid.Area.Bottom.ShouldBeLessThan(run.State.Size.Height - 1);
        Picture(run.Keys("P")).ShouldBeNull();
        run.Screen.ShouldContain("Shown as characters");
    }

    [FontFact]
    public void A_picture_stays_the_same_while_the_cursor_moves_and_the_line_below_tells_the_mark()
    {
        using var run = Charted().Keys("P");
        var before = Picture(run)!.Value.Picture;
        run.Keys("↑").Screen.Split('\n')[^3].ShouldStartWith("b 5");
        Picture(run)!.Value.Picture.ShouldBeSameAs(before);
        run.Keys("PgDn").State.ChartInView!.Chart!.Top.ShouldBe(0);
        var area = ConsoleLayout.Of(run.State).ChartArea;
        run.Program.Send(new MouseEvent(MouseAction.Press, MouseButton.Left, area.X + 1, area.Y + 5));
        run.State.Result.Open!.Row.ShouldBe(1);
    }

    [FontFact]
    public void Under_a_window_the_characters_show_and_the_picture_comes_back_without_being_made_again()
    {
        using var run = Charted().Keys("P");
        var before = Picture(run)!.Value.Picture;
        Picture(run.Keys("?")).ShouldBeNull();
        run.KeysOnly("Esc").Program.Pending.ShouldBeEmpty();
        Picture(run)!.Value.Picture.ShouldBeSameAs(before);
        // A small window too: nothing stands in front of a picture.
        Picture(run.Keys("t")).ShouldBeNull();
        Picture(run.Keys("Esc 1")).ShouldBeNull();
        Picture(run.Keys("2"))!.Value.Picture.ShouldBeSameAs(before);
    }

    [FontFact]
    public void Another_kind_is_drawn_when_it_is_there_and_answers_to_what_is_no_longer_asked_are_dropped()
    {
        using var run = Charted().Keys("P");
        var bars = Picture(run)!.Value.Picture;
        run.KeysOnly("m");
        Picture(run)!.Value.Picture.ShouldBeSameAs(bars, "until the new one is there");
        run.Settle();
        Picture(run)!.Value.Picture.ShouldNotBeSameAs(bars);
        run.Program.Post(new PixelsDrawn(run.State.Charts.Pixels.Request - 1, bars));
        run.Program.Post(new PixelsFailed(run.State.Charts.Pixels.Request - 1, null));
        Picture(run)!.Value.Picture.ShouldNotBeSameAs(bars);
    }

    [FontFact]
    public void After_a_resize_no_picture_of_the_old_size_stands_and_the_new_one_is_of_the_new_cells()
    {
        using var run = Charted().Keys("P");
        run.Program.Send(new ResizeEvent(150, 50));
        Picture(run).ShouldBeNull();
        Width(run.Settle()).ShouldBe(10);
        run.Program.Send(new CellSizeReport(12, 24));
        Picture(run).ShouldBeNull();
        Width(run.Settle()).ShouldBe(12);
    }

    [FontFact]
    public void Where_only_the_window_s_size_is_told_a_resize_waits_for_it_to_be_told_again()
    {
        using var run = new ConsoleRun(120, 40, "en").Settle().Sql(Counties).Keys("F4 2");
        run.Program.Send(new AttributesReport(true), new WindowSizeReport(1210, 805));
        Width(run.Keys("P")).ShouldBe(10);
        run.Program.Send(new ResizeEvent(110, 40));
        Picture(run.Settle()).ShouldBeNull();
        run.Program.Send(new WindowSizeReport(1100, 800));
        Width(run.Settle()).ShouldBe(10);
    }

    [FontFact]
    public void The_chart_of_another_result_never_shows_the_picture_of_the_first()
    {
        using var run = Charted().Keys("P").Sql("SELECT * FROM (VALUES ('d', 3), ('e', 5), ('f', 9)) AS t(name, n)").KeysOnly("F4 2");
        Picture(run).ShouldBeNull();
        Picture(run.Settle()).ShouldNotBeNull();
    }

    [FontFact]
    public void A_panel_without_room_for_a_picture_shows_characters_and_says_so()
    {
        using var run = Charted(80, 24);
        run.Program.Send(new CellSizeReport(5, 10));
        run.Keys("P").Screen.ShouldContain("No room for a picture here, so characters (z zooms the panel)");
        Picture(run).ShouldBeNull();
        run.State.Settings.Graphics.ShouldBe(ChartGraphics.Sixel);
    }

    [FontTheory]
    [InlineData("", null, ChartStyle.Dark)]
    [InlineData("", 0xFFFFFF, ChartStyle.Light)]
    [InlineData("", 0x1E1E1E, ChartStyle.Dark)]
    [InlineData("theme: light", 0x000000, ChartStyle.Light)]
    [InlineData("theme: dark", 0xFFFFFF, ChartStyle.Dark)]
    [InlineData("theme: contrast", 0xFFFFFF, ChartStyle.Dark)]
    public void A_picture_has_the_ground_of_the_theme_or_of_the_terminal(string settings, int? background, ChartStyle style)
    {
        using var run = Charted(settings: settings);
        if (background is { } rgb)
            run.Program.Send(new BackgroundReport(rgb));
        run.Keys("P").State.Charts.Pixels.Drawn!.Style.ShouldBe(style);
    }

    [FontFact]
    public void Chosen_in_the_settings_file_pictures_show_at_once_where_the_terminal_can_and_otherwise_the_settings_say_why()
    {
        using var run = new ConsoleRun(120, 40, "en", settings: Settings("chart_graphics: sixel")).Settle().Sql(Counties).Keys("F4 2");
        Picture(run).ShouldBeNull();
        run.Keys("Shift+F10").Screen.ShouldContain("file · This terminal did not answer that it shows sixel");
        run.Keys("Esc").Program.Send(new AttributesReport(true), new CellSizeReport(10, 20));
        Picture(run.Settle()).ShouldNotBeNull();
        run.Keys("Shift+F10").Screen.ShouldMatch("chart_graphics +sixel +file");
    }

    [FontFact]
    public void What_was_chosen_holds_at_the_next_start_and_a_fault_in_the_file_is_told()
    {
        using (var run = Charted(state: _folder.Path))
            run.Keys("P");
        using (var run = Charted(state: _folder.Path))
            Picture(run).ShouldNotBeNull();
        using (var run = Charted(state: _folder.Path, settings: "chart_graphics: text"))
            Picture(run).ShouldBeNull();
        Settings("chart_graphics: sixle").Faults.ShouldHaveSingleItem().En.ShouldContain("did you mean sixel?");
    }

    public void Dispose() => _folder.Dispose();

    private ConsoleRun Charted(int width = 120, int height = 40, string settings = "", string? state = null)
    {
        var run = new ConsoleRun(width, height, "en", state: state, settings: Settings(settings)).Settle().Sql(Counties).Keys("F4 2");
        run.Program.Send(new AttributesReport(true), new CellSizeReport(10, 20));
        return run.Settle();
    }

    private ConsoleSettings Settings(string yaml) =>
        ConsoleSettings.Of(ConsoleKeys.Map).With(SettingsFile.Read(_folder.File("config.yaml", yaml)));

    private static CanvasPicture? Picture(ConsoleRun run) => run.Program.Frame().Picture;

    /// <summary>Pixels of a cell that the picture was made for.</summary>
    private static int Width(ConsoleRun run) => Picture(run) is { } laid ? laid.Picture.Size.Width / laid.Area.Width : 0;
}
