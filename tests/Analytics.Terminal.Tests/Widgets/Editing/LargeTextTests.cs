using Analytics.Terminal.Cells;
using Analytics.Terminal.Tests.Widgets.Vim;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Editing;
using Analytics.Terminal.Widgets.Vim;

namespace Analytics.Terminal.Tests.Widgets.Editing;

public class LargeTextTests
{
    private const string Statement = "SELECT 县名, f(x) FROM t -- 注释";

    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    public void A_megabyte_is_edited_and_drawn_as_a_short_text_is(string between)
    {
        var (large, small) = (Edited(35_000, between), Edited(8, between));
        Around(large).ShouldBe(Around(small));
        (large.Editor.Text.Length - Length(35_000, between)).ShouldBe(small.Editor.Text.Length - Length(8, between));
    }

    private static int Length(int statements, string between) => statements * Statement.Length + (statements - 1) * between.Length;

    /// <summary>A text of so many statements after keys were pressed and frames drawn in its middle.</summary>
    private static VimEditor Edited(int statements, string between)
    {
        var editor = TextEditor.Of(string.Join(between, Enumerable.Repeat(Statement, statements)));
        var vim = VimEditor.Of(
            editor.MoveTo(editor.PositionAt(statements / 2 * (Statement.Length + between.Length))) with
            {
                Search = TextSearch.Of("f"),
            }
        );
        var canvas = new CellCanvas(120, 40);
        foreach (var key in VimPress.Keys("wwxbiab<BS><Esc>u.j%xk"))
        {
            vim = (vim.Handle(key, 40)?.Vim ?? vim).Scrolled(120, 40);
            vim.Draw(canvas, EditorStyles.Plain, hasFocus: true);
        }
        return vim;
    }

    /// <summary>The text before and behind the cursor, of its line.</summary>
    private static string Around(VimEditor vim)
    {
        var (line, at) = (vim.Editor.Buffer.Lines[vim.Editor.Cursor.Line], vim.Editor.Cursor.Column);
        return line[Math.Max(0, at - 60)..at] + "|" + line[at..Math.Min(line.Length, at + 60)];
    }

    [ForAnyChoices(300)]
    public void Cells_of_a_line_agree_with_its_clusters(Choices random)
    {
        var line = string.Concat(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    random.Next(3) switch
                    {
                        0 => "SELECT",
                        1 => "铜仁市",
                        _ => Samples.Text(random, 3),
                    }
                )
        );
        var editor = TextEditor.Of(line.Replace('\n', ' ').Replace('\r', ' ')) with { TabWidth = 1 };
        for (var index = 0; index <= line.Length; index++)
        {
            var snapped = CellText.Snap(line, index);
            editor.MoveTo(new(0, index)).Cursor.Column.ShouldBe(snapped, line);
            editor.CellOf(new(0, snapped)).X.ShouldBe(2 + CellText.ColumnOf(line, snapped), line);
        }
        for (var x = 0; x < 20; x++)
            editor.PositionAtCell(2 + x, 0).Column.ShouldBe(CellText.IndexAt(line, x), line);
    }
}
