// `balcony lab`: known-good and known-bad peers on loopback, and what a server makes of them.
using System.CommandLine;
using Balcony.Cli.Lab.Ground;
using Balcony.Cli.Lab.Run;

namespace Balcony.Cli.Lab;

internal static class LabCommand
{
    public const string Verb = "lab";

    /// <summary>For the overview.</summary>
    public static IReadOnlyList<(string Name, string Summary)> Summaries { get; } =
    [
        ("lab peers", "Start servers that are good or bad in one known way, with a DNS and an authority of their own"),
        ("lab run", "Test a server against all of them in both directions, and report"),
        ("lab report", "Write a report that was kept as JSON as text, JUnit, HTML or Markdown"),
    ];

    public static Command Create() => new(Verb, "Servers that are good or bad in one known way, on loopback addresses")
    {
        LabPeersCommand.Create(), LabRunCommand.Create(), ReportForms.CreateCommand(),
    };
}
