using System.Drawing;
using System.IO.Abstractions;
using System.Text;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Terminal.Gui.App;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.FileServices;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;
using Key = Terminal.Gui.Input.Key;

namespace Analytics.Terminal.Host;

/// <summary>
/// Terminal.Gui's dialog to open or to save a file. Its tree of folders is off: it fails on characters beyond the basic plane and begins
/// with every mount of the system. Files are neither renamed nor deleted in it.
/// </summary>
internal sealed class FileDialogView : IDisposable
{
    private const int LeastHeight = 8;

    // The buttons, and a blank line above them.
    private const int Below = 2;

    private const string DateFormat = "yyyy-MM-dd HH:mm";

    private readonly WindowContext _context;
    private readonly FolderFiles _files;
    private readonly LinesView _about;
    private readonly TextField _field;
    private ProgramFileDialog _window;
    private string? _path;
    private CellRect? _placed;

    public FileDialogView(ProgramFileDialog window, WindowContext context)
    {
        (_context, _window, _files) = (context, window, new(context.Folders));
        View = window.IsSaving ? new SaveDialog() : new OpenDialog();
        GuiApplication.See(View, _files);
        _files.Changed += Follow;
        View.HotKeySpecifier = (Rune)0xFFFF;
        (View.BorderStyle, View.ShadowStyle) = (LineStyle.Single, null);
        View.Arrangement = ViewArrangement.Movable | ViewArrangement.Overlapped;
        (View.OpenMode, View.FileOperationsHandler) = (OpenMode.Mixed, new NoFileOperations());
        View.AllowedTypes = window.IsSaving ? [] : [new ListedFiles(window.IsListed, View)];
        Say(window.Texts);
        foreach (var button in View.Buttons.Concat(View.SubViews.OfType<Button>()))
            button.ShadowStyle = null;
        View.Buttons[0].Visible = false;
        View.Buttons[View.CancelButtonIndex].Accepting += Cancel;
        View.FilesSelected += Select;
        foreach (var field in View.SubViews.Concat(View.SubViews.SelectMany(part => part.SubViews)).OfType<TextField>())
        {
            Bind(field);
            field.DrawComplete += (_, _) => Dim(field);
        }
        // The list of kinds is a field to type into as well.
        _field = View.SubViews.OfType<TextField>().First(field => field is not DropDownList);
        _field.Autocomplete = new TabCompletion(_field) { SuggestionGenerator = _field.Autocomplete!.SuggestionGenerator };
        foreach (var table in View.SubViews.SelectMany(part => part.SubViews).OfType<TableView>())
        {
            table.MouseBindings.Remove(MouseFlags.RightButtonClicked);
            Lead(_field, table);
        }
        // From the path Tab goes to the files; what leads to other folders is for the mouse, and for the keys of the table.
        foreach (var button in View.SubViews.OfType<Button>())
            button.TabStop = TabBehavior.NoStop;
        _about = new LinesView(context) { CanFocus = false };
        View.Padding.GetOrCreateView().Add(_about);
    }

    public FileDialog View { get; }

    /// <summary>Gives the focus to the path: the package would go by where it was in views before.</summary>
    public void Focus() => _field.SetFocus();

    /// <summary>Gives the focus to the path again, to go on typing.</summary>
    public void FocusAgain()
    {
        _field.SetFocus();
        _field.MoveEnd();
    }

    public bool Suits(ProgramFileDialog window) => View is SaveDialog == window.IsSaving;

    /// <summary>To be called when the dialog is on the screen.</summary>
    public void Show(ProgramFileDialog window)
    {
        _window = window;
        View.Visible = !window.Room.IsEmpty;
        if (!View.Visible)
            return;
        View.SetScheme(_context.Theme.Body(window.Styles));
        View.Border.GetOrCreateView().SetScheme(_context.Theme.Frame(window.Styles));
        View.Title = CellText.Truncate(window.Title, Math.Max(0, window.Room.Width - 4), "…", _context.Ambiguous);
        var width = Math.Min(window.Width + 4, window.Room.Width);
        var about = (_files.IsReading ? StyledLine.Of(window.Texts.Reading, window.Styles.List.Detail) : window.About).Wrap(
            Math.Max(1, width - 4),
            _context.Ambiguous
        );
        var lines = Math.Min(about.Count, Math.Max(0, window.Room.Height - LeastHeight));
        Place(window.Room.Centered(width, window.Room.Height), lines);
        (_about.X, _about.Y, _about.Width, _about.Height) = (1, 0, Math.Max(0, width - 4), lines);
        _about.Show(about, 0);
        // What there is one kind of needs no list of kinds.
        foreach (var kinds in View.SubViews.OfType<DropDownList>())
            kinds.Visible = false;
        if (window.Path != _path)
            View.Path = _path = window.Path;
        View.SetNeedsDraw();
    }

    public void Dispose()
    {
        View.Buttons[View.CancelButtonIndex].Accepting -= Cancel;
        View.FilesSelected -= Select;
        _files.Changed -= Follow;
        View.Dispose();
    }

    private void Place(CellRect place, int above)
    {
        View.Padding.Thickness = View.Padding.Thickness with { Left = 1, Right = 1, Top = above, Bottom = Below };
        if (place == _placed)
            return;
        _placed = place;
        (View.X, View.Y, View.Width, View.Height) = (place.X, place.Y, place.Width, place.Height);
    }

    private void Say(FileDialogTexts texts)
    {
        var style = View.Style;
        (style.OkButtonText, style.CancelButtonText) = (texts.Accept, texts.Cancel);
        (style.PathCaption, style.SearchCaption) = (texts.PathHint, texts.FindHint);
        (style.FilenameColumnName, style.SizeColumnName) = (texts.Name, texts.Size);
        style.ModifiedColumnName = texts.Modified;
        (style.UseColors, style.DateFormat, style.TreeRootGetter) = (false, DateFormat, () => []);
        style.PreserveFilenameOnDirectoryChanges = true;
        // A name shows its type; a date needs no more room than it has characters.
        style.TableStyle!.GetOrCreateColumnStyle(2).MinWidth = DateFormat.Length;
        style.TableStyle.GetOrCreateColumnStyle(3).Visible = false;
    }

    // What stands in a field and is not typed, a hint or a suggestion. The package derives its colours by a sum over red, green and blue,
    // which a colour that the terminal chooses has not, and lays suggestions on the ground of what has the focus.
    private void Dim(TextField field)
    {
        var dim = _context.Theme.Of(_window.Styles.Body.With(TextAttributes.Dim));
        var (area, screen) = (field.ViewportToScreen(field.Viewport with { X = 0 }), field.App!.Driver!.GetOutputBuffer());
        area = Rectangle.Intersect(area, new(0, 0, screen.Cols, screen.Rows));
        if (area.IsEmpty)
            return;
        var last = area.Right - 1;
        while (last >= area.Left && screen.Contents![area.Top, last].Grapheme is " ")
            last--;
        for (var x = area.Left + CellText.Width(field.Text, _context.Ambiguous); x <= last; x++)
        {
            ref var cell = ref screen.Contents![area.Top, x];
            cell = cell with { Attribute = dim, IsDirty = true };
        }
    }

    // The keys that our own fields have.
    private static void Bind(TextField field)
    {
        field.KeyBindings.Add(Key.U.WithCtrl, Command.CutToStartOfLine);
        field.KeyBindings.Add(Key.W.WithCtrl, Command.KillWordLeft);
    }

    // From the path to the files, where the one whose name is typed or begun is picked; and back from the first of them.
    private static void Lead(TextField path, TableView files)
    {
        path.KeyDown += (_, key) =>
        {
            if (key.KeyCode is not (KeyCode.CursorDown or KeyCode.Tab) || key.Handled)
                return;
            var row = RowOf(files.Table, Directory.Exists(path.Text) ? "" : Path.GetFileName(path.Text));
            key.Handled = files.SetFocus();
            files.SetSelection(0, row, false);
            files.EnsureCursorIsVisible();
        };
        files.KeyDown += (_, key) =>
        {
            var isBack = key.KeyCode == (KeyCode.Tab | KeyCode.ShiftMask);
            if (isBack || key.KeyCode == KeyCode.CursorUp && files.Value?.SelectedCell.Y is null or 0)
                key.Handled = path.SetFocus();
            else if (key.KeyCode == KeyCode.CursorDown && files.Value?.SelectedCell.Y == files.Table?.Rows - 1)
                key.Handled = true;
        };
    }

    // The first row leads to the folder above, and is no answer to a name.
    private static int RowOf(ITableSource? files, string typed)
    {
        var names = Enumerable.Range(0, files?.Rows ?? 0).Select(row => $"{files![row, 0]}".TrimStart('/')).ToList();
        var same = names.IndexOf(typed);
        return same >= 0
            ? same
            : Math.Max(0, names.FindIndex(name => name != ".." && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)));
    }

    private void Cancel(object? sender, CommandEventArgs pressed)
    {
        pressed.Handled = true;
        _context.Tell(new ButtonEvent(1));
    }

    // What was typed meanwhile may lead to the folder now.
    private void Follow(bool isShownRead)
    {
        if (isShownRead)
            GuiApplication.ShowFolder(View);
        if (View.Path.Length == 0 && !_files.HasShown)
            (View.Path, View.Path) = (Environment.CurrentDirectory, "");
        GuiApplication.GoToPath(View);
        Show(_window);
    }

    // The program judges what was named, and closes the dialog.
    private void Select(object? sender, FilesSelectedEventArgs selected)
    {
        selected.Cancel = true;
        _path = View.Path;
        _context.Tell(new FileEvent(View.Path));
    }

    /// <summary>What is listed. Whatever was typed may be named: the program says what is wrong with it.</summary>
    private sealed class ListedFiles(Func<string, bool> isListed, FileDialog dialog) : IAllowedType
    {
        public bool IsAllowed(string path) => isListed(path) || path == dialog.Path;

        public override string ToString() => "";
    }

    /// <summary>Completes with Tab alone: the arrows lead to the files, however many of them begin as what is typed.</summary>
    private sealed class TabCompletion(TextField path) : AppendAutocomplete(path)
    {
        public override bool ProcessKey(Key a) => a.KeyCode is not (KeyCode.CursorUp or KeyCode.CursorDown) && base.ProcessKey(a);
    }

    private sealed class NoFileOperations : IFileOperations
    {
        public bool Delete(IApplication? app, IEnumerable<IFileSystemInfo> toDelete) => false;

        public IFileSystemInfo? New(IApplication? app, IFileSystem fileSystem, IDirectoryInfo inDirectory) => null;

        public IFileSystemInfo? Rename(IApplication? app, IFileSystem fileSystem, IFileSystemInfo toRename) => null;
    }
}
