// What a run is asked to do.
using System.Net;
using Balcony.Xmpp.Addressing;

namespace Balcony.Cli.Lab.Run;

internal sealed record LabRunOptions
{
    public required string Domain { get; init; }

    /// <summary>Where the tested server takes streams from servers.</summary>
    public required IPEndPoint Servers { get; init; }

    /// <summary>Where it takes direct TLS from servers; null: nowhere.</summary>
    public IPEndPoint? ServersDirect { get; init; }

    /// <summary>Where it takes clients.</summary>
    public required IPEndPoint Clients { get; init; }

    /// <summary>An account on it; null: the direction "out" is not tested.</summary>
    public BareJid? Account { get; init; }

    public string Password { get; init; } = "";

    public LabPolicy Policy { get; init; } = new();

    /// <summary>Tests by name, with * and ?; empty: all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>A command that prints what the tested server knows about {peer}; null: none.</summary>
    public string? Diary { get; init; }

    /// <summary>A log of the tested server; lines about a peer are kept as evidence.</summary>
    public string? LogFile { get; init; }

    /// <summary>What went over the streams is kept of failures only.</summary>
    public bool IsBrief { get; init; }

    /// <summary>How long an answer may take where nothing is wrong with the streams.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a tested server may put up with a peer that says nothing, too little or too much.</summary>
    public TimeSpan LongPatience { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>Tests at once.</summary>
    public int AtOnce { get; init; } = 12;
}
