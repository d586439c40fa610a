using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Where the two weights of a font lie.</summary>
internal readonly record struct FontPair(FontPlace Regular, FontPlace Bold);

/// <summary>
/// Chinese fonts of the system, for a program that was built without its own. They are looked for by file name in the folders where systems
/// keep fonts, because the drawing library is built without a font manager.
/// </summary>
internal static class SystemFonts
{
    /// <summary>Files of both weights, best first, and the face that a collection is searched for.</summary>
    private static readonly (string Regular, string Bold, string Family)[] Known =
    [
        ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "Noto Sans SC"),
        ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf", "Noto Sans SC"),
        ("NotoSansCJKsc-Regular.otf", "NotoSansCJKsc-Bold.otf", "Noto Sans CJK SC"),
        ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "Noto Sans CJK SC"),
        ("SourceHanSansSC-Regular.otf", "SourceHanSansSC-Bold.otf", "Source Han Sans SC"),
        ("SourceHanSansCN-Regular.otf", "SourceHanSansCN-Bold.otf", "Source Han Sans CN"),
        ("SourceHanSans.ttc", "SourceHanSans.ttc", "Source Han Sans SC"),
        ("PingFang.ttc", "PingFang.ttc", "PingFang SC"),
        ("msyh.ttc", "msyhbd.ttc", "Microsoft YaHei"),
        ("msyh.ttf", "msyhbd.ttf", "Microsoft YaHei"),
        ("wqy-microhei.ttc", "wqy-microhei.ttc", "WenQuanYi Micro Hei"),
        ("wqy-zenhei.ttc", "wqy-zenhei.ttc", "WenQuanYi Zen Hei"),
    ];

    /// <summary>The folders of fonts of this system and user; those that are not there do no harm.</summary>
    public static IEnumerable<string> Folders
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (OperatingSystem.IsWindows())
            {
                return
                [
                    Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
                    Path.Combine(
                        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
                        "Microsoft",
                        "Windows",
                        "Fonts"
                    ),
                ];
            }
            return OperatingSystem.IsMacOS()
                ? ["/System/Library/Fonts", "/System/Library/AssetsV2", "/Library/Fonts", Path.Combine(home, "Library", "Fonts")]
                :
                [
                    "/usr/share/fonts",
                    "/usr/local/share/fonts",
                    Path.Combine(home, ".local", "share", "fonts"),
                    Path.Combine(home, ".fonts"),
                ];
        }
    }

    /// <summary>The best Chinese font in folders and below; null where there is none. A weight that is missing is the other one.</summary>
    /// <param name="folders">Where to look.</param>
    public static FontPair? Find(IEnumerable<string> folders)
    {
        var files = Files(folders);
        foreach (var (regular, bold, family) in Known)
        {
            if (!files.TryGetValue(regular, out var path))
                continue;
            var light = Face(path, family, SKFontStyleWeight.Normal);
            return new(light, files.TryGetValue(bold, out var heavy) ? Face(heavy, family, SKFontStyleWeight.Bold) : light);
        }
        return null;
    }

    /// <summary>Files of a known name, the first of each.</summary>
    private static Dictionary<string, string> Files(IEnumerable<string> folders)
    {
        var names = Known.SelectMany(k => new[] { k.Regular, k.Bold }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", options)))
        {
            if (names.Contains(Path.GetFileName(file)))
                found.TryAdd(Path.GetFileName(file), file);
        }

        return found;
    }

    /// <summary>The face of a family that is nearest to a weight; the first face of a file that has none of that name.</summary>
    private static FontPlace Face(string path, string family, SKFontStyleWeight weight)
    {
        var (best, distance) = (0, int.MaxValue);
        for (var index = 0; SKTypeface.FromFile(path, index) is { } face; index++)
        {
            using (face)
            {
                var away = Math.Abs(face.FontWeight - (int)weight);
                if (face.FamilyName == family && away < distance)
                    (best, distance) = (index, away);
            }
        }
        return new(path, best);
    }
}
