using System.Collections;

namespace Analytics.DuckDb;

/// <summary>
/// What <see cref="VectorView.Value"/> gives, by type: null for NULL; bool; sbyte … long, byte … ulong;
/// <see cref="Int128"/> (HUGEINT), <see cref="UInt128"/> (UHUGEINT), <see cref="System.Numerics.BigInteger"/> (BIGNUM);
/// float, double; <see cref="DuckDbDecimal"/>; string (VARCHAR, ENUM); byte[] (BLOB); <see cref="DuckDbBits"/>;
/// <see cref="DuckDbGeometry"/>;
/// <see cref="DuckDbDate"/>, <see cref="DuckDbTime"/>, <see cref="DuckDbTimeNs"/>, <see cref="DuckDbTimeTz"/>,
/// <see cref="DuckDbTimestamp"/>, <see cref="DuckDbInterval"/>; <see cref="Guid"/>; <see cref="DuckDbList"/> (LIST, ARRAY),
/// <see cref="DuckDbStruct"/>, <see cref="DuckDbMap"/>, <see cref="DuckDbUnion"/>, <see cref="DuckDbVariant"/>.
/// </summary>
public static class DuckDbValues
{
    /// <summary>The engine's text of such a value, <c>CAST(x AS VARCHAR)</c>; null is <c>NULL</c>.</summary>
    public static string ToText(object? value) => EngineText.Of(value);
}

/// <summary>A LIST or ARRAY value.</summary>
public sealed class DuckDbList : IReadOnlyList<object?>
{
    private readonly object?[] _items;

    /// <summary>A list of such values as <see cref="DuckDbValues"/> names.</summary>
    /// <param name="items">The elements; the list takes the array over.</param>
    public DuckDbList(params object?[] items)
        : this(items, quotesElements: true) { }

    internal DuckDbList(object?[] items, bool quotesElements)
    {
        _items = items;
        QuotesElements = quotesElements;
    }

    /// <summary>The engine's text of an ARRAY, and of a LIST of JSON, has its elements as they are.</summary>
    internal bool QuotesElements { get; }

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public object? this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A STRUCT value: members in the order of the type; names are empty in an unnamed struct (a row).</summary>
/// <param name="Members">Name and value of each member.</param>
public sealed record DuckDbStruct(IReadOnlyList<KeyValuePair<string, object?>> Members)
{
    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}

/// <summary>A MAP value in its stored order.</summary>
/// <param name="Entries">Keys, never null, and values.</param>
public sealed record DuckDbMap(IReadOnlyList<KeyValuePair<object, object?>> Entries)
{
    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}

/// <summary>A UNION value.</summary>
/// <param name="Tag">The name of the member that is set.</param>
/// <param name="Value">Its value.</param>
public sealed record DuckDbUnion(string Tag, object? Value)
{
    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}

/// <summary>A VARIANT value.</summary>
/// <param name="Value">The value inside: objects are <see cref="DuckDbStruct"/>, arrays <see cref="DuckDbList"/>; null for a JSON
/// null.</param>
/// <param name="Type">The type of that value.</param>
public sealed record DuckDbVariant(object? Value, DuckDbType Type)
{
    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}

/// <summary>A GEOMETRY value; its text is well-known text.</summary>
public sealed class DuckDbGeometry : IEquatable<DuckDbGeometry>
{
    private readonly byte[] _wkb;

    internal DuckDbGeometry(byte[] wkb) => _wkb = wkb;

    /// <summary>Little-endian well-known binary.</summary>
    public ReadOnlySpan<byte> Wkb => _wkb;

    /// <inheritdoc/>
    public bool Equals(DuckDbGeometry? other) => other is not null && Wkb.SequenceEqual(other.Wkb);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DuckDbGeometry);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}

/// <summary>A BIT value: a string of bits, the first one leftmost.</summary>
public sealed class DuckDbBits : IEquatable<DuckDbBits>
{
    // As stored: the number of padding bits at the left of the first byte, then the bytes.
    private readonly byte[] _stored;

    internal DuckDbBits(byte[] stored) => _stored = stored;

    /// <summary>Bits as written, such as <c>0101</c>; at least one.</summary>
    /// <exception cref="FormatException">Other characters, or none.</exception>
    public static DuckDbBits Parse(string text)
    {
        if (text.Length == 0 || text.AsSpan().ContainsAnyExcept('0', '1'))
        {
            throw new FormatException($"A BIT consists of one or more of the digits 0 and 1, but the text is '{text}'.");
        }

        var padding = (8 - (text.Length % 8)) % 8;
        var stored = new byte[1 + ((text.Length + padding) / 8)];
        stored[0] = (byte)padding;
        stored[1] = (byte)(0xFF << (8 - padding));
        for (var i = 0; i < text.Length; i++)
        {
            var position = padding + i;
            stored[1 + (position / 8)] |= (byte)((text[i] - '0') << (7 - (position % 8)));
        }

        return new DuckDbBits(stored);
    }

    /// <summary>The number of bits.</summary>
    public int Count => ((_stored.Length - 1) * 8) - _stored[0];

    internal ReadOnlySpan<byte> Stored => _stored;

    /// <summary>A bit, counted from the left.</summary>
    public bool this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
            var position = _stored[0] + index;
            return (_stored[1 + (position / 8)] >> (7 - (position % 8)) & 1) == 1;
        }
    }

    /// <inheritdoc/>
    public bool Equals(DuckDbBits? other) => other is not null && Stored.SequenceEqual(other.Stored);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DuckDbBits);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => EngineText.Of(this);
}
