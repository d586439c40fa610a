using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Analytics.Benchmarks;

/// <summary>What a process cost.</summary>
/// <param name="Milliseconds">From before it was started until it had ended.</param>
/// <param name="ProcessorMilliseconds">Time that its threads ran, in user and kernel mode: what others do at the same time hardly changes
/// it.</param>
/// <param name="PeakMegabytes">
/// The most memory that was resident at once; on Linux not less than what this program held when it started the process.
/// </param>
/// <param name="ExitCode">128 + n when signal n ended it, as in a shell.</param>
internal sealed record ProcessCost(double Milliseconds, double ProcessorMilliseconds, double PeakMegabytes, int ExitCode);

/// <summary>
/// A started process. <c>posix_spawn</c> and <c>wait4</c> rather than <see cref="Process"/>: they add almost nothing to
/// the time, and tell the peak of memory of exactly this process.
/// </summary>
internal sealed class ChildProcess
{
    private readonly int _id;
    private readonly long _started;

    private ChildProcess(int id, long started) => (_id, _started) = (id, started);

    /// <summary>Time since just before the start.</summary>
    public double Milliseconds => Stopwatch.GetElapsedTime(_started).TotalMilliseconds;

    /// <summary>Starts a program, waits for its end and asserts that it succeeded.</summary>
    /// <param name="output">File for standard output; null drops it.</param>
    public static ProcessCost Run(string program, string[] arguments, string? output = null)
    {
        var cost = Start(program, arguments, output).Wait();
        return cost.ExitCode == 0
            ? cost
            : throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {cost.ExitCode}.");
    }

    public static unsafe ChildProcess Start(string program, string[] arguments, string? output = null) =>
        Spawn(
            program,
            arguments,
            actions =>
            {
                _ = Libc.AddOpen((byte*)actions, 0, "/dev/null", Libc.ReadOnly, 0);
                _ = Libc.AddOpen((byte*)actions, 1, output ?? "/dev/null", Libc.WriteOnly, 0);
            }
        );

    /// <summary>Starts a program with a terminal as its controlling terminal and standard streams.</summary>
    public static unsafe ChildProcess StartOn(string terminal, string program, string[] arguments) =>
        Spawn(
            program,
            arguments,
            actions =>
            {
                _ = Libc.AddOpen((byte*)actions, 0, terminal, Libc.ReadWrite, 0);
                _ = Libc.AddDuplicate((byte*)actions, 0, 1);
                _ = Libc.AddDuplicate((byte*)actions, 0, 2);
            },
            Libc.NewSession
        );

    /// <summary>Time that its threads ran so far; those of threads that have ended are left out.</summary>
    public double ProcessorMilliseconds =>
        Directory
            .GetDirectories($"/proc/{_id}/task")
            .Sum(thread => double.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture))
        / 1e6;

    /// <summary>What is resident now, in megabytes; 0 once it has ended. Linux alone tells.</summary>
    public double ResidentMegabytes =>
        File.ReadAllLines($"/proc/{_id}/status").FirstOrDefault(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6
            : 0;

    public void Stop() => _ = Libc.Kill(_id, Libc.Terminate);

    public ProcessCost Wait()
    {
        _ = Libc.Wait(_id, out var status, 0, out var usage);
        var signal = status & 0x7F;
        var processor = (usage.UserSeconds + usage.SystemSeconds) * 1e3 + (usage.UserMicroseconds + usage.SystemMicroseconds) / 1e3;
        var megabytes = usage.MaxResident / (OperatingSystem.IsMacOS() ? 1e6 : 1e6 / 1024);
        return new ProcessCost(Milliseconds, processor, megabytes, signal == 0 ? status >> 8 & 0xFF : 128 + signal);
    }

    private static unsafe ChildProcess Spawn(string program, string[] arguments, Action<nint> redirect, short flags = 0)
    {
        byte* actions = stackalloc byte[Libc.OpaqueSize],
            attributes = stackalloc byte[Libc.OpaqueSize];
        _ = Libc.InitActions(actions);
        _ = Libc.InitAttributes(attributes);
        _ = Libc.SetFlags(attributes, flags);
        redirect((nint)actions);
        var process = new Strings([program, .. arguments]);
        var environment = new Strings(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => $"{e.Key}={e.Value}"));
        fixed (
            nint* argv = process.Pointers,
                envp = environment.Pointers
        )
        {
            return Started(program, actions, attributes, argv, envp);
        }
    }

    private static unsafe ChildProcess Started(string program, byte* actions, byte* attributes, nint* argv, nint* envp)
    {
        var started = Stopwatch.GetTimestamp();
        var error = Libc.Spawn(out var id, program, actions, attributes, argv, envp);
        _ = Libc.DestroyActions(actions);
        _ = Libc.DestroyAttributes(attributes);
        return error == 0
            ? new ChildProcess(id, started)
            : throw new BenchmarkSkippedException($"{program} cannot be started (error {error}).");
    }

    /// <summary>A null-terminated array of C strings; left to the end of the program, which starts a few hundred processes.</summary>
    private sealed class Strings(IEnumerable<string> texts)
    {
        public nint[] Pointers { get; } = [.. texts.Select(Marshal.StringToCoTaskMemUTF8), 0];
    }
}
