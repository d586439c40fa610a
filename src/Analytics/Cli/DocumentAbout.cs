using Analytics.Cli.Commands;
using Analytics.Figures;

namespace Analytics.Cli;

/// <summary>How a document was made, as it stands in it. Nothing of the machine or the day: the same input makes the same bytes.</summary>
internal static class DocumentAbout
{
    /// <summary>Command, data and program, in the language of the document.</summary>
    public static IReadOnlyList<(string Label, string Text)> Of(Host host)
    {
        var zh = host.Language == Language.Zh;
        return
        [
            (zh ? "命令" : "command", ChartOptions.CommandText(host.Parsed)),
            (zh ? "数据版本" : "data version", DataVersion.Of(host.SessionOptions.Home)),
            (zh ? "程序" : "program", Program),
        ];
    }

    /// <summary>The program and its version.</summary>
    public static string Program { get; } = $"analytics {typeof(DocumentAbout).Assembly.GetName().Version?.ToString(3)}";
}
