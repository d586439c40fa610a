using System.Security.Cryptography;
using System.Text;

namespace Analytics.Engine.Documents;

/// <summary>What every HTML document of ours brings with it: its looks, its script, and what a browser may fetch for it: nothing.</summary>
internal static class HtmlAssets
{
    /// <summary>Colours of the ground are those of the charts.</summary>
    public static string Style { get; } = Read("document.css");

    /// <summary>A head sorts upwards, then downwards, then gives the document's own order back; what is missing stands last.</summary>
    public static string Script { get; } = Read("document.js");

    /// <summary>Only the script above runs; nothing is fetched.</summary>
    public static string Policy { get; } =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))
        + "'";

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(HtmlAssets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
