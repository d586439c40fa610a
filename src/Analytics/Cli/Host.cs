using System.CommandLine;
using Analytics.Curation;
using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Export;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;

namespace Analytics.Cli;

/// <summary>
/// What a batch command runs in: its options, its session (opened when first asked for), its signals and time limit,
/// and the one place where failures become messages and exit codes.
/// </summary>
internal sealed class Host : IDisposable
{
    private readonly Task<DuckDbDatabase>? _warmDatabase;
    private readonly PipeCopies _pipes = new();
    private readonly Host? _whole;
    private AnalyticsSession? _session;
    private RunningQuery? _followed;
    private SessionOptions? _sessionOptions;

    private Host(ParseResult parsed, CommonOptions options, Task<DuckDbDatabase>? warmDatabase)
    {
        Interruption = new Interruption();
        _warmDatabase = warmDatabase;
        Parsed = parsed;
        Options = options;
        Messages = new Messages(parsed.GetValue(options.Quiet));
        Interruption.GivingUp = () =>
        {
            Stopped();
            OutputFile.Abandon();
            _pipes.Dispose();
            _session?.Abandon();
            CurationProject.AbandonBuild();
        };
        if (parsed.GetValue(options.Timeout) is { } seconds)
            Interruption.StopAfter(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>One of several outputs of a command.</summary>
    private Host(ParseResult parsed, Host whole, string label)
    {
        (_whole, Label, Parsed, Options) = (whole, label, parsed, whole.Options);
        (Messages, Interruption) = (whole.Messages, whole.Interruption);
    }

    /// <summary>One of several outputs of the command, which share its session, signals and time limit; nothing to dispose.</summary>
    /// <param name="words">The command line of this one.</param>
    /// <param name="label">What tells it from the others.</param>
    public Host For(IEnumerable<string> words, string label)
    {
        var root = (RootCommand)Parsed.RootCommandResult.Command;
        return new(root.Parse([.. words], CommandLine.Parsing), this, label);
    }

    /// <summary>What tells one of several outputs from the others; null for the only one.</summary>
    public string? Label { get; }

    public ParseResult Parsed { get; }

    public CommonOptions Options { get; }

    public Messages Messages { get; }

    public Interruption Interruption { get; }

    public CancellationToken Cancellation => Interruption.Token;

    public Language Language => Options.LanguageOf(Parsed);

    public AnalyticsSession Session =>
        _whole?.Session ?? (_session ??= AnalyticsSession.Open(SessionOptions, _warmDatabase?.GetAwaiter().GetResult()));

    /// <summary>The text on standard input, read once.</summary>
    public string StandardInputText => _whole?.StandardInputText ?? (field ??= Utf8Text.Read(StandardInput.Open(), "Standard input"));

    /// <summary>A canned query, read while the engine may still be opening.</summary>
    /// <exception cref="UserException">No query has this name.</exception>
    public QueryFile Query(string name) => Canned = Catalog.Get(name);

    /// <summary>The canned query that the command is about; null where it is about none.</summary>
    public QueryFile? Canned { get; private set; }

    /// <summary>The canned queries, which need no engine.</summary>
    public QueryCatalog Catalog => new(SessionOptions.Home.Queries);

    /// <summary>
    /// A script as it can run: pipes are read once, whole, into copies. What the engine guesses about files is said before it runs.
    /// </summary>
    /// <exception cref="UserException">Something is guessed, and <c>--strict-files</c> forbids it.</exception>
    public string Script(string sql)
    {
        var script = Session.WithOpenedFiles((_whole?._pipes ?? _pipes).Read(sql));
        SayRemarks();
        var remarks = Session.ReadingRemarks(script);
        List<Localized> losses = [.. Session.LossRemarks, .. remarks];
        if (losses.Count > 0 && Parsed.GetValue(Options.StrictFiles))
            throw UserException.Failed(string.Join('\n', losses.Select(r => r.Zh)), string.Join('\n', losses.Select(r => r.En)));
        foreach (var remark in remarks)
            Cli.Messages.Warn(remark.In(MessageLanguage));
        return script;
    }

    /// <summary>What the session is opened with.</summary>
    public SessionOptions SessionOptions => _sessionOptions ??= Options.Session(Parsed) with { CountsProgress = ShowsProgress };

    /// <summary>Whether how far the command is may be shown.</summary>
    private bool ShowsProgress =>
        !Parsed.GetValue(Options.Quiet)
        && !StandardStreams.IsErrorClosed
        && ProgressLine.IsPossible(!Console.IsErrorRedirected, Environment.GetEnvironmentVariable);

    /// <summary>Has the rows of a result counted for whoever waits.</summary>
    public RunningQuery Follow(RunningQuery query) => (_whole ?? this)._followed = query;

    private ProgressState Progress() =>
        new(_followed?.RowsFetched ?? 0, _session?.Progress ?? new QueryProgress(double.NaN, RowsProcessed: 0, TotalRows: 0));

    /// <summary>Runs a command and returns the exit code of the process.</summary>
    /// <param name="parsed">The command line, free of errors of syntax.</param>
    /// <param name="options">Those that every command takes.</param>
    /// <param name="warmDatabase">A database being opened ahead; the host takes it over.</param>
    /// <param name="command">Does the work and returns the exit code; errors that it throws are explained on standard error.</param>
    /// <param name="isBatch">Whether it leaves the terminal to what is said there.</param>
    public static int Run(
        ParseResult parsed,
        CommonOptions options,
        Task<DuckDbDatabase>? warmDatabase,
        Func<Host, int> command,
        bool isBatch = true
    )
    {
        using var host = new Host(parsed, options, warmDatabase);
        // Ends before the session does, which it asks.
        using var progress =
            isBatch && host.ShowsProgress ? ProgressLine.Begin(host.Progress, host.MessageLanguage, TimeProvider.System) : null;
        try
        {
            return host.Guarded(command);
        }
        catch (IOException e) when (StandardOutput.IsClosedPipe(e))
        {
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (host.Interruption.ExitCode != 0)
        {
            return host.Stopped();
        }
    }

    /// <summary>Runs a command, with what users can cause explained on standard error; returns the exit code.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    /// <exception cref="IOException">The reader of the output has gone.</exception>
    public int Guarded(Func<Host, int> command)
    {
        try
        {
            return command(this);
        }
        catch (Exception e)
            when (!(e is OperationCanceledException && Interruption.ExitCode != 0)
                && !(e is IOException broken && StandardOutput.IsClosedPipe(broken))
                && Explain(e) is not null
            )
        {
            var (message, code) = Explain(e)!.Value;
            Cli.Messages.Error(Labelled(message));
            return code;
        }
    }

    public void Dispose()
    {
        SayRemarks();
        _session?.Dispose();
        _pipes.Dispose();
        Interruption.Dispose();
    }

    private void SayRemarks()
    {
        foreach (var remark in _session?.TakeRemarks() ?? [])
            Cli.Messages.Warn(remark.In(MessageLanguage));
    }

    private int Stopped()
    {
        if (Interruption.ExitCode == ExitCode.Limit)
        {
            var seconds = Parsed.GetValue(Options.Timeout);
            Fail($"已停止：到了 {seconds} 秒的时限（--timeout）。", $"Stopped: the time limit of {seconds} s (--timeout) was reached.");
        }
        else
        {
            Note("已中断。", "Interrupted.");
        }

        return Interruption.ExitCode;
    }

    /// <summary>Message and exit code of a failure that a user can cause; null for a defect of ours.</summary>
    private (string Message, int Code)? Explain(Exception e) =>
        e switch
        {
            UserException fault => (Say(fault) + Option(fault.Mend), fault.Kind == FaultKind.Usage ? ExitCode.Usage : ExitCode.Failed),
            IOException or UnauthorizedAccessException => (Say(e), ExitCode.Failed),
            DuckDbException { Kind: DuckDbErrorKind.OutOfMemory } => (
                Say(e) + "\n--memory SIZE raises the limit; a smaller result or an aggregate needs less.",
                ExitCode.Limit
            ),
            DuckDbException sql => (
                MessageLanguage == Language.Zh ? $"{EngineErrorZh.Of(sql)}\n引擎原文：{SqlErrorText.Of(sql)}" : SqlErrorText.Of(sql),
                ExitCode.Failed
            ),
            _ => null,
        };

    /// <summary>The option that mends a fault.</summary>
    private string Option(Setting? mend) =>
        mend is null
            ? ""
            : new Localized("选项：", " Option: ").In(MessageLanguage)
                + string.Join(' ', CommandText.Option(mend.Name, mend.Value).Select(ShellText.Quote))
                + new Localized("。", ".").In(MessageLanguage);

    /// <summary>Something worth knowing, in the language of messages.</summary>
    public void Note(string zh, string en) => Messages.Note(new Localized(zh, en).In(MessageLanguage));

    /// <summary>Something that changes what the output means.</summary>
    public void Warn(string zh, string en) => Cli.Messages.Warn(new Localized(zh, en).In(MessageLanguage));

    /// <summary>Why a command ends without its work.</summary>
    public void Fail(string zh, string en) => Cli.Messages.Error(Labelled(new Localized(zh, en).In(MessageLanguage)));

    private string Labelled(string message) => Label is null ? message : $"{Label}: {message}";

    private string Say(Exception e) => ErrorText.Of(e).In(MessageLanguage);

    /// <summary>Messages stay English unless Chinese is asked for: scripts read them, whatever the locale.</summary>
    public Language MessageLanguage => Options.GivenLanguage(Parsed) ?? Language.En;
}
