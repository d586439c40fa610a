using Analytics.Engine.Sessions;
using Analytics.Figures;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Terminals;
using Analytics.Tui.App.Running;
using Analytics.Tui.Editor;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>Starts the console on the terminal of this process.</summary>
public static class ConsoleStart
{
    /// <summary>The language that the settings file names; null where it names none.</summary>
    public static Language? LanguageSetting() => SettingsFile.Read(UserFolder.SettingsFile(Environment.GetEnvironmentVariable)).Language;

    /// <param name="options">What its session is opened with; the language is settled here.</param>
    /// <param name="given">The language that was asked for; null where none was.</param>
    /// <param name="page">The page to show first; null for none in particular.</param>
    /// <param name="startsWithSql">Whether the SQL editor is to come first, whatever the settings say.</param>
    /// <param name="commandOf">Writes a request as the command that batch takes.</param>
    /// <returns>The exit code: 0, or 128 and the number of the signal that ended it.</returns>
    /// <exception cref="TerminalException">There is no terminal, or it cannot be used.</exception>
    public static int Run(SessionOptions options, Language? given, string? page, bool startsWithSql, Func<BatchRequest, string> commandOf)
    {
        var time = TimeProvider.System;
        var terminal = TerminalSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        var file = SettingsFile.Read(UserFolder.SettingsFile(Environment.GetEnvironmentVariable));
        using var device = TerminalDevice.Open();
        using var folder = new StateFolder(StateFolder.Default(Environment.GetEnvironmentVariable));
        using var runner = new EffectRunner(options, time, commandOf, folder);
        // Before the first screen, so that it does not change its looks at once.
        var settings = (ConsoleSettings.Of(ConsoleKeys.Map) with { IsLanguageGiven = given is not null })
            .With(file)
            .With(folder.ReadChoices());
        var program = ConsoleProgram.Create(
            runner,
            given ?? file.Language ?? Languages.OfLocale(),
            time,
            commandOf,
            settings,
            startsWithSql || (page is null && settings.Start == StartScreen.Sql) ? null : page ?? ""
        );
        var (state, termination) = TerminalRun.Run(program, device, terminal with { Ambiguous = file.Ambiguous }, time);
        KeepBuffers(state, folder);
        return (int)termination;
    }

    /// <summary>The last changes; the terminal is the shell's again.</summary>
    private static void KeepBuffers(ConsoleState state, StateFolder folder)
    {
        try
        {
            if (AutoSave.Last(state.Query) is { } last)
                folder.Write(last.Number, last.Contents);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            System.Console.Error.WriteLine(state.Texts.NotKept(e.Message));
        }
    }
}
