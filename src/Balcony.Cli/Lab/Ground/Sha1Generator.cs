// Signs certificates with SHA-1, which .NET makes no more: nobody should have one, and the lab must.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Cli.Lab.Ground;

internal sealed class Sha1Generator(RSA key) : X509SignatureGenerator
{
    // SEQUENCE { OBJECT IDENTIFIER sha1WithRSAEncryption 1.2.840.113549.1.1.5, NULL } (RFC 3279 §2.2.1)
    private static readonly byte[] Sha1WithRsa = Convert.FromHexString("300d06092a864886f70d0101050500");

    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => [.. Sha1WithRsa];

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

    protected override PublicKey BuildPublicKey() => CreateForRSA(key, RSASignaturePadding.Pkcs1).PublicKey;
}
