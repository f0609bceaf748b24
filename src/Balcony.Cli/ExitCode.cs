// What a script can tell by.
namespace Balcony.Cli;

/// <summary>The numbers never change: docs/commands.md lists them.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>It was tried and did not work.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the configuration is wrong; nothing was tried.</summary>
    public const int Usage = 2;

    public const int NotFound = 3;

    public const int Refused = 4;

    /// <summary>No server could be reached, or another program holds the data directory.</summary>
    public const int NoServer = 5;
}
