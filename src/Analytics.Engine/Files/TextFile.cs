using Analytics.Engine.Sessions;

namespace Analytics.Engine.Files;

/// <summary>Finds out how a text is encoded, and makes a copy in UTF-8 where it is encoded otherwise.</summary>
internal static class TextFile
{
    /// <summary>As many places of undecodable bytes as a remark names.</summary>
    private const int NamedPlaces = 5;

    public static OpenedFile Prepared(OpenedFile file, FileChoices choices, FileCopies copies)
    {
        var sample = PackedFile.Beginning(file.Path, EncodingDetector.Sample);
        // Of an empty file everything is said elsewhere.
        if (sample.Length == 0)
            return file;
        FileSigns.Require(file.Kind, file.Path, sample);
        var isWhole = sample.Length < EncodingDetector.Sample;
        var stated = choices.Encoding is { } asked ? TextEncoding.Named(asked) : null;
        var found = stated is null ? EncodingDetector.Of(sample, isWhole) : new DetectedEncoding(stated, IsCertain: true);
        if (found is null)
            throw FileRefusal.Of(FileFault.Binary, file.Path);
        if (found.Name == TextEncoding.Utf8 && EncodingDetector.IsUtf8(sample, isWhole))
            return file with { Reading = new FileReading(null, found.Name, []) };
        using var from = PackedFile.Open(file.Path);
        using var to = copies.Create();
        var copied = Utf8Copy.Write(from, found.Name, to);
        FileRemark?[] remarks = [stated is null ? Found(file.Path, found) : null, Undecodable(file.Path, found.Name, copied)];
        return file with { Reading = new FileReading(to.Name, found.Name, [.. remarks.OfType<FileRemark>()]) };
    }

    private static FileRemark Found(string path, DetectedEncoding found)
    {
        if (found.IsCertain)
            return FileRemark.Of(path, $"按 {found.Name} 读取（文件头有标记）。", $"read as {found.Name} (the file begins with its mark).");
        var (zh, en) = found.Other is { } other ? ($"，也可能是 {other}", $" and could be {other}") : ("", "");
        return FileRemark.Of(
            path,
            $"按 {found.Name} 读取（猜测{zh}；可另指定编码）。",
            $"read as {found.Name} (guessed from its bytes{en}; another encoding can be stated)."
        );
    }

    private static FileRemark? Undecodable(string path, string encoding, CopiedText copied)
    {
        if (copied.Undecodable == 0)
            return null;
        var named = copied.Places.Take(NamedPlaces).Select(p => (p.Line, Bytes: Convert.ToHexString([.. p.Bytes]))).ToList();
        var isMore = copied.Undecodable > named.Count;
        return FileRemark.Of(
            path,
            $"{copied.Undecodable} 处字节不是 {encoding}，读作 �："
                + string.Join("、", named.Select(p => $"第 {p.Line} 行 {p.Bytes}"))
                + (isMore ? "……" : ""),
            $"{copied.Undecodable:N0} {Plural.Of(copied.Undecodable, "place")} cannot be read as {encoding} and "
                + $"{Plural.Of(copied.Undecodable, "stands", "stand")} as �: "
                + string.Join(", ", named.Select(p => $"line {p.Line} ({p.Bytes})"))
                + (isMore ? ", …" : ""),
            leavesOut: true
        );
    }
}
