using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>What to copy, and how it is to be written; typing narrows the list.</summary>
/// <param name="Palette">The list, narrowed by what is typed.</param>
/// <param name="Choices">Entry by entry.</param>
internal sealed record CopyWindow(Palette Palette, IReadOnlyList<CopyChoice> Choices) : ChooseWindow<ResultState>(Palette)
{
    public static CopyWindow Of(IReadOnlyList<(string Label, CopyChoice Choice)> choices) =>
        new(
            Palette.Of([.. choices.Select(c => $"{c.Label} {c.Choice.Format.ToString().ToUpperInvariant()}").Select(Entry)]),
            [.. choices.Select(c => c.Choice)]
        );

    protected override string TitleOf(Texts texts) => texts.CopyTitle;

    protected override Part<ResultState> Chosen(Part<ResultState> part, PaletteEntry entry) =>
        part.Own.Open is { } open
            ? part.Doing(new CopyCells(open.Table.Kept, Choices[Palette.Entries.Index().First(e => e.Item == entry).Index]))
            : part;

    private static PaletteEntry Entry(string label) => new(label, label);
}
