using System.Runtime.CompilerServices;

namespace Analytics.Terminal.Tests.Widgets.Vim;

/// <summary>
/// The table VimCases.txt: keys, text with the cursor before, text with the cursor after; ⏎ is a line end. What is expected there is what
/// vim 9.0
/// itself did (set nocompatible shiftwidth=4 expandtab autoindent ignorecase smartcase formatoptions=B).
/// </summary>
public class VimTableTests
{
    public static TheoryData<string> Groups => [.. Read().Select(group => group.Name)];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Keys_do_what_they_do_in_vim(string group)
    {
        var wrong = Read()
            .Single(g => g.Name == group)
            .Cases.Select(c => (c, Actual: Finish(VimPress.Start(c.Before).Run(c.Keys))))
            .Where(x => x.Actual != x.c.After)
            .Select(x => $"{x.c.Keys}\n  from     {x.c.Before}\n  expected {x.c.After}\n  actual   {x.Actual}");
        string.Join('\n', wrong).ShouldBe("");
    }

    [Fact]
    public void The_table_holds_hundreds_of_cases() => Read().Sum(group => group.Cases.Count).ShouldBeGreaterThan(600);

    // As at the end of a script, what is unfinished is given up.
    private static string Finish(Terminal.Widgets.Vim.VimEditor vim) => vim.Run("<Esc><Esc>").Show();

    private static List<(string Name, List<(string Keys, string Before, string After)> Cases)> Read([CallerFilePath] string here = "")
    {
        var groups = new List<(string Name, List<(string, string, string)> Cases)>();
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "VimCases.txt")))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                groups.Add((line[2..], []));
            else if (line.Replace('⏎', '\n').Split('¦') is [var keys, var before, var after, ""])
                groups[^1].Cases.Add((keys, before, after));
        }
        return groups;
    }
}
