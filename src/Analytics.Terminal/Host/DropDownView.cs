using System.Drawing;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Terminal.Gui.Drawing;
using Terminal.Gui.ViewBase;

namespace Analytics.Terminal.Host;

/// <summary>The open list of a choice, dropped down below its field, or above where there is more room.</summary>
internal sealed class DropDownView : View
{
    private readonly WindowContext _context;
    private readonly EntriesView _entries;

    public DropDownView(WindowContext context)
    {
        _context = context;
        BorderStyle = LineStyle.Single;
        Add(_entries = new EntriesView(context));
    }

    /// <summary>Shows the entries that match what has been typed.</summary>
    /// <param name="pick">The field.</param>
    /// <param name="open">Its list.</param>
    /// <param name="field">Where the field stands on the screen.</param>
    /// <param name="screen">The screen.</param>
    public void Show(PickFormField pick, PickList open, Rectangle field, Rectangle screen)
    {
        SetScheme(_context.Theme.Body(_context.Styles));
        Border.GetOrCreateView().SetScheme(_context.Theme.Plain(_context.Styles.Frame.Over(_context.Styles.Body)));
        var widest = pick.Options.Select(o => CellText.Width(o.Label, _context.Ambiguous)).DefaultIfEmpty().Max();
        var (below, above) = (screen.Bottom - field.Bottom, field.Top - screen.Top);
        var height = Math.Min(Math.Clamp(open.Matches.Count, 1, PickList.MostLines) + 2, Math.Max(below, above));
        var width = Math.Min(Math.Max(widest + 3, 16), screen.Width);
        (X, Y) = (Math.Clamp(field.X, 0, screen.Width - width), below >= height ? field.Bottom : field.Top - height);
        (Width, Height) = (width, height);
        (_entries.Width, _entries.Height) = (width - 2, Math.Max(0, height - 2));
        Layout();
        _entries.Show(pick, open);
        SetNeedsDraw();
    }

    private sealed class EntriesView(WindowContext context) : CanvasView(context)
    {
        private RowsPart? _rows;

        public void Show(PickFormField pick, PickList open)
        {
            _rows = new(open.List, i => new(pick.Options[open.Matches[i]].Label)) { Search = open.Filter.Text };
            Scroll(open.List.Count, open.List.Scrolled(Frame.Height).Top);
        }

        protected override void Draw(CellCanvas canvas, int top)
        {
            if (_rows is { } rows)
                (rows.List with { Top = top }).DrawRows(canvas, rows.Row, Context.Styles.List, hasFocus: true, rows.Search);
        }

        protected override void Press(int x, int y, int clicks) => Context.Tell(new PickEvent(Viewport.Y + y));
    }
}
