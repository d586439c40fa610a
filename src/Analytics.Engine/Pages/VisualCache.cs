using Analytics.Engine.Models;

namespace Analytics.Engine.Pages;

/// <summary>
/// What visuals showed under earlier choices, so that a choice reads those alone that follow it, and undo reads nothing. It knows nothing
/// of the data: whoever changes them clears it. One thread at a time.
/// </summary>
public sealed class VisualCache
{
    private const int MostPages = 16,
        MostResults = 400;

    private readonly Dictionary<(PageSpec Page, OpenModel Model), Dictionary<string, VisualResult>> _pages = new(new ByReference());

    /// <summary>What a visual shows, read only where it was not before.</summary>
    /// <param name="page">The page.</param>
    /// <param name="model">Its model, opened.</param>
    /// <param name="reader">Reads it, under what is chosen now.</param>
    /// <param name="visual">Which.</param>
    public VisualResult Read(PageSpec page, OpenModel model, VisualReader reader, VisualSpec visual)
    {
        var key = reader.KeyOf(visual);
        if (_pages.GetValueOrDefault((page, model)) is { } known && known.TryGetValue(key, out var result))
            return result;
        result = reader.Read(visual);
        if (result.Content is not VisualContent.Failed)
            Keep(page, model, key, result);
        return result;
    }

    public void Clear() => _pages.Clear();

    private void Keep(PageSpec page, OpenModel model, string key, VisualResult result)
    {
        if (!_pages.TryGetValue((page, model), out var results))
        {
            if (_pages.Count >= MostPages)
                _pages.Clear();
            _pages[(page, model)] = results = [];
        }

        if (results.Count >= MostResults)
            results.Clear();
        results[key] = result;
    }

    /// <summary>A page that was read again is another one, however it looks.</summary>
    private sealed class ByReference : IEqualityComparer<(PageSpec Page, OpenModel Model)>
    {
        public bool Equals((PageSpec Page, OpenModel Model) x, (PageSpec Page, OpenModel Model) y) =>
            ReferenceEquals(x.Page, y.Page) && ReferenceEquals(x.Model, y.Model);

        public int GetHashCode((PageSpec Page, OpenModel Model) key) =>
            HashCode.Combine(
                System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Page),
                System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Model)
            );
    }
}
