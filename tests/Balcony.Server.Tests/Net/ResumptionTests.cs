// Between servers each handshake is whole: a shared context gives out nothing by which a session could be resumed.
using System.Diagnostics;
using System.Globalization;
using Balcony.Server.Net;
using Balcony.Xmpp.Tls;
using Xunit;

namespace Balcony.Server.Tests.Net;

public sealed class ResumptionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("-tls1_3")]
    [InlineData("-tls1_2")]
    public async Task A_server_stream_cannot_be_resumed(string version)
    {
        await TlsSupport.TestAsync();
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync, options => options with { RequestClientCertificate = true });
        string session = Path.GetTempFileName();
        try
        {
            // The first handshake of all is where it is turned off: whatever it gave out is worth nothing afterwards.
            await ConnectAsync(net, version, "-sess_out", session);

            string again = new FileInfo(session).Length > 0 ? await ConnectAsync(net, version, "-sess_in", session) : await ConnectAsync(net, version);

            Assert.DoesNotContain("Reused, ", again, StringComparison.Ordinal);
            Assert.Contains("New, TLSv1.", again, StringComparison.Ordinal);
            Assert.DoesNotContain("TLS session ticket:", again, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(session);
        }
    }

    // OpenSSL's own client, until what it said has come back: tickets come before that.
    private static async Task<string> ConnectAsync(NetFixture net, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/openssl") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["s_client", "-connect", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{net.EndPoint.Port}"), .. arguments]) start.ArgumentList.Add(argument);
        using var client = Process.Start(start)!;
        _ = client.StandardError.ReadToEndAsync();
        await client.StandardInput.WriteLineAsync("hello");
        var said = new System.Text.StringBuilder();
        while (await client.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line && line != "hello") said.AppendLine(line);
        client.Kill();
        await client.WaitForExitAsync().WaitAsync(Patience);
        return said.ToString();
    }
}
