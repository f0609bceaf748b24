// Whether a peer's certificate is what its TLSA records say (RFC 7671 §5).
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Federation.Trust.Dane;

/// <param name="Text">The record as it is written.</param>
/// <param name="Host">Whose it is.</param>
/// <param name="NeedsChain">Usages 0 and 1: authorities vouch, too, and may take it back.</param>
internal sealed record DaneMatch(string Text, string Host, bool NeedsChain);

/// <param name="chains">Builds what ends at an authority of the records'.</param>
/// <param name="claim">Who the peer says it is.</param>
/// <param name="leaf">What it presented.</param>
/// <param name="chain">The chain to the authorities that we believe ourselves.</param>
internal sealed class DaneJudge(ChainCheck chains, PeerClaim claim, X509Certificate2 leaf, ChainResult chain)
{
    public (DaneMatch? Match, TrustProblem? Problem) Judge(IReadOnlyList<HostTlsa> records)
    {
        TrustProblem? nearest = null;
        foreach (var (host, record) in records)
        {
            var problem = Judge(host, record);
            if (problem is null) return (new DaneMatch(Shown(record), host, record.Usage is TlsaRecords.PkixTa or TlsaRecords.PkixEe), null);
            // Where a record matches and something else is wrong, that is what has to be mended.
            if (problem.Fault != TrustFault.DaneMismatch) nearest ??= problem;
        }
        return (null, nearest ?? new TrustProblem(
            TrustFault.DaneMismatch, $"The certificate is none of those that the TLSA records of {records[0].Host} name ({string.Join("; ", records.Take(4).Select(one => Shown(one.Record)))}).",
            TrustSentences.DaneFix));
    }

    private TrustProblem? Judge(string host, DnsTlsa record) => record.Usage switch
    {
        // §5.1: the record binds the key to the host. Names and dates of the certificate say nothing more.
        TlsaRecords.DaneEe => TlsaRecords.Matches(record, leaf) ? null : Mismatch,
        TlsaRecords.DaneTa => JudgeAuthority(host, record),
        TlsaRecords.PkixEe => TlsaRecords.Matches(record, leaf) ? chain.Problem ?? NameProblem(host) : Mismatch,
        _ => chain.Path.Skip(1).Any(authority => TlsaRecords.Matches(record, authority)) ? chain.Problem ?? NameProblem(host) : Mismatch,
    };

    private TrustProblem? JudgeAuthority(string host, DnsTlsa record)
    {
        using var authority = TlsaRecords.Authority(record);
        IReadOnlyList<X509Certificate2> candidates = authority is null ? claim.Chain : [.. claim.Chain, authority];
        using var path = chains.BuildTo(leaf, candidates, certificate => TlsaRecords.Matches(record, certificate), claim.IsOutgoing);
        return path.Problem ?? NameProblem(host);
    }

    // RFC 7673 §4.1: the domain, or the host that a signed SRV record names.
    private TrustProblem? NameProblem(string host) => NameCheck.IsForHost(leaf, host) ? null : NameCheck.Check(claim, leaf, chain).Problem;

    private static TrustProblem Mismatch { get; } = new(TrustFault.DaneMismatch, "", null);

    private static string Shown(DnsTlsa record)
    {
        const int Longest = 24;
        var text = record.ToString();
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
