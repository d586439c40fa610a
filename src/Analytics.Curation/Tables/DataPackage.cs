using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analytics.Curation;

/// <summary>Describes the tables for other tools: a Frictionless data package (specs.frictionlessdata.io), the same text for the same
/// tables.
/// Its own property <c>description_zh</c> stands beside the standard's <c>description</c>, which is in English.</summary>
internal static class DataPackage
{
    public const string FileName = "datapackage.json";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Describe(IReadOnlyList<TableContent> tables, IReadOnlyList<BuiltTable> built, ProjectFiles files) =>
        Encoding.UTF8.GetBytes(Package(tables, built, files).ToJsonString(Layout) + "\n");

    private static JsonObject Package(IReadOnlyList<TableContent> tables, IReadOnlyList<BuiltTable> built, ProjectFiles files) =>
        new()
        {
            ["profile"] = "data-package",
            ["name"] = "tongren-newspaper-figures",
            ["title"] = "Figures about the counties of Tongren in newspaper texts",
            ["description"] =
                "数据照录报道原文，未经独立核实；报纸名称、日期原文件未载 / As stated in the "
                + "articles, not independently verified; newspaper and date not in the file.",
            ["schema_version"] = TableFiles.SchemaVersion,
            ["content_sha256"] = files.ContentHash,
            ["licenses"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "notice",
                    ["title"] =
                        "The texts belong to their newspapers and authors and are quoted for research; no licence is granted for them.",
                }
            ),
            ["sources"] = new JsonArray([
                .. files
                    .Sources.Values.OrderBy(s => s.File, StringComparer.Ordinal)
                    .Select(s => new JsonObject
                    {
                        ["title"] = s.File,
                        ["path"] = "../" + ProjectFiles.SourceName(s.File),
                        ["hash"] = "sha256:" + s.Sha256,
                    }),
            ]),
            ["resources"] = new JsonArray([.. tables.Zip(built, (table, file) => (JsonNode)Resource(table, file))]),
        };

    private static JsonObject Resource(TableContent table, BuiltTable built) =>
        new JsonObject
        {
            ["name"] = built.Name,
            ["path"] = built.Name + ".parquet",
            ["description"] = table.Schema.Description.En,
            ["description_zh"] = table.Schema.Description.Zh,
            ["format"] = "parquet",
            ["mediatype"] = "application/vnd.apache.parquet",
            ["rows"] = built.Rows,
            ["bytes"] = built.Bytes,
            ["hash"] = "sha256:" + built.Sha256,
            ["schema"] = Schema(table.Schema),
        };

    private static JsonObject Schema(TableSchema table)
    {
        var schema = new JsonObject { ["fields"] = new JsonArray([.. table.Columns.Select(c => (JsonNode)Field(c, table.Key))]) };
        if (table.Key.Count > 0)
            schema["primaryKey"] = Names(table.Key);
        if (table.ForeignKeys.Count > 0)
            schema["foreignKeys"] = new JsonArray([.. table.ForeignKeys.Select(k => (JsonNode)Reference(k, table.Name))]);
        return schema;
    }

    private static JsonObject Field(TableColumn column, IReadOnlyList<string> key)
    {
        var constraints = new JsonObject();
        if (column.Required)
            constraints["required"] = true;
        if (key.Count == 1 && key[0] == column.Name)
            constraints["unique"] = true;
        if (column.Values.Count > 0)
            constraints["enum"] = Names(column.Values);
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = FieldType(column.SqlType),
            ["description"] = column.Description.En,
            ["description_zh"] = column.Description.Zh,
        };
        if (constraints.Count > 0)
            field["constraints"] = constraints;
        return field;
    }

    /// <summary>A reference to the table itself has the empty resource name (Table Schema, foreignKeys).</summary>
    private static JsonObject Reference(ForeignKey key, string table) =>
        new JsonObject
        {
            ["fields"] = key.Column,
            ["reference"] = new JsonObject { ["resource"] = key.Table == table ? "" : key.Table, ["fields"] = key.TargetColumn },
        };

    private static string FieldType(string sqlType) =>
        sqlType switch
        {
            "BIGINT" => "integer",
            "BOOLEAN" => "boolean",
            "DATE" => "date",
            "VARCHAR" => "string",
            _ => "number",
        };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)JsonValue.Create(n))]);
}
