using Analytics.Engine.Sql;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;
using Popup = Analytics.Terminal.Widgets.Editing.CompletionPopup;
using PopupItem = Analytics.Terminal.Widgets.Editing.CompletionItem;

namespace Analytics.Tui.Editor;

/// <summary>What completion is about. At most one question is on its way; a text that has changed meanwhile asks again.</summary>
/// <param name="Names">What the session knew when it was read; null until then.</param>
/// <param name="IsAsked">Whether those names were asked for, and nothing has made them out of date since.</param>
/// <param name="IsWanted">Whether the text now has not been asked about yet.</param>
/// <param name="IsExplicit">Whether the user asked by a key, and is to be told if there is nothing.</param>
/// <param name="Request">Number of the question on its way; null for none.</param>
/// <param name="AskedText">The text it was about.</param>
/// <param name="AskedAt">The cursor it was about.</param>
/// <param name="Shown">The offers in view; null for none.</param>
internal sealed record CompletingState(
    CompletionCatalog? Names,
    bool IsAsked,
    bool IsWanted,
    bool IsExplicit,
    int? Request,
    TextBuffer? AskedText,
    TextPosition AskedAt,
    ShownOffers? Shown
)
{
    public static readonly CompletingState None = new(null, false, false, false, null, null, default, null);
}

/// <summary>Offers in view.</summary>
/// <param name="Popup">The list, with the offer that is picked.</param>
/// <param name="From">Where the word begins that an offer takes the place of.</param>
/// <param name="After">How far it goes on behind the cursor, in UTF-16 units.</param>
internal sealed record ShownOffers(Popup Popup, TextPosition From, int After)
{
    public string Text => Popup.Text;
}

/// <summary>Completion of names, values and keywords, as one types or by a key.</summary>
internal static class Completing
{
    /// <summary>A key while offers are in view: null if it is none of theirs.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? OnKey(ConsoleState state, KeyEvent key)
    {
        if (state.Query.Completing.Shown is not { } shown)
            return null;
        // With vim keys Esc leaves insert mode too.
        if (key is { Key: Key.Escape, Modifiers: KeyModifiers.None })
            return state.Query.Vim is null ? Stopped(state) : (Outcome<ConsoleState, ConsoleEffect>?)null;
        if (key is { Key: Key.Enter or Key.Tab, Modifiers: KeyModifiers.None })
            return Taken(state, shown);
        return key.Modifiers == KeyModifiers.None && shown.Popup.Handle(key) is { } popup
            ? With(state, state.Query.Completing with { Shown = shown with { Popup = popup } })
            : (Outcome<ConsoleState, ConsoleEffect>?)null;
    }

    /// <summary>After the editor took a key: typing a word asks, what leaves it ends.</summary>
    public static ConsoleState Follow(ConsoleState state, InputEvent input)
    {
        var now = state.Query.Completing;
        return input switch
        {
            KeyEvent { IsTyping: true } key when IsOfAName(key.Text) => With(state, now with { IsWanted = true, IsExplicit = false }),
            KeyEvent { Key: Key.Backspace } when now.Shown is not null => With(state, now with { IsWanted = true, IsExplicit = false }),
            _ => Stopped(state),
        };
    }

    /// <summary>The key that asks.</summary>
    public static ConsoleState Ask(ConsoleState state) =>
        With(state, state.Query.Completing with { IsWanted = true, IsExplicit = true }) is { Query.Completing.Names: null } waiting
            ? waiting.Say(state.Texts.NamesAreRead)
            : With(state, state.Query.Completing with { IsWanted = true, IsExplicit = true });

    /// <summary>Without offers, and without a wish for any.</summary>
    public static ConsoleState Stopped(ConsoleState state) =>
        With(state, state.Query.Completing with { IsWanted = false, IsExplicit = false, AskedText = null, Shown = null });

    /// <summary>The session has other names now; they are read when the editor is used again.</summary>
    public static ConsoleState Outdated(ConsoleState state) => With(state, state.Query.Completing with { IsAsked = false });

    /// <summary>Reads names once the editor is used, and asks what is wanted.</summary>
    public static Outcome<ConsoleState, ConsoleEffect> Settle(Outcome<ConsoleState, ConsoleEffect> outcome)
    {
        var state = outcome.State;
        if (state.Focus != Panel.Query || state.Query.ShownForm is not null)
            return state.Query.Completing is { Shown: null, IsWanted: false } ? outcome : outcome with { State = Stopped(state) };
        if (state.IsSessionOpen && !state.Query.Completing.IsAsked)
            outcome = new(state = With(state, state.Query.Completing with { IsAsked = true }), [.. outcome.Effects, new ReadNames()]);
        if (state.Query.Completing is not { IsWanted: true, Request: null, Names: { } names } now)
            return outcome;
        var editor = state.Query.Editor;
        var request = state.LastRequest + 1;
        var asked = now with { IsWanted = false, Request = request, AskedText = editor.Buffer, AskedAt = editor.Cursor };
        return new(
            With(state with { LastRequest = request }, asked),
            [.. outcome.Effects, new Complete(request, names, editor.Text, editor.CursorOffset)]
        );
    }

    public static ConsoleState Offered(ConsoleState state, Offered offered)
    {
        var now = state.Query.Completing;
        if (now.Request != offered.Request)
            return state;
        var (editor, answered) = (state.Query.Editor, now with { Request = null });
        if (now.IsWanted || !ReferenceEquals(now.AskedText, editor.Buffer) || now.AskedAt != editor.Cursor)
            return With(state, answered);
        var next = With(state, answered with { Shown = Show(offered.Offers, editor, state.Texts), IsExplicit = false });
        return now.IsExplicit && next.Query.Completing.Shown is null ? next.Say(state.Texts.NoOffers) : next;
    }

    public static ConsoleState WithNames(ConsoleState state, NamesRead read) =>
        With(state, state.Query.Completing with { Names = read.Names ?? state.Query.Completing.Names });

    /// <summary>The popup; null if there is nothing, or only what stands there already.</summary>
    private static ShownOffers? Show(IReadOnlyList<CompletionItem> offers, TextEditor editor, Texts texts)
    {
        if (offers.Count == 0)
            return null;
        var (replace, cursor) = (offers[0].Replace, editor.CursorOffset);
        var from = editor.PositionAt(replace.Start.Value);
        if (from.Line != editor.Cursor.Line || replace.End.Value < cursor || offers.All(o => o.InsertText == editor.Text[replace]))
            return null;
        // The offers are ranked already, also by names that the list does not show, so the popup is not to narrow them.
        PopupItem[] items =
        [
            .. offers
                .Where(o => o.Replace.Equals(replace))
                .Select(o => new PopupItem(o.Label, Detail(o, texts), Description(o, texts), o.InsertText)),
        ];
        return Popup.Open(items, editor, editor.Cursor.Column) is { } popup
            ? new ShownOffers(popup, from, replace.End.Value - cursor)
            : null;
    }

    private static string Detail(CompletionItem offer, Texts texts) =>
        offer.Detail is { Length: > 0 } detail ? detail : texts.Kind(offer.Kind);

    private static string Description(CompletionItem offer, Texts texts) =>
        string.Join(
            " · ",
            new[]
            {
                texts.Kind(offer.Kind),
                offer.Description?.In(texts.Language),
                offer.Unit is { Length: > 0 } unit ? texts.UnitIs(unit) : null,
                offer.Source is { Length: > 0 } source ? texts.SourceIs(source) : null,
                offer.Coverage is { } coverage ? texts.Covered(coverage.Figures, coverage.Counties) : null,
            }.Where(part => !string.IsNullOrWhiteSpace(part))
        );

    /// <summary>With the chosen offer in the text.</summary>
    public static ConsoleState Taken(ConsoleState state, ShownOffers shown)
    {
        var editor = state.Query.Editor;
        var end = editor.Buffer.Clamp(editor.Cursor with { Column = editor.Cursor.Column + shown.After });
        var next = state with { Query = state.Query with { Editor = editor.Select(shown.From, end).Insert(shown.Text) } };
        return Stopped(next);
    }

    private static bool IsOfAName(string text) => char.IsLetterOrDigit(text, 0) || text is "_" or "." or "'" or "\"";

    public static ConsoleState With(ConsoleState state, CompletingState completing) =>
        state with
        {
            Query = state.Query with { Completing = completing },
        };
}
