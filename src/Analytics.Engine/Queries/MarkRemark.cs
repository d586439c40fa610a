using System.Text;

namespace Analytics.Engine.Queries;

/// <summary>
/// A remark beside a mark of a chart, written <c>碧江区=first of its kind</c>. In the mark's name <c>=</c> and <c>\</c> are written
/// <c>\=</c> and <c>\\</c>.
/// </summary>
/// <param name="At">The mark's name.</param>
/// <param name="Text">What is said.</param>
public sealed record MarkRemark(string At, string Text)
{
    /// <summary>The remark; null if the text is none.</summary>
    public static MarkRemark? Of(string text)
    {
        var at = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                return at.ToString().Trim() is { Length: > 0 } name && text[(i + 1)..].Trim() is { Length: > 0 } remark
                    ? new MarkRemark(name, remark)
                    : null;
            }

            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '=' or '\\')
                i++;
            at.Append(text[i]);
        }
        return null;
    }

    /// <summary>The text that gives this remark again.</summary>
    public override string ToString() => $"{At.Replace("\\", "\\\\").Replace("=", "\\=")}={Text}";
}
