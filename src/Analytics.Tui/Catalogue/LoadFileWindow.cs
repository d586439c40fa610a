using System.Collections.Immutable;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Catalogue;

/// <summary>Shows what a file holds as it will be read, before it is opened, and asks for its name and for all that decides that.</summary>
/// <param name="File">What was found in it.</param>
/// <param name="Form">Its name as SQL will know it, and how it is to be read.</param>
/// <param name="Seen">What was asked for when it was looked at last.</param>
/// <param name="Top">First line shown.</param>
internal sealed record LoadFileWindow(FileInspection File, Form Form, FileAsked Seen, int Top = 0) : Window<CatalogueState>
{
    // What is wrong or to do, a rule, and the buttons below.
    private const int LinesAround = 4;

    /// <summary>Why the name cannot be; empty while it can.</summary>
    public string Error { get; init; } = "";

    /// <summary>Why the file cannot be read as was asked, or was not opened; empty while nothing is wrong.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>Number of the request to look at it again, or to open it; null for none.</summary>
    public int? Request { get; init; }

    /// <summary>Whether it is being opened.</summary>
    public bool IsOpening { get; init; }

    /// <summary>The window for a file that was inspected; a name that is taken is said at once.</summary>
    public static LoadFileWindow Of(FileInspection file, CatalogueState catalogue, Texts texts)
    {
        var form = ImportForm.Of(file, TextField.Of(OpenedFile.Stem(file.Path)), texts);
        return new LoadFileWindow(file, form, ImportForm.Asked(form, file.Path)).Checked(catalogue, texts);
    }

    public string Name => Form[ImportForm.Name].Value.Trim();

    public override ImmutableArray<string> Buttons(Texts texts) => [Texts.Button(texts.OpenIt, 'O'), texts.CancelButton];

    // On a name that is taken Tab proposes another one.
    public override bool LeadsToButtons(bool forward) =>
        forward ? Error.Length == 0 && Form.Focus == Form.Fields.Length - 1 : Form.Focus == 0;

    public override bool TakesEveryKey => Form.IsListOpen;

    public override IReadOnlyList<string> Contexts => [KeyContext.LoadFile, KeyContext.Always];

    /// <summary>Another choice, with which the file is looked at again, another name or scroll position.</summary>
    public override Part<CatalogueState> Handle(Part<CatalogueState> part, InputEvent input)
    {
        if (!Form.IsListOpen && Scrolled(part, input) is { } scrolled)
            return part with { Window = scrolled };
        if (IsOpening)
            return part;
        if (input is KeyEvent { Key: Key.Tab, Modifiers: KeyModifiers.None } && Error.Length > 0 && !Form.IsListOpen)
            return part with { Window = Freed(part) };
        return Form.Handle(input) is { } form ? Changed(part, form.Told(part.Texts)) : part;
    }

    /// <summary>Opens the file as it is seen; where something was changed since, it is looked at first.</summary>
    public override Part<CatalogueState> Accept(Part<CatalogueState> part)
    {
        if (IsOpening || Error.Length > 0)
            return part;
        if (ImportForm.Refused(Form, part.Texts) is { } refused)
            return part with { Window = this with { Form = refused } };
        if (ImportForm.Asked(Form, File.Path) is var asked && asked != Seen)
            return Inspected(part, asked);
        if (Request is not null || Refusal.Length > 0)
            return part;
        var request = part.LastRequest + 1;
        return (part with { LastRequest = request, Window = this with { Request = request, IsOpening = true } }).Doing(
            new OpenDataFile(request, asked with { Name = Name })
        );
    }

    public override Part<CatalogueState> Press(Part<CatalogueState> part, WindowEvent pressed) =>
        pressed switch
        {
            ScrollEvent scrolled => part with { Window = this with { Top = scrolled.Top } },
            _ when IsOpening => part,
            _ => (this with { Button = null }).Changed(part, Form.Press(pressed).Told(part.Texts)),
        };

    /// <summary>The window once the file was looked at again.</summary>
    public LoadFileWindow With(FileInspection file, Texts texts) =>
        this with
        {
            File = file,
            Form = ImportForm.Found(Form, file, texts),
            Request = null,
            Refusal = "",
        };

    /// <summary>The window once it was said that the file cannot be read so, or be opened.</summary>
    public LoadFileWindow Refused(Localized reason, Language language) =>
        this with
        {
            Request = null,
            IsOpening = false,
            Refusal = reason.In(language).ReplaceLineEndings(" "),
        };

    public override ProgramWindow Describe(Part<CatalogueState> part, AmbiguousWidth ambiguous)
    {
        var texts = part.Texts;
        var (about, style) =
            IsOpening ? (texts.OpeningFile, Theme.Dim)
            : Error.Length > 0 ? (Error, Theme.Error)
            : Request is not null ? (texts.Reading, Theme.Dim)
            : Refusal.Length > 0 ? (Refusal, Theme.Error)
            : (Form.Fields.Length > 1 ? texts.ImportHint : texts.LoadHint, Theme.Dim);
        return Framed(
            part,
            $"{texts.OpenDataFile} · {Path.GetFileName(File.Path)}",
            part.Size.Width,
            new FormPart(Form),
            TextPart.Of(about, style),
            new RulePart(),
            new LinesPart(FileLines.Of(File, WindowFrame.LineWidth(part.Size), texts, ambiguous), Top) { IsTall = true }
        );
    }

    private LoadFileWindow? Scrolled(Part<CatalogueState> part, InputEvent input)
    {
        var scrolls = input switch
        {
            KeyEvent { Key: Key.PageUp or Key.PageDown } or MouseEvent => true,
            KeyEvent { Key: Key.Up, Modifiers: KeyModifiers.None } => Form.Focus == 0,
            KeyEvent { Key: Key.Down, Modifiers: KeyModifiers.None } => Form.Focus == Form.Fields.Length - 1,
            _ => false,
        };
        var lines = Math.Max(1, part.Size.Height - 4 - LinesAround - Form.Fields.Length);
        return scrolls
            ? this with
            {
                Top = Scroller.Move(Top, input, lines, FileLines.Of(File, WindowFrame.LineWidth(part.Size), part.Texts).Count),
            }
            : null;
    }

    /// <summary>The window with another form. A choice counts at once, a text once it is left.</summary>
    private Part<CatalogueState> Changed(Part<CatalogueState> part, Form form)
    {
        var next = (this with { Form = form }).Checked(part.Own, part.Texts);
        var isTyped = form.Focused is TextFormField && form.Focus == Form.Focus;
        if (isTyped || form.IsListOpen || next.Error.Length > 0 || ImportForm.Refused(form, part.Texts) is not null)
            return part with { Window = next };
        return ImportForm.Asked(form, File.Path) is var asked && asked != Seen ? next.Inspected(part, asked) : part with { Window = next };
    }

    private Part<CatalogueState> Inspected(Part<CatalogueState> part, FileAsked asked)
    {
        var request = part.LastRequest + 1;
        return (part with { LastRequest = request, Window = this with { Request = request, Seen = asked, Refusal = "" } }).Doing(
            new InspectFile(request, asked)
        );
    }

    private LoadFileWindow Freed(Part<CatalogueState> part)
    {
        var name = TextField.Of(part.Own.FreeName(OpenedFile.Stem(File.Path), part.Texts));
        var form = Form.With((TextFormField)Form[ImportForm.Name] with { Input = name });
        return (this with { Form = form }).Checked(part.Own, part.Texts);
    }

    private LoadFileWindow Checked(CatalogueState catalogue, Texts texts) =>
        this with
        {
            Error =
                Name.Length == 0 ? texts.NameNeeded
                : catalogue.HolderOf(Name, texts) is { } holder
                    ? texts.NameIsTaken(Name, holder, catalogue.FreeName(OpenedFile.Stem(File.Path), texts))
                : "",
        };
}
