using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Terminal.Gui.ViewBase;
using GuiKey = Terminal.Gui.Input.Key;

namespace Analytics.Terminal.Host;

/// <summary>Shows the open window of a program as a dialog of Terminal.Gui, and the form in one of its panels.</summary>
/// <param name="screen">What they lie over.</param>
/// <param name="theme">How styles look.</param>
/// <param name="folders">How folders are read.</param>
/// <param name="clicks">Which click of several a press is.</param>
/// <param name="tell">Told what the mouse does in them.</param>
internal sealed class WindowHost(View screen, GuiTheme theme, FolderReading folders, Func<MouseEvent, int> clicks, Action<InputEvent> tell)
    : IDisposable
{
    private DialogView? _dialog;
    private FileDialogView? _files;
    private FormView? _form;
    private DropDownView? _list;

    /// <summary>Shows another path in the file dialog.</summary>
    public void ShowPath(string path)
    {
        if (_files is { } files)
            files.View.Path = path;
    }

    /// <summary>
    /// What the file dialog makes of a key before its fields see it: the keys that accept are Enter to them, and Enter is none where it
    /// does not accept. Gives whether that was all there is to do.
    /// </summary>
    public bool Translate(KeyEvent key, ProgramFileDialog window)
    {
        var isEnter = key is { Key: Key.Enter, Modifiers: KeyModifiers.None };
        if (isEnter == window.Accepts(key))
            return false;
        if (!isEnter)
            _files?.View.NewKeyDownEvent(GuiKey.Enter);
        return true;
    }

    /// <summary>Shows a window and a form in the place of those before; null for none. One of the two has the focus.</summary>
    public void Show(ProgramWindow? window, ProgramForm? form, AmbiguousWidth ambiguous, bool mayFocus)
    {
        Show(form, ambiguous, mayFocus);
        Show(window as ProgramDialog, ambiguous, mayFocus);
        Show(window as ProgramFileDialog, ambiguous);
        var list =
            _dialog?.Form is { } inDialog ? OpenIn(inDialog)
            : window is null && _form is { } inPanel ? OpenIn(inPanel)
            : null;
        if (list is var (view, pick, open))
            Show(view, pick, open);
        else
            Remove(ref _list);
    }

    public void Dispose()
    {
        Remove(ref _list);
        Remove(ref _dialog);
        RemoveFiles();
        Remove(ref _form);
    }

    private void Show(ProgramFileDialog? window, AmbiguousWidth ambiguous)
    {
        if (window is null || _files?.Suits(window) == false)
            RemoveFiles();
        if (window is null)
            return;
        var (isNew, wasSeen) = (_files is null, _files?.View.Visible == true);
        _files ??= new(window, new(theme, folders, window.Styles, ambiguous, clicks, tell));
        if (isNew)
            screen.Add(_files.View);
        _files.Show(window);
        if (isNew)
            _files.Focus();
        else if (!wasSeen && _files.View.Visible)
            _files.FocusAgain();
    }

    private void RemoveFiles()
    {
        if (_files is not { } files)
            return;
        _files = null;
        screen.Remove(files.View);
        files.Dispose();
    }

    private void Show(ProgramForm? form, AmbiguousWidth ambiguous, bool mayFocus)
    {
        if (form is null)
        {
            Remove(ref _form);
            return;
        }
        if (_form is null)
            screen.Add(_form = new(new(theme, folders, form.Styles, ambiguous, clicks, tell)));
        (_form.X, _form.Y, _form.Width, _form.Height) = (form.Area.X, form.Area.Y, form.Area.Width, form.Area.Height);
        _form.Visible = !form.Area.IsEmpty;
        _form.Show(form.Form, form.HasFocus);
        if (mayFocus && form.HasFocus)
            _form.FocusedField?.SetFocus();
    }

    private void Show(ProgramDialog? window, AmbiguousWidth ambiguous, bool mayFocus)
    {
        if (window is null || _dialog?.Suits(window) == false)
            Remove(ref _dialog);
        if (window is null)
            return;
        if (_dialog is null)
            screen.Add(_dialog = new(window, new(theme, folders, window.Styles, ambiguous, clicks, tell)));
        _dialog.Show(window, mayFocus);
    }

    private void Show(FormView form, PickFormField pick, PickList open)
    {
        if (_list is null)
            screen.Add(_list = new(form.Context));
        _list.Show(pick, open, form.FocusedField!.FrameToScreen(), screen.Frame);
    }

    private static (FormView, PickFormField, PickList)? OpenIn(FormView form) =>
        form is { HasOpenList: { } pick, FocusedField: not null } ? (form, pick, pick.Open!) : null;

    private void Remove<T>(ref T? shown)
        where T : View
    {
        if (shown is not { } view)
            return;
        shown = null;
        screen.Remove(view);
        view.Dispose();
    }
}
