using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Engine.Queries;

/// <summary>
/// The names by which people call a place: Chinese or English, pinyin with tones or without, its code, with and without what kind of
/// place it is. 松桃, 松桃县, 松桃苗族自治县, Songtao, sōngtáo and 520628 are one.
/// </summary>
/// <param name="NameZh">The official name.</param>
/// <param name="Aliases">All other names as the table of places has them.</param>
public sealed partial record PlaceNames(string NameZh, IReadOnlyList<string> Aliases)
{
    private const string Toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ",
        Toneless = "aaaaeeeeiiiioooouuuuvvvv";

    /// <summary>Whether a text is a name of the place, whatever its case, width, tones, spaces and ending.</summary>
    public bool Is(string text)
    {
        var form = Form(text);
        return form.Length > 0 && (Form(NameZh) == form || Aliases.Any(alias => Form(alias) == form));
    }

    private static string Form(string name)
    {
        var form = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            var half = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            var lower = char.ToLowerInvariant(half);
            if (!char.IsWhiteSpace(c))
                form.Append(Toned.IndexOf(lower) is >= 0 and var tone ? Toneless[tone] : lower);
        }

        var folded = form.ToString();
        return Kind().Replace(folded, "") is { Length: > 1 } bare ? bare : folded;
    }

    [GeneratedRegex(
        "((侗族|苗族|土家族)*自治县|街道|社区|[区县市镇乡村]"
            + "|((dong|tujiaandmiao|tujia|miao)autonomous)?county|subdistrict|district|township|town|village|city"
            + "|((dongzu|tujiazu|miaozu)*zizhi)?xian|jiedao|qu|shi|zhen|xiang|cun)$"
    )]
    private static partial Regex Kind();
}
