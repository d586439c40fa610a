using Analytics.Engine;
using Analytics.Engine.Layouts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Catalogue;

/// <summary>How a Parquet file is laid out, as lines: the columns of its first row group, and the sums of every one.</summary>
internal static class LayoutLines
{
    private const int WidestName = 32;

    public static IEnumerable<StyledLine> Of(ParquetLayout file, int width, Texts texts, AmbiguousWidth ambiguous)
    {
        List<StyledLine> lines =
        [
            StyledLine.Empty,
            StyledLine.Of(texts.Layout, Theme.Heading),
            .. Text($"Parquet {file.Version} · {file.Writer ?? texts.UnknownWriter}", Theme.Plain),
        ];
        for (var i = 0; i < file.RowGroups.Count; i++)
        {
            lines.AddRange(Text(texts.RowGroup(i + 1, file.RowGroups[i]), Theme.Bold));
            if (i == 0)
                lines.AddRange(file.RowGroups[i].Chunks.SelectMany(c => Text(Named(c.Column, texts.Chunk(c)), Theme.Plain)));
        }

        if (file.RowGroups.Count > 1)
            lines.AddRange(Text(texts.MoreRowGroups(ShellText.Quote(Path.GetFileName(file.Path))), Theme.Dim));
        if (file.Notes.Count > 0)
            lines.AddRange([StyledLine.Empty, StyledLine.Of(texts.Notes, Theme.Heading)]);
        lines.AddRange(file.Notes.SelectMany(n => Text(Named(n.Key, n.Value ?? "NULL"), Theme.Plain)));
        return lines;

        IEnumerable<StyledLine> Text(string text, Style style) => StyledLine.Of("  " + Printable.Of(text), style).Wrap(width, ambiguous);

        string Named(string name, string text) =>
            CellText.Fit(Printable.Of(name), WidestName, ambiguous: ambiguous).TrimEnd() + "  " + text;
    }
}
