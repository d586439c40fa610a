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

    /// <summary>Whether it belongs to a mark.</summary>
    public bool IsOf(ChartMark mark) => mark.Category == At || MayName(mark) && AnnotationNames.Longer(mark).Contains(At);

    /// <summary>Spares putting names together for each of very many marks.</summary>
    private bool MayName(ChartMark mark) =>
        At.StartsWith(mark.Category, StringComparison.Ordinal)
        || mark.Panel.Length > 0 && At.StartsWith(mark.Panel, StringComparison.Ordinal)
        || mark.X is not null && At.Length > 0 && char.IsAsciiDigit(At[^1]);

    /// <summary>The value that it is at, where that is a number.</summary>
    internal double? Value =>
        double.TryParse(At, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>Where it is written.</summary>
    internal NotePlace Place { get; init; }

    /// <summary>Its number in the footer, from 1; 0 where it has none.</summary>
    internal int Number { get; init; }

    /// <summary>The sign of its number, ① and so on; empty without one.</summary>
    internal string Sign => Number > 0 ? ((char)('①' + Number - 1)).ToString() : "";
}

/// <summary>Where an annotation is written; each is what is left when there is no place for the one before.</summary>
internal enum NotePlace
{
    /// <summary>Beside or in its mark.</summary>
    Beside,

    /// <summary>In the footer, under a number that stands at the mark.</summary>
    Numbered,

    /// <summary>In the footer, with the name of the mark.</summary>
    Footer,
}
