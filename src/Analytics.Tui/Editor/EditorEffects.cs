using Analytics.Engine.Queries;
using Analytics.Engine.Sql;

namespace Analytics.Tui.Editor;

/// <summary>Keeps the buffers in the state folder.</summary>
/// <param name="Number">Later ones have higher numbers.</param>
/// <param name="Contents">All buffers as they are now.</param>
internal sealed record WriteBuffers(int Number, BufferContents Contents) : ConsoleEffect;

/// <summary>Adds SQL that is run to the history, or what came of it.</summary>
internal sealed record KeepInHistory(HistoryEntry Entry) : ConsoleEffect;

/// <summary>Reads what completion offers of the session.</summary>
internal sealed record ReadNames : ConsoleEffect;

/// <summary>Asks what may stand at an offset of a text.</summary>
internal sealed record Complete(int Request, CompletionCatalog Names, string Text, int Offset) : ConsoleEffect;

/// <summary>Opens a .sql file in a buffer.</summary>
internal sealed record OpenSqlFile(string Path) : ConsoleEffect;

/// <summary>Writes the buffer in view to a file.</summary>
/// <param name="Path">The file to write.</param>
/// <param name="Text">All that it is to hold.</param>
/// <param name="Expected">What the file held when it was last read or written here; it is replaced unasked if it still does.</param>
/// <param name="Overwrite">Whether the user has said that it may be replaced.</param>
internal sealed record SaveSqlFile(string Path, string Text, string? Expected, bool Overwrite) : ConsoleEffect;

/// <summary>Hands the terminal and the text to the user's own editor.</summary>
internal sealed record EditOutside(int Buffer, string Text) : ConsoleEffect;

/// <param name="Fault">Why they could not be written; null when they were.</param>
internal sealed record BuffersWritten(Localized? Fault) : ConsoleEvent;

/// <param name="Names">Null if the data cannot be read.</param>
internal sealed record NamesRead(CompletionCatalog? Names) : ConsoleEvent;

internal sealed record Offered(int Request, IReadOnlyList<CompletionItem> Offers) : ConsoleEvent;

internal sealed record SqlFileOpened(string Path, string Text) : ConsoleEvent;

internal sealed record SqlFileSaved(string Path, string Text) : ConsoleEvent;

/// <summary>The file exists, holds something else than expected, and nobody has said yet that it may be replaced.</summary>
internal sealed record SqlFileExists(SaveSqlFile Effect) : ConsoleEvent;

internal sealed record SqlFileFailed(Localized Message) : ConsoleEvent;

/// <summary>The user's own editor has ended.</summary>
/// <param name="Buffer">Number of the buffer that was edited.</param>
/// <param name="Before">Its text when the editor was started.</param>
/// <param name="Text">The text as the editor left it; null if the editor failed.</param>
/// <param name="Fault">Why it failed; null if it did not.</param>
internal sealed record EditedOutside(int Buffer, string Before, string? Text, string? Fault) : ConsoleEvent;

internal sealed record ReadChoices(int Request, QueryFile Query) : ConsoleEffect;

/// <summary>The values to pick from, by parameter name; parameters without a pick-list are left out.</summary>
internal sealed record ChoicesRead(int Request, IReadOnlyDictionary<string, IReadOnlyList<FormChoice>> Choices) : ConsoleEvent;

internal sealed record ChoicesFailed(int Request, Localized Message) : ConsoleEvent;
