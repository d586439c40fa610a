using System.Collections.Immutable;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Catalogue;

/// <summary>Shows what a file holds before it is opened, and asks for its name.</summary>
/// <param name="File">What was found in it.</param>
/// <param name="Name">The name that SQL will know it by, as typed.</param>
/// <param name="Top">First line shown.</param>
/// <param name="Error">Why it was not opened; empty while nothing is wrong.</param>
/// <param name="Request">Number of the request to open it; null before.</param>
internal sealed record LoadFileWindow(FileInspection File, TextField Name, int Top, string Error, int? Request) : Window<CatalogueState>
{
    // The name, what is wrong or to do, a rule, and the buttons below.
    private const int LinesAround = 5;

    /// <summary>The window for a file that was inspected; a name that is taken is said at once.</summary>
    public static LoadFileWindow Of(FileInspection file, CatalogueState catalogue, Texts texts)
    {
        var name = TextField.Of(OpenedFile.Stem(file.Path));
        return new LoadFileWindow(file, name, 0, "", null).Renamed(name, catalogue, texts);
    }

    public override ImmutableArray<string> Buttons(Texts texts) => [Texts.Button(texts.OpenIt, 'O'), texts.CancelButton];

    // Tab proposes a name.
    public override bool LeadsToButtons(bool forward) => !forward;

    public override IReadOnlyList<string> Contexts => [KeyContext.LoadFile, KeyContext.Always];

    /// <summary>Another name or scroll position.</summary>
    public override Part<CatalogueState> Handle(Part<CatalogueState> part, InputEvent input) =>
        part with
        {
            Window = input switch
            {
                KeyEvent { Key: Key.Up or Key.Down or Key.PageUp or Key.PageDown } or MouseEvent => this with
                {
                    Top = Scroller.Move(
                        Top,
                        input,
                        LinesShown(part.Size),
                        FileLines.Of(File, WindowFrame.LineWidth(part.Size), part.Texts).Count
                    ),
                },
                KeyEvent { Key: Key.Tab } => Renamed(
                    TextField.Of(part.Own.FreeName(OpenedFile.Stem(File.Path), part.Texts)),
                    part.Own,
                    part.Texts
                ),
                _ => Request is null && Name.Handle(input) is { } name ? Renamed(name, part.Own, part.Texts) : this,
            },
        };

    /// <summary>Opens the file under the name.</summary>
    public override Part<CatalogueState> Accept(Part<CatalogueState> part)
    {
        if (Request is not null || Error.Length > 0)
            return part;
        var request = part.LastRequest + 1;
        return (part with { LastRequest = request, Window = this with { Request = request } }).Doing(
            new OpenDataFile(request, File.Path, Name.Text.Trim())
        );
    }

    public override Part<CatalogueState> Press(Part<CatalogueState> part, WindowEvent pressed) =>
        pressed switch
        {
            ScrollEvent scrolled => part with { Window = this with { Top = scrolled.Top } },
            FieldEvent { Cursor: { } at } when Request is null => part with
            {
                Window = this with { Name = Name.MoveTo(at), Button = null },
            },
            _ => part,
        };

    public override ProgramWindow Describe(Part<CatalogueState> part, AmbiguousWidth ambiguous)
    {
        var texts = part.Texts;
        var (about, style) = Error.Length > 0 ? (Error, Theme.Error) : (Request is null ? texts.LoadHint : texts.OpeningFile, Theme.Dim);
        return Framed(
            part,
            $"{texts.OpenDataFile} · {Path.GetFileName(File.Path)}",
            part.Size.Width,
            new FieldPart(File.Kind == FileKind.Database ? texts.DatabaseName : texts.TableName, Name),
            TextPart.Of(about, style),
            new RulePart(),
            new LinesPart(FileLines.Of(File, WindowFrame.LineWidth(part.Size), texts, ambiguous), Top) { IsTall = true }
        );
    }

    /// <summary>Lines of the content in view, about.</summary>
    private static int LinesShown(CellSize screen) => Math.Max(1, screen.Height - 4 - LinesAround);

    private LoadFileWindow Renamed(TextField name, CatalogueState catalogue, Texts texts) =>
        this with
        {
            Name = name,
            Error = Fault(name.Text.Trim(), catalogue, texts),
        };

    private string Fault(string name, CatalogueState catalogue, Texts texts) =>
        name.Length == 0 ? texts.NameNeeded
        : catalogue.HolderOf(name, texts) is { } holder
            ? texts.NameIsTaken(name, holder, catalogue.FreeName(OpenedFile.Stem(File.Path), texts))
        : "";
}
