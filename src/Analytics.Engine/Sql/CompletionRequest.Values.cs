using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Sql;

/// <summary>Values of columns: in texts, after comparisons, and by name.</summary>
internal sealed partial class CompletionRequest
{
    /// <summary>
    /// The column that the place's value is compared with: before <c>=</c>, <c>LIKE</c>, <c>IN (</c> and so on, or that of the names of
    /// places
    /// in <c>place_id(</c>; null if none is.
    /// </summary>
    private CatalogColumn? ColumnBeside(SqlToken[] tokens)
    {
        var i = tokens.Length - 1;
        while (i >= 0 && (TextOf(tokens[i]) is "," or "(" || tokens[i].Kind is SqlTokenKind.Text or SqlTokenKind.Number))
            i--;
        var isList = i < tokens.Length - 1;
        if (isList && i >= 0 && Is(tokens[i], PlaceFunction.Name))
            return new CatalogColumn(PlaceFunction.Alias, "VARCHAR", null, PlaceFunction.Table, PlaceFunction.Alias);
        if (i < 1 || (isList ? !Is(tokens[i], "in") : !IsComparison(tokens[i])))
            return null;
        for (i--; i > 0 && tokens[i].Kind == SqlTokenKind.Keyword; i--)
        {
            if (!(Is(tokens[i], "not") || Is(tokens[i], "is") || Is(tokens[i], "distinct")))
                return null;
        }

        var alias = i > 1 && TextOf(tokens[i - 1]) is "." ? SqlTree.Unquote(TextOf(tokens[i - 2])) : null;
        var name = SqlTree.Unquote(TextOf(tokens[i]));
        return QueryScope.Find(_scope.Tables, alias, name)
            ?? (_scope.Tables.All(t => t.Columns.Count == 0) ? new CatalogColumn(name, "", null, "figures", name) : null);
    }

    private bool IsComparison(SqlToken token) =>
        token.Kind == SqlTokenKind.Operator
            ? TextOf(token) is "=" or "==" or "<>" or "!=" or "<" or ">" or "<=" or ">=" or "~~" or "~"
            : token.Kind == SqlTokenKind.Keyword && (Is(token, "like") || Is(token, "ilike") || Is(token, "from"));

    private void AddValues(CatalogColumn? column, bool quoted, int weight)
    {
        if (column is null)
            return;
        foreach (var value in _catalog.ValuesOf(column.Table, column.Origin))
            AddValue(value, quoted, weight);
    }

    /// <summary>
    /// Indicators, places and the like as literals: by any name for Chinese, by the beginning of an id for letters, so that names of
    /// columns stay in front.
    /// </summary>
    private void AddMeanings()
    {
        var isAscii = _point.Prefix.All(char.IsAscii);
        if (_point.Prefix.Length < (isAscii ? 4 : 1))
            return;
        foreach (var value in _catalog.Meanings)
        {
            if (!isAscii || (!value.Text.Contains(' ') && value.Text.StartsWith(_point.Prefix, StringComparison.OrdinalIgnoreCase)))
                AddValue(value, quoted: true, value.Meaning!.Kind == CompletionKind.County ? 6 : 7);
        }
    }

    private void AddValue(CatalogValue value, bool quoted, int weight)
    {
        var meaning = value.Meaning;
        var isClosed = _point.Replace.End.Value < _script.Text.Length && _script.Text[_point.Replace.End.Value] == '\'';
        var text = quoted ? SqlText.Literal(value.Text) : value.Text.Replace("'", "''") + (isClosed ? "" : "'");
        _offers.Add(
            Item(meaning?.Kind ?? CompletionKind.Value, value.Text, text) with
            {
                Detail =
                    meaning is null ? null
                    : meaning.Name.Zh == value.Text ? meaning.Name.En
                    : meaning.Name.Zh,
                Description = meaning?.Definition ?? meaning?.Name,
                Unit = meaning?.Unit,
                Coverage = value.Coverage,
            },
            weight,
            meaning?.OtherNames
        );
    }
}
