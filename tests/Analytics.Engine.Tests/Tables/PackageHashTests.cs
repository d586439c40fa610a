using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Tables;

/// <summary>A file that is not what was built.</summary>
public sealed class PackageHashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PackageHashTests()
    {
        foreach (var file in Directory.GetFiles(TestHome.Real.Data))
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_byte_that_changed_is_noticed_when_the_table_is_read()
    {
        Change("observation.parquet");
        var fault = Should.Throw<UserException>(() => Count("figures"));
        fault.Text.En.ShouldContain("observation.parquet is not what was built");
        fault.Text.En.ShouldContain("analytics build");
        Count("product.unit").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Files_without_a_description_are_read_as_they_are()
    {
        File.Delete(Path.Combine(_folder.Path, "datapackage.json"));
        Count("figures").ShouldBeGreaterThan(0);
    }

    private void Change(string file)
    {
        var path = Path.Combine(_folder.Path, file);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 3] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private long Count(string table)
    {
        using var session = AnalyticsSession.Open(new SessionOptions(TestHome.Real with { Data = _folder.Path }, []));
        using var rows = ResultTable.Read(session.Run($"SELECT count(*) FROM {table}"));
        return (long)rows.Number(0, 0)!.Value;
    }
}
