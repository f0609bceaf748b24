// One cell of the matrix: a peer and a direction, and what came of it.
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab.Run;

internal enum LabVerdict
{
    Passed,
    Failed,

    /// <summary>Never the same as passed: the reason is part of it.</summary>
    NotTested,
}

/// <param name="Direction">Inbound: the peer connects to the tested server. Outbound: the tested server is made to connect to the peer.</param>
internal sealed record LabTest(LabPeerSpec Spec, LabDirections Direction)
{
    public bool IsInbound => Direction == LabDirections.Inbound;

    /// <summary>The word for the direction in reports.</summary>
    public string Way => IsInbound ? "in" : "out";

    public string Id => $"{Spec.Name} {Way}";
}

/// <summary>What is written about a test.</summary>
internal sealed record LabResult
{
    public required string Name { get; init; }

    /// <summary>in or out, as the tested server sees it.</summary>
    public required string Direction { get; init; }

    public required string Summary { get; init; }

    public required string Reference { get; init; }

    public string? Control { get; init; }

    public required string Expected { get; init; }

    public required string Observed { get; init; }

    public required LabVerdict Verdict { get; init; }

    /// <summary>Why it failed or was not tested; null when it passed.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason that the tested server's diary gives, where it has one.</summary>
    public string? Diary { get; init; }

    public double Seconds { get; init; }

    /// <summary>What went over the stream, the lab's side marked with &gt;.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];
}

/// <summary>A whole run.</summary>
internal sealed record LabReport
{
    public required string Against { get; init; }

    /// <summary>Name and version as the tested server tells them (XEP-0092); null: it does not.</summary>
    public string? Software { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>What was assumed of the tested server: its policy.</summary>
    public required string Policy { get; init; }

    public required IReadOnlyList<LabResult> Results { get; init; }

    public int Count(LabVerdict verdict) => Results.Count(result => result.Verdict == verdict);
}
