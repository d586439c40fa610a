using Analytics.Testing.SqlLogic;

namespace Analytics.DuckDb.Tests;

/// <summary>
/// Cases of our own, and the runner itself; the engine's own cases are run by the benchmarks' program, which says how (<c>corpus</c>).
/// </summary>
public sealed class SqlLogicTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("values.test", 5, 2, null)]
    [InlineData("flow.test", 8, 11, "needs 'no_such_extension', which the engine as shipped has not")]
    public void Cases_give_what_they_say(string file, int queries, int statements, string? left)
    {
        var outcome = Run(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Analytics.DuckDb.Tests", "SqlLogic", file)));
        outcome.Failures.ShouldBeEmpty();
        (outcome.Queries, outcome.Statements, outcome.Skipped).ShouldBe((queries, statements, left));
    }

    [Theory]
    [InlineData("query I\nSELECT 1\n----\n2", "got 1, expected 2")]
    [InlineData("query II\nSELECT 1, 2\n----\n1\t3", "column 2")]
    [InlineData("query I\nSELECT * FROM range(2)\n----\n0", "2 rows, expected 1")]
    [InlineData("query I\nSELECT 1\n----\n1 values hashing to 0", "hash")]
    [InlineData("query T\nSELECT 'ab'\n----\n<REGEX>:a", "expected <REGEX>:a")]
    [InlineData("query R\nSELECT 1.0::DOUBLE\n----\n1.1", "got 1.0")]
    [InlineData("query I\nSELECT nothing\n----\n1", "Binder Error")]
    [InlineData("statement ok\nSELECT nothing", "Binder Error")]
    [InlineData("statement error\nSELECT 1", "no error")]
    [InlineData("statement error\nSELECT nothing\n----\nsomething else", "another error")]
    [InlineData("query I nosort a\nSELECT 1\n----\n\nquery I nosort a\nSELECT 2\n----", "label a")]
    public void What_is_wrong_is_found(string text, string why) => Run(text).Failures.ShouldHaveSingleItem().Why.ShouldContain(why);

    private LogicOutcome Run(string text) => LogicRun.Of("case", text, _folder.Path, CancellationToken.None);
}
