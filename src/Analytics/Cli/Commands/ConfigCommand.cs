using System.CommandLine;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics config</c>: every value that holds here and now, and where it comes from.</summary>
internal static class ConfigCommand
{
    private const string ByOption = "option",
        ByEnvironment = "environment",
        ByDefault = "default",
        ByEngine = "engine",
        Found = "found",
        Shipped = "shipped",
        ByTerminal = "terminal",
        OfConsole = "console.";

    /// <param name="console">The console's settings: name, value, origin and place.</param>
    public static BatchCommand Definition(Func<Listing> console) =>
        new(
            "config",
            "Show each setting that holds here: its value, where that comes from, and what sets it",
            (command, options) =>
            {
                command.Add(options.Printing);
                return host => Run(host, console());
            }
        );

    /// <summary>A value that holds.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Value">As text; null for none.</param>
    /// <param name="Origin">The kind of place that it comes from.</param>
    /// <param name="At">The place: an option, a variable, a file and its line.</param>
    /// <param name="Set">What sets it.</param>
    private sealed record Held(string Name, string? Value, string Origin, string? At, string Set)
    {
        public IReadOnlyList<string?> Row => [Name, Value, Origin, At, Set];
    }

    private static int Run(Host host, Listing console)
    {
        ResultPrinter.FormatOf(host);
        IEnumerable<Held> all = [.. Batch(host), .. OfEngine(host), .. Given(host), .. OfFile(host, console)];
        foreach (var fault in console.Faults)
            Messages.Warn(fault.In(host.MessageLanguage));
        return ResultPrinter.Print(host, Listing.OfTexts(["name", "value", "origin", "at", "set_by"], all.Select(h => h.Row)));
    }

    private static IEnumerable<Held> Batch(Host host)
    {
        var options = host.Options;
        yield return LanguageOf(host);
        yield return host.Options.GivenLanguage(host.Parsed) is { } given
            ? new("messages", given.Code(), ByOption, options.Language.Name, options.Language.Name)
            : new("messages", host.MessageLanguage.Code(), ByDefault, null, options.Language.Name);
        yield return HomeOf(host);
        yield return host.Parsed.GetValue(options.Data) is { Length: > 0 }
            ? new("data", host.SessionOptions.Home.Data, ByOption, options.Data.Name, options.Data.Name)
            : new("data", host.SessionOptions.Home.Data, ByDefault, host.SessionOptions.Home.Root, options.Data.Name);
        yield return ColoursOf();
        var trace = Environment.GetEnvironmentVariable(TraceVariable) is not null;
        yield return new("trace", trace ? "true" : "false", trace ? ByEnvironment : ByDefault, trace ? TraceVariable : null, TraceVariable);
    }

    private const string TraceVariable = "ANALYTICS_TRACE";

    private static Held LanguageOf(Host host)
    {
        var option = host.Options.Language.Name;
        var set = $"{option}, {string.Join(", ", Languages.LocaleVariables)}";
        return host.Options.GivenLanguage(host.Parsed) is not null ? new("language", host.Language.Code(), ByOption, option, set)
            : Languages.LocaleVariable() is { } variable ? new("language", host.Language.Code(), ByEnvironment, variable, set)
            : new("language", host.Language.Code(), ByDefault, null, set);
    }

    private static Held HomeOf(Host host)
    {
        var (option, root) = (host.Options.Home.Name, host.SessionOptions.Home.Root);
        var set = $"{option}, {Home.EnvironmentVariable}";
        return host.Parsed.GetValue(host.Options.Home) is { Length: > 0 } ? new("home", root, ByOption, option, set)
            : Environment.GetEnvironmentVariable(Home.EnvironmentVariable) is { Length: > 0 }
                ? new("home", root, ByEnvironment, Home.EnvironmentVariable, set)
            : root == AppContext.BaseDirectory ? new("home", root, Shipped, null, set)
            : new("home", root, Found, Environment.CurrentDirectory, set);
    }

    private static Held ColoursOf()
    {
        var set = string.Join(", ", Messages.ColourVariables);
        return Messages.WhyPlain(!Console.IsErrorRedirected, Environment.GetEnvironmentVariable) switch
        {
            null => new("message_colours", "true", ByTerminal, null, set),
            "" => new("message_colours", "false", ByTerminal, null, set),
            var variable => new("message_colours", "false", ByEnvironment, variable, set),
        };
    }

    /// <summary>What the engine says that it has.</summary>
    private static IEnumerable<Held> OfEngine(Host host)
    {
        using var table = ResultTable.Read(
            host.Session.Run(
                "SELECT current_setting('memory_limit'), current_setting('threads'), current_setting('TimeZone'), "
                    + "current_setting('temp_directory')",
                host.Cancellation
            )
        );
        var memory = host.Options.Memory.Name;
        yield return host.SessionOptions.Memory is null
            ? new("memory", table.Text(0, 0), ByEngine, null, memory)
            : new("memory", table.Text(0, 0), ByOption, memory, memory);
        yield return new("threads", table.Text(0, 1), ByEngine, null, "SET threads");
        yield return OfVariable("time_zone", table.Text(0, 2), "TZ");
        // Each process has a folder of its own there.
        yield return OfVariable("temporary_files", Path.GetDirectoryName(Path.GetDirectoryName(table.Text(0, 3))), "TMPDIR");
    }

    private static Held OfVariable(string name, string? value, string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 }
            ? new(name, value, ByEnvironment, variable, variable)
            : new(name, value, ByDefault, null, variable);

    /// <summary>The other options that every command takes.</summary>
    private static IEnumerable<Held> Given(Host host)
    {
        Option[] told = [host.Options.Language, host.Options.Home, host.Options.Data, host.Options.Memory];
        return host.Options.Global.Except(told).Select(Of);

        Held Of(Option option)
        {
            var name = option.Name.TrimStart('-').Replace('-', '_');
            var isFlag = option.ValueType == typeof(bool);
            return host.Parsed.GetResult(option) is { Implicit: false } given
                ? new(name, Text(host, option, given.Tokens.Select(t => t.Value), isFlag), ByOption, option.Name, option.Name)
                : new(name, isFlag ? "false" : null, ByDefault, null, option.Name);
        }
    }

    private static string Text(Host host, Option option, IEnumerable<string> tokens, bool isFlag) =>
        isFlag
            ? host.Parsed.GetValue((Option<bool>)option)
                ? "true"
                : "false"
            : string.Join(", ", tokens);

    /// <summary>The settings file and the console's settings, over which an option for the language wins.</summary>
    private static IEnumerable<Held> OfFile(Host host, Listing console)
    {
        var file = UserFolder.SettingsFile(Environment.GetEnvironmentVariable);
        var variable = UserFolder.DecidingVariable(Environment.GetEnvironmentVariable);
        var origin = variable is null ? ByDefault : ByEnvironment;
        yield return new("settings_file", file, origin, variable, string.Join(", ", UserFolder.Variables));
        foreach (var row in console.Rows)
        {
            var (name, value, from, at) = ((string)row[0]!, (string?)row[1], (string)row[2]!, (string?)row[3]);
            yield return name switch
            {
                "state_folder" => new(name, value, from, at, "ANALYTICS_STATE, XDG_STATE_HOME"),
                "editor" => new(OfConsole + name, value, from, at, "VISUAL, EDITOR"),
                "language" when host.Options.GivenLanguage(host.Parsed) is { } given => new(
                    OfConsole + name,
                    given.Code(),
                    ByOption,
                    host.Options.Language.Name,
                    $"{host.Options.Language.Name}, {name}:"
                ),
                "language" => new(OfConsole + name, value, from, at, $"{host.Options.Language.Name}, {name}:"),
                _ => new(OfConsole + name, value, from, at, name + ":"),
            };
        }
    }
}
