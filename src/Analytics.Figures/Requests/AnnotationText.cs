using Analytics.Charts;
using Analytics.Engine.Queries;

namespace Analytics.Figures;

/// <summary>Remarks of charts as the texts of <see cref="MarkRemark"/>.</summary>
public static class AnnotationText
{
    /// <summary>The remark; null if the text is none.</summary>
    public static ChartAnnotation? One(string text) =>
        MarkRemark.Of(text) is { } remark ? new ChartAnnotation(remark.At, remark.Text) : null;

    /// <summary>The text that gives this remark again.</summary>
    public static string Of(ChartAnnotation annotation) => new MarkRemark(annotation.At, annotation.Text).ToString();
}
