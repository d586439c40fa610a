using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Analytics.DuckDb;

/// <summary>
/// Reads error texts of the engine. Databases are opened with <c>errors_as_json</c>, which yields class and byte
/// position exactly; the plain text shows them only as a prefix and a caret below an excerpt, and is read when a user
/// turned that setting off.
/// </summary>
internal static class EngineError
{
    private const string Prefix = " Error: ";

    /// <summary>Names as the engine writes them (<c>Exception::ExceptionTypeToString</c>), by number.</summary>
    private static readonly Dictionary<string, DuckDbErrorKind> Kinds = new(StringComparer.Ordinal)
    {
        ["Out of Range"] = DuckDbErrorKind.OutOfRange,
        ["Conversion"] = DuckDbErrorKind.Conversion,
        ["Unknown Type"] = DuckDbErrorKind.UnknownType,
        ["Decimal"] = DuckDbErrorKind.Decimal,
        ["Mismatch Type"] = DuckDbErrorKind.MismatchType,
        ["Divide by Zero"] = DuckDbErrorKind.DivideByZero,
        ["Object Size"] = DuckDbErrorKind.ObjectSize,
        ["Invalid type"] = DuckDbErrorKind.InvalidType,
        ["Serialization"] = DuckDbErrorKind.Serialization,
        ["TransactionContext"] = DuckDbErrorKind.Transaction,
        ["Not implemented"] = DuckDbErrorKind.NotImplemented,
        ["Expression"] = DuckDbErrorKind.Expression,
        ["Catalog"] = DuckDbErrorKind.Catalog,
        ["Parser"] = DuckDbErrorKind.Parser,
        ["Binder"] = DuckDbErrorKind.Binder,
        ["Planner"] = DuckDbErrorKind.Planner,
        ["Scheduler"] = DuckDbErrorKind.Scheduler,
        ["Executor"] = DuckDbErrorKind.Executor,
        ["Constraint"] = DuckDbErrorKind.Constraint,
        ["Index"] = DuckDbErrorKind.Index,
        ["Stat"] = DuckDbErrorKind.Stat,
        ["Connection"] = DuckDbErrorKind.Connection,
        ["Syntax"] = DuckDbErrorKind.Syntax,
        ["Settings"] = DuckDbErrorKind.Settings,
        ["Optimizer"] = DuckDbErrorKind.Optimizer,
        ["NullPointer"] = DuckDbErrorKind.NullPointer,
        ["IO"] = DuckDbErrorKind.IO,
        ["INTERRUPT"] = DuckDbErrorKind.Interrupt,
        ["FATAL"] = DuckDbErrorKind.Fatal,
        ["INTERNAL"] = DuckDbErrorKind.Internal,
        ["Invalid Input"] = DuckDbErrorKind.InvalidInput,
        ["Out of Memory"] = DuckDbErrorKind.OutOfMemory,
        ["Permission"] = DuckDbErrorKind.Permission,
        ["Parameter Not Resolved"] = DuckDbErrorKind.ParameterNotResolved,
        ["Parameter Not Allowed"] = DuckDbErrorKind.ParameterNotAllowed,
        ["Dependency"] = DuckDbErrorKind.Dependency,
        ["Missing Extension"] = DuckDbErrorKind.MissingExtension,
        ["HTTP"] = DuckDbErrorKind.Http,
        ["Extension Autoloading"] = DuckDbErrorKind.Autoload,
        ["Sequence"] = DuckDbErrorKind.Sequence,
        ["Invalid Configuration"] = DuckDbErrorKind.InvalidConfiguration,
    };

    private const string BrokenOff =
        "INTERRUPT Error: the engine broke the statement off after a failure that it does not name; run it again to learn it";

    /// <summary>The exception for an engine text; <paramref name="sql"/> is what positions refer to.</summary>
    public static DuckDbException Read(string text, string sql)
    {
        // Parser errors carry the ordinary prefix before the JSON, those of an appender a sentence.
        var json = text.IndexOf("{\"exception_type\":", StringComparison.Ordinal);
        return json >= 0 && ReadJson(text.AsMemory(json), sql) is { } read ? read : new DuckDbException(text, KindOf(text)) { Sql = sql };
    }

    /// <summary>
    /// Like <see cref="Read"/>; an interruption that was asked for becomes the cancellation of <paramref name="cancellation"/>. When
    /// one of its threads fails, the engine interrupts the others, and now and then reports that instead of the failure.
    /// </summary>
    public static Exception ReadOrCancelled(string text, string sql, CancellationToken cancellation)
    {
        var error = Read(text, sql);
        return error.Kind != DuckDbErrorKind.Interrupt ? error
            : cancellation.IsCancellationRequested ? new OperationCanceledException("The query was interrupted.", error, cancellation)
            : new DuckDbException(BrokenOff, DuckDbErrorKind.Interrupt, innerException: error) { Sql = sql };
    }

    private static DuckDbException? ReadJson(ReadOnlyMemory<char> json, string sql)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Field(document, "exception_type") is { } type && Field(document, "exception_message") is { } message
                ? new DuckDbException(type + Prefix + message, Kinds.GetValueOrDefault(type), PositionIn(sql, Field(document, "position")))
                {
                    Sql = sql,
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Field(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static DuckDbErrorKind KindOf(string text)
    {
        var end = text.IndexOf(Prefix, StringComparison.Ordinal);
        return end < 0 ? DuckDbErrorKind.Invalid : Kinds.GetValueOrDefault(text[..end]);
    }

    /// <summary>The engine counts UTF-8 bytes.</summary>
    private static int? PositionIn(string sql, string? position)
    {
        if (!int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
        {
            return null;
        }

        var utf8 = Encoding.UTF8.GetBytes(sql);
        return bytes > utf8.Length ? null : Encoding.UTF8.GetCharCount(utf8, 0, bytes);
    }
}
