using System.Text;
using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>
/// A remark beside a mark as one text: <c>碧江区=first of its kind</c>. In the mark's name <c>=</c> and <c>\</c> are written <c>\=</c> and
/// <c>\\</c>.
/// </summary>
public static class AnnotationText
{
    /// <summary>The remark; null if the text is none.</summary>
    public static ChartAnnotation? One(string text)
    {
        var at = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                return at.ToString().Trim() is { Length: > 0 } name && text[(i + 1)..].Trim() is { Length: > 0 } remark
                    ? new ChartAnnotation(name, remark)
                    : null;
            }

            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '=' or '\\')
                i++;
            at.Append(text[i]);
        }
        return null;
    }

    /// <summary>The text that gives this remark again.</summary>
    public static string Of(ChartAnnotation annotation) => $"{annotation.At.Replace("\\", "\\\\").Replace("=", "\\=")}={annotation.Text}";
}
