namespace Analytics.Terminal.Input;

/// <summary>Counts presses of one button at one cell in quick succession: single, double, triple click. Not thread-safe.</summary>
public sealed class ClickCounter(TimeProvider time)
{
    /// <summary>Longest time between the presses of a double click.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private MouseEvent? _last;
    private long _lastPress;

    /// <summary>The event with its <see cref="MouseEvent.Clicks"/>; other events than presses come back as they are.</summary>
    /// <summary>Which click a press is: 1 for a single one, 2 for the second of a double click.</summary>
    public int ClicksOf(MouseEvent press) => Count(press) is MouseEvent { Clicks: var clicks } ? clicks : 1;

    public InputEvent Count(InputEvent input)
    {
        if (input is not MouseEvent { Action: MouseAction.Press } press)
            return input;
        var repeated =
            _last is not null
            && _last.Button == press.Button
            && _last.X == press.X
            && _last.Y == press.Y
            && time.GetElapsedTime(_lastPress) <= Pause;
        _last = press with { Clicks = repeated ? _last!.Clicks % 3 + 1 : 1 };
        _lastPress = time.GetTimestamp();
        return _last;
    }
}
