using System.Text;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tests.Workspaces;

namespace Analytics.Engine.Tests.Lineage;

public sealed class StatementTests(LineageSession lineage) : IClassFixture<LineageSession>
{
    /// <summary>Statements whose plain run differs from itself, and the one that is no query.</summary>
    private static readonly string[] NotCompared = ["USING SAMPLE", "CREATE TABLE AS"];

    public static TheoryData<string> Names => [.. Statement.All.Keys.Except(NotCompared)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_names_and_types_are_those_of_the_plain_statement(string name)
    {
        var statement = Statement.All[name];
        using var plain = ResultTable.Read(lineage.Session.Run(statement.Sql, Values(statement)));
        using var traced = lineage.Query(statement.Sql, statement.Parameters).Run();
        traced.Reason.ShouldBeNull();
        traced.Table.Columns.Select(c => $"{c.Name} {c.Type}").ShouldBe(plain.Columns.Select(c => $"{c.Name} {c.Type}"));
        InOrder(traced.Table, statement).ShouldBe(InOrder(plain, statement));
    }

    [Fact]
    public void What_each_statement_stands_on_is_the_reviewed_list()
    {
        var list = new StringBuilder("statement: rows; observations over all rows, different ones; own rows; dependences; refusal\n");
        foreach (var statement in Statement.All.Values.Where(s => !NotCompared.Contains(s.Name)))
        {
            var query = lineage.Query(statement.Sql, statement.Parameters);
            using var result = query.Run();
            var rows = Enumerable.Range(0, (int)result.Table.RowCount).Select(row => result.Row(row)).ToList();
            var ids = rows.SelectMany(r => r.ObservationIds).ToList();
            var own = rows.SelectMany(r => r.OwnRows).Distinct().Count();
            var dependences = query.Dependences.Select(d => $"{d.Kind} {d.Function}".Trim()).Order(StringComparer.Ordinal);
            list.Append($"{statement.Name}: {rows.Count}; {ids.Count}, {ids.Distinct().Count()}; {own}; {string.Join(", ", dependences)}");
            list.Append(query.Refusal is { } refusal ? $"; {refusal.Code}\n" : "\n");
        }

        Golden.ShouldMatch(list.ToString(), "lineage/statements.txt");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Evidence_of_a_row_on_demand_is_that_of_the_rows_equal_to_it(string name)
    {
        var statement = Statement.All[name];
        var query = lineage.Query(statement.Sql, statement.Parameters);
        using var result = query.Run();
        if (result.Table.RowCount == 0 || query.Dependences.Any(d => d.Kind == DependenceKind.Chance))
            return;
        var row = result.Table.RowCount / 2;
        var lines = result.Table.Lines().Split('\n');
        var equal =
            lines.Length == result.Table.RowCount ? Enumerable.Range(0, lines.Length).Where(i => lines[i] == lines[row]) : [(int)row];
        var expected = equal.SelectMany(i => result.Row(i).ObservationIds).Distinct().Order(StringComparer.Ordinal);
        query.OfRow(result.Table, row).ObservationIds.ShouldBe(expected);
    }

    [Fact]
    public void What_chance_chose_is_traced_with_its_rows_and_not_afterwards()
    {
        var query = lineage.Query(Statement.All["USING SAMPLE"].Sql);
        using var result = query.Run();
        for (var row = 0; row < result.Table.RowCount; row++)
        {
            result.Row(row).ObservationIds.ShouldBe([result.Table.Text(row, 0)!]);
        }

        query.Dependences.ShouldContain(new Dependence(DependenceKind.Chance));
        query.OfRow(result.Table, 0).Reason!.Code.ShouldBe("chance");
    }

    /// <summary>Without ORDER BY the engine promises no order.</summary>
    private static IEnumerable<string> InOrder(ResultTable table, Statement statement) =>
        statement.Sql.Contains("order by", StringComparison.OrdinalIgnoreCase)
            ? table.Lines().Split('\n')
            : table.Lines().Split('\n').Order(StringComparer.Ordinal);

    private static ParameterValues Values(Statement statement) =>
        ParameterValues.FromText(statement.Parameters.ToDictionary(p => p.Name, p => p.Value));
}
