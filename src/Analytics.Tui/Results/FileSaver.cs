using Analytics.Charts;
using Analytics.Engine.Export;
using Analytics.Engine.Sessions;
using Analytics.Figures;

namespace Analytics.Tui.Results;

/// <summary>Writes charts and results to files, by the ending of their names.</summary>
internal static class FileSaver
{
    /// <summary>The endings of pictures.</summary>
    public static bool IsPicture(string path) => PictureFormat(path) is not null;

    /// <summary>Whether the ending is one that rows or pictures are written in.</summary>
    public static bool IsKnown(string path) => IsPicture(path) || RowFormat(path) is not null;

    /// <summary>What holds data and evidence of a picture.</summary>
    public static string SidecarOf(string picture) => picture + ".json";

    /// <param name="save">What to write, and where to.</param>
    /// <param name="session">Reads the figures of a chart that is saved with its evidence; used for nothing else.</param>
    /// <param name="onProgress">Told rows and bytes written so far, now and then.</param>
    /// <param name="cancellation">Ends the writing and leaves no file behind.</param>
    /// <exception cref="UserException">The file cannot be written, or the chart cannot be drawn.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the target is as it was.</exception>
    public static ConsoleEvent Save(SaveFile save, AnalyticsSession? session, Action<long, long> onProgress, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(save.Path);
        var sidecar = save.WithEvidence && IsPicture(path) ? SidecarOf(path) : null;
        if (!save.Overwrite && new[] { path, sidecar }.FirstOrDefault(File.Exists) is { } taken)
            return new FileExists(save, taken);
        if (PictureFormat(path) is { } picture)
            return SavePicture(path, save, picture, sidecar, session);
        var format = RowFormat(path) ?? throw UserException.Usage($"{path}：不认识这个后缀。", $"{path}: the ending is not known.");
        var caveats = save.Caveats ?? [];
        var isSaid = false;
        var report = OutputFile.Write(path, save.Overwrite, stream => WriteRows(format, stream, save, Below, onProgress, cancellation));
        return new FileSaved(save.Request, path, report.Rows, report.IsTruncated, new FileInfo(path).Length)
        {
            Part = PartialRows.Of(save.Result),
            Unsaid = isSaid ? [] : caveats,
        };

        IReadOnlyList<string> Below(long rows)
        {
            isSaid = true;
            var part = PartialRows.Of(save.Result)?.In(save.Language);
            return [.. part is null ? Array.Empty<string>() : [part], .. caveats.Select(c => c.Message)];
        }
    }

    private static FileSaved SavePicture(string path, SaveFile save, ChartFormat format, string? sidecar, AnalyticsSession? session)
    {
        var chart = save.Chart ?? throw UserException.Usage($"{path}：此结果没有图。", $"{path}: this result has no chart.");
        var picture = Picture(chart, format);
        OutputFile.Write(
            path,
            save.Overwrite,
            stream =>
            {
                stream.Write(picture);
                return picture.Length;
            }
        );
        if (sidecar is not null)
            SaveSidecar(sidecar, save.Overwrite, chart, session!);
        return new FileSaved(save.Request, path, null, IsTruncated: false, picture.Length) { Sidecar = sidecar };
    }

    private static void SaveSidecar(string path, bool overwrite, ChartSpec chart, AnalyticsSession session) =>
        OutputFile.Write(
            path,
            overwrite,
            stream =>
            {
                ChartSidecar.Write(stream, chart, session);
                return 0;
            }
        );

    private static byte[] Picture(ChartSpec chart, ChartFormat format)
    {
        try
        {
            return ChartFile.Render(chart, format);
        }
        catch (Exception e) when (e is not (UserException or IOException or OutOfMemoryException))
        {
            var defect = ChartDefect.Of(e);
            throw UserException.Failed(defect.Zh, defect.En, e);
        }
    }

    private static WriteReport WriteRows(
        ExportFormat format,
        Stream stream,
        SaveFile save,
        Func<long, IReadOnlyList<string>> below,
        Action<long, long> onProgress,
        CancellationToken cancellation
    )
    {
        using var writer = format.Open(stream, new WriteOptions { Below = below });
        return writer.WriteAll(save.Result, rows => onProgress(rows, stream.Position), save.WithEvidence, cancellation);
    }

    private static ChartFormat? PictureFormat(string path) =>
        Ending(path) switch
        {
            ".png" => ChartFormat.Png,
            ".svg" => ChartFormat.Svg,
            ".pdf" => ChartFormat.Pdf,
            _ => null,
        };

    private static ExportFormat? RowFormat(string path) => ExportFormats.All.FirstOrDefault(f => f.Endings.Contains(Ending(path)));

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();
}
