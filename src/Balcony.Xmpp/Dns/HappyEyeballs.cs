// RFC 8305: connects to whichever address of a host answers first, without asking much more of the network than one try would.
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Balcony.Xmpp.Dns;

public sealed record HappyEyeballsOptions
{
    /// <summary>How long IPv4 waits for the AAAA answer before the first attempt (§3).</summary>
    public TimeSpan ResolutionDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long an attempt is alone before the next one begins beside it (§5).</summary>
    public TimeSpan AttemptDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(15);
}

/// <summary>A try of one address.</summary>
/// <param name="Address">The address.</param>
/// <param name="Began">After the beginning of it all.</param>
/// <param name="Took">Until it was known.</param>
/// <param name="Fault">Why it failed; null for the one that won, and for those that were called off.</param>
public sealed record AddressAttempt(IPAddress Address, TimeSpan Began, TimeSpan Took, Exception? Fault);

/// <summary>What came of it.</summary>
public sealed record HappyConnection<T>
    where T : class
{
    /// <summary>The caller's from now on; null when no address could be reached.</summary>
    public T? Connection { get; init; }

    public IPAddress? Address { get; init; }

    /// <summary>What was known of the host's addresses by then.</summary>
    public required AddressLookupResult Lookup { get; init; }

    /// <summary>The answer that the address came from was signed.</summary>
    public bool IsAddressSecure { get; init; }

    /// <summary>Every address that was tried, in order.</summary>
    public IReadOnlyList<AddressAttempt> Attempts { get; init; } = [];

    [MemberNotNullWhen(true, nameof(Connection), nameof(Address))]
    public bool IsConnected => Connection is not null;
}

/// <summary>Races the addresses of one target.</summary>
public static class HappyEyeballs
{
    /// <summary>Looks up the addresses of a host and connects to one of them.</summary>
    /// <param name="resolver">Whom to ask.</param>
    /// <param name="host">A name, or an address.</param>
    /// <param name="connect">Makes a connection. Those that lose are cancelled, and disposed when they come all the same.</param>
    /// <param name="clock">The time.</param>
    /// <param name="options">Delays.</param>
    /// <param name="cancel">Ends everything.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> said so.</exception>
    public static Task<HappyConnection<T>> ConnectAsync<T>(
        IDnsResolver resolver, string host, Func<IPAddress, CancellationToken, ValueTask<T>> connect, TimeProvider clock,
        HappyEyeballsOptions? options = null, CancellationToken cancel = default)
        where T : class =>
        AddressLookup.Literal(host) is { } literal
            ? ConnectAsync(literal, connect, clock, options, cancel)
            : new AddressRace<T>(connect, clock, options ?? new()).RunAsync(host, resolver, cancel);

    /// <summary>The same for addresses that are known.</summary>
    /// <inheritdoc cref="ConnectAsync{T}(IDnsResolver, string, Func{IPAddress, CancellationToken, ValueTask{T}}, TimeProvider, HappyEyeballsOptions?, CancellationToken)"/>
    public static Task<HappyConnection<T>> ConnectAsync<T>(
        AddressLookupResult addresses, Func<IPAddress, CancellationToken, ValueTask<T>> connect, TimeProvider clock,
        HappyEyeballsOptions? options = null, CancellationToken cancel = default)
        where T : class =>
        new AddressRace<T>(connect, clock, options ?? new()).RunAsync(addresses, cancel);
}
