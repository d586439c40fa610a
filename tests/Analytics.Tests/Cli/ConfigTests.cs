using System.Text.Json;

namespace Analytics.Tests.Cli;

/// <summary>Each value that holds, and where it comes from.</summary>
[Trait("Category", "Program")]
public sealed class ConfigTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _environment;

    // Nothing of whoever runs the tests.
    public ConfigTests() =>
        _environment = new()
        {
            ["ANALYTICS_CONFIG"] = _folder.File("none.yaml"),
            ["ANALYTICS_STATE"] = _folder.File("state/here"),
            ["LC_ALL"] = null,
            ["LC_MESSAGES"] = null,
            ["LANG"] = null,
            ["NO_COLOR"] = null,
            ["TZ"] = null,
            ["VISUAL"] = null,
            ["EDITOR"] = null,
        };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_anything_said_the_defaults_hold()
    {
        var held = Held();
        held["language"].ShouldBe(("en", "default", null));
        held["messages"].ShouldBe(("en", "default", null));
        held["home"].ShouldBe((Repository.Root, "found", Repository.Root));
        held["data"].ShouldBe((Path.Combine(Repository.Root, "data"), "default", Repository.Root));
        held["message_colours"].ShouldBe(("false", "terminal", null));
        held["memory"].Origin.ShouldBe("engine");
        held["quiet"].ShouldBe(("false", "default", null));
        held["settings_file"].ShouldBe((_folder.File("none.yaml"), "environment", "ANALYTICS_CONFIG"));
        held["state_folder"].ShouldBe((_folder.File("state/here"), "environment", "ANALYTICS_STATE"));
        held["console.theme"].ShouldBe(("terminal", "default", null));
        held["console.language"].ShouldBe(("en", "default", null));
    }

    [Fact]
    public void Variables_are_named_where_they_decide()
    {
        _environment["LANG"] = "zh_CN.UTF-8";
        _environment["LC_MESSAGES"] = "";
        _environment["NO_COLOR"] = "1";
        _environment["TZ"] = "Asia/Shanghai";
        _environment["EDITOR"] = "nano";
        _environment["ANALYTICS_HOME"] = Repository.Root;
        var held = Held("--lang", "en");
        held["language"].ShouldBe(("en", "option", "--lang"));
        held = Held();
        held["language"].ShouldBe(("zh", "environment", "LANG"));
        held["messages"].ShouldBe(("en", "default", null));
        held["home"].ShouldBe((Repository.Root, "environment", "ANALYTICS_HOME"));
        held["message_colours"].ShouldBe(("false", "environment", "NO_COLOR"));
        held["time_zone"].ShouldBe(("Asia/Shanghai", "environment", "TZ"));
        held["console.editor"].ShouldBe(("nano", "environment", "EDITOR"));
        held["console.language"].ShouldBe(("zh", "environment", "LANG"));
    }

    [Fact]
    public void Options_are_named_where_they_decide()
    {
        var own = _folder.File("own.csv", "a\n1\n");
        var held = Held("--memory", "500MB", "--open", own, "--home", Repository.Root, "-q", "--lang", "zh", "--skip-lines", "0");
        held["memory"].ShouldBe(("476.8 MiB", "option", "--memory"));
        held["open"].ShouldBe((own, "option", "--open"));
        held["home"].ShouldBe((Repository.Root, "option", "--home"));
        held["quiet"].ShouldBe(("true", "option", "--quiet"));
        held["skip_lines"].ShouldBe(("0", "option", "--skip-lines"));
        held["messages"].ShouldBe(("zh", "option", "--lang"));
        held["console.language"].ShouldBe(("zh", "option", "--lang"));
    }

    [Fact]
    public void Settings_name_the_line_of_the_file_or_what_was_chosen()
    {
        var file = _folder.File("own.yaml", "# mine\ntheme: light\nvim: maybe\nlanguage: zh\nkeys:\n  grid.sort: [o, Alt+s]\n");
        _environment["ANALYTICS_CONFIG"] = file;
        var choices = _folder.File("state/here/settings.json", """{"UsesVim": true, "Theme": "Dark", "Nulls": "Dash"}""");
        var (held, error) = Read("config");
        held["console.theme"].ShouldBe(("light", "file", file + ":2"));
        // An entry that does not hold is said, and what else there is holds.
        held["console.vim"].ShouldBe(("true", "chosen", choices));
        error.ShouldContain($"{file}, line 3: vim is 'maybe'");
        held["console.nulls"].ShouldBe(("dash", "chosen", choices));
        held["console.language"].ShouldBe(("zh", "file", file + ":4"));
        held["console.keys.grid.sort"].ShouldBe(("o Alt+S", "file", file + ":6"));
        Held("--lang", "en")["console.language"].ShouldBe(("en", "option", "--lang"));
    }

    [Fact]
    public void A_file_that_is_no_yaml_is_said_and_the_rest_shown()
    {
        _environment["ANALYTICS_CONFIG"] = _folder.File("bad.yaml", "theme: [\n");
        var (held, error) = Read("config");
        held["console.theme"].Origin.ShouldBe("default");
        error.ShouldContain("is no YAML");
    }

    [Fact]
    public void People_read_it_in_chinese()
    {
        var run = AnalyticsProcess.RunIn(_environment, ["config", "--lang", "zh"]);
        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Output.Split('\n')[0].ShouldMatch("^名称 +│ 数值 +│ 来处 +│ 何处 +│ 用什么设$");
        run.Output.ShouldContain("│ 环境变量");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_wrong_usage() =>
        AnalyticsProcess.RunIn(_environment, ["config", "--home", _folder.File("nowhere")]).ExitCode.ShouldBe(2);

    private Dictionary<string, (string? Value, string Origin, string? At)> Held(params string[] options)
    {
        var (held, error) = Read(["config", .. options]);
        error.Split('\n').Where(l => !l.Contains("own.yaml")).ShouldBe([""]);
        return held;
    }

    private (Dictionary<string, (string? Value, string Origin, string? At)> Held, string Error) Read(params string[] command)
    {
        var run = AnalyticsProcess.RunIn(_environment, [.. command, "--format", "json"]);
        run.ExitCode.ShouldBe(0, run.Error);
        var rows = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToArray();
        rows.ShouldAllBe(r => r.GetProperty("set_by").GetString()!.Length > 0);
        return (rows.ToDictionary(r => Text(r, "name")!, r => (Text(r, "value"), Text(r, "origin")!, Text(r, "at"))), run.Error);
    }

    private static string? Text(JsonElement row, string column) => row.GetProperty(column).GetString();
}
