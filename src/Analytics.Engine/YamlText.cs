using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Analytics.Engine;

/// <summary>YAML as its parser gives it. A file is often read while a person is in the middle of it.</summary>
public static class YamlText
{
    /// <summary>The documents of a text.</summary>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static YamlStream Load(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (InvalidOperationException)
        {
            throw Unclosed(Reached(text));
        }
        catch (ArgumentException)
        {
            // What the parser gives for a colon with nothing before it, the package's tree cannot take.
            var place = ColonWithoutKey(text);
            throw new YamlException(place, place, "a colon has no name before it");
        }

        return stream;
    }

    /// <summary>
    /// What an <see cref="InvalidOperationException"/> of the parser means: a brace or bracket is still open where a plain text would
    /// begin. It has no place in it.
    /// </summary>
    /// <param name="reached">How far the parser got.</param>
    public static YamlException Unclosed(Mark reached) => new(reached, reached, "a brace or bracket is not closed");

    private static Mark ColonWithoutKey(string text)
    {
        var at = Regex.Match(text, @"(?:^|[\n{,\[]|- )[ \t]*:(?=\s|$)") is { Success: true } found ? found.Index + found.Length - 1 : 0;
        var before = text[..at];
        return new Mark(at, before.Count(c => c == '\n') + 1, at - before.LastIndexOf('\n'));
    }

    /// <summary>How far the parser gets.</summary>
    private static Mark Reached(string text)
    {
        var parser = new Parser(new StringReader(text));
        var last = Mark.Empty;
        try
        {
            while (parser.MoveNext())
                last = parser.Current!.End;
        }
        catch (InvalidOperationException)
        {
            return last;
        }

        return last;
    }
}
