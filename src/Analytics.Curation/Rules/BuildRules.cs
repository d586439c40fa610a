namespace Analytics.Curation;

/// <summary>What can go wrong while the tables are written. Nothing old is touched then.</summary>
internal static class BuildRules
{
    public static readonly Rule Unwritable = new(
        "build.unwritable",
        Severity.Critical,
        "The data folder can be written, and memory suffices.",
        new(
            "检查文件夹的权限和剩余空间；原有各表没有改动。",
            "Check the folder's permissions and the free space; the old tables are untouched."
        )
    );

    public static readonly Rule Busy = new(
        "build.busy",
        Severity.Critical,
        "Only one build runs in a folder.",
        new("等另一次生成结束。", "Wait until the other build has ended.")
    );

    public static readonly Rule Verification = new(
        "build.verification",
        Severity.Critical,
        "Each file, opened again, holds what was to be written.",
        new("再生成一次；若仍如此，请报告。", "Run the build again; if it happens again, report it.")
    );

    public static readonly IReadOnlyList<Rule> All = [Unwritable, Busy, Verification];
}
