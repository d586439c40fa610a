namespace Analytics.Engine.Sql;

/// <summary>
/// Offers what may stand at a place: names and values from the catalogue, keywords from the engine's grammar. Without
/// locks; for one thread at a time because of the grammar.
/// </summary>
/// <param name="catalog">What the session knew when it was read.</param>
/// <param name="grammar">Not owned. Null: keywords are chosen from the neighbouring tokens alone.</param>
public sealed class SqlCompletion(CompletionCatalog catalog, EngineGrammar? grammar = null)
{
    /// <summary>Offers beyond this number are not looked at by anybody.</summary>
    private const int Most = 200;

    /// <summary>The offers at an offset, best first, each insert text once.</summary>
    /// <param name="script">The whole text, with its statements and tokens.</param>
    /// <param name="offset">0-based, in UTF-16 units.</param>
    public IReadOnlyList<CompletionItem> At(SqlScript script, int offset)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)offset, (uint)script.Text.Length);
        var point = CompletionPoint.At(script, offset);
        if (point.Place == CompletionPlace.Nowhere)
            return [];
        return new CompletionRequest(catalog, grammar, script, offset, point).Offers().Best(Most);
    }
}
