// XEP-0220 from the side of who opened the stream: keys are sent to be verified, and asked about.
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Peers;

internal sealed partial class OpenedStream
{
    /// <summary>§2.1.1: sends a key for <paramref name="domain"/> and waits for what comes of it.</summary>
    public async Task<Observation> DialbackAsync(string domain, CancellationToken cancel, bool isForged = false)
    {
        var key = Script.Keys == DialbackKeys.Right && !isForged ? self.Keys.For(self.Target.Domain, domain, _theirId) : DialbackKey.Forged();
        await SendAsync($"<db:result from='{domain}' to='{self.Target.Domain}'>{key}</db:result>", cancel).ConfigureAwait(false);
        var answer = await ReadDialbackAsync("result", cancel).ConfigureAwait(false);
        if (answer is null) return Observation.Refused("it ended the stream upon a dialback key");
        if (!answer.Is("result", PeerWords.DialbackNs) || answer.Attribute("type") != "valid")
            return Observation.Refused(PeerWords.Describe(answer));
        Method = "dialback";
        await Stream.AtAsync(PeerStep.AfterAuthentication, cancel).ConfigureAwait(false);
        return Observation.Accepted("authenticated by dialback");
    }

    /// <summary>§2.1.2: asks the tested server whether a key that came in its name is its own. The stream need not be authenticated.</summary>
    /// <returns>The type of the answer: valid, invalid or error; null: none.</returns>
    public async Task<string?> VerifyAsync(string streamId, string key, CancellationToken cancel)
    {
        await ConnectAsync(cancel).ConfigureAwait(false);
        if (await NegotiateAsync(cancel).ConfigureAwait(false) is not null) return null;
        if (Script.Tls == TlsUse.StartTls && !Stream.IsSecure)
        {
            if (await StartTlsAsync(cancel).ConfigureAwait(false) is not null) return null;
            if (await NegotiateAsync(cancel).ConfigureAwait(false) is not null) return null;
        }
        await SendAsync(
            $"<db:verify from='{self.Domain}' to='{self.Target.Domain}' id='{PeerWords.Escape(streamId)}'>{PeerWords.Escape(key)}</db:verify>",
            cancel).ConfigureAwait(false);
        var answer = await ReadDialbackAsync("verify", cancel).ConfigureAwait(false);
        return answer?.Is("verify", PeerWords.DialbackNs) == true ? answer.Attribute("type") : null;
    }

    // What else comes meanwhile is passed over; an error of the stream is not.
    private async Task<XmlElement?> ReadDialbackAsync(string name, CancellationToken cancel)
    {
        while (await Stream.ReadAsync(cancel).ConfigureAwait(false) is { } element)
        {
            if (element.Is(name, PeerWords.DialbackNs) || element.Is("error", XmlElement.StreamNs)) return element;
        }
        return null;
    }
}
