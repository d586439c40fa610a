using System.Text;
using System.Text.Json;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tables;

/// <summary>
/// Puts what <c>data/datapackage.json</c> says of each table and column into the database as comments, so that
/// <c>duckdb_columns()</c>, <c>describe</c> and completion know it. Columns of <c>figures</c> and <c>measured</c> take
/// the words of the column they come from.
/// </summary>
static class ColumnComments
{
    /// <summary>Columns of the wide view that bear another name than in their table.</summary>
    static readonly Dictionary<string, (string Table, string Column)> Renamed = new()
    {
        ["county_zh"] = ("place", "name_zh"), ["county_en"] = ("place", "name_en"),
        ["place_zh"] = ("place", "name_zh"), ["place_en"] = ("place", "name_en"), ["place_level"] = ("place", "level"),
        ["indicator_zh"] = ("indicator", "label_zh"), ["indicator_en"] = ("indicator", "label_en"),
        ["article_title"] = ("article", "title"),
        ["article_date_from"] = ("article", "date_from"), ["article_date_to"] = ("article", "date_to"),
    };

    /// <summary>Tables whose columns the wide view takes by name, the nearest first.</summary>
    static readonly string[] Origins = ["observation", "indicator", "place", "article"];

    static readonly Dictionary<string, string> Views = new()
    {
        ["figures"] = "One row per observation: the figure in words and numbers, with its place, indicator, period, sentence and anchor.",
        ["measured"] = "The rows of figures that a text reports as measured, each fact once.",
        ["comparison"] = "Pairs of measured figures that look comparable, with the caveat codes between them.",
        ["ranking"] = "Comparable figures with their rank, and near misses without.",
        ["coverage"] = "For each theme and county: figures, none in these sources, or no source.",
        ["caveat_code"] = "What the caveat codes mean.",
    };

    /// <summary>Whether a statement can ask for comments.</summary>
    public static bool MayBeNeededBy(string sql) =>
        sql.Contains("duckdb_", StringComparison.OrdinalIgnoreCase) || sql.Contains("comment", StringComparison.OrdinalIgnoreCase);

    /// <summary>Sets all comments; does nothing if the data folder has no description.</summary>
    public static void Set(DuckDbConnection connection, string dataFolder)
    {
        var path = Path.Combine(dataFolder, "datapackage.json");
        if (!File.Exists(path))
            return;
        using var package = Read(path);
        var script = new StringBuilder();
        var columns = new Dictionary<(string, string), string>();
        foreach (var table in package.RootElement.GetProperty("resources").EnumerateArray())
            Describe(table, script, columns);
        foreach (var (view, comment) in Views)
            script.Append($"COMMENT ON VIEW {SqlText.Identifier(view)} IS {SqlText.Literal(comment)};");
        foreach (var view in new[] { "figures", "measured" })
            foreach (var column in connection.Prepare($"FROM {view}").Columns())
                if (Origin(column.Name, columns) is { } text)
                    Comment(script, view, column.Name, text);
        connection.Execute(script.ToString());
    }

    static JsonDocument Read(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path));
        }
        catch (JsonException e)
        {
            throw new EngineException(EngineErrorKind.Failed, $"The data file {path} is not JSON ({e.Message}). 'analytics build' makes it anew from seeds/ and data/curated/.", e);
        }
    }

    static void Describe(JsonElement table, StringBuilder script, Dictionary<(string, string), string> columns)
    {
        var name = table.GetProperty("name").GetString()!;
        script.Append($"COMMENT ON TABLE {SqlText.Identifier(name)} IS {SqlText.Literal(table.GetProperty("description").GetString()!)};");
        foreach (var field in table.GetProperty("schema").GetProperty("fields").EnumerateArray())
        {
            var column = field.GetProperty("name").GetString()!;
            var text = field.GetProperty("description").GetString()!;
            columns[(name, column)] = text;
            Comment(script, name, column, text);
        }
    }

    static string? Origin(string column, Dictionary<(string, string), string> columns) =>
        Renamed.TryGetValue(column, out var origin)
            ? columns.GetValueOrDefault(origin)
            : Origins.Select(table => columns.GetValueOrDefault((table, column))).FirstOrDefault(text => text is not null);

    static void Comment(StringBuilder script, string table, string column, string text) =>
        script.Append($"COMMENT ON COLUMN {SqlText.Identifier(table)}.{SqlText.Identifier(column)} IS {SqlText.Literal(text)};");
}
