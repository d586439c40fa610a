namespace Analytics.Cli;

/// <summary>The descriptions of commands, arguments and options in Chinese, by the English ones that stand where they are
/// declared.</summary>
internal static class HelpZh
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["Figures from newspaper articles about the counties of Tongren, each tied to its sentence. Without a command: the console."] =
            "铜仁各县报道里的数字，每个都连着原句。不带命令：打开控制台。",
        ["The console's first screen is this page, or the page of this bookmark."] = "控制台先显示这个页面，或这个书签的页面",
        ["The console's screen as text: small (80x24), medium (120x40), large (200x60) or columns x lines"] =
            "按控制台的屏幕输出文本：small（80x24）、medium（120x40）、large（200x60）或 列x行",
        ["Make a model and a page of a file of yours (CSV, JSON, Parquet), to be changed by hand"] =
            "由自己的文件（CSV、JSON、Parquet）生成模型和页面，之后可手改",
        ["The console's first screen is the SQL editor."] = "控制台先显示 SQL 编辑器",
        ["Show help and usage information"] = "显示帮助和用法",
        ["Show version information"] = "显示版本",
        ["Folder with data/ and queries/ (else ANALYTICS_HOME, else found from the current folder)"] =
            "含 data/ 和 queries/ 的文件夹（否则用 ANALYTICS_HOME，再否则从当前文件夹向上找）",
        ["Folder of the Parquet files and of curated/, instead of the home's data/"] =
            "Parquet 文件和 curated/ 所在的文件夹，代替主文件夹里的 data/",
        ["Language of titles and labels (else from the locale)"] = "标题和名称的语言（否则按系统语言）",
        ["No notes on standard error, only errors"] = "标准错误上只说错误，不说别的",
        ["Open a CSV, TSV, XLSX, XLS, Parquet or JSON file as a table, or a DuckDB file, under its stem or as NAME=FILE (repeatable)"] =
            "把 CSV、TSV、XLSX、XLS、Parquet、JSON 文件作为表打开，或打开 DuckDB 文件，以文件名为名，或写 名称=文件（可重复）",
        ["Encoding of the text files of --open, as GB18030, Big5 or UTF-16 (else found out and said)"] =
            "--open 的文本文件的编码，如 GB18030、Big5、UTF-16（否则自动识别并说明）",
        ["Clean an opened file by this SQL, NAME.clean.sql; if it is not there, it is proposed and written (repeatable)"] =
            "按这份 SQL（名称.clean.sql）清洗打开的文件；没有这份文件就先拟一份写出（可重复）",
        ["With --clean: columns become numbers or dates although some texts are left over, which are listed"] =
            "同 --clean：有些文本读不成值时，列也转为数字或日期，剩下的文本列出",
        ["What parts the fields of the CSV files of --open, one character or tab (else found out)"] =
            "--open 的 CSV 各字段间的分隔符，一个字符或 tab（否则自动识别）",
        ["Lines with anything in them before the header of a CSV file or sheet (else found out)"] =
            "CSV 或工作表表头之前有内容的行数（否则自动识别）",
        ["Rows that name the columns of a CSV file or sheet: 0, 1 or 2 (else found out)"] =
            "CSV 或工作表作列名的行数：0、1、2（否则自动识别）",
        ["SQL may not read or write files, use the network or change settings"] = "SQL 不得读写文件、使用网络、改动设置",
        ["End with 1 where lines or names of a CSV file would be left out by a guess"] = "CSV 文件有行或列名会因猜测而被略去时，以 1 结束",
        ["Memory limit of the engine, for example 500MB"] = "引擎的内存上限，如 500MB",
        ["table, csv, tsv, json, jsonl, markdown, parquet, xlsx, html or docx (default: by the ending of -o, else table)"] =
            "table、csv、tsv、json、jsonl、markdown、parquet、xlsx、html 或 docx（默认看 -o 的后缀，否则为 table）",
        ["Write to a file; - is standard output"] = "写入文件；- 为标准输出",
        ["Replace the output file if it exists"] = "输出文件已存在时替换它",
        ["Value of the parameter $k; empty for all (repeatable)"] = "参数 $k 的值；空为全部（可重复）",
        ["Print at most N rows (default: all)"] = "至多输出 N 行（默认全部）",
        ["Stop after S seconds with exit code 4"] = "S 秒后停止，退出码 4",
        ["Text for NULL"] = "代替 NULL 的文字",
        ["No line of column names"] = "不写列名一行",
        ["In CSV and TSV, put ' before texts that a spreadsheet would take for a formula"] =
            "CSV 和 TSV 里，表格软件会当作公式的文字前加 '",
        ["Begin text with a UTF-8 byte order mark, for Excel"] = "文本以 UTF-8 字节序标记开头，供 Excel 用",
        ["Headings in words instead of column names, in any text format"] = "各种文本格式都用文字标题代替列名",
        ["End with 3 where figures do not compare for such a reason"] = "数字因这些原因不可比时，以 3 结束",
        ["With --format json: one object, with caveats, sources and why there are no rows"] =
            "配合 --format json：输出一个对象，附提醒、来源和没有行的原因",
        ["End with 5 where the result has no row"] = "结果没有行时，以 5 结束",
        ["Add the observations that each row stands on, in a column obs_ids"] = "加一列 obs_ids，列出每行所依据的数字",
        ["Write a report, a theme, or everything: charts, tables, notes and sources of a set of queries"] =
            "写出报告、主题或全部：一组查询的图、表、注意和来源",
        ["Hold the files of a report against its manifest"] = "按清单核对报告的文件",
        ["A name of --list, a YAML file, or a theme; without: everything"] = "--list 列出的名称、YAML 文件或主题；不给则为全部",
        ["In a folder, one or several of these (default: html)"] = "写进文件夹时的格式，一种或几种（默认 html）",
        ["One report for each value of a parameter"] = "参数的每个值一份报告",
        ["Values of parameters from a YAML file"] = "参数的值取自 YAML 文件",
        ["List the reports"] = "列出报告",
        ["Check the report file, or all"] = "检查报告文件，或全部",
        ["The folder, or the manifest"] = "文件夹，或清单",
        ["Show each setting that holds here: its value, where that comes from, and what sets it"] =
            "显示此处起作用的每项设置：值、来处、怎样设",
        ["Print the completion of a shell: names of commands, queries, parameters and their values, formats, columns"] =
            "输出一种 shell 的补全脚本：命令、查询、参数及其值、格式、列的名称",
        ["bash, zsh, fish or powershell"] = "bash、zsh、fish 或 powershell",
        ["What may stand at the end of a command line; asked by the completion of a shell"] = "命令行末尾可以写什么；由 shell 的补全来问",
        ["The command line up to the cursor"] = "到光标为止的命令行",
        ["Print the manual page, for man to show"] = "输出手册页，供 man 显示",
        [
            "One output for each value of a parameter, whose name stands in -o, as {county}: those of its pick-list, or with =SQL "
                + "those of the first column of that"
        ] = "参数的每个值写一份，其名称写在 -o 里，如 {county}；值取自它的列表，或写 =SQL 取那条语句第一列的",
        ["Run again whenever a file that was read has been written, until interrupted"] = "读过的文件一有改动就再运行一次，直到中断",
        ["Run a canned query"] = "运行预设查询",
        ["A name of 'analytics list queries'"] = "analytics list queries 列出的名称",
        ["Run SQL: one or several statements; the last result is printed"] = "运行 SQL：一条或几条语句，输出最后一条的结果",
        ["The SQL, or - to read it from standard input"] = "SQL；- 为从标准输入读取",
        ["Read the SQL from a file"] = "从文件读取 SQL",
        ["List the canned queries, tables, indicators, places, articles or the console's keys"] =
            "列出预设查询、表、指标、地点、报道或控制台的按键",
        ["queries (default), tables, indicators, places, articles or keys"] =
            "queries（默认）、tables、indicators、places、articles 或 keys",
        ["Describe a canned query, a table, an indicator or a Parquet file in full"] = "详述一个预设查询、表、指标或 Parquet 文件",
        ["Name of a canned query, a table or an indicator, or a Parquet file"] = "预设查询、表或指标的名称，或 Parquet 文件",
        ["Show where observations stand, their quote and place in the source: one, or those behind each row of a result"] =
            "显示数字的出处、引文和位置：一条数字的，或结果每一行所依据的",
        ["The id of an observation (column obs_id)"] = "数字的编号（obs_id 列）",
        ["A canned query: what each of its rows stands on"] = "预设查询：每行所依据的数字",
        ["SQL: what each row of its result stands on"] = "SQL：结果每行所依据的数字",
        ["Say why the figures of a result are not comparable as they stand: code, rows, observations, words"] =
            "说明结果里的数字为什么不能照原样相比：代码、行、数字、说明",
        ["A canned query"] = "预设查询",
        ["SQL"] = "SQL",
        ["SQL instead of a canned query"] = "用 SQL 代替预设查询",
        ["SQL of a file; a header as of canned queries may say how it is drawn"] = "文件里的 SQL；可像预设查询那样用文件头说明怎样画",
        ["Write data and evidence of the picture to a JSON file"] = "把图的数据和依据写入 JSON 文件",
        ["Check the curated files and write the Parquet tables from them"] = "检查编录文件，并由此写出 Parquet 表",
        ["Check sources and curated files and report what is wrong or doubtful"] = "检查来源和编录文件，报告有错和存疑之处",
        ["Write every anchor as W3C Web Annotation JSON-LD"] = "把每处出处写成 W3C Web Annotation JSON-LD",
        ["Draw a canned query or SQL as a picture, PNG, SVG or PDF by the ending of -o"] =
            "把预设查询或 SQL 画成图：PNG、SVG 或 PDF，看 -o 的后缀",
        ["Kind of chart (default: that of the query, else by the columns)"] = "图的种类（默认用查询的，否则看列）",
        ["Column of the categories"] = "类别列",
        ["Column of the values"] = "数值列",
        ["Column that parts the marks of one category"] = "把同一类别的图形分开的列",
        ["Column that parts the chart into small ones with the same axes"] = "把图分成同轴小图的列",
        ["Column of the names of a scatter's points"] = "散点图各点名称的列",
        ["Column of a second line under the category"] = "类别下第二行文字的列",
        ["Column of the lower end of an interval"] = "区间下端的列",
        ["Column of the upper end of an interval"] = "区间上端的列",
        ["Order of the rows (default: ranked from three figures up that compare, else as they come)"] =
            "各行的次序（默认：三个以上可比的数字从大到小，否则照原来的次序）",
        ["Headline"] = "标题",
        ["Line under the headline"] = "副标题",
        ["A remark for the footer"] = "写在图下的说明",
        ["A value to hold the marks against, with its name: '35 rule' (repeatable)"] = "供对照的数值及其名称，如 '35 规定'（可重复）",
        ["A remark beside a mark, after its category (in which = is written \\=): '碧江区=first of its kind' (repeatable)"] =
            "写在图形旁的标注，前面是类别（其中的 = 写作 \\=），如 '碧江区=首例'（可重复）",
        ["Draw although it misleads, and say so (repeatable, or codes with commas)"] =
            "虽会误导仍然画出，并在图上说明（可重复，或用逗号隔开代码）",
        ["Colours (default light)"] = "颜色（默认浅色 light）",
        ["Size in pixels at scale 1 (default 1600x900)"] = "倍数为 1 时的像素大小（默认 1600x900）",
        ["Pixels per unit of size, 1 to 4 (default 1)"] = "每单位大小的像素数，1 至 4（默认 1）",
        ["Write a page of the console as html, md, json, png, svg, pdf or txt (by the ending of -o; without -o as text)"] =
            "把控制台的页面写成 html、md、json、png、svg、pdf 或 txt（看 -o 的后缀；没有 -o 为文本）",
        ["A name of --list"] = "--list 列出的名称",
        ["A filter, such as 'county in (Bijiang, Songtao) and modality = reported' (repeatable)"] =
            "筛选，如 'county in (碧江, 松桃) and modality = reported'（可重复）",
        ["Levels that a visual is moved down its axis, such as coverage=1 (repeatable)"] = "图块沿轴下移的层数，如 coverage=1（可重复）",
        ["Draw a visual as bar, dot, line or matrix, such as coverage=bar (repeatable)"] =
            "图块改画成 bar、dot、line 或 matrix，如 coverage=bar（可重复）",
        ["A bookmark of the user's bookmarks.yaml, in place of NAME"] = "用户 bookmarks.yaml 里的书签，代替 NAME",
        ["One file for each member of a parameter, whose name stands in -o, as {county}"] =
            "为参数的每个成员写一个文件，其名称写在 -o 里，如 {county}",
        ["List the pages"] = "列出页面",
        ["Check the page, or all, with their models"] = "检查该页面或全部页面及其模型",
    };

    /// <summary>A description in Chinese; what follows a colon is a list of words and stays. The English where there is none.</summary>
    public static string Of(string? english)
    {
        if (english is null)
            return "";
        if (Texts.TryGetValue(english, out var zh))
            return zh;
        var colon = english.LastIndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && Texts.TryGetValue(english[..colon], out var head) ? $"{head}：{english[(colon + 2)..]}" : english;
    }
}
