using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Catalogue;

/// <summary>A table before it is queried: what it is, its columns, its first rows.</summary>
/// <param name="Title">Name of the table.</param>
/// <param name="About">What it is and where it comes from.</param>
/// <param name="Columns">With their types and descriptions.</param>
/// <param name="Request">Number of the request for the rows.</param>
/// <param name="Rows">Null until they were read.</param>
internal sealed record PreviewWindow(
    string Title,
    IReadOnlyList<StyledLine> About,
    IReadOnlyList<ColumnEntry> Columns,
    int Request,
    FirstRows? Rows
) : ReadingWindow<CatalogueState>
{
    protected override string TitleOf(Part<CatalogueState> part) => Title;

    protected override IReadOnlyList<StyledLine> Lines(Part<CatalogueState> part, int width, AmbiguousWidth ambiguous) =>
        FileLines.Of(this, width, part.Texts, ambiguous);
}
