using System.Drawing;
using System.Text;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;
using Mouse = Terminal.Gui.Input.Mouse;

namespace Analytics.Terminal.Host;

/// <summary>Fields under each other, each a view: a line to type into, a choice with a list that drops down, a box to check.</summary>
internal sealed class FormView : View
{
    // Texts are shown as they are: an underscore in one is no hot key.
    private static readonly Rune NoHotKey = (Rune)0xFFFF;

    private const int LeastChoice = 14;

    private Form _form = Form.Of();
    private Row[] _rows = [];
    private bool _isMoving;

    private readonly record struct Row(Label Label, View Field, Label Error);

    public FormView(WindowContext context)
    {
        (Context, CanFocus) = (context, true);
        VerticalScrollBar.VisibilityMode = ScrollBarVisibilityMode.Auto;
    }

    public WindowContext Context { get; }

    /// <summary>The field with the focus, while its list is open.</summary>
    public PickFormField? HasOpenList => _form.Focused as PickFormField is { Open: not null } pick ? pick : null;

    /// <summary>The view of the field that has the focus; null for a form without fields.</summary>
    public View? FocusedField => _form.Focus < _rows.Length ? _rows[_form.Focus].Field : null;

    public void Show(Form form, bool hasFocus)
    {
        if (_form.Fields.Length != form.Fields.Length || !_form.Fields.Zip(form.Fields).All(f => f.First.GetType() == f.Second.GetType()))
            Rebuild(form);
        _form = form;
        VerticalScrollBar.SetScheme(Context.Lines);
        Scroll();
        var labels = Math.Min(form.LabelWidth(Context.Ambiguous), Math.Max(1, Viewport.Width / 2));
        for (var i = 0; i < _rows.Length; i++)
            Show(_rows[i], form.Fields[i], i, labels, hasFocus && i == form.Focus);
        SetNeedsDraw();
    }

    protected override void OnViewportChanged(DrawEventArgs e)
    {
        base.OnViewportChanged(e);
        if (!_isMoving && e.OldViewport.Y != e.NewViewport.Y && e.OldViewport.Size == e.NewViewport.Size)
            Context.Tell(new ScrollEvent(Viewport.Y, Viewport.Height));
    }

    protected override bool OnMouseEvent(Mouse mouse)
    {
        if (GuiMouse.Of(mouse) is { Action: MouseAction.WheelUp or MouseAction.WheelDown } wheel)
            Context.Tell(wheel);
        return true;
    }

    private void Rebuild(Form form)
    {
        foreach (var view in RemoveAll())
            view.Dispose();
        _rows = [.. form.Fields.Select((field, i) => new Row(LabelOf(), FieldOf(field, i), LabelOf()))];
        foreach (var row in _rows)
            Add(row.Label, row.Field, row.Error);
    }

    // Moved as little as shows the field that has the focus.
    private void Scroll()
    {
        _isMoving = true;
        SetContentSize(new Size(Math.Max(1, Frame.Width), Math.Max(1, _form.Fields.Length)));
        Layout();
        SetContentSize(new Size(Math.Max(1, Viewport.Width), Math.Max(1, _form.Fields.Length)));
        var top = Scrolling.Show(Viewport.Y, _form.Focus, Viewport.Height, _form.Fields.Length);
        Viewport = Viewport with { Y = Math.Max(0, top) };
        _isMoving = false;
    }

    private void Show(Row row, FormField field, int index, int labels, bool hasFocus)
    {
        var styles = Context.Styles;
        var error = field.Error.Length == 0 ? 0 : Math.Min(CellText.Width(field.Error, Context.Ambiguous) + 1, Viewport.Width / 2);
        Place(row.Label, 0, index, labels);
        Place(row.Error, Viewport.Width - error + 1, index, Math.Max(0, error - 1));
        row.Label.Text = CellText.Truncate(field.Label, labels, "…", Context.Ambiguous);
        row.Label.SetScheme(Context.Theme.Plain((hasFocus ? styles.LabelFocused : styles.Label).Over(styles.Body)));
        row.Error.Text = CellText.Truncate(field.Error, Math.Max(0, error - 1), "…", Context.Ambiguous);
        row.Error.SetScheme(Context.Theme.Plain(styles.Error.Over(styles.Body)));
        var room = Math.Max(1, Viewport.Width - labels - 1 - error);
        Place(row.Field, labels + 1, index, field is PickFormField choice ? Math.Min(room, WidthOf(choice)) : room);
        switch (row.Field, field)
        {
            case (FieldView view, TextFormField text):
                view.Show(new("", text.Input, text.Placeholder), hasFocus);
                break;
            case (ChoiceView view, PickFormField pick):
                view.Show(pick, hasFocus);
                break;
            case (CheckBox box, ToggleFormField toggle):
                box.Value = toggle.IsOn ? CheckState.Checked : CheckState.UnChecked;
                box.SetScheme(Context.Theme.Plain((hasFocus ? styles.LabelFocused : styles.Body).Over(styles.Body)));
                break;
        }
    }

    // As wide as its widest entry, with the mark behind it.
    private int WidthOf(PickFormField pick) =>
        Math.Max(LeastChoice, pick.Options.Select(o => CellText.Width(o.Label, Context.Ambiguous)).DefaultIfEmpty().Max() + 2);

    private static void Place(View view, int x, int y, int width)
    {
        (view.X, view.Y, view.Width, view.Height) = (x, y, width, 1);
        view.Visible = width > 0;
    }

    private static Label LabelOf() => new() { HotKeySpecifier = NoHotKey, CanFocus = false };

    private View FieldOf(FormField field, int index) =>
        field switch
        {
            TextFormField => new FieldView(Context, index),
            PickFormField => new ChoiceView(Context, index),
            _ => new FormCheckBox(Context, index),
        };

    /// <summary>A box that the program checks: a press is told.</summary>
    private sealed class FormCheckBox : CheckBox
    {
        private readonly WindowContext _context;
        private readonly int _index;

        public FormCheckBox(WindowContext context, int index) => (_context, _index, HotKeySpecifier) = (context, index, NoHotKey);

        protected override bool OnMouseEvent(Mouse mouse)
        {
            if (GuiMouse.Of(mouse) is { Action: MouseAction.Press, Button: MouseButton.Left })
                _context.Tell(new FieldEvent(_index, null));
            return true;
        }
    }
}

/// <summary>A choice as it stands in a form; while its list is open, what has been typed to narrow it.</summary>
internal sealed class ChoiceView(WindowContext context, int index) : CanvasView(context)
{
    private PickFormField? _pick;
    private bool _hasFocus;

    public void Show(PickFormField pick, bool hasFocus)
    {
        (_pick, _hasFocus) = (pick, hasFocus);
        SetNeedsDraw();
    }

    protected override void Draw(CellCanvas canvas, int top)
    {
        var styles = Context.Styles;
        var style = (_hasFocus ? styles.LabelFocused : styles.Body).Over(styles.Body);
        var room = canvas.Region(canvas.Bounds with { Width = Math.Max(0, canvas.Width - 2) });
        if (_pick?.Open is { } list && _hasFocus)
            list.Filter.Draw(room, styles.Input, hasFocus: true);
        else
            room.WriteField(0, 0, _pick?.Choice?.Label ?? "", room.Width, style);
        canvas.Write(canvas.Width - 1, 0, canvas.Ornaments.Expanded, style);
    }

    protected override void Press(int x, int y, int clicks) => Context.Tell(new FieldEvent(index, null));
}
