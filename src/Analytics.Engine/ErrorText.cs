using Analytics.DuckDb;

namespace Analytics.Engine;

/// <summary>
/// Failures in both languages. English is the exception's own message; Chinese leads with a sentence and keeps what is not ours beneath.
/// </summary>
public static class ErrorText
{
    /// <summary>The message of an expected failure.</summary>
    public static Localized Of(Exception failure) => failure is UserException own ? own.Text : new(Chinese(failure), failure.Message);

    private static string Chinese(Exception failure) =>
        failure switch
        {
            DuckDbException engine => $"{EngineErrorZh.Of(engine)}\n引擎原文：{engine.Message}",
            IOException or UnauthorizedAccessException => OfFile(failure),
            OutOfMemoryException => "内存不够：先汇总或筛选。",
            ObjectDisposedException => "此结果已丢弃。",
            _ => failure.Message,
        };

    private static string OfFile(Exception failure) =>
        failure switch
        {
            FileNotFoundException { FileName: { Length: > 0 } name } => $"找不到文件 {name}。",
            DirectoryNotFoundException => $"找不到文件夹。\n系统原文：{failure.Message}",
            UnauthorizedAccessException => $"没有权限。\n系统原文：{failure.Message}",
            // ENOSPC of Unix, ERROR_DISK_FULL of Windows.
            IOException { HResult: 28 or unchecked((int)0x80070070) } => $"磁盘已满。\n系统原文：{failure.Message}",
            _ => $"文件读写出错。\n系统原文：{failure.Message}",
        };
}
