using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Settings;

/// <summary>The settings that hold.</summary>
internal sealed record SettingsWindow : ReadingWindow<ConsoleSettings>
{
    public override IReadOnlyList<string> Contexts => [KeyContext.Settings, .. base.Contexts];

    protected override string TitleOf(Part<ConsoleSettings> part) => part.Texts.Settings;

    protected override IReadOnlyList<StyledLine> Lines(Part<ConsoleSettings> part, int width, AmbiguousWidth ambiguous) =>
        [.. SettingsLines.Of(part).SelectMany(line => line.Wrap(width, ambiguous))];
}
