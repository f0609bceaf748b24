// What `serve` prints when it is ready: where it listens, and what is wrong.
using System.Net;
using Balcony.Server.Checks;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Net;

namespace Balcony.Cli.Serve;

internal static class StartMessage
{
    public static void Write(TextWriter output, ServerOptions options, Listeners listeners, IEnumerable<IPEndPoint> http, bool isDev)
    {
        output.WriteLine($"Balcony serves {string.Join(", ", options.AllHosts.Keys)}");
        foreach (var (listener, endPoint) in listeners.Bound) output.WriteLine($"  {Describe(endPoint),-24}{Words(listener)}");
        foreach (var endPoint in http) output.WriteLine($"  {Describe(endPoint),-24}HTTP: /metrics, /health/live, /health/ready");
        output.WriteLine($"  {"data",-24}{options.Data}");
        if (isDev) WriteDev(output, options);
        output.Flush();
    }

    public static void WriteProblem(TextWriter output, CheckResult result)
    {
        if (result.Outcome != CheckOutcome.Failed) return;
        output.WriteLine(result);
        output.Flush();
    }

    private static void WriteDev(TextWriter output, ServerOptions options)
    {
        var host = options.AllHosts.Keys.First();
        var files = options.AllHosts[host].FilesFor(host, options.Data);
        var authority = Path.Combine(Path.GetDirectoryName(files.CertificatePath)!, "dev-ca.pem");
        output.WriteLine();
        output.WriteLine($"Log in as {string.Join(", ", DevMode.Names.Select(name => $"{name}@{host}"))}, each with the password \"{DevMode.Password}\", or register an account.");
        if (HostCertificates.RoomsOf(options) is { } rooms) output.WriteLine($"Rooms are at {rooms}.{host}: who enters one that does not exist makes it, such as garden@{rooms}.{host}");
        output.WriteLine($"The certificate is signed by {authority}. To have one program trust it: SSL_CERT_FILE={authority} PROGRAM");
        output.WriteLine("All of it is gone when the server ends (Ctrl+C).");
    }

    private static string Describe(IPEndPoint endPoint) => endPoint.Address.Equals(IPAddress.IPv6Any) || endPoint.Address.Equals(IPAddress.Any)
        ? $"port {endPoint.Port}" : endPoint.ToString();

    private static string Words(ListenerOptions listener) => (listener.Use, listener.Security) switch
    {
        (ListenerUse.Components, ListenerSecurity.DirectTls) => "components, direct TLS",
        (ListenerUse.Components, _) => "components",
        (ListenerUse.Peers, ListenerSecurity.DirectTls) => "servers, direct TLS",
        (ListenerUse.Peers, _) => "servers, STARTTLS",
        (_, ListenerSecurity.StartTls) => "clients, STARTTLS",
        (_, ListenerSecurity.DirectTls) => "clients, direct TLS",
        _ => "clients, plain text allowed",
    };
}
