using System.Runtime.CompilerServices;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Runtime;

namespace Analytics.Tui.Shared;

/// <summary>
/// The sentences the console says, in both languages side by side, so that neither can lag behind: here those of more than one feature, the
/// others as extensions beside what says them. Keys carry their own help.
/// </summary>
/// <param name="language"><c>en</c>, or anything else for Chinese.</param>
/// <param name="keys">The bindings that hold, for sentences that name keys.</param>
internal sealed class Texts(Language language, KeyMap keys)
{
    // One of each, so that what was made with its texts can be known again.
    private static readonly ConditionalWeakTable<KeyMap, Texts> Zh = [],
        En = [];

    private static readonly KeyMap NoKeys = new([]);

    /// <summary>The texts of a language, for sentences that name no keys.</summary>
    public static Texts Of(Language language) => Of(language, NoKeys);

    /// <summary>The texts of a language that name the keys of a map; the same ones each time.</summary>
    public static Texts Of(Language language, KeyMap keys) =>
        (language == Language.En ? En : Zh).GetValue(keys, map => new Texts(language, map));

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public Language Language => language;

    public string Catalogue => Say("目录", "Catalogue");
    public string Tables => Say("表和视图", "Tables and views");
    public string OpenedFiles => Say("打开的文件", "Opened files");
    public string Parameters => Say("参数", "Parameters");
    public string Result => Say("结果", "Result");
    public string Grid => Say("表", "Grid");
    public string Chart => Say("图", "Chart");
    public string Sentence => Say("句", "Sentence");
    public string SourceSentence => Say("原句", "Sentence");
    public string Welcome => Say("说明", "About");
    public string Error => Say("出错", "Error");
    public string Help => Say("此处的按键", "Keys that act here");
    public string Cell => Say("单元格", "Cell");
    public string Save => Say("保存", "Save");
    public string Replace => Say("覆盖", "Replace");
    public string OkButton => Button(Say("确定", "OK"), 'O');

    /// <summary>What the dialog says that goes through folders.</summary>
    public FileDialogTexts OfFileDialog(bool isSaving) =>
        new(
            isSaving ? Button(Save, 'S') : Button(Say("打开", "Open"), 'O'),
            CancelButton,
            Say("路径，如 ~/data/人数.csv", "path, such as ~/data/people.csv"),
            Say("按名称查找", "find by name"),
            Say("名称", "Name"),
            Say("大小", "Size"),
            Say("修改时间", "Modified"),
            Reading
        );

    public string CancelButton => Button(Say("取消", "Cancel"), 'C');
    public string KeptResults => Say("保留的结果", "Kept results");
    public string SearchHint => Say("输入几个字查找…", "type to search…");
    public string NameNeeded => Say("不能为空", "must not be empty");
    public string FilterHint => Say("筛选…", "filter…");
    public string SqlHint =>
        Say(
            $"在此写 SQL，{KeyOf(KeyContext.Editor, ConsoleAction.Run)} 运行",
            $"Write SQL here, {KeyOf(KeyContext.Editor, ConsoleAction.Run)} runs it"
        );
    public string Everything => Say("（全部）", "(all)");
    public string Loading => Say("正在读取数据…", "Reading the data…");
    public string Starting => Say("正在打开引擎…", "Opening the engine…");

    public string Disclaimer =>
        Say(
            "数据照录报道原文，未经独立核实；报纸名称、日期原文件未载",
            "As stated in the articles, not independently verified; newspaper and date not in the file."
        );

    public string About =>
        Say(
            "铜仁市各县报道中的数字：每个数字都连着它的原句，可查询、可作图、可写 SQL。",
            "Figures from newspaper articles about the counties of Tongren: "
                + "each one tied to its sentence, to query, to chart, to read by SQL."
        );

    public string AboutComparing =>
        Say(
            "这些来源里几乎没有严格可比的数字；不可比时，本程序说明原因。",
            "Almost nothing in these sources is strictly comparable; the console says why."
        );

    public string Facts(long figures, long counties, long articles, long sources) =>
        Say(
            $"共 {figures:N0} 条数字，{counties} 个县，{articles} 篇报道，{sources} 个来源文件。",
            $"{figures:N0} figures, {counties} counties, {articles} articles, {sources} source files."
        );

    public string NoSource(string counties) =>
        Say($"{counties}：本库没有该县来源（无来源，不是零）。", $"{counties}: no source here (no source, not zero).");

    public string BeginWith => Say("先试这三个键：", "Three keys to begin with: ");

    public string KeyOpensQuery => Say("打开选中的查询", "opens the selected query");
    public string KeyWritesSql => Say("写 SQL", "to write SQL");
    public string KeyHelps => Say("看此处的按键", "shows the keys that act here");

    public string CancelHint =>
        Say($"{KeyOf(KeyContext.Running, ConsoleAction.Back)} 取消", $"{KeyOf(KeyContext.Running, ConsoleAction.Back)} cancels");
    public string Cancelling => Say("正在取消…", "Cancelling…");

    public string LeaveHint =>
        Say(
            $"引擎没有响应；{KeyOf(KeyContext.Running, ConsoleAction.Back)} 放下它，换一个连接继续",
            $"The engine does not answer; {KeyOf(KeyContext.Running, ConsoleAction.Back)} leaves it behind and goes on"
        );

    public string LeftQuery =>
        Say(
            "已放下，换了连接：表、视图和结果都在；临时表、变量、预备语句、SET 的设置和未提交的事务留在旧连接上",
            "Left behind, on another connection now: tables, views and results stay; TEMP tables, variables, prepared statements, SET "
                + "and an open transaction stayed with it"
        );

    public string LeftOperation => Say("已放下；结果都在", "Left behind; all results stay");

    public string LeftHasEnded => Say("放下的查询已结束", "What was left behind has ended");

    public string StillRuns(IReadOnlyCollection<string> titles) =>
        Say(
            $"放下的还在运行：{string.Join("、", titles.Select(Short))}",
            $"Left behind, still runs: {string.Join(", ", titles.Select(Short))}"
        );

    private static string Short(string title) => title.Length > 24 ? title[..23] + "…" : title;

    public string Cancelled(TimeSpan elapsed) => Say($"已取消（运行了 {Seconds(elapsed)}）", $"Cancelled after {Seconds(elapsed)}");

    public string NothingRuns =>
        Say(
            $"没有在运行的查询；{KeyOf(KeyContext.Always, ConsoleAction.Quit)} 退出",
            $"Nothing is running; {KeyOf(KeyContext.Always, ConsoleAction.Quit)} quits"
        );
    public string NothingToRun => Say("没有可运行的 SQL", "There is no SQL to run");

    public string Done(long changed, TimeSpan elapsed) =>
        Say(
            changed > 0 ? $"完成，{changed:N0} 行改动，{Time(elapsed)}" : $"完成，{Time(elapsed)}",
            changed > 0 ? $"Done, {changed:N0} {Plural.Of(changed, "row")} changed, {Time(elapsed)}" : $"Done, {Time(elapsed)}"
        );

    public string Rows(long rows, bool isTruncated) =>
        isTruncated
            ? Say($"前 {rows:N0} 行，还有更多", $"{Plural.First(rows, "row")} of more")
            : Say($"{rows:N0} 行", rows == 1 ? "1 row" : $"{rows:N0} rows");

    /// <summary>The rows of a result, and whether there would be more.</summary>
    public string RowsKept(KeptProgress progress) =>
        progress.State switch
        {
            KeptState.Growing => Say($"已有 {progress.Rows:N0} 行…", $"{progress.Rows:N0} {Plural.Of(progress.Rows, "row")} so far…"),
            KeptState.Cancelled => Say($"前 {progress.Rows:N0} 行（已取消）", $"{Plural.First(progress.Rows, "row")} (cancelled)"),
            KeptState.Failed => Say($"前 {progress.Rows:N0} 行（未完，出错）", $"{Plural.First(progress.Rows, "row")} (failed)"),
            _ => Rows(progress.Rows, isTruncated: false),
        };

    public string NotKept(string reason) => Say($"文稿没有保存：{reason}", $"Buffers are not kept: {reason}");

    public string TooManyRows(long rows) =>
        Say(
            $"{rows:N0} 行太多；请先汇总或筛选，或用 histogram、line（会归总后再画）。",
            $"{rows:N0} rows are too many; aggregate or filter first, or use histogram or line, which summarise."
        );

    public string CopiedCommand(string command) => Say($"已复制命令：{command}", $"Command copied: {command}");

    /// <summary>Why no command gives a result.</summary>
    public string NoCommand(KeptSource source) =>
        source switch
        {
            { PartialSources: [_, ..] partial } => Say(
                $"没有命令：它只用了 {string.Join("、", partial)} 已有的行，命令会用全部行。",
                $"No command gives this: it stands on the first rows of {string.Join(", ", partial)} only, and a command would take all."
            ),
            { Standalone.Obstacle: StandaloneObstacle.Script } => Say(
                "没有命令：它出自几条语句的脚本；存成 .sql 文件，用 analytics query -f。",
                "No command gives this: it comes from a script of several statements; save that as a .sql file and use analytics query -f."
            ),
            { Standalone.Obstacle: StandaloneObstacle.NoQuery } => Say(
                "没有命令：它不是 SELECT 查询的结果。",
                "No command gives this: it does not come from a SELECT."
            ),
            { Standalone.Names: [_, ..] names } => Say(
                $"没有命令：它用到本次会话里建的 {string.Join("、", names)}。",
                $"No command gives this: it uses {string.Join(", ", names)}, made in this session."
            ),
            _ => Say(
                "没有命令：它用到的东西已不在，或只属于本次会话。",
                "No command gives this: it uses something that is gone or belongs to this session only."
            ),
        };

    public string KeysAreCommands(string context, ConsoleAction back) =>
        Say($"此处的按键是命令（{KeyOf(context, back)} 返回）", $"Keys are commands here ({KeyOf(context, back)} goes back)");

    public string ColumnsShown(int shown, int all, bool isReordered) =>
        Say($"{all} 列中示 {shown} 列", $"{shown} of {all} {Plural.Of(all, "column")}")
        + (isReordered ? Say("，次序有改动", ", reordered") : "");

    public string RowOf(long row, long rows) => Say($"第 {row:N0}/{rows:N0} 行", $"row {row:N0}/{rows:N0}");

    public string ColumnOf(int column, int columns) => Say($"第 {column}/{columns} 列", $"col {column}/{columns}");

    public string NoRows => Say("没有符合条件的行。", "No rows.");

    public string CursorAt(int line, int column) => Say($"第 {line} 行第 {column} 列", $"line {line}, col {column}");

    public string NotTraced(NotTraced reason) => Say($"查不出依据：{reason.Reason.Zh}。", $"Not traced: {reason.Reason.En}.");

    public string AtMost(long observations) =>
        Say($"至多依据 {observations:N0} 个数字。", $"It stands on {observations:N0} {Plural.Of(observations, "figure")} at most.");

    public string OwnRows(IReadOnlyList<OwnRow> rows)
    {
        var files = string.Join(
            ", ",
            rows.GroupBy(r => r.Relation).Select(g => $"{g.Key}: {string.Join(", ", g.Take(5).Select(r => r.Row))}")
        );
        return Say($"出自您的文件（{files}），不是报道。", $"From your own file ({files}), not from an article.");
    }

    public string PageOfFigures(long first, long last, long all) =>
        Say($"第 {first:N0}–{last:N0} 个，共 {all:N0} 个（[ ] 翻看）", $"{first:N0} to {last:N0} of {all:N0} ([ ] turn)");

    public string MoreFigures(long count) => Say($"还有 {count:N0} 个", $"{count:N0} more");

    public string NoDeciders => Say("没有别的数字决定此行。", "No other figure decided that the row is here.");

    public string CombinedTitle(string column, int count) =>
        Say($"{column} 依据 {count:N0} 个数字", $"{column} stands on {count:N0} {Plural.Of(count, "figure")}");

    public string CaveatsTitle(string result) => Say($"{result} 的注意事项", $"Caveats of {result}");

    public string CaveatsOfResult => Say("注意：", "caveats: ");

    public string CaveatsOfCell => Say("此格注意：", "this cell: ");

    public string NoFiguresToCompare => Say("此结果没有报道的数字。", "This result holds no figures of the articles.");

    public string NothingAgainstComparing =>
        Say("未见这些数字不可比的理由。", "Nothing is known against comparing these figures as they stand.");

    public string OnlyFirstRowsJudged(int rows) => Say($"只看了前 {rows:N0} 行。", $"Only the first {rows:N0} rows were judged.");

    public string JudgedByNamedFigures =>
        Say(
            "此结果未随行保存依据：只看行里写明编号的数字。",
            "Evidence was not kept with these rows: only figures that rows name were judged."
        );

    /// <summary>Rows of those that were judged, some of them by their numbers.</summary>
    public string RowsOf(IReadOnlyList<long> rows, long all)
    {
        const int Named = 12;
        if (rows.Count == all)
            return Say("所有行", "all rows");
        var some = string.Join(Say("、", ", "), rows.Take(Named)) + (rows.Count > Named ? "…" : "");
        return Say($"第 {some} 行（共 {rows.Count:N0} 行）", $"{(rows.Count == 1 ? "row" : "rows")} {some} ({rows.Count:N0} of {all:N0})");
    }

    /// <summary>Caveats that what was written or copied does not hold; empty without any.</summary>
    public string Unsaid(IReadOnlyList<ResultCaveat> caveats)
    {
        var codes = Codes(caveats);
        return caveats.Count == 0 ? "" : Say($"；注意事项不在其中：{codes}", $"; caveats that it does not hold: {codes}");
    }

    /// <summary>Caveats in a word each.</summary>
    public string Codes(IEnumerable<ResultCaveat> caveats) =>
        string.Join(Say("、", ", "), caveats.Select(c => CodeWords.OfCaveat(c.Code, Language)));

    public string DecidersTitle(long row) => Say($"第 {row:N0} 行由谁决定", $"Who decided about row {row:N0}");

    public string FiguresBehind(long count) => Say($"依据 {count:N0} 个数字", $"stands on {count:N0} {Plural.Of(count, "figure")}");

    public string NoSentenceRow => Say("此行没有数字，所以没有原句。", "This row stands on no figure, so it has no sentence.");

    public string UnknownObservation(string id) => Say($"没有编号为 {id} 的数字。", $"No figure has the id {id}.");

    public string Line(long line) => Say($"第{line}行", $"line {line}");

    public string NoPeriod => Say("时段未载", "period not stated");
    public string Note => Say("注：", "Note: ");
    public string Criterion => Say("标准：", "Criterion: ");
    public string Denominator => Say("基数：", "Base: ");

    /// <summary>An article's title in book-title marks, or that it has none.</summary>
    public string Titled(string title) => title.Length > 0 ? $"《{title}》" : Say("（标题缺）", "(no title)");

    public string Status(string status) =>
        status switch
        {
            "suspect" => Say("存疑", "suspect"),
            "ambiguous" => Say("可作两解", "ambiguous"),
            _ => "",
        };

    public string Modality(string modality) =>
        modality switch
        {
            "reported" => "",
            "allocated" => Say("下达", "allocated"),
            "planned" => Say("计划", "planned"),
            "quota" => Say("名额", "quota"),
            "entitlement" => Say("待遇", "entitlement"),
            "rule" => Say("规定", "rule"),
            "threshold" => Say("门槛", "threshold"),
            _ => modality,
        };

    public string Building => Say("正在作图…", "Drawing…");
    public string NoChartHint =>
        Say(
            "此查询没有指定图（它的数字不宜直接比高低）。若要作图：在表中用 "
                + $"{KeyOf(KeyContext.Grid, ConsoleAction.ChartCategories)} 选类别列，"
                + $"用 {KeyOf(KeyContext.Grid, ConsoleAction.ChartValues)} 选数值列；"
                + $"或在图中按 {KeyOf(KeyContext.Chart, ConsoleAction.ChartKindNext)} 选图形。",
            "This query names no chart (its figures are not to be ranked as they stand). To draw one: "
                + $"in the grid, {KeyOf(KeyContext.Grid, ConsoleAction.ChartCategories)} takes the cursor's "
                + $"column for the categories, {KeyOf(KeyContext.Grid, ConsoleAction.ChartValues)} for the values; "
                + $"or {KeyOf(KeyContext.Chart, ConsoleAction.ChartKindNext)}, in the chart, chooses a kind."
        );
    public string Caution => Say("注意：", "Caution: ");
    public string Coverage => Say("覆盖：", "Coverage: ");

    public string ChartColumn(string axis, string column) => Say($"图的 {axis} 列：{column}", $"Chart column {axis}: {column}");

    public string NotANumber(string column) => Say($"{column} 不是数值列", $"{column} is not a column of numbers");

    public string SaveEndings =>
        Say(
            "图：.png .svg .pdf   表：.csv .tsv .json .jsonl .md .parquet   文：.xlsx .html .docx",
            "Chart: .png .svg .pdf   Rows: .csv .tsv .json .jsonl .md .parquet   Documents: .xlsx .html .docx"
        );

    /// <summary>What the name of a file with a part of the rows ends with.</summary>
    public string Partial => Say("-部分", "-partial");

    public string SaveWithEvidence => Say("连依据一起保存", "Save with evidence");

    /// <summary>Why rows cannot name what they stand on; without a reason there are too many figures to keep them with each row.</summary>
    public string NotSavedWithEvidence(Localized? reason) =>
        reason is null
            ? Say(
                "数字太多，没有逐行留下依据；批处理可以写出。",
                "Too many figures to keep evidence with each row; a batch command can write it."
            )
            : Say($"查不出依据：{reason.Zh}。", $"Not traced: {reason.En}.");

    public string Both(string one, string other) => Say($"{one} 和 {other}", $"{one} and {other}");

    public string Saved(string path) => Say($"已保存 {path}", $"Saved {path}");

    public string SavedRows(string path, long rows, bool isTruncated, long bytes, Localized? part)
    {
        var count =
            part?.In(Language) is { } some && !isTruncated ? $"{Rows(rows, false)}{Say("，", ", ")}{some}" : Rows(rows, isTruncated);
        return Say($"已保存 {path}（{count}，{Bytes(bytes)}）", $"Saved {path} ({count}, {Bytes(bytes)})");
    }

    public string SaveCancelled(string path) =>
        Say($"已取消保存；{path} 未改动，没有留下半截文件", $"Saving cancelled; {path} is as it was, nothing half-written is left");

    public string SavesAlready(string path) =>
        Say(
            $"正在保存 {path}：等它写完，或按 {KeyOf(KeyContext.Running, ConsoleAction.Back)} 取消",
            $"{path} is being saved: wait for its end, or {KeyOf(KeyContext.Running, ConsoleAction.Back)} cancels it"
        );

    public string AskReplace(string path) => Say($"{path} 已存在，要覆盖吗？", $"{path} exists already. Replace it?");

    public string UnknownEnding => Say("文件名的后缀不对。", "The ending of the name is not known.");
    public string NothingToSave => Say("还没有结果可保存", "There is no result to save yet");
    public string NoChartToSave => Say("此结果没有图可保存：", "This result has no chart to save: ");
    public string Copied => Say("已复制（如终端允许）", "Copied (if the terminal allows it)");
    public string LanguageNow => Say("界面：中文", "Interface: English");
    public string NothingFrozen => Say("已取消冻结", "No columns frozen");

    public string Frozen(int columns) =>
        Say($"已冻结左侧 {columns} 列", columns == 1 ? "First column frozen" : $"First {columns} columns frozen");

    public string FrozenThatFit(int columns, int wanted) =>
        Say(
            $"屏幕太窄，{wanted} 列中只冻结了 {columns} 列（{KeyOf(KeyContext.Grid, ConsoleAction.Narrow)} 可收窄列）",
            $"The screen is too narrow: {columns} of {wanted} columns frozen "
                + $"({KeyOf(KeyContext.Grid, ConsoleAction.Narrow)} narrows a column)"
        );

    public string Reading => Say("正在读取…", "Reading…");
    public string UndoHint => Say("编辑器里原来的 SQL 可用 Ctrl+Z 找回", "Ctrl+Z in the editor brings back the SQL that was there");
    public string NoEngine => Say("引擎没有打开，不能运行。", "The engine is not open; nothing can run.");
    public string Fault => Say("有问题（其余照常可用）：", "A fault (the rest works): ");
    public string BadNumber => Say("应为数字", "expected a number");
    public string BadWhole => Say("应为整数", "expected a whole number");
    public string TooManyDigits => Say("位数太多：最多 28 位", "too many digits: at most 28");

    public string NotInList(string value) => Say($"“{value}”不在可选的值中", $"“{value}” is none of the values to choose from");

    public string BadDate => Say("应为日期 2025-07-01", "expected a date, 2025-07-01");
    public string ValueNeeded => Say("必填", "needed");

    public string TooSmall(int width, int height, int needWidth, int needHeight) =>
        Say(
            $"终端太小：现为 {width}×{height}，至少要 {needWidth}×{needHeight}。",
            $"The terminal is too small: {width}×{height}, at least {needWidth}×{needHeight} is needed."
        );

    public string Theme(string theme) =>
        theme switch
        {
            "overview" => Say("总览", "Overview"),
            "cadre_age" => Say("干部年龄", "Cadre age"),
            "education" => Say("学历", "Education"),
            "training" => Say("培训", "Training"),
            "collective_income" => Say("集体收入", "Collective income"),
            "village_enterprise" => Say("强村富民公司与工坊", "Village enterprises"),
            "cadre_count" => Say("干部人数", "Cadre counts"),
            "cadre_pay" => Say("干部报酬", "Cadre pay"),
            "party_org" => Say("党组织", "Party organisations"),
            "grid_governance" => Say("网格治理", "Grid governance"),
            _ => theme,
        };

    /// <summary>A short time: milliseconds below a second, else seconds.</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds < 1 ? $"{time.TotalMilliseconds:0} ms" : Seconds(time);

    public static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.0} s";

    public string Say(string zh, string en) => language == Language.En ? en : zh;

    /// <summary>What stands on a button: an underscore before the letter that presses it, which Chinese names at the end.</summary>
    public static string Button(string label, char letter) =>
        label.IndexOf(letter, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? label.Insert(at, "_") : $"{label}(_{letter})";

    /// <summary>A size in the unit that gives one to three digits before the point.</summary>
    public static string Bytes(long bytes) =>
        bytes switch
        {
            < 1 << 10 => $"{bytes} B",
            < 1 << 20 => $"{bytes / 1024.0:0.#} KB",
            < 1 << 30 => $"{bytes / 1048576.0:0.#} MB",
            _ => $"{bytes / 1073741824.0:0.##} GB",
        };

    /// <summary>The name of a view with its key, if it has one.</summary>
    public string Tab(ConsoleAction action, string name) =>
        keys.FirstKey(KeyContext.Result, action) is { } key ? $" {key} {name} " : $" {name} ";

    /// <summary>The first key of an action, as the user has it; where there is none, how the list of all commands is opened.</summary>
    public string KeyOf(string context, ConsoleAction action) =>
        keys.FirstKey(context, action)
        ?? Say(
            $"{keys.FirstKey(KeyContext.Anywhere, ConsoleAction.Palette)}（所有命令）",
            $"{keys.FirstKey(KeyContext.Anywhere, ConsoleAction.Palette)} (all commands)"
        );
}
