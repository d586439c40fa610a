using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.DuckDb;

namespace Analytics.Engine.Lineage;

/// <summary>
/// Turns SQL into the engine's syntax tree and back. The engine's printer loses some things without saying so; therefore what it
/// printed is read once more, and a text whose tree is not the one it was printed from is refused.
/// </summary>
internal sealed class SyntaxText(DuckDbConnection connection) : IDisposable
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    private readonly Lazy<PreparedStatement> _reading = new(() =>
        connection.Prepare("SELECT CAST($text AS VARCHAR) AS sql, json_serialize_sql(sql)")
    );

    /// <summary>What is printed is read again in the same breath.</summary>
    private readonly Lazy<PreparedStatement> _printing = new(() =>
        connection.Prepare("SELECT json_deserialize_sql(CAST($text AS VARCHAR)) AS sql, json_serialize_sql(sql)")
    );

    private readonly Lazy<PreparedStatement> _planning = new(() =>
        connection.Prepare("SELECT '' AS sql, json_serialize_plan(CAST($text AS VARCHAR))")
    );

    /// <summary>The bound plan of one SELECT statement without parameters, not optimised.</summary>
    /// <exception cref="RefusalException">The engine cannot write it.</exception>
    public JsonNode Plan(string sql) =>
        JsonNode.Parse(Ask(_planning, sql).Tree, documentOptions: Deep)!.List("plans") is [{ } only]
            ? only
            : throw new RefusalException("plan", "引擎不能写出此语句的计划", "the engine cannot write the plan of this statement");

    /// <summary>The tree of one SELECT statement (also DESCRIBE, FROM-first and PIVOT with IN).</summary>
    /// <exception cref="RefusalException">The engine cannot serialise the text, or it holds not exactly one statement.</exception>
    public JsonObject Read(string sql) => Only(Ask(_reading, sql).Tree);

    public void Dispose()
    {
        foreach (var statement in new[] { _reading, _printing, _planning }.Where(s => s.IsValueCreated))
            statement.Value.Dispose();
    }

    private static JsonObject Only(string json)
    {
        var tree = JsonNode.Parse(json, documentOptions: Deep)!.AsObject();
        if (tree["error"] is JsonValue error && (bool)error)
        {
            throw new RefusalException(
                "statement",
                $"引擎不能写出此语句的语法树（{tree.Text("error_message")}）",
                $"the engine cannot write the syntax tree of this statement ({tree.Text("error_message")})"
            );
        }

        return tree.List("statements") is [JsonObject statement]
            ? statement
            : throw new RefusalException("statements", "不止一条语句", "more than one statement");
    }

    /// <summary>The SQL of a statement's tree.</summary>
    /// <param name="statement">With <c>node</c> and <c>named_param_map</c>; it is changed where the printer could not write it.</param>
    /// <exception cref="RefusalException">What the engine's printer wrote means something else.</exception>
    public string Print(JsonObject statement)
    {
        Mend(statement);
        var script = new JsonObject { ["error"] = false, ["statements"] = Syntax.Array([statement]) };
        var (sql, again) = Ask(_printing, script.ToJsonString());
        var difference = TreeDifference.Between(statement["node"], Only(again)["node"]);
        return difference is null
            ? sql
            : throw new RefusalException(
                "printer",
                $"引擎改写后的语句不同（{difference}）",
                $"the engine prints the rewritten statement differently ({difference})"
            );
    }

    /// <summary>The SQL of a query node.</summary>
    public string PrintNode(JsonObject node) => Print(Syntax.Query(node));

    /// <summary>
    /// Writes what the printer loses in a way that it keeps: a product (CROSS JOIN before an outer join would become a comma, which
    /// binds less) as an inner join on true, a floating-point constant (which would become a decimal) as a cast.
    /// </summary>
    private static void Mend(JsonObject statement) =>
        Syntax.Replace(
            statement,
            node =>
            {
                if (node.Is("type", "JOIN") && node.Is("ref_type", "CROSS"))
                {
                    node["ref_type"] = "REGULAR";
                    node["condition"] = Syntax.Cast(Syntax.Constant("t"), Syntax.Type("BOOLEAN"));
                }

                return IsFloatingPoint(node) ? AsCast(node) : node;
            },
            _ => true
        );

    private static bool IsFloatingPoint(JsonObject node) =>
        node.Is("class", "CONSTANT") && node["value"]?["type"].Text("id") is "DOUBLE" or "FLOAT" && node["value"].Has("value");

    private static JsonObject AsCast(JsonObject node)
    {
        var number = node["value"]!["value"]!.ToJsonString().Trim('"');
        return Syntax.As(Syntax.Cast(Syntax.Constant(number), Syntax.Type(node["value"]!["type"].Text("id"))), node.Text("alias"));
    }

    private static (string Sql, string Tree) Ask(Lazy<PreparedStatement> question, string text)
    {
        try
        {
            question.Value.Bind("text", text);
            using var result = question.Value.Execute();
            using var chunk = result.Fetch()!;
            return ((string)chunk.Column(0).Value(0)!, (string)chunk.Column(1).Value(0)!);
        }
        catch (DuckDbException e)
        {
            throw new RefusalException(
                "statement",
                $"引擎不能改写此语句（{e.Message}）",
                $"the engine cannot rewrite this statement ({e.Message})"
            );
        }
    }
}
