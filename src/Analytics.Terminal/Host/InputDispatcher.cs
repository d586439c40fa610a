using System.Collections.Concurrent;
using Analytics.Terminal.Input;
using Terminal.Gui.Drivers;

namespace Analytics.Terminal.Host;

/// <summary>
/// Hands what has arrived to Terminal.Gui on the loop's thread: keys, mouse and pastes become its events, in the order they came;
/// everything else goes to <paramref name="others"/>.
/// </summary>
/// <param name="unused">The package's own queue, which nobody fills.</param>
/// <param name="arrivals">What has arrived.</param>
/// <param name="others">Takes events that Terminal.Gui does not have.</param>
internal sealed class InputDispatcher(ConcurrentQueue<char> unused, Arrivals arrivals, Action<InputEvent> others)
    : AnsiInputProcessor(unused),
        IInputProcessor
{
    // After so many a frame is drawn even if more are waiting, so that a flood of them does not freeze the screen.
    private const int MostPerFrame = 500;

    void IInputProcessor.ProcessQueue()
    {
        for (var taken = 0; taken < MostPerFrame && arrivals.TryTake(out var next); taken++)
            Dispatch(next);
    }

    private void Dispatch(Arrival next)
    {
        switch (next.Input)
        {
            case null:
                next.Work!();
                break;
            case KeyEvent key:
                RaiseKeyDownEvent(GuiKeys.Of(key));
                break;
            case MouseEvent mouse:
                RaiseMouseEventParsed(GuiMouse.Of(mouse));
                break;
            case PasteEvent paste:
                RaisePasteEvent(paste.Text);
                break;
            default:
                others(next.Input);
                break;
        }
    }
}
