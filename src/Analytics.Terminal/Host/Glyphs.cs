using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;
using Terminal.Gui.Text;
using GuiAttribute = Terminal.Gui.Drawing.Attribute;
using GuiCell = Terminal.Gui.Drawing.Cell;

namespace Analytics.Terminal.Host;

/// <summary>
/// Reads Terminal.Gui's screen as cells of ours. The second cell of a wide character that we drew is empty; behind one that the package
/// drew anything may stand, and its table of widths decides, as it has counted by it.
/// </summary>
/// <param name="ambiguous">How wide the terminal shows characters of ambiguous width, as far as it is known by now.</param>
internal sealed class Glyphs(Func<AmbiguousWidth> ambiguous)
{
    private readonly Dictionary<string, Glyph> _known = [];

    private readonly record struct Glyph(int Width, bool IsDisputed, bool IsWideForGui);

    /// <summary>Copies all cells; both have the same size.</summary>
    public void Copy(GuiCell[,] from, CellCanvas to)
    {
        var last = default(GuiAttribute?);
        var style = Style.Default;
        for (var y = 0; y < to.Height; y++)
        {
            for (var x = 0; x < to.Width; x++)
            {
                ref var cell = ref from[y, x];
                if (cell.Attribute != last)
                    (last, style) = (cell.Attribute, cell.Attribute is { } attribute ? Paint.Of(attribute) : Style.Default);
                var isFollowed = x + 1 < to.Width && from[y, x + 1].Grapheme.Length == 0;
                x += Set(to, x, y, cell.Grapheme, style, isFollowed);
            }
        }
    }

    // Returns how many cells further the character reaches.
    private int Set(CellCanvas to, int x, int y, string text, Style style, bool isFollowed)
    {
        if (text.Length == 0 || text == " ")
        {
            to.Set(x, y, Cells.Cell.Blank(style));
            return 0;
        }
        var glyph = text.Length == 1 && text[0] is > ' ' and < '\x7F' ? new(1, false, false) : Known(text);
        var isWide = glyph.Width == 2 && isFollowed || glyph.IsWideForGui;
        if (!isWide || x + 1 >= to.Width)
        {
            to.Set(x, y, new(glyph.Width == 2 ? Narrow(text) : text, 1, glyph.IsDisputed, style));
            return 0;
        }
        to.Set(x, y, new(text, 2, glyph.IsDisputed || glyph.Width != 2, style));
        to.Set(x + 1, y, Cells.Cell.Continuation(style));
        return 1;
    }

    private Glyph Known(string text)
    {
        if (_known.TryGetValue(text, out var known))
            return known;
        var (width, isDisputed) = (0, false);
        foreach (var cluster in CellText.Clusters(text, ambiguous()))
            (width, isDisputed) = (width + cluster.Width, isDisputed || cluster.IsDisputed);
        return _known[text] = new(Math.Min(width, 2), isDisputed || width is < 1 or > 2, text.GetColumns() > 1);
    }

    // What the package drew in one cell and this terminal shows in two.
    private static string Narrow(string text) =>
        text switch
        {
            "“" or "”" => "\"",
            "‘" or "’" => "'",
            "…" => ".",
            "►" or "▸" => ">",
            "◄" => "<",
            "▲" => "^",
            "▼" or "▾" => "v",
            "─" or "━" or "═" or "╌" => "-",
            "│" or "┃" or "║" or "╎" => "|",
            [>= '\x2500' and <= '\x257F'] => "+",
            [>= '\x2580' and <= '\x259F'] => "#",
            _ => "?",
        };
}
