using Analytics.Engine.Sql;

namespace Analytics.Engine.Files;

/// <summary>A call <c>open_file('…')</c> that stands in place of a table.</summary>
/// <param name="Place">From its name to its closing bracket.</param>
/// <param name="Path">As written; the part of a workbook may follow after a #.</param>
internal sealed record OpenFileCall(Range Place, string Path);

/// <summary>Finds the calls of <c>open_file</c> by the tokens of a script: the engine has no such function.</summary>
internal static class OpenFileCalls
{
    public const string Name = "open_file";

    public static IReadOnlyList<OpenFileCall> In(string sql)
    {
        if (!sql.Contains(Name, StringComparison.OrdinalIgnoreCase))
            return [];
        List<SqlToken> tokens = [.. SqlTokenizer.Read(sql).Where(t => t.Kind != SqlTokenKind.Comment)];
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, tokens.Count - 3))
                .Where(i => Word(i).Equals(Name, StringComparison.OrdinalIgnoreCase) && Word(i + 1) == "(" && Word(i + 3) == ")")
                .Where(i => Word(i + 2) is ['\'', _, ..])
                .Select(i => new OpenFileCall(tokens[i].Start..tokens[i + 3].End, Word(i + 2)[1..^1].Replace("''", "'"))),
        ];

        string Word(int at) => tokens[at].In(sql).ToString();
    }
}
