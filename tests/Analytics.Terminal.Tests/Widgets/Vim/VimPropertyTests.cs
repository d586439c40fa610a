using System.Text;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Vim;

namespace Analytics.Terminal.Tests.Widgets.Vim;

public class VimPropertyTests
{
    private const string Text = "SELECT 县名, e\u0301 FROM \"t x\"\n\n  WHERE (a.b = '👨‍👩‍👧' AND [c])\n\t-- 注释 “……”\n{\n  x\n}\n  ";

    private static readonly string[] Chunks =
    [
        .. "hjklwbeWBE0^$G{}%;,nN*#xXDCYsSJpPu.~oOaAiIRvVdcy<>r:/?'`mftFT\"zg123456789 ".Select(c => c.ToString()),
        "<Esc>",
        "<Esc>",
        "<CR>",
        "<BS>",
        "<C-r>",
        "<C-d>",
        "<C-u>",
        "<C-f>",
        "<C-e>",
        "<C-w>",
        "<Up>",
        "<Left>",
        "县",
        "𠀀",
        "dd",
        "iw",
        "ap",
        "i(",
        "a'",
        "gv",
        "ge",
        "gU",
    ];

    [ForAnyChoices(400)]
    public void Any_keys_leave_a_sound_editor(Choices random)
    {
        var (vim, keys) = (VimEditor.Of(TextEditor.Of(Text)), new StringBuilder());
        for (var i = 0; i < 60 && vim.Editor.Buffer.Lines.Count < 2000; i++)
        {
            var chunk = random.Next(30) == 0 ? Samples.Text(random, 2) : Chunks[random.Next(Chunks.Length)];
            keys.Append(chunk);
            vim = vim.Run(chunk);
            ShouldBeSound(vim, keys.ToString());
        }
    }

    [ForAnyChoices(150)]
    public void Undoing_everything_brings_back_the_beginning_and_redoing_the_end(Choices random)
    {
        var vim = VimEditor.Of(TextEditor.Of(Text));
        for (var i = 0; i < 40; i++)
            vim = vim.Run(Chunks[random.Next(Chunks.Length)]);
        vim = vim.Run("<Esc><Esc><Esc>");
        var end = vim.Editor.Text;
        while (vim.Run("<C-r>") is var redone && redone.Editor.Text != vim.Editor.Text)
            (vim, end) = (redone, redone.Editor.Text);
        vim = vim.Run("999u");
        vim.Editor.Text.ShouldBe(Text);
        vim.Run("999<C-r>").Editor.Text.ShouldBe(end);
    }

    [Theory]
    [InlineData("dw")]
    [InlineData("cwX<CR>Y<Esc>")]
    [InlineData("3dd")]
    [InlineData("yyp")]
    [InlineData("3ix<CR><Esc>")]
    [InlineData("2oab<Left>c<Esc>")]
    [InlineData("RXYZ<BS>W<Esc>")]
    [InlineData("Vjd")]
    [InlineData("vjcX<Esc>")]
    [InlineData("J")]
    [InlineData("xxp.")]
    [InlineData(">j")]
    [InlineData("gUip")]
    [InlineData(":%s/a/b/g<CR>")]
    public void A_command_is_one_undo_step(string keys)
    {
        var vim = VimPress.Start("SELECT a, |b\n  FROM 县\n\nx a");
        var changed = vim.Run(keys);
        changed.Editor.Text.ShouldNotBe(vim.Editor.Text);
        var steps = keys == "xxp." ? 4 : 1;
        changed.Run($"{steps - 1}u".TrimStart('0') is ['u'] ? "" : $"{steps - 1}u").Editor.Text.ShouldNotBe(vim.Editor.Text);
        changed.Run($"{steps}u").Editor.Text.ShouldBe(vim.Editor.Text);
    }

    [Fact]
    public void Absurd_counts_end_soon()
    {
        var vim = VimPress.Start("a|b\ncd");
        foreach (
            var keys in new[]
            {
                "99999999999ix<Esc>",
                "yy99999999p",
                "9999999u",
                "99999999x",
                "99999999>>",
                "9999999n",
                "v9999999i(",
                "9999999@",
                "99999999J",
                "99999999.",
            }
        )
        {
            vim.Run(keys).Editor.Buffer.Lines.Count.ShouldBeLessThan(2_000_000, keys);
        }
    }

    private static void ShouldBeSound(VimEditor vim, string keys)
    {
        var line = vim.Editor.Buffer.Lines[vim.Editor.Cursor.Line];
        CellText.Snap(line, vim.Editor.Cursor.Column).ShouldBe(vim.Editor.Cursor.Column, keys);
        vim.Editor.HasSelection.ShouldBe(vim.IsVisual, keys);
        if (vim.Mode == VimMode.Normal)
            (vim.Editor.Cursor.Column < Math.Max(1, line.Length)).ShouldBeTrue(keys);
    }
}
