using System.Text.Json.Nodes;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Lineage;

/// <summary>
/// Statements with values in the place of parameters, from which plan and columns are read: the engine knows neither before it has
/// values. They are never run.
/// </summary>
internal static class ParameterText
{
    /// <summary>A statement's SQL with values written out.</summary>
    /// <exception cref="RefusalException">The engine cannot print it.</exception>
    public static string WithValues(SyntaxText text, JsonObject statement, ParameterValues parameters)
    {
        var copy = statement.Copy();
        Syntax.Replace(
            copy,
            node => node.Is("class", "PARAMETER") ? Syntax.As(Value(parameters[node.Text("identifier")]), node.Text("alias")) : node,
            _ => true
        );
        copy["named_param_map"] = new JsonArray();
        return text.Print(copy);
    }

    public static bool HasParameters(JsonObject statement) => statement.List("named_param_map").Count > 0;

    private static JsonObject Value(object? value) =>
        value switch
        {
            null => Syntax.Null(),
            long or decimal => Syntax.Cast(Syntax.Constant(value.ToString()!), Syntax.Type("DOUBLE")),
            bool flag => Syntax.Cast(Syntax.Constant(flag ? "t" : "f"), Syntax.Type("BOOLEAN")),
            DateOnly date => Syntax.Cast(Syntax.Constant(date.ToString("yyyy-MM-dd")), Syntax.Type("DATE")),
            _ => Syntax.Constant(value.ToString()!),
        };
}
