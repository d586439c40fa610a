using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Evidence;

internal sealed record ReadObservations(IReadOnlyList<string> Ids) : ConsoleEffect;

internal sealed record ReadArticle(int Request, Observation Observation) : ConsoleEffect;

/// <summary>Observations that were asked for; ids that nothing answers to are not among the found ones.</summary>
internal sealed record ObservationsRead(IReadOnlyList<string> Asked, IReadOnlyList<Observation> Found) : ConsoleEvent;

internal sealed record ArticleRead(int Request, ArticleText? Text) : ConsoleEvent;
