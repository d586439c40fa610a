using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Analytics.Engine;

/// <summary>YAML as its parser gives it. A file is often read while a person is in the middle of it.</summary>
internal static class YamlText
{
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
            // The parser's way to say that a brace or bracket is still open where a plain text would begin: it has no place in it.
            var at = Reached(text);
            throw new YamlException(at, at, "a brace or bracket is not closed");
        }

        return stream;
    }

    /// <summary>How far the parser got.</summary>
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
