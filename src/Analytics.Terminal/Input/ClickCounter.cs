namespace Analytics.Terminal.Input;

/// <summary>Counts presses of one button at one cell in quick succession: single, double, triple click. Not thread-safe.</summary>
public sealed class ClickCounter(TimeProvider time)
{
    /// <summary>Longest time between the presses of a double click.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private MouseEvent? last;
    private long lastPress;

    /// <summary>The event with its <see cref="MouseEvent.Clicks"/>; other events than presses come back as they are.</summary>
    public InputEvent Count(InputEvent input)
    {
        if (input is not MouseEvent { Action: MouseAction.Press } press)
            return input;
        var repeated = last is not null && last.Button == press.Button && last.X == press.X && last.Y == press.Y
            && time.GetElapsedTime(lastPress) <= Pause;
        last = press with { Clicks = repeated ? last!.Clicks % 3 + 1 : 1 };
        lastPress = time.GetTimestamp();
        return last;
    }
}
