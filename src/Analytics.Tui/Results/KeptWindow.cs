using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>Kept results to choose one of.</summary>
/// <param name="Title">What is to be picked.</param>
/// <param name="Items">What stands at the left and at the right of each line.</param>
/// <param name="List">Which item is picked, and which are in view.</param>
/// <param name="Names">What SQL calls them, item by item.</param>
internal abstract record KeptPickWindow(
    string Title,
    IReadOnlyList<(string Label, string Detail)> Items,
    ListView List,
    IReadOnlyList<string> Names
) : PickWindow<ResultState>(Title, Items, List)
{
    /// <summary>Name of the one that is picked; null where there is none.</summary>
    public string? Selected => List.Selected >= 0 ? Names[List.Selected] : null;

    protected override bool IsWide => true;

    /// <summary>What stands in the lines of some kept results.</summary>
    protected static IReadOnlyList<(string Label, string Detail)> Lines(Part<ResultState> part, IReadOnlyList<KeptEntry> entries) =>
        [.. entries.Select(e => (Label(e, part), Detail(e, part)))];

    private static string Label(KeptEntry entry, Part<ResultState> part) =>
        $"{entry.Label} · {(entry.IsPinned ? $"{part.Texts.Pinned} · " : "")}{entry.View.Query.Title(part.Language)}";

    private static string Detail(KeptEntry entry, Part<ResultState> part) =>
        string.Join(
            " · ",
            new[]
            {
                part.Texts.RowsKept(entry.View.Table.Progress),
                part.Texts.ColumnCount(entry.View.Table.Columns.Count),
                part.Own.Sizes.TryGetValue(entry.Name, out var bytes) && bytes > 0 ? Texts.Bytes(bytes) : "",
                Texts.Time(entry.View.Table.Progress.Elapsed),
            }.Where(text => text.Length > 0)
        );
}

/// <summary>All kept results: to show, to name, to pin, to drop.</summary>
internal sealed record KeptWindow(
    string Title,
    IReadOnlyList<(string Label, string Detail)> Items,
    ListView List,
    IReadOnlyList<string> Names
) : KeptPickWindow(Title, Items, List, Names)
{
    /// <summary>The window with a result picked.</summary>
    public static KeptWindow Of(Part<ResultState> part, string selected)
    {
        var entries = part.Own.Kept.Reverse().ToArray();
        var list = ListView.Of(entries.Length).Select(Array.FindIndex(entries, e => e.Name == selected));
        return new(part.Texts.KeptResults, Lines(part, entries), list, [.. entries.Select(e => e.Name)]);
    }

    public override IReadOnlyList<string> Contexts => [KeyContext.Kept, KeyContext.Pick, KeyContext.Always];

    /// <summary>Whether dropping many was asked for once.</summary>
    public bool IsArmed { get; init; }

    public override Part<ResultState> Handle(Part<ResultState> part, InputEvent input) =>
        IsArmed ? (this with { IsArmed = false }).Handle(part, input) : base.Handle(part, input);

    public override Part<ResultState> Accept(Part<ResultState> part) =>
        Selected is { } name ? KeptActions.Show(part with { Window = null }, name) : part with { Window = null };
}

/// <summary>A result to show beside the one in view.</summary>
internal sealed record BesideWindow(
    string Title,
    IReadOnlyList<(string Label, string Detail)> Items,
    ListView List,
    IReadOnlyList<string> Names
) : KeptPickWindow(Title, Items, List, Names)
{
    public static BesideWindow Of(Part<ResultState> part, IReadOnlyList<KeptEntry> entries) =>
        new(part.Texts.BesideWhich, Lines(part, entries), ListView.Of(entries.Count), [.. entries.Select(e => e.Name)]);

    public override Part<ResultState> Accept(Part<ResultState> part) =>
        Selected is { } name ? SideBySide.Show(part with { Window = null }, name) : part with { Window = null };
}

/// <summary>A result to compare the one in view with.</summary>
internal sealed record CompareWindow(
    string Title,
    IReadOnlyList<(string Label, string Detail)> Items,
    ListView List,
    IReadOnlyList<string> Names
) : KeptPickWindow(Title, Items, List, Names)
{
    public static CompareWindow Of(Part<ResultState> part, OpenResult open, IReadOnlyList<KeptEntry> entries) =>
        new(part.Texts.CompareWhich(open.Label), Lines(part, entries), ListView.Of(entries.Count), [.. entries.Select(e => e.Name)]);

    public override Part<ResultState> Accept(Part<ResultState> part) =>
        Selected is { } name && part.Own is { Open: { } open } own && own.Entry(name) is { } entry
            ? CompareActions.AskKeys(part, open, entry)
            : part with
            {
                Window = null,
            };
}
