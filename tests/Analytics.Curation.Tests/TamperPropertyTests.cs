using System.Text;

namespace Analytics.Curation.Tests;

/// <summary>What holds for every change of a kind, not only for a chosen one.</summary>
public class TamperPropertyTests
{
    private const string Observations = "data/curated/observations.csv";
    private static readonly string[] Disturbances =
    [
        "\"",
        ",",
        "\n",
        "9",
        "余",
        "",
        "\u0000",
        "😀",
        "\r",
        "\"\"",
        " ",
        "-",
        "99999999999999999999",
    ];

    [Theory]
    [InlineData("observations")]
    [InlineData("exclusions")]
    [InlineData("segments")]
    [InlineData("units")]
    [InlineData("indicators")]
    [InlineData("articles")]
    public void No_line_can_be_lost_unnoticed(string name)
    {
        using var project = new SmallProject();
        var file = $"data/curated/{name}.csv";
        var lines = project.Read(file).TrimEnd('\n').Split('\n');
        for (var lost = 1; lost < lines.Length; lost++)
        {
            project.Write(file, string.Join('\n', lines.Where((_, i) => i != lost)) + "\n");
            project.Check().ShouldContain(f => f.Severity == Severity.Critical, lines[lost]);
        }
    }

    [Theory]
    [InlineData("value_text")]
    [InlineData("value")]
    [InlineData("quote")]
    public void No_digit_of_a_figure_can_change_unnoticed(string column)
    {
        using var project = new SmallProject();
        var lines = project.Read(Observations).TrimEnd('\n').Split('\n');
        var field = CuratedSchemas.Observations.IndexOf(column);
        for (var line = 1; line < lines.Length; line++)
        {
            var fields = lines[line].Split(',');
            var original = fields[field];
            for (var at = 0; at < original.Length; at++)
            {
                if (!char.IsAsciiDigit(original[at]))
                    continue;
                fields[field] = original[..at] + (char)('0' + ((original[at] - '0' + 3) % 10)) + original[(at + 1)..];
                project.Write(Observations, string.Join('\n', lines.Select((l, i) => i == line ? string.Join(',', fields) : l)) + "\n");
                project.Check().ShouldContain(f => f.Severity == Severity.Critical, fields[field]);
            }
        }
    }

    [Fact]
    public void No_source_can_change_by_a_character_unnoticed()
    {
        using var project = new SmallProject();
        var text = project.Read("seeds/a.txt");
        var random = new Random(20240601);
        for (var i = 0; i < 40; i++)
        {
            var at = random.Next(text.Length);
            project.Write("seeds/a.txt", text[..at] + (text[at] == '三' ? '四' : '三') + text[(at + 1)..]);
            project.Check().ShouldContain(f => f.RuleId == "source.sha256" || f.RuleId == "file.encoding");
        }
    }

    [Fact]
    public void Whatever_is_disturbed_the_check_answers_with_findings_and_what_passes_it_can_be_built()
    {
        using var project = new SmallProject();
        var random = new Random(7);
        string[] files = [.. SmallProject.CuratedFiles.Select(f => "data/curated/" + f), "seeds/a.txt"];
        for (var i = 0; i < 150; i++)
        {
            string file = files[random.Next(files.Length)],
                original = project.Read(file);
            int at = random.Next(original.Length),
                length = Math.Min(random.Next(4), original.Length - at);
            project.WriteBytes(
                file,
                Encoding.UTF8.GetBytes(original[..at] + Disturbances[random.Next(Disturbances.Length)] + original[(at + length)..])
            );
            if (file == "seeds/a.txt" && i % 2 == 0)
                project.PinSources();
            var loaded = project.Load();
            var findings = Should.NotThrow(loaded.Check, file + " at " + at);
            if (findings.All(f => f.Severity != Severity.Critical))
                loaded.Build().Built.ShouldBeTrue(file + " at " + at);
            project.Write(file, original);
            project.PinSources();
        }
    }
}
