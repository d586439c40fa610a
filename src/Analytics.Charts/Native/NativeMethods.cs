using System.Runtime.InteropServices;

namespace Analytics.Charts.Native;

/// <summary>
/// libvips' operation API and the parts of GLib it needs, all from the one bundled library. Variadic functions are left
/// out on purpose: P/Invoke cannot call them safely on every platform. https://www.libvips.org/API/current/
/// </summary>
internal static unsafe partial class NativeMethods
{
    public const string Library = "libvips";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int vips_init(string argv0);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint vips_operation_new(string name);

    /// <summary>Returns a built operation with a reference of its own; the one given stays the caller's.</summary>
    [LibraryImport(Library)]
    public static partial nint vips_cache_operation_build(nint operation);

    [LibraryImport(Library)]
    public static partial void vips_object_unref_outputs(nint operation);

    [LibraryImport(Library)]
    public static partial void vips_cache_set_max(int operations);

    /// <summary>Owned by the library; must be copied before <see cref="vips_error_clear"/>.</summary>
    [LibraryImport(Library)]
    public static partial nint vips_error_buffer();

    [LibraryImport(Library)]
    public static partial void vips_error_clear();

    /// <summary>A boxed area over memory that stays the caller's while <paramref name="free"/> is null.</summary>
    [LibraryImport(Library)]
    public static partial nint vips_blob_new(nint free, void* data, nuint length);

    [LibraryImport(Library)]
    public static partial void* vips_blob_get(nint blob, out nuint length);

    [LibraryImport(Library)]
    public static partial void vips_area_unref(nint area);

    [LibraryImport(Library)]
    public static partial nuint vips_blob_get_type();

    [LibraryImport(Library)]
    public static partial nuint vips_image_get_type();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_object_set_property(nint instance, string name, GValue* value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_object_get_property(nint instance, string name, GValue* value);

    [LibraryImport(Library)]
    public static partial void g_object_unref(nint instance);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int g_setenv(string name, string value, int overwrite);

    [LibraryImport(Library)]
    public static partial GValue* g_value_init(GValue* value, nuint type);

    [LibraryImport(Library)]
    public static partial void g_value_unset(GValue* value);

    [LibraryImport(Library)]
    public static partial void g_value_set_int(GValue* value, int number);

    [LibraryImport(Library)]
    public static partial void g_value_set_boolean(GValue* value, int flag);

    [LibraryImport(Library)]
    public static partial void g_value_set_double(GValue* value, double number);

    [LibraryImport(Library)]
    public static partial void g_value_set_object(GValue* value, nint instance);

    [LibraryImport(Library)]
    public static partial nint g_value_get_object(GValue* value);

    [LibraryImport(Library)]
    public static partial void g_value_set_boxed(GValue* value, nint boxed);

    /// <summary>A new reference to the boxed value.</summary>
    [LibraryImport(Library)]
    public static partial nint g_value_dup_boxed(GValue* value);
}

/// <summary>GLib's typed value: a type and two words of data (gvalue.h), zeroed before use.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GValue
{
    public nuint Type;
    private readonly ulong _data0;
    private readonly ulong _data1;
}

/// <summary>GLib's fundamental types that we set: the index shifted by two (gtype.h).</summary>
internal static class GType
{
    public const nuint Boolean = 5 << 2;
    public const nuint Int = 6 << 2;
    public const nuint Double = 15 << 2;
}
