// The bounds of a store, each with unit, range and default.
using System.ComponentModel.DataAnnotations;

namespace Balcony.Server.Storage;

public sealed record StorageOptions
{
    /// <summary>Units that may wait for the writer or for their callbacks; more are refused.</summary>
    [Range(16, 1_000_000)]
    public int MaxWaitingUnits { get; init; } = 16_384;

    /// <summary>Bytes of stanzas and values that may wait for the writer; more are refused.</summary>
    [Range(1 << 20, 1 << 30)]
    public int MaxWaitingBytes { get; init; } = 64 << 20;

    /// <summary>Units in one transaction.</summary>
    [Range(1, 65_536)]
    public int MaxBatchUnits { get; init; } = 4_096;

    /// <summary>Threads, each with a connection of its own, that read.</summary>
    [Range(1, 64)]
    public int Readers { get; init; } = 4;

    /// <summary>Reads that may wait for a reader; more fail with <see cref="StorageFullException"/>.</summary>
    [Range(16, 1_000_000)]
    public int MaxWaitingReads { get; init; } = 16_384;

    /// <summary>Messages whose ledger entries are written behind, in one lot. While one is written, commits wait: the larger, the cheaper a message, and the longer
    /// some of them wait (`bench/README.md`, commits).</summary>
    [Range(1, 100_000)]
    public int LotMessages { get; init; } = 2_000;

    /// <summary>Whether the words of archived messages are indexed. Without, a search looks at each message; what is indexed already stays so.</summary>
    public bool HasTextIndex { get; init; } = true;

    /// <summary>Messages whose words are indexed behind, in one lot. While one is written, commits wait.</summary>
    [Range(1, 100_000)]
    public int TextLotMessages { get; init; } = 500;

    /// <summary>Told of each commit that succeeded, with the time it began as <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>; on the writer's thread.</summary>
    public Action<long>? Committed { get; init; }
}
