namespace Analytics.Figures;

/// <summary>
/// What is said where a chart meets an exception that nobody foresaw: a defect of ours, which must not take the rest of the session with
/// it, nor hide.
/// </summary>
public static class ChartDefect
{
    /// <summary>The sentence, with the type, the message and where it arose, for a report.</summary>
    public static Localized Of(Exception defect)
    {
        var place = defect.StackTrace?.Split('\n')[0].Trim() ?? "";
        var facts = $"{defect.GetType().FullName}: {defect.Message}\n{place}".TrimEnd();
        return new(
            $"画图时程序出错，这是程序的缺陷，请连同查询一并报告；其他功能照常。\n{facts}",
            $"The program failed while it made the chart. This is a defect; please report it with the query. All else goes on.\n{facts}"
        );
    }
}
