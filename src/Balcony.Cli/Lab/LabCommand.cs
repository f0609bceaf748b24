// `balcony lab`: known-good and known-bad peers on loopback, and what a server makes of them.
using System.CommandLine;
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab;

internal static class LabCommand
{
    public const string Verb = "lab";

    /// <summary>For the overview.</summary>
    public static IReadOnlyList<(string Name, string Summary)> Summaries { get; } =
    [
        ("lab peers", "Start servers that are good or bad in one known way, with a DNS and an authority of their own"),
    ];

    public static Command Create() => new(Verb, "Servers that are good or bad in one known way, on loopback addresses")
    {
        LabPeersCommand.Create(),
    };
}
