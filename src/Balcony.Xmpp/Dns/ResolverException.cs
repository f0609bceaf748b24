// A resolver that cannot be made.
namespace Balcony.Xmpp.Dns;

/// <summary>The library is missing, or refuses what it is told. The message is the end of a sentence for operators.</summary>
public sealed class ResolverException : Exception
{
    public ResolverException() { }

    public ResolverException(string message) : base(message) { }

    public ResolverException(string message, Exception innerException) : base(message, innerException) { }
}
