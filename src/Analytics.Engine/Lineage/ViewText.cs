using Analytics.Engine.Language;

namespace Analytics.Engine.Lineage;

/// <summary>The parts of a CREATE VIEW as the engine keeps it: <c>CREATE VIEW name (columns) AS query;</c></summary>
internal static class ViewText
{
    /// <summary>The query, and the names that the definition gives its first columns.</summary>
    public static (string Query, IReadOnlyList<string> Columns) Parts(string definition)
    {
        var depth = 0;
        var columns = new List<string>();
        foreach (var token in SqlTokenizer.Read(definition))
        {
            var text = token.In(definition);
            if (depth == 0 && token.Kind == SqlTokenKind.Keyword && text.Equals("as", StringComparison.OrdinalIgnoreCase))
                return (definition[token.End..].Trim().TrimEnd(';'), columns);
            if (text is "(")
                depth++;
            else if (text is ")")
                depth--;
            else if (depth == 1 && text is not ",")
                columns.Add(SqlTree.Unquote(text));
        }

        throw new RefusalException("view", "读不出视图的定义", "the definition of a view cannot be read");
    }
}
