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
    private readonly PipeCopies _pipes = new();
    private readonly Host? _whole;
    private readonly Host? _watching;
    private readonly Watch? _watch;
    private Task<DuckDbDatabase>? _warmDatabase;
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
        Interruption.GivingUp = GiveUp;
        if (parsed.GetValue(options.Timeout) is { } seconds)
            Interruption.StopAfter(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>One of several outputs of a command.</summary>
    private Host(ParseResult parsed, Host whole, string label)
    {
        (_whole, Label, Parsed, Options) = (whole, label, parsed, whole.Options);
        (Messages, Interruption, _watch) = (whole.Messages, whole.Interruption, whole._watch);
    }

    /// <summary>One run of a watch.</summary>
    private Host(Host watching, Watch watch)
    {
        (_watching, _watch, Parsed, Options) = (watching, watch, watching.Parsed, watching.Options);
        (Messages, Interruption) = (watching.Messages, watching.Interruption);
        // What was opened ahead is the first run's.
        (_warmDatabase, watching._warmDatabase) = (watching._warmDatabase, null);
        Interruption.GivingUp = GiveUp;
    }

    /// <summary>One run of a watch: it shares options and signals, and owns a session of its own.</summary>
    /// <param name="watch">Told what it reads and writes.</param>
    public Host Anew(Watch watch) => new(this, watch);

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

    public AnalyticsSession Session => _whole?.Session ?? (_session ??= OpenSession());

    private AnalyticsSession OpenSession()
    {
        if (_watch is not null)
        {
            Reads(Path.Combine(SessionOptions.Home.Data, "datapackage.json"));
            Reads(OpenedFile.All(SessionOptions.Open).Select(f => f.Path));
            Reads(SessionOptions.Clean.Where(File.Exists));
        }

        var session = AnalyticsSession.Open(SessionOptions, _warmDatabase?.GetAwaiter().GetResult());
        // Those that a file of cleaning names, and files of cleaning that were just proposed.
        Reads(session.Opened.Select(f => f.Path).Concat(SessionOptions.Clean));
        return session;
    }

    /// <summary>The text on standard input, read once.</summary>
    /// <exception cref="UserException">There is more than one run.</exception>
    public string StandardInputText =>
        _watch is not null
            ? throw Watch.Once(name: null)
            : _whole?.StandardInputText ?? (field ??= Utf8Text.Read(StandardInput.Open(), "Standard input"));

    /// <summary>Whether the command runs again when its files change.</summary>
    public bool IsWatched => Parsed.GetValue(Options.Watch);

    /// <summary>Does what has no sense to be done again.</summary>
    /// <param name="option">That asks for it.</param>
    /// <param name="run">Does it and returns the exit code.</param>
    /// <exception cref="UserException">It is to be watched.</exception>
    public int OnlyOnce(Option option, Func<Host, int> run) =>
        !IsWatched
            ? run(this)
            : throw UserException.Usage(
                $"{option.Name} 与 {Options.Watch.Name} 只能取一。",
                $"Give either {option.Name} or {Options.Watch.Name}, not both."
            );

    /// <summary>Says before a file is read that the work depends on it.</summary>
    /// <exception cref="UserException">There is more than one run, and it can be read once only.</exception>
    public void Reads(string path) => _watch?.Reading(path);

    /// <inheritdoc cref="Reads(string)"/>
    public void Reads(IEnumerable<string> paths)
    {
        if (_watch is null)
            return;
        foreach (var path in paths)
            _watch.Reading(path);
    }

    /// <summary>The text of a file of the user's.</summary>
    public string ReadText(string path)
    {
        Reads(path);
        return Utf8Text.ReadFile(path);
    }

    /// <summary>Whether a file that is there may be replaced: where that is asked for, or an earlier run of a watch wrote it.</summary>
    public bool MayReplace(string path) => Parsed.GetValue(Options.Force) || _watch?.HasWritten(path) == true;

    /// <summary>Asks before any work what <see cref="WriteFile{T}"/> would find.</summary>
    /// <exception cref="UserException">As of <see cref="OutputFile.Require"/>, or a watch reads the file.</exception>
    public void RequireTarget(string path)
    {
        _watch?.Writing(path);
        OutputFile.Require(path, MayReplace(path));
    }

    /// <summary>Writes an output.</summary>
    /// <inheritdoc cref="OutputFile.Write"/>
    public T WriteFile<T>(string path, Func<Stream, T> write)
    {
        _watch?.Writing(path);
        var result = OutputFile.Write(path, MayReplace(path), write);
        Wrote(path);
        return result;
    }

    /// <summary>Writes an output.</summary>
    /// <inheritdoc cref="OutputFile.Write"/>
    public void WriteFile(string path, Action<Stream> write) =>
        WriteFile(
            path,
            stream =>
            {
                write(stream);
                return 0;
            }
        );

    /// <summary>Says that an output was written by other means.</summary>
    public void Wrote(string path) => _watch?.Wrote(path);

    /// <summary>A canned query, read while the engine may still be opening.</summary>
    /// <exception cref="UserException">No query has this name.</exception>
    public QueryFile Query(string name)
    {
        Reads(Catalog.PathOf(name));
        return Canned = Catalog.Get(name);
    }

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
        if (_watch is not null)
            Reads(ReadFiles.PathsIn(sql));
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

    /// <summary>Begins to show how far the command is; null where nobody could see it. To be ended before the session is.</summary>
    public ProgressLine? BeginProgress() => ShowsProgress ? ProgressLine.Begin(Progress, MessageLanguage, TimeProvider.System) : null;

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
        // A watch mostly waits; its runs show their own.
        using var progress = isBatch && !host.IsWatched ? host.BeginProgress() : null;
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
        if (_watching is null)
            Interruption.Dispose();
        else
            Interruption.GivingUp = _watching.GiveUp;
    }

    /// <summary>What is left to do where the engine does not answer.</summary>
    private void GiveUp()
    {
        Stopped();
        OutputFile.Abandon();
        _pipes.Dispose();
        _session?.Abandon();
        CurationProject.AbandonBuild();
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
