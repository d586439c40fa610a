using Analytics.Engine.Sql;

namespace Analytics.Tui.App;

/// <summary>The log of a session as a file: SQL that runs again, or Markdown to read.</summary>
internal static class SessionLogText
{
    private static readonly string[] Queries = ["SELECT", "WITH", "FROM", "VALUES", "TABLE", "PIVOT", "UNPIVOT", "("];

    private static readonly string[] Descriptions = ["DESCRIBE", "SHOW", "SUMMARIZE"];

    /// <summary>By the ending of the path; null for one that is not known.</summary>
    public static string? Of(string path, ConsoleState state) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".sql" => Sql(state),
            ".md" => Markdown(state),
            _ => null,
        };

    /// <summary>
    /// Every result is a table by the name that it has in the console, so that later statements find it; the last is
    /// printed.
    /// </summary>
    private static string Sql(ConsoleState state)
    {
        var lines = new List<string> { $"-- {state.Texts.SessionOf(state.Began)}", $"-- {state.Texts.SessionRunsAgain}", "" };
        foreach (var entry in state.Log)
        {
            lines.Add($"-- {entry.At:HH:mm:ss} {entry.What.ReplaceLineEndings(" ")}");
            if (entry.Sql is { } sql)
                lines.AddRange(Statements(sql, entry.Result));
            lines.Add("");
        }

        if (state.Log.LastOrDefault(entry => entry.Result is not null) is { Result: { } last })
            lines.Add($"FROM {last};");
        return string.Join('\n', lines).TrimEnd() + "\n";
    }

    private static string Markdown(ConsoleState state)
    {
        var lines = new List<string> { $"# {state.Texts.SessionOf(state.Began)}", "" };
        foreach (var entry in state.Log)
        {
            lines.Add($"- {entry.At:HH:mm:ss} {entry.What.ReplaceLineEndings(" ")}");
            if (entry.Sql is { } sql)
                lines.AddRange(["", "  ```sql", .. sql.Split('\n').Select(line => "  " + line), "  ```", ""]);
        }
        return string.Join('\n', lines).TrimEnd() + "\n";
    }

    /// <summary>All statements of a text; the last gives the result, if there is one.</summary>
    private static IEnumerable<string> Statements(string sql, string? result)
    {
        var script = SqlScript.Read(sql);
        foreach (var (index, range) in script.Statements.Index())
            yield return result is not null && index == script.Statements.Count - 1 ? Kept(result, sql[range]) : sql[range] + "\n;";
    }

    private static string Kept(string name, string statement)
    {
        var first = SqlTokenizer.Read(statement) is [var token, ..] ? statement[token.Start..token.End] : "";
        bool Begins(string[] words) => words.Contains(first, StringComparer.OrdinalIgnoreCase);
        var table = $"CREATE OR REPLACE TEMP TABLE {name} AS\n";
        return Begins(Queries) ? $"{table}{statement}\n;"
            : Begins(Descriptions) ? $"{table}FROM (\n{statement}\n)\n;"
            : statement + "\n;";
    }
}
