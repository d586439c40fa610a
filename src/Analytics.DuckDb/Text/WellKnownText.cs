using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.DuckDb;

/// <summary>
/// Writes GEOMETRY values, stored as little-endian well-known binary, as the engine writes well-known text
/// (<c>Geometry::ToString</c> of duckdb 1.5.6).
/// </summary>
internal ref struct WellKnownText
{
    private const int MaxDepth = 16;
    private const int HeaderLength = 5;
    private static readonly string[] Names =
    [
        "",
        "POINT",
        "LINESTRING",
        "POLYGON",
        "MULTIPOINT",
        "MULTILINESTRING",
        "MULTIPOLYGON",
        "GEOMETRYCOLLECTION",
    ];

    private readonly StringBuilder _into;
    private ReadOnlySpan<byte> _rest;

    private WellKnownText(ReadOnlySpan<byte> wkb, StringBuilder into)
    {
        _rest = wkb;
        _into = into;
    }

    private delegate void Part(ref WellKnownText writer, int dimensions, int depth);

    public static void Append(ReadOnlySpan<byte> wkb, StringBuilder into)
    {
        var writer = new WellKnownText(wkb, into);
        Tagged(ref writer, 0, 0);
    }

    /// <summary>A geometry with its name; <paramref name="dimensions"/> is read from its header.</summary>
    private static void Tagged(ref WellKnownText writer, int dimensions, int depth)
    {
        var (type, flags) = writer.ReadHeader();
        if (type is < 1 or > 7 || depth == MaxDepth)
        {
            throw new DuckDbException(
                $"Invalid Input Error: a GEOMETRY holds a part of the unknown type {type}, or more than {MaxDepth} levels",
                DuckDbErrorKind.InvalidInput
            );
        }

        writer
            ._into.Append(Names[type])
            .Append(
                flags switch
                {
                    1 => " Z ",
                    2 => " M ",
                    3 => " ZM ",
                    _ => " ",
                }
            );
        dimensions = 2 + (flags & 1) + (flags >> 1 & 1);
        switch (type)
        {
            case 1:
                writer.Point(dimensions, "(", ")");
                break;
            case 2:
                Points(ref writer, dimensions, depth);
                break;
            case 3:
                Rings(ref writer, dimensions, depth);
                break;
            case 4:
                writer.Parts(dimensions, depth, SkipHeader(static (ref WellKnownText w, int d, int _) => w.Point(d, "", "")));
                break;
            case 5:
                writer.Parts(dimensions, depth, SkipHeader(Points));
                break;
            case 6:
                writer.Parts(dimensions, depth, SkipHeader(Rings));
                break;
            default:
                writer.Parts(dimensions, depth + 1, Tagged);
                break;
        }
    }

    /// <summary>Members of a MULTI type repeat their header, but are written without their name.</summary>
    private static Part SkipHeader(Part part) =>
        (ref WellKnownText writer, int dimensions, int depth) =>
        {
            writer._rest = writer._rest[HeaderLength..];
            part(ref writer, dimensions, depth);
        };

    private static void Points(ref WellKnownText writer, int dimensions, int depth) =>
        writer.Parts(dimensions, depth, static (ref WellKnownText w, int d, int _) => w.Coordinates(d));

    private static void Rings(ref WellKnownText writer, int dimensions, int depth) => writer.Parts(dimensions, depth, Points);

    private void Parts(int dimensions, int depth, Part part)
    {
        var count = Read<uint>();
        if (count == 0)
        {
            _into.Append("EMPTY");
            return;
        }

        _into.Append('(');
        for (var i = 0u; i < count; i++)
        {
            _into.Append(i > 0 ? ", " : "");
            part(ref this, dimensions, depth);
        }

        _into.Append(')');
    }

    /// <summary>An empty point has only NaN coordinates.</summary>
    private void Point(int dimensions, string open, string close)
    {
        var coordinates = MemoryMarshal.Cast<byte, double>(_rest[..(dimensions * sizeof(double))]);
        var isEmpty = true;
        foreach (var coordinate in coordinates)
        {
            isEmpty &= double.IsNaN(coordinate);
        }

        if (isEmpty)
        {
            _rest = _rest[(dimensions * sizeof(double))..];
            _into.Append("EMPTY");
            return;
        }

        _into.Append(open);
        Coordinates(dimensions);
        _into.Append(close);
    }

    private void Coordinates(int dimensions)
    {
        for (var i = 0; i < dimensions; i++)
        {
            _into.Append(i > 0 ? " " : "");
            var start = _into.Length;
            EngineText.Append(Read<double>(), _into);
            if (_into.Length > start + 2 && _into[^1] == '0' && _into[^2] == '.')
            {
                _into.Length -= 2;
            }
        }
    }

    /// <summary>Byte order, then thousands of the type number: 1 has Z, 2 has M, 3 both.</summary>
    private (int Type, int Flags) ReadHeader()
    {
        Read<byte>();
        var meta = (int)(Read<uint>() & 0xFFFF);
        return (meta % 1000, meta / 1000);
    }

    private T Read<T>()
        where T : unmanaged
    {
        var value = MemoryMarshal.Read<T>(_rest);
        _rest = _rest[Unsafe.SizeOf<T>()..];
        return value;
    }
}
