using System.Collections.Concurrent;
using Analytics.Terminal.Input;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.Time;

namespace Analytics.Terminal.Host;

/// <summary>The parts of a driver of Terminal.Gui that are ours.</summary>
internal sealed class DriverParts(IInput<char> input, IOutput output, ScreenSize size, Arrivals arrivals, Action<InputEvent> others)
    : IComponentFactory<char>
{
    public AppModel AppModel { get; set; }

    public string GetDriverName() => DriverRegistry.Names.ANSI;

    public IInput<char> CreateInput() => input;

    public IOutput CreateOutput() => output;

    public ISizeMonitor CreateSizeMonitor(IOutput consoleOutput, IOutputBuffer outputBuffer) => size;

    public IInputProcessor CreateInputProcessor(ConcurrentQueue<char> inputQueue, ITimeProvider? timeProvider = null) =>
        new InputDispatcher(inputQueue, arrivals, others);
}
