namespace Analytics.Curation;

/// <summary>
/// One source as decoded. Inside the program offsets are UTF-16 units; <see cref="CodePoint"/> turns them into the
/// code points that the tables hold. Lines are 1-based and end with LF.
/// </summary>
internal sealed class SourceText
{
    private readonly int[] _lineStarts;
    private readonly int[] _lowSurrogates;

    public SourceText(string file, string text, string sha256)
    {
        File = file;
        Text = text;
        Sha256 = sha256;
        _lineStarts = [0, .. Positions(text, c => c == '\n').Select(at => at + 1)];
        _lowSurrogates = [.. Positions(text, char.IsLowSurrogate)];
    }

    /// <summary>File name within <c>seeds/</c>.</summary>
    public string File { get; }

    public string Text { get; }

    /// <summary>Lower-case hexadecimal SHA-256 of the file's bytes.</summary>
    public string Sha256 { get; }

    /// <summary>Number of lines; a last line end does not begin another line.</summary>
    public int LineCount => _lineStarts[^1] == Text.Length ? _lineStarts.Length - 1 : _lineStarts.Length;

    /// <summary>The 1-based line that holds an offset.</summary>
    public int LineOf(int offset)
    {
        var at = Array.BinarySearch(_lineStarts, offset);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>The UTF-16 range of a line without its end.</summary>
    public (int Start, int End) Line(int line)
    {
        var end = line < _lineStarts.Length ? _lineStarts[line] - 1 : Text.Length;
        return (_lineStarts[line - 1], end);
    }

    /// <summary>The code-point offset of a UTF-16 offset: one less for every character outside the BMP before it.</summary>
    public int CodePoint(int offset)
    {
        var at = Array.BinarySearch(_lowSurrogates, offset);
        return offset - (at >= 0 ? at : ~at);
    }

    private static IEnumerable<int> Positions(string text, Func<char, bool> wanted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (wanted(text[i]))
                yield return i;
        }
    }
}
