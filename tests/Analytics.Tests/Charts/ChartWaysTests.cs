using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Tui.Charts;
using Analytics.Tui.Tests;

namespace Analytics.Tests.Charts;

/// <summary>
/// One spec, three ways in: every option that headers and batch have is in the console too, and all three make the same chart.
/// </summary>
public class ChartWaysTests
{
    /// <param name="Header">The chart in a header.</param>
    /// <param name="Options">The same over <see cref="ChartWays.Plain"/>.</param>
    /// <param name="Form">The same in the console's form: fields and what is typed there.</param>
    private sealed record Way(string Header, string[] Options, params (string Field, string Text)[] Form);

    private static readonly Dictionary<string, Way> Ways = new()
    {
        ["kind"] = new(ChartWays.Plain.Replace("bar", "lollipop"), ["--kind", "lollipop"], ("kind", "lollipop")),
        ["x"] = new(ChartWays.Plain.Replace("x: cat", "x: part"), ["--x", "part"], ("x", "part")),
        ["y"] = new(ChartWays.Plain.Replace("amount", "other"), ["--y", "other"], ("y", "other")),
        ["series"] = new(
            ChartWays.Plain.Replace("bar", "grouped-bar") + "\nseries: part",
            ["--kind", "grouped-bar", "--series", "part"],
            ("kind", "grouped"),
            ("series", "part")
        ),
        ["panels"] = new(ChartWays.Plain + "\npanels: pane", ["--panels", "pane"], ("panels", "pane")),
        ["label"] = new(
            ChartWays.Plain.Replace("bar", "scatter").Replace("x: cat", "x: other") + "\nlabel: word",
            ["--kind", "scatter", "--x", "other", "--label", "word"],
            ("kind", "scatter"),
            ("x", "other"),
            ("label", "word")
        ),
        ["detail"] = new(ChartWays.Plain + "\ndetail: tag", ["--detail", "tag"], ("detail", "tag")),
        ["low"] = new(
            ChartWays.Plain.Replace("bar", "dot") + "\nlow: lower",
            ["--kind", "dot", "--low", "lower"],
            ("kind", "dot"),
            ("low", "lower")
        ),
        ["high"] = new(
            ChartWays.Plain.Replace("bar", "dot") + "\nhigh: upper",
            ["--kind", "dot", "--high", "upper"],
            ("kind", "dot"),
            ("high", "upper")
        ),
        ["order"] = new(ChartWays.Plain + "\norder: given", ["--order", "given"], ("order", "given")),
        ["title"] = new(
            ChartWays.Plain.Replace("Headline", "\"It's: #1 – \\\"so\\\"\""),
            ["--title", "It's: #1 – \"so\""],
            ("title", "It's: #1 – \"so\"")
        ),
        ["subtitle"] = new(ChartWays.Plain + "\nsubtitle: {zh: x, en: in 2024}", ["--subtitle", "in 2024"], ("subtitle", "in 2024")),
        ["notes"] = new(
            ChartWays.Plain + "\nnotes: {zh: x, en: data/*.csv}".Replace("/*", "\\x2F*").Replace("data", "\"data").Replace("csv", "csv\""),
            ["--notes", "data/*.csv"],
            ("notes", "data/*.csv")
        ),
        ["references"] = new(
            ChartWays.Plain + "\nreferences: [{value: 4.5, label: {zh: x, en: rule}}, {value: 8, label: {zh: x, en: aim}}]",
            ["--reference", "4.5 rule", "--reference", "8 aim"],
            ("references", "4.5 rule; 8 aim")
        ),
        ["annotations"] = new(ChartWays.Plain + "\nannotations: [{at: b, text: {zh: x, en: here}}]", ["--annotate", "b=here"]),
        ["allow"] = new(ChartWays.Plain + "\nallow: [stack]", ["--allow", "stack"], ("stack", " ")),
        ["style"] = new(ChartWays.Plain + "\nstyle: dark", ["--style", "dark"], ("style", "dark")),
        ["size"] = new(ChartWays.Plain + "\nsize: square", ["--size", "square"], ("size", "1080x1080")),
        ["scale"] = new(ChartWays.Plain + "\nscale: 2", ["--scale", "2"], ("scale", "2")),
    };

    public static TheoryData<string> Names() => [.. Ways.Keys];

    [Fact]
    public void Every_key_of_a_header_is_tried() => Ways.Keys.ShouldBe(ChartOption.All.Select(o => o.Key), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Header_options_and_console_make_the_same_chart_and_what_the_console_copies_too(string name)
    {
        using var ways = new ChartWays();
        var way = Ways[name];
        var plain = ChartWays.Text(ways.Header(ChartWays.Plain));
        var wanted = ChartWays.Text(ways.Header(way.Header));
        // What is demanded is not part of the picture of figures that need no demand.
        if (name != "allow")
            wanted.ShouldNotBe(plain);
        ChartWays.Text(ways.Options("en", way.Options)).ShouldBe(wanted);
        using var run = ways.Console();
        if (name == "annotations")
            AtRow(run, 1).Keys("Enter").Type("here").Keys("Enter");
        else
            Fill(run, way.Form);
        ChartWays.Text(Drawn(run)).ShouldBe(wanted);
        Copies_draw_what_is_shown(ways, run, "en");
    }

    [Theory]
    [InlineData("it's \"so\"; x=y, $(rm) `x` \\ & | <b> # --kind pie")]
    [InlineData("-o looks like an option")]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("结尾 */ 和 /* 开头")]
    public void Hostile_remarks_survive_command_and_header(string remark)
    {
        using var ways = new ChartWays();
        using var run = ways.Console("zh");
        AtRow(run, 0).Keys("Enter");
        run.Program.Send(new Analytics.Terminal.Input.PasteEvent(remark));
        run.Keys("Enter");
        Drawn(run).Annotations.ShouldBe([new ChartAnnotation("a's = \"1\"", remark.Replace('\n', ' ').Replace('\t', ' '))]);
        Copies_draw_what_is_shown(ways, run, "zh");
    }

    [Fact]
    public void All_options_at_once_are_the_same_in_command_and_header()
    {
        using var ways = new ChartWays();
        using var run = ways.Console("zh");
        Fill(
            run,
            ("kind", "dot"),
            ("panels", "pane"),
            ("detail", "tag"),
            ("low", "lower"),
            ("high", "upper"),
            ("order", "given"),
            ("title", "题目：一"),
            ("subtitle", ""),
            ("notes", "注"),
            ("references", "4 规定"),
            ("criterion", " "),
            ("attendance", " "),
            ("style", "dark"),
            ("size", "900x800"),
            ("scale", "3"),
            ("language", "English")
        );
        AtRow(run, 2).Keys("Enter").Type("甲").Keys("Enter");
        var spec = Drawn(run);
        (spec.Kind, spec.Style, spec.Width, spec.Height, spec.Scale, spec.Language, spec.Subtitle, spec.Order).ShouldBe(
            (ChartKind.Dot, ChartStyle.Dark, 900, 800, 3, Language.En, "", MarkOrder.Given)
        );
        spec.Annotations.ShouldBe([new ChartAnnotation("c / d", "甲")]);
        Copies_draw_what_is_shown(ways, run, "en");
    }

    [Fact]
    public void What_the_header_says_can_be_taken_away_in_the_console_and_by_options()
    {
        using var ways = new ChartWays();
        ways.Query(
            ChartWays.Plain
                + "\ndetail: tag\nnotes: {zh: 注, en: note}\nsubtitle: {zh: 副, en: sub}\nreferences: "
                + "[{value: 4, label: {zh: 规, en: rule}}]\nannotations: [{at: b, text: {zh: 此, en: here}}]"
        );
        using var run = new ConsoleRun(100, 40, "en", ways.Home).Settle().Open("t/q").Keys("F4 2");
        Drawn(run).Annotations.Count.ShouldBe(1);
        Fill(run, ("detail", "none"), ("notes", ""), ("subtitle", ""), ("references", ""), ("annotations", "delete"));
        var spec = Drawn(run);
        (spec.Subtitle, spec.Notes.Count, spec.References.Count, spec.Annotations.Count, spec.Marks[0].Detail).ShouldBe(
            ("", 0, 0, 0, null)
        );
        ChartWays
            .Words(spec.Command)
            .ShouldBe([
                "analytics",
                "chart",
                "t/q",
                "--detail",
                "",
                "--subtitle",
                "",
                "--notes",
                "",
                "--reference",
                "",
                "--annotate",
                "",
                "--lang",
                "en",
                "-o",
                "chart.png",
            ]);
    }

    /// <summary>The copied command and header give the chart that the console shows.</summary>
    private static void Copies_draw_what_is_shown(ChartWays ways, ConsoleRun run, string language)
    {
        var shown = ChartWays.Text(Drawn(run));
        var header = Copied(run, "C");
        header.ShouldStartWith("chart:\n");
        var chart = string.Join('\n', header.TrimEnd('\n').Split('\n').Skip(1).Select(line => line[2..]));
        ChartWays.Text(ways.Header(chart, language)).ShouldBe(shown, header);
        var words = ChartWays.Words(Copied(run, "c"));
        words.Take(3).ShouldBe(["analytics", "chart", "t/q"]);
        ChartWays.Text(ways.Options(language, [.. words.Skip(3).SkipLast(4)])).ShouldBe(shown);
        words.TakeLast(4).ShouldBe(["--lang", language, "-o", "chart.png"]);
    }

    private static string Copied(ConsoleRun run, string key)
    {
        run.Keys(key);
        return run.Program.Clipboard[^1];
    }

    /// <summary>Fills fields of the form as a user does, and draws.</summary>
    private static void Fill(ConsoleRun run, params (string Field, string Text)[] fields)
    {
        run.Keys("o");
        foreach (var (field, text) in fields)
        {
            var form = run.State.Window.ShouldBeOfType<ChartFormWindow>().Form;
            var steps = form.Fields.IndexOf(form[field]) - form.Focus;
            run.Keys(string.Join(' ', Enumerable.Repeat(steps > 0 ? "↓" : "↑", Math.Abs(steps))));
            if (form[field] is Analytics.Terminal.Widgets.TextFormField)
                run.Keys("Ctrl+U").Type(text);
            else if (text == " ")
                run.Keys("Space");
            else
                run.Type(text).Keys("Enter");
        }
        run.Keys("F5");
        run.State.Window.ShouldBeNull();
    }

    private static ConsoleRun AtRow(ConsoleRun run, int row)
    {
        for (var i = 0; i < 9 && run.State.Result.Open!.Row != row; i++)
            run.Keys(i < 4 ? "↓" : "↑");
        run.State.Result.Open!.Row.ShouldBe(row);
        return run;
    }

    private static ChartSpec Drawn(ConsoleRun run) => run.State.ChartInView!.Chart!.Spec.ShouldNotBeNull(run.Screen);
}
