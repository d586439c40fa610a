using System.Runtime.CompilerServices;
using System.Text;

namespace Analytics.DuckDb;

/// <summary>
/// A view of a column, or of a child of a nested column; valid until its <see cref="DataChunk"/> is disposed, which the
/// caller does after the last use of views and spans (a chunk that nobody refers to may be finalized under them). Rows
/// and elements are 0-based. What lies under a NULL is undefined.
/// </summary>
public readonly ref struct VectorView
{
    private readonly Vector _vector;

    internal VectorView(Vector vector) => _vector = vector;

    /// <summary>The logical type.</summary>
    public DuckDbType Type => _vector.Type;

    /// <summary>The number of values: the chunk's rows, or all elements of a child.</summary>
    public int Length => _vector.Length;

    /// <summary>Validity words, bit <c>row % 64</c> of word <c>row / 64</c> set where there is a value; empty when all are valid.</summary>
    public ReadOnlySpan<ulong> Validity => _vector.Validity;

    private int FirstChild => Type.Id == DuckDbTypeId.Union ? 1 : 0;

    /// <summary>Whether the value is NULL.</summary>
    public bool IsNull(int row) => _vector.IsNull(Checked(row));

    /// <summary>
    /// Physical values: the type of the same name for bool (as byte), integers and floats; long for TIME, TIMESTAMP*
    /// (units of the type) and TIME_NS; int days for DATE; ulong for TIMETZ; short, int, long or Int128 for DECIMAL by
    /// width (4, 9, 18, 38); byte, ushort or uint for ENUM by dictionary size; <see cref="DuckDbInterval"/>; Int128 for
    /// HUGEINT and UUID (its top bit flipped), UInt128 for UHUGEINT.
    /// </summary>
    /// <exception cref="InvalidOperationException">The size of <typeparamref name="T"/> is not that of the type's values.</exception>
    public unsafe ReadOnlySpan<T> Values<T>()
        where T : unmanaged
    {
        if (sizeof(T) != PhysicalSize.Of(Type))
        {
            throw new InvalidOperationException(
                $"Values of {Type} have {PhysicalSize.Of(Type)} bytes, but {typeof(T).Name} has {sizeof(T)}."
            );
        }

        return new ReadOnlySpan<T>(_vector.Data, Length);
    }

    /// <summary>Bytes of a VARCHAR (UTF-8), BLOB, BIT, BIGNUM or GEOMETRY as stored.</summary>
    /// <exception cref="InvalidOperationException">Values of the type are not bytes.</exception>
    public ReadOnlySpan<byte> Utf8(int row)
    {
        if (!PhysicalSize.IsBytes(Type.Id))
        {
            throw new InvalidOperationException($"Values of {Type} are not bytes.");
        }

        return IsNull(row) ? [] : _vector.Bytes(row);
    }

    /// <summary>The text of a VARCHAR; NULL is empty.</summary>
    public string Text(int row) => Encoding.UTF8.GetString(Utf8(row));

    /// <summary>
    /// A child: of LIST and ARRAY the elements (0), of MAP the keys (0) and values (1), of STRUCT and UNION the members
    /// in their order.
    /// </summary>
    public VectorView Child(int index) => new(_vector.Children[FirstChild + index]);

    /// <summary>Where the elements of a LIST, ARRAY or MAP value lie in the child.</summary>
    public (int Start, int Count) Entry(int row) =>
        Type.Id is not (DuckDbTypeId.List or DuckDbTypeId.Array or DuckDbTypeId.Map)
            ? throw new InvalidOperationException($"Values of {Type} have no elements.")
        : IsNull(row) ? (0, 0)
        : _vector.Entry(row);

    /// <summary>Which member a UNION value has; it indexes <see cref="Child"/> and <see cref="DuckDbType.Members"/>.</summary>
    public int Tag(int row) =>
        Type.Id != DuckDbTypeId.Union
            ? throw new InvalidOperationException($"Values of {Type} have no tag.")
            : _vector.Children[0].At<byte>(Checked(row));

    /// <summary>The value as a managed object, or null; the classes are listed at <see cref="DuckDbValues"/>.</summary>
    public object? Value(int row) => ValueReader.Read(_vector, Checked(row));

    /// <summary>
    /// Appends the engine's text, <c>CAST(x AS VARCHAR)</c>, TIMESTAMPTZ in the zone of the session. NULL appends nothing; inside nested
    /// values it is <c>NULL</c>.
    /// </summary>
    public void AppendText(int row, StringBuilder into)
    {
        if (!IsNull(row))
        {
            VectorText.Append(_vector, row, into);
        }
    }

    /// <summary>Appends the same text as UTF-8.</summary>
    public void AppendText(int row, Utf8Buffer into)
    {
        if (!IsNull(row))
        {
            EngineUtf8.Append(_vector, row, into);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Checked(int row) =>
        (uint)row < (uint)Length ? row : throw new ArgumentOutOfRangeException(nameof(row), row, $"The view has {Length} values.");
}
