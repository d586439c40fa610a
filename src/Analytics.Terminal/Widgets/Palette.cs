using Analytics.Terminal.Input;

namespace Analytics.Terminal.Widgets;

/// <summary>An entry of a palette.</summary>
/// <param name="Id">What is chosen.</param>
/// <param name="Label">How it reads.</param>
/// <param name="Detail">What stands at the right, for example its key.</param>
public sealed record PaletteEntry(string Id, string Label, string Detail = "");

/// <summary>
/// A list to choose from by typing parts of a label: actions, queries, tables. Every typed word must occur, in any order.
/// </summary>
public sealed record Palette
{
    private Palette(IReadOnlyList<PaletteEntry> entries, TextField query)
    {
        (Entries, Query) = (entries, query);
        var words = query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Matches = [.. entries.Where(e => words.All(word => Contains(e, word))).OrderBy(e => Rank(e, words))];
        List = ListView.Of(Matches.Count);
    }

    /// <summary>All entries.</summary>
    public IReadOnlyList<PaletteEntry> Entries { get; }

    /// <summary>What has been typed.</summary>
    public TextField Query { get; }

    /// <summary>The entries that match, those whose label begins with the first word before others.</summary>
    public IReadOnlyList<PaletteEntry> Matches { get; }

    /// <summary>The selection among the matches.</summary>
    public ListView List { get; private init; }

    /// <summary>The entry that Enter chooses; null when nothing matches.</summary>
    public PaletteEntry? Chosen => List.Selected < 0 ? null : Matches[List.Selected];

    /// <summary>A palette with nothing typed.</summary>
    public static Palette Of(IReadOnlyList<PaletteEntry> entries) => new(entries, TextField.Empty);

    /// <summary>The palette after input; null when it has no meaning for it (Enter and Esc are the application's).</summary>
    public Palette? Handle(InputEvent input, int pageLines)
    {
        if (input is not KeyEvent { Key: Key.Home or Key.End } && List.Handle(input, pageLines) is { } list)
            return this with { List = list };
        return Query.Handle(input) is not { } query ? null
            : query.Text == Query.Text ? new Palette(Entries, query) { List = List }
            : new Palette(Entries, query);
    }

    /// <summary>The palette with a match selected.</summary>
    public Palette Pick(int match) => this with { List = List.Select(match) };

    /// <summary>The palette with other matches in view.</summary>
    public Palette ScrolledTo(ScrollEvent scrolled) => this with { List = List.ScrolledTo(scrolled) };

    /// <summary>The palette with the cursor elsewhere in what has been typed.</summary>
    public Palette MoveTo(int cursor) => new(Entries, Query.MoveTo(cursor)) { List = List };

    private static bool Contains(PaletteEntry entry, string word) =>
        entry.Label.Contains(word, StringComparison.OrdinalIgnoreCase) || entry.Id.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static int Rank(PaletteEntry entry, string[] words) =>
        words.Length == 0 || entry.Label.StartsWith(words[0], StringComparison.OrdinalIgnoreCase) ? 0 : 1;
}
