namespace Analytics.Cli;

/// <summary>A command line that works as it stands, and what it is for.</summary>
/// <param name="Line">For a POSIX shell.</param>
/// <param name="Purpose">In a sentence.</param>
internal sealed record CommandExample(string Line, Localized Purpose);

/// <summary>Examples of each command, by its name; those of the program itself by none. Help and the manual page have them.</summary>
internal static class CommandExamples
{
    private static readonly Dictionary<string, CommandExample[]> All = new()
    {
        [""] =
        [
            new("analytics", new("打开控制台", "open the console")),
            new("analytics --page compare", new("打开控制台的这个页面", "open the console on this page")),
            new("analytics list queries --lang zh", new("有哪些预设查询", "what canned queries there are, in Chinese")),
        ],
        ["query"] =
        [
            new(
                "analytics query \"SELECT county_zh, value_printed FROM measured WHERE theme = 'training'\"",
                new("培训方面的数字", "the figures on training")
            ),
            new(
                "analytics query \"FROM mine JOIN figures AS f ON place_id(mine.county) = f.county_id\" --open mine.csv -o joined.xlsx",
                new("把自己的表和报道的数字连起来，写成工作簿", "join a table of yours to the figures, as a workbook")
            ),
            new(
                "analytics query -f mine.sql --param n=5 --format csv | head",
                new("运行文件里的 SQL，$n 为 5", "run the SQL of a file, with 5 for its $n")
            ),
            new(
                "analytics query \"FROM measured WHERE value > 1e12\" --fail-if-empty --quiet || echo none",
                new("没有行时另作处理", "act where there is no row")
            ),
            new(
                "analytics query -f mine.sql --open mine.csv -o result.xlsx --watch",
                new("SQL 或表一保存就重写结果，Ctrl+C 结束", "the result anew whenever SQL or table is saved, until Ctrl+C")
            ),
        ],
        ["run"] =
        [
            new("analytics run overview/county --param county=思南", new("一个县的全部数字", "everything on one county")),
            new(
                "analytics run overview/county --param county=Sinan -o sinan.parquet",
                new("写成文件，格式看后缀", "to a file, by its ending")
            ),
            new("analytics run overview/county --each county -o '{county}.csv'", new("每县一个文件", "a file for each county")),
            new(
                "analytics run training/comparable --format json --envelope",
                new("附判断、注意和来源的 JSON", "JSON with the verdict, caveats and sources")
            ),
        ],
        ["list"] =
        [
            new("analytics list", new("预设查询", "the canned queries")),
            new("analytics list places --format csv", new("地点及其数字的条数", "the places, with how many figures each has")),
        ],
        ["describe"] =
        [
            new("analytics describe overview/county", new("一个查询的参数和 SQL", "the parameters and the SQL of a query")),
            new("analytics describe figures", new("一个视图的各列", "the columns of a view")),
        ],
        ["chart"] =
        [
            new(
                "analytics chart education/qualification_enrolment --lang zh -o enrolment.png",
                new("按查询所说的画", "drawn as the query says")
            ),
            new(
                "analytics chart --sql \"SELECT name, n FROM own\" --open own.csv --kind bar -o own.svg",
                new("画自己的表", "of a table of yours")
            ),
            new(
                "analytics chart --sql \"SELECT name, n FROM own\" --open own.csv --kind bar -o draft.svg --watch",
                new("表一保存就重画", "drawn again whenever the table is saved")
            ),
        ],
        ["evidence"] =
        [
            new("analytics evidence 000-1.reserve_mean_age", new("一条数字的原句和位置", "the sentence of a figure, and its place")),
            new(
                "analytics evidence --run cadre_age/county --param county=碧江 --format jsonl",
                new("结果每行所依据的数字", "what each row of a result stands on")
            ),
        ],
        ["caveats"] = [new("analytics caveats --run education/shares", new("这些数字为什么不能相比", "why these figures do not compare"))],
        ["page"] =
        [
            new("analytics page --list", new("有哪些页面", "what pages there are")),
            new("analytics page compare --param property=headcount -o compare.html", new("把页面写成网页", "a page as a web page")),
        ],
        ["report"] =
        [
            new("analytics report training -o training --format html,xlsx", new("一个主题，两种格式", "a theme, in two formats")),
            new("analytics report monthly --each county -o '{county}.docx'", new("每县一份", "one for each county")),
        ],
        ["verify"] = [new("analytics verify training", new("文件是否仍如清单所说", "whether the files are still as the manifest says"))],
        ["config"] =
        [
            new("analytics config", new("哪些设置起作用，来自何处", "which settings hold, and where they come from")),
            new("analytics config --memory 500MB --format csv | grep memory", new("选项会改变什么", "what an option would change")),
        ],
        ["build"] = [new("analytics build", new("改了 data/curated/ 之后", "after a change of data/curated/"))],
        ["check"] = [new("analytics check --format json", new("供程序读的检查结果", "the findings for a program to read"))],
        ["export-annotations"] =
        [
            new("analytics export-annotations -o anchors.jsonld", new("每条数字在原文的位置", "where each figure stands in the sources")),
        ],
        ["completion"] =
        [
            new("source <(analytics completion bash)", new("写进 ~/.bashrc，此后按 Tab 补全", "in ~/.bashrc: then Tab completes")),
        ],
        ["man"] =
        [
            new("analytics man --lang zh > analytics.1", new("中文手册页", "the manual page, in Chinese")),
            new("man ./analytics.1", new("读它", "to read it")),
        ],
    };

    /// <summary>Those of a command; none where it has none.</summary>
    /// <param name="name">Empty for the program itself.</param>
    public static IReadOnlyList<CommandExample> Of(string name) => All.GetValueOrDefault(name) ?? [];
}
