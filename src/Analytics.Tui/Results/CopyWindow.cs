using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>What to copy, and how it is to be written.</summary>
/// <param name="Title">What is to be picked.</param>
/// <param name="Items">What stands at the left and at the right of each line.</param>
/// <param name="List">Which item is picked, and which are in view.</param>
/// <param name="Choices">Item by item.</param>
internal sealed record CopyWindow(
    string Title,
    IReadOnlyList<(string Label, string Detail)> Items,
    ListView List,
    IReadOnlyList<CopyChoice> Choices
) : PickWindow<ResultState>(Title, Items, List)
{
    public static CopyWindow Of(Texts texts, IReadOnlyList<(string Label, CopyChoice Choice)> choices) =>
        new(
            texts.CopyTitle,
            [.. choices.Select(c => (c.Label, c.Choice.Format.ToString().ToUpperInvariant()))],
            ListView.Of(choices.Count),
            [.. choices.Select(c => c.Choice)]
        );

    public override Part<ResultState> Accept(Part<ResultState> part)
    {
        var closed = part with { Window = null };
        return part.Own.Open is { } open && List.Selected >= 0
            ? closed.Doing(new CopyCells(open.Table.Kept, Choices[List.Selected]))
            : closed;
    }
}
