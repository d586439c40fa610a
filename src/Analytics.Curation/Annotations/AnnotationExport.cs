using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analytics.Curation;

/// <summary>
/// Writes the anchors as W3C Web Annotations in JSON-LD (www.w3.org/TR/annotation-model): each observation is the body of an annotation
/// whose target is its source, selected by the exact text with what stands around it and by its position in code points.
/// </summary>
public static class AnnotationExport
{
    /// <summary>How much text before and after a quote is exported to find it again, in UTF-16 units, never half a character.</summary>
    private const int Context = 16;

    /// <summary>Writes one annotation collection of all observations of a checked project, in text order.</summary>
    /// <param name="project">Its anchors must resolve.</param>
    /// <param name="output">Receives UTF-8; stays open.</param>
    /// <exception cref="InvalidOperationException">The project has critical findings.</exception>
    public static void Write(CurationProject project, Stream output)
    {
        if (project.Check().Any(f => f.Severity == Severity.Critical))
            throw new InvalidOperationException("The project has critical findings: its anchors are not certain. Run the check first.");
        using var json = new Utf8JsonWriter(
            output,
            new JsonWriterOptions
            {
                Indented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
        var observations = project
            .Scope.Observations.OrderBy(o => o.Quote!.Flow.Source.File, StringComparer.Ordinal)
            .ThenBy(o => o.Number!.RawStart)
            .ThenBy(o => o.Id, StringComparer.Ordinal)
            .ToList();
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        json.WriteString("id", "urn:tongren:annotations");
        json.WriteString("type", "AnnotationCollection");
        json.WriteNumber("total", observations.Count);
        json.WriteStartObject("first");
        json.WriteString("id", "urn:tongren:annotations:page-1");
        json.WriteString("type", "AnnotationPage");
        json.WriteNumber("startIndex", 0);
        json.WriteStartArray("items");
        foreach (var observation in observations)
            WriteAnnotation(json, observation);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteAnnotation(Utf8JsonWriter json, LocatedObservation o)
    {
        json.WriteStartObject();
        json.WriteString("id", "urn:tongren:obs:" + o.Id);
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "describing");
        json.WriteStartObject("body");
        json.WriteString("type", "TextualBody");
        json.WriteString("format", "text/plain");
        json.WriteString(
            "value",
            $"{o.Row.IndicatorId} {o.Row.PlaceId}: {ValueDisplay.Of(o.Row, o.Printed!.Value, o.Bounds, o.Indicator!.Unit)}"
        );
        json.WriteEndObject();
        json.WriteStartArray("target");
        foreach (var part in AnchorPart.Of(o))
            WriteTarget(json, part);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, AnchorPart part)
    {
        var source = part.Source;
        json.WriteStartObject();
        json.WriteString("source", ProjectFiles.SourceName(source.File));
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", part.Quote);
        json.WriteString("prefix", source.Text[Before(source.Text, part.Start)..part.Start]);
        json.WriteString("suffix", source.Text[part.End..After(source.Text, part.End)]);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", source.CodePoint(part.Start));
        json.WriteNumber("end", source.CodePoint(part.End));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int Before(string text, int start)
    {
        var at = Math.Max(0, start - Context);
        return at > 0 && char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private static int After(string text, int end)
    {
        var at = Math.Min(text.Length, end + Context);
        return at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}
