using System.Text;

namespace Analytics.Benchmarks;

/// <summary>Results of one benchmark, written as Markdown for people and CSV for machines, from the same rows.</summary>
sealed class Report(string title, string method)
{
    readonly List<(string What, double Value, string Unit, double? AtMost)> rows = [];
    readonly List<string> remarks = [];
    readonly Machine machine = Machine.Now();

    /// <param name="atMost">The target; null where there is none.</param>
    public void Add(string what, double value, string unit, double? atMost = null) => rows.Add((what, value, unit, atMost));

    public void Remark(string sentence) => remarks.Add(sentence);

    public string Markdown()
    {
        var text = new StringBuilder($"# {title}\n\n{method}\n\n{machine.Description}\n\n| what | value | unit | target |\n|---|---:|---|---|\n");
        foreach (var (what, value, unit, atMost) in rows)
            text.Append($"| {what} | {Number(value)} | {unit} | {Target(value, atMost)} |\n");
        foreach (var remark in remarks)
            text.Append($"\n{remark}\n");
        return text.ToString();
    }

    /// <param name="path">Without an ending.</param>
    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + ".md", Markdown());
        var csv = rows.Select(r => $"\"{r.What.Replace("\"", "\"\"")}\",{Number(r.Value)},{r.Unit},{(r.AtMost is { } t ? Number(t) : "")}\n");
        File.WriteAllText(path + ".csv", "what,value,unit,at_most\n" + string.Concat(csv));
    }

    static string Target(double value, double? atMost) =>
        atMost is { } target ? $"≤ {Number(target)}, {(value <= target ? "met" : "**missed**")}" : "";

    static string Number(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("0"),
        >= 10 => value.ToString("0.0"),
        _ => value.ToString("0.00"),
    };
}
