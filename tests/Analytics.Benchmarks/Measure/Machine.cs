using System.Runtime.InteropServices;
using Analytics.DuckDb;

namespace Analytics.Benchmarks;

/// <summary>Where and when something was measured; nothing that names a machine or a person.</summary>
internal sealed record Machine(string Processor, int Cores, double MemoryInGigabytes, string System, double? Load, DateTimeOffset Date)
{
    /// <summary>Above this load others compete for the processor, and the figures are only preliminary.</summary>
    private const double Busy = 0.7;

    public string Description =>
        $"{Date:yyyy-MM-dd}; {Processor}, {Cores} cores, {MemoryInGigabytes:0} GB; "
        + $"{System}; .NET {Environment.Version}, DuckDB {DuckDbDatabase.EngineVersion}."
        + (Load > Busy ? $" **Preliminary: the machine was busy with other work (load {Load:0.0}).**" : "");

    public static Machine Now() =>
        new(
            ProcessorName(),
            Environment.ProcessorCount,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9,
            $"{(OperatingSystem.IsMacOS() ? "macOS" : OperatingSystem.IsLinux() ? "Linux" : "other")} "
                + $"{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}",
            LoadAverage(),
            TimeProvider.System.GetUtcNow()
        );

    private static string ProcessorName() =>
        !File.Exists("/proc/cpuinfo")
            ? "processor not known"
            : File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
                ?? "processor not known";

    /// <summary>Processes that ran or waited in the last minute; null where the system does not tell.</summary>
    private static double? LoadAverage() =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0]) : null;
}
