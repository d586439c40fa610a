using System.Text;

namespace Analytics.Terminal.Tests.Ansi;

/// <summary>A piece of a terminal's output: printable text, or a control sequence with its parameters and final character.</summary>
internal abstract record AnsiToken;

internal sealed record TextToken(string Text) : AnsiToken;

internal sealed record CsiToken(string Parameters, char Final) : AnsiToken;

/// <summary>A whole device control string.</summary>
internal sealed record DcsToken(string Text) : AnsiToken;

/// <summary>The inverse of the writer: bytes to tokens. Throws on anything the writer has no reason to send.</summary>
internal static class AnsiTokenizer
{
    public static IEnumerable<AnsiToken> Read(ReadOnlySpan<byte> bytes)
    {
        var output = Encoding.UTF8.GetString(bytes);
        var tokens = new List<AnsiToken>();
        var at = 0;
        while (at < output.Length)
        {
            if (output[at] != '\e')
            {
                var end = output.IndexOf('\e', at);
                end = end < 0 ? output.Length : end;
                tokens.Add(new TextToken(output[at..end]));
                at = end;
                continue;
            }
            if (output[at + 1] == 'P')
            {
                var end = output.IndexOf("\e\\", at, StringComparison.Ordinal) + 2;
                tokens.Add(new DcsToken(output[at..end]));
                at = end;
                continue;
            }
            if (output[at + 1] != '[')
                throw new FormatException($"unexpected escape sequence at {at} of {output}");
            var final = at + 2;
            while (output[final] is >= ' ' and <= '?')
                final++;
            tokens.Add(new CsiToken(output[(at + 2)..final], output[final]));
            at = final + 1;
        }
        return tokens;
    }
}
