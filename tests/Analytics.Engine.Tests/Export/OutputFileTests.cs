using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Results;

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

    [Fact]
    public void A_link_is_followed_to_its_file_which_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
            return; // links need a privilege there, modes do not exist
        using var folder = new TemporaryFolder();
        var file = folder.File("private/real.csv", "old");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var link = Path.Combine(folder.Path, "link.csv");
        File.CreateSymbolicLink(link, "private/real.csv");
        Should.Throw<UserException>(() => Write(link, overwrite: false, "new"));
        Write(link, overwrite: true, "new");
        File.ReadAllText(file).ShouldBe("new");
        new FileInfo(link).LinkTarget.ShouldBe("private/real.csv");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Parquet_of_rows_keeps_the_mode_of_a_private_file()
    {
        if (OperatingSystem.IsWindows())
            return; // modes do not exist there
        using var folder = new TemporaryFolder();
        var file = folder.File("private.parquet", "old");
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        using var session = TestHome.Open();
        OutputFile.Write(
            file,
            overwrite: true,
            stream =>
            {
                using var writer = new ParquetWriter(stream);
                using var query = session.Run("SELECT 42 AS a");
                return writer.WriteAll(query);
            }
        );
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead);
        using var back = ResultTable.Read(session.Run($"FROM '{file}'"));
        back.Text(0, 0).ShouldBe("42");
    }

    [Fact]
    public async Task A_pipe_and_a_device_are_written_through_and_stay()
    {
        if (!OperatingSystem.IsLinux())
            return; // asks for mkfifo and /dev/null
        using var folder = new TemporaryFolder();
        var pipe = Path.Combine(folder.Path, "pipe.csv");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            made.WaitForExit();
        var read = Task.Factory.StartNew(() => File.ReadAllText(pipe), TaskCreationOptions.LongRunning);
        Write(pipe, overwrite: false, "new");
        (await read).ShouldBe("new");
        SpecialFile.IsAt(pipe).ShouldBeTrue();
        var device = Path.Combine(folder.Path, "null.csv");
        File.CreateSymbolicLink(device, "/dev/null");
        Write(device, overwrite: false, "new");
        new FileInfo(device).LinkTarget.ShouldBe("/dev/null");
    }

    [Theory]
    [InlineData(255)]
    [InlineData(1)]
    public void A_name_as_long_as_the_system_takes_it_is_written(int length)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, new string('x', length));
        Write(path, overwrite: false, "new");
        File.ReadAllText(path).ShouldBe("new");
    }

    [Fact]
    public void What_a_killed_run_left_is_removed_and_what_another_run_writes_is_not()
    {
        using var folder = new TemporaryFolder();
        var left = folder.File($".analytics-{int.MaxValue}-0011223344556677.part", "half");
        var own = folder.File($".analytics-{Environment.ProcessId}-0011223344556677.part", "half");
        Write(
            Path.Combine(folder.Path, "a.csv"),
            overwrite: false,
            () => Write(Path.Combine(folder.Path, "b.csv"), overwrite: false, "new")
        );
        File.Exists(left).ShouldBeFalse();
        File.Exists(own).ShouldBeFalse(); // the number of a process that is no more, given again
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).ShouldBe(["a.csv", "b.csv"], ignoreOrder: true);
    }

    private static void Write(string path, bool overwrite, Action meanwhile) =>
        OutputFile.Write(
            path,
            overwrite,
            stream =>
            {
                meanwhile();
                return 0;
            }
        );

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
