using System.IO.Abstractions;
using System.Runtime.CompilerServices;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.Views;

namespace Analytics.Terminal.Host;

/// <summary>
/// Makes an application of Terminal.Gui on driver parts of ours, and lets a file dialog read folders as we do. The package has a
/// constructor
/// that takes parts, and a file dialog that takes a file system, and keeps both to itself, so this is the one place where something
/// internal
/// of it is named; nothing else has to change when a version offers another way.
/// </summary>
internal static class GuiApplication
{
    /// <summary>An application that is not initialised yet.</summary>
    public static IApplication On(IComponentFactory parts) => (IApplication)Construct(parts);

    /// <summary>Lets a file dialog that is not shown yet see files in another way.</summary>
    public static void See(FileDialog dialog, IFileSystem files) => FilesOf(dialog) = files;

    /// <summary>Shows what the folder holds now that is shown.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "RefreshState")]
    public static extern void ShowFolder(FileDialog dialog);

    /// <summary>Goes to the folder of the path that stands in the dialog, if there is one.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "PathChanged")]
    public static extern void GoToPath(FileDialog dialog);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_fileSystem")]
    private static extern ref IFileSystem? FilesOf(FileDialog dialog);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType("Terminal.Gui.App.ApplicationImpl, Terminal.Gui")]
    private static extern object Construct(IComponentFactory parts);
}
