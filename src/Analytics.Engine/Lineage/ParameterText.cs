using System.Text.Json.Nodes;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Lineage;

/// <summary>
/// Statements with values in the place of parameters, from which plan and columns are read: the engine knows neither before it has
/// values. They are never run.
/// </summary>
internal static class ParameterText
{
    /// <summary>A statement's SQL with values written out.</summary>
    public static string WithValues(string sql, ParameterValues parameters)
    {
        var unnamed = 0;
        return SqlParameters.Replace(sql, name => Value(parameters[name.Length > 0 ? name : $"{++unnamed}"]));
    }

    /// <summary>A statement's SQL with what the engine makes of the kinds of its values: texts alike are planned alike.</summary>
    public static string WithKinds(string sql, ParameterValues parameters)
    {
        var unnamed = 0;
        return SqlParameters.Replace(sql, name => $"${name} {parameters[name.Length > 0 ? name : $"{++unnamed}"]?.GetType().Name}");
    }

    public static bool HasParameters(JsonObject statement) => statement.List("named_param_map").Count > 0;

    private static string Value(object? value) =>
        value switch
        {
            null => "NULL",
            long or decimal => $"CAST({SqlText.Literal(value.ToString()!)} AS DOUBLE)",
            bool flag => flag ? "true" : "false",
            DateOnly date => $"CAST('{date:yyyy-MM-dd}' AS DATE)",
            _ => SqlText.Literal(value.ToString()!),
        };
}
