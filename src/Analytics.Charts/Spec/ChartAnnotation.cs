using System.Globalization;

namespace Analytics.Charts;

/// <summary>A remark that is written beside a mark.</summary>
/// <param name="At">
/// The mark: its category, <c>category / series</c>, either after <c>panel / </c>, or its number on the horizontal axis; of a
/// histogram a value of the interval. The first mark that answers has it.
/// </param>
/// <param name="Text">What is written.</param>
public sealed record ChartAnnotation(string At, string Text)
{
    /// <summary>Numbers up to this one have a sign of one character.</summary>
    internal const int MostNumbers = 20;

    private const string Joint = " / ";

    /// <summary>The value that it is at, where that is a number.</summary>
    internal double? Value => double.TryParse(At, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>Where it is written.</summary>
    internal NotePlace Place { get; init; }

    /// <summary>Its number in the footer, from 1; 0 where it has none.</summary>
    internal int Number { get; init; }

    /// <summary>The sign of its number, ① and so on; empty without one.</summary>
    internal string Sign => Number > 0 ? ((char)('①' + Number - 1)).ToString() : "";

    /// <summary>Whether it belongs to a mark.</summary>
    public bool IsOf(ChartMark mark)
    {
        if (mark.Category == At) return true;
        if (mark.X is { } x && At.Length > 0 && At[^1] is >= '0' and <= '9' && Digits(x) == At) return true;
        return At.Contains(Joint, StringComparison.Ordinal) && Names(mark).Contains(At);
    }

    /// <summary>The shortest name that means a mark and no other of its chart; where there is none, the longest, which means the first of those that share it.</summary>
    public static string NameOf(ChartMark mark, IReadOnlyList<ChartMark> marks)
    {
        string[] names = [mark.Category, .. Names(mark), .. mark.X is { } x ? [Digits(x)] : Array.Empty<string>()];
        var usable = names.Where(n => n.Length > 0).ToList();
        return usable.Find(name => marks.All(m => ReferenceEquals(m, mark) || !new ChartAnnotation(name, "").IsOf(m))) ?? (usable.Count > 0 ? usable[^1] : "");
    }

    /// <summary>The names that say more than the category.</summary>
    private static IEnumerable<string> Names(ChartMark mark)
    {
        if (mark.Series.Length > 0) yield return mark.Category + Joint + mark.Series;
        if (mark.Panel.Length > 0) yield return mark.Panel + Joint + mark.Category;
        if (mark.Panel.Length > 0 && mark.Series.Length > 0) yield return mark.Panel + Joint + mark.Category + Joint + mark.Series;
    }

    private static string Digits(double x) => x.ToString(CultureInfo.InvariantCulture);
}
