using Analytics.Terminal.Cells;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Settings;

/// <summary>The settings that hold, each with where it comes from, as lines to read.</summary>
internal static class SettingsLines
{
    public static IEnumerable<StyledLine> Of(Part<ConsoleSettings> part)
    {
        var (settings, texts) = (part.Own, part.Texts);
        var file = settings.File;
        yield return StyledLine.Of([(texts.SettingsFile, Theme.Bold), (file.Path, Theme.Plain)]);
        yield return StyledLine.Of("  " + (file.Exists ? texts.FileIsThere : texts.FileIsNotThere), Theme.Dim);
        foreach (var fault in settings.Faults)
            yield return StyledLine.Of([(texts.Fault, Theme.Error), (fault.In(part.Language), Theme.Plain)]);
        yield return StyledLine.Empty;
        foreach (var (name, value, origin) in Values(part))
        {
            yield return StyledLine.Of([
                (CellText.Fit(name, 17), Theme.Bold),
                (CellText.Fit(value, 10), Theme.Accent),
                (origin, Theme.Dim),
            ]);
        }

        yield return StyledLine.Empty;
        foreach (var line in Keys(part))
            yield return line;
        yield return StyledLine.Empty;
        yield return StyledLine.Of(texts.WhichSettingWins, Theme.Dim);
    }

    private static IEnumerable<(string Name, string Value, string Origin)> Values(Part<ConsoleSettings> part)
    {
        var (settings, texts) = (part.Own, part.Texts);
        var file = settings.File;
        var usesVim = settings.UsesVim;
        yield return (
            "theme",
            settings.Theme.ToString().ToLowerInvariant(),
            Origin(settings.Theme == file.Theme, settings.Choices.Theme == settings.Theme)
        );
        yield return (
            "language",
            part.Language.Code(),
            part.Language == file.Language ? texts.FromFile
            : settings.IsLanguageGiven ? texts.FromStart
            : texts.FromLocale
        );
        yield return ("vim", usesVim ? "true" : "false", Origin(usesVim == file.Vim, settings.Choices.UsesVim == usesVim));
        yield return (
            "soft_wrap",
            settings.Wraps ? "true" : "false",
            Origin(settings.Wraps == file.Wraps, settings.Choices.Wraps == settings.Wraps)
        );
        yield return (
            "chart_graphics",
            settings.Graphics.ToString().ToLowerInvariant(),
            Origin(settings.Graphics == file.Graphics, settings.Choices.Graphics == settings.Graphics) + Unheard(part)
        );
        yield return (
            "nulls",
            settings.Nulls.ToString().ToLowerInvariant(),
            Origin(settings.Nulls == file.Nulls, settings.Choices.Nulls == settings.Nulls)
        );
        yield return ("id_columns", settings.Ids.ToString().ToLowerInvariant(), Origin(settings.Ids == file.Ids, isChosen: false));
        yield return (
            "focus_after_run",
            settings.FocusAfterRun.ToString().ToLowerInvariant(),
            Origin(settings.FocusAfterRun == file.FocusAfterRun, isChosen: false)
        );
        yield return ("start", settings.Start.ToString().ToLowerInvariant(), Origin(settings.Start == file.Start, isChosen: false));
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
    private static string Unheard(Part<ConsoleSettings> part) =>
        part.Own.Graphics == ChartGraphics.Sixel && part.Common.Graphics.Lack(part.Size) is not GraphicsLack.None and var lack
            ? " · " + part.Texts.NoPixels(lack)
            : "";

    /// <summary>The actions whose keys differ from the default ones.</summary>
    private static IEnumerable<StyledLine> Keys(Part<ConsoleSettings> part)
    {
        var changed = part
            .Own.Keys.Bindings.Zip(part.Own.DefaultKeys.Bindings)
            .Where(b => !b.First.Chords.SequenceEqual(b.Second.Chords))
            .ToArray();
        yield return StyledLine.Of([("keys", Theme.Bold), ("  " + part.Texts.KeysChanged(changed.Length), Theme.Dim)]);
        foreach (var (binding, before) in changed)
        {
            yield return StyledLine.Of([
                ("  " + KeyLookup.NameOf(binding) + "  ", Theme.Plain),
                (binding.Chords.Count > 0 ? binding.ChordText : "[]", Theme.Accent),
                ($"  {binding.Help.In(part.Language)}{part.Texts.InsteadOf(before.ChordText)}", Theme.Dim),
            ]);
        }

        foreach (var note in part.Own.Notes)
            yield return StyledLine.Of([(part.Texts.Caution, Theme.Warning), (note.In(part.Language), Theme.Plain)]);
    }
}
