using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Tests.Widgets.Editing;

public class SearchTests
{
    private const SearchOptions Case = SearchOptions.MatchCase,
        Pattern = SearchOptions.Regex,
        Word = SearchOptions.WholeWord;

    [Theory]
    [InlineData("Ab ab", "ab", SearchOptions.None, "0+2 3+2")]
    [InlineData("Ab ab", "ab", Case, "3+2")]
    [InlineData("a.b axb", "a.b", SearchOptions.None, "0+3")]
    [InlineData("a.b axb", "a.b", Pattern, "0+3 4+3")]
    [InlineData("铜仁市铜仁", "铜仁", SearchOptions.None, "0+2 3+2")]
    [InlineData("cat catalog", "cat", Word, "0+3")]
    [InlineData("县cat市 cats", "cat", Word, "1+3")]
    [InlineData("e\u0301e", "e", SearchOptions.None, "2+1")]
    [InlineData("👨‍👩‍👧👩", "👩", SearchOptions.None, "8+2")]
    [InlineData("ab", "^", Pattern, "0+0")]
    [InlineData("a1b22", @"\d+", Pattern, "1+1 3+2")]
    [InlineData("ab", "", SearchOptions.None, "")]
    [InlineData("ab", "(", Pattern, "")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$", Pattern, "")]
    public void A_search_finds_whole_characters(string line, string pattern, SearchOptions options, string found) =>
        string.Join(' ', TextSearch.Of(pattern, options).In(line).Select(m => $"{m.Start}+{m.Length}")).ShouldBe(found);

    [Fact]
    public void A_wrong_pattern_says_what_is_wrong()
    {
        TextSearch.Of("a(", Pattern).Error.ShouldNotBeNull().ShouldContain("a(");
        TextSearch.Of("(?=a)", Pattern).Error.ShouldNotBeNull();
        TextSearch.Of("a(").Error.ShouldBeNull();
    }

    [Fact]
    public void Next_and_previous_go_round()
    {
        var buffer = TextBuffer.Of("x a\na x\na");
        var search = TextSearch.Of("a");
        var (forward, back) = (new List<TextPosition>(), new List<TextPosition>());
        var (at, before) = (new TextPosition(0, 3), new TextPosition(0, 3));
        for (var i = 0; i < 4; i++)
        {
            forward.Add((at = search.Next(buffer, at).ShouldNotBeNull().From));
            back.Add((before = search.Previous(buffer, before).ShouldNotBeNull().From));
            at = at with { Column = at.Column + 1 };
        }
        forward.ShouldBe([new(1, 0), new(2, 0), new(0, 2), new(1, 0)]);
        back.ShouldBe([new(0, 2), new(2, 0), new(1, 0), new(0, 2)]);
        search.Count(buffer, new(1, 0)).ShouldBe((2, 3));
        TextSearch.Of("z").Next(buffer, default).ShouldBeNull();
        TextSearch.Of("z").Previous(buffer, default).ShouldBeNull();
    }

    [Theory]
    [InlineData("a a\nba", "a", SearchOptions.None, "$1", "$1 $1\nb$1", 3)]
    [InlineData("SELECT n", @"(\w+) (\w+)", Pattern, "$2, $1", "n, SELECT", 1)]
    [InlineData("a,b", ",", Pattern, @",\n\t", "a,\n\tb", 1)]
    [InlineData("a\nb", "^", Pattern, "-- ", "-- a\n-- b", 2)]
    [InlineData("铜仁", "仁", SearchOptions.None, "", "铜", 1)]
    [InlineData("a", "z", SearchOptions.None, "y", "a", 0)]
    public void All_matches_are_replaced_in_one_undo_step(
        string text,
        string pattern,
        SearchOptions options,
        string by,
        string expected,
        int count
    )
    {
        var (editor, replaced) = TextEditor.Of(text).ReplaceAll(TextSearch.Of(pattern, options), by);
        (editor.Text, replaced).ShouldBe((expected, count));
        editor.Undo().Text.ShouldBe(text);
    }

    [Fact]
    public void Matches_are_replaced_one_by_one()
    {
        var search = TextSearch.Of("a");
        var editor = TextEditor.Of("a b a").ReplaceNext(search, "xa");
        editor.Text.ShouldBe("a b a");
        editor = editor.ReplaceNext(search, "xa");
        (editor.Text, editor.SelectionStart).ShouldBe(("xa b a", new TextPosition(0, 5)));
        editor.ReplaceNext(search, "y").Text.ShouldBe("xa b y");
    }

    [Fact]
    public void Finding_an_empty_match_again_goes_on()
    {
        var search = TextSearch.Of("^", Pattern);
        var editor = TextEditor.Of("a\nb").FindNext(search).ShouldNotBeNull();
        editor.Cursor.ShouldBe(new(1, 0));
    }

    [Fact]
    public void The_bar_finds_while_typing_and_replaces()
    {
        var (bar, editor, _) = FindBar.Open(TextEditor.Of("县 a 县名 A 县").MoveTo(new(0, 2)), replaces: true);
        (bar, editor) = Type(bar!, editor, "县名");
        (editor.SelectedText, bar!.Matches).ShouldBe(("县名", (1, 1)));
        (bar, editor) = Type(bar, editor, "Back");
        (editor.SelectionStart.Column, bar!.Matches).ShouldBe((4, (2, 3)));
        (bar, editor) = Type(bar, editor, "Enter");
        bar!.Matches.ShouldBe((3, 3));
        (bar, editor) = Type(bar, editor, "S-Enter ^ Tab 区 Enter");
        (editor.Text, bar!.Matches).ShouldBe(("区 a 县名 A 县", (1, 2)));
        var step = bar.Handle(new KeyEvent(Key.Enter, KeyModifiers.Alt), editor).ShouldNotBeNull();
        (step.Editor.Text, step.Replaced).ShouldBe(("区 a 区名 A 区", 2));
        step = step.Bar!.Handle(new KeyEvent(Key.Escape), step.Editor).ShouldNotBeNull();
        (step.Bar, step.Editor.Search).ShouldBe((null, null));
    }

    [Fact]
    public void The_bar_switches_case_patterns_and_words()
    {
        var (bar, editor, _) = FindBar.Open(TextEditor.Of("A ab a"));
        (bar, editor) = Type(bar!, editor, "a");
        bar!.Matches.Count.ShouldBe(3);
        foreach (var (key, count) in new[] { ("c", 2), ("w", 1), ("r", 1), ("w", 2) })
        {
            (bar, editor, _) = bar!.Handle(KeyEvent.Typed(key, KeyModifiers.Alt), editor).ShouldNotBeNull();
            bar!.Matches.Count.ShouldBe(count, key);
        }
        bar!.Handle(new KeyEvent(Key.F5), editor).ShouldBeNull();
    }

    [Fact]
    public void The_bar_and_the_matches_show()
    {
        var (bar, editor, _) = FindBar.Open(
            TextEditor.Of("SELECT 县\n\t县名 AS n\nFROM 县 WHERE 县 > 1").MoveTo(new(1, 0)),
            replaces: true
        );
        (bar, editor) = Type(bar!, editor, "县");
        var canvas = new CellCanvas(44, 6);
        editor.Draw(canvas.Region(new(0, 0, 44, 4)), EditorStyles.Plain, hasFocus: false);
        bar!.Draw(canvas.Region(new(0, 4, 44, 2)), FindBarTexts.Zh, InputStyles.Plain, default, Style.Default.With(TextAttributes.Reverse));
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "find bar.txt");
    }

    private static (FindBar? Bar, TextEditor Editor) Type(FindBar? bar, TextEditor editor, string keys)
    {
        var step = new FindStep(bar, editor);
        foreach (var key in Press.All(keys).SelectMany(k => k.Key == Key.Character ? KeyEvent.Typing(k.Text) : [k]))
            step = step.Bar!.Handle(key, step.Editor).ShouldNotBeNull();
        return (step.Bar, step.Editor);
    }
}
