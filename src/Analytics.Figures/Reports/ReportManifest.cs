using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Engine.Export;

namespace Analytics.Figures;

/// <summary>A file that a report was made from.</summary>
/// <param name="Name">Without the folders of the machine.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its content.</param>
/// <param name="Encoding">Of its text as it was read; null for what is no text.</param>
public sealed record ReportInput(string Name, long Bytes, string Sha256, string? Encoding)
{
    /// <summary>A file as it is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What the manifest calls it.</param>
    /// <param name="encoding">As it was read; null for what is no text.</param>
    public static ReportInput Of(string path, string name, string? encoding)
    {
        var content = File.ReadAllBytes(path);
        return new(name, content.Length, ReportFile.Hash(content), encoding);
    }
}

/// <summary>
/// What lies beside reports for those who check them, and for a run that goes on after one that broke off: what they were made from, what
/// was asked, and each file with its hash. Nothing of the machine or the day.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="head">Program, data, command, report, language: name and text, in order.</param>
/// <param name="inputs">What the reports are made from.</param>
public sealed class ReportManifest(string path, IReadOnlyList<(string Name, string Text)> head, IReadOnlyList<ReportInput> inputs)
{
    /// <summary>Its name in a folder of reports.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private readonly List<JsonElement> _reports = [];

    // Read once: this run soon writes its own over it.
    private readonly Lazy<JsonElement?> _earlier = new(() => File.Exists(path) ? Read(path) : null);

    private string Folder => Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>What another run must share to go on with what this one has: everything but the reports.</summary>
    private string Key => ReportFile.Hash(Written(json => WriteHead(json, isComplete: false)));

    /// <summary>Whether a whole one is there already.</summary>
    public bool IsThere => _earlier.Value is { } there && !IsPart(there);

    /// <summary>Whether one is there that broke off, of another request.</summary>
    public bool IsOfAnother => _earlier.Value is { } there && IsPart(there) && KeyOf(there) != Key;

    /// <summary>Takes over a report that a run which broke off has made, if its files are still what they were.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Resume(IReadOnlyDictionary<string, string?> parameters)
    {
        if (_earlier.Value is not { } there || !IsPart(there) || KeyOf(there) != Key)
            return false;
        foreach (var report in there.GetProperty("reports").EnumerateArray())
        {
            var own = report.GetProperty("parameters").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString());
            if (own.Count != parameters.Count || parameters.Any(p => own.GetValueOrDefault(p.Key) != p.Value))
                continue;
            if (FaultsOf(Folder, report).Any())
                return false;
            _reports.Add(report);
            return true;
        }

        return false;
    }

    /// <summary>Adds a report whose files are written.</summary>
    /// <param name="report">What was made.</param>
    /// <param name="given">The values that were asked for.</param>
    /// <param name="files">Paths of its files.</param>
    public void Add(MadeReport report, IReadOnlyDictionary<string, string?> given, IReadOnlyList<string> files)
    {
        using var written = JsonDocument.Parse(Written(json => WriteReport(json, report, given, files)));
        _reports.Add(written.RootElement.Clone());
    }

    /// <summary>Writes it, in place of one that there is.</summary>
    /// <param name="isComplete">Whether all reports are made.</param>
    public void Write(bool isComplete) =>
        OutputFile.Write(
            path,
            overwrite: true,
            stream =>
            {
                stream.Write(
                    Written(json =>
                    {
                        WriteHead(json, isComplete);
                        json.WriteStartArray("reports");
                        foreach (var report in _reports)
                            report.WriteTo(json);
                        json.WriteEndArray();
                    })
                );
                stream.Write("\n"u8);
                return 0;
            }
        );

    /// <summary>What is wrong with files that a manifest lists; none where all are as it says.</summary>
    /// <param name="path">The manifest.</param>
    /// <exception cref="UserException">It is no manifest.</exception>
    public static (IReadOnlyList<Localized> Faults, int Files) Verify(string path)
    {
        var (manifest, folder) = (Read(path), Path.GetDirectoryName(Path.GetFullPath(path))!);
        var faults = new List<Localized>();
        if (IsPart(manifest))
            faults.Add(new($"{path}：报告没有做完", $"{path}: the run did not come to its end"));
        var reports = manifest.GetProperty("reports").EnumerateArray().ToArray();
        faults.AddRange(reports.SelectMany(r => FaultsOf(folder, r)));
        return (faults, reports.Sum(r => r.GetProperty("files").GetArrayLength()));
    }

    private static IEnumerable<Localized> FaultsOf(string folder, JsonElement report)
    {
        foreach (var file in report.GetProperty("files").EnumerateArray())
        {
            var name = file.GetProperty("path").GetString()!;
            var (bytes, hash) = (file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString());
            if (!File.Exists(Path.Combine(folder, name)))
                yield return new($"{name}：文件不在", $"{name}: the file is not there");
            else if (ReportFile.Of(folder, name) is var there && (there.Bytes != bytes || there.Sha256 != hash))
                yield return new($"{name}：内容变了（应为 {bytes} 字节，{hash}）", $"{name}: has changed (expected {bytes} bytes, {hash})");
        }
    }

    private void WriteHead(Utf8JsonWriter json, bool isComplete)
    {
        foreach (var (name, text) in head)
            json.WriteString(name, text);
        json.WriteBoolean("complete", isComplete);
        json.WriteStartArray("inputs");
        foreach (var input in inputs)
        {
            json.WriteStartObject();
            json.WriteString("path", input.Name);
            json.WriteNumber("bytes", input.Bytes);
            json.WriteString("sha256", input.Sha256);
            if (input.Encoding is { } encoding)
                json.WriteString("encoding", encoding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteReport(
        Utf8JsonWriter json,
        MadeReport report,
        IReadOnlyDictionary<string, string?> given,
        IReadOnlyList<string> files
    )
    {
        Values(json, "parameters", given);
        json.WriteStartArray("queries");
        foreach (var query in report.Queries)
        {
            json.WriteStartObject();
            json.WriteString("name", query.Name);
            if (query.Sql.Length > 0)
                json.WriteString("sql", query.Sql);
            Values(json, "parameters", query.Parameters);
            json.WriteNumber("rows", query.Rows);
            if (query.Failure is { } failure)
                json.WriteString("failure", failure.En);
            Ids(json, query.ObservationIds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var name in files.Select(f => Path.GetRelativePath(Folder, Path.GetFullPath(f))))
        {
            var file = ReportFile.Of(Folder, name);
            json.WriteStartObject();
            json.WriteString("path", file.Name);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            if (file.PartsSha256 is { } parts)
                json.WriteString("parts_sha256", parts);
            Ids(json, report.ObservationIds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string?> values)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void Ids(Utf8JsonWriter json, IReadOnlyList<string> ids)
    {
        json.WriteStartArray("obs_ids");
        foreach (var id in ids)
            json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private static byte[] Written(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static bool IsPart(JsonElement manifest) => !manifest.GetProperty("complete").GetBoolean();

    /// <summary>The key of a manifest that is there: its head written anew, without its reports.</summary>
    private static string KeyOf(JsonElement manifest) =>
        ReportFile.Hash(
            Written(json =>
            {
                foreach (var member in manifest.EnumerateObject().Where(m => m.Name != "reports"))
                    member.WriteTo(json);
            })
        );

    private static JsonElement Read(string path)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            if (manifest.RootElement.TryGetProperty("reports", out _) && manifest.RootElement.TryGetProperty("complete", out _))
                return manifest.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw UserException.Failed($"{path}：不是报告清单。", $"{path}: is no manifest of reports.");
    }
}
