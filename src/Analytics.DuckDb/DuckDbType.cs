using System.Globalization;
using System.Text;

namespace Analytics.DuckDb;

/// <summary>A named member of a STRUCT or UNION.</summary>
/// <param name="Name">The name; empty in an unnamed struct (a row).</param>
/// <param name="Type">The type.</param>
public sealed record DuckDbMember(string Name, DuckDbType Type);

/// <summary>A logical type. Two types are equal when their SQL names are.</summary>
public sealed partial record DuckDbType
{
    private string? _name;

    /// <summary>What the engine answers when it does not know a type (of a parameter, say).</summary>
    public static DuckDbType Unknown { get; } = new() { Id = DuckDbTypeId.Invalid };

    /// <summary>The kind of type.</summary>
    public required DuckDbTypeId Id { get; init; }

    /// <summary>A name given to the type, such as <c>JSON</c> for a VARCHAR or that of CREATE TYPE; null if none.</summary>
    public string? Alias { get; init; }

    /// <summary>Digits of a DECIMAL, 1 to 38; else 0.</summary>
    public byte Width { get; init; }

    /// <summary>Digits of a DECIMAL behind the point; else 0.</summary>
    public byte Scale { get; init; }

    /// <summary>Values of an ENUM in their order; else empty.</summary>
    public IReadOnlyList<string> Dictionary { get; init; } = [];

    /// <summary>The element type of a LIST or ARRAY, else null.</summary>
    public DuckDbType? Child { get; init; }

    /// <summary>The key type of a MAP, else null.</summary>
    public DuckDbType? Key { get; init; }

    /// <summary>The value type of a MAP, else null.</summary>
    public DuckDbType? Value { get; init; }

    /// <summary>Members of a STRUCT or UNION in their order; else empty.</summary>
    public IReadOnlyList<DuckDbMember> Members { get; init; } = [];

    /// <summary>Elements of a fixed ARRAY; else 0.</summary>
    public int ArraySize { get; init; }

    /// <summary>In which zone values of TIMESTAMPTZ are shown; null: UTC, in which the engine shows those inside a VARIANT.</summary>
    internal TimeZoneOffsets? Zone { get; init; }

    /// <summary>Whether the type is, or may hold, TIMESTAMPTZ.</summary>
    internal bool HasInstants =>
        Id == DuckDbTypeId.TimestampTz
        || Child is { HasInstants: true }
        || Key is { HasInstants: true }
        || Value is { HasInstants: true }
        || Members.Any(member => member.Type.HasInstants);

    /// <summary>The same type, whose instants are shown in a zone.</summary>
    internal DuckDbType In(TimeZoneOffsets? zone) =>
        !HasInstants
            ? this
            : this with
            {
                Zone = zone,
                Child = Child?.In(zone),
                Key = Key?.In(zone),
                Value = Value?.In(zone),
                Members = [.. Members.Select(member => member with { Type = member.Type.In(zone) })],
            };

    /// <summary>Whether values of the type hold other values: LIST, ARRAY, STRUCT, MAP, UNION, VARIANT.</summary>
    public bool IsNested =>
        Id
            is DuckDbTypeId.List
                or DuckDbTypeId.Array
                or DuckDbTypeId.Struct
                or DuckDbTypeId.Map
                or DuckDbTypeId.Union
                or DuckDbTypeId.Variant;

    /// <summary>Whether values are numbers: integers of any size, DECIMAL, FLOAT, DOUBLE, BIGNUM.</summary>
    public bool IsNumeric =>
        Id
            is >= DuckDbTypeId.TinyInt
                and <= DuckDbTypeId.Double
                or DuckDbTypeId.HugeInt
                or DuckDbTypeId.UHugeInt
                or DuckDbTypeId.Decimal
                or DuckDbTypeId.BigNum;

    /// <summary>The type of a member of a STRUCT or UNION.</summary>
    /// <exception cref="InvalidOperationException">There is no such member.</exception>
    public DuckDbType Member(string name) => Members.First(member => member.Name == name).Type;

    /// <summary>Whether the type is JSON, a VARCHAR by another name.</summary>
    public bool IsJson => Id == DuckDbTypeId.Varchar && Alias == "JSON";

    /// <summary>The same type without the name given to it.</summary>
    public DuckDbType WithoutAlias() => this with { Alias = null, _name = null };

    /// <inheritdoc/>
    public bool Equals(DuckDbType? other) => other is not null && Id == other.Id && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The SQL name as the engine's <c>typeof</c> prints it, such as <c>DECIMAL(18,3)</c> or <c>STRUCT(a INTEGER)[]</c>.</summary>
    public override string ToString() => _name ??= Alias ?? Name();

    private string Name() =>
        Id switch
        {
            DuckDbTypeId.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Width},{Scale})"),
            DuckDbTypeId.Enum => $"ENUM({string.Join(", ", Dictionary.Select(value => Quote(value, '\'')))})",
            DuckDbTypeId.List => $"{Child}[]",
            DuckDbTypeId.Array => string.Create(CultureInfo.InvariantCulture, $"{Child}[{ArraySize}]"),
            DuckDbTypeId.Map => $"MAP({Key}, {Value})",
            DuckDbTypeId.Struct => $"STRUCT({MemberList()})",
            DuckDbTypeId.Union => $"UNION({MemberList()})",
            DuckDbTypeId.TimestampS => "TIMESTAMP_S",
            DuckDbTypeId.TimestampMs => "TIMESTAMP_MS",
            DuckDbTypeId.TimestampNs => "TIMESTAMP_NS",
            DuckDbTypeId.TimeTz => "TIME WITH TIME ZONE",
            DuckDbTypeId.TimestampTz => "TIMESTAMP WITH TIME ZONE",
            DuckDbTypeId.TimeNs => "TIME_NS",
            DuckDbTypeId.SqlNull => "\"NULL\"",
            DuckDbTypeId.StringLiteral => "STRING_LITERAL",
            DuckDbTypeId.IntegerLiteral => "INTEGER_LITERAL",
            DuckDbTypeId.Invalid => "UNKNOWN",
            _ => Id.ToString().ToUpperInvariant(),
        };

    private string MemberList()
    {
        var list = new StringBuilder();
        foreach (var member in Members)
        {
            list.Append(list.Length > 0 ? ", " : "");
            list.Append(member.Name.Length > 0 ? SqlKeywords.QuoteIfNeeded(member.Name) + " " : "").Append(member.Type);
        }

        return list.ToString();
    }

    internal static string Quote(string text, char quote) =>
        $"{quote}{text.Replace(quote.ToString(), new string(quote, 2), StringComparison.Ordinal)}{quote}";
}

/// <summary>Kinds of type: <c>duckdb_type</c> of duckdb.h with its numbers; the names are those of SQL.</summary>
#pragma warning disable CA1720 // names of SQL
public enum DuckDbTypeId
{
    Invalid = 0,
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    UTinyInt = 6,
    USmallInt = 7,
    UInteger = 8,
    UBigInt = 9,
    Float = 10,
    Double = 11,
    Timestamp = 12,
    Date = 13,
    Time = 14,
    Interval = 15,
    HugeInt = 16,
    Varchar = 17,
    Blob = 18,
    Decimal = 19,
    TimestampS = 20,
    TimestampMs = 21,
    TimestampNs = 22,
    Enum = 23,
    List = 24,
    Struct = 25,
    Map = 26,
    Uuid = 27,
    Union = 28,
    Bit = 29,
    TimeTz = 30,
    TimestampTz = 31,
    UHugeInt = 32,
    Array = 33,
    Any = 34,
    BigNum = 35,
    SqlNull = 36,
    StringLiteral = 37,
    IntegerLiteral = 38,
    TimeNs = 39,
    Geometry = 40,
    Variant = 41,
}
