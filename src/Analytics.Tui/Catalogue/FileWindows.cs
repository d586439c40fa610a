using Analytics.Engine.Sessions;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Editor;

namespace Analytics.Tui.Catalogue;

/// <summary>A folder, or a file that can be opened.</summary>
/// <param name="Name">Without the folders above it.</param>
/// <param name="IsFolder">Whether to go into it rather than to open it.</param>
/// <param name="Bytes">Of a file.</param>
internal readonly record struct FolderEntry(string Name, bool IsFolder, long Bytes);

/// <summary>The first rows of a table.</summary>
/// <param name="Columns">Of each row, in order.</param>
/// <param name="Rows">Texts; null for NULL.</param>
/// <param name="Fault">Why there are none; null if they could be read.</param>
internal sealed record FirstRows(IReadOnlyList<InspectedColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, Localized? Fault);

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
) : Window
{
    public static FilePathWindow Of(string path) => new(TextField.Of(path), null, [], -1, "", null);

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
    public ListView List => ListView.Of(Matches.Count).Select(Math.Max(0, Picked));

    /// <summary>The path that Enter means: the entry picked, else what is typed.</summary>
    public string Chosen => Picked >= 0 && Picked < Matches.Count ? PathOf(Matches[Picked]) : Path.Text.Trim();

    public FilePathWindow Handle(InputEvent input, int page) =>
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
    public FilePathWindow Typed(TextField path) =>
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
}

/// <summary>Shows what a file holds before it is opened, and asks for its name.</summary>
/// <param name="File">What was found in it.</param>
/// <param name="Name">The name that SQL will know it by, as typed.</param>
/// <param name="Top">First line shown.</param>
/// <param name="Error">Why it was not opened; empty while nothing is wrong.</param>
/// <param name="Request">Number of the request to open it; null before.</param>
internal sealed record LoadFileWindow(FileInspection File, TextField Name, int Top, string Error, int? Request) : Window;

/// <summary>A table before it is queried: what it is, its columns, its first rows.</summary>
/// <param name="Title">Name of the table.</param>
/// <param name="About">What it is and where it comes from.</param>
/// <param name="Columns">With their types and descriptions.</param>
/// <param name="Request">Number of the request for the rows.</param>
/// <param name="Rows">Null until they were read.</param>
/// <param name="Top">First line shown.</param>
internal sealed record PreviewWindow(
    string Title,
    IReadOnlyList<StyledLine> About,
    IReadOnlyList<ColumnEntry> Columns,
    int Request,
    FirstRows? Rows,
    int Top
) : Window;
