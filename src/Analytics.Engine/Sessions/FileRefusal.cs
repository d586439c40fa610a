namespace Analytics.Engine.Sessions;

/// <summary>Why a file cannot be opened.</summary>
internal enum FileFault
{
    Missing,
    Folder,

    /// <summary>The system refuses; the detail is its reason.</summary>
    Unreadable,
    UnknownKind,
    Empty,

    /// <summary>The ending says one kind, the content another: the detail.</summary>
    OtherKind,

    /// <summary>No text file at all.</summary>
    Binary,

    /// <summary>The engine cannot read it; the detail is its reason.</summary>
    Damaged,

    /// <summary>A Parquet file that needs a key: whole, or some of its columns.</summary>
    Encrypted,

    /// <summary>Another program writes to the database.</summary>
    Locked,
}

/// <summary>Says why a file cannot be opened, and what to do.</summary>
internal static class FileRefusal
{
    /// <param name="fault">Why, as far as it can be told.</param>
    /// <param name="path">The file as it was asked for.</param>
    /// <param name="detail">See <see cref="FileFault"/>; empty where nothing is to be added.</param>
    /// <param name="line">The 1-based line of a text file that is at fault, if known.</param>
    /// <param name="inner">What the system or the engine threw; null where the fault was found here.</param>
    public static UserException Of(FileFault fault, string path, string detail = "", long? line = null, Exception? inner = null) =>
        new(FaultKind.Failed, Text(fault, path, detail, line), inner);

    private static Localized Text(FileFault fault, string path, string detail, long? line) =>
        fault switch
        {
            FileFault.Missing => new($"没有这个文件：{path}", $"There is no such file: {path}"),
            FileFault.Folder => new("这是文件夹；请选其中的文件。", "This is a folder; choose a file in it."),
            FileFault.Unreadable => new($"系统不让读：{detail}", $"The system refuses to read it: {detail}"),
            FileFault.UnknownKind => new(
                $"后缀“{detail}”不认得；可打开 {string.Join(' ', OpenedFile.Endings.Keys)}",
                $"The ending “{detail}” is not known; expected {string.Join(' ', OpenedFile.Endings.Keys)}"
            ),
            FileFault.Empty => new("文件是空的。", "The file is empty."),
            FileFault.OtherKind => detail.Length > 0
                ? new($"内容不是后缀所说的那种，而是 {detail}。", $"It is not what its ending says but {detail}.")
                : new("内容不是后缀所说的那种：文件头不对。", "It is not what its ending says: it does not begin as such a file does."),
            FileFault.Binary => new("这不是文本文件。", "This is no text file."),
            FileFault.Encrypted => new(
                "文件是加密的，没有密钥读不出来；请用写它的程序另存一份不加密的。",
                "The file is encrypted and cannot be read without its key; save it unencrypted with the program that wrote it."
            ),
            FileFault.Locked => new(
                "另一个程序正在写这个库；等它关闭后再打开。",
                "Another program is writing this database; open it once that has closed."
            ),
            _ => new($"读不出来{At(line).Zh}：{detail}", $"It cannot be read{At(line).En}: {detail}"),
        };

    private static Localized At(long? line) =>
        line is { } number ? new($"（第 {number:N0} 行）", $" (line {number:N0})") : Localized.Same("");
}
