namespace Analytics.Curation;

/// <summary>One range of an observation's anchor, in UTF-16 units of its source; parts count from 1.</summary>
internal sealed record AnchorPart(string ObsId, int Part, SourceText Source, int Start, int End)
{
    public string Quote => Source.Text[Start..End];

    /// <summary>The parts of an observation, in text order.</summary>
    public static IEnumerable<AnchorPart> Of(LocatedObservation observation)
    {
        var quote = observation.Quote!;
        var part = 0;
        foreach (var (start, end) in quote.Flow.RawRanges(quote.Start, quote.End))
            yield return new AnchorPart(observation.Id, ++part, quote.Flow.Source, start, end);
    }
}

/// <summary>
/// An observation with everything that is derived from its words, its place and its links. Only for data without critical findings.
/// </summary>
internal sealed class BuiltObservation(LocatedObservation located, CuratedData data, string? restates)
{
    public LocatedObservation Located { get; } = located;

    public ObservationRow Row => Located.Row;

    public IndicatorRow Indicator => Located.Indicator!;

    public Span Quote => Located.Quote!;

    public Span Number => Located.Number!;

    public SourceText Source => Quote.Flow.Source;

    public Bounds Bounds => Located.Bounds;

    public string? CountyId { get; } = data.CountyOf(located.Row.PlaceId);

    public string UnitKind { get; } = data.UnitByName[located.Indicator!.Unit].Kind;

    /// <summary>The observation that this one prints again; null for a first printing.</summary>
    public string? Restates { get; } = restates;

    public string Display => ValueDisplay.Of(Row, Located.Printed!.Value, Bounds, Indicator.Unit);

    public string Printed => Located.Figure!.Text;

    public string PrintedEn { get; } = EnglishFigure.Of(FigureReading.Of(located.Figure!.Text)!, data.UnitByName);

    public string Key => ComparabilityKey.Of(Row, Indicator);

    /// <summary>The quote as it stands in the source; where something interrupts it, its parts joined.</summary>
    public string QuoteText => Quote.Flow.RawText(Quote.Start, Quote.End);

    public string Sentence => Quote.Flow.Sentences.Reading(Quote.Start, Quote.End);

    public int CodePoint(int offset) => Source.CodePoint(offset);
}
