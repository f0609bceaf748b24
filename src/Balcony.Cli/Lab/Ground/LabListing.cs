// What `balcony lab peers` prints: the peers, and how a server is put into the lab.
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Balcony.Cli.Lab.Ground;

internal static class LabListing
{
    public static void WriteText(LabNetwork network, TextWriter output)
    {
        var peers = network.Peers;
        var names = peers.Max(peer => peer.Domain.Length);
        var expectations = peers.Max(peer => Expected(peer.Spec).Length);
        foreach (var peer in peers)
        {
            output.WriteLine($"{peer.Domain.PadRight(names)}  {Expected(peer.Spec).PadRight(expectations)}  {peer.Spec.Summary}");
            if (peer.WhyNot is { } why) output.WriteLine($"{"".PadRight(names)}  cannot be tested: {why}");
        }
        output.WriteLine();
        WriteSetUp(network, output);
        output.WriteLine();
        output.WriteLine("Ctrl-C ends it.");
    }

    /// <summary>How a server is put into the lab.</summary>
    public static void WriteSetUp(LabNetwork network, TextWriter output)
    {
        output.WriteLine($"DNS          {network.Dns}");
        output.WriteLine($"Its root key {network.Files.TrustAnchor}");
        output.WriteLine($"Authority    {network.Files.Root}");
        foreach (var subject in network.Options.Subjects) output.WriteLine($"{subject.Domain}: {network.Files.CertificateOf(subject)}, {network.Files.KeyOf(subject)}");
        foreach (var (program, text) in LabConfigurations.For(network))
        {
            output.WriteLine();
            output.WriteLine($"--- {program}");
            output.WriteLine(text.TrimEnd());
        }
    }

    public static void WriteJson(LabNetwork network, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("dns", network.Dns.ToString());
            json.WriteString("web", network.Web.ToString());
            json.WriteString("trustAnchor", network.Files.TrustAnchor);
            json.WriteString("bindAnchor", network.Files.BindAnchor);
            json.WriteString("authority", network.Files.Root);
            json.WriteString("intermediate", network.Files.Intermediate);
            json.WriteStartArray("peers");
            foreach (var peer in network.Peers) Write(json, network, peer);
            json.WriteEndArray();
            json.WriteStartArray("servers");
            foreach (var subject in network.Options.Subjects)
            {
                json.WriteStartObject();
                json.WriteString("domain", subject.Domain);
                json.WriteString("certificate", network.Files.CertificateOf(subject));
                json.WriteString("key", network.Files.KeyOf(subject));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartObject("configuration");
            foreach (var (program, text) in LabConfigurations.For(network)) json.WriteString(program, text);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, LabNetwork network, LabPeer peer)
    {
        var spec = peer.Spec;
        json.WriteStartObject();
        json.WriteString("name", spec.Name);
        json.WriteString("domain", peer.Domain);
        json.WriteString("host", spec.Host);
        json.WriteString("service", spec.Service == LabService.Server ? "server" : "client");
        json.WriteString("address", peer.Address.ToString());
        foreach (var listener in peer.Listeners) json.WriteNumber(listener.IsDirectTls ? "directTlsPort" : "port", listener.EndPoint.Port);
        json.WriteString("certificate", network.Files.CertificateOf(peer));
        json.WriteString("key", network.Files.KeyOf(peer));
        json.WriteString("special", spec.Summary);
        json.WriteString("control", spec.Control);
        json.WriteString("reference", spec.Reference);
        foreach (var direction in (LabDirections[])[LabDirections.Outbound, LabDirections.Inbound])
        {
            if (!spec.Directions.HasFlag(direction)) continue;
            var expected = spec.For(direction);
            json.WriteStartObject(direction == LabDirections.Outbound ? "outbound" : "inbound");
            json.WriteBoolean("passes", expected.Passes);
            json.WriteString("fault", expected.Fault);
            json.WriteString("error", expected.Error);
            json.WriteString("method", expected.Method);
            json.WriteEndObject();
        }
        if (peer.WhyNot is { } why) json.WriteString("notTested", why);
        json.WriteEndObject();
    }

    private static string Expected(LabPeerSpec spec)
    {
        var outbound = Word(spec.Outbound);
        if (!spec.Directions.HasFlag(LabDirections.Inbound) || spec.Inbound is not { } inbound || Word(inbound) == outbound) return outbound;
        return spec.Directions.HasFlag(LabDirections.Outbound) ? $"out {outbound}, in {Word(inbound)}" : Word(inbound);
    }

    private static string Word(LabExpectation expected) => expected.Passes ? "passes" : expected.Fault is { } fault ? $"refused: {fault}" : "refused";
}
