using System.IO.Abstractions;
using System.Reflection;
using Analytics.Terminal.Host;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.Views;

namespace Analytics.Terminal.Tests.Host;

public class GuiApplicationTests
{
    private const string WhatToDo =
        "Terminal.Gui no longer has the internal constructor that takes the parts of a driver. First see whether this version has a public "
        + "way (a registered driver that Application.Create honours, or a factory as its argument) and use that in Host/GuiApplication; "
        + "else name the new constructor there. Nothing else depends on it.";

    [Fact]
    public void The_one_internal_constructor_that_is_used_is_there()
    {
        var type = typeof(IApplication).Assembly.GetType("Terminal.Gui.App.ApplicationImpl").ShouldNotBeNull(WhatToDo);
        type.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [typeof(IComponentFactory)]).ShouldNotBeNull(WhatToDo);
    }

    private const string WhatToDoAboutFolders =
        "Terminal.Gui's file dialog has changed inside, where Host/GuiApplication lets it read folders beside the loop. "
        + "First see whether this "
        + "version takes a file system in public, or reads folders on another thread by itself; "
        + "else name what has taken their place there.";

    [Fact]
    public void The_file_dialog_has_inside_what_lets_it_read_folders_beside_the_loop()
    {
        const BindingFlags inside = BindingFlags.Instance | BindingFlags.NonPublic;
        typeof(FileDialog).GetField("_fileSystem", inside).ShouldNotBeNull(WhatToDoAboutFolders).FieldType.ShouldBe(typeof(IFileSystem));
        foreach (var method in (string[])["RefreshState", "PathChanged"])
            typeof(FileDialog).GetMethod(method, inside, []).ShouldNotBeNull(WhatToDoAboutFolders);
    }

    [Fact]
    public void An_application_is_made_on_parts_of_a_driver()
    {
        using var application = GuiApplication.On(new AnsiComponentFactory());
        application.Initialized.ShouldBeFalse();
    }
}
