using System.Text;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;

namespace Analytics.Tui.Editor;

/// <summary>Canned queries as SQL to edit.</summary>
internal static class PlainSql
{
    /// <summary>
    /// The SQL without its header, the values written in place of the parameters. This is text for a person to change; what a canned query
    /// itself runs is bound, never written into the SQL.
    /// </summary>
    public static string Of(QueryFile query, IReadOnlyDictionary<string, string?> values)
    {
        var types = query.Parameters.ToDictionary(p => p.Name, p => p.Type);
        var sql = new StringBuilder();
        var copied = 0;
        foreach (var token in SqlTokenizer.Read(query.Sql))
        {
            if (token is { Kind: SqlTokenKind.Comment, Start: 0 })
                copied = token.End;
            if (token.Kind != SqlTokenKind.Parameter || !types.TryGetValue(query.Sql[(token.Start + 1)..token.End], out var type))
                continue;
            sql.Append(query.Sql, copied, token.Start - copied)
                .Append(Literal(values.GetValueOrDefault(query.Sql[(token.Start + 1)..token.End]), type));
            copied = token.End;
        }
        return sql.Append(query.Sql, copied, query.Sql.Length - copied).ToString().Trim();
    }

    /// <summary>A name as SQL needs it: in quotes where it is a keyword or could be read as something else.</summary>
    public static string Name(string name) =>
        name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        && SqlTokenizer.Read(name) is [{ Kind: SqlTokenKind.Identifier }]
            ? name
            : SqlText.Identifier(name);

    private static string Literal(string? value, ParameterType type) =>
        value is null ? "NULL"
        : type is ParameterType.Integer or ParameterType.Number or ParameterType.Boolean ? value
        : type == ParameterType.Date ? "DATE " + SqlText.Literal(value)
        : SqlText.Literal(value);
}
