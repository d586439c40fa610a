using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Editor;

/// <summary>How far the buffers are written to the part folder.</summary>
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
    public static bool IsWaiting(QueryPanelState state) => state.Saving is { IsRead: true, ChangedAt: not null };

    public static Part<QueryPanelState> Settle(Part<QueryPanelState> part)
    {
        var saving = part.Own.Saving;
        if (!saving.IsRead || IsAsSaved(part.Own))
            return part;
        var changedAt = saving.ChangedAt ?? part.Now;
        if (saving.IsWriting || part.Now - changedAt < Delay)
            return With(part, saving with { ChangedAt = changedAt });
        var next = saving with { Saved = Now(part.Own), ChangedAt = null, IsWriting = true, Writes = saving.Writes + 1 };
        return With(part, next).Doing(Write(part.Own, next.Writes));
    }

    /// <summary>A write is done, or has failed: then it is tried again after the usual delay, and said once.</summary>
    public static Part<QueryPanelState> Written(Part<QueryPanelState> part, BuffersWritten written)
    {
        var saving = part.Own.Saving with { IsWriting = false };
        if (written.Fault is not { } fault)
            return With(part, saving);
        var again = With(part, saving with { Saved = [], ChangedAt = part.Now });
        return part.Common.Faults.Contains(fault)
            ? again
            : (again with { Common = part.Common with { Faults = part.Common.Faults.Add(fault) } }).Announce(
                part.Texts.NotKept(fault.In(part.Language)),
                isError: true
            );
    }

    /// <summary>The write for the end of the program.</summary>
    public static WriteBuffers? Last(QueryPanelState state) => state.Saving.IsRead ? Write(state, int.MaxValue) : null;

    private static WriteBuffers Write(QueryPanelState state, int number) => new(number, state.Buffers.Contents(state.Editor));

    private static Part<QueryPanelState> With(Part<QueryPanelState> part, AutoSaveState saving) =>
        part with
        {
            Own = part.Own with { Saving = saving },
        };

    private static (string, string?, TextBuffer)[] Now(QueryPanelState state) =>
        [.. state.Buffers.Holding(state.Editor).Items.Select(b => (b.Name, b.Path, b.Editor.Buffer))];

    private static bool IsAsSaved(QueryPanelState state)
    {
        var (buffers, saved) = (state.Buffers, state.Saving.Saved);
        if (buffers.Items.Count != saved.Count)
            return false;
        for (var i = 0; i < saved.Count; i++)
        {
            var (buffer, text) = (buffers.Items[i], i == buffers.Current ? state.Editor.Buffer : buffers.Items[i].Editor.Buffer);
            if (!ReferenceEquals(text, saved[i].Text) || buffer.Name != saved[i].Name || buffer.Path != saved[i].Path)
                return false;
        }
        return true;
    }
}
