using System.Text;

namespace Analytics.Benchmarks;

/// <summary>Results of one benchmark, written as Markdown for people and CSV for machines, from the same rows.</summary>
internal sealed class Report(string title, string method)
{
    private readonly List<(string What, double Value, string Unit, double? AtMost)> _rows = [];
    private readonly List<string> _remarks = [];
    private readonly Machine _machine = Machine.Now();

    /// <param name="atMost">The target; null where there is none.</param>
    public void Add(string what, double value, string unit, double? atMost = null) => _rows.Add((what, value, unit, atMost));

    public void Remark(string sentence) => _remarks.Add(sentence);

    public string Markdown()
    {
        var text = new StringBuilder(
            $"# {title}\n\n{method}\n\n{_machine.Description}\n\n| what | value | unit | target |\n|---|---:|---|---|\n"
        );
        foreach (var (what, value, unit, atMost) in _rows)
            text.Append($"| {what} | {Number(value)} | {unit} | {Target(value, atMost)} |\n");
        foreach (var remark in _remarks)
            text.Append($"\n{remark}\n");
        return text.ToString();
    }

    /// <param name="path">Without an ending.</param>
    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + ".md", Markdown());
        var csv = _rows.Select(r =>
            $"\"{r.What.Replace("\"", "\"\"")}\",{Number(r.Value)},{r.Unit},{(r.AtMost is { } t ? Number(t) : "")}\n"
        );
        File.WriteAllText(path + ".csv", "what,value,unit,at_most\n" + string.Concat(csv));
    }

    private static string Target(double value, double? atMost) =>
        atMost is { } target ? $"≤ {Number(target)}, {(value <= target ? "met" : "**missed**")}" : "";

    private static string Number(double value) =>
        Math.Abs(value) switch
        {
            >= 1000 => value.ToString("0"),
            >= 10 => value.ToString("0.0"),
            _ => value.ToString("0.00"),
        };
}
