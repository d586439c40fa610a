using Analytics.Engine.Sessions;
using Analytics.Figures;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Tui.App.Running;

namespace Analytics.Tui.App;

/// <summary>A page as the console shows it on a screen of some size, without a terminal.</summary>
public static class ConsoleScreen
{
    /// <summary>The lines of the screen, blanks at their ends cut, each with a line end.</summary>
    /// <param name="options">What the console's session is opened with.</param>
    /// <param name="language">Of the interface.</param>
    /// <param name="page">The page with what is set on it.</param>
    /// <param name="width">In cells.</param>
    /// <param name="height">In lines.</param>
    /// <param name="commands">How requests are written as commands.</param>
    public static string Of(SessionOptions options, Language language, PageRequest page, int width, int height, CommandSyntax commands)
    {
        using var runner = new EffectRunner(options, TimeProvider.System, commands);
        var program = ConsoleProgram.Create(runner, language, TimeProvider.System, commands, page: page);
        using var run = new HeadlessRun<ConsoleState, ConsoleEvent, ConsoleEffect>(program, new CellSize(width, height));
        return CanvasDump.Text(run.PerformPending().Frame());
    }
}
