using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Export;
using Analytics.Engine.Sql;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Editor;
using Analytics.Tui.Pages;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App.Running;

/// <summary>What the editor wants done: none of it needs the session's turn but reading names.</summary>
internal sealed partial class EffectRunner
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Lock _completing = new();
    private EngineGrammar? _grammar;

    /// <summary>Whether it was one of the editor's.</summary>
    private bool PerformEditing(ConsoleEffect effect, EffectContext<ConsoleEvent> context)
    {
        switch (effect)
        {
            case ReadState:
                context.Post(new StateHasBeenRead(folder?.Read() ?? new StoredState(BufferContents.None, [], new(), [])));
                return true;
            case WriteBuffers write:
                context.Post(new BuffersWritten(Kept(f => f.Write(write.Number, write.Contents))));
                return true;
            case WriteSettings settings:
                Keep(f => f.WriteChoices(settings.Choices), context.Post);
                return true;
            case KeepInHistory keep:
                Keep(f => f.History.Append(keep.Entry), context.Post);
                return true;
            case Complete complete:
                context.Post(new Offered(complete.Request, Offers(complete)));
                return true;
            case OpenSqlFile open:
                Answer(
                    context.Post,
                    () => new SqlFileOpened(Path.GetFullPath(open.Path), ReadSql(open.Path)),
                    message => new SqlFileFailed(message)
                );
                return true;
            case SaveSqlFile save:
                Answer(context.Post, () => SaveSql(save), message => new SqlFileFailed(message));
                return true;
            case WriteSessionLog log:
                Answer(context.Post, () => WriteLog(log), message => new SessionLogFailed(message));
                return true;
            case EditOutside edit:
                context.Post(InEditor(edit, context));
                return true;
            case EditPage edit:
                context.Post(new PageEdited(Edited(edit.Name, context)));
                return true;
            default:
                return PerformSettings(effect, context);
        }
    }

    private void Keep(Action<StateFolder> work, Action<ConsoleEvent> post)
    {
        if (Kept(work) is { } fault)
            post(new NotKept(fault));
    }

    /// <summary>What went wrong; null for nothing.</summary>
    private Localized? Kept(Action<StateFolder> work)
    {
        try
        {
            if (folder is not null)
                work(folder);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ErrorText.Of(e);
        }
    }

    private IReadOnlyList<CompletionItem> Offers(Complete complete)
    {
        lock (_completing)
        {
            _grammar ??= EngineGrammar.Open();
            return new SqlCompletion(complete.Names, _grammar).At(SqlScript.Read(complete.Text), complete.Offset);
        }
    }

    /// <summary>Read question by question: a query does not wait for all of them.</summary>
    private CompletionCatalog? Names()
    {
        if (_workspace is not { } open)
            return null;
        try
        {
            return CompletionCatalog.Read(open.Session, [.. open.Results.Select(r => r.Name)], Ask);
        }
        catch (Exception e) when (e is UserException or DuckDbException or ObjectDisposedException or OperationCanceledException)
        {
            // What is wrong with the data was said when the tables were read.
            return null;
        }

        void Ask(Action question)
        {
            using (_turn.Enter())
            {
                ObjectDisposedException.ThrowIf(_workspace != open, open);
                question();
            }
            Thread.Sleep(1); // The turn would go on to whoever just ended one, who does not have to be woken.
        }
    }

    private static string ReadSql(string path)
    {
        try
        {
            return Utf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw UserException.Failed($"{path} 不是 UTF-8 文本。", $"{path}: is no UTF-8 text.", e);
        }
    }

    private static ConsoleEvent SaveSql(SaveSqlFile save)
    {
        var path = Path.GetFullPath(save.Path);
        var mayReplace = save.Overwrite || !File.Exists(path) || (save.Expected is { } expected && ReadSql(path) == expected);
        if (!mayReplace)
            return new SqlFileExists(save with { Path = path });
        OutputFile.Write(
            path,
            overwrite: true,
            stream =>
            {
                var bytes = Utf8.GetBytes(save.Text);
                stream.Write(bytes);
                return bytes.Length;
            }
        );
        return new SqlFileSaved(path, save.Text);
    }

    private static ConsoleEvent WriteLog(WriteSessionLog log)
    {
        if (File.Exists(log.Path) && !log.Overwrite)
            return new SessionLogExists(log.Path);
        OutputFile.Write(
            log.Path,
            log.Overwrite,
            stream =>
            {
                stream.Write(Utf8.GetBytes(log.Text));
                return true;
            }
        );
        return new SessionLogWritten(log.Path);
    }

    /// <summary>Runs $VISUAL or $EDITOR on a temporary file while the console is off the screen.</summary>
    private static EditedOutside InEditor(EditOutside edit, EffectContext<ConsoleEvent> context)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("analytics-").FullName, "query.sql");
        try
        {
            File.WriteAllText(file, edit.Text, Utf8);
            var exit = 0;
            context.Lend(() => exit = RunEditor(file));
            return exit == 0
                ? new EditedOutside(edit.Buffer, edit.Text, ReadSql(file), null)
                : new EditedOutside(edit.Buffer, edit.Text, null, $"{EditorCommand()}: {exit}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception or UserException)
        {
            return new EditedOutside(edit.Buffer, edit.Text, null, e.Message);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    /// <summary>Runs the editor on a page's file, or on its model's where the fault is in there; null, or what went wrong.</summary>
    private string? Edited(string page, EffectContext<ConsoleEvent> context)
    {
        try
        {
            var fault = Catalog().Read(page).Faults is [var first, ..] ? first : null;
            var file = fault?.Path ?? Catalog().PathOf(page)!;
            var exit = 0;
            context.Lend(() => exit = RunEditor(file, fault?.Place.Line));
            return exit == 0 ? null : $"{EditorCommand()}: {exit}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception or UserException)
        {
            return e.Message;
        }
    }

    /// <summary>The variable may hold arguments, so a shell reads it, as git does.</summary>
    /// <param name="file">What is edited.</param>
    /// <param name="line">Where the cursor is to be, which vi, nano, emacs and their kin take as <c>+N</c>; null: anywhere.</param>
    private static int RunEditor(string file, int? line = null)
    {
        using var process = OperatingSystem.IsWindows()
            ? Process.Start(new ProcessStartInfo("cmd.exe", ["/c", $"{EditorCommand()} {file}"]))!
            : Process.Start(
                new ProcessStartInfo("/bin/sh", ["-c", $"{EditorCommand()} {(line is null ? "" : $"+{line} ")}\"$1\"", "sh", file])
            )!;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>The editor outside the console.</summary>
    internal static string EditorCommand() =>
        Environment.GetEnvironmentVariable("VISUAL") is { Length: > 0 } visual ? visual
        : Environment.GetEnvironmentVariable("EDITOR") is { Length: > 0 } editor ? editor
        : OperatingSystem.IsWindows() ? "notepad"
        : "vi";
}
