using Analytics.DuckDb;
using Analytics.Engine.Sql;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Sessions;

/// <summary>
/// Finds statements that would change the product's tables or its function, which users only read: the engine has no schema that is
/// read-only. A statement
/// names what it changes behind its verb, in no brackets.
/// </summary>
/// <param name="sql">One statement.</param>
internal sealed class ProductWrites(string sql)
{
    private const string Verbs = " insert update delete truncate merge drop alter create comment copy ";

    /// <summary>Words that may stand between the verb and the name.</summary>
    private const string Between =
        " into from or replace ignore if not exists temp temporary persistent unique recursive on only "
        + "table view schema index type sequence macro function column ";

    /// <summary>Kinds that change no table, whatever their words.</summary>
    private static readonly StatementKind[] Reading =
    [
        StatementKind.Select,
        StatementKind.Transaction,
        StatementKind.Set,
        StatementKind.VariableSet,
        StatementKind.Pragma,
        StatementKind.Execute,
        StatementKind.Attach,
        StatementKind.Detach,
        StatementKind.Load,
    ];

    private readonly List<SqlToken> _tokens = OutsideBrackets(sql);

    /// <summary>What a statement changes.</summary>
    private sealed record Target(IReadOnlyList<string> Name, bool IsSchema, bool IsMade)
    {
        public bool IsInSchema =>
            Name.Take(Name.Count - 1).Contains(ProductTables.Schema, StringComparer.OrdinalIgnoreCase)
            || IsSchema && Same(Name[^1], ProductTables.Schema);

        public bool HasProductName =>
            Name.Count == 1 && ProductTables.Names.Append(PlaceFunction.Name).Contains(Name[0], StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="kind">What the engine takes the statement for.</param>
    /// <param name="statement">Its text.</param>
    /// <param name="isProducts">Whether a plain name is one of the product's tables, or of a table that would be made among them.</param>
    /// <exception cref="UserException">The statement would change the product's tables.</exception>
    public static void Refuse(StatementKind kind, string statement, Func<string, bool, bool> isProducts)
    {
        if (Reading.Contains(kind) || new ProductWrites(statement).Found() is not { } target)
            return;
        if (!target.IsInSchema && !(target.HasProductName && isProducts(target.Name[0], target.IsMade)))
            return;
        var name = string.Join('.', target.Name);
        throw UserException.Failed(
            $"{name} 是本库自带的，只能读。请另建自己的表，同名也可以。",
            $"{name} is the product's own and can only be read. Make a table of your own; it may have the same name."
        );
    }

    /// <summary>The parts of the name of what a statement changes or makes; null where it changes nothing that it names.</summary>
    public static IReadOnlyList<string>? TargetOf(string statement) => new ProductWrites(statement).Found()?.Name;

    private Target? Found()
    {
        var verb = Verb();
        if (verb < 0)
            return null;
        var at = verb + 1;
        // The name of an index stands before that of its table.
        var isIndex = Is(verb, "create") && (Is(verb + 1, "index") || Is(verb + 2, "index"));
        while (isIndex && at < _tokens.Count && !Is(at, "on"))
            at++;
        while (at < _tokens.Count && IsOneOf(at, Between))
            at++;
        var end = at + NameLength(at);
        var name = Enumerable.Range(at, end - at).Where(i => !Is(i, ".")).Select(Name).ToList();
        if (Is(at - 1, "column") && name.Count > 1)
            name.RemoveAt(name.Count - 1);
        // COPY t TO only reads.
        return name.Count == 0 || Is(verb, "copy") && !Is(end, "from")
            ? null
            : new Target(name, Enumerable.Range(verb, at - verb).Any(i => Is(i, "schema")), Is(verb, "create") && !isIndex);
    }

    /// <summary>How many tokens a name has, with its dots.</summary>
    private int NameLength(int at)
    {
        var length = IsName(at) ? 1 : 0;
        while (length > 0 && Is(at + length, ".") && IsName(at + length + 1))
            length += 2;
        return length;
    }

    /// <summary>The place of the verb; -1 where there is none that changes anything.</summary>
    private int Verb()
    {
        var at = 0;
        if (Is(at, "explain"))
            at += Is(at + 1, "analyze") ? 2 : 1;
        if (Is(at, "prepare"))
            at = _tokens.FindIndex(t => Same(t.In(sql).ToString(), "as")) + 1;
        if (Is(at, "with"))
            return _tokens.FindIndex(at, t => " insert update delete merge ".Contains($" {t.In(sql).ToString().ToLowerInvariant()} "));
        return at < _tokens.Count && IsOneOf(at, Verbs) ? at : -1;
    }

    private string Name(int at) => SqlTree.Unquote(_tokens[at].In(sql));

    private bool IsName(int at) =>
        at < _tokens.Count && _tokens[at].Kind is not (SqlTokenKind.Separator or SqlTokenKind.Text or SqlTokenKind.Operator);

    private bool Is(int at, string word) => at < _tokens.Count && Same(_tokens[at].In(sql).ToString(), word);

    private bool IsOneOf(int at, string words) => words.Contains($" {_tokens[at].In(sql)} ", StringComparison.OrdinalIgnoreCase);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static List<SqlToken> OutsideBrackets(string sql)
    {
        var (depth, outside) = (0, new List<SqlToken>());
        foreach (var token in SqlTokenizer.Read(sql).Where(t => t.Kind != SqlTokenKind.Comment))
        {
            if (token.Kind == SqlTokenKind.Bracket)
                depth += "([{".Contains(token.In(sql)[0]) ? 1 : -1;
            else if (depth == 0)
                outside.Add(token);
        }

        return outside;
    }
}
