using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Widgets.Vim;

internal static partial class VimMotions
{
    private static VimTarget? WordForward(VimContext c, bool big)
    {
        var at = c.Cursor;
        for (var left = c.Times; left > 0; left--)
        {
            var next = NextWord(c.Text, at, big);
            // With an operator, the last word ends at the end of its line; the line end itself is not taken.
            if (c.HasOperator && left == 1 && (next is null || next.Value.Line > at.Line))
            {
                return c.To(
                    c.Text.IsEmpty(at.Line) && next is not null ? new(at.Line + 1, 0) : at with { Column = c.Text.Line(at.Line).Length }
                );
            }

            if (next is null)
                return LastPlace(c);
            at = next.Value;
        }
        return c.To(at);
    }

    private static VimTarget? LastPlace(VimContext c)
    {
        var end = c.HasOperator || c.IsVisual ? c.Text.Buffer.End : c.Text.OnCharacter(c.Text.Buffer.End);
        return c.Cursor == end ? null : c.To(end);
    }

    private static TextPosition? NextWord(VimText text, TextPosition at, bool big)
    {
        var next = text.Next(at);
        while (next is { } place && !text.BeginsWord(place, big))
            next = text.Next(place);
        return next;
    }

    private static VimTarget? WordEnd(VimContext c, bool big)
    {
        var at = c.Cursor;
        for (var left = c.Times; left > 0; left--)
        {
            if (c.Text.Next(at) is not { } next)
                return at == c.Cursor && !c.HasOperator ? null : c.To(at, VimReach.Inclusive);
            at = next;
            while (!c.Text.EndsWord(at, big) && c.Text.Next(at) is { } further)
                at = further;
        }
        return c.To(at, VimReach.Inclusive);
    }

    private static VimTarget? WordBack(VimContext c, Func<TextPosition, bool, bool> isStop, bool big, VimReach reach)
    {
        var at = c.Cursor;
        for (var left = c.Times; left > 0; left--)
        {
            if (c.Text.Previous(at) is not { } previous)
                return at == c.Cursor ? null : c.To(at, reach);
            at = previous;
            while (!isStop(at, big) && c.Text.Previous(at) is { } further)
                at = further;
        }
        return c.To(at, reach);
    }

    private static VimTarget? FindCharacter(VimContext c, VimFind find, bool isRepeat = false)
    {
        var (isForward, isTill) = (char.IsLower(find.Kind[0]), find.Kind is "t" or "T");
        var step = isForward ? 1 : -1;
        var at = c.Cursor;
        // A repeated t does not stay before the character it stands at.
        if (isRepeat && isTill && c.Times == 1)
            at = Step(at) ?? at;
        var left = c.Times;
        while (left > 0)
        {
            if (Step(at) is not { } next)
                return null;
            at = next;
            if (StartsCluster(c.Line, at.Column, find.Character))
                left--;
        }
        if (isTill)
            at = isForward ? c.Text.Back(at, 1) : c.Text.Forward(at, 1);
        return c.To(at, isForward ? VimReach.Inclusive : VimReach.Exclusive);

        TextPosition? Step(TextPosition from)
        {
            var to = step > 0 ? c.Text.Forward(from, 1) : c.Text.Back(from, 1);
            return to == from || to.Column == c.Line.Length ? null : to;
        }
    }

    private static bool StartsCluster(string line, int index, string text) => string.CompareOrdinal(line, index, text, 0, text.Length) == 0;

    private static VimTarget? SearchAgain(VimContext c, bool sameWay)
    {
        if (c.Search is not var (search, isForward))
            return null;
        var at = c.Command.Verb is "*" or "#" && WordAt(c.Text, c.Cursor) is var (_, start) ? start : c.Cursor;
        for (var left = Math.Min(c.Times, 1000); left > 0; left--)
        {
            var found =
                isForward == sameWay ? search.Next(c.Text.Buffer, at with { Column = at.Column + 1 }) : search.Previous(c.Text.Buffer, at);
            if (found is not { } match)
                return null;
            at = match.From;
        }
        return c.To(c.HasOperator ? at : c.Text.OnCharacter(at));
    }

    /// <summary>
    /// What <c>*</c> and <c>#</c> search for: the word at the cursor, else the next of its line, else signs; and where it begins. Null on
    /// an empty line.
    /// </summary>
    public static (TextSearch Search, TextPosition Start)? WordAt(VimText text, TextPosition cursor)
    {
        var line = text.Line(cursor.Line);
        (int Start, int End)? signs = null;
        for (var at = Words.At(line, cursor.Column).Start; at < line.Length; at = Words.At(line, at).End)
        {
            var kind = Words.KindAt(line, at);
            if (kind is Words.Kind.Letter or Words.Kind.Wide)
                return Search(Words.At(line, at), SearchOptions.WholeWord);
            if (kind == Words.Kind.Sign)
                signs ??= Words.At(line, at);
        }
        return signs is { } run ? Search(run, SearchOptions.None) : null;

        (TextSearch, TextPosition) Search((int Start, int End) run, SearchOptions options) =>
            (TextSearch.Of(line[run.Start..run.End], options | SearchOptions.MatchCase), cursor with { Column = run.Start });
    }
}
