using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>Asks for the key columns of a comparison.</summary>
/// <param name="Request">Number of the request for the columns.</param>
/// <param name="Other">Name of the result to compare with.</param>
/// <param name="Columns">Those that both have; none until they were looked at.</param>
/// <param name="Chosen">Names of the columns that make the key so far.</param>
/// <param name="List">Which column the cursor is on.</param>
/// <param name="Error">Why the comparison was refused; empty while nothing is wrong.</param>
internal sealed record KeysWindow(
    int Request,
    string Other,
    ImmutableArray<KeyCandidate> Columns,
    ImmutableHashSet<string> Chosen,
    ListView List,
    string Error = ""
) : Window;
