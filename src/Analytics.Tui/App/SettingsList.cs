using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Text;
using Analytics.Tui.App.Running;
using Analytics.Tui.Settings;
using YamlDotNet.Core;

namespace Analytics.Tui.App;

/// <summary>
/// Lists the console's settings as they would hold at its next start, each with where it comes from: <c>file</c> and its line,
/// <c>chosen</c> last in a console, <c>environment</c> and the variable, or <c>default</c>.
/// </summary>
public static class SettingsList
{
    private const string ByFile = "file",
        ByChoice = "chosen",
        ByEnvironment = "environment",
        ByDefault = "default";

    /// <summary>Columns <c>name</c>, <c>value</c>, <c>origin</c> and <c>at</c>, what is wrong with the file as faults.</summary>
    public static Listing Read()
    {
        var file = SettingsFile.Read(UserFolder.SettingsFile(Environment.GetEnvironmentVariable));
        using var folder = new StateFolder(StateFolder.Default(Environment.GetEnvironmentVariable));
        var settings = ConsoleSettings.Of(ConsoleKeys.Map).With(file).With(folder.ReadChoices());
        var lines = LinesOf(file);
        IEnumerable<string?[]> rows =
        [
            ["state_folder", .. StateRow()],
            .. Values(settings).Select(v => Row(v, lines, file.Path, folder.ChoicesFile)),
            LanguageRow(file, lines),
            EditorRow(),
            .. Keys(settings),
        ];
        return Listing.OfTexts(["name", "value", "origin", "at"], rows) with { Faults = [.. settings.Faults, .. settings.Notes] };
    }

    private static string?[] StateRow()
    {
        var variable = StateFolder.DecidingVariable(Environment.GetEnvironmentVariable);
        var folder = Path.GetFullPath(StateFolder.Default(Environment.GetEnvironmentVariable));
        return [folder, variable is null ? ByDefault : ByEnvironment, variable];
    }

    /// <summary>Each with whether the file says it, and whether it was chosen in a console.</summary>
    private static IEnumerable<(string Name, string Value, bool IsFiles, bool IsChosen)> Values(ConsoleSettings settings)
    {
        var (file, chosen) = (settings.File, settings.Choices);
        yield return ("theme", Word(settings.Theme), file.Theme is not null, chosen.Theme is not null);
        yield return ("vim", Word(settings.UsesVim), file.Vim is not null, chosen.UsesVim is not null);
        yield return ("soft_wrap", Word(settings.Wraps), file.Wraps is not null, chosen.Wraps is not null);
        yield return ("chart_graphics", Word(settings.Graphics), file.Graphics is not null, chosen.Graphics is not null);
        yield return ("nulls", Word(settings.Nulls), file.Nulls is not null, chosen.Nulls is not null);
        yield return ("id_columns", Word(settings.Ids), file.Ids is not null, false);
        yield return ("focus_after_run", Word(settings.FocusAfterRun), file.FocusAfterRun is not null, false);
        yield return ("start", Word(settings.Start), file.Start is not null, false);
        var width = file.Ambiguous switch
        {
            AmbiguousWidth.One => "1",
            AmbiguousWidth.Two => "2",
            _ => "auto",
        };
        yield return ("ambiguous_width", width, file.Ambiguous is not null, false);
    }

    private static string?[] Row(
        (string Name, string Value, bool IsFiles, bool IsChosen) value,
        IReadOnlyDictionary<string, int> lines,
        string file,
        string choices
    ) =>
        value.IsFiles ? [value.Name, value.Value, ByFile, At(file, lines, value.Name)]
        : value.IsChosen ? [value.Name, value.Value, ByChoice, choices]
        : [value.Name, value.Value, ByDefault, null];

    private static string?[] LanguageRow(SettingsFile file, IReadOnlyDictionary<string, int> lines) =>
        file.Language is { } language ? ["language", language.Code(), ByFile, At(file.Path, lines, "language")]
        : Languages.LocaleVariable() is { } variable ? ["language", Languages.OfLocale().Code(), ByEnvironment, variable]
        : ["language", Languages.OfLocale().Code(), ByDefault, null];

    private static string?[] EditorRow()
    {
        var variable = new[] { "VISUAL", "EDITOR" }.FirstOrDefault(v => Environment.GetEnvironmentVariable(v) is { Length: > 0 });
        return ["editor", EffectRunner.EditorCommand(), variable is null ? ByDefault : ByEnvironment, variable];
    }

    /// <summary>The actions whose keys the file changes.</summary>
    private static IEnumerable<string?[]> Keys(ConsoleSettings settings)
    {
        var lines = settings.File.Keys.GroupBy(k => k.Name).ToDictionary(k => k.Key, k => k.First().Line);
        return settings
            .Keys.Bindings.Zip(settings.DefaultKeys.Bindings)
            .Where(b => !b.First.Chords.SequenceEqual(b.Second.Chords))
            .Select(b => KeyRow(KeyLookup.NameOf(b.First), b.First, settings.File.Path, lines));
    }

    private static string?[] KeyRow(string name, KeyBinding binding, string file, Dictionary<string, int> lines) =>
        [$"keys.{name}", string.Join(' ', binding.Chords), ByFile, At(file, lines, name)];

    private static string At(string file, IReadOnlyDictionary<string, int> lines, string name) =>
        lines.TryGetValue(name, out var line) ? $"{file}:{line}" : file;

    /// <summary>The lines of the file's entries; of one that comes again the first, which holds.</summary>
    private static Dictionary<string, int> LinesOf(SettingsFile file)
    {
        try
        {
            var entries = file.Exists ? SettingsNode.Parse(File.ReadAllText(file.Path))?.Entries ?? [] : [];
            return entries.GroupBy(e => e.Key.Text ?? "").ToDictionary(e => e.Key, e => e.First().Key.Line);
        }
        catch (Exception e) when (e is YamlException or IOException or UnauthorizedAccessException)
        {
            // What is wrong with it is among the faults.
            return [];
        }
    }

    private static string Word<T>(T value)
        where T : struct => value.ToString()!.ToLowerInvariant();
}
