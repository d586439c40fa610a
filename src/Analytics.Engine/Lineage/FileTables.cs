using System.Text.Json.Nodes;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Lineage;

/// <summary>
/// Files that a statement names by their path, as empty tables: the engine cannot write the plan of a statement that reads files.
/// </summary>
internal sealed class FileTables(LineageContext context, RelationCatalog catalog)
{
    private const string Schema = "files of the statement";

    private readonly Dictionary<string, string> _products = [];

    /// <summary>Whether a statement names any file.</summary>
    public bool AreIn(JsonObject statement)
    {
        var any = false;
        Syntax.Visit(statement, item => !(any |= PathOf(item) is not null));
        return any;
    }

    /// <summary>The statement over tables instead of files; changed.</summary>
    /// <exception cref="Analytics.DuckDb.DuckDbException">A file cannot be read.</exception>
    public void Replace(JsonObject statement) =>
        Syntax.Replace(statement, item => PathOf(item) is { } path ? Table(item, path) : item, _ => true);

    /// <summary>Whose a column of such a table is; null for other tables.</summary>
    public SourceColumn? Source(RelationName name, string column) =>
        name.Schema != Schema ? null
        : _products.TryGetValue(name.Name, out var product) ? ProductRelations.Source(product, column)
        : new(name.Name, column, ColumnOwner.User);

    private string? PathOf(JsonObject item)
    {
        var name = item.Text("table_name");
        if (item.Is("type", "BASE_TABLE"))
        {
            var isFile = Path.HasExtension(name) && item.Is("schema_name", "") && catalog.Find("", "", name) is null;
            return isFile ? name : null;
        }

        var isReader = item.Is("type", "TABLE_FUNCTION") && item["function"].Text("function_name").StartsWith("read_");
        return isReader && item["function"].List("children") is [var first, ..] ? first?["value"].Text("value") : null;
    }

    private JsonObject Table(JsonObject item, string path)
    {
        var label = Path.GetFileName(path);
        var query = Syntax.Select([Syntax.Star()], item.Copy());
        query["from_table"]!["column_name_alias"] = new JsonArray();
        var columns = context
            .ColumnsOf(context.Shadow.Text.PrintNode(query))
            .Select(c => $"{SqlText.Identifier(c.Name)} {KeptColumns.TypeSql(c.Type)}");
        var table = $"memory.{SqlText.Identifier(Schema)}.{SqlText.Identifier(label)}";
        context.Shadow.Connection.Execute($"CREATE SCHEMA IF NOT EXISTS memory.{SqlText.Identifier(Schema)}");
        context.Shadow.Connection.Execute($"CREATE OR REPLACE TABLE {table} ({string.Join(", ", columns)})");
        if (ProductRelations.OfFile(path, context.DataFolder) is { } product)
            _products[label] = product;
        var alias =
            item.Text("alias") is { Length: > 0 } given ? given
            : item.Is("type", "BASE_TABLE") ? Path.GetFileNameWithoutExtension(path)
            : item["function"].Text("function_name");
        return Syntax.Table("memory", Schema, label, alias, item["column_name_alias"], item["sample"]);
    }
}
