using System.Collections.Immutable;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Settings;

/// <summary>Keys that the file gives to an action.</summary>
/// <param name="Name">As <see cref="KeyLookup.NameOf"/> makes it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Keys">In print; none to unbind.</param>
internal sealed record KeyOverride(string Name, int Line, ImmutableArray<string> Keys);

/// <summary>What the user's settings file says. It is never written but when there is none.</summary>
/// <param name="Path">Where it is, or would be.</param>
/// <param name="Exists">Whether it is there.</param>
internal sealed record SettingsFile(string Path, bool Exists)
{
    public static readonly SettingsFile None = new("", false);

    /// <summary>Null where the file does not say, here and below.</summary>
    public ThemeName? Theme { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public Language? Language { get; init; }

    public bool? Vim { get; init; }

    /// <summary>Whether long lines of the editor go on in the rows below.</summary>
    public bool? Wraps { get; init; }

    /// <summary>How charts are shown.</summary>
    public ChartGraphics? Graphics { get; init; }

    /// <summary>How the grid shows NULL.</summary>
    public NullStyle? Nulls { get; init; }

    /// <summary>Where ids stand among all columns of a table.</summary>
    public IdColumns? Ids { get; init; }

    /// <summary>Where the focus is after the editor has run SQL.</summary>
    public RunFocus? FocusAfterRun { get; init; }

    /// <summary>What the console shows first.</summary>
    public StartScreen? Start { get; init; }

    /// <summary>How wide the terminal draws characters of ambiguous width; null also for <c>auto</c>, which asks it.</summary>
    public AmbiguousWidth? Ambiguous { get; init; }

    public ImmutableArray<KeyOverride> Keys { get; init; } = [];

    /// <summary>What is wrong with it, with file and line; the entry concerned does not hold.</summary>
    public ImmutableArray<Localized> Faults { get; init; } = [];

    /// <summary>
    /// Reads the file; one that is not there says nothing, one that cannot be read is a fault. YAML is loaded only for a file that is
    /// there.
    /// </summary>
    public static SettingsFile Read(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            return new(path, Exists: false);
        try
        {
            return SettingsReader.Read(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(path, Exists: true)
            {
                Faults = [new($"设置文件读不了：{e.Message}", $"the settings file cannot be read: {e.Message}")],
            };
        }
    }
}
