using Analytics.DuckDb;
using Analytics.Engine.Layouts;
using Analytics.Engine.Models;
using Analytics.Engine.Queries;
using Analytics.Engine.Tables;
using Analytics.Engine.Tests.Pages;

namespace Analytics.Engine.Tests;

/// <summary>Files that were changed at random are read, or refused with a sentence in both languages; nothing else comes of them.</summary>
public sealed class WrongInputTests : IDisposable
{
    private static readonly string[] Tables = ["unit", "indicator", "observation", "anchor", "link"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static IReadOnlyList<string> Texts(string folder, string pattern) =>
        [
            .. Directory
                .GetFiles(Path.Combine(Repository.Root, "queries", folder), pattern, SearchOption.AllDirectories)
                .Order()
                .Select(File.ReadAllText),
        ];

    private static byte[] Built(string table) => File.ReadAllBytes(Path.Combine(Repository.Root, "data", table + ".parquet"));

    [Fact]
    public void Headers_of_queries() =>
        Mutation.OfTexts("header", 4000, Texts("", "*.sql"), text => Answered(() => QueryHeader.Parse("q", "q.sql", text)));

    [Fact]
    public void Headers_of_charts_in_a_file_of_sql() =>
        Mutation.OfTexts("chart-header", 2000, Texts("", "*.sql"), text => Answered(() => QueryFile.WithHeader("q.sql", text)));

    [Fact]
    public void Pages() =>
        Mutation.OfTexts("page", 2000, Texts("pages", "*.yaml"), text => Told(ShippedPages.Catalog.Read("p", "p.yaml", text).Faults));

    [Fact]
    public void Models() =>
        Mutation.OfTexts(
            "model",
            2000,
            Texts("models", "*.yaml"),
            text => Told(ShippedPages.Catalog.Models.Read("m", "m.yaml", text).Faults)
        );

    [Fact]
    public void Layouts_of_parquet_files()
    {
        var path = _folder.File("x.parquet");
        Mutation.OfBytes(
            "layout",
            3000,
            [.. Tables.Select(Built)],
            bytes =>
            {
                File.WriteAllBytes(path, bytes);
                Answered(() => ParquetLayoutReader.Read(path));
            }
        );
    }

    [Fact]
    public void Tables_of_the_product_that_were_changed_are_refused_by_their_hash()
    {
        File.Copy(Path.Combine(Repository.Root, "data", "datapackage.json"), _folder.File("datapackage.json"));
        Loaded(
            "hashed-table",
            500,
            (bytes, refused) =>
            {
                if (!bytes.AsSpan().SequenceEqual(Built("unit")))
                    refused.ShouldNotBeNull().Message.ShouldContain("unit.parquet");
            }
        );
    }

    [Fact]
    public void Tables_of_the_product_without_a_hash_are_read_or_refused() => Loaded("table", 1500, (_, _) => { });

    private void Loaded(string name, int times, Action<byte[], UserException?> holds)
    {
        using var database = DuckDbDatabase.Open();
        using var connection = database.Connect();
        connection.Execute("CREATE SCHEMA memory.product");
        var path = _folder.File("unit.parquet");
        Mutation.OfBytes(
            name,
            times,
            [Built("unit")],
            bytes =>
            {
                File.WriteAllBytes(path, bytes);
                holds(bytes, Answered(() => ProductTables.Register(connection, _folder.Path, ["unit"], mayReadLater: false)));
            }
        );
    }

    private static void Told(IEnumerable<SpecFault> faults)
    {
        foreach (var fault in faults)
            InBoth(new(fault.In(Language.Zh), fault.In(Language.En)));
    }

    private static UserException? Answered(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (UserException e)
        {
            InBoth(e.Text);
            return e;
        }
    }

    private static UserException? Answered(Func<object?> read) =>
        Answered(() =>
        {
            read();
        });

    private static void InBoth(Localized text) => (text.En.Length > 0 && text.Zh.Length > 0 && text.En != text.Zh).ShouldBeTrue(text.En);
}
