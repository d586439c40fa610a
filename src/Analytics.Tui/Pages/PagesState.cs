using System.Collections.Immutable;
using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Figures;

namespace Analytics.Tui.Pages;

/// <summary>A page as its tab shows it.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Title">As the file has it, slicers' names in it.</param>
/// <param name="Fault">What is wrong with its file; null if nothing.</param>
/// <param name="IsHome">Whether it stands first; of a faulty file, whether it did.</param>
internal sealed record PageTab(string Name, Localized Title, Localized? Fault = null, bool IsHome = false)
{
    /// <summary>The tab of a page: its title without what slicers put into it.</summary>
    public static PageTab Of(PageSpec page) => new(page.Name, new(Short(page.Title.Zh), Short(page.Title.En)), IsHome: page.IsHome);

    private static string Short(string title) =>
        title.IndexOf('{', StringComparison.Ordinal) is > 0 and var at ? title[..at].TrimEnd(' ', ':', '：') : title;
}

/// <summary>The pages: which there are, and the one in view with the way that led there.</summary>
internal sealed record PagesState
{
    public static readonly PagesState Empty = new();

    /// <summary>Whether pages fill the screen, rather than catalogue, SQL and result.</summary>
    public bool IsShown { get; init; }

    /// <summary>All pages, home first.</summary>
    public ImmutableArray<PageTab> Tabs { get; init; } = [];

    /// <summary>The page in view; null until the first one was read.</summary>
    public PageView? Open { get; init; }

    /// <summary>Pages as they were left, by name, to be come back to.</summary>
    public ImmutableDictionary<string, PageView> Left { get; init; } = ImmutableDictionary<string, PageView>.Empty;

    /// <summary>How often files have changed: a page that was read before the last time is read again when it is come back to.</summary>
    public int Changes { get; init; }

    /// <summary>The pages that led to the one in view, the last on top, and those that were gone back from.</summary>
    public ImmutableStack<PageView> Back { get; init; } = [];

    /// <inheritdoc cref="Back"/>
    public ImmutableStack<PageView> Forward { get; init; } = [];

    /// <summary>The page to open first; null for the home page.</summary>
    public PageRequest? Wanted { get; init; }

    /// <summary>What visuals were searched for last; empty before the first search.</summary>
    public string Search { get; init; } = "";

    /// <summary>The page whose fault was told last, until the next key: Enter edits its file.</summary>
    public string? Faulty { get; init; }

    /// <summary>Number of the page that is being read; answers to others are dropped.</summary>
    public int Reading { get; init; }
}

/// <summary>A page with all that is chosen and seen on it.</summary>
/// <param name="Spec">The page.</param>
/// <param name="Model">Its model, opened.</param>
/// <param name="State">What is chosen.</param>
internal sealed record PageView(PageSpec Spec, OpenModel Model, PageState State)
{
    /// <summary>What members are called.</summary>
    public ModelMembers Members => Model.Members;

    /// <summary>How often files had changed when it was read.</summary>
    public int Changes { get; init; }

    /// <summary>Earlier choices, the last on top.</summary>
    public ImmutableList<PageState> Undo { get; init; } = [];

    /// <summary>Choices taken back, the last on top.</summary>
    public ImmutableStack<PageState> Redo { get; init; } = [];

    /// <summary>The visual that keys go to.</summary>
    public string Focus { get; init; } = Spec.Layouts.Small[0].Cells[0].Visual;

    /// <summary>Whether that one takes the whole screen.</summary>
    public bool IsZoomed { get; init; }

    /// <summary>What is seen of each visual, by name.</summary>
    public ImmutableDictionary<string, VisualView> Views { get; init; } = ImmutableDictionary<string, VisualView>.Empty;

    /// <summary>Whether the last click filtered: a second click, of a double click, and a drag from it take that back.</summary>
    public bool HasClickFiltered { get; init; }

    /// <summary>The mark that the button went down on, in the visual with the keys; null once it is up.</summary>
    public (int Row, int Column)? Pressed { get; init; }

    /// <summary>The row of slicers, while it has the keys.</summary>
    public SlicerRow? Slicing { get; init; }

    /// <summary>Number of the last request for results; answers to earlier ones are dropped.</summary>
    public int Generation { get; init; }

    /// <summary>When that was made.</summary>
    public TimeSpan AskedAt { get; init; }

    /// <summary>Before this has passed, nothing says that results are older than what is chosen: most are there by then.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    /// <summary>After so long the visual that is being read says how far it is.</summary>
    public static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(1);

    /// <summary>How far the visual is that is being read; null before that was asked, and where nobody can tell.</summary>
    public (string Visual, double Percent)? Progress { get; init; }

    /// <summary>Whether some results are still to come.</summary>
    public bool IsLoading => Spec.Visuals.Any(v => ViewOf(v.Name).Generation != Generation);

    /// <summary>Whether what a visual shows has been older than what is chosen for long enough to say so.</summary>
    public bool IsLate(string visual, TimeSpan now) =>
        ViewOf(visual) is { Result: not null } seen && seen.Generation != Generation && now - AskedAt >= Patience;

    /// <summary>Whether it is time to ask how far the results are.</summary>
    public bool IsLong(TimeSpan now) => IsLoading && now - AskedAt >= LongPatience;

    /// <summary>What a visual says while it is read: how far it is, if that is known.</summary>
    public string WaitingOf(string visual) => Progress is { } known && known.Visual == visual ? $"… {known.Percent:0} %" : "…";

    public VisualView ViewOf(string visual) => Views.GetValueOrDefault(visual, VisualView.Blank);

    /// <summary>
    /// What a visual shows in words; of sentences that follow a visual those of its row under the cursor. Null until it has
    /// come.
    /// </summary>
    public ShownVisual? ShownOf(string visual)
    {
        if (ViewOf(visual).Shown is not { } shown || shown.Visual is not { Kind: VisualKind.Sentences, Follow: { } followed })
            return ViewOf(visual).Shown;
        var ids = VisualMarks.EvidenceAt(this, followed).ToHashSet();
        IReadOnlyList<ShownRow> rows = [.. shown.Rows.Where(r => ids.Contains(r.Evidence[0]))];
        return rows.Count == 0
            ? shown with
            {
                Rows = [],
                RowCount = 0,
                Empty = shown.Empty ?? "–",
            }
            : shown with
            {
                Rows = rows,
                RowCount = rows.Count,
            };
    }

    /// <summary>With all that is shown in words of another language.</summary>
    public PageView InLanguage(Language language) =>
        this with
        {
            Views = Views.ToImmutableDictionary(
                v => v.Key,
                v => v.Value.Result is { } result ? v.Value with { Shown = ShownVisual.Of(result, Members, language) } : v.Value
            ),
        };

    public PageView With(string visual, VisualView view) => this with { Views = Views.SetItem(visual, view) };
}

/// <summary>What is seen of one visual.</summary>
/// <param name="Row">Row, mark or line under the cursor.</param>
/// <param name="Column">Column under the cursor, of a matrix.</param>
/// <param name="Top">First line shown.</param>
internal sealed record VisualView(int Row = 0, int Column = 0, int Top = 0)
{
    public static readonly VisualView Blank = new();

    /// <summary>Where a block of marks begins that ends under the cursor; null: the mark under the cursor alone.</summary>
    public (int Row, int Column)? Anchor { get; init; }

    /// <summary>The member under the cursor when the axis changed its level: the cursor goes to what it holds, or what holds it.</summary>
    public (Field Field, string Key)? Sought { get; init; }

    /// <summary>Whether a mark is in the block; of a visual without columns every one of the row is.</summary>
    public bool HasInBlock(int row, int? column = null) =>
        Anchor is { } anchor && IsBetween(row, anchor.Row, Row) && (column is not { } at || IsBetween(at, anchor.Column, Column));

    private static bool IsBetween(int value, int a, int b) => value >= Math.Min(a, b) && value <= Math.Max(a, b);

    /// <summary>What it shows; null until it has come once. The old one stays until the next one comes.</summary>
    public VisualResult? Result { get; init; }

    /// <summary>The same in words; null until it has come once.</summary>
    public ShownVisual? Shown { get; init; }

    /// <summary>Which of the figures behind the mark under the cursor was looked at last.</summary>
    public int Figure { get; init; }

    /// <summary>Whether one was.</summary>
    public bool IsFigureSeen { get; init; }

    /// <summary>Number of the request that <see cref="Result"/> answers.</summary>
    public int Generation { get; init; }

    /// <summary>The observation whose article was asked for; null for other kinds.</summary>
    public string? ArticleOf { get; init; }

    /// <summary>The article that it follows, as lines; null for other kinds.</summary>
    public Analytics.Figures.ArticleText? Article { get; init; }
}
