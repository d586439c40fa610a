namespace Analytics.Terminal.Widgets.Vim;

/// <summary>A whole command as typed: <c>"a2d3w</c> has register a, operator d, count 6, verb w.</summary>
/// <param name="Verb">The motion, text object or command.</param>
/// <param name="Argument">The character or line some verbs take (<c>f</c>, <c>r</c>, <c>/</c> …).</param>
/// <param name="Operator">The operator that acts on the verb's motion; the verb is <see cref="VimGrammar.WholeLines"/> for <c>dd</c> and
/// its like. Empty for none.</param>
/// <param name="Count">The product of the counts; null when none was typed.</param>
/// <param name="Register">The register; <c>"</c> where none was named.</param>
internal sealed record VimCommand(string Verb, string Argument = "", string Operator = "", int? Count = null, char Register = '"')
{
    /// <summary>The count, 1 where none was typed.</summary>
    public int Times => Count ?? 1;
}

/// <summary>What keys typed so far amount to.</summary>
internal enum VimParse
{
    /// <summary>More keys must come.</summary>
    Incomplete,

    /// <summary>A line of text must come.</summary>
    WantsLine,

    /// <summary>A command.</summary>
    Complete,
}

/// <summary>Reads commands from keys: <c>["register][count][operator][count]verb[argument]</c>.</summary>
internal static class VimGrammar
{
    /// <summary>The verb of an operator typed twice.</summary>
    public const string WholeLines = "lines";

    private const int MostCount = 9_999_999;

    private static readonly HashSet<string> Operators = ["d", "c", "y", ">", "<", "g~", "gu", "gU"];
    private static readonly HashSet<string> TakeCharacter = ["f", "F", "t", "T", "r", "m", "'", "`"];
    private static readonly HashSet<string> TakeLine = ["/", "?", ":"];

    /// <summary>The command that keys make up. In visual mode operators act at once, and i and a always begin a text object.</summary>
    public static (VimParse State, VimCommand? Command) Parse(IReadOnlyList<string> keys, bool isVisual)
    {
        var reader = new Reader(keys);
        var register = '"';
        int? count = null;
        var more = true;
        while (more)
            more = reader.TakeRegister(ref register) | reader.TakeCount(ref count);
        var first = reader.TakeVerb();
        if (first is null || isVisual || !Operators.Contains(first))
            return reader.Finish(first, isVisual, new("", "", "", count, register));
        reader.TakeCount(ref count);
        var verb = reader.TakeVerb();
        var isTwice = verb == first || first.Length == 2 && verb == first[1..];
        return reader.Finish(isTwice ? WholeLines : verb, true, new("", "", first, count, register));
    }

    /// <summary>Walks the keys; where one is missing, <see cref="Finish"/> says so.</summary>
    private sealed class Reader(IReadOnlyList<string> keys)
    {
        private int _at;

        public bool TakeRegister(ref char register)
        {
            if (_at >= keys.Count || keys[_at] != "\"")
                return false;
            _at++;
            if (_at < keys.Count)
                register = keys[_at++][0];
            else
                _at = keys.Count + 1;
            return true;
        }

        public bool TakeCount(ref int? count)
        {
            var start = _at;
            long number = 0;
            for (; _at < keys.Count && keys[_at].Length == 1 && char.IsAsciiDigit(keys[_at][0]) && (_at > start || keys[_at] != "0"); _at++)
                number = Math.Min(MostCount, number * 10 + keys[_at][0] - '0');
            if (_at > start)
                count = (int)Math.Min(MostCount, number * (count ?? 1));
            return _at > start;
        }

        // g and z begin verbs of two keys.
        public string? TakeVerb()
        {
            if (_at >= keys.Count)
                return null;
            var key = keys[_at++];
            return key is not ("g" or "z") ? key
                : _at < keys.Count ? key + keys[_at++]
                : null;
        }

        public (VimParse, VimCommand?) Finish(string? verb, bool takesObjects, VimCommand command)
        {
            if (verb is null || _at > keys.Count)
                return (VimParse.Incomplete, null);
            var takesObject = takesObjects && verb is ("i" or "a");
            if (!takesObject && !TakeCharacter.Contains(verb) && !TakeLine.Contains(verb))
                return (VimParse.Complete, command with { Verb = verb });
            if (_at >= keys.Count)
                return (TakeLine.Contains(verb) ? VimParse.WantsLine : VimParse.Incomplete, null);
            return (
                VimParse.Complete,
                takesObject ? command with { Verb = verb + keys[_at] } : command with { Verb = verb, Argument = keys[_at] }
            );
        }
    }
}
