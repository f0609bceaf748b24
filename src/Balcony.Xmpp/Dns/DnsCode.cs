// What came of a question to the DNS.
namespace Balcony.Xmpp.Dns;

public enum DnsCode
{
    /// <summary>There are records.</summary>
    NoError,

    /// <summary>The name exists, with no record of the type (RFC 2308 §2.2).</summary>
    NoData,

    /// <summary>The name does not exist (RFC 2308 §2.1).</summary>
    NxDomain,

    /// <summary>The name servers could not find out.</summary>
    ServerFailure,

    /// <summary>The name servers do not answer us.</summary>
    Refused,

    /// <summary>Nobody answered in time.</summary>
    Timeout,

    /// <summary>No name server could be reached.</summary>
    Unreachable,

    /// <summary>What came is no DNS message, or no answer to the question.</summary>
    Malformed,

    /// <summary>The records are signed, and the signatures, or the proof that there is none, are wrong or missing: they must not be used (RFC 4033 §5).</summary>
    Bogus,

    /// <summary>The name cannot be a name in the DNS, and was not asked for.</summary>
    BadName,

    /// <summary>Too many questions waited; this one was not asked.</summary>
    Overloaded,
}

/// <summary>RFC 4033 §5, as a stub resolver's user sees it; what is indeterminate is insecure.</summary>
public enum DnsSecurity
{
    /// <summary>Not signed, or not looked at: anyone on the way could have written it.</summary>
    Insecure,

    /// <summary>Signed from a configured anchor down.</summary>
    Secure,

    /// <summary>Always a failure: such an answer has no records.</summary>
    Bogus,
}
