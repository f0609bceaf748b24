// Certificates that .NET can read and can't make.
namespace Balcony.Xmpp.Tests.Tls;

internal static class Certificates
{
    public const string Ed25519 = """
        -----BEGIN CERTIFICATE-----
        MIIBQjCB9aADAgECAhRG3k7paf99jk1R9x8rf9TKlzFGYzAFBgMrZXAwFjEUMBIG
        A1UEAwwLZXhhbXBsZS5vcmcwIBcNMjYxMTIxMTQyMjU0WhgPMjA4MTA4MjQxNDIy
        NTRaMBYxFDASBgNVBAMMC2V4YW1wbGUub3JnMCowBQYDK2VwAyEAbqyCCcFymNW8
        AEldAi/ZfauAjHyMyuAK2n/Bsb08nDujUzBRMB0GA1UdDgQWBBR+GnPzyxHAWaou
        mnkc3AC+p8ZU9TAfBgNVHSMEGDAWgBR+GnPzyxHAWaoumnkc3AC+p8ZU9TAPBgNV
        HRMBAf8EBTADAQH/MAUGAytlcANBABzraOVIMHJJ0qgLrAiBuBIWZbAS/x/gPKih
        JAG/9oPz2aQNI+DwH32/MubLSRfUKhpE9MzxqvfnUprbETbSIAA=
        -----END CERTIFICATE-----
        """;

    public const string EcdsaSha1 = """
        -----BEGIN CERTIFICATE-----
        MIIBgTCCASigAwIBAgIUM+v5082YpGopwHpy8MZ/SRK8HgMwCQYHKoZIzj0EATAW
        MRQwEgYDVQQDDAtleGFtcGxlLm9yZzAgFw0yNjExMjExNDI1MzBaGA8yMDgxMDgy
        NDE0MjUzMFowFjEUMBIGA1UEAwwLZXhhbXBsZS5vcmcwWTATBgcqhkjOPQIBBggq
        hkjOPQMBBwNCAASA3PewJuA2ic/Co9eg89/sewKcGA/qVlG32cajm6BHgEdIvwgI
        RSrcNki4fypQuAWMAtsvA6W4JSKBtEtSVG8Yo1MwUTAdBgNVHQ4EFgQUU7ayOil8
        AgmGCKYolMnlFLVNslgwHwYDVR0jBBgwFoAUU7ayOil8AgmGCKYolMnlFLVNslgw
        DwYDVR0TAQH/BAUwAwEB/zAJBgcqhkjOPQQBA0gAMEUCIQDx4a9xCTeL8vv3w4wu
        3Cck5FDU9pfVDFdYzGPlRln0iAIgTBNwyijpL0BeqGzYS0Whf4rUCdxBkZkljUYa
        gdzdk+U=
        -----END CERTIFICATE-----
        """;

    /// <summary>RSASSA-PSS whose parameters leave out the hash, which makes it SHA-1.</summary>
    public const string PssDefaults = """
        -----BEGIN CERTIFICATE-----
        MIICFDCCAXigAwIBAgIUZ26I2bv/y8/C37aO6mhIMrtnPC8wEgYJKoZIhvcNAQEK
        MAWiAwIBajAWMRQwEgYDVQQDDAtleGFtcGxlLm9yZzAgFw0yNjExMjExNDI1MzBa
        GA8yMDgxMDgyNDE0MjUzMFowFjEUMBIGA1UEAwwLZXhhbXBsZS5vcmcwgZ8wDQYJ
        KoZIhvcNAQEBBQADgY0AMIGJAoGBAMQmWM0ML1IgfAr01yEzpP+a7Nqnz8zU1J7J
        u04LN0uL2FaYZz9NhjrAzApthowHuTyR/68N3SOnqqM60Es42lrKtm2DzYkBE5L5
        xmcoJDEYOdgW20SNRUCSP8wS41vPDVkif/bBzoOHjyMaIZnBxtkMFJAUiO1vnZ2+
        Ap+lGAV7AgMBAAGjUzBRMB0GA1UdDgQWBBQ8KHNHKi3VQErrZaBbFjyXWs3gmjAf
        BgNVHSMEGDAWgBQ8KHNHKi3VQErrZaBbFjyXWs3gmjAPBgNVHRMBAf8EBTADAQH/
        MBIGCSqGSIb3DQEBCjAFogMCAWoDgYEAL3aS1hV/MtTdgxcKF7MKkLoAiofpLyTN
        j5YKcT5Y4wI63kFNWc1qDcSxWzVveb9b8vMIaaQqUfQR2Pxgyl+sM6jCwChrNGMH
        Un5Uf/Mpbw7ic97Djed3kpStm/RnEcOGsv7WQ00FhB6j9I8W6gsxW+5LltWCa4nv
        DLljBORJd3c=
        -----END CERTIFICATE-----
        """;
}
