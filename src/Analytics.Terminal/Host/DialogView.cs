using System.Text;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Terminal.Gui.Drawing;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;

namespace Analytics.Terminal.Host;

/// <summary>
/// A window of the program as a dialog of Terminal.Gui: it has a frame with a title, can be moved, and has buttons below.
/// </summary>
internal sealed class DialogView : Dialog
{
    // More than any screen has.
    private const int Tall = 10_000;

    private readonly WindowContext _context;
    private readonly View[] _parts;
    private CellRect? _placed;

    public DialogView(ProgramDialog window, WindowContext context)
    {
        _context = context;
        HotKeySpecifier = (Rune)0xFFFF;
        (BorderStyle, ShadowStyle, ButtonAlignment) = (LineStyle.Single, null, Alignment.End);
        Arrangement = ViewArrangement.Movable | ViewArrangement.Overlapped;
        _parts = [.. window.Parts.Select(ViewOf)];
        Add(_parts);
        foreach (var (index, label) in window.Buttons.Index())
            AddButton(ButtonOf(label, index));
        Padding.Thickness = Padding.Thickness with { Left = 1, Right = 1 };
    }

    /// <summary>The form of the window, if it is one.</summary>
    public FormView? Form => _parts.OfType<FormView>().FirstOrDefault();

    /// <summary>Whether it has the views that another state of the window needs.</summary>
    public bool Suits(ProgramDialog window) =>
        window.Buttons.Length == Buttons.Length
        && window.Parts.Length == _parts.Length
        && window.Parts.Zip(_parts).All(p => IsViewOf(p.Second, p.First));

    public void Show(ProgramDialog window, bool mayFocus)
    {
        SetScheme(_context.Theme.Body(window.Styles));
        Border.GetOrCreateView().SetScheme(_context.Theme.Frame(window.Styles));
        var size = SizeOf(window);
        Place(window, size);
        Title = CellText.Truncate(window.Title, Math.Max(0, size.Width - 6), "…", _context.Ambiguous);
        var heights = Heights(window, size);
        for (int i = 0, y = 0; i < _parts.Length; y += heights[i++])
        {
            (_parts[i].X, _parts[i].Y, _parts[i].Width, _parts[i].Height) = (0, y, size.Width - 4, heights[i]);
            _parts[i].Visible = heights[i] > 0;
        }
        Layout();
        foreach (var (part, view) in window.Parts.Zip(_parts))
            Show(part, view, size.Width - 4, window.Button is null);
        foreach (var (index, button) in Buttons.Index())
            (button.Text, button.IsDefault) = (window.Buttons[index], index == (window.Button ?? 0));
        if (mayFocus)
            (window.Button is { } at ? Buttons[at] : Focusable(window))?.SetFocus();
        SetNeedsDraw();
    }

    // The user may have moved it: it stays where it is until its size or the screen's changes.
    private void Place(ProgramDialog window, CellSize size)
    {
        var place = window.Room.Centered(size.Width, size.Height);
        if (place == _placed)
            return;
        _placed = place;
        (X, Y, Width, Height) = (place.X, place.Y, place.Width, place.Height);
    }

    private CellSize SizeOf(ProgramDialog window)
    {
        var buttons = Buttons.Sum(b => CellText.Width(b.Text, _context.Ambiguous) + 5);
        var width = Math.Clamp(Math.Max(window.Width, buttons) + 4, Math.Min(8, window.Room.Width), window.Room.Width);
        var height = window.Parts.Sum(part => HeightOf(part, width - 4)) + Below(window) + 2;
        return new(width, Math.Clamp(height, Math.Min(3, window.Room.Height), window.Room.Height));
    }

    // What can scroll gives way where there is no room for all.
    private int[] Heights(ProgramDialog window, CellSize size)
    {
        var heights = window.Parts.Select(part => HeightOf(part, size.Width - 4)).ToArray();
        var missing = heights.Sum() - (size.Height - 2 - Below(window));
        foreach (var scrolls in new[] { true, false })
        {
            for (var i = heights.Length - 1; i >= 0 && missing > 0; i--)
            {
                if (window.Parts[i] is LinesPart or RowsPart or FormPart != scrolls)
                    continue;
                var less = Math.Min(missing, Math.Max(0, heights[i] - (scrolls ? 1 : 0)));
                (heights[i], missing) = (heights[i] - less, missing - less);
            }
        }
        return heights;
    }

    private int HeightOf(WindowPart part, int width) =>
        part switch
        {
            TextPart text => text.Text.Wrap(Math.Max(1, width), _context.Ambiguous).Count,
            LinesPart { IsTall: true } or RowsPart { IsTall: true } => Tall,
            LinesPart lines => Math.Max(1, lines.Lines.Count),
            RowsPart rows => Math.Max(1, rows.List.Count),
            FormPart form => Math.Max(1, form.Form.Fields.Length),
            _ => 1,
        };

    /// <summary>The buttons, and a blank line above them.</summary>
    private static int Below(ProgramDialog window) => window.Buttons.IsEmpty ? 0 : 2;

    private View? Focusable(ProgramDialog window)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (window.Parts[i] is FieldPart or RowsPart or LinesPart)
                return _parts[i];
            if (_parts[i] is FormView form)
                return form.FocusedField;
        }
        return null;
    }

    private void Show(WindowPart part, View view, int width, bool hasFocus)
    {
        switch (part, view)
        {
            case (TextPart text, LinesView lines):
                lines.Show(text.Text.Wrap(Math.Max(1, width), _context.Ambiguous), 0);
                break;
            case (LinesPart text, LinesView lines):
                lines.Show(text.Lines, text.Top);
                break;
            case (RowsPart shown, RowsView rows):
                rows.Show(shown, hasFocus);
                break;
            case (FieldPart shown, FieldView field):
                field.Show(shown, hasFocus);
                break;
            case (FormPart shown, FormView form):
                form.Show(shown.Form, hasFocus);
                break;
            case (_, Line rule):
                rule.SetScheme(_context.Lines);
                break;
        }
    }

    private View ViewOf(WindowPart part) =>
        part switch
        {
            TextPart or LinesPart => new LinesView(_context) { CanFocus = part is LinesPart },
            RowsPart => new RowsView(_context),
            FieldPart => new FieldView(_context),
            FormPart => new FormView(_context),
            _ => new Line { Style = LineStyle.Single },
        };

    private static bool IsViewOf(View view, WindowPart part) =>
        part switch
        {
            TextPart or LinesPart => view is LinesView && view.CanFocus == part is LinesPart,
            RowsPart => view is RowsView,
            FieldPart => view is FieldView,
            FormPart => view is FormView,
            _ => view is Line,
        };

    private Button ButtonOf(string label, int index)
    {
        var button = new Button { Text = label, ShadowStyle = null };
        button.Accepting += (_, pressed) =>
        {
            pressed.Handled = true;
            _context.Tell(new ButtonEvent(index));
        };
        return button;
    }
}
