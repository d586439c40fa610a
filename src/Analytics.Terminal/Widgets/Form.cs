using System.Collections.Immutable;
using Analytics.Terminal.Input;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>Fields under each other, one of them focused. Tab, Shift+Tab and the vertical arrows go from field to field.</summary>
public sealed record Form(ImmutableArray<FormField> Fields, int Focus = 0)
{
    /// <summary>A form of these fields with the first focused.</summary>
    public static Form Of(params IEnumerable<FormField> fields) => new([.. fields]);

    /// <summary>A field by its id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FormField this[string id] =>
        Fields.FirstOrDefault(field => field.Id == id)
        ?? throw new ArgumentException($"the form has no field '{id}', only {string.Join(", ", Fields.Select(f => f.Id))}", nameof(id));

    /// <summary>The focused field; null for an empty form.</summary>
    public FormField? Focused => Fields.IsEmpty ? null : Fields[Focus];

    /// <summary>Whether a pick-list is open, so that Enter and Esc belong to it.</summary>
    public bool IsListOpen => Focused is PickFormField { Open: not null };

    /// <summary>The form with a field replaced by another of the same id.</summary>
    public Form With(FormField field) => this with { Fields = Fields.SetItem(Fields.IndexOf(this[field.Id]), field) };

    /// <summary>The form after input; null when it has no meaning for it (Enter in a text field, Esc …).</summary>
    public Form? Handle(InputEvent input)
    {
        if (Focused is not { } field)
            return null;
        if (field.Handle(input) is { } next)
            return this with { Fields = Fields.SetItem(Focus, next) };
        return input switch
        {
            KeyEvent { Key: Key.Tab, Modifiers: KeyModifiers.Shift } => Turn(-1),
            KeyEvent { Key: Key.Tab, Modifiers: KeyModifiers.None } => Turn(1),
            KeyEvent { Key: Key.Up, Modifiers: KeyModifiers.None } => FocusOn(Focus - 1),
            KeyEvent { Key: Key.Down, Modifiers: KeyModifiers.None } => FocusOn(Focus + 1),
            _ => null,
        };
    }

    /// <summary>The form with a field focused, or the nearest there is.</summary>
    public Form FocusOn(int index) => this with { Focus = Math.Clamp(index, 0, Math.Max(0, Fields.Length - 1)) };

    /// <summary>
    /// The form after a press: a field gets the focus; on the one that has it a list opens or a box turns. While a list is open the press
    /// chooses an entry of it or closes it.
    /// </summary>
    public Form Press(WindowEvent pressed) =>
        pressed switch
        {
            _ when Focused is PickFormField { Open: { } list } pick => With(Closed(pick, list, (pressed as PickEvent)?.Entry)),
            FieldEvent { Cursor: null } field when field.Field == Focus => Handle(new KeyEvent(Key.Enter)) ?? this,
            FieldEvent field => FocusOn(field.Field).AtCursor(field.Cursor),
            _ => this,
        };

    /// <summary>Cells of the widest label.</summary>
    internal int LabelWidth(AmbiguousWidth ambiguous) => Fields.IsEmpty ? 0 : Fields.Max(field => CellText.Width(field.Label, ambiguous));

    private static PickFormField Closed(PickFormField pick, PickList list, int? entry) =>
        entry is { } at && at < list.Matches.Count
            ? pick with
            {
                Open = null,
                Selected = list.Matches[at],
                Refused = null,
                Error = "",
            }
            : pick with
            {
                Open = null,
            };

    private Form AtCursor(int? cursor) =>
        cursor is { } at && Focused is TextFormField text ? With(text with { Input = text.Input.MoveTo(at) }) : this;

    private Form Turn(int step) => this with { Focus = (Focus + step + Fields.Length) % Fields.Length };
}
