// Which resolver to use.
namespace Balcony.Xmpp.Dns;

public enum DnsLibrary
{
    /// <summary>libunbound where it is installed, else the stub resolver.</summary>
    Auto,

    /// <summary>libunbound, or nothing.</summary>
    Unbound,

    /// <summary>The stub resolver: no validation, no DANE.</summary>
    Stub,
}

/// <summary>Makes resolvers.</summary>
public static class DnsResolver
{
    /// <exception cref="ResolverException"><see cref="DnsLibrary.Unbound"/> is asked for and is missing.</exception>
    public static IDnsResolver Create(DnsOptions options, TimeProvider clock) =>
        options.Library == DnsLibrary.Stub || (options.Library == DnsLibrary.Auto && !UnboundResolver.IsAvailable)
            ? new StubResolver(options, clock) : new UnboundResolver(options, clock);
}
