namespace Analytics.Charts;

/// <summary>Annotations and names of references that found no place where they were to stand, and where they go then.</summary>
internal sealed record Strays(IReadOnlyList<ChartAnnotation> Notes, IReadOnlyList<ChartReference> References)
{
    public static readonly Strays None = new([], []);

    public bool Any => Notes.Count > 0 || References.Count > 0;

    /// <summary>These and those, each once.</summary>
    public Strays With(Strays others) =>
        !others.Any ? this
        : !Any ? others
        : new([.. Notes.Union(others.Notes)], [.. References.Union(others.References)]);

    /// <summary>Everything of a chart that could still be moved out of its plot.</summary>
    public static Strays AllOf(ChartSpec spec) =>
        new([.. spec.Annotations.Where(a => a.Place != NotePlace.Footer)], [.. spec.References.Where(r => spec.Kind.IsPlot() && !r.InKey)]);

    /// <summary>
    /// The spec with each of these at its next place: beside the mark, numbered, in the footer; names of references in the key.
    /// </summary>
    public ChartSpec MovedOn(ChartSpec spec) => Moved(spec, a => a.Place == NotePlace.Beside ? NotePlace.Numbered : NotePlace.Footer);

    /// <summary>The spec with each of these out of its plot.</summary>
    public ChartSpec MovedOut(ChartSpec spec) => Moved(spec, _ => NotePlace.Footer);

    private ChartSpec Moved(ChartSpec spec, Func<ChartAnnotation, NotePlace> next)
    {
        var (annotations, number) = (new List<ChartAnnotation>(), 0);
        foreach (var annotation in spec.Annotations)
        {
            var place = Notes.Contains(annotation) ? next(annotation) : annotation.Place;
            if (place == NotePlace.Numbered && number == ChartAnnotation.MostNumbers)
                place = NotePlace.Footer;
            annotations.Add(annotation with { Place = place, Number = place == NotePlace.Numbered ? ++number : 0 });
        }
        return spec with
        {
            Annotations = annotations,
            References = [.. spec.References.Select(r => References.Contains(r) ? r with { InKey = true } : r)],
        };
    }
}
