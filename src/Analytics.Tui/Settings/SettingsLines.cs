using Analytics.Terminal.Cells;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Text;
using Analytics.Tui.App;
using Analytics.Tui.Charts;

namespace Analytics.Tui.Settings;

/// <summary>The settings that hold, each with where it comes from, as lines to read.</summary>
internal static class SettingsLines
{
    public static IEnumerable<StyledLine> Of(ConsoleState state)
    {
        var (settings, texts) = (state.Settings, state.Texts);
        var file = settings.File;
        yield return StyledLine.Of([(texts.SettingsFile, Theme.Bold), (file.Path, Theme.Plain)]);
        yield return StyledLine.Of("  " + (file.Exists ? texts.FileIsThere : texts.FileIsNotThere), Theme.Dim);
        foreach (var fault in settings.Faults)
            yield return StyledLine.Of([(texts.Fault, Theme.Error), (fault.In(state.Language), Theme.Plain)]);
        yield return StyledLine.Empty;
        foreach (var (name, value, origin) in Values(state))
        {
            yield return StyledLine.Of([
                (CellText.Fit(name, 17), Theme.Bold),
                (CellText.Fit(value, 10), Theme.Accent),
                (origin, Theme.Dim),
            ]);
        }

        yield return StyledLine.Empty;
        foreach (var line in Keys(state))
            yield return line;
        yield return StyledLine.Empty;
        yield return StyledLine.Of(texts.WhichSettingWins, Theme.Dim);
    }

    private static IEnumerable<(string Name, string Value, string Origin)> Values(ConsoleState state)
    {
        var (settings, texts) = (state.Settings, state.Texts);
        var file = settings.File;
        var usesVim = state.Query.Vim is not null;
        yield return (
            "theme",
            settings.Theme.ToString().ToLowerInvariant(),
            Origin(settings.Theme == file.Theme, settings.Choices.Theme == settings.Theme)
        );
        yield return (
            "language",
            state.Language.Code(),
            state.Language == file.Language ? texts.FromFile
            : settings.IsLanguageGiven ? texts.FromStart
            : texts.FromLocale
        );
        yield return ("vim", usesVim ? "true" : "false", Origin(usesVim == file.Vim, settings.Choices.UsesVim == usesVim));
        yield return (
            "chart_graphics",
            settings.Graphics.ToString().ToLowerInvariant(),
            Origin(settings.Graphics == file.Graphics, settings.Choices.Graphics == settings.Graphics) + Unheard(state)
        );
        yield return (
            "ambiguous_width",
            file.Ambiguous switch
            {
                AmbiguousWidth.One => "1",
                AmbiguousWidth.Two => "2",
                _ => "auto",
            },
            file.Ambiguous is null ? texts.AskedTerminal : texts.FromFile
        );

        string Origin(bool isFiles, bool isChosen) =>
            isFiles ? texts.FromFile
            : isChosen ? texts.FromChoice
            : texts.FromDefault;
    }

    /// <summary>Why a chosen picture is not shown.</summary>
    private static string Unheard(ConsoleState state) =>
        state.Settings.Graphics == ChartGraphics.Sixel && state.Graphics.Lack(state.Size) is not GraphicsLack.None and var lack
            ? " · " + state.Texts.NoPixels(lack)
            : "";

    /// <summary>The actions whose keys differ from the default ones.</summary>
    private static IEnumerable<StyledLine> Keys(ConsoleState state)
    {
        var changed = state
            .Settings.Keys.Bindings.Zip(ConsoleKeys.Map.Bindings)
            .Where(b => !b.First.Chords.SequenceEqual(b.Second.Chords))
            .ToArray();
        yield return StyledLine.Of([("keys", Theme.Bold), ("  " + state.Texts.KeysChanged(changed.Length), Theme.Dim)]);
        foreach (var (binding, before) in changed)
        {
            yield return StyledLine.Of([
                ("  " + KeyLookup.NameOf(binding) + "  ", Theme.Plain),
                (binding.Chords.Count > 0 ? binding.ChordText : "[]", Theme.Accent),
                ($"  {binding.Help.In(state.Language)}{state.Texts.InsteadOf(before.ChordText)}", Theme.Dim),
            ]);
        }

        foreach (var note in state.Settings.Notes)
            yield return StyledLine.Of([(state.Texts.Caution, Theme.Warning), (note.In(state.Language), Theme.Plain)]);
    }
}
