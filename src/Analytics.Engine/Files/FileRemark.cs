namespace Analytics.Engine.Files;

/// <summary>What is worth knowing about how a file is read.</summary>
/// <param name="Text">Names the file.</param>
/// <param name="LeavesOut">Whether something of the file is left out or replaced, so that a strict reading ends here.</param>
public sealed record FileRemark(Localized Text, bool LeavesOut = false)
{
    internal static FileRemark Of(string path, string zh, string en, bool leavesOut = false) =>
        new(new Localized($"{Path.GetFileName(path)}：{zh}", $"{Path.GetFileName(path)}: {en}"), leavesOut);
}
