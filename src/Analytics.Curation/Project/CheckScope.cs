namespace Analytics.Curation;

/// <summary>What the rules look at: the files, the texts, and every row with its place in them.</summary>
internal sealed class CheckScope
{
    public CheckScope(ProjectFiles files)
    {
        Files = files;
        Data = files.Data;
        Corpus = new Corpus(files.Sources, Data);
        Observations = [.. Data.Observations.Select(o => new LocatedObservation(o, Data, Corpus))];
        Exclusions = [.. Data.Exclusions.Select(e => new LocatedExclusion(e, Corpus))];
        ById = Observations.GroupBy(o => o.Id).ToDictionary(g => g.Key, g => g.First());
    }

    public ProjectFiles Files { get; }
    public CuratedData Data { get; }
    public Corpus Corpus { get; }
    public IReadOnlyList<LocatedObservation> Observations { get; }
    public IReadOnlyList<LocatedExclusion> Exclusions { get; }
    public IReadOnlyDictionary<string, LocatedObservation> ById { get; }

    /// <summary>Links whose both ends exist.</summary>
    public IEnumerable<(LinkRow Link, LocatedObservation From, LocatedObservation To)> Links()
    {
        foreach (var link in Data.Links)
        {
            if (ById.TryGetValue(link.FromObs, out var from) && ById.TryGetValue(link.ToObs, out var to))
                yield return (link, from, to);
        }
    }
}
