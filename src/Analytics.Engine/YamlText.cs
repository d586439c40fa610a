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

        return stream;
    }

    /// <summary>
    /// What an <see cref="InvalidOperationException"/> of the parser means: a brace or bracket is still open where a plain text would
    /// begin. It has no place in it.
    /// </summary>
    /// <param name="reached">How far the parser got.</param>
    public static YamlException Unclosed(Mark reached) => new(reached, reached, "a brace or bracket is not closed");

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
