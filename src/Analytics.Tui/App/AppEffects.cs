using Analytics.Engine.Queries;
using Analytics.Terminal.Input;
using Analytics.Tui.App.Running;

namespace Analytics.Tui.App;

/// <summary>Opens the engine, then reads the catalogue and the data.</summary>
internal sealed record OpenSession : ConsoleEffect;

/// <summary>Stops the program as Ctrl+Z does in a shell.</summary>
internal sealed record SuspendConsole : ConsoleEffect;

/// <summary>Input, and when it came, counted from the start.</summary>
internal sealed record InputHappened(InputEvent Input, TimeSpan At) : ConsoleEvent;

/// <summary>The engine is open and the query files have been read; a broken one is told by its fault.</summary>
internal sealed record SessionOpened(IReadOnlyList<QueryFile> Queries, IReadOnlyList<Localized> Faults) : ConsoleEvent
{
    /// <summary>Whether SQL may not reach files.</summary>
    public bool IsSafe { get; init; }
}

/// <summary>Something about the session is worth saying, once.</summary>
internal sealed record SessionRemarked(Localized Remark) : ConsoleEvent;

/// <summary>The engine cannot be opened as asked.</summary>
internal sealed record SessionFailed(Localized Message) : ConsoleEvent;

/// <summary>Reads buffers, history and settings of earlier runs.</summary>
internal sealed record ReadState : ConsoleEffect;

internal sealed record StateHasBeenRead(StoredState Stored) : ConsoleEvent;

/// <summary>Keeps the sizes of panels in the state folder.</summary>
internal sealed record WritePanelSizes(PanelSizes Sizes) : ConsoleEffect;
