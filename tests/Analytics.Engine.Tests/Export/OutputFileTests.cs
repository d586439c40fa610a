using Analytics.Engine.Export;

namespace Analytics.Engine.Tests.Export;

public class OutputFileTests
{
    [Fact]
    public void An_existing_file_is_kept_without_force()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("out.csv", "old");
        Should.Throw<UserException>(() => Write(path, overwrite: false, "new")).Mend.ShouldBe(new Setting("force"));
        File.ReadAllText(path).ShouldBe("old");
    }

    [Fact]
    public void Force_replaces_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("out.csv", "old");
        Write(path, overwrite: true, "new");
        File.ReadAllText(path).ShouldBe("new");
    }

    [Fact]
    public void A_failure_half_way_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("out.csv", "old");
        Should.Throw<InvalidOperationException>(() =>
            OutputFile.Write<int>(
                path,
                overwrite: true,
                stream =>
                {
                    stream.WriteByte(1);
                    throw new InvalidOperationException("the query failed");
                }
            )
        );
        Directory.GetFiles(folder.Path).ShouldBe([path]);
        File.ReadAllText(path).ShouldBe("old");
    }

    [Theory]
    [InlineData("no/such/folder/out.csv")]
    [InlineData("")]
    public void A_place_that_cannot_be_written_is_named(string name)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        var failure = Should.Throw<UserException>(() => Write(path, overwrite: false, "new"));
        failure.Kind.ShouldBe(FaultKind.Failed);
        failure.Message.ShouldStartWith(path);
    }

    private static void Write(string path, bool overwrite, string text) =>
        OutputFile.Write(
            path,
            overwrite,
            stream =>
            {
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
                return 0;
            }
        );
}
