using Analytics.Engine.Documents;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>
/// The sentences that a document's figures stand in, numbered as a reader meets them. Observations are read once each. One thread, the
/// session's.
/// </summary>
/// <param name="session">Reads the observations.</param>
/// <param name="language">Of names of places.</param>
public sealed class SentenceNumbers(AnalyticsSession session, Language language)
{
    private readonly Dictionary<string, Observation> _known = [];
    private readonly Dictionary<(string File, long Line, string Sentence), int> _numbers = [];
    private readonly List<List<Observation>> _sentences = [];

    /// <summary>Reads all observations at once, for who will ask for most of them.</summary>
    public void ReadAll()
    {
        using var ids = ResultTable.Read(session.Run("SELECT obs_id FROM product.observation"));
        Read([.. Enumerable.Range(0, (int)ids.RowCount).Select(row => ids.Text(row, 0)!)]);
    }

    /// <summary>The observations of these ids, in the order of the ids; unknown ones are left out.</summary>
    public IReadOnlyList<Observation> Read(IReadOnlyCollection<string> ids)
    {
        string[] missing = [.. ids.Where(id => !_known.ContainsKey(id))];
        foreach (var observation in missing.Length == 0 ? [] : Observation.Read(session, missing))
            _known[observation.Id] = observation;
        return [.. ids.Select(_known.GetValueOrDefault).OfType<Observation>()];
    }

    /// <summary>The numbers of the sentences of some observations, each once, the smallest first.</summary>
    public IReadOnlyList<int> Of(IReadOnlyCollection<string> ids) => [.. Read(ids).Select(Number).Distinct().Order()];

    /// <summary>All so far, in the order of their numbers.</summary>
    public IReadOnlyList<DocumentSource> All => [.. _sentences.Select(Source)];

    private int Number(Observation observation)
    {
        var key = (observation.SourceFile, observation.Line, observation.Sentence);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers[key] = number = _sentences.Count + 1;
            _sentences.Add([]);
        }

        if (!_sentences[number - 1].Contains(observation))
            _sentences[number - 1].Add(observation);
        return number;
    }

    private DocumentSource Source(List<Observation> figures)
    {
        var first = figures[0];
        string[] untitled = ["（无标题）", "(no title)"];
        return new(
            first.Article.Length > 0 ? first.Article : untitled[(int)language],
            language == Language.Zh ? first.CountyZh : first.CountyEn,
            first.SourceFile,
            first.Line,
            first.Sentence,
            // The sentence is without the line breaks that the text has.
            [.. figures.Select(o => string.Concat(o.Quote.Where(c => !char.IsWhiteSpace(c)))).Distinct()],
            [.. figures.Select(o => o.Id).Order(StringComparer.Ordinal)]
        );
    }
}
