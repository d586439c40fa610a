using Analytics.Cli;

return CommandLine.Run(args);
