using Analytics.Engine.Models;

namespace Analytics.Engine.Pages;

/// <summary>A page: slicers above, visuals below, placed for three sizes of the screen.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Path">The file.</param>
/// <param name="Model">What its visuals show.</param>
/// <param name="Title">May hold <c>{slicer}</c>.</param>
/// <param name="IsHome">Whether it is the console's first screen.</param>
/// <param name="Slicers">In the order of the file; those without a control last.</param>
/// <param name="Layouts">Where the visuals stand.</param>
/// <param name="Visuals">In the order of the file.</param>
public sealed record PageSpec(
    string Name,
    string Path,
    SemanticModel Model,
    Localized Title,
    bool IsHome,
    IReadOnlyList<Slicer> Slicers,
    Layouts Layouts,
    IReadOnlyList<VisualSpec> Visuals
)
{
    /// <exception cref="ArgumentException">There is none: a slip of the program.</exception>
    public VisualSpec Visual(string name) =>
        Visuals.FirstOrDefault(v => v.Name == name) ?? throw new ArgumentException($"'{Name}' has no visual '{name}'.", nameof(name));

    /// <summary>Null where there is none.</summary>
    public Slicer? SlicerOf(string name) => Slicers.FirstOrDefault(s => s.Name == name);

    /// <summary>Visuals that a size leaves out; they are reached one by one, whole screen.</summary>
    public IReadOnlyList<VisualSpec> LeftOut(IReadOnlyList<LayoutRow> rows) =>
        [.. Visuals.Where(v => rows.All(r => r.Cells.All(c => c.Visual != v.Name)))];
}

/// <summary>What a slicer is set to before anybody chooses.</summary>
public enum SlicerStart
{
    All,
    First,
    Last,
    Named,
}

/// <summary>What a page can be narrowed by; also a parameter of the page in batch.</summary>
/// <param name="Name">As <c>--param</c> calls it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Place">In the file.</param>
public sealed record Slicer(string Name, Localized Label, SpecPlace Place)
{
    /// <summary>What it filters by; null where it has options or rows of a visual instead.</summary>
    public Field? Field { get; init; }

    /// <summary>Its own choices, for a slicer that is no filter by members.</summary>
    public IReadOnlyList<SlicerOption> Options { get; init; } = [];

    /// <summary>The visual of whose rows one is chosen; null: none.</summary>
    public string? From { get; init; }

    public SlicerStart Start { get; init; }

    /// <summary>Names of the members, or of the option, that it starts with.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>Whether several members can be chosen.</summary>
    public bool IsMulti { get; init; }

    /// <summary>The slicer whose choice narrows its members; choosing here sets that one.</summary>
    public string? Within { get; init; }

    /// <summary>Pages that take its choice over; empty: none. <see cref="SyncAll"/> alone: all.</summary>
    public IReadOnlyList<string> Sync { get; init; } = [];

    /// <summary>Whether batch asks for a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a small screen leaves its control out.</summary>
    public bool HidesWhenSmall { get; init; }

    /// <summary>Whether it has a control.</summary>
    public bool HasControl { get; init; } = true;

    public const string SyncAll = "all";

    /// <summary>Whether a page takes its choice over.</summary>
    public bool IsSharedWith(string page) => Sync.Contains(SyncAll) || Sync.Contains(page);
}

/// <summary>One of a slicer's own choices.</summary>
/// <param name="Name">As the file and batch write it.</param>
/// <param name="Label">What people call it.</param>
public sealed record SlicerOption(string Name, Localized Label)
{
    /// <summary>Rows of the chosen members themselves.</summary>
    public const string Own = "own";

    /// <summary>Rows of the chosen members and all below them.</summary>
    public const string Below = "below";

    public static readonly IReadOnlyList<SlicerOption> All =
    [
        new(Own, new("本级", "itself only")),
        new(Below, new("含下级", "with all below")),
    ];
}

/// <summary>Where visuals stand, from top to bottom, by the size of the screen.</summary>
/// <param name="Small">From 80 columns and 24 lines; always there.</param>
/// <param name="Medium">From 100 and 30.</param>
/// <param name="Large">From 160 and 50.</param>
public sealed record Layouts(IReadOnlyList<LayoutRow> Small, IReadOnlyList<LayoutRow> Medium, IReadOnlyList<LayoutRow> Large)
{
    /// <summary>The rows for a screen.</summary>
    public IReadOnlyList<LayoutRow> For(int width, int height) =>
        width >= 160 && height >= 50 ? Large
        : width >= 100 && height >= 30 ? Medium
        : Small;
}

/// <summary>Visuals beside each other.</summary>
/// <param name="Cells">From left to right.</param>
/// <param name="Height">Lines with the frame; null: what is left.</param>
/// <param name="Place">In the file.</param>
public sealed record LayoutRow(IReadOnlyList<LayoutCell> Cells, int? Height, SpecPlace Place);

/// <param name="Visual">Its name.</param>
/// <param name="Weight">Its share of the width.</param>
public sealed record LayoutCell(string Visual, int Weight);
