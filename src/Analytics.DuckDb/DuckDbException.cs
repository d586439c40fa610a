namespace Analytics.DuckDb;

/// <summary>
/// What the engine refused or could not do, or what stopped this binding from asking it. A cancellation that was asked for is not
/// reported this way but as <see cref="OperationCanceledException"/>.
/// </summary>
public sealed class DuckDbException : Exception
{
    /// <summary>An error of this kind.</summary>
    /// <param name="message">The engine's text, such as <c>Binder Error: Referenced column "x" not found …</c>.</param>
    /// <param name="kind">The engine's class of error.</param>
    /// <param name="position">Where in the SQL text, if known.</param>
    /// <param name="innerException">What caused it, if it arose in .NET.</param>
    public DuckDbException(
        string message,
        DuckDbErrorKind kind = DuckDbErrorKind.Invalid,
        int? position = null,
        Exception? innerException = null
    )
        : base(message, innerException)
    {
        Kind = kind;
        Position = position;
    }

    /// <summary>The engine's class of error; <see cref="DuckDbErrorKind.Library"/> when the native library is at fault.</summary>
    public DuckDbErrorKind Kind { get; }

    /// <summary>Whether it is a defect of the engine's: the database that met it answers nothing more.</summary>
    public bool IsDefect => Kind is DuckDbErrorKind.Internal or DuckDbErrorKind.Fatal;

    /// <summary>
    /// 0-based offset in UTF-16 units into the SQL text that was given (the whole script for a statement of a
    /// <see cref="StatementSet"/>), between 0 and its length; null when the engine does not tell.
    /// </summary>
    public int? Position { get; }

    /// <summary>The SQL text that <see cref="Position"/> refers to; null when the error is of no SQL.</summary>
    public string? Sql { get; init; }
}

#pragma warning disable CA1720 // names of the engine
/// <summary>Classes of error: <c>duckdb_error_type</c> of duckdb.h with its numbers, and <see cref="Library"/>.</summary>
public enum DuckDbErrorKind
{
    /// <summary>No class was given.</summary>
    Invalid = 0,

    /// <summary>A value outside the range of its type.</summary>
    OutOfRange = 1,

    /// <summary>A cast failed.</summary>
    Conversion = 2,

    /// <summary>An unknown type.</summary>
    UnknownType = 3,

    /// <summary>Decimal arithmetic failed.</summary>
    Decimal = 4,

    /// <summary>Types do not match.</summary>
    MismatchType = 5,

    /// <summary>Division by zero.</summary>
    DivideByZero = 6,

    /// <summary>An object is too large.</summary>
    ObjectSize = 7,

    /// <summary>An operation that the type does not have.</summary>
    InvalidType = 8,

    /// <summary>Stored data could not be read or written.</summary>
    Serialization = 9,

    /// <summary>A transaction failed or conflicts.</summary>
    Transaction = 10,

    /// <summary>Not implemented by the engine.</summary>
    NotImplemented = 11,

    /// <summary>An expression failed.</summary>
    Expression = 12,

    /// <summary>No such table, function, type or setting.</summary>
    Catalog = 13,

    /// <summary>Syntax.</summary>
    Parser = 14,

    /// <summary>Planning failed.</summary>
    Planner = 15,

    /// <summary>Scheduling failed.</summary>
    Scheduler = 16,

    /// <summary>Execution failed.</summary>
    Executor = 17,

    /// <summary>A constraint was violated.</summary>
    Constraint = 18,

    /// <summary>An index failed.</summary>
    Index = 19,

    /// <summary>Statistics failed.</summary>
    Stat = 20,

    /// <summary>The connection or database is closed or failed.</summary>
    Connection = 21,

    /// <summary>Syntax, outside the parser.</summary>
    Syntax = 22,

    /// <summary>A setting failed.</summary>
    Settings = 23,

    /// <summary>A name or type could not be resolved.</summary>
    Binder = 24,

    /// <summary>The network failed.</summary>
    Network = 25,

    /// <summary>Optimizing failed.</summary>
    Optimizer = 26,

    /// <summary>A null pointer in the engine.</summary>
    NullPointer = 27,

    /// <summary>Reading or writing a file failed.</summary>
    IO = 28,

    /// <summary>Broken off by the engine; what was asked for is a cancellation instead.</summary>
    Interrupt = 29,

    /// <summary>The database must be opened anew.</summary>
    Fatal = 30,

    /// <summary>A defect of the engine.</summary>
    Internal = 31,

    /// <summary>Unusable input.</summary>
    InvalidInput = 32,

    /// <summary>The memory limit was reached.</summary>
    OutOfMemory = 33,

    /// <summary>Not allowed, for example by <c>enable_external_access</c>.</summary>
    Permission = 34,

    /// <summary>The type of a parameter could not be told.</summary>
    ParameterNotResolved = 35,

    /// <summary>A parameter where none is allowed.</summary>
    ParameterNotAllowed = 36,

    /// <summary>Something else depends on the object.</summary>
    Dependency = 37,

    /// <summary>HTTP failed.</summary>
    Http = 38,

    /// <summary>An extension is needed that is not linked in.</summary>
    MissingExtension = 39,

    /// <summary>An extension could not be loaded by itself.</summary>
    Autoload = 40,

    /// <summary>A sequence is exhausted.</summary>
    Sequence = 41,

    /// <summary>An invalid configuration.</summary>
    InvalidConfiguration = 42,

    /// <summary>The native library is missing or cannot be loaded (not a class of the engine).</summary>
    Library = 1000,
}
