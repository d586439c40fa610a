using Analytics.Engine.Files;
using Analytics.Engine.Sessions;

namespace Analytics.Tui.Catalogue;

/// <summary>Asks which data file to open.</summary>
/// <param name="Path">The file that is proposed, then the one that was named.</param>
/// <param name="Error">Why the last file was refused; empty if none was.</param>
/// <param name="Request">Number of the request to inspect a file; null for none.</param>
internal sealed record FilePathWindow(string Path, string Error = "", int? Request = null) : FileWindow<CatalogueState>(Path, Error)
{
    protected override bool IsSaving => false;

    protected override string TitleOf(Texts texts) => texts.OpenDataFile;

    protected override string Hint(Texts texts) => Request is not null ? texts.Reading : texts.OpenableFiles;

    protected override bool IsListed(string name) => OpenedFile.KindOf(name) is not null;

    protected override Part<CatalogueState> Named(Part<CatalogueState> part) =>
        Path.Length == 0 ? part with { Window = this with { Error = part.Texts.NameNeeded } } : Inspected(part);

    /// <summary>A folder is gone into; everything else is said.</summary>
    public FilePathWindow Refused(FileRefused refused, Language language) =>
        refused.IsFolder
            ? new(System.IO.Path.TrimEndingDirectorySeparator(FilePaths.Full(Path)) + System.IO.Path.DirectorySeparatorChar)
            : this with
            {
                Request = null,
                Error = refused.Reason.In(language),
            };

    /// <summary>Asks what the file holds; one that is open already is told.</summary>
    public Part<CatalogueState> Inspected(Part<CatalogueState> part)
    {
        var (request, path) = (part.LastRequest + 1, FilePaths.Full(Path));
        if (part.Own.Files.FirstOrDefault(f => f.Path == path) is { } open)
            return part with { Window = this with { Error = part.Texts.IsOpenAlready(open.Name) } };
        return (part with { LastRequest = request, Window = this with { Request = request } }).Doing(
            new InspectFile(request, new FileAsked(path, FileChoices.None))
        );
    }
}
