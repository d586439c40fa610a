using Analytics.DuckDb;

namespace Analytics.Engine.Tests;

public class ErrorTextTests
{
    [Theory]
    [InlineData("SELECT vallue FROM t", "没有名为“vallue”的列；相近的有 \"value\"。")]
    [InlineData("SELECT t.x FROM t", "“t”没有名为“x”的列")]
    [InlineData("SELECT x.value FROM t", "FROM 里没有名为“x”的表；相近的有 \"t\"。")]
    [InlineData("SELECT value FROM t, t AS u", "列名“value”不止一处有")]
    [InlineData("FROM tt", "没有名为“tt”的表；相近的有 \"t\"。")]
    [InlineData("SELECT cuont(1)", "没有名为“cuont”的函数；相近的有 \"count\"。")]
    [InlineData("FROM raange(3)", "没有名为“raange”的表函数")]
    [InlineData("SELECT 1::nosuch", "没有名为“nosuch”的类型")]
    [InlineData("SELEC 1", "语法错误：在“SELEC”附近。")]
    [InlineData("SELECT 1 FROM", "语法错误：语句没有写完。")]
    [InlineData("SELECT 1 'x", "引号没有成对：从 'x 起。")]
    [InlineData("SELECT 'abc'::INT", "“abc”不能转换为 INT32。")]
    [InlineData("SELECT DATE '2024-13-01'", "没有这样的日期：“2024-13-01”。")]
    [InlineData("SELECT 200::TINYINT", "200（INT32）超出 INT8 的范围。")]
    [InlineData("SELECT 9223372036854775807 + 1", "数值溢出")]
    [InlineData("SELECT sum('a')", "没有参数类型合适的函数：sum(VARCHAR)")]
    [InlineData("SELECT value, count(*) FROM t", "列“value”要么列入 GROUP BY")]
    [InlineData("SELECT 1 WHERE sum(1) > 2", "请用 HAVING")]
    [InlineData("SELECT 1 UNION SELECT 1, 2", "两边的列数要相同")]
    [InlineData("FROM 'nofile.csv'", "找不到文件 nofile.csv。")]
    [InlineData("CREATE TABLE t (a INT)", "“t”已经有了。")]
    [InlineData("SET nosuch = 1", "没有名为“nosuch”的设置")]
    [InlineData("SELECT error('mine')", "输入的值不对。")]
    public void The_engine_s_errors_lead_with_a_chinese_sentence_and_keep_its_own_text(string sql, string expected)
    {
        using var database = DuckDbDatabase.Open(
            null,
            new Dictionary<string, string>
            {
                ["memory_limit"] = "100MB",
                ["threads"] = "2",
                ["errors_as_json"] = "true",
            }
        );
        using var connection = database.Connect();
        connection.Execute("CREATE TABLE t AS SELECT 1 AS value");
        var error = Should.Throw<DuckDbException>(() =>
        {
            using var result = connection.Query(sql);
            result.Fetch()?.Dispose();
        });
        var said = ErrorText.Of(error);
        said.Zh.ShouldContain(expected.TrimEnd('。'));
        said.Zh.ShouldEndWith("。\n引擎原文：" + error.Message);
        said.En.ShouldBe(error.Message);
    }

    [Fact]
    public void Every_class_of_error_has_a_sentence() =>
        Enum.GetValues<DuckDbErrorKind>().ShouldAllBe(kind => EngineErrorZh.Of(new DuckDbException("?", kind, null, null)).EndsWith('。'));

    [Fact]
    public void Failures_of_files_are_said_in_both_languages()
    {
        ErrorText.Of(new FileNotFoundException("none", "a.csv")).Zh.ShouldBe("找不到文件 a.csv。");
        ErrorText.Of(new IOException("No space left on device", 28)).Zh.ShouldBe("磁盘已满。\n系统原文：No space left on device");
        ErrorText
            .Of(new UserException(new FilePlace("q.sql", 3), new Localized("文件头是空的。", "the header is empty.")))
            .Zh.ShouldBe("q.sql 第 3 行有误：文件头是空的。");
        ErrorText.Of(new UnauthorizedAccessException("no")).ShouldBe(new Localized("没有权限。\n系统原文：no", "no"));
    }
}
