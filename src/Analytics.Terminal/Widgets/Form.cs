using System.Collections.Immutable;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>How a form draws its parts.</summary>
/// <param name="Label">Labels, and the background.</param>
/// <param name="LabelFocused">The label of the focused field.</param>
/// <param name="Input">Fields to type into.</param>
/// <param name="Value">Other fields' values.</param>
/// <param name="Error">Messages about values.</param>
/// <param name="List">Open pick-lists.</param>
public sealed record FormStyles(Style Label, Style LabelFocused, InputStyles Input, Style Value, Style Error, ListStyles List)
{
    /// <summary>The terminal's own colours.</summary>
    public static FormStyles Plain { get; } =
        new(
            default,
            Style.Default.With(TextAttributes.Bold),
            InputStyles.Plain with
            {
                Text = Style.Default.With(TextAttributes.Underline),
            },
            default,
            Style.Of(Color.Basic(1)),
            ListStyles.Plain
        );
}

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

    /// <summary>The field at a row of a canvas the form was drawn on; null where there is none.</summary>
    public int? FieldAt(int y, int height) => y >= 0 && y < height && Top(height) + y is var index && index < Fields.Length ? index : null;

    /// <summary>
    /// The form with the entry of the open pick-list chosen that stands at a cell of a canvas of that size it was drawn on; closed where
    /// none does.
    /// </summary>
    public Form ChooseAt(int x, int y, CellSize size, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        if (Focused is not PickFormField { Open: { } list } pick)
            return this;
        var area = ListArea(LabelWidth(size.Width, ambiguous) + 1, Focus - Top(size.Height), pick, list, size, ambiguous);
        var line = area.Contains(x, y) ? list.List.LineAt(y - area.Y, area.Height) : null;
        return this with
        {
            Fields = Fields.SetItem(
                Focus,
                line is { } at ? pick with { Open = null, Selected = list.Matches[at], Error = "" } : pick with { Open = null }
            ),
        };
    }

    /// <summary>Draws one field a row, and an open pick-list over the rows under its field (or above, where there is more room).</summary>
    public void Draw(CellCanvas canvas, FormStyles styles, bool hasFocus)
    {
        canvas.Clear(styles.Label);
        var labelWidth = LabelWidth(canvas.Width, canvas.Ambiguous);
        var top = Top(canvas.Height);
        for (var y = 0; y < canvas.Height && top + y < Fields.Length; y++)
        {
            var focused = hasFocus && top + y == Focus;
            canvas.WriteField(0, y, Fields[top + y].Label, labelWidth, focused ? styles.LabelFocused.Over(styles.Label) : styles.Label);
            DrawField(canvas.Region(new(labelWidth + 1, y, canvas.Width - labelWidth - 1, 1)), Fields[top + y], styles, focused);
        }
        if (hasFocus && Focused is PickFormField { Open: { } list } pick)
            DrawList(canvas, labelWidth + 1, Focus - top, pick, list, styles);
    }

    private int LabelWidth(int width, AmbiguousWidth ambiguous) =>
        Fields.IsEmpty ? 0 : Math.Min(Fields.Max(field => CellText.Width(field.Label, ambiguous)), Math.Max(1, width / 2));

    private int Top(int height) => Scrolling.Show(0, Focus, height, Fields.Length);

    private Form Turn(int step) => this with { Focus = (Focus + step + Fields.Length) % Fields.Length };

    private static void DrawField(CellCanvas canvas, FormField field, FormStyles styles, bool focused)
    {
        var errorWidth = field.Error.Length == 0 ? 0 : Math.Min(canvas.Measure(field.Error) + 1, canvas.Width / 2);
        var place = canvas.Region(canvas.Bounds with { Width = canvas.Width - errorWidth });
        switch (field)
        {
            case TextFormField text:
                text.Input.Draw(place, styles.Input, focused, text.Placeholder);
                break;
            case PickFormField pick:
                DrawChoice(place, pick.Choice?.Label ?? "", styles, focused);
                break;
            case ToggleFormField toggle:
                place.Write(0, 0, toggle.IsOn ? "[x]" : "[ ]", Focusable(styles, focused));
                break;
        }
        canvas.WriteField(place.Width + 1, 0, field.Error, Math.Max(0, errorWidth - 1), styles.Error.Over(styles.Label));
    }

    private static void DrawChoice(CellCanvas canvas, string label, FormStyles styles, bool focused)
    {
        var text = CellText.Truncate(label, Math.Max(0, canvas.Width - 4), "…", canvas.Ambiguous);
        canvas.Write(0, 0, $"{canvas.Ornaments.Before} {text} {canvas.Ornaments.After}", Focusable(styles, focused));
    }

    private static Style Focusable(FormStyles styles, bool focused) =>
        (focused ? styles.LabelFocused.Over(styles.Value) : styles.Value).Over(styles.Label);

    private static void DrawList(CellCanvas canvas, int x, int y, PickFormField pick, PickList list, FormStyles styles)
    {
        var area = ListArea(x, y, pick, list, new(canvas.Width, canvas.Height), canvas.Ambiguous);
        list.Filter.Draw(canvas.Region(new(x, y, canvas.Width - x, 1)), styles.Input, hasFocus: true);
        list.List.Draw(canvas.Region(area), i => new(pick.Options[list.Matches[i]].Label), styles.List, hasFocus: true, list.Filter.Text);
    }

    private static CellRect ListArea(int x, int y, PickFormField pick, PickList list, CellSize size, AmbiguousWidth ambiguous)
    {
        var below = size.Height - y - 1;
        var height = Math.Min(Math.Min(PickList.MostLines, Math.Max(1, list.Matches.Count)), Math.Max(below, y));
        var widest = pick.Options.Count == 0 ? 0 : pick.Options.Max(option => CellText.Width(option.Label, ambiguous));
        return new(x, below >= height ? y + 1 : y - height, Math.Min(Math.Max(widest + 3, 16), size.Width - x), height);
    }
}
