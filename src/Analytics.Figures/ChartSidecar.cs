using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Charts;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>
/// What lies beside a picture for those who check it: its data, the observations with their sentences, sources, caveats and the command,
/// as JSON.
/// </summary>
public static class ChartSidecar
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Writes the whole document.</summary>
    /// <param name="into">Where to.</param>
    /// <param name="spec">The chart, its marks in the order of the rows.</param>
    /// <param name="session">Reads the observations.</param>
    public static void Write(Stream into, ChartSpec spec, AnalyticsSession session)
    {
        var observations = Observations(session, spec.Marks).ToDictionary(o => o.Id);
        using var json = new Utf8JsonWriter(into, Readable);
        json.WriteStartObject();
        Head(json, spec);
        Array(json, "marks", spec.Marks, mark => Mark(json, mark, observations));
        Array(json, "observations", observations.Values, o => Stated(json, o));
        Array(json, "sources", spec.Sources, s => Source(json, s));
        json.WriteEndObject();
    }

    private static IEnumerable<Observation> Observations(AnalyticsSession session, IEnumerable<ChartMark> marks)
    {
        var all = marks.SelectMany(m => m.ObservationIds).Distinct().ToArray();
        return Observation.Read(session, all).OrderBy(o => o.Id, StringComparer.Ordinal);
    }

    private static void Head(Utf8JsonWriter json, ChartSpec spec)
    {
        json.WriteString("title", spec.Title);
        json.WriteString("subtitle", spec.Subtitle);
        if (spec.Verdict.Length > 0)
            json.WriteString("verdict", spec.Verdict);
        json.WriteString("kind", ChartKindName.Of(spec.Kind));
        json.WriteString("language", spec.Language.Code());
        json.WriteString("description", ChartDescription.Write(spec));
        json.WriteString("unit", spec.Unit.Text);
        json.WriteNumber("unit_factor", spec.Unit.Factor);
        json.WriteString("command", spec.Command);
        json.WriteString("data_version", spec.DataVersion);
        json.WriteString("disclaimer", spec.Disclaimer);
        json.WriteString("coverage", spec.Coverage);
        json.WriteString("not_traced", spec.NotTraced);
        Array(json, "own_files", spec.OwnFiles, json.WriteStringValue);
        Array(json, "caveats", spec.Caveats, json.WriteStringValue);
        Array(json, "notes", spec.Notes, json.WriteStringValue);
        Array(
            json,
            "references",
            spec.References,
            r =>
            {
                json.WriteStartObject();
                json.WriteString("label", r.Label);
                json.WriteNumber("value", r.Value);
                json.WriteEndObject();
            }
        );
    }

    private static void Mark(Utf8JsonWriter json, ChartMark mark, Dictionary<string, Observation> observations)
    {
        json.WriteStartObject();
        json.WriteString("category", mark.Category);
        if (mark.Series.Length > 0)
            json.WriteString("series", mark.Series);
        if (mark.Panel.Length > 0)
            json.WriteString("panel", mark.Panel);
        if (mark.Detail is { Length: > 0 } detail)
            json.WriteString("detail", detail);
        foreach (var (name, number) in new[] { ("x", mark.X), ("value", mark.Value), ("low", mark.Low), ("high", mark.High) })
        {
            if (number is { } n)
                json.WriteNumber(name, n);
            else
                json.WriteNull(name);
        }

        json.WriteString("qualifier", Word(mark.Qualifier.ToString()));
        json.WriteString("status", Word(mark.Status.ToString()));
        json.WriteString("presence", Word(mark.Presence.ToString()));
        if (mark.Label is { } label)
            json.WriteString("label", label);
        json.WriteString("origin", FigureOwners.Word(mark.Origin));
        if (mark.Origin == FigureOrigins.Stated && mark.ObservationIds is [var only] && observations.TryGetValue(only, out var stated))
        {
            foreach (
                var (name, text) in new[]
                {
                    ("period", stated.Period?.Zh),
                    ("period_en", stated.Period?.En),
                    ("period_basis", stated.PeriodBasis),
                    ("criterion", stated.Criterion?.Zh),
                    ("criterion_en", stated.Criterion?.En),
                    ("denominator", stated.Denominator?.Zh),
                    ("denominator_en", stated.Denominator?.En),
                    ("note", stated.Note?.Zh),
                    ("note_en", stated.Note?.En),
                }
            )
            {
                if (text is not null)
                    json.WriteString(name, text);
            }
        }

        Array(json, "obs_ids", mark.ObservationIds, json.WriteStringValue);
        Array(json, "sources", mark.Sources, json.WriteNumberValue);
        json.WriteEndObject();
    }

    private static void Stated(Utf8JsonWriter json, Observation o)
    {
        json.WriteStartObject();
        foreach (
            var (name, text) in new (string, string?)[]
            {
                ("obs_id", o.Id),
                ("place_zh", o.PlaceZh),
                ("indicator_zh", o.IndicatorZh),
                ("indicator_en", o.IndicatorEn),
                ("value_display", o.Display),
                ("value_printed", o.Printed),
                ("period_text", o.Period?.Zh),
                ("period_text_en", o.Period?.En),
                ("period_basis", o.PeriodBasis),
                ("criterion", o.Criterion?.Zh),
                ("criterion_en", o.Criterion?.En),
                ("denominator_text", o.Denominator?.Zh),
                ("denominator_text_en", o.Denominator?.En),
                ("obs_status", o.Status),
                ("note", o.Note?.Zh),
                ("note_en", o.Note?.En),
                ("article_title", o.Article),
                ("source_file", o.SourceFile),
            }
        )
        {
            json.WriteString(name, text);
        }

        json.WriteNumber("line_start", o.Line);
        json.WriteString("quote", o.Quote);
        json.WriteString("sentence", o.Sentence);
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, ChartSource source)
    {
        json.WriteStartObject();
        json.WriteNumber("number", source.Number);
        json.WriteString("article", source.Article);
        json.WriteString("county", source.County);
        json.WriteString("date_basis", source.DateBasis);
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    /// <summary>NearBelow is near_below, as the figures table has it.</summary>
    private static string Word(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
