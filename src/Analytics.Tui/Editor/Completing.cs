using Analytics.Engine.Sql;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;
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
    public static Part<QueryPanelState>? OnKey(Part<QueryPanelState> part, KeyEvent key)
    {
        if (part.Own.Completing.Shown is not { } shown)
            return null;
        // With vim keys Esc leaves insert mode too.
        if (key is { Key: Key.Escape, Modifiers: KeyModifiers.None })
            return part.Own.Vim is null ? Stopped(part) : null;
        if (key is { Key: Key.Enter or Key.Tab, Modifiers: KeyModifiers.None })
            return Taken(part, shown);
        return key.Modifiers == KeyModifiers.None && shown.Popup.Handle(key) is { } popup
            ? With(part, part.Own.Completing with { Shown = shown with { Popup = popup } })
            : null;
    }

    /// <summary>After the editor took a key: typing a word asks, what leaves it ends.</summary>
    public static Part<QueryPanelState> Follow(Part<QueryPanelState> part, InputEvent input)
    {
        var now = part.Own.Completing;
        return input switch
        {
            KeyEvent { IsTyping: true } key when IsOfAName(key.Text) => With(part, now with { IsWanted = true, IsExplicit = false }),
            KeyEvent { Key: Key.Backspace } when now.Shown is not null => With(part, now with { IsWanted = true, IsExplicit = false }),
            _ => Stopped(part),
        };
    }

    /// <summary>The key that asks.</summary>
    public static Part<QueryPanelState> Ask(Part<QueryPanelState> part) =>
        With(part, part.Own.Completing with { IsWanted = true, IsExplicit = true }) is { Own.Completing.Names: null } waiting
            ? waiting.Say(part.Texts.NamesAreRead)
            : With(part, part.Own.Completing with { IsWanted = true, IsExplicit = true });

    /// <summary>Without offers, and without a wish for any.</summary>
    public static Part<QueryPanelState> Stopped(Part<QueryPanelState> part) =>
        With(part, part.Own.Completing with { IsWanted = false, IsExplicit = false, AskedText = null, Shown = null });

    /// <summary>The session has other names now; they are read when the editor is used again.</summary>
    public static Part<QueryPanelState> Outdated(Part<QueryPanelState> part) => With(part, part.Own.Completing with { IsAsked = false });

    /// <summary>Reads names once the editor is used, and asks what is wanted.</summary>
    public static Part<QueryPanelState> Settle(Part<QueryPanelState> part)
    {
        if (part.Focus != Panel.Query || part.Own.ShownForm is not null)
            return part.Own.Completing is { Shown: null, IsWanted: false } ? part : Stopped(part);
        if (part.Common.IsSessionOpen && !part.Own.Completing.IsAsked)
            part = With(part, part.Own.Completing with { IsAsked = true }).Doing(new ReadNames());
        if (part.Own.Completing is not { IsWanted: true, Request: null, Names: { } names } now)
            return part;
        var editor = part.Own.Editor;
        var request = part.LastRequest + 1;
        var asked = now with { IsWanted = false, Request = request, AskedText = editor.Buffer, AskedAt = editor.Cursor };
        return With(part with { LastRequest = request }, asked).Doing(new Complete(request, names, editor.Text, editor.CursorOffset));
    }

    public static Part<QueryPanelState> Offered(Part<QueryPanelState> part, Offered offered)
    {
        var now = part.Own.Completing;
        if (now.Request != offered.Request)
            return part;
        var (editor, answered) = (part.Own.Editor, now with { Request = null });
        if (now.IsWanted || !ReferenceEquals(now.AskedText, editor.Buffer) || now.AskedAt != editor.Cursor)
            return With(part, answered);
        var next = With(part, answered with { Shown = Show(offered.Offers, editor, part.Texts), IsExplicit = false });
        return now.IsExplicit && next.Own.Completing.Shown is null ? next.Say(part.Texts.NoOffers) : next;
    }

    public static Part<QueryPanelState> WithNames(Part<QueryPanelState> part, NamesRead read) =>
        With(part, part.Own.Completing with { Names = read.Names ?? part.Own.Completing.Names });

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
    public static Part<QueryPanelState> Taken(Part<QueryPanelState> part, ShownOffers shown)
    {
        var editor = part.Own.Editor;
        var end = editor.Buffer.Clamp(editor.Cursor with { Column = editor.Cursor.Column + shown.After });
        var next = part with { Own = part.Own with { Editor = editor.Select(shown.From, end).Insert(shown.Text) } };
        return Stopped(next);
    }

    private static bool IsOfAName(string text) => char.IsLetterOrDigit(text, 0) || text is "_" or "." or "'" or "\"";

    public static Part<QueryPanelState> With(Part<QueryPanelState> part, CompletingState completing) =>
        part with
        {
            Own = part.Own with { Completing = completing },
        };
}
