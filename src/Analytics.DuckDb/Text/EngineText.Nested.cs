using System.Buffers;
using System.Text;

namespace Analytics.DuckDb;

internal static partial class EngineText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\"'(),:=[]{}");

    private static void Append(DuckDbList list, StringBuilder into)
    {
        into.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            into.Append(i > 0 ? ", " : "");
            if (list.QuotesElements)
            {
                AppendElement(list[i], into);
            }
            else
            {
                Append(list[i], into);
            }
        }

        into.Append(']');
    }

    private static void Append(DuckDbStruct value, StringBuilder into)
    {
        var isNamed = value.Members.Count == 0 || value.Members.Any(member => member.Key.Length > 0);
        into.Append(isNamed ? '{' : '(');
        for (var i = 0; i < value.Members.Count; i++)
        {
            into.Append(i > 0 ? ", " : "");
            if (isNamed)
            {
                AppendQuoted(value.Members[i].Key, into);
                into.Append(": ");
            }

            AppendElement(value.Members[i].Value, into);
        }

        into.Append(isNamed ? '}' : ')');
    }

    private static void Append(DuckDbMap map, StringBuilder into)
    {
        into.Append('{');
        for (var i = 0; i < map.Entries.Count; i++)
        {
            into.Append(i > 0 ? ", " : "");
            AppendElement(map.Entries[i].Key, into);
            into.Append('=');
            AppendElement(map.Entries[i].Value, into);
        }

        into.Append('}');
    }

    /// <summary>An element of a LIST, STRUCT or MAP: quoted where its text would not be read back otherwise.</summary>
    private static void AppendElement(object? value, StringBuilder into)
    {
        if (value is null or DuckDbList or DuckDbStruct or DuckDbMap or DuckDbUnion or DuckDbVariant)
        {
            Append(value, into);
            return;
        }

        var text = value as string ?? Of(value);
        if (ElementNeedsQuotes(text))
        {
            AppendQuoted(text, into);
        }
        else
        {
            into.Append(text);
        }
    }

    private static bool ElementNeedsQuotes(string text) =>
        text.Length == 0
        || IsSpace(text[0])
        || IsSpace(text[^1])
        || text.Equals(Null, StringComparison.OrdinalIgnoreCase)
        || text.AsSpan().ContainsAny(NeedQuotes);

    private static bool IsSpace(char symbol) => symbol is ' ' or (>= '\t' and <= '\r');

    private static void AppendQuoted(string text, StringBuilder into)
    {
        into.Append('\'');
        foreach (var symbol in text)
        {
            into.Append(symbol is '\'' or '\\' ? "\\" : "").Append(symbol);
        }

        into.Append('\'');
    }
}
