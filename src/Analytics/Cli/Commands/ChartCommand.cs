using Analytics.Charts;
using Analytics.Engine.Verdicts;
using Analytics.Figures;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics chart NAME | --sql SQL -o FILE</c></summary>
internal static class ChartCommand
{
    public static readonly BatchCommand Definition = new(
        "chart",
        "Draw a canned query or SQL as a picture, PNG, SVG or PDF by the ending of -o",
        (command, options) =>
        {
            var chart = new ChartOptions();
            chart.AddTo(command, options);
            command.Options.Add(options.Param);
            command.Add([options.Output, options.Force, options.Timeout, options.Strict, options.FailIfEmpty, options.Each, options.Watch]);
            return host => EachOutput.Run(host, one => Run(one, chart));
        }
    );

    private static int Run(Host host, ChartOptions chart)
    {
        var path =
            host.Options.OutputPath(host.Parsed)
            ?? throw UserException.Usage(
                "请写明图片文件：-o 文件.png、-o 文件.svg 或 -o 文件.pdf。",
                "Name the picture: -o FILE.png, -o FILE.svg or -o FILE.pdf."
            );
        var (format, sidecar) = (FormatOf(path), chart.Sidecar(host));
        RequireTargets(host, path, sidecar);
        ChartFile.StartAhead();
        var (request, query, canned) = chart.Read(host);
        using var result = query.Run(cancellation: host.Cancellation);
        // A picture of nothing is none: it is not written, nor one that is there replaced.
        if (ResultCheck.Empty(host, result.Table) is not ExitCode.Done and var empty)
            return empty;
        if (canned is { Compares: true })
        {
            var parameters = host.Options.Parameters(host.Parsed);
            request = request with { Verdict = CannedVerdict.Of(host.Session, canned, parameters, result.Table) };
        }

        var evidence = ChartEvidence.Of(host.Session, query, result);
        var spec = new ChartBuilder(host.Session, result.Table, request, evidence).Build();
        WarnOfGlyphs(host, spec);
        if (spec.Origins.HasFlag(FigureOrigins.Unknown))
            Messages.Warn(spec.Disclaimer);
        var picture = ChartFile.Render(spec, format);
        ResultPrinter.Write(host, path, stream => stream.Write(picture));
        if (sidecar is not null)
            ResultPrinter.Write(host, sidecar, stream => ChartSidecar.Write(stream, spec, host.Session));
        return host.Options.StrictCodes(host.Parsed).Count == 0
            ? ExitCode.Done
            : ResultCheck.Strict(host, ResultCheck.Caveats(host, query, result));
    }

    /// <summary>Both files or none: what stands in the way of either is said before the work.</summary>
    private static void RequireTargets(Host host, string path, string? sidecar)
    {
        Require(host, path);
        if (sidecar is null)
            return;
        if (Path.GetFullPath(sidecar) == Path.GetFullPath(path))
        {
            throw UserException.Usage(
                $"--sidecar {sidecar}：与 -o 是同一个文件，请另给一个名称。",
                $"--sidecar {sidecar}: is the file of -o; give it another name."
            );
        }

        Require(host, sidecar);
    }

    private static void Require(Host host, string path)
    {
        if (!StandardOutput.IsNamedBy(path))
            host.RequireTarget(path);
    }

    private static void WarnOfGlyphs(Host host, ChartSpec spec)
    {
        if (GlyphCoverage.Missing(spec) is { Count: > 0 } missing)
        {
            Messages.Warn(GlyphWarning(string.Join(", ", missing.Select(r => $"{r} (U+{r.Value:X4})"))).In(host.MessageLanguage));
        }
    }

    private static Localized GlyphWarning(string missing) =>
        new(
            $"内附字体没有这些字：{missing}；图中显示为方框。请换一种写法。",
            $"The bundled font has no glyph for {missing}; the picture shows a box there. Write these characters differently."
        );

    /// <summary>The format by the ending; PNG on standard output, which has none.</summary>
    private static ChartFormat FormatOf(string path) => StandardOutput.IsNamedBy(path) ? ChartFormat.Png : FormatOfFile(path);

    private static ChartFormat FormatOfFile(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".png" => ChartFormat.Png,
            ".svg" => ChartFormat.Svg,
            ".pdf" => ChartFormat.Pdf,
            _ => throw UserException.Usage(
                $"-o {path}：后缀要是 .png、.svg 或 .pdf。",
                $"-o {path}: the ending must be .png or .svg or .pdf."
            ),
        };
}
