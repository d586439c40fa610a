using System.Runtime.InteropServices;

namespace Analytics.DuckDb.Native;

/// <summary>Copies C strings, named by who owns them.</summary>
internal static unsafe class NativeText
{
    /// <summary>A string that stays the library's; null reads as empty.</summary>
    public static string Borrow(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    /// <summary>A string that is ours to free; null reads as empty.</summary>
    public static string Take(byte* text)
    {
        try
        {
            return Borrow(text);
        }
        finally
        {
            NativeMethods.duckdb_free(text);
        }
    }
}
