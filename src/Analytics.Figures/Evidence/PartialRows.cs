using Analytics.Engine.Workspaces;

namespace Analytics.Figures;

/// <summary>What a picture, file, title or child of a kept result says where that is not whole, or stands on one that was not.</summary>
public static class PartialRows
{
    /// <summary>In words, with the number of rows; null where the result is whole and stands on whole ones.</summary>
    public static Localized? Of(KeptResult result)
    {
        var progress = result.Progress;
        var names = string.Join(", ", result.Source.PartialSources);
        return progress.State switch
        {
            KeptState.Cancelled => new(
                $"只有前 {progress.Rows} 行（已取消）",
                $"only the {Plural.First(progress.Rows, "row")} (cancelled)"
            ),
            KeptState.Failed => new(
                $"只有前 {progress.Rows} 行（中途出错）",
                $"only the {Plural.First(progress.Rows, "row")} (failed on the way)"
            ),
            KeptState.Growing => new(
                $"只有前 {progress.Rows} 行（还在增长）",
                $"only the {Plural.First(progress.Rows, "row")} (still growing)"
            ),
            _ when names.Length > 0 => new($"只依据 {names} 的一部分行", $"stands on a part of the rows of {names}"),
            _ => null,
        };
    }
}
