using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace Analytics.Charts;

/// <summary>
/// A font with the glyphs of some characters only, cut by HarfBuzz, whose library exports what its managed part leaves out. Native
/// functions keep their C names: https://harfbuzz.github.io/harfbuzz-hb-subset.html.
/// </summary>
internal static partial class FontSubset
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary><c>HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE</c>: no glyphs that only substitutions would reach; <c>NOTDEF_OUTLINE</c>: a box for what the font lacks.</summary>
    private const uint NoLayoutClosure = 0x200,
        NotdefOutline = 0x40;

    /// <summary><c>HB_SUBSET_SETS_DROP_TABLE_TAG</c>.</summary>
    private const int DroppedTables = 3;

    /// <summary>What only shapers and vertical text read.</summary>
    private static readonly Tag[] Dropped =
    [
        new('G', 'S', 'U', 'B'),
        new('G', 'P', 'O', 'S'),
        new('G', 'D', 'E', 'F'),
        new('B', 'A', 'S', 'E'),
        new('v', 'h', 'e', 'a'),
        new('v', 'm', 't', 'x'),
        new('V', 'O', 'R', 'G'),
    ];

    /// <summary>The bytes of the cut font.</summary>
    /// <param name="face">The whole one.</param>
    /// <param name="codePoints">The characters.</param>
    /// <exception cref="UserException">The library does not cut it.</exception>
    public static byte[] Of(Face face, IEnumerable<int> codePoints)
    {
        var input = hb_subset_input_create_or_fail();
        hb_subset_input_set_flags(input, NoLayoutClosure | NotdefOutline);
        foreach (var tag in Dropped)
            hb_set_add(hb_subset_input_set(input, DroppedTables), tag);
        foreach (var code in codePoints)
            hb_set_add(hb_subset_input_unicode_set(input), (uint)code);
        var part = hb_subset_or_fail(face.Handle, input);
        hb_subset_input_destroy(input);
        if (part == 0)
        {
            throw UserException.Failed(
                "无法从字体中取出图中所用的字。PNG 不需要这一步。",
                "The font could not be cut to the characters of the picture. PNG needs no cut font."
            );
        }
        var blob = hb_face_reference_blob(part);
        var bytes = new byte[hb_blob_get_length(blob)];
        Marshal.Copy(hb_blob_get_data(blob, 0), bytes, 0, bytes.Length);
        hb_blob_destroy(blob);
        hb_face_destroy(part);
        return bytes;
    }

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_create_or_fail();

    [LibraryImport(Library)]
    private static partial void hb_subset_input_set_flags(nint input, uint flags);

    /// <summary>Owned by the input.</summary>
    [LibraryImport(Library)]
    private static partial nint hb_subset_input_set(nint input, int kind);

    /// <summary>Owned by the input.</summary>
    [LibraryImport(Library)]
    private static partial nint hb_subset_input_unicode_set(nint input);

    [LibraryImport(Library)]
    private static partial void hb_subset_input_destroy(nint input);

    [LibraryImport(Library)]
    private static partial void hb_set_add(nint set, uint value);

    /// <summary>A new face of the caller's, 0 when it fails.</summary>
    [LibraryImport(Library)]
    private static partial nint hb_subset_or_fail(nint face, nint input);

    /// <summary>A new reference of the caller's.</summary>
    [LibraryImport(Library)]
    private static partial nint hb_face_reference_blob(nint face);

    [LibraryImport(Library)]
    private static partial void hb_face_destroy(nint face);

    [LibraryImport(Library)]
    private static partial uint hb_blob_get_length(nint blob);

    /// <summary>Owned by the blob.</summary>
    [LibraryImport(Library)]
    private static partial nint hb_blob_get_data(nint blob, nint length);

    [LibraryImport(Library)]
    private static partial void hb_blob_destroy(nint blob);
}
