using System.Text;
using System.Text.Json;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tables;

/// <summary>
/// What the product's tables, views and columns are, in both languages: what <c>data/datapackage.json</c> says of tables, and the words
/// for views
/// here. Columns of views take the words of the column they come from. Immutable.
/// </summary>
public sealed class TableDescriptions
{
    /// <summary>Columns of views that bear another name than in their table.</summary>
    private static readonly Dictionary<string, (string Table, string Column)> Renamed = new()
    {
        ["county_zh"] = ("place", "name_zh"),
        ["county_en"] = ("place", "name_en"),
        ["place_zh"] = ("place", "name_zh"),
        ["place_en"] = ("place", "name_en"),
        ["place_level"] = ("place", "level"),
        ["indicator_zh"] = ("indicator", "label_zh"),
        ["indicator_en"] = ("indicator", "label_en"),
        ["article_title"] = ("article", "title"),
        ["article_title_en"] = ("article", "title_en"),
        ["article_date_from"] = ("article", "date_from"),
        ["article_date_to"] = ("article", "date_to"),
    };

    /// <summary>Tables whose columns views take by name, the nearest first.</summary>
    private static readonly string[] Origins = ["observation", "indicator", "place", "article"];

    private static readonly Dictionary<string, Localized> Views = new()
    {
        ["figures"] = new(
            "一条数字一行：文字和数值，及其地点、指标、时段、原句和出处。",
            "One row per observation: the figure in words and numbers, with its place, indicator, period, sentence and anchor."
        ),
        ["measured"] = new(
            "figures 中原文报为实绩的各行，每件事一次。",
            "The rows of figures that a text reports as measured, each fact once."
        ),
        ["comparison"] = new(
            "会被当作同类的实绩两两成对：可比、可并列或不可比，及其间的原因。",
            "Pairs of measured figures that someone could take for alike: whether they compare, and the caveat codes between them."
        ),
        ["ranking"] = new(
            "一条数字一行：可比的及其名次，可并列而不排名的，以及不可比的和原因。",
            "One row per figure: those that compare with their rank, those that stand side by side without, and why the others do not."
        ),
        ["coverage"] = new(
            "每个主题、每个县：有数、只有规定和计划、本库来源未见，或无来源。",
            "For each theme and county: figures, only rules and plans, none in these sources, or no source."
        ),
        ["caveat_code"] = new("不可比原因代码的含义。", "What the caveat codes mean."),
    };

    /// <summary>Columns that only views have, under the name of the view where it says something of its own.</summary>
    private static readonly Dictionary<string, Localized> ViewColumns = new()
    {
        ["same_indicator"] = new("两数是否同一指标。", "Whether both are of the same indicator."),
        ["reasons"] = new("不可比原因的代码；空为可比。", "Codes of the reasons why they do not compare; empty if they do."),
        ["reason_count"] = new("原因的个数（规模不计）。", "Number of reasons, size left out."),
        ["at_best"] = new(
            "有此原因时最多是：comparable、side 或 not。",
            "What two figures can be at best with it: comparable, side or not."
        ),
        ["reasons_zh"] = new("不可比原因，中文。", "The reasons in Chinese."),
        ["reasons_en"] = new("不可比原因，英文。", "The reasons in English."),
        ["other_obs_id"] = new("另一数字的编号。", "Id of the other observation."),
        ["rank"] = new("同类可比数字中的名次。", "Rank among the figures that it compares with."),
        ["standing"] = new("可比、可并列（side）或不可比。", "Whether figures compare, stand side by side or neither."),
        ["coverage.standing"] = new(
            "该县该主题：有数、只有规定和计划、未见、无来源。",
            "Whether the county has a figure, only rules and plans, none in these sources, or no source."
        ),
        ["standing_zh"] = new("同上，中文。", "The standing in Chinese."),
        ["standing_en"] = new("同上，英文。", "The standing in English."),
        ["rules"] = new("规定、计划、拨款等非实绩数字的条数。", "Number of figures that are rules, plans or allocations."),
        ["figures"] = new("实绩数字的条数。", "Number of measured figures."),
        ["obs_ids"] = new(
            "这些数字的编号；没有实绩时是规定、计划的。",
            "Ids of these observations; of the rules where nothing is measured."
        ),
        ["code"] = new("原因代码。", "Code of the reason."),
        ["label_zh"] = new("中文名称。", "Chinese label."),
        ["label_en"] = new("英文名称。", "English label."),
    };

    private readonly Dictionary<(string Table, string Column), Localized> _columns = [];
    private readonly Dictionary<string, Localized> _tables = new(Views);

    private TableDescriptions() { }

    /// <summary>What a table or view of the product is; null for others.</summary>
    public Localized? Of(string table) => _tables.GetValueOrDefault(table);

    /// <summary>What a column of the product's is; null for others.</summary>
    public Localized? Of(string table, string column) =>
        _columns.GetValueOrDefault((table, column))
        ?? (Views.ContainsKey(table) ? ViewColumns.GetValueOrDefault($"{table}.{column}") ?? OfView(column) : null);

    /// <summary>Whether a statement can ask for comments.</summary>
    internal static bool MayBeNeededBy(string sql) =>
        sql.Contains("duckdb_", StringComparison.OrdinalIgnoreCase) || sql.Contains("comment", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the descriptions; those of tables are left out if the data folder has none.</summary>
    /// <exception cref="UserException">The file is no data package.</exception>
    internal static TableDescriptions Read(string dataFolder)
    {
        var descriptions = new TableDescriptions();
        var path = Path.Combine(dataFolder, "datapackage.json");
        if (!File.Exists(path))
            return descriptions;
        try
        {
            using var package = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var table in package.RootElement.GetProperty("resources").EnumerateArray())
                descriptions.Add(table);
            return descriptions;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw UserException.Failed(
                $"数据文件 {path} 不是数据包。用 analytics build 从 seeds/ 和 data/curated/ 重新生成。",
                $"The data file {path} is no data package ({e.Message}). 'analytics build' makes it anew from seeds/ and data/curated/.",
                e
            );
        }
    }

    /// <summary>
    /// Puts the descriptions into the database as comments, so that <c>duckdb_columns()</c> and <c>describe</c> know them.
    /// </summary>
    internal void SetComments(DuckDbConnection connection, Language language)
    {
        var script = new StringBuilder();
        var views = connection.Rows(
            $"SELECT view_name FROM duckdb_views() WHERE schema_name = '{ProductTables.Schema}'",
            row => row.Text(0)
        );
        foreach (var (table, text) in _tables)
        {
            script.Append(
                $"COMMENT ON {(views.Contains(table) ? "VIEW" : "TABLE")} "
                    + $"{ProductTables.Qualified(table)} IS {SqlText.Literal(text.In(language))};"
            );
        }

        foreach (var ((table, column), text) in _columns)
            Comment(script, table, column, text.In(language));
        foreach (var view in Views.Keys)
        {
            foreach (var column in connection.Prepare($"FROM {ProductTables.Qualified(view)}").Columns())
            {
                if (Of(view, column.Name) is { } text)
                    Comment(script, view, column.Name, text.In(language));
            }
        }

        connection.Execute(script.ToString());
    }

    private void Add(JsonElement table)
    {
        var name = table.GetProperty("name").GetString()!;
        _tables[name] = Both(table);
        foreach (var field in table.GetProperty("schema").GetProperty("fields").EnumerateArray())
            _columns[(name, field.GetProperty("name").GetString()!)] = Both(field);
    }

    private static Localized Both(JsonElement described)
    {
        var en = described.GetProperty("description").GetString()!;
        return new Localized(described.TryGetProperty("description_zh", out var zh) ? zh.GetString()! : en, en);
    }

    private Localized? OfView(string column) =>
        Renamed.TryGetValue(column, out var origin)
            ? _columns.GetValueOrDefault(origin)
            : ViewColumns.GetValueOrDefault(column)
                ?? Origins.Select(table => _columns.GetValueOrDefault((table, column))).FirstOrDefault(text => text is not null)
                ?? (column.StartsWith("other_", StringComparison.Ordinal) ? OfView(column["other_".Length..]) : null);

    private static void Comment(StringBuilder script, string table, string column, string text) =>
        script.Append($"COMMENT ON COLUMN {ProductTables.Qualified(table)}.{SqlText.Identifier(column)} IS {SqlText.Literal(text)};");
}
