using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Engine.Export;
using Analytics.Engine.Lineage;
using Analytics.Engine.Verdicts;
using Analytics.Figures;

namespace Analytics.Cli;

/// <summary>
/// A result as one JSON object with what its rows cannot say: <c>outcome columns rows verdict missing caveats notes truncated
/// sources</c>.
/// </summary>
internal static class ResultEnvelope
{
    private const string Rowed = "rows",
        Empty = "empty";

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <param name="host">Its session reads the observations.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="query">The statement.</param>
    /// <param name="result">Its rows.</param>
    /// <param name="caveats">Those of the rows.</param>
    /// <param name="missing">Why there are no rows; null where there are.</param>
    /// <param name="verdict">On the figures of the rows, or of the query's question; null where there are none.</param>
    public static void Write(
        Host host,
        Stream stream,
        EvidenceQuery query,
        EvidenceResult result,
        IReadOnlyList<ResultCaveat> caveats,
        MissingFigures? missing,
        VerdictText? verdict
    )
    {
        var language = host.Language;
        using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        // Rows that a limit kept out are there all the same.
        json.WriteString("outcome", result.Table is { RowCount: 0, IsTruncated: false } ? Empty : Rowed);
        json.WriteStartArray("columns");
        foreach (var (column, origin) in result.Table.Columns.Zip(query.Columns))
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type.ToString());
            json.WriteString("owner", origin.Owner.ToString().ToLowerInvariant());
            json.WriteString("way", origin.Way.ToString().ToLowerInvariant());
            Texts(json, "files", origin.Files);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("rows");
        json.WriteRawValue(Rows(result), skipInputValidation: true);
        Verdict(json, verdict);
        Missing(json, missing, language);
        Caveats(json, caveats);
        Texts(json, "notes", Notes(query, result).Select(n => n.In(language)));
        json.WriteBoolean("truncated", result.Table.IsTruncated);
        Texts(json, "sources", Sources(host, result));
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    /// <summary><c>{standing, zh, en, reasons, obs_ids}</c>, or null.</summary>
    private static void Verdict(Utf8JsonWriter json, VerdictText? verdict)
    {
        json.WritePropertyName("verdict");
        if (verdict is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("standing", verdict.Standing);
        json.WriteString("zh", verdict.Full.Zh);
        json.WriteString("en", verdict.Full.En);
        Texts(json, "reasons", verdict.Reasons);
        Texts(json, "obs_ids", verdict.ObservationIds);
        json.WriteEndObject();
    }

    private static byte[] Rows(EvidenceResult result)
    {
        using var rows = new MemoryStream();
        using (var writer = new JsonWriter(rows, lines: false))
            writer.WriteAll(result.Table);
        return rows.ToArray();
    }

    private static IEnumerable<Localized> Notes(EvidenceQuery query, EvidenceResult result) =>
        query.Dependences.Select(d => d.Text).Concat((result.Reason ?? query.Refusal) is { } reason ? [reason.Reason] : []);

    /// <summary>Titles of the articles that the rows stand on.</summary>
    private static IEnumerable<string> Sources(Host host, EvidenceResult result)
    {
        if (result.Reason is not null || !result.IsTraced)
            return [];
        var ids = Enumerable.Range(0, (int)result.Table.RowCount).SelectMany(row => result.Row(row).ObservationIds).Distinct();
        return Observation.Read(host.Session, ids).Select(o => $"{o.Article} ({o.SourceFile})").Distinct();
    }

    private static void Missing(Utf8JsonWriter json, MissingFigures? missing, Language language)
    {
        json.WritePropertyName("missing");
        if (missing is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("code", missing.Code);
        json.WriteString("message", missing.Text.In(language));
        json.WriteEndObject();
    }

    private static void Caveats(Utf8JsonWriter json, IReadOnlyList<ResultCaveat> caveats)
    {
        json.WriteStartArray("caveats");
        foreach (var caveat in caveats)
        {
            json.WriteStartObject();
            json.WriteString("code", caveat.Code);
            json.WriteStartArray("rows");
            foreach (var row in caveat.Rows)
            {
                json.WriteNumberValue(row);
            }

            json.WriteEndArray();
            Texts(json, "obs_ids", caveat.ObservationIds);
            json.WriteString("message", caveat.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
