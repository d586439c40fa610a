using Analytics.Terminal.Ansi;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Terminals;

/// <summary>What is known or wished about the terminal.</summary>
/// <param name="Colors">How many colours it shows.</param>
/// <param name="Ambiguous">How wide it shows characters of ambiguous width; null to ask it at the start.</param>
/// <param name="Mouse">Whether the mouse is reported; then the terminal's own selection needs Shift.</param>
public sealed record TerminalSettings(ColorDepth Colors, AmbiguousWidth? Ambiguous = null, bool Mouse = true)
{
    /// <summary>Settings read from the environment: NO_COLOR (no-color.org), COLORTERM, TERM, WT_SESSION, TERM_PROGRAM.</summary>
    /// <exception cref="TerminalException">TERM is <c>dumb</c>.</exception>
    public static TerminalSettings FromEnvironment(Func<string, string?> variable)
    {
        var term = variable("TERM") ?? "";
        if (term == "dumb")
        {
            throw new TerminalException(
                "TERM is dumb: the console needs a terminal that moves its cursor; set TERM or use the batch commands instead"
            );
        }

        return new(DepthOf(term, variable));
    }

    private static ColorDepth DepthOf(string term, Func<string, string?> variable)
    {
        if (!string.IsNullOrEmpty(variable("NO_COLOR")) || HasNoColors(term))
            return ColorDepth.None;
        if (
            variable("COLORTERM") is "truecolor" or "24bit"
            || variable("WT_SESSION") is not null
            || (term.Length == 0 && OperatingSystem.IsWindows())
        )
        {
            return ColorDepth.TrueColor;
        }

        return term.Contains("256color", StringComparison.Ordinal) || variable("TERM_PROGRAM") == "Apple_Terminal"
            ? ColorDepth.Indexed256
            : ColorDepth.Basic16;
    }

    // DEC's terminals to the VT420, and terminfo's endings for a terminal used without colours.
    private static bool HasNoColors(string term) =>
        term.StartsWith("vt", StringComparison.Ordinal)
        || term.EndsWith("-mono", StringComparison.Ordinal)
        || term.EndsWith("-m", StringComparison.Ordinal);
}
