// What went wrong in TLS, in OpenSSL's words: "tlsv1 alert unknown ca" is what the other side thinks of us.
using System.Runtime.InteropServices;

namespace Balcony.Cli.Lab.Ground;

#pragma warning disable CA1032 // made here only
internal sealed class LabTlsException(string reason) : IOException(reason)
#pragma warning restore CA1032
{
    /// <summary>The reason that OpenSSL left on this thread.</summary>
    public static LabTlsException FromOpenSsl(string doing)
    {
        var error = LabOpenSsl.TakeError();
        return new LabTlsException(error == 0 ? doing : Marshal.PtrToStringUTF8(LabOpenSsl.Reason(error)) ?? $"{doing}: error {error:x}");
    }

    public static void ThrowIf(bool isWrong, string doing)
    {
        if (isWrong) throw FromOpenSsl(doing);
    }
}
