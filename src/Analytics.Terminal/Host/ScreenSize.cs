using System.Drawing;
using Analytics.Terminal.Layout;
using Terminal.Gui.Drivers;
using Terminal.Gui.ViewBase;

namespace Analytics.Terminal.Host;

/// <summary>Tells Terminal.Gui a new size when one has arrived, instead of looking for one in each round.</summary>
internal sealed class ScreenSize : ISizeMonitor
{
    public event EventHandler<SizeChangedEventArgs>? SizeChanged;

    public bool Poll() => false;

    public void Change(CellSize size) => SizeChanged?.Invoke(this, new SizeChangedEventArgs(new Size(size.Width, size.Height)));
}
