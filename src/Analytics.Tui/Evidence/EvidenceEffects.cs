using Analytics.Engine.Lineage;
using Analytics.Engine.Workspaces;
using Analytics.Figures;

namespace Analytics.Tui.Evidence;

/// <summary>Reads what rows stand on: of a kept result with its evidence a stretch, else one row, which is computed.</summary>
internal sealed record ReadFigures(KeptResult Result, long First, int Count) : ConsoleEffect;

internal sealed record ReadObservations(IReadOnlyList<string> Ids) : ConsoleEffect;

/// <summary>Reads the article of an observation that only its id is known of.</summary>
internal sealed record ReadArticleOf(int Request, string Observation) : ConsoleEffect;

/// <param name="Request">Number of the request.</param>
/// <param name="Observation">Null where nothing answers to its id.</param>
/// <param name="Text">Null where there is none.</param>
internal sealed record ArticleOfRead(int Request, Observation? Observation, ArticleText? Text) : ConsoleEvent;

internal sealed record ReadArticle(int Request, Observation Observation) : ConsoleEffect;

/// <summary>Reads all figures that were combined in a cell, and what speaks against it.</summary>
internal sealed record ReadCombined(int Request, IReadOnlyList<string> Ids, ColumnOrigin Origin, Language Language) : ConsoleEffect;

/// <summary>Asks which figures only decided that a row is there.</summary>
internal sealed record ReadDeciders(int Request, KeptResult Result, long Row) : ConsoleEffect;

/// <summary>Counts the figures that a whole result stands on.</summary>
internal sealed record CountFigures(KeptResult Result) : ConsoleEffect;

/// <summary>What rows stand on, from the first one on; fewer than asked for at the end.</summary>
internal sealed record FiguresRead(string Result, long First, int Asked, IReadOnlyList<RowFigures> Rows) : ConsoleEvent;

/// <summary>Observations that were asked for; ids that nothing answers to are not among the found ones.</summary>
internal sealed record ObservationsRead(IReadOnlyList<string> Asked, IReadOnlyList<Observation> Found) : ConsoleEvent;

internal sealed record ArticleRead(int Request, ArticleText? Text) : ConsoleEvent;

internal sealed record CombinedRead(int Request, IReadOnlyList<Observation> Figures, IReadOnlyList<ResultCaveat> Caveats) : ConsoleEvent;

internal sealed record DecidersRead(int Request, RowEvidence Evidence, IReadOnlyList<Observation> Figures) : ConsoleEvent;

internal sealed record FiguresCounted(string Result, long Count) : ConsoleEvent;
