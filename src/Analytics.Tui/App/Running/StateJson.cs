using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Tui.Editor;

namespace Analytics.Tui.App.Running;

/// <summary>The buffers of one console, as its file has them.</summary>
/// <param name="Current">Index of the buffer in view.</param>
/// <param name="Buffers">In the order of their tabs.</param>
/// <param name="Adopted">Files whose buffers are among these; left only where their deletion was cut short.</param>
internal sealed record StoredBuffers(int Current, ImmutableArray<BufferText> Buffers, ImmutableArray<string> Adopted);

/// <summary>What was chosen at run time, as its file has it.</summary>
internal sealed record StoredSettings(bool? UsesVim, string? Theme, string? Graphics, string? Nulls = null, bool? Wraps = null);

/// <summary>How the files of the state folder are read and written: by generated code, since a native program has no other.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(HistoryEntry))]
[JsonSerializable(typeof(StoredBuffers))]
[JsonSerializable(typeof(StoredSettings))]
[JsonSerializable(typeof(PanelSizes))]
internal sealed partial class StateJson : JsonSerializerContext
{
    /// <summary>Chinese stays readable in the files.</summary>
    public static StateJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
