using System.Runtime.InteropServices;

namespace Analytics.DuckDb;

/// <summary>
/// Room for the engine to call itself: it reads nested values by a call within a call, some of them (<c>json_structure</c>, JSON as
/// VARIANT) without looking how deep they go, and a stack that is too small ends the process.
/// </summary>
public static partial class EngineStacks
{
    /// <summary>
    /// Bytes of the stack of a thread in which the engine works: enough for 100,000 levels of a value. Only what is used becomes memory.
    /// </summary>
    public const int Size = 512 << 20;

    /// <summary>pthread_attr_t is 56 bytes on Linux; we never look inside.</summary>
    private const int AttributesSize = 256;

    /// <summary>
    /// Gives that much to the threads that this process starts from here on without saying how much they want, those of the engine among
    /// them. To be called before the engine starts any; where the system has no such default they stay as they are.
    /// </summary>
    public static unsafe void Enlarge()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var attributes = stackalloc byte[AttributesSize];
        try
        {
            if (pthread_attr_init(attributes) == 0 && pthread_attr_setstacksize(attributes, Size) == 0)
                _ = pthread_setattr_default_np(attributes);
        }
        catch (EntryPointNotFoundException) { }
    }

    [LibraryImport("libc")]
    private static unsafe partial int pthread_attr_init(byte* attributes);

    [LibraryImport("libc")]
    private static unsafe partial int pthread_attr_setstacksize(byte* attributes, nuint size);

    [LibraryImport("libc")]
    private static unsafe partial int pthread_setattr_default_np(byte* attributes);
}
