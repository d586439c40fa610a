using Analytics.Engine.Sessions;
using Analytics.Tui.Catalogue;

namespace Analytics.Tui;

/// <summary>Reads which files and folders a folder holds.</summary>
internal sealed record ReadFolder(string Folder) : ConsoleEffect;

/// <summary>Reads what a file holds before it is opened; waits for no query.</summary>
/// <param name="Request">Number that the answer carries.</param>
/// <param name="Path">Absolute.</param>
internal sealed record InspectFile(int Request, string Path) : ConsoleEffect;

/// <summary>Opens a data file under a name.</summary>
internal sealed record OpenDataFile(int Request, string Path, string Name) : ConsoleEffect;

internal sealed record CloseDataFile(OpenedFile File) : ConsoleEffect;

/// <summary>Reads the first rows of a table or kept result.</summary>
/// <param name="Request">Number that the answer carries.</param>
/// <param name="Table">Its name as SQL needs it.</param>
internal sealed record ReadFirstRows(int Request, string Table) : ConsoleEffect;

/// <param name="Folder">The folder as it was asked for.</param>
/// <param name="Entries">Folders first; empty where it cannot be read.</param>
internal sealed record FolderRead(string Folder, IReadOnlyList<FolderEntry> Entries) : ConsoleEvent;

internal sealed record FileInspected(int Request, FileInspection Inspection) : ConsoleEvent;

/// <summary>It cannot be opened; a folder may be gone into.</summary>
internal sealed record FileRefused(int Request, Localized Reason, bool IsFolder) : ConsoleEvent;

internal sealed record DataFileOpened(int Request, OpenedFile File) : ConsoleEvent;

/// <summary>The engine did not open it after all.</summary>
internal sealed record DataFileFailed(int Request, Localized Message) : ConsoleEvent;

/// <param name="File">The file that was to be closed.</param>
/// <param name="Fault">Why it is still open; null when it is closed.</param>
internal sealed record DataFileClosed(OpenedFile File, Localized? Fault) : ConsoleEvent;

internal sealed record FirstRowsRead(int Request, FirstRows Rows) : ConsoleEvent;
