using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>What keys do with the results that are kept.</summary>
internal static class KeptActions
{
    /// <summary>Results kept besides pinned ones; beyond, the oldest give way.</summary>
    private const int MostKept = 30;

    /// <summary>Does an action; null if it is about something else.</summary>
    public static Part<ResultState>? Do(Part<ResultState> part, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.KeptResults => (part with { Window = KeptWindow.Of(part, open.Name) }).Doing(new ReadSizes()),
            ConsoleAction.Pin => OfSelected(part, entry => Pin(part, entry)),
            ConsoleAction.Drop => OfSelected(part, entry => Drop(part, entry)),
            ConsoleAction.DropUnpinned => DropUnpinned(part),
            ConsoleAction.Rename => OfSelected(
                part,
                entry => part with { Window = new QuestionWindow(Question.Name, TextField.Of(entry.Label), entry.Name) }
            ),
            ConsoleAction.Compare when part.Window is KeptWindow => OfSelected(part, entry => CompareActions.AskKeys(part, open, entry)),
            ConsoleAction.Compare => CompareActions.Choose(part, open),
            ConsoleAction.ToggleKey => part.Window is KeysWindow keys ? part with { Window = keys.Toggled() } : part,
            ConsoleAction.Beside when part.Window is KeptWindow => OfSelected(part, entry => SideBySide.Show(part, entry.Name)),
            _ => SideBySide.Do(part, open, action) ?? CopyActions.Do(part, open, action),
        };

    /// <summary>A kept result as it was last looked at.</summary>
    public static Part<ResultState> Show(Part<ResultState> part, string name)
    {
        if (part.Own.Entry(name) is not { } entry)
            return part;
        var stored = Behind(part.Own).Show(entry.View);
        return part with { Focus = Panel.Result, Own = stored with { Open = stored.Entry(name)!.View.InLanguage(part.Language) } };
    }

    /// <summary>
    /// Where a query without rows fills the view, the result before it; where that is in view, the query or its rows again.
    /// </summary>
    public static Part<ResultState> Meanwhile(Part<ResultState> part) =>
        part switch
        {
            { Focus: not Panel.Result } or { Own.Running: null } or { Own.Open: null } => part,
            { Own.Running: { HasRows: true, Result: { } name } } => part.Own.Open.Name == name ? part : Show(part, name),
            { Own.Running: { } running } => part with { Own = part.Own with { Running = running with { IsBehind = !running.IsBehind } } },
        };

    /// <summary>The oldest result that must give way to a new one; null while there is room.</summary>
    public static KeptEntry? Oldest(ResultState result)
    {
        var free = result.Kept.Where(k => !k.IsPinned && !IsNeeded(result, k)).ToArray();
        return result.Kept.Count(k => !k.IsPinned) > MostKept && free.Length > 0 ? free[0] : null;
    }

    /// <summary>The list anew, if it is open, with what is known now.</summary>
    public static Part<ResultState> Refreshed(Part<ResultState> part) =>
        part.Window is KeptWindow { Selected: { } name } ? part with { Window = KeptWindow.Of(part, name) } : part;

    /// <summary>The name was given, or is refused and asked for again.</summary>
    public static Part<ResultState> Apply(Part<ResultState> part, ResultRenamed renamed)
    {
        if (renamed.Fault is { } fault)
        {
            return part with
            {
                Window = new QuestionWindow(Question.Name, TextField.Of(renamed.Wanted), renamed.Result.Name, fault.In(part.Language)),
            };
        }

        var next = part with { Own = part.Own.With(renamed.Result.Name, rows => rows with { Alias = renamed.Alias }) };
        return (next with { Window = KeptWindow.Of(next, renamed.Result.Name) }).Say(
            part.Texts.Renamed(renamed.Result.Name, renamed.Alias)
        );
    }

    private static Part<ResultState> OfSelected(Part<ResultState> part, Func<KeptEntry, Part<ResultState>> act) =>
        part.Window is KeptWindow { Selected: { } name } && part.Own.Entry(name) is { } entry ? act(entry) : part;

    private static Part<ResultState> Pin(Part<ResultState> part, KeptEntry entry)
    {
        var next = part with { Own = part.Own with { Kept = part.Own.Kept.Replace(entry, entry with { IsPinned = !entry.IsPinned }) } };
        return next with { Window = KeptWindow.Of(next, entry.Name) };
    }

    /// <summary>Forgets a result.</summary>
    /// <param name="part">The console before.</param>
    /// <param name="entry">The result to forget; its rows go from the disk.</param>
    /// <param name="showsList">Whether the list of those left is shown, as where it was chosen from.</param>
    public static Part<ResultState> Drop(Part<ResultState> part, KeptEntry entry, bool showsList = true)
    {
        if (entry.IsPinned || IsUsed(part.Own, entry))
            return part.Say(entry.IsPinned ? part.Texts.PinnedStays : part.Texts.GrowingStays, isError: true);
        return Dropped(part, [entry], showsList).Say(part.Texts.Dropped(entry.Label));
    }

    /// <summary>The first press says how many, the second one drops them.</summary>
    private static Part<ResultState> DropUnpinned(Part<ResultState> part)
    {
        if (part.Window is not KeptWindow list)
            return part;
        KeptEntry[] unpinned = [.. part.Own.Kept.Where(k => !k.IsPinned && !IsUsed(part.Own, k))];
        if (unpinned.Length == 0)
            return part.Say(part.Texts.NothingUnpinned);
        return list.IsArmed
            ? Dropped(part, unpinned).Say(part.Texts.DroppedMany(unpinned.Length))
            : (part with { Window = list with { IsArmed = true } }).Say(part.Texts.DropAgain(unpinned.Length));
    }

    private static Part<ResultState> Dropped(Part<ResultState> part, IReadOnlyList<KeptEntry> entries, bool showsList = true)
    {
        var names = entries.Select(e => e.Name).ToHashSet();
        var left = part.Own with
        {
            Kept = part.Own.Kept.RemoveAll(k => names.Contains(k.Name)),
            Open = part.Own.Open is { } open && names.Contains(open.Name) ? null : part.Own.Open,
        };
        var next = part with { Own = left };
        if (left.Open is null && left.Kept.Count > 0)
            next = Show(next, left.Kept[^1].Name) with { Focus = part.Focus };
        next = next with { Window = showsList && left.Kept.Count > 0 ? KeptWindow.Of(next, next.Own.Open!.Name) : null };
        return next.Doing(entries.Select(e => new DropResult(e.View.Table.Kept)));
    }

    private static bool IsNeeded(ResultState result, KeptEntry entry) =>
        entry.Name == result.Open?.Name || entry.Name == result.Open?.Parent || entry.Name == result.Side?.Name || IsUsed(result, entry);

    /// <summary>Whether it grows, or an operation or a file is being made of it.</summary>
    private static bool IsUsed(ResultState result, KeptEntry entry) =>
        entry.View.Table.IsGrowing
        || result.InMotion.Any(task =>
            task.Query switch
            {
                SaveRequest save => save.Source.Name == entry.Name,
                OperationRequest { Operation: CompareRows compare } operation => operation.Source.Name == entry.Name
                    || compare.Before.Name == entry.Name,
                OperationRequest operation => operation.Source.Name == entry.Name,
                _ => false,
            }
        );

    /// <summary>The running query gives way to what one looks at now.</summary>
    private static ResultState Behind(ResultState result) =>
        result.Running is { HasRows: false } running ? result with { Running = running with { IsBehind = true } } : result;
}
