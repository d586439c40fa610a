namespace Analytics.Charts;

/// <summary>The libraries that pictures need, libSkiaSharp and libHarfBuzzSharp: whether one is missing, and what to say then.</summary>
internal static class NativeLibraries
{
    /// <summary>Whether an error says that a library was not found; what its first use stood in wraps it.</summary>
    public static bool IsMissing(Exception error) =>
        error is DllNotFoundException or BadImageFormatException
        || error is TypeInitializationException { InnerException: { } inner } && IsMissing(inner);

    /// <summary>The error in words.</summary>
    public static UserException Missing(Exception error) =>
        UserException.Failed(
            $"在程序所在处（{AppContext.BaseDirectory}）没有找到图像库 libSkiaSharp、libHarfBuzzSharp，或与本机不符。"
                + "请重新构建或解压本程序。",
            $"The picture libraries libSkiaSharp and libHarfBuzzSharp were not found beside the program ({AppContext.BaseDirectory}), "
                + "or are not for this machine. Build or unpack the program again.",
            error
        );
}
