using System.IO.Compression;
using System.Text;

namespace Analytics.Engine.Documents;

/// <summary>
/// A package of Office Open XML (ECMA-376, part 2) that is written part by part, in a stream that need not seek. The same parts make the
/// same bytes: no times, no random names, the order in which they are added.
/// </summary>
/// <param name="stream">Where to; stays open.</param>
public sealed class OfficePackage(Stream stream) : IDisposable
{
    internal const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    // The first day that a zip file can name.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    private readonly List<(string Name, string Type)> _parts = [];

    /// <summary>Adds a part of XML.</summary>
    /// <param name="name">Its path, as <c>xl/workbook.xml</c>.</param>
    /// <param name="type">Its content type; empty for relationships.</param>
    /// <param name="xml">Without declaration.</param>
    public void Add(string name, string type, Markup xml)
    {
        using var part = Open(name, type);
        part.Write(Encoding.UTF8.GetBytes(Declaration + xml.Text));
    }

    /// <summary>Adds a part of bytes, such as a picture, which is stored as it is.</summary>
    public void Add(string name, string type, ReadOnlySpan<byte> bytes)
    {
        using var part = Open(name, type, CompressionLevel.NoCompression);
        part.Write(bytes);
    }

    /// <summary>Adds the relationships of a part.</summary>
    /// <param name="part">The part; empty for the package.</param>
    /// <param name="targets">Id, kind (the last word of its URI, or a whole one), and the part that it leads to.</param>
    public void Relate(string part, IEnumerable<(string Id, string Kind, string Target)> targets)
    {
        var slash = part.LastIndexOf('/') + 1;
        var rows = Markup.Join(targets, t => Markup.Of($"<Relationship Id=\"{t.Id}\" Type=\"{Kind(t.Kind)}\" Target=\"{t.Target}\"/>"));
        Add(
            $"{part[..slash]}_rels/{part[slash..]}.rels",
            "",
            Markup.Of($"<Relationships xmlns=\"{Relationships}\">{rows}</Relationships>")
        );
    }

    private static string Kind(string kind) => kind.Contains('/', StringComparison.Ordinal) ? kind : Relationship + kind;

    /// <summary>Begins a part; the caller disposes its stream before the next one begins.</summary>
    public Stream Open(string name, string type, CompressionLevel level = CompressionLevel.Fastest)
    {
        if (type.Length > 0)
            _parts.Add((name, type));
        var entry = _zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    /// <summary>Title and language of the document, in a part that every kind of package has.</summary>
    public void AddProperties(string title, Language language) =>
        Add(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            Markup.Of(
                $"""
                <cp:coreProperties xmlns:cp="{CoreProperties}"
                    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>Analytics</dc:creator>
                    <dc:language>{language.Tag()}</dc:language></cp:coreProperties>
                """
            )
        );

    /// <summary>The relationships of the package itself.</summary>
    /// <param name="main">Its main part.</param>
    public void AddRoot(string main) =>
        Relate("", [("rId1", "officeDocument", main), ("rId2", Relationships + "/metadata/core-properties", "docProps/core.xml")]);

    /// <summary>Writes which part is of which type, and the directory.</summary>
    public void Dispose()
    {
        var overrides = Markup.Join(_parts, p => Markup.Of($"<Override PartName=\"/{p.Name}\" ContentType=\"{p.Type}\"/>"));
        Add(
            "[Content_Types].xml",
            "",
            Markup.Of(
                $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>
                """
            )
        );
        _zip.Dispose();
    }
}
