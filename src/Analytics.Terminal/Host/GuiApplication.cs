using System.Runtime.CompilerServices;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;

namespace Analytics.Terminal.Host;

/// <summary>
/// Makes an application of Terminal.Gui on driver parts of ours. The package has a constructor that takes them and keeps it to itself, so
/// this is the one place where something internal of it is named; nothing else has to change when a version offers another way.
/// </summary>
internal static class GuiApplication
{
    /// <summary>An application that is not initialised yet.</summary>
    public static IApplication On(IComponentFactory parts) => (IApplication)Construct(parts);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType("Terminal.Gui.App.ApplicationImpl, Terminal.Gui")]
    private static extern object Construct(IComponentFactory parts);
}
