using System.Text.RegularExpressions;

namespace Analytics.Terminal.Widgets.Editing;

/// <summary>How a search compares.</summary>
[Flags]
public enum SearchOptions
{
    /// <summary>As plain text, without regard to case.</summary>
    None = 0,

    /// <summary>Upper and lower case differ.</summary>
    MatchCase = 1,

    /// <summary>
    /// The pattern is a regular expression (.NET's, without lookaround and back-references, so that no pattern can take long).
    /// </summary>
    Regex = 2,

    /// <summary>Only whole words; where words of Chinese and of letters meet there is an edge too.</summary>
    WholeWord = 4,
}

/// <summary>
/// A place where a search holds; it never spans lines. Empty where a regular expression such as <c>^</c> matches nothing.
/// </summary>
public readonly record struct TextMatch(TextPosition From, TextPosition To);

/// <summary>
/// A search, ready to be applied to texts. It goes line by line; a match begins and ends between grapheme clusters,
/// so that <c>e</c> does not match half of an <c>é</c>. Immutable.
/// </summary>
public sealed class TextSearch
{
    private readonly Regex? _regex;

    private TextSearch(string pattern, SearchOptions options, Regex? regex, string? error) =>
        (Pattern, Options, _regex, Error) = (pattern, options, regex, error);

    /// <summary>What is searched for; an empty pattern finds nothing.</summary>
    public string Pattern { get; }

    /// <summary>How it compares.</summary>
    public SearchOptions Options { get; }

    /// <summary>What is wrong with the pattern as a regular expression; null when nothing is. A wrong pattern finds nothing.</summary>
    public string? Error { get; }

    /// <summary>A search.</summary>
    public static TextSearch Of(string pattern, SearchOptions options = SearchOptions.None)
    {
        if (pattern.Length == 0)
            return new(pattern, options, null, null);
        var expression = options.HasFlag(SearchOptions.Regex) ? pattern : Regex.Escape(pattern);
        var compare =
            RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | (options.HasFlag(SearchOptions.MatchCase) ? RegexOptions.None : RegexOptions.IgnoreCase);
        try
        {
            return new(pattern, options, new Regex(expression, compare), null);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return new(pattern, options, null, e.Message);
        }
    }

    /// <summary>The matches in a line, from left to right, as start and length in UTF-16 units.</summary>
    public IEnumerable<(int Start, int Length)> In(string line) => Matches(line).Select(match => (match.Index, match.Length));

    /// <summary>
    /// The first match that begins at or after a place; after the last one comes the first of the text. Null when there is none.
    /// </summary>
    public TextMatch? Next(TextBuffer buffer, TextPosition from)
    {
        for (var i = 0; i <= buffer.Lines.Count; i++)
        {
            var number = (from.Line + i) % buffer.Lines.Count;
            var (least, most) = (i == 0 ? from.Column : 0, i == buffer.Lines.Count ? from.Column : int.MaxValue);
            foreach (var (start, length) in In(buffer.Lines[number]))
            {
                if (start >= least && start < most)
                    return new(new(number, start), new(number, start + length));
            }
        }
        return null;
    }

    /// <summary>
    /// The last match that begins before a place; before the first one comes the last of the text. Null when there is none.
    /// </summary>
    public TextMatch? Previous(TextBuffer buffer, TextPosition before)
    {
        var count = buffer.Lines.Count;
        for (var i = 0; i <= count; i++)
        {
            var number = (before.Line - i + count) % count;
            var (least, most) = (i == count ? before.Column : 0, i == 0 ? before.Column : int.MaxValue);
            var found = In(buffer.Lines[number])
                .Where(match => match.Start >= least && match.Start < most)
                .Select(match => ((int, int)?)match)
                .LastOrDefault();
            if (found is var (start, length))
                return new(new(number, start), new(number, start + length));
        }
        return null;
    }

    /// <summary>Matches in the whole text, and the number of the one that begins at a place (from 1; 0 for none).</summary>
    public (int Number, int Count) Count(TextBuffer buffer, TextPosition at)
    {
        var (number, count, line) = (0, 0, 0);
        foreach (var text in buffer.Lines)
        {
            foreach (var (start, _) in In(text))
            {
                count++;
                if (line == at.Line && start == at.Column)
                    number = count;
            }
            line++;
        }
        return (number, count);
    }

    /// <summary>A line with every match, or only the first, replaced, and how many there were. See <see cref="Replacement"/>.</summary>
    public (string Line, int Count) Replace(string line, string replacement, bool onlyFirst = false)
    {
        var matches = Matches(line).Take(onlyFirst ? 1 : int.MaxValue).ToArray();
        if (matches.Length == 0)
            return (line, 0);
        var result = new System.Text.StringBuilder();
        var done = 0;
        foreach (var match in matches)
        {
            result.Append(line, done, match.Index - done).Append(TextFor(match, replacement));
            done = match.Index + match.Length;
        }
        return (result.Append(line, done, line.Length - done).ToString(), matches.Length);
    }

    /// <summary>
    /// What takes the place of the match at an index of a line; null when none begins there. For a regular expression the replacement may
    /// hold
    /// <c>$1</c>, <c>${name}</c>, <c>$$</c>, <c>\n</c>, <c>\t</c> and <c>\\</c>; otherwise it is taken as it stands.
    /// </summary>
    public string? Replacement(string line, int index, string replacement) =>
        Matches(line).FirstOrDefault(match => match.Index == index) is { } found ? TextFor(found, replacement) : null;

    private IEnumerable<Match> Matches(string line)
    {
        for (var match = _regex?.Match(line); match is { Success: true }; match = match.NextMatch())
        {
            if (Holds(line, match.Index, match.Index + match.Length))
                yield return match;
        }
    }

    private bool Holds(string line, int start, int end) =>
        ClusterBreaks.IsBoundary(line, start)
        && ClusterBreaks.IsBoundary(line, end)
        && (!Options.HasFlag(SearchOptions.WholeWord) || Words.IsEdge(line, start) && Words.IsEdge(line, end));

    private string TextFor(Match match, string replacement) =>
        Options.HasFlag(SearchOptions.Regex)
            ? match.Result(
                Regex.Replace(
                    replacement,
                    @"\\([nt\\])",
                    escape =>
                        escape.Value[1] switch
                        {
                            'n' => "\n",
                            't' => "\t",
                            _ => "\\",
                        }
                )
            )
            : replacement;
}
