// What a server keeps of a token that it gave to a client.
using System.Security.Cryptography;
using System.Text;

namespace Balcony.Xmpp.Sasl;

/// <summary>
/// What a server keeps of a token, for one mechanism. Whoever proves a token bound to a channel computes an HMAC over what only that channel has, so the
/// server must have the key: the token itself, and a stolen database lets the thief in until the tokens are revoked or expire. Without channel
/// binding the proof is always the same, and its hash and our answer are enough: from them nobody can log in.
/// </summary>
/// <param name="Mechanism">The only one that the token may be proved by (XEP-0484 §3.4).</param>
/// <param name="Data">The token's UTF-8; for <see cref="HtMechanism.None"/> the SHA-256 of the proof, and the answer. Secret in both cases.</param>
public sealed record HtKeys(string Mechanism, byte[] Data)
{
    /// <summary>Those of a token.</summary>
    public static HtKeys Of(string mechanism, string token)
    {
        var key = Encoding.UTF8.GetBytes(token);
        if (mechanism != HtMechanism.None) return new HtKeys(mechanism, key);
        var data = new byte[2 * HtMechanism.ProofBytes];
        Span<byte> proof = stackalloc byte[HtMechanism.ProofBytes];
        HtMechanism.Compute(key, HtMechanism.Initiator, default, proof);
        SHA256.HashData(proof, data);
        HtMechanism.Compute(key, HtMechanism.Responder, default, data.AsSpan(HtMechanism.ProofBytes));
        CryptographicOperations.ZeroMemory(key);
        return new HtKeys(mechanism, data);
    }

    /// <summary>Never the secret.</summary>
    public override string ToString() => Mechanism;

    /// <summary>Whether the proof is of this token; in the same time whatever the answer.</summary>
    /// <param name="proof">As the client sent it.</param>
    /// <param name="binding">The channel's data; empty for none.</param>
    /// <param name="answer">What proves the server in return.</param>
    internal bool Verify(ReadOnlySpan<byte> proof, ReadOnlySpan<byte> binding, Span<byte> answer)
    {
        Span<byte> computed = stackalloc byte[HtMechanism.ProofBytes];
        if (Mechanism == HtMechanism.None)
        {
            SHA256.HashData(proof, computed);
            Data.AsSpan(HtMechanism.ProofBytes).CopyTo(answer);
            return CryptographicOperations.FixedTimeEquals(computed, Data.AsSpan(0, HtMechanism.ProofBytes));
        }
        HtMechanism.Compute(Data, HtMechanism.Initiator, binding, computed);
        HtMechanism.Compute(Data, HtMechanism.Responder, binding, answer);
        return CryptographicOperations.FixedTimeEquals(computed, proof);
    }
}
