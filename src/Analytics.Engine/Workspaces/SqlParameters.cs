using System.Globalization;
using System.Text;
using Analytics.Engine.Queries;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Workspaces;

/// <summary>Parameters in SQL whose values come as text.</summary>
internal static class SqlParameters
{
    /// <summary>
    /// The SQL of a canned query and the values of its parameters, so that plain SQL with <c>--param</c> gives the same: each parameter is
    /// cast to the type of the header, since plain SQL binds text, and NULL, which no <c>--param</c> can say, is written.
    /// </summary>
    /// <param name="query">Its header gives types and defaults.</param>
    /// <param name="given">Values by name, as text; defaults stand for the rest.</param>
    public static (string Sql, IReadOnlyDictionary<string, string> Values) OfCanned(
        QueryFile query,
        IReadOnlyDictionary<string, string?> given
    )
    {
        var values = query.Parameters.ToDictionary(p => p.Name, p => given.TryGetValue(p.Name, out var value) ? value : p.Default);
        var types = query.Parameters.ToDictionary(p => p.Name, p => p.Type);
        var sql = Replace(
            query.Sql,
            name =>
                !values.TryGetValue(name, out var value) ? null
                : value is null ? "NULL"
                : $"CAST(${name} AS {TypeSql(types[name], value)})"
        );
        return (sql, values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!));
    }

    /// <summary>The SQL with other text in place of its parameters, by their names without the sign; null leaves one as it is.</summary>
    public static string Replace(string sql, Func<string, string?> replacement)
    {
        var replaced = new StringBuilder();
        var copied = 0;
        foreach (var token in SqlTokenizer.Read(sql))
        {
            if (token.Kind != SqlTokenKind.Parameter || replacement(sql[(token.Start + 1)..token.End]) is not { } text)
                continue;
            replaced.Append(sql, copied, token.Start - copied).Append(text);
            copied = token.End;
        }
        return replaced.Append(sql, copied, sql.Length - copied).ToString();
    }

    /// <summary>The names of the parameters in SQL, without the sign; the first, second … that is only a question mark is 1, 2 ….</summary>
    public static IReadOnlyCollection<string> NamesIn(string sql)
    {
        var (names, unnamed) = (new HashSet<string>(), 0);
        Replace(
            sql,
            name =>
            {
                names.Add(name.Length > 0 ? name : $"{++unnamed}");
                return null;
            }
        );
        return names;
    }

    private static string TypeSql(ParameterType type, string value) =>
        type switch
        {
            ParameterType.Integer => "BIGINT",
            ParameterType.Number when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                $"DECIMAL(28, {number.Scale})",
            ParameterType.Number => "DOUBLE",
            ParameterType.Boolean => "BOOLEAN",
            ParameterType.Date => "DATE",
            _ => "VARCHAR",
        };
}
