// How a script's client gets onto its stream: header, TLS, SASL, binding, XEP-0198.
using System.Text;
#pragma warning disable RS0030 // The rig judges our XML with a parser that is not ours.
using System.Xml.Linq;

namespace Balcony.Testing.Scenarios;

internal sealed partial class ScenarioClient
{
    /// <summary>A connection, and nothing said on it.</summary>
    private Task ReachAsync(ScenarioTarget target) => TakeAsync(() => target.ConnectAsync(Participant, cancel));

    private async Task TakeAsync(Func<ValueTask<Wire>> connect)
    {
        if (_wire is not null) await DisposeAsync();
        while (_inbox.Reader.TryRead(out _)) { }
        _wire = await connect();
        _cutter = new StreamCutter();
        FullJid = null;
        IsInactive = Participant["bind"]?.Contains("<inactive ", StringComparison.Ordinal) == true;
        _hasEnded = false;
        _reading = ReadLoopAsync(_wire);
    }

    private async Task SecureAsync()
    {
        await OpenAsync();
        if (!_wire!.IsSecure && Participant["plaintext"] is null) await StartTlsAsync();
    }

    /// <summary>Goes on with the session of the connection that was lost (XEP-0198 §5).</summary>
    /// <param name="target">The server.</param>
    /// <param name="forgotten">As if so many of the last stanzas had never come.</param>
    public async Task ResumeAsync(ScenarioTarget target, int forgotten)
    {
        if (Management is not { Id: { } id } management) throw new InvalidDataException($"{Participant.Name} has no session that can be resumed");
        management.Forget(forgotten);
        var resume = $"<resume xmlns='{ManagedStream.Ns}' h='{management.Received}' previd='{id}'/>";
        var was = _lastFullJid;
        await ReachAsync(target);
        await SecureAsync();
        if (Participant["login"] is "sasl2")
        {
            management.Begin(isResumed: true);
            await AuthenticateAsync(resume);
        }
        else
        {
            await AuthenticateAsync();
            management.Begin(isResumed: true);
            await SendAsync(resume);
            management.Resumed(await ExpectAsync(ManagedStream.Ns + "resumed"));
        }
        FullJid = was;
    }

    // With XEP-0386 it came with the binding.
    private async Task ManageAsync()
    {
        if (Management is not { } management) return;
        management.Begin(isResumed: false);
        if (management.IsByHand) return;
        await SendAsync(Enable());
        await ExpectAsync(ManagedStream.Ns + "enabled");
        if (management.Id is null && Participant["management"] is "true") throw new InvalidDataException("the session cannot be resumed");
    }

    private string Enable()
    {
        var resume = Participant["management"] is "true" ? " resume='true'" : "";
        var max = Participant["max"] is { } seconds ? $" max='{seconds}'" : "";
        return $"<enable xmlns='{ManagedStream.Ns}'{resume}{max}/>";
    }

    /// <summary>Sends a stream header and takes in the server's, with its features.</summary>
    public async Task OpenAsync()
    {
        await SendStreamHeaderAsync();
        await ExpectHeaderAsync();
        await ExpectAsync(Streams + "features");
    }

    public async Task SendStreamHeaderAsync()
    {
        if (IsComponent)
        {
            await SendAsync($"<stream:stream xmlns='{Participant["xmlns"] ?? Component.NamespaceName}' xmlns:stream='{Streams}' to='{Participant["to"] ?? Participant.Jid}'>");
            return;
        }
        if (IsPeer)
        {
            await SendAsync(PeerHeader());
            return;
        }
        var from = Participant["from"] is { } address ? $" from='{address}'" : "";
        var lang = Participant["lang"] is { } tag ? $" xml:lang='{tag}'" : "";
        await SendAsync(Encoding.UTF8.GetBytes(
            $"<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='{Streams}' to='{Participant.Host}' version='1.0'{from}{lang}>"));
    }

    public async Task StartTlsAsync()
    {
        await SendAsync($"<starttls xmlns='{Tls}'/>");
        await ExpectAsync(Tls + "proceed");
        await HandshakeAsync();
        await OpenAsync();
    }

    /// <summary>The TLS handshake alone: the read loop stopped after <c>&lt;proceed/&gt;</c> and goes on once the wire is TLS.</summary>
    public async Task HandshakeAsync()
    {
        await _wire!.StartTlsAsync(IsPeer ? Participant["to"] ?? Participant.Host : Participant.Host, cancel).AsTask().WaitAsync(Patience, cancel);
        _cutter.Restart();
        _mayRead.Release();
    }

    public async Task AuthenticateAsync(string? resume = null)
    {
        var mechanism = Participant["mechanism"] ?? "SCRAM-SHA-1";
        if (Participant["login"] is "sasl2")
        {
            await AuthenticateBySasl2Async(mechanism, resume);
            return;
        }
        if (mechanism == "PLAIN")
        {
            await SendAsync($"<auth xmlns='{Sasl}' mechanism='PLAIN'>{Base64($"\0{Participant.Localpart}\0{Participant.Password}")}</auth>");
            await ExpectAsync(Sasl + "success");
        }
        else
        {
            var scram = new ScramLogin(mechanism, Participant.Localpart, Participant.Password);
            await SendAsync($"<auth xmlns='{Sasl}' mechanism='{mechanism}'>{Base64(scram.First())}</auth>");
            var challenge = await ExpectAsync(Sasl + "challenge");
            await SendAsync($"<response xmlns='{Sasl}'>{Base64(scram.Answer(FromBase64(challenge.Value)))}</response>");
            var success = await ExpectAsync(Sasl + "success");
            if (!scram.Accepts(FromBase64(success.Value))) throw new InvalidDataException("the server's SCRAM signature is wrong");
        }
        await OpenAsync();
    }

    // XEP-0388 with Bind 2 (XEP-0386): the success says the full address, and no stream restarts.
    private async Task AuthenticateBySasl2Async(string mechanism, string? resume)
    {
        var scram = new ScramLogin(mechanism, Participant.Localpart, Participant.Password);
        var agent = Participant["client"] is { } id ? $"<user-agent id='{id}'><software>scenario</software></user-agent>" : "";
        var tag = Participant["tag"] is { } wanted ? $"<tag>{wanted}</tag>" : "";
        var enable = Management is null or { IsByHand: true } ? "" : Enable();
        var bind = Participant["raw"] is "sasl" ? "" : $"<bind xmlns='urn:xmpp:bind:0'>{tag}{enable}{Participant["bind"]}</bind>";
        if (enable.Length > 0 && resume is null) Management!.Begin(isResumed: false);
        await SendAsync($"<authenticate xmlns='{Sasl2}' mechanism='{mechanism}'><initial-response>{Base64(scram.First())}</initial-response>{agent}{resume}{Participant["inline"]}{bind}</authenticate>");
        var challenge = await ExpectAsync(Sasl2 + "challenge");
        await SendAsync($"<response xmlns='{Sasl2}'>{Base64(scram.Answer(FromBase64(challenge.Value)))}</response>");
        var success = await ExpectAsync(Sasl2 + "success");
        if (!scram.Accepts(FromBase64(success.Element(Sasl2 + "additional-data")?.Value ?? ""))) throw new InvalidDataException("the server's SCRAM signature is wrong");
        if (enable.Length > 0) Management!.BeginInline();
        if (resume is null) await ExpectAsync(Streams + "features");
        else Management!.Resumed(success.Element(ManagedStream.Ns + "resumed") ?? throw new InvalidDataException("not resumed:\n" + success));
        if (resume is null && enable.Length > 0 && Management!.Id is null && Participant["management"] is "true") throw new InvalidDataException("not enabled:\n" + success);
    }

    public async Task BindAsync()
    {
        var resource = Participant.Resource is { } wanted ? new XElement(Bind + "resource", wanted) : null;
        await SendAsync(new XElement(Client + "iq", new XAttribute("type", "set"), new XAttribute("id", "bind"), new XElement(Bind + "bind", resource)).ToString(SaveOptions.DisableFormatting));
        var result = await ExpectAsync(Client + "iq");
        FullJid = result.Element(Bind + "bind")?.Element(Bind + "jid")?.Value ?? throw new InvalidDataException("binding failed:\n" + result);
    }
}
