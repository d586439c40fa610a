using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Editing;
using Analytics.Terminal.Widgets.Vim;

namespace Analytics.Terminal.Tests.Widgets.Vim;

public class VimEditorTests
{
    [Theory]
    [InlineData("|铜仁市 abc", "w", "铜仁市 |abc")]
    [InlineData("|铜仁市。德江", "w", "铜仁市|。德江")]
    [InlineData("|abc县名", "w", "abc|县名")]
    [InlineData("铜仁|市", "x", "铜仁|")]
    [InlineData("👨‍👩‍👧|👍🏽x", "x", "👨‍👩‍👧|x")]
    [InlineData("|e\u0301x", "x", "|x")]
    [InlineData("|e\u0301xe", "fe", "e\u0301x|e")]
    [InlineData("|x𠀀y", "lrz", "x|zy")]
    [InlineData("|铜仁\n德江", "J", "铜仁|德江")]
    [InlineData("|铜仁\nab", "J", "铜仁| ab")]
    [InlineData("(铜（|仁）)", "di（", "(铜（|）)")]
    [InlineData("“铜|仁”市", "di“", "“|”市")]
    [InlineData("《铜|仁日报》", "ci》德江<Esc>", "《德|江》")]
    [InlineData("a|（b）", "%", "a（b|）")]
    [InlineData("铜仁|市 沿河 铜仁市", "*", "铜仁市 沿河 |铜仁市")]
    [InlineData("铜|仁\nab\nabcd", "jj", "铜仁\nab\nab|cd")]
    [InlineData("铜|仁", "i县<Esc>u", "铜|仁")]
    [InlineData("|县\n县", "A人口<Esc>j.", "县人口\n县人|口")]
    [InlineData("|中文", "v$y$p", "中文中|文")]
    [InlineData("\t|a", "0", "|\ta")]
    [InlineData("\ta|b\n\tc", "j", "\tab\n\t|c")]
    [InlineData("|\ta", "<lt><lt>", "|a")]
    public void Chinese_combining_and_tabs(string before, string keys, string after) =>
        VimPress.Start(before).Run(keys).Show().ShouldBe(ShownAsVimPlaces(after));

    [Theory]
    [InlineData("a|b a b", ":s/b/X/<CR>", "a|X a b")]
    [InlineData("a|b a b\nb", ":%s/b/X/g<CR>", "a|X a X\nX")]
    [InlineData("|1a\n2a\n3a", ":2,3s/\\d/#/<CR>", "|1a\n#a\n#a")]
    [InlineData("|a b", ":s/(\\w) (\\w)/$2 $1/<CR>", "|b a")]
    [InlineData("|a\nb\nc", "Vj:s/$/;/<CR>", "a;\n|b;\nc")]
    [InlineData("|a\nb\nc", ":3<CR>", "a\nb\n|c")]
    [InlineData("|a\nb\nc", ":$<CR>", "a\nb\n|c")]
    [InlineData("|AB ab", "/ab<CR>", "AB |ab")]
    [InlineData("|ab Ab", "/Ab<CR>", "ab |Ab")]
    [InlineData("|x count(", "/count(<CR>", "x |count(")]
    [InlineData("|x ab", "/zz<BS><BS>ab<CR>", "x |ab")]
    [InlineData("|x ab", "/<BS>l", "x| ab")]
    [InlineData("|x ab", "d/a<Esc>l", "x| ab")]
    public void Command_lines_and_searches(string before, string keys, string after) =>
        VimPress.Start(before).Run(keys).Show().ShouldBe(after);

    [Fact]
    public void Command_lines_the_editor_does_not_know_are_the_applications()
    {
        VimPress.Start("|a").EffectsOf(":w 查询.sql<CR>").ShouldBe([new VimCommandEntered("w 查询.sql")]);
        VimPress.Start("|a").EffectsOf(":noh<CR>").ShouldBeEmpty();
        VimPress.Start("|a").EffectsOf("/b<CR>").ShouldBe([new VimNotFound("b")]);
        VimPress.Start("|a a").EffectsOf(":s/a/b/g<CR>").ShouldBe([new VimSubstituted(2)]);
    }

    [Fact]
    public void Yanks_go_to_the_clipboard_and_deletions_do_not()
    {
        VimPress.Start("|铜仁 b").EffectsOf("yw").ShouldBe([new VimCopied("铜仁 ")]);
        VimPress.Start("|a\nb").EffectsOf("yj").ShouldBe([new VimCopied("a\nb\n")]);
        VimPress.Start("|ab").EffectsOf("\"+x").ShouldBe([new VimCopied("a")]);
        VimPress.Start("|ab").EffectsOf("dw").ShouldBeEmpty();
        VimPress.Start("|ab").EffectsOf("\"ayw").ShouldBeEmpty();
    }

    [Fact]
    public void Keys_of_no_meaning_are_left_to_the_application()
    {
        var vim = VimPress.Start("|a");
        vim.Handle(new KeyEvent(Key.Escape), 9).ShouldBeNull();
        vim.Handle(new KeyEvent(Key.F5), 9).ShouldBeNull();
        vim.Handle(new KeyEvent(Key.Enter, KeyModifiers.Ctrl), 9).ShouldBeNull();
        vim.Handle(KeyEvent.Typed("s", KeyModifiers.Ctrl), 9).ShouldBeNull();
        vim.Run("i").Handle(new KeyEvent(Key.F5), 9).ShouldBeNull();
        vim.Run("i").Handle(KeyEvent.Typed("z", KeyModifiers.Ctrl), 9).ShouldBeNull();
        vim.Run("v").Handle(new KeyEvent(Key.Escape), 9).ShouldNotBeNull();
    }

    [Fact]
    public void An_unfinished_command_shows_its_keys_and_Esc_drops_it()
    {
        var vim = VimPress.Start("|ab cd").Run("\"a2d3");
        vim.Pending.ShouldBe("\"a2d3");
        vim.Run("<Esc>w").Show().ShouldBe("ab |cd");
    }

    [Fact]
    public void What_visual_mode_selects_is_the_selection_of_the_editor()
    {
        VimPress.Start("a|b\ncd").Run("vj").Editor.SelectedText.ShouldBe("b\ncd");
        VimPress.Start("ab\nc|d").Run("vk").Editor.SelectedText.ShouldBe("b\ncd");
        VimPress.Start("a|b\ncd").Run("Vj").Editor.SelectedText.ShouldBe("ab\ncd");
        VimPress.Start("a|b\ncd").Run("vj<Esc>").Editor.HasSelection.ShouldBeFalse();
    }

    [Fact]
    public void Pasted_text_goes_in_whatever_the_mode()
    {
        VimPress.Start("a|b").Handle(new PasteEvent("铜仁\nx"), 9)!.Value.Vim.Show().ShouldBe("a铜仁\n|xb");
        VimPress.Start("a|bc").Run("v").Handle(new PasteEvent("X"), 9)!.Value.Vim.Show().ShouldBe("a|Xc");
        VimPress.Start("a|b").Run("i").Handle(new PasteEvent("ddx"), 9)!.Value.Vim.Show().ShouldBe("addx|b");
    }

    [Fact]
    public void A_completion_is_repeated_by_dot()
    {
        var vim = VimPress.Start("|\nx").Run("isel");
        var popup = CompletionPopup.Open([new("SELECT")], vim.Editor).ShouldNotBeNull();
        vim = vim.Accept(popup).Run(" 1<Esc>");
        vim.Editor.Text.ShouldBe("SELECT 1\nx");
        vim.Run("jA ; <Esc>").Run("u").Run("o<Esc>").Editor.Text.ShouldBe("SELECT 1\nx\n");
        vim.Run("j0.").Editor.Text.ShouldBe("SELECT 1\nSELECT 1x");
    }

    [Fact]
    public void The_mouse_places_the_cursor_and_selects()
    {
        var vim = VimPress.Start("|铜仁 abc").Run("i");
        var area = new CellRect(10, 5, 40, 4);
        vim = vim.HandleMouse(new(MouseAction.Press, MouseButton.Left, 17, 5, Clicks: 2), area).ShouldNotBeNull();
        (vim.Mode, vim.Editor.SelectedText).ShouldBe((VimMode.Visual, "abc"));
        vim.Run("d").Show().ShouldBe("铜仁| ");
        vim = vim.HandleMouse(new(MouseAction.Press, MouseButton.Left, 14, 5), area).ShouldNotBeNull();
        (vim.Mode, vim.Show()).ShouldBe((VimMode.Normal, "铜|仁 abc"));
        vim.HandleMouse(new(MouseAction.Press, MouseButton.Left, 2, 2), area).ShouldBeNull();
    }

    [Fact]
    public void The_mode_line_and_the_selection_show()
    {
        var vim = VimPress.Start("SELECT (县名,\n|  n)\nFROM t").Run("kf(v%\"a2");
        var canvas = new CellCanvas(26, 4);
        vim.Draw(canvas.Region(new(0, 0, 26, 3)), EditorStyles.Plain, hasFocus: true);
        vim.DrawModeLine(canvas.Region(new(0, 3, 26, 1)), Style.Default.With(TextAttributes.Bold), true, Language.Zh);
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "vim visual.txt");
        vim = vim.Run("<Esc><Esc>/县");
        vim.Draw(canvas.Region(new(0, 0, 26, 3)), EditorStyles.Plain, hasFocus: true);
        vim.DrawModeLine(canvas.Region(new(0, 3, 26, 1)), Style.Default.With(TextAttributes.Bold), true, Language.En);
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "vim search.txt");
    }

    // The table writes the cursor before its character; a cursor on the last character of a line stands before it too.
    private static string ShownAsVimPlaces(string text) => VimPress.Start(text).Show();
}
