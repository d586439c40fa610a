using Analytics.Terminal.Keys;
using static Analytics.Tui.Shared.ConsoleBinding;

namespace Analytics.Tui.Evidence;

/// <summary>What keys do to sentences.</summary>
internal static class EvidenceKeys
{
    public static IEnumerable<KeyBinding> Bindings =>
        [Key(KeyContext.Sentence, ConsoleAction.Widget, "↑ ↓ PgUp PgDn", "滚动", "scroll", footer: true)];
}
