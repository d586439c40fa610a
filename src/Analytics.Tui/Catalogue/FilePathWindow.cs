using Analytics.Terminal.Input;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Catalogue;

/// <summary>Asks which data file to open.</summary>
/// <param name="Path">What is typed so far.</param>
/// <param name="Folder">The folder whose entries were asked for; null before.</param>
/// <param name="Entries">What it holds.</param>
/// <param name="Picked">Which of the matches is picked; -1 for what is typed.</param>
/// <param name="Error">Why the last file was refused; empty if none was.</param>
/// <param name="Request">Number of the request to inspect a file; null for none.</param>
internal sealed record FilePathWindow(
    TextField Path,
    string? Folder,
    IReadOnlyList<FolderEntry> Entries,
    int Picked,
    string Error,
    int? Request
) : Window<CatalogueState>
{
    private const int WidestPath = 100;

    public static FilePathWindow Of(string path) => new(TextField.Of(path), null, [], -1, "", null);

    public override IReadOnlyList<string> Contexts => [KeyContext.FilePath, KeyContext.Always];

    /// <summary>The entries that begin with what is typed; hidden ones only after a dot.</summary>
    public IReadOnlyList<FolderEntry> Matches
    {
        get
        {
            var leaf = FilePaths.Split(Path.Text).Leaf;
            return
            [
                .. Entries.Where(e =>
                    e.Name.StartsWith(leaf, StringComparison.OrdinalIgnoreCase) && (leaf.Length > 0 || !e.Name.StartsWith('.'))
                ),
            ];
        }
    }

    /// <summary>The matches as a list; nothing is selected in it until one is picked.</summary>
    private ListView List => ListView.Of(Matches.Count).Select(Math.Max(0, Picked));

    /// <summary>The path that Enter means: the entry picked, else what is typed.</summary>
    private string Chosen => Picked >= 0 && Picked < Matches.Count ? PathOf(Matches[Picked]) : Path.Text.Trim();

    public override Part<CatalogueState> Handle(Part<CatalogueState> part, InputEvent input) =>
        part with
        {
            Window = Handled(input, WindowFrame.PageLines(part.Size)),
        };

    /// <summary>A click picks an entry, a double click chooses it.</summary>
    public override Part<CatalogueState> Press(Part<CatalogueState> part, WindowEvent pressed)
    {
        if (pressed is FieldEvent { Cursor: { } at })
            return part with { Window = Typed(Path.MoveTo(at)) };
        if (pressed is not RowEvent row)
            return part;
        var picked = this with { Picked = row.Row };
        return row.Clicks == 2 ? picked.Accept(part with { Window = picked }) : part with { Window = picked };
    }

    /// <summary>Looks into the file; a folder is gone into.</summary>
    public override Part<CatalogueState> Accept(Part<CatalogueState> part) =>
        Chosen.Length == 0 ? part with { Window = this with { Error = part.Texts.NameNeeded } }
        : Picked >= 0 && Chosen.EndsWith(System.IO.Path.DirectorySeparatorChar) ? part with { Window = Typed(TextField.Of(Chosen)) }
        : Inspected(part);

    public override ProgramWindow Describe(Part<CatalogueState> part, AmbiguousWidth ambiguous)
    {
        var (texts, matches) = (part.Texts, Matches);
        return Framed(
            part,
            texts.OpenDataFile,
            WidestPath,
            new FieldPart("", Path, texts.PathHint),
            TextPart.Of(Hint(texts), Error.Length > 0 ? Theme.Error : Theme.Dim),
            new RulePart(),
            new RowsPart(Picked < 0 ? List with { Selected = -1 } : List, row => Line(matches[row])) { IsTall = true }
        );
    }

    /// <summary>The entries of the folder that is typed are asked for once.</summary>
    public static Part<CatalogueState> Settle(Part<CatalogueState> part)
    {
        if (
            part.Window is not FilePathWindow window
            || FilePaths.Full(FilePaths.Split(window.Path.Text).Folder) is var folder && folder == window.Folder
        )
        {
            return part;
        }

        return (part with { Window = window with { Folder = folder, Entries = [] } }).Doing(new ReadFolder(folder));
    }

    /// <summary>A folder is gone into; everything else is said.</summary>
    public FilePathWindow Refused(FileRefused refused, Language language) =>
        refused.IsFolder && !Path.Text.EndsWith(System.IO.Path.DirectorySeparatorChar)
            ? Typed(TextField.Of(Path.Text + System.IO.Path.DirectorySeparatorChar))
            : this with
            {
                Request = null,
                Error = refused.Reason.In(language),
            };

    /// <summary>Asks what the chosen file holds; one that is open already is told.</summary>
    public Part<CatalogueState> Inspected(Part<CatalogueState> part)
    {
        var (request, path, typed) = (part.LastRequest + 1, FilePaths.Full(Chosen), Typed(TextField.Of(Chosen)));
        if (part.Own.Files.FirstOrDefault(f => f.Path == path) is { } open)
            return part with { Window = typed with { Error = part.Texts.IsOpenAlready(open.Name) } };
        return (part with { LastRequest = request, Window = typed with { Request = request } }).Doing(new InspectFile(request, path));
    }

    private FilePathWindow Handled(InputEvent input, int page) =>
        input switch
        {
            PasteEvent paste when FilePaths.Dropped(paste.Text) is { } dropped => Typed(TextField.Of(dropped)),
            KeyEvent { Key: Key.Tab } => Completed(),
            KeyEvent { Key: Key.Down } when Picked < 0 && Matches.Count > 0 => this with { Picked = 0 },
            KeyEvent { Key: Key.Up } when Picked == 0 => this with { Picked = -1 },
            KeyEvent { Key: Key.Up or Key.Down or Key.PageUp or Key.PageDown } or MouseEvent => Matches.Count > 0
            && List.Handle(input, page) is { } list
                ? this with
                {
                    Picked = list.Selected,
                }
                : this,
            _ => Path.Handle(input) is { } path ? Typed(path) : this,
        };

    /// <summary>With another path typed.</summary>
    private FilePathWindow Typed(TextField path) =>
        this with
        {
            Path = path,
            Picked = path.Text == Path.Text ? Picked : -1,
            Error = "",
            Request = null,
        };

    /// <summary>The path as far as it is certain: the entry picked, the only match, or what all matches begin with.</summary>
    private FilePathWindow Completed()
    {
        var matches = Matches;
        if (matches.Count == 0)
            return this;
        if (Picked >= 0 || matches.Count == 1)
            return Typed(TextField.Of(PathOf(matches[Math.Max(0, Picked)])));
        var common = matches[0].Name;
        foreach (var match in matches)
        {
            common = common[
                ..common.Zip(match.Name).TakeWhile(p => char.ToUpperInvariant(p.First) == char.ToUpperInvariant(p.Second)).Count()
            ];
        }

        var (folder, leaf) = FilePaths.Split(Path.Text);
        return common.Length > leaf.Length ? Typed(TextField.Of(folder + common)) : this with { Picked = 0 };
    }

    private string PathOf(FolderEntry entry) =>
        FilePaths.Split(Path.Text).Folder + entry.Name + (entry.IsFolder ? System.IO.Path.DirectorySeparatorChar : "");

    private string Hint(Texts texts) =>
        Error.Length > 0 ? Error
        : Request is not null ? texts.Reading
        : texts.OpenableFiles;

    private static ListLine Line(FolderEntry entry) =>
        entry.IsFolder ? new(entry.Name + System.IO.Path.DirectorySeparatorChar, "", Theme.Bold) : new(entry.Name, Texts.Size(entry.Bytes));
}
