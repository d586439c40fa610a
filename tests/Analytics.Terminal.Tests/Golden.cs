using System.Runtime.CompilerServices;
using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Tests;

/// <summary>Compares a canvas with the file <c>Goldens/name.txt</c>; with UPDATE_GOLDENS=1 writes it.</summary>
internal static class Golden
{
    public static void Match(CellCanvas canvas, string name) => Match(CanvasDump.TextAndStyles(canvas), name);

    public static void Match(string text, string name, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Goldens", name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
            File.WriteAllText(path, text);
        File.Exists(path).ShouldBeTrue($"no golden {path}; run with UPDATE_GOLDENS=1 and review the file");
        text.ShouldBe(File.ReadAllText(path), name);
    }
}
