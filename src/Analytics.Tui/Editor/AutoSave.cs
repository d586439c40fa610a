using Analytics.Terminal.Runtime;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;

namespace Analytics.Tui.Editor;

/// <summary>How far the buffers are written to the state folder.</summary>
/// <param name="IsRead">Whether the buffers of the run before were read; nothing is written before that.</param>
/// <param name="Saved">Name, path and text of each buffer as asked to be written last.</param>
/// <param name="ChangedAt">When the buffers first differed from that; null when they do not.</param>
/// <param name="IsWriting">Whether a write has not answered yet.</param>
/// <param name="Writes">How many were asked for, so that a late one never replaces a newer one.</param>
internal sealed record AutoSaveState(
    bool IsRead,
    IReadOnlyList<(string Name, string? Path, TextBuffer Text)> Saved,
    TimeSpan? ChangedAt,
    bool IsWriting,
    int Writes
)
{
    public static readonly AutoSaveState Unread = new(false, [], null, false, 0);
}

/// <summary>
/// Asks for the buffers to be written soon after each change, so that a killed console loses no text older than two seconds.
/// </summary>
internal static class AutoSave
{
    /// <summary>From the first change to the write; well under two seconds, so that the write itself has time.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(500);

    /// <summary>How often the console must be woken while a change waits.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether a change waits to be written.</summary>
    public static bool IsWaiting(ConsoleState state) => state.Query.Saving is { IsRead: true, ChangedAt: not null };

    public static Outcome<ConsoleState, ConsoleEffect> Settle(Outcome<ConsoleState, ConsoleEffect> outcome)
    {
        var state = outcome.State;
        var saving = state.Query.Saving;
        if (!saving.IsRead || IsAsSaved(state))
            return outcome;
        var changedAt = saving.ChangedAt ?? state.Now;
        if (saving.IsWriting || state.Now - changedAt < Delay)
            return outcome with { State = With(state, saving with { ChangedAt = changedAt }) };
        var next = saving with { Saved = Now(state), ChangedAt = null, IsWriting = true, Writes = saving.Writes + 1 };
        return new(With(state, next), [.. outcome.Effects, Write(state, next.Writes)]);
    }

    /// <summary>A write is done, or has failed: then it is tried again after the usual delay, and said once.</summary>
    public static ConsoleState Written(ConsoleState state, BuffersWritten written)
    {
        var saving = state.Query.Saving with { IsWriting = false };
        if (written.Fault is null)
            return With(state, saving);
        var isNews = !state.Faults.Contains(written.Fault);
        var again = With(
            state with
            {
                Faults = isNews ? state.Faults.Add(written.Fault) : state.Faults,
            },
            saving with
            {
                Saved = [],
                ChangedAt = state.Now,
            }
        );
        return isNews ? again.Announce(state.Texts.NotKept(written.Fault.In(state.Language)), isError: true) : again;
    }

    /// <summary>The write for the end of the program.</summary>
    public static WriteBuffers? Last(ConsoleState state) => state.Query.Saving.IsRead ? Write(state, int.MaxValue) : null;

    private static WriteBuffers Write(ConsoleState state, int number) => new(number, state.Query.Buffers.Contents(state.Query.Editor));

    private static ConsoleState With(ConsoleState state, AutoSaveState saving) =>
        state with
        {
            Query = state.Query with { Saving = saving },
        };

    private static (string, string?, TextBuffer)[] Now(ConsoleState state) =>
        [.. state.Query.Buffers.Holding(state.Query.Editor).Items.Select(b => (b.Name, b.Path, b.Editor.Buffer))];

    private static bool IsAsSaved(ConsoleState state)
    {
        var (buffers, saved) = (state.Query.Buffers, state.Query.Saving.Saved);
        if (buffers.Items.Count != saved.Count)
            return false;
        for (var i = 0; i < saved.Count; i++)
        {
            var (buffer, text) = (buffers.Items[i], i == buffers.Current ? state.Query.Editor.Buffer : buffers.Items[i].Editor.Buffer);
            if (!ReferenceEquals(text, saved[i].Text) || buffer.Name != saved[i].Name || buffer.Path != saved[i].Path)
                return false;
        }
        return true;
    }
}
