using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Engine.Pages;

namespace Analytics.Figures;

/// <summary>
/// A page as JSON: <c>{page, title, params, filters, verdicts, visuals: [{name, kind, title, sql, columns, rows, notes}], source}</c>.
/// </summary>
public static class PageJson
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Writes one object.</summary>
    public static void Write(PageDocument page, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        json.WriteString("page", page.Page.Name);
        json.WriteString("title", page.Title);
        json.WriteStartObject("params");
        foreach (var (slicer, keys) in page.State.Slicers)
            Texts(json, slicer, keys);
        json.WriteEndObject();
        Texts(json, "filters", page.Filters);
        Verdicts(json, page);
        json.WriteStartArray("visuals");
        foreach (var block in page.Visuals)
            Visual(json, block, page.Filters);
        json.WriteEndArray();
        json.WriteString("source", page.Source);
        json.WriteEndObject();
    }

    private static void Verdicts(Utf8JsonWriter json, PageDocument page)
    {
        json.WriteStartArray("verdicts");
        foreach (var answer in page.Visuals.Select(v => v.Result.Content).OfType<VisualContent.Verdict>().SelectMany(v => v.Answers))
        {
            json.WriteStartObject();
            if (answer.Question is { } question)
                json.WriteString("question", question.Text.In(page.Language));
            json.WriteString("standing", answer.Standing);
            json.WriteString("zh", answer.Full.Zh);
            json.WriteString("en", answer.Full.En);
            Texts(json, "obs_ids", answer.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Visual(Utf8JsonWriter json, PageBlock block, IEnumerable<string> filters)
    {
        json.WriteStartObject();
        json.WriteString("name", block.Name);
        json.WriteString("kind", block.Result.Visual.Kind.ToString().ToLowerInvariant());
        json.WriteString("title", block.Title);
        if (block.Result.Sql is { } sql)
            json.WriteString("sql", sql.Written(filters));
        if (block.Lines.Count > 0)
            Texts(json, "lines", block.Lines);
        Texts(json, "columns", block.Head);
        json.WriteStartArray("rows");
        for (var row = 0; row < block.Rows.Count; row++)
            Row(json, block, row);
        json.WriteEndArray();
        Texts(json, "notes", block.Notes);
        json.WriteEndObject();
    }

    /// <summary>One object a row: its cells in the order of the columns, and the observations behind it.</summary>
    private static void Row(Utf8JsonWriter json, PageBlock block, int row)
    {
        json.WriteStartObject();
        Texts(json, "cells", block.Rows[row]);
        Texts(json, "obs_ids", EvidenceOf(block, row));
        json.WriteEndObject();
    }

    private static IEnumerable<string> EvidenceOf(PageBlock block, int row) =>
        block.Result.Content switch
        {
            VisualContent.Groups groups => groups.Rows[row].Cells.SelectMany(c => c.Evidence),
            VisualContent.Table table => table.Rows[row].Evidence,
            VisualContent.Sentences sentences => [sentences.Rows[row].Id],
            _ => [],
        };

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
