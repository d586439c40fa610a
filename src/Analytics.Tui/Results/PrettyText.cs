using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.DuckDb;

namespace Analytics.Tui.Results;

/// <summary>Lays nested values out over lines, for reading. Nothing but white space is added.</summary>
internal static class PrettyText
{
    private const int Indent = 2;
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>JSON, and texts that are JSON objects or arrays, and nested values over lines; other texts as they are.</summary>
    public static string Of(string text, DuckDbType type)
    {
        if (type.IsNested && !type.IsJson)
            return Nested(text);
        return type.IsJson || text.AsSpan().Trim() is ['{' or '[', ..] ? Json(text) : text;
    }

    /// <summary>Indented JSON; a text that is none stays. Numbers keep their digits.</summary>
    private static string Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return JsonSerializer.Serialize(document.RootElement, Readable);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>The engine's text of lists, structs and maps: a line for each member, brackets indent, quoted texts stay whole.</summary>
    private static string Nested(string text)
    {
        var into = new StringBuilder();
        var (depth, isQuoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\'' && (i == 0 || text[i - 1] != '\\'))
                isQuoted = !isQuoted;
            if (isQuoted || c is not ('[' or ']' or '{' or '}' or ','))
                into.Append(c);
            else if (c == ',')
                NewLine(into.Append(c), depth, text, ref i);
            else if (c is '[' or '{')
                NewLine(into.Append(c), ++depth, text, ref i);
            else
                into.Append('\n').Append(' ', Indent * Math.Max(0, --depth)).Append(c);
        }
        return into.ToString();
    }

    private static void NewLine(StringBuilder into, int depth, string text, ref int at)
    {
        into.Append('\n').Append(' ', Indent * depth);
        if (at + 1 < text.Length && text[at + 1] == ' ')
            at++;
    }
}
