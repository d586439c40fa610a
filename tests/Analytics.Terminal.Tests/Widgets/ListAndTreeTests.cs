using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Widgets;

public class ListAndTreeTests
{
    private static readonly TreeNode[] Roots =
    [
        new(
            "q",
            new("查询", "2"),
            [
                TreeNode.Leaf("q/age", new("平均年龄")),
                new("q/income", new("集体收入"), [TreeNode.Leaf("q/income/top", new("前十名", "F5"))]),
            ]
        ),
        TreeNode.Leaf("t", new("表")),
    ];

    [Fact]
    public void A_list_shows_details_matches_selection_and_a_scroll_bar()
    {
        string[] lines = ["碧江区", "万山区的很长很长很长的一行文字", "玉屏侗族自治县", "江口县", "石阡县", "思南县"];
        var canvas = new CellCanvas(22, 4);
        ListView.Of(6).Select(4).Draw(canvas, i => new(lines[i], $"{i} 篇"), ListStyles.Plain, hasFocus: true, "县");
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "list.txt");
    }

    [Fact]
    public void A_list_of_nothing_selects_nothing()
    {
        var list = ListView.Of(0).Handle(new KeyEvent(Key.Down), 5).ShouldNotBeNull();
        list.Selected.ShouldBe(-1);
        list.Draw(new CellCanvas(5, 2), _ => throw new InvalidOperationException(), ListStyles.Plain, hasFocus: true);
        list.WithCount(3).Selected.ShouldBe(0);
    }

    [Fact]
    public void Lines_are_asked_for_only_in_view()
    {
        var asked = new List<int>();
        ListView
            .Of(1_000_000)
            .Select(500)
            .Draw(
                new CellCanvas(10, 3),
                i =>
                {
                    asked.Add(i);
                    return new("x");
                },
                ListStyles.Plain,
                hasFocus: true
            );
        asked.ShouldBe([498, 499, 500]);
    }

    [Theory]
    [InlineData(10, 100, 0, 10, 0, 1)]
    [InlineData(10, 100, 1, 10, 1, 1)]
    [InlineData(10, 100, 89, 10, 8, 1)]
    [InlineData(10, 100, 90, 10, 9, 1)]
    [InlineData(10, 20, 10, 10, 5, 5)]
    public void The_handle_touches_an_end_only_when_the_view_does(int height, int count, int first, int shown, int start, int length) =>
        Scrollbar.Thumb(height, count, first, shown).ShouldBe((start, length));

    [Fact]
    public void A_tree_opens_and_closes()
    {
        var tree = TreeView.Of(Roots);
        Labels(tree).ShouldBe(["查询", "表"]);
        tree = Run(tree, "> v v >");
        Labels(tree).ShouldBe(["查询", "平均年龄", "集体收入", "前十名", "表"]);
        tree = Run(tree, ">");
        tree.Selected!.Id.ShouldBe("q/income/top");
        tree = Run(tree, "< <");
        Labels(tree).ShouldBe(["查询", "平均年龄", "集体收入", "表"]);
        tree.Selected!.Id.ShouldBe("q/income");
    }

    [Fact]
    public void A_tree_is_drawn_with_marks_and_indents()
    {
        var canvas = new CellCanvas(20, 6);
        TreeView.Of(Roots, "q", "q/income").SelectId("q/age").Draw(canvas, ListStyles.Plain, hasFocus: true);
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "tree.txt");
    }

    [Fact]
    public void New_nodes_keep_the_selection_and_what_is_open()
    {
        var tree = TreeView.Of(Roots, "q").SelectId("t").WithRoots([Roots[0] with { Children = [] }, Roots[1]]);
        tree.Selected!.Id.ShouldBe("t");
    }

    [Fact]
    public void A_palette_narrows_by_words_in_any_order_and_prefers_beginnings()
    {
        PaletteEntry[] entries =
        [
            new("run", "Query: run", "F5"),
            new("chart", "Show chart"),
            new("q1", "集体收入 top", ""),
            new("q2", "run chart"),
        ];
        var palette = Palette.Of(entries);
        foreach (var key in KeyEvent.Typing("run"))
            palette = palette.Handle(key, 5).ShouldNotBeNull();
        palette.Matches.Select(m => m.Id).ShouldBe(["q2", "run"]);
        palette = palette.Handle(new KeyEvent(Key.Down), 5).ShouldNotBeNull();
        palette.Chosen!.Id.ShouldBe("run");
        Palette.Of(entries).Handle(new PasteEvent("收 top"), 5).ShouldNotBeNull().Chosen!.Id.ShouldBe("q1");
    }

    private static TreeView Run(TreeView tree, string keys)
    {
        foreach (var key in Press.All(keys))
            tree = tree.Handle(key, 5).ShouldNotBeNull();
        return tree;
    }

    private static IEnumerable<string> Labels(TreeView tree) => tree.Rows().Select(row => row.Node.Line.Text);
}
