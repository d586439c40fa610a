namespace Analytics.Curation;

/// <summary>A curated row that points into a text by a quote and a number within it: an observation or an exclusion.</summary>
internal abstract class Located
{
    protected Located(Corpus corpus, string articleId, string quote, int? occurrence, string number, int? valueAt)
    {
        Article = corpus.Article(articleId);
        Hits = QuoteResolver.Resolve(Article, quote, occurrence);
        Quote = Hits.Chosen;
        Numbers = Quote is null ? [] : ValueFinder.Find(Quote, number);
        Number =
            valueAt is { } n ? Numbers.ElementAtOrDefault(n - 1)
            : Numbers.Count == 1 ? Numbers[0]
            : null;
    }

    public ArticleText Article { get; }

    public QuoteHits Hits { get; }

    /// <summary>Where the quote stands; null when it is not found or not unique.</summary>
    public Span? Quote { get; }

    /// <summary>Every place of the printed number within the quote.</summary>
    public IReadOnlyList<Span> Numbers { get; }

    /// <summary>The place of the printed number that is meant; null when it is not found or not unique.</summary>
    public Span? Number { get; }

    public abstract CuratedRow Source { get; }

    /// <summary>What findings call it.</summary>
    public abstract string Id { get; }
}

/// <summary>An exclusion with its place.</summary>
internal sealed class LocatedExclusion(ExclusionRow row, Corpus corpus)
    : Located(corpus, row.ArticleId, row.Quote, row.Occurrence, row.Text, row.ValueAt)
{
    public ExclusionRow Row { get; } = row;

    public override CuratedRow Source => Row;

    public override string Id => $"{Row.ArticleId}:{Row.Text}";
}

/// <summary>An observation with its place, what it refers to and what its words say when they are read again.</summary>
internal sealed class LocatedObservation : Located
{
    public LocatedObservation(ObservationRow row, CuratedData data, Corpus corpus)
        : base(corpus, row.ArticleId, row.Quote, row.Occurrence, row.ValueText, row.ValueAt)
    {
        Row = row;
        Indicator = data.IndicatorById.GetValueOrDefault(row.IndicatorId);
        Unit = data.UnitByName.GetValueOrDefault(row.UnitText);
        Place = data.PlaceById.GetValueOrDefault(row.PlaceId);
        Printed = PrintedNumber.Parse(row.ValueText);
        if (Number is null)
            return;
        PrintedUnit = PrintedUnit.Read(Number, row.UnitText);
        Figure = MarkerFinder.Find(Number, PrintedUnit);
    }

    private const decimal GreatestFactor = 1_000_000_000_000m;

    public ObservationRow Row { get; }
    public IndicatorRow? Indicator { get; }
    public UnitRow? Unit { get; }
    public PlaceRow? Place { get; }

    /// <summary>The printed number, unscaled; null when it cannot be read.</summary>
    public PrintedNumber? Printed { get; }

    /// <summary>The unit where the text has it; null when something else follows the number.</summary>
    public PrintedUnit? PrintedUnit { get; }

    /// <summary>The number with marker and unit where the text has it; null when the number is not found.</summary>
    public PrintedFigure? Figure { get; }

    /// <summary>The words that bound the number; null without any.</summary>
    public Marker? Marker => Figure?.Marker;

    /// <summary>Factor from the printed to the base unit: shifts the decimal point, exactly.</summary>
    public decimal Factor => Unit is { Factor: > 0 and <= GreatestFactor } unit ? unit.Factor : 1;

    public decimal? Low => Printed?.Low * Factor;

    public decimal? High => Printed?.High * Factor;

    /// <summary>Bounds in the base unit; whether they are strict is read from the text.</summary>
    public Bounds Bounds => Bounds.Of(Row.Qualifier, Low ?? 0, High ?? 0, Marker?.Open ?? false);

    public override CuratedRow Source => Row;

    public override string Id => Row.ObsId;
}
