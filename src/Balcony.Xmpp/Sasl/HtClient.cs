// draft-ietf-kitten-sasl-ht-00 on the client.
using System.Security.Cryptography;
using System.Text;
using Balcony.Xmpp.Tls;

namespace Balcony.Xmpp.Sasl;

/// <summary>Proves a token that a server gave (XEP-0484).</summary>
public sealed class HtClient : SaslClient
{
    private readonly string _name;
    private readonly byte[] _token;
    private readonly byte[] _binding;

    private HtClient(string mechanism, string name, string token, byte[] binding)
        : base(mechanism)
    {
        _name = name;
        _token = Encoding.UTF8.GetBytes(token);
        _binding = binding;
    }

    /// <param name="mechanism">The one that the token was asked for with.</param>
    /// <param name="name">The account's localpart.</param>
    /// <param name="token">As the server wrote it.</param>
    /// <param name="bindings">Of the channel.</param>
    /// <exception cref="SaslException">The mechanism is none of these, or the channel cannot be bound to as it wants.</exception>
    public static HtClient Create(string mechanism, string name, string token, ChannelBindings bindings)
    {
        var type = HtMechanism.BindingOf(mechanism) ?? throw new SaslException($"{mechanism} proves no token");
        var binding = type.Length == 0 ? [] : bindings.Data(type) ?? throw new SaslException($"the channel has no {type} to bind the token to");
        return new HtClient(mechanism, name, token, binding);
    }

    public override ReadOnlyMemory<byte> Begin()
    {
        var proof = new byte[HtMechanism.ProofBytes];
        HtMechanism.Compute(_token, HtMechanism.Initiator, _binding, proof);
        return (byte[])[.. Encoding.UTF8.GetBytes(_name), 0, .. proof];
    }

    public override ReadOnlyMemory<byte> Respond(ReadOnlySpan<byte> challenge) =>
        throw new SaslException($"{Mechanism} has no challenges");

    public override void Finish(ReadOnlySpan<byte> data)
    {
        Span<byte> expected = stackalloc byte[HtMechanism.ProofBytes];
        HtMechanism.Compute(_token, HtMechanism.Responder, _binding, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, data)) throw new SaslException("the server does not know the token");
    }
}
