using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Pages;

/// <summary>The product's pages over the repository's data; opened once for all tests, used by one at a time.</summary>
public sealed class ShippedPages : IDisposable
{
    private static readonly string Queries = Path.Combine(Repository.Root, "queries");

    public ShippedPages()
    {
        Session = TestHome.Open();
        Model = OpenModel.Open(Session, Catalog.Models.Read("tongren").Get());
    }

    public static PageCatalog Catalog { get; } = new([Path.Combine(Queries, "pages")], new ModelCatalog([Path.Combine(Queries, "models")]));

    public static TheoryData<string> Names => [.. Catalog.Names()];

    internal AnalyticsSession Session { get; }

    public OpenModel Model { get; }

    public ModelMembers Members => Model.Members;

    public static PageSpec Page(string name) => Catalog.Read(name).Get();

    public void Dispose() => Session.Dispose();
}
