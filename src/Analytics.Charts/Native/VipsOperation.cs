using System.Runtime.InteropServices;
using static Analytics.Charts.Native.NativeMethods;

namespace Analytics.Charts.Native;

/// <summary>
/// One libvips operation: set its inputs, run it, take its outputs. Owns the operation and every image it handed out,
/// which live until it is disposed. Not thread-safe; callers hold <see cref="VipsLibrary.Gate"/>.
/// </summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private readonly string _name;
    private nint _handle;
    private bool _built;

    /// <exception cref="ChartException">The library has no such operation.</exception>
    public VipsOperation(string name)
    {
        _name = name;
        _handle = vips_operation_new(name);
        if (_handle == 0)
            throw Failed();
    }

    public void Set(string property, int number) => Set(property, GType.Int, v => g_value_set_int((GValue*)v, number));

    public void Set(string property, bool flag) => Set(property, GType.Boolean, v => g_value_set_boolean((GValue*)v, flag ? 1 : 0));

    public void Set(string property, double number) => Set(property, GType.Double, v => g_value_set_double((GValue*)v, number));

    public void SetImage(string property, nint image) => Set(property, vips_image_get_type(), v => g_value_set_object((GValue*)v, image));

    /// <summary>The memory must stay put until the operation and all that depends on it have run.</summary>
    public void SetBytes(string property, byte* data, int length)
    {
        var blob = vips_blob_new(0, data, (nuint)length);
        try
        {
            Set(property, vips_blob_get_type(), v => g_value_set_boxed((GValue*)v, blob));
        }
        finally
        {
            vips_area_unref(blob);
        }
    }

    /// <summary>Runs the operation. It may be replaced by an equal one that the library already holds.</summary>
    /// <exception cref="ChartException">The operation failed; the message carries the library's own.</exception>
    public VipsOperation Run()
    {
        var built = vips_cache_operation_build(_handle);
        if (built == 0)
            throw Failed();
        g_object_unref(_handle);
        (_handle, _built) = (built, true);
        return this;
    }

    /// <summary>An output image, valid until this operation is disposed.</summary>
    public nint Image(string property)
    {
        nint image = 0;
        Get(property, vips_image_get_type(), v => image = g_value_get_object((GValue*)v));
        return image;
    }

    /// <summary>A copy of an output buffer.</summary>
    public byte[] Bytes(string property)
    {
        nint blob = 0;
        Get(property, vips_blob_get_type(), v => blob = g_value_dup_boxed((GValue*)v));
        try
        {
            var data = vips_blob_get(blob, out var length);
            return new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        }
        finally
        {
            vips_area_unref(blob);
        }
    }

    /// <summary>Lets go of outputs and operation.</summary>
    public void Dispose()
    {
        if (_handle == 0)
            return;
        if (_built)
            vips_object_unref_outputs(_handle);
        g_object_unref(_handle);
        _handle = 0;
    }

    private void Set(string property, nuint type, Action<nint> fill)
    {
        var value = default(GValue);
        g_value_init(&value, type);
        fill((nint)(&value));
        g_object_set_property(_handle, property, &value);
        g_value_unset(&value);
    }

    private void Get(string property, nuint type, Action<nint> take)
    {
        var value = default(GValue);
        g_value_init(&value, type);
        g_object_get_property(_handle, property, &value);
        take((nint)(&value));
        g_value_unset(&value);
    }

    private ChartException Failed()
    {
        var message = Marshal.PtrToStringUTF8(vips_error_buffer())?.Trim();
        vips_error_clear();
        return new ChartException(ChartProblem.Native, $"libvips could not run {_name}: {message}")
        {
            Zh = $"图像库 libvips 没能执行 {_name}。\n原文：{message}",
        };
    }
}
