// A server behind a port: ours, Prosody or ejabberd. Accounts come and go by in-band registration unless the caller makes them.
using System.Net;
using System.Net.Security;
#pragma warning disable RS0030 // The rig judges our XML with a parser that is not ours.
using System.Xml.Linq;

namespace Balcony.Testing.Scenarios;

/// <summary>Runs scripts over TCP with STARTTLS, or direct TLS. One script at a time: they share their accounts' names.</summary>
public class SocketTarget(EndPoint server) : ScenarioTarget
{
    /// <summary>The name that a script's tag may say about this server: <c>## prosody: why it is skipped</c>.</summary>
    public string? PeerName { get; init; }

    public bool IsDirectTls { get; init; }

    /// <summary>Judges the certificate; null accepts any.</summary>
    public RemoteCertificateValidationCallback? Accepts { get; init; }

    public override string? ReasonToSkip(ScenarioScript script)
    {
        if (PeerName is not null && script.Tags.TryGetValue(PeerName, out var reason)) return reason;
        if (IsDirectTls && script.Tags.TryGetValue("direct", out var plain)) return plain;
        if (script.Steps.Any(step => step.Kind == StepKind.After)) return "the server's clock can't be moved";
        if (script.Steps.Any(step => step.Kind == StepKind.ServerStops)) return "this server is not ours to stop";
        if (script.IsFederated) return "it needs several servers";
        if (script.Participants.Any(p => p["plaintext"] is not null)) return "plain-text clients are for the memory transport";
        return script.Server.Count > 0 ? "it needs a server set up for it" : null;
    }

    public override async ValueTask<Wire> ConnectAsync(Participant client, CancellationToken cancel)
    {
        var wire = await SocketWire.ConnectAsync(server, Accepts, cancel);
        if (IsDirectTls) await wire.StartTlsAsync(client.Host, cancel);
        return wire;
    }

    public override async Task PrepareAsync(ScenarioScript script, CancellationToken cancel)
    {
        foreach (var account in Accounts(script))
        {
            if (await RegisterAsync(account, cancel)) continue;
            await RemoveAsync(account, cancel);
            if (!await RegisterAsync(account, cancel)) throw new InvalidOperationException($"{account.BareJid} can't be registered");
        }
    }

    public override async Task CleanUpAsync(ScenarioScript script, CancellationToken cancel)
    {
        foreach (var account in Accounts(script)) await RemoveAsync(account, cancel);
    }

    protected static IEnumerable<Participant> Accounts(ScenarioScript script) =>
        script.Participants.Where(p => p.Localpart.Length > 0 && p["account"] is not "none").DistinctBy(p => p.BareJid);

    private async Task<bool> RegisterAsync(Participant account, CancellationToken cancel)
    {
        await using var client = new ScenarioClient(Plain(account, "tls"), cancel);
        await client.ConnectAsync(this);
        await client.SendAsync(Request("register", new XElement(Register + "username", account.Localpart), new XElement(Register + "password", account.Password)));
        var answer = await client.ReceiveAsync();
        return answer?.Element?.Attribute("type")?.Value == "result";
    }

    private async Task RemoveAsync(Participant account, CancellationToken cancel)
    {
        await using var client = new ScenarioClient(Plain(account, "false"), cancel);
        try
        {
            await client.ConnectAsync(this);
        }
        catch (InvalidDataException)
        {
            // The script removed it, or changed its password.
            return;
        }
        await client.SendAsync(Request("unregister", new XElement(Register + "remove")));
        await client.ReceiveAsync();
    }

    private static readonly XNamespace Register = "jabber:iq:register";

    private static string Request(string id, params XElement[] content) =>
        new XElement(XNamespace.Get("jabber:client") + "iq", new XAttribute("type", "set"), new XAttribute("id", id), new XElement(Register + "query", content)).ToString(SaveOptions.DisableFormatting);

    private static Participant Plain(Participant account, string raw) =>
        account with { Properties = new Dictionary<string, string> { ["jid"] = account.BareJid, ["password"] = account.Password, ["raw"] = raw } };
}
