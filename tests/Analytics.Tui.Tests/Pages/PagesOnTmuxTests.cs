using Analytics.Terminal.Tests.Terminals;
using Analytics.Tests.Cli;

namespace Analytics.Tui.Tests.Pages;

/// <summary>Pages of the program on a real terminal, with the user's own files beside those of the product.</summary>
[Trait("Category", "Program")]
public sealed class PagesOnTmuxTests : IDisposable
{
    private readonly Tmux _tmux = new();
    private readonly TemporaryFolder _folder = new();

    private string Shipped { get; } = File.ReadAllText(Path.Combine(Repository.Root, "queries", "pages", "overview.yaml"));

    [TmuxTheory]
    [InlineData("zh", "谁培训最多？", "第 1/10 行", "筛选 2", "筛选 1", "[县情]")]
    [InlineData("en", "Who trains most?", "row 1/10", "2 filters", "1 filter", "[County profile]")]
    public void A_filter_its_undo_and_the_way_to_a_county_and_back(
        string language,
        string question,
        string row,
        string filtered,
        string undone,
        string county
    )
    {
        Start(language);
        _tmux.Await(question);
        _tmux.Send("Tab");
        _tmux.Await(row);
        _tmux.Send("Space");
        _tmux.Await(filtered);
        _tmux.Send("u");
        _tmux.Await(undone);
        _tmux.Send("Enter");
        _tmux.Await(county);
        _tmux.Send("BSpace");
        _tmux.Await(question);
        _tmux.Send("q");
        _tmux.Await("rc=0");
    }

    [TmuxFact]
    public void A_file_that_is_edited_while_its_page_is_open_is_shown_and_a_faulty_one_is_mended_in_the_users_editor()
    {
        var page = _folder.File("pages/overview.yaml", Shipped);
        var mended = _folder.File("mended", Shipped.Replace("zh: 总览,", "zh: 改好了,"));
        var script = _folder.File("editor", $"#!/bin/sh\nprintf 'in the editor: %s' \"$1\"\nread said\ncp '{mended}' \"$2\"\n");
        Start("zh", $"VISUAL='sh {script}'");
        _tmux.Await("谁培训最多？");
        File.WriteAllText(page, Shipped.Replace("zh: 总览,", "zh: 新名,"));
        _tmux.Await("[新名]");
        File.WriteAllText(page, Shipped.Replace("kind: matrix", "kind: matrx"));
        _tmux.Await("overview.yaml:");
        _tmux.Await("[新名]");
        _tmux.Send("Enter");
        _tmux.Await("in the editor: +");
        _tmux.Send("Enter");
        _tmux.Await("[改好了]");
        _tmux.Send("q");
        _tmux.Await("rc=0");
    }

    public void Dispose()
    {
        _tmux.Dispose();
        _folder.Dispose();
    }

    private void Start(string language, string environment = "")
    {
        _tmux.Resize(80, 24);
        _tmux.Send(
            $"cd '{Repository.Root}'; {environment} ANALYTICS_STATE='{_folder.Path}' ANALYTICS_CONFIG='{_folder.Path}/config.yaml' "
                + $"'{AnalyticsProcess.Program}' --lang {language}; echo rc=$?",
            "Enter"
        );
    }
}
