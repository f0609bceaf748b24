// The program `balcony`: composes, no logic of its own.
using Balcony.Cli;

return await CommandLine.RunAsync(args);
