using Analytics.Engine.Models;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Pages;

/// <summary>The pages of folders, read anew each time; a name in an earlier folder comes before the same in a later one.</summary>
/// <param name="folders">The user's own first; one that is not there has none.</param>
/// <param name="models">What the pages show.</param>
public sealed class PageCatalog(IReadOnlyList<string> folders, ModelCatalog models)
{
    private readonly SpecFolder _files = new(folders);

    /// <summary>The models of the pages.</summary>
    public ModelCatalog Models { get; } = models;

    /// <summary>The pages of the product and of the user's own folder.</summary>
    public static PageCatalog Of(Home home) => Of(home, UserFolder.Path);

    /// <summary>The pages of the product and of a user's own folder.</summary>
    public static PageCatalog Of(Home home, string userFolder) =>
        new([Path.Combine(userFolder, "pages"), Path.Combine(home.Queries, "pages")], ModelCatalog.Of(home, userFolder));

    public IReadOnlyList<string> Names() => _files.Names();

    /// <summary>The file of a page; null where there is none.</summary>
    public string? PathOf(string name) => _files.PathOf(name);

    /// <summary>The page of a name, or all that is wrong with its file.</summary>
    /// <exception cref="UserException">There is no such page.</exception>
    public Reading<PageSpec> Read(string name) =>
        _files.PathOf(name) is { } path ? Read(name, path, Utf8Text.ReadFile(path)) : throw Unknown(name);

    /// <summary>The same of a text that is not saved yet.</summary>
    public Reading<PageSpec> Read(string name, string path, string text) =>
        Drilling(PageReader.Read(name, path, text, m => Models.Names().Contains(m) ? Models.Read(m) : null));

    /// <summary>Each page that a visual leads to must be there.</summary>
    private Reading<PageSpec> Drilling(Reading<PageSpec> read)
    {
        if (read.Value is not { } page)
            return read;
        var names = Names();
        var faults = page
            .Visuals.Where(v => v.Drill is { Page: { } target } && !names.Contains(target))
            .Select(v => Missing(page, v, names))
            .ToArray();
        return faults.Length == 0 ? read : new(null, faults);
    }

    private static SpecFault Missing(PageSpec page, VisualSpec visual, IReadOnlyList<string> names)
    {
        var (target, near) = (visual.Drill!.Page!, SpecNode.Near(visual.Drill.Page!, names));
        return new(
            page.Path,
            visual.Drill.Place,
            new($"{visual.Name}.drill：没有页面“{target}”{near.Zh}", $"{visual.Name}.drill: there is no page '{target}'{near.En}")
        );
    }

    private UserException Unknown(string name)
    {
        var near = SpecNode.Near(name, Names());
        return UserException.Usage($"没有页面“{name}”{near.Zh}。", $"There is no page '{name}'{near.En}.").MendedBy(new Setting("list"));
    }
}
