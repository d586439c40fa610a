using System.Collections.Immutable;
using Analytics.Terminal.Keys;

namespace Analytics.Tui.Settings;

/// <summary>What was chosen at run time and is remembered; null for what never was.</summary>
internal sealed record StoredChoices(
    bool? UsesVim = null,
    ThemeName? Theme = null,
    ChartGraphics? Graphics = null,
    NullStyle? Nulls = null,
    bool? Wraps = null
);

/// <summary>
/// The settings that hold. What the file says holds at every start; what it leaves open is as it was chosen last. A choice at run time
/// holds until the
/// end in any case.
/// </summary>
internal sealed record ConsoleSettings
{
    private ConsoleSettings() { }

    /// <summary>The settings without a file.</summary>
    /// <param name="keys">The key bindings as the program brings them.</param>
    public static ConsoleSettings Of(KeyMap keys) => new() { DefaultKeys = keys, Keys = keys };

    /// <summary>The key bindings without the user's changes.</summary>
    public KeyMap DefaultKeys { get; private init; } = new([]);

    public SettingsFile File { get; private init; } = SettingsFile.None;

    /// <summary>What to remember.</summary>
    public StoredChoices Choices { get; private init; } = new();

    public ThemeName Theme { get; private init; }

    /// <summary>How charts are shown, as chosen; whether the terminal can is another question.</summary>
    public ChartGraphics Graphics { get; private init; }

    /// <summary>How the grid shows NULL.</summary>
    public NullStyle Nulls { get; private init; }

    /// <summary>Where ids stand among all columns of a table.</summary>
    public IdColumns Ids { get; private init; }

    /// <summary>Where the focus is after the editor has run SQL.</summary>
    public RunFocus FocusAfterRun { get; private init; }

    /// <summary>What the console shows first.</summary>
    public StartScreen Start { get; private init; }

    /// <summary>Whether the editor has vim keys.</summary>
    public bool UsesVim { get; private init; }

    /// <summary>Whether long lines of the editor go on in the rows below.</summary>
    public bool Wraps { get; private init; }

    /// <summary>The key bindings with the user's changes.</summary>
    public KeyMap Keys { get; private init; } = new([]);

    /// <summary>What is wrong with the file.</summary>
    public ImmutableArray<Localized> Faults { get; private init; } = [];

    /// <summary>Keys that will not work in many terminals.</summary>
    public ImmutableArray<Localized> Notes { get; private init; } = [];

    /// <summary>Whether <c>--lang</c> was given, which wins over the file.</summary>
    public bool IsLanguageGiven { get; init; }

    /// <summary>The settings of a file; what can be chosen stays where the file does not say.</summary>
    public ConsoleSettings With(SettingsFile file)
    {
        var keys = KeyRebinding.Apply(DefaultKeys, file.Path, file.Keys);
        return this with
        {
            File = file,
            Theme = file.Theme ?? Theme,
            Graphics = file.Graphics ?? Graphics,
            Nulls = file.Nulls ?? Nulls,
            FocusAfterRun = file.FocusAfterRun ?? RunFocus.Result,
            Start = file.Start ?? StartScreen.Home,
            UsesVim = file.Vim ?? UsesVim,
            Wraps = file.Wraps ?? Wraps,
            Ids = file.Ids ?? IdColumns.Last,
            Keys = keys.Map,
            Faults = [.. file.Faults, .. keys.Faults],
            Notes = keys.Notes,
        };
    }

    /// <summary>With what was remembered; choices already made in this run stay.</summary>
    public ConsoleSettings With(StoredChoices stored) =>
        this with
        {
            Choices = new(
                Choices.UsesVim ?? stored.UsesVim,
                Choices.Theme ?? stored.Theme,
                Choices.Graphics ?? stored.Graphics,
                Choices.Nulls ?? stored.Nulls,
                Choices.Wraps ?? stored.Wraps
            ),
            Theme = Choices.Theme is null && File.Theme is null ? stored.Theme ?? Theme : Theme,
            Graphics = Choices.Graphics is null && File.Graphics is null ? stored.Graphics ?? Graphics : Graphics,
            Nulls = Choices.Nulls is null && File.Nulls is null ? stored.Nulls ?? Nulls : Nulls,
            UsesVim = UsesVim || (File.Vim ?? stored.UsesVim ?? false),
            Wraps = Choices.Wraps is null && File.Wraps is null ? stored.Wraps ?? Wraps : Wraps,
        };

    /// <summary>With another theme chosen.</summary>
    public ConsoleSettings Choose(ThemeName theme) => this with { Theme = theme, Choices = Choices with { Theme = theme } };

    /// <summary>With another way to show charts chosen.</summary>
    public ConsoleSettings Choose(ChartGraphics graphics) =>
        this with
        {
            Graphics = graphics,
            Choices = Choices with { Graphics = graphics },
        };

    /// <summary>With another way to show NULL chosen.</summary>
    public ConsoleSettings Choose(NullStyle nulls) => this with { Nulls = nulls, Choices = Choices with { Nulls = nulls } };

    /// <summary>With another way to show long lines in the editor chosen.</summary>
    public ConsoleSettings ChooseWrap(bool wraps) => this with { Wraps = wraps, Choices = Choices with { Wraps = wraps } };

    /// <summary>With the keys of the editor chosen.</summary>
    public ConsoleSettings ChooseVim(bool usesVim) => this with { UsesVim = usesVim, Choices = Choices with { UsesVim = usesVim } };
}
