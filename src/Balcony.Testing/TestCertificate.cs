// A certificate for connections in memory, where no handshake looks at it.
using Balcony.Server.Net;

namespace Balcony.Testing;

internal static class TestCertificate
{
    private static readonly Lazy<HostCertificate> Made = new(static () =>
    {
        var folder = Directory.CreateTempSubdirectory("balcony-test-");
        try
        {
            var files = DevCertificates.Ensure(folder.FullName, ["example.org"], TimeProvider.System).Host;
            return HostCertificate.Load(files.CertificatePath, files.KeyPath);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });

    public static HostCertificate Any => Made.Value;
}
