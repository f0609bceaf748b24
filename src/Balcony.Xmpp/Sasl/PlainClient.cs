// RFC 4616, client.
using System.Text;

namespace Balcony.Xmpp.Sasl;

internal sealed class PlainClient(SaslCredentials credentials) : SaslClient(SaslMechanism.Plain)
{
    public override ReadOnlyMemory<byte> Begin() =>
        Encoding.UTF8.GetBytes($"{credentials.AuthorizationId}\0{credentials.Name}\0{credentials.Password}");

    public override ReadOnlyMemory<byte> Respond(ReadOnlySpan<byte> challenge) =>
        challenge.IsEmpty ? Begin() : throw new SaslException("PLAIN has no challenges");

    public override void Finish(ReadOnlySpan<byte> data)
    {
    }
}
