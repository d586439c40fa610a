using Analytics.Engine.Sessions;
using Analytics.Figures;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Terminals;
using Analytics.Tui.App.Running;
using Analytics.Tui.Editor;
using Analytics.Tui.Pages;
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
    /// <param name="commands">How requests are written as commands.</param>
    /// <returns>The exit code: 0, or 128 and the number of the signal that ended it.</returns>
    /// <exception cref="TerminalException">There is no terminal, or it cannot be used.</exception>
    public static int Run(SessionOptions options, Language? given, PageRequest? page, bool startsWithSql, CommandSyntax commands)
    {
        var time = TimeProvider.System;
        var terminal = TerminalSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        var file = SettingsFile.Read(UserFolder.SettingsFile(Environment.GetEnvironmentVariable));
        using var device = TerminalDevice.Open();
        using var folder = new StateFolder(StateFolder.Default(Environment.GetEnvironmentVariable));
        using var runner = new EffectRunner(options, time, commands, folder, watchesPages: true);
        // Before the first screen, so that it does not change its looks at once.
        var settings = (ConsoleSettings.Of(ConsoleKeys.Map) with { IsLanguageGiven = given is not null })
            .With(file)
            .With(folder.ReadChoices());
        var program = ConsoleProgram.Create(
            runner,
            given ?? file.Language ?? Languages.OfLocale(),
            time,
            commands,
            settings,
            startsWithSql ? null : page ?? First(settings.Start, folder, commands)
        );
        var (state, termination) = TerminalRun.Run(program, device, terminal with { Ambiguous = file.Ambiguous }, time);
        Keep(state, folder);
        runner.Dispose();
        if (runner.IsStuck)
        {
            // The engine's threads would be in the way of an orderly end.
            folder.Dispose();
            device.Dispose();
            ProcessEnd.Now((int)termination);
        }

        return (int)termination;
    }

    /// <summary>The first page by the settings; null for SQL. Where the last one cannot be known, it is the home page.</summary>
    private static PageRequest? First(StartScreen start, StateFolder folder, CommandSyntax commands)
    {
        if (start != StartScreen.Last)
            return start == StartScreen.Sql ? null : PageRequest.Home;
        try
        {
            return folder.ReadPage() switch
            {
                null => PageRequest.Home,
                "" => null,
                var command => commands.ReadPage(command),
            };
        }
        catch (UserException)
        {
            return PageRequest.Home;
        }
    }

    /// <summary>The last changes, and the last page; the terminal is the shell's again.</summary>
    private static void Keep(ConsoleState state, StateFolder folder)
    {
        try
        {
            if (state.Settings.Start == StartScreen.Last)
            {
                folder.WritePage(
                    state.Pages is { IsShown: true, Open: { } view }
                        ? state.Commands.OfPage(PageActions.RequestOf(view, state.Language))
                        : ""
                );
            }
            if (AutoSave.Last(state.Query) is { } last)
                folder.Write(last.Number, last.Contents);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            System.Console.Error.WriteLine(state.Texts.NotKept(e.Message));
        }
    }
}
