using Analytics.Engine.Verdicts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Analytics.Engine.Queries;

/// <summary>Reads the header of a query file: one block comment <c>/*--- … ---*/</c> with YAML in it.</summary>
/// <remarks>Unknown keys are errors, so that a misspelt one is not silently without effect.</remarks>
internal static class QueryHeader
{
    private const string Opening = "/*---";

    /// <summary>What stands between header and statement.</summary>
    public const string Closing = "---*/";

    /// <exception cref="UserException">The header is missing or breaks a rule; the line is that of the fault.</exception>
    public static QueryFile Parse(string name, string path, string sql)
    {
        var yaml = Extract(path, sql);
        var root = new HeaderNode(path, "header", Load(path, yaml));
        root.AllowKeys("title", "titled", "summary", "params", "chart", "columns", "verdict");
        var parameters = root.Optional("params")?.Entries().Select(Parameter).ToArray() ?? [];
        return new QueryFile(
            name,
            path,
            Text(root.Required("title")),
            Text(root.Required("summary")),
            parameters,
            root.Optional("chart") is { } chart ? ChartHeader.Read(chart) : null,
            root.Optional("columns")?.Entries().Select(Column).ToArray() ?? [],
            sql
        )
        {
            Titled = root.Optional("titled") is { } titled ? Titled(titled, parameters) : null,
            Verdict = root.Optional("verdict") is { } verdict ? Question(verdict) : null,
            VerdictRows = [.. (root.Optional("verdict")?.Optional("rows")?.Items() ?? []).Select(i => i.Scalar())],
        };
    }

    /// <summary>A title that names the value of a parameter: one place of one parameter, the same in both languages.</summary>
    private static Localized Titled(HeaderNode node, IReadOnlyList<QueryParameter> parameters)
    {
        var text = Text(node);
        if (parameters.Any(p => Names(text.Zh, p) && Names(text.En, p)))
            return text;
        var names = string.Join(", ", parameters.Select(p => $"{{{p.Name}}}"));
        throw node.Fault($"must hold the place of a parameter in both languages: {names}", $"要在两种语言里写出一个参数的位置：{names}");

        static bool Names(string title, QueryParameter parameter) => title.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);
    }

    /// <summary>
    /// The question that a verdict answers: at least of which level; null for one that is on the figures of the rows and asks for no
    /// others.
    /// </summary>
    private static VerdictQuestion? Question(HeaderNode node)
    {
        node.AllowKeys("theme", "property", "indicator", "population", "level", "rows");
        if (node.Has("rows") && node.Entries().Count() == 1)
            return null;
        return new()
        {
            Theme = node.Optional("theme")?.Scalar(),
            Property = node.Optional("property")?.Scalar(),
            IndicatorId = node.Optional("indicator")?.Scalar(),
            PopulationId = node.Optional("population")?.Scalar(),
            Level = node.Required("level").OneOf("prefecture", "county", "township", "village", "compound"),
        };
    }

    /// <summary>Whether a text begins with a header.</summary>
    public static bool Begins(string sql) => sql.StartsWith(Opening, StringComparison.Ordinal);

    private static string Extract(string path, string sql)
    {
        if (!Begins(sql))
        {
            throw new UserException(
                new FilePlace(path, 1),
                new Localized(
                    $"文件要以文件头开始：一行 {Opening}，YAML，一行 {Closing}。",
                    $"the file must begin with a header: a line {Opening}, YAML, a line {Closing}."
                )
            );
        }

        var end = sql.IndexOf(Closing, Opening.Length, StringComparison.Ordinal);
        var header = end < 0 ? sql[Opening.Length..] : sql[Opening.Length..end];
        // Comments nest in DuckDB, so an inner /* would swallow the query and an inner */ would end the header early.
        var inner = FirstOf(header, "/*", "*/");
        if (inner >= 0)
        {
            throw new UserException(
                new FilePlace(path, LineOf(header, inner)),
                new Localized(
                    "文件头里有 /* 或 */（如 data/*.parquet），引擎会当作注释记号；请换一种写法。",
                    "the header contains /* or */ (for example in data/*.parquet), which DuckDB reads as a comment mark; "
                        + "write it differently."
                )
            );
        }

        if (end < 0)
        {
            throw new UserException(
                new FilePlace(path, 1),
                new Localized($"文件头没有以一行 {Closing} 结束。", $"the header is not closed by a line {Closing}.")
            );
        }

        return header;
    }

    private static int FirstOf(string text, params string[] marks) =>
        marks.Select(m => text.IndexOf(m, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();

    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    private static YamlNode Load(string path, string yaml)
    {
        YamlStream stream;
        try
        {
            stream = YamlText.Load(yaml);
        }
        catch (YamlException e)
        {
            throw new UserException(
                new FilePlace(path, (int)e.Start.Line),
                new Localized(
                    $"文件头不是 YAML。\n原文：{e.InnerException?.Message ?? e.Message}",
                    $"the header is not YAML: {e.InnerException?.Message ?? e.Message}"
                )
            );
        }
        return stream.Documents.Count == 1
            ? stream.Documents[0].RootNode
            : throw new UserException(
                new FilePlace(path, 1),
                new Localized("文件头是空的；至少要有 title 和 summary。", "the header is empty; it needs title and summary.")
            );
    }

    private static Localized Text(HeaderNode node) => Text(node, mayBeEmpty: false);

    /// <summary>A text in both languages.</summary>
    internal static Localized Text(HeaderNode node, bool mayBeEmpty)
    {
        node.AllowKeys([.. Languages.Codes]);
        return new Localized(Of(Language.Zh), Of(Language.En));

        string Of(Language language)
        {
            var text = node.Required(language.Code());
            return mayBeEmpty && text.ScalarOrNull() is "" ? "" : text.Scalar();
        }
    }

    private static QueryParameter Parameter((string Name, HeaderNode Node) entry)
    {
        var (name, node) = entry;
        node.AllowKeys("type", "from", "default", "label", "all");
        return new QueryParameter(
            name,
            node.Required("type").OneOf<ParameterType>(),
            node.Optional("from")?.Scalar(),
            Required: !node.Has("default"),
            node.Optional("default")?.ScalarOrNull(),
            Text(node.Required("label")),
            node.Line
        )
        {
            All = node.Optional("all") is { } all ? Text(all) : null,
        };
    }

    private static ColumnDisplay Column((string Name, HeaderNode Node) entry)
    {
        var (name, node) = entry;
        node.AllowKeys("unit", "decimals", "label");
        return new ColumnDisplay(
            name,
            node.Optional("unit")?.Scalar(),
            node.Optional("decimals")?.Integer(0, 15),
            node.Optional("label") is { } label ? Text(label) : null,
            node.Line
        );
    }
}
