using System.Globalization;
using Analytics.DuckDb;
using Analytics.Engine.Queries;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Sessions;

/// <summary>Values to bind as <c>$name</c>; remembers which names a statement asked for.</summary>
public sealed class ParameterValues
{
    private readonly IReadOnlyDictionary<string, object?> _values;
    private readonly HashSet<string> _used = [];
    private readonly bool _mayBeUnused;

    private ParameterValues(IReadOnlyDictionary<string, object?> values, bool mayBeUnused = false)
    {
        _values = values;
        _mayBeUnused = mayBeUnused;
    }

    public static ParameterValues None => new(new Dictionary<string, object?>());

    /// <summary>
    /// Values of ad-hoc SQL: bound as text, which the engine casts to the type that the place asks for; whole and decimal numbers as
    /// numbers where it cannot tell.
    /// </summary>
    public static ParameterValues FromText(IReadOnlyDictionary<string, string?> given) =>
        new(given.ToDictionary(p => p.Key, p => (object?)p.Value));

    /// <summary>Values of a canned query: the given ones checked against the header, defaults for the rest.</summary>
    /// <param name="query">Its header declares the parameters.</param>
    /// <param name="given">Texts by parameter name, without <c>$</c>; null gives NULL.</param>
    /// <param name="choices">Reads a parameter's pick-list; null if it has none.</param>
    /// <param name="places">Reads the names of places, for values that the pick-list has under another name.</param>
    /// <exception cref="UserException">A parameter is unknown, missing, of the wrong type or not in the pick-list.</exception>
    public static ParameterValues For(
        QueryFile query,
        IReadOnlyDictionary<string, string?> given,
        Func<QueryParameter, IReadOnlyList<ParameterChoice>?> choices,
        Func<PlaceAliases> places
    )
    {
        foreach (var name in given.Keys)
        {
            if (query.Parameters.All(p => p.Name != name))
                throw Wrong($"'{query.Name}' has no parameter '{name}'; {Known(query)}.", $"“{query.Name}”没有参数 {name}。");
        }

        return new(query.Parameters.ToDictionary(p => p.Name, p => Value(query, p, given, choices, places)));
    }

    /// <summary>The same values for statements that are not the last: what they do not use may be for another.</summary>
    internal ParameterValues ForEarlierStatements => new(_values, mayBeUnused: true);

    /// <summary>These values and some of our own.</summary>
    internal ParameterValues With(IEnumerable<KeyValuePair<string, object?>> more) => new(_values.Concat(more).ToDictionary());

    /// <summary>The value of a name; null if there is none.</summary>
    internal object? this[string name] => _values.GetValueOrDefault(name);

    /// <exception cref="UserException">The statement asks for a name that has no value.</exception>
    internal void BindTo(PreparedStatement statement)
    {
        foreach (var name in statement.ParameterNames)
        {
            if (!_values.TryGetValue(name, out var value))
            {
                throw Missing(
                    name,
                    $"The statement needs a value for ${name}; give one, or write it in the SQL.",
                    $"语句需要 ${name} 的值：请给出，或把它写在 SQL 里。"
                );
            }

            _used.Add(name);
            statement.Bind(name, value is string text && HasNoType(statement.ParameterType(name)) ? Guess(text) : value);
        }
    }

    internal void RequireAllUsed()
    {
        var unused = _values.Keys.Where(k => !_used.Contains(k)).ToArray();
        if (unused.Length > 0 && !_mayBeUnused)
        {
            throw Wrong(
                $"No statement uses {string.Join(", ", unused.Select(u => "$" + u))}; "
                    + "leave the value out or write the parameter as $name in the SQL.",
                $"没有语句用到 {string.Join("、", unused.Select(u => "$" + u))}。"
            );
        }
    }

    private static bool HasNoType(DuckDbType type) => type.Id is DuckDbTypeId.Invalid or DuckDbTypeId.SqlNull or DuckDbTypeId.Any;

    /// <summary>Where the engine cannot tell the type (SELECT $x + 1), a text that is just a number means the number.</summary>
    private static object Guess(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole.ToString() == text)
            return whole;
        return
            decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number.ToString() == text
            ? number
            : text;
    }

    private static object? Value(
        QueryFile query,
        QueryParameter parameter,
        IReadOnlyDictionary<string, string?> given,
        Func<QueryParameter, IReadOnlyList<ParameterChoice>?> choices,
        Func<PlaceAliases> places
    )
    {
        if (!given.TryGetValue(parameter.Name, out var text))
        {
            if (parameter.Required)
            {
                throw Missing(
                    parameter.Name,
                    $"'{query.Name}' needs a value for {Describe(parameter)}{Allowed(choices(parameter))}.",
                    $"“{query.Name}”要有参数 {parameter.Name}（{parameter.Label.Zh}）。"
                );
            }

            text = parameter.Default;
        }
        else if (text is not null && choices(parameter) is { } allowed && allowed.All(a => a.Value != text))
        {
            text = text.Length == 0 && !parameter.Required ? null : Meant(query, parameter, text, allowed, places());
        }

        return text is null ? null : Convert(parameter, text);
    }

    /// <summary>The value of the pick-list that a text means as the name of a place; two are asked about, never guessed.</summary>
    private static string Meant(
        QueryFile query,
        QueryParameter parameter,
        string text,
        IReadOnlyList<ParameterChoice> allowed,
        PlaceAliases places
    )
    {
        string[] values = [.. allowed.Select(a => a.Value)];
        var meant = places.Meant(text, values);
        return meant.Count switch
        {
            1 => meant[0],
            0 => throw Unknown(parameter, text, values, places.Near(text, values)),
            _ => throw Wrong(
                $"'{text}' can be {string.Join(" or ", meant)} in '{query.Name}'; give the full name.",
                $"“{text}”可以是{string.Join("或", meant)}；请给出全名。"
            ),
        };
    }

    private static UserException Unknown(QueryParameter parameter, string text, string[] allowed, IReadOnlyList<string> near)
    {
        var nearZh = near.Count == 0 ? "" : $"；相近：{string.Join("、", near)}";
        var nearEn = near.Count == 0 ? "" : $"; near: {string.Join(", ", near)}";
        return Wrong(
            $"'{text}' is not a value of {Describe(parameter)}{nearEn}; allowed: {string.Join(", ", allowed)}.",
            $"“{text}”不是 {parameter.Name}（{parameter.Label.Zh}）的值{nearZh}；可用 {string.Join("、", allowed)}。"
        );
    }

    /// <summary>Digits that a number keeps.</summary>
    private const int MostDigits = 28;

    /// <summary>Whether a number as text has more digits than are kept, so that it would be rounded.</summary>
    public static bool LosesDigits(string text) =>
        text.Split('e', 'E')[0].Where(char.IsAsciiDigit).SkipWhile(c => c == '0').Count() > MostDigits;

    private static object Convert(QueryParameter parameter, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        return parameter.Type switch
        {
            ParameterType.Text => text,
            ParameterType.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var n) => n,
            ParameterType.Number when LosesDigits(text) => throw Wrong(
                $"'{text}' has too many digits for {Describe(parameter)}: at most {MostDigits}.",
                $"“{text}”位数太多：{parameter.Name}（{parameter.Label.Zh}）最多 {MostDigits} 位。"
            ),
            ParameterType.Number when decimal.TryParse(text, NumberStyles.Float, culture, out var n) => n,
            ParameterType.Boolean when bool.TryParse(text, out var b) => b,
            ParameterType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var d) => d,
            _ => throw Wrong(
                $"'{text}' is not a value of {Describe(parameter)}, for example {Example(parameter.Type)}.",
                $"“{text}”不是 {parameter.Name}（{parameter.Label.Zh}）的值，应如 {Example(parameter.Type)}。"
            ),
        };
    }

    private static string Example(ParameterType type) =>
        type switch
        {
            ParameterType.Integer => "12",
            ParameterType.Number => "36.37",
            ParameterType.Boolean => "true or false",
            ParameterType.Date => "2025-07-01",
            _ => "text",
        };

    private static string Describe(QueryParameter p) => $"{p.Name} ({p.Type.ToString().ToLowerInvariant()}, {p.Label.Zh} / {p.Label.En})";

    private static string Allowed(IReadOnlyList<ParameterChoice>? allowed) =>
        allowed is null ? "" : "; allowed: " + string.Join(", ", allowed.Select(a => a.Value));

    private static string Known(QueryFile query) =>
        query.Parameters.Count == 0 ? "it takes none" : "it takes " + string.Join("; ", query.Parameters.Select(Describe));

    private static UserException Missing(string name, string message, string zh) =>
        Wrong(message, zh).MendedBy(new Setting("param", $"{name}=VALUE"));

    private static UserException Wrong(string message, string zh) => UserException.Usage(zh, message);
}
