// What a TLSA record of the lab says of a certificate (RFC 6698 §2.1).
using System.Security.Cryptography;

namespace Balcony.Cli.Lab.Ground;

internal static class LabTlsaValue
{
    private const byte LastUsageOfAuthorities = 2;

    public static byte[] Of(LabTlsa tlsa, LabIdentity identity, LabKey former)
    {
        // Usages 0 and 2 are of an authority (§2.1.1); 1 and 3 of the peer itself.
        var isAuthority = tlsa.Usage is 0 or LastUsageOfAuthorities && identity.Presented.Count > 0;
        var certificate = isAuthority ? identity.Presented[0] : identity.Certificate;
        var selected = tlsa.Data switch
        {
            LabTlsaData.Stale => former.Public.ExportSubjectPublicKeyInfo(),
            LabTlsaData.Wrong => RandomNumberGenerator.GetBytes(64),
            _ => tlsa.Selector == 0 ? certificate.RawData : certificate.PublicKey.ExportSubjectPublicKeyInfo(),
        };
        var value = tlsa.Matching switch
        {
            1 => SHA256.HashData(selected),
            2 => SHA512.HashData(selected),
            _ => selected,
        };
        return tlsa.Data == LabTlsaData.Malformed ? value[..8] : value;
    }
}
