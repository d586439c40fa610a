using System.Text;

namespace Analytics.Figures;

/// <summary>Pages as Markdown and as plain text.</summary>
public static class PageText
{
    /// <summary>Markdown: the title, the filters, then each visual as words or a table, and whose the figures are.</summary>
    public static string Markdown(PageDocument page)
    {
        var text = new StringBuilder($"# {page.Title}\n\n{FilterLine(page)}\n");
        foreach (var block in page.Visuals)
        {
            text.Append($"\n## {Escaped(block.Title)}\n\n");
            foreach (var line in block.Lines)
                text.Append($"{Escaped(line)}  \n");
            if (block.Rows.Count > 0)
            {
                text.Append($"| {string.Join(" | ", block.Head.Select(Escaped))} |\n");
                text.Append($"|{string.Join('|', block.Numbers.Select(n => n ? "--:" : "---"))}|\n");
                foreach (var row in block.Rows)
                    text.Append($"| {string.Join(" | ", row.Select(Escaped))} |\n");
            }

            foreach (var note in block.Notes)
                text.Append($"\n*{Escaped(note)}*\n");
        }

        return text.Append($"\n---\n{page.Source}\n").ToString();
    }

    /// <summary>The same without marks, cells with two blanks between.</summary>
    public static string Plain(PageDocument page)
    {
        var text = new StringBuilder($"{page.Title}\n{FilterLine(page)}\n");
        foreach (var block in page.Visuals)
        {
            text.Append($"\n== {block.Title}\n");
            foreach (var line in block.Lines.Concat(block.Rows.Count > 0 ? Lines(block) : []).Concat(block.Notes))
                text.Append(line).Append('\n');
        }

        return text.Append($"\n{page.Source}\n").ToString();
    }

    /// <summary>Every filter in words.</summary>
    public static string FilterLine(PageDocument page) =>
        page.Language == Language.Zh ? $"筛选：{string.Join("；", page.Filters)}" : $"Filters: {string.Join("; ", page.Filters)}";

    private static IEnumerable<string> Lines(PageBlock block)
    {
        IReadOnlyList<string>[] all = [block.Head, .. block.Rows];
        int[] widths = [.. block.Head.Select((_, i) => all.Max(r => Width(r[i])))];
        return all.Select(r => string.Join("  ", r.Select((c, i) => Padded(c, widths[i], block.Numbers[i]))).TrimEnd());
    }

    private static string Padded(string text, int width, bool right)
    {
        var blanks = new string(' ', Math.Max(0, width - Width(text)));
        return right ? blanks + text : text + blanks;
    }

    /// <summary>Columns of a terminal: Chinese takes two.</summary>
    private static int Width(string text) => text.Sum(c => c is >= '\u1100' and (<= '\u115f' or >= '\u2e80') and <= '\uffe6' ? 2 : 1);

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
