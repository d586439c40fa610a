namespace Analytics.Engine.Layouts;

/// <summary>Says that the footer of a Parquet file is damaged, and what to do.</summary>
internal static class FooterFault
{
    /// <param name="zh">What is wrong, a sentence in Chinese.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="inner">What the package threw; null where the fault was found here.</param>
    public static UserException Of(string zh, string en, Exception? inner = null) =>
        UserException.Failed(
            $"Parquet 文件的脚注损坏：{zh}请重新取得或写出此文件。",
            $"The footer of the Parquet file is damaged: {en} Fetch or write the file again.",
            inner
        );
}
