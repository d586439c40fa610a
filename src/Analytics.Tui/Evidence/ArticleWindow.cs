using Analytics.Figures;

namespace Analytics.Tui.Evidence;

/// <summary>The source around an observation.</summary>
/// <param name="Observation">The figure whose quote is marked.</param>
/// <param name="Request">Number of the request for the text.</param>
/// <param name="Text">The text; null until it was read.</param>
/// <param name="IsRead">Whether the answer has come; without a text it then says that there is none.</param>
/// <param name="Top">First screen line shown; null to bring the quote into view.</param>
internal sealed record ArticleWindow(Observation Observation, int Request, ArticleText? Text, bool IsRead, int? Top) : Window;
