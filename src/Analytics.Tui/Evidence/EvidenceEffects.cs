using Analytics.Figures;

namespace Analytics.Tui.Evidence;

internal sealed record ReadObservations(IReadOnlyList<string> Ids) : ConsoleEffect;

internal sealed record ReadArticle(int Request, Observation Observation) : ConsoleEffect;

/// <summary>Observations that were asked for; ids that nothing answers to are not among the found ones.</summary>
internal sealed record ObservationsRead(IReadOnlyList<string> Asked, IReadOnlyList<Observation> Found) : ConsoleEvent;

internal sealed record ArticleRead(int Request, ArticleText? Text) : ConsoleEvent;
