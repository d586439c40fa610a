using System.Collections.Immutable;
using Analytics.Engine.Workspaces;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>Comparing two kept results: which other one, by which keys, and how the differences are shown.</summary>
internal static class CompareActions
{
    /// <summary>The only other result at once; else a list.</summary>
    public static Part<ResultState> Choose(Part<ResultState> part, OpenResult open)
    {
        var others = part.Own.Kept.Where(k => k.Name != open.Name).Reverse().ToArray();
        return others.Length switch
        {
            0 => part.Say(part.Texts.NoOtherResult),
            1 => AskKeys(part, open, others[0]),
            _ => part with { Window = CompareWindow.Of(part, open, others) },
        };
    }

    /// <summary>Asks for the columns by which rows belong together; the best ones are found first.</summary>
    public static Part<ResultState> AskKeys(Part<ResultState> part, OpenResult open, KeptEntry other)
    {
        if (other.Name == open.Name)
            return part.Say(part.Texts.OtherThanThis, isError: true);
        if (open.Table.IsGrowing || other.View.Table.IsGrowing)
            return part.Say(part.Texts.StillGrowing, isError: true);
        var request = part.LastRequest + 1;
        return (
            part with
            {
                LastRequest = request,
                Window = new KeysWindow(request, other.Name, part.Texts.KeysTitle(other.Label, open.Label), [], Form.Of()),
            }
        ).Doing(new ProposeKeys(request, other.View.Table.Kept, open.Table.Kept));
    }

    /// <summary>The proposal has come.</summary>
    public static Part<ResultState> Proposed(Part<ResultState> part, KeysProposed answer)
    {
        if (part.Window is not KeysWindow keys || keys.Request != answer.Request)
            return part;
        if (answer.Keys.Count == 0)
            return (part with { Window = null }).Say(part.Texts.NoSharedColumn, isError: true);
        ImmutableArray<KeyCandidate> columns =
        [
            .. answer.Keys.OrderByDescending(k => k.IsProposed).ThenByDescending(k => k.IsUnique == true),
        ];
        return part with { Window = keys.Offering(columns, part.Texts) };
    }

    /// <summary>Columns that are alike everywhere go out of view; restoring columns brings them back.</summary>
    public static Part<ResultState> Tidied(Part<ResultState> part, Comparison comparison)
    {
        if (part.Own.Open is not { } open || open.Name != comparison.Rows.Name || comparison.Alike.Count == 0)
            return part;
        var hidden = comparison.Alike.SelectMany(column => ColumnsOf(open, column, comparison)).ToHashSet();
        ImmutableArray<int> shown = [.. open.Shown.Where(c => !hidden.Contains(open.Table.Kept.ColumnNames[c]))];
        return shown.Length == open.Shown.Length ? part : part with { Own = part.Own with { Open = open.WithShown(shown, 0) } };
    }

    /// <summary>Rows that are only on one side have values worth reading, but never a difference.</summary>
    private static string[] ColumnsOf(OpenResult open, string column, Comparison comparison)
    {
        if (open.Query is not OperationRequest { Operation: CompareRows compare } request)
            return [];
        string[] differences = [column + "_difference", column + "_percent"];
        return comparison.Added + comparison.Removed + comparison.NoKey > 0
            ? differences
            : [.. differences, $"{column}_{compare.Before.Name}", $"{column}_{request.Source.Name}"];
    }
}
