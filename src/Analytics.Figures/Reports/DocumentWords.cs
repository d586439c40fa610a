namespace Analytics.Figures;

/// <summary>Sentences that every document with figures carries.</summary>
public static class DocumentWords
{
    /// <summary>What the figures are, and whose.</summary>
    public static Localized AsStated { get; } =
        new(
            "数据照录报道原文，未经独立核实；报纸名称、日期原文件未载。",
            "As stated in the articles, not independently verified; newspaper and date not in the file."
        );
}
