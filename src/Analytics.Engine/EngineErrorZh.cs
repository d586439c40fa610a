using System.Text.RegularExpressions;
using Analytics.DuckDb;

namespace Analytics.Engine;

/// <summary>
/// A Chinese sentence for an error of the engine, whose own text is English: by what it commonly says, with the names and values in it,
/// else by its class.
/// </summary>
public static class EngineErrorZh
{
    /// <summary>
    /// What the engine says, and the sentence for it; the first that matches counts. <c>$1</c>, <c>$2</c> are the names in it.
    /// </summary>
    private static readonly (string Pattern, string Sentence)[] Sentences =
    [
        (@"Referenced column ""(.+?)"" not found", "没有名为“$1”的列"),
        (@"(?:Values list|Table) ""(.+?)"" does not have a column named ""(.+?)""", "“$1”没有名为“$2”的列"),
        (@"Referenced table ""(.+?)"" not found", "FROM 里没有名为“$1”的表"),
        (@"Ambiguous reference to column name ""(.+?)""", "列名“$1”不止一处有，请写明是哪张表的"),
        (@"Table with name (.+?) does not exist", "没有名为“$1”的表"),
        (@"(?:Pragma Function|pragma) with name (.+?) does not exist", "没有名为“$1”的 PRAGMA"),
        (@"Table Function with name (.+?) does not exist", "没有名为“$1”的表函数"),
        (@"Function with name (.+?) does not exist", "没有名为“$1”的函数"),
        (@"Type with name (.+?) does not exist", "没有名为“$1”的类型"),
        (@"(?:Catalog|Schema) with name (.+?) does not exist", "没有名为“$1”的库或模式"),
        (@"(?:Table|View) with name ""(.+?)"" already exists", "“$1”已经有了"),
        (@"unrecognized configuration parameter ""(.+?)""", "没有名为“$1”的设置"),
        (@"No function matches the given name and argument types '(.+?)'", "没有参数类型合适的函数：$1；也许要先转换类型，如 x::DOUBLE"),
        (@"Could not choose a best candidate function for the function call ""(.+?)""", "不能确定用哪个函数：$1；请写明类型，如 x::DOUBLE"),
        (@"column ""(.+?)"" must appear in the GROUP BY clause", "列“$1”要么列入 GROUP BY，要么放在汇总函数里（如 any_value）"),
        (@"WHERE clause cannot contain aggregates", "WHERE 里不能用汇总函数，请用 HAVING"),
        (@"aggregate function calls cannot be nested", "汇总函数不能套汇总函数"),
        (@"same number of result columns", "UNION、EXCEPT、INTERSECT 两边的列数要相同"),
        (@"unterminated quoted (?:string|identifier) at or near ""(.+?)""", "引号没有成对：从 $1 起"),
        (@"syntax error at end of input", "语法错误：语句没有写完"),
        (@"syntax error at or near ""(.+?)""", "语法错误：在“$1”附近"),
        (@"Could not convert string '(.*?)' to (\w+)", "“$1”不能转换为 $2"),
        (@"date field value out of range: ""(.*?)""", "没有这样的日期：“$1”"),
        (@"invalid (date|timestamp|time) field format: ""(.*?)""", "“$2”不是 $1 的格式"),
        (
            @"Type (\w+) with value (.+?) can't be cast because the value is out of range for the destination type (\w+)",
            "$2（$1）超出 $3 的范围"
        ),
        (@"Overflow in (.+?)!", "数值溢出：$1"),
        (@"No files found that match the pattern ""(.+?)""", "找不到文件 $1"),
        (@"Cannot open file ""(.+?)"": No such file", "找不到文件 $1"),
        (@"Cannot access file ""(.+?)""", "安全模式不许读写文件：$1"),
        (@"Cannot open file ""(.+?)"": Permission denied", "没有权限读写文件 $1"),
        (@"No space left on device|disk full", "磁盘已满"),
        (@"Loading external extensions is disabled", "安全模式不许加载扩展"),
        (@"Division by zero", "除数为零"),
    ];

    /// <summary>Names that the engine proposes.</summary>
    private const string Candidates = @"(?:Candidate bindings|Candidate tables|Did you mean):? (.+?)\??(?:\n|$)";

    /// <summary>The sentence, with the names that the engine proposes.</summary>
    public static string Of(DuckDbException error)
    {
        var candidates = Regex.Match(error.Message, Candidates, RegexOptions.CultureInvariant) is { Success: true } found
            ? $"；相近的有 {found.Groups[1].Value}"
            : "";
        foreach (var (pattern, sentence) in Sentences)
        {
            if (Regex.Match(error.Message, pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase) is { Success: true } match)
                return match.Result(sentence) + candidates + "。";
        }

        return OfKind(error.Kind) + candidates + "。";
    }

    private static string OfKind(DuckDbErrorKind kind) =>
        kind switch
        {
            DuckDbErrorKind.Parser or DuckDbErrorKind.Syntax => "语法错误",
            DuckDbErrorKind.Binder => "语句里的名称或类型对不上",
            DuckDbErrorKind.Catalog => "没有这个表、函数、类型或设置，或不能这样用",
            DuckDbErrorKind.Conversion => "值不能转换为所要的类型",
            DuckDbErrorKind.MismatchType or DuckDbErrorKind.InvalidType or DuckDbErrorKind.UnknownType => "类型不合",
            DuckDbErrorKind.OutOfRange or DuckDbErrorKind.Decimal => "数值超出范围",
            DuckDbErrorKind.DivideByZero => "除数为零",
            DuckDbErrorKind.OutOfMemory => "内存不够：提高上限，或先汇总、筛选",
            DuckDbErrorKind.IO => "文件读写出错",
            DuckDbErrorKind.Interrupt => "引擎因一个没有说出的错误而中断，再运行一次可知是什么",
            DuckDbErrorKind.Permission => "不允许这样做",
            DuckDbErrorKind.Constraint => "违反了约束",
            DuckDbErrorKind.Dependency => "还有别的东西依赖它",
            DuckDbErrorKind.Transaction => "事务出错",
            DuckDbErrorKind.NotImplemented => "引擎没有实现这个",
            DuckDbErrorKind.InvalidInput or DuckDbErrorKind.Expression => "输入的值不对",
            DuckDbErrorKind.ParameterNotResolved or DuckDbErrorKind.ParameterNotAllowed => "参数不能这样用",
            DuckDbErrorKind.MissingExtension or DuckDbErrorKind.Autoload => "缺少扩展",
            DuckDbErrorKind.Http or DuckDbErrorKind.Network => "网络出错",
            DuckDbErrorKind.Settings or DuckDbErrorKind.InvalidConfiguration => "设置不对",
            DuckDbErrorKind.Internal => "引擎自身有缺陷，处理不了这条语句或它读的文件",
            DuckDbErrorKind.Fatal => "引擎出了严重错误，请重新打开",
            DuckDbErrorKind.Library => "引擎的程序库缺失或不能加载",
            _ => "引擎不能执行",
        };
}
