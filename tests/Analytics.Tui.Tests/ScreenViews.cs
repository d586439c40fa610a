using Analytics.Tui.App;
using Analytics.Tui.Editor;

namespace Analytics.Tui.Tests;

/// <summary>How to come to each view and state of the console, from its start in a state of its own.</summary>
internal static class ScreenViews
{
    private const string Mixed = """
        FROM (VALUES
          (1, '万山区', '', 1033.12, [1, 2], DATE '2024-06-30'),
          (2, '👩‍👩‍👧 e' || chr(769) || ' ﷽', NULL, 123456789.5, NULL, NULL),
          (3, 'שלום', 'x', NULL, [], DATE '2025-07-01')) v(id, 名称, t, n, l, d)
        """;

    private const string Numbers =
        "SELECT range AS id, (range * 7919) % 1009 AS v, CASE WHEN range % "
        + "3 = 0 THEN 'a' WHEN range % 3 = 1 THEN '' END AS t FROM range(5000)";

    private static readonly Dictionary<string, Action<ConsoleRun>> Views = new()
    {
        // Start and catalogue
        ["welcome"] = run => run.Settle(),
        ["filter"] = run => run.Settle().Keys("/").Type("county"),
        ["columns"] = run => run.Settle().Keys("End →").Keys("↓ ↓ →"),
        ["help"] = run => run.Settle().Open("education/shares").Keys("?"),
        ["help_editor"] = run => run.Settle().Keys("F3 F1"),
        ["commands"] = run => run.Settle().Keys("F3 F10").Type("sql"),

        // Queries with parameters
        ["form"] = run => run.Settle().Open("education/lookalikes"),
        ["list"] = run => run.Settle().Open("overview/county").Keys("Enter ↓"),

        // The editor
        ["editor"] = run =>
            Written(
                run,
                "SELECT county_zh, '铜仁' AS 市 -- 注释\nFROM figures\n"
                    + "WHERE value > 3.5 AND (unit = '人' OR unit IS NULL);\n\nFROM place LIMIT 3"
            ),
        ["wrapped"] = run =>
            Written(run, "SELECT " + string.Join(", ", Enumerable.Range(1000, 40)) + " AS 最后一列\nFROM place").Keys("Alt+z Shift+↑"),
        ["completion"] = run => run.Settle().Keys("F3").Type("FROM figures WHERE county_z"),
        ["buffers"] = run => run.Settle().Keys("F3 Ctrl+N F12 i").Type("SELECT (1 + 2)").Keys("Esc"),
        ["visual"] = run => Written(run, "SELECT 1,\n  2").Keys("F12 V"),
        ["find"] = run => Written(run, "SELECT 1, 1").Keys("Alt+r").Type("1"),
        ["history"] = run => run.Settle().Sql("SELECT 1 AS a").Sql("SELECT '铜仁' AS b").Keys("F3 F11"),
        ["rename"] = run => run.Settle().Keys("F3 Alt+t"),
        ["line"] = run => Written(run, "SELECT 1").Keys("Ctrl+G").Type("x").Keys("Enter"),
        ["error"] = run => run.Settle().Sql("SELECT county_zh, '铜仁' AS 市\nFROM figures -- 注释\nWHERE vallue > 3.5"),

        // Results
        ["grid"] = run => run.Settle().Open("education/shares").Keys("↓ →"),
        ["values"] = run => run.Settle().Sql(Mixed).Keys(", →"),
        ["wide"] = run => run.Settle().Sql("FROM figures ORDER BY obs_id").Keys("→ f → → → → → ↓"),
        ["small"] = run => run.Settle().Sql("FROM figures WHERE theme = 'education' ORDER BY obs_id LIMIT 2"),
        ["empty"] = run => run.Settle().Sql("FROM figures WHERE false"),
        ["statement"] = run => run.Settle().Sql("CREATE TABLE t AS SELECT 1 AS a"),
        ["running"] = run => run.Settle().Keys("F3").Type("SELECT 1").KeysOnly("F5").Elapse(TimeSpan.FromSeconds(1.3)),
        ["selection"] = run => run.Settle().Sql(Mixed).Keys("m ↓ →"),
        ["sorted"] = run => run.Settle().Sql(Numbers).Keys("→ o o"),
        ["groups"] = run => run.Settle().Sql(Numbers).Keys("→ → #"),
        ["statistics"] = run => run.Settle().Sql(Numbers).Keys("→ i"),
        ["condition"] = run => run.Settle().Sql(Numbers).Keys("F").Type("v > 1000"),
        ["condition_error"] = run => run.Settle().Sql(Numbers).Keys("F").Type("w > 1000").Keys("Enter"),
        ["search"] = run => run.Settle().Sql(Numbers).Keys("/").Type("4999").Keys("Enter"),
        ["cell"] = run =>
            run.Settle().Sql("SELECT 'a' || chr(27) || '[31m' || repeat('长文本。', 40) AS t, NULL AS n, '' AS e").Keys("Enter"),
        ["cell_json"] = run =>
            run.Settle().Sql("SELECT {'name': '万山区', 'shares': [0.7019, NULL], 'where': {'line': 125}} AS s").Keys("Enter"),
        ["record"] = run => run.Settle().Sql("FROM figures ORDER BY obs_id").Keys("r →"),
        ["copy"] = run => run.Settle().Sql(Mixed).Keys("C"),
        ["kept"] = run => run.Settle().Sql(Mixed).Sql("SELECT 1 AS a").Keys("R p"),
        ["grouping"] = run => run.Settle().Open("training/coverage").Keys("& ↓ ↓ Space"),
        ["session"] = run => run.Settle().Sql("SELECT 1 AS a").Keys("Alt+g"),
        ["steps"] = run => run.Settle().Sql(Mixed).Keys("d o S"),
        ["compare"] = run => Compared(run),

        // Charts and evidence
        ["chart"] = run => run.Settle().Open("training/coverage").Keys("2"),
        ["chart_note"] = run => run.Settle().Open("training/coverage").Keys("2 ↓ Enter").Type("先看这里").Keys("Enter Enter"),
        ["chart_options"] = run => run.Settle().Open("training/coverage").Keys("2 o ↓ ↓ ↓ Enter"),
        ["chart_refused"] = run => run.Settle().Sql("SELECT '松桃' AS county, 1 AS value").Keys("2"),
        ["sentence"] = run => run.Settle().Open("education/comparable").Keys("3"),
        ["article"] = run => run.Settle().Open("education/shares").Keys("a"),

        // Menus
        ["menu_bar"] = run => run.Settle().Keys("Alt+m"),
        ["menu_catalogue"] = run => RightClicked(run.Settle(), l => (l.Catalogue.X + 4, l.Catalogue.Y + 2)),
        ["menu_editor"] = run => RightClicked(Written(run, "SELECT 1"), l => (l.Query.X + 8, l.Query.Y)),
        ["menu_columns"] = run => RightClicked(run.Settle().Sql(Numbers), l => (l.Result.X + 8, l.Result.Y)),
        ["menu_rows"] = run => RightClicked(run.Settle().Sql(Numbers), l => (l.Result.X + 8, l.Result.Y + 5)),
        ["menu_result"] = run => RightClicked(run.Settle().Open("education/comparable").Keys("3"), l => (l.Result.X + 8, l.Result.Y + 1)),
        ["menu_chart"] = run => RightClicked(run.Settle().Open("training/coverage").Keys("2"), l => (l.Result.X + 8, l.Result.Y + 3)),

        // Settings, files, other windows
        ["close_buffer"] = run => Written(run, "SELECT 1").Keys("Alt+w"),
        ["replace"] = run =>
            Written(run, "SELECT 1").Program.Post(new SqlFileExists(new SaveSqlFile("/tmp/人数.sql", "SELECT 1", null, false))),
        ["settings"] = run => run.Settle().Keys("Shift+F10"),
        ["buffer_list"] = run => run.Settle().Keys("F3 Ctrl+N").Type("SELECT 2").Keys("Alt+b"),
        ["preview"] = run => run.Settle().Keys("/").Type("coverage").Keys("Enter F2 p"),
        ["side_by_side"] = run =>
            run.Settle().Sql("FROM (VALUES (1, 10), (2, 20)) v(id, n)").Sql("FROM (VALUES (1, 10), (2, 25)) v(id, n)").Keys("b"),
        ["compare_keys"] = run =>
            run.Settle().Sql("FROM (VALUES (1, 10), (2, 20)) v(id, n)").Sql("FROM (VALUES (1, 10), (2, 25)) v(id, n)").Keys("K"),
        ["name"] = run => run.Settle().Sql("SELECT 1 AS a").Keys("R n Ctrl+U").Type("x y").Keys("Enter"),
        ["references"] = run => run.Settle().Open("training/coverage").Keys("2 b"),
    };

    public static IEnumerable<string> Names => Views.Keys;

    /// <summary>Brings a console that has just started to a view.</summary>
    public static void Show(string view, ConsoleRun run) => Views[view](run);

    private static ConsoleRun Written(ConsoleRun run, string sql)
    {
        run.Settle().Keys("F3").Program.Send(new Terminal.Input.PasteEvent(sql));
        return run.Settle();
    }

    private static void RightClicked(ConsoleRun run, Func<ConsoleLayout, (int X, int Y)> place)
    {
        var (x, y) = place(ConsoleLayout.Of(run.State));
        run.Program.Send(new Terminal.Input.MouseEvent(Terminal.Input.MouseAction.Press, Terminal.Input.MouseButton.Right, x, y));
        run.Settle();
    }

    private static void Compared(ConsoleRun run) =>
        run.Settle()
            .Sql("FROM (VALUES (1, 10), (2, 20), (3, 30)) v(id, n)")
            .Sql("FROM (VALUES (1, 10), (2, 25), (4, 40)) v(id, n)")
            .Keys("R ↓ c Enter");
}
