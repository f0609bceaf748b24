// XEP-0220 from the side of who accepted the stream: keys are taken and verified, and questions about keys answered.
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Peers;

internal sealed partial class AcceptedStream
{
    // §2.2.1: the key is shown to the tested server's authoritative server, which is itself.
    private async Task TakeKeyAsync(XmlElement result, CancellationToken cancel)
    {
        var (from, to) = (result.Attribute("from") ?? "", result.Attribute("to") ?? "");
        if (result.Attribute("type") is not null) return;
        Reach(AcceptedStage.Authenticates);
        var type = Script.HasDialback ? await AskAsync(to, result.Text.Trim(), cancel).ConfigureAwait(false) ?? "error" : "error";
        // §2.4.2: what cannot be verified, and what is not wanted.
        var condition = Script.HasDialback ? "remote-server-not-found" : "policy-violation";
        var error = type == "error" ? $"<error type='cancel'><{condition} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>" : "";
        await SendAsync(
            $"<db:result from='{PeerWords.Escape(to)}' to='{PeerWords.Escape(from)}' type='{type}'>{error}</db:result>", cancel).ConfigureAwait(false);
        if (type != "valid") return;
        Reach(AcceptedStage.Authenticated);
        await AfterAuthenticationAsync(cancel).ConfigureAwait(false);
    }

    private async Task<string?> AskAsync(string domain, string key, CancellationToken cancel)
    {
        await using var question = new OpenedStream(self with { Script = self.Script.WithoutFaults, Domain = domain });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(self.Patience);
        try
        {
            return await question.VerifyAsync(_id, key, patience.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (OpenedStream.Explain(fault, patience.Token) is { } seen)
        {
            Trace.Note("the key could not be verified: " + seen.Text);
            return null;
        }
    }

    // §2.2.2: is this key, which somebody sent in our name, ours?
    private async Task AnswerVerifyAsync(XmlElement verify, CancellationToken cancel)
    {
        var (from, to, id) = (verify.Attribute("from") ?? "", verify.Attribute("to") ?? "", verify.Attribute("id") ?? "");
        if (Script.Verifies == DialbackAnswer.Never) return;
        var isOurs = server.IsOurs(to) && verify.Text.Trim() == self.Keys.For(from, to, id);
        var type = Script.Verifies switch
        {
            DialbackAnswer.Invalid => "invalid",
            DialbackAnswer.Error => "error",
            DialbackAnswer.OfOtherStream => "valid",
            _ => isOurs ? "valid" : "invalid",
        };
        var told = Script.Verifies == DialbackAnswer.OfOtherStream ? "another-" + id : id;
        var error = type == "error" ? "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>" : "";
        await SendAsync(
            $"<db:verify from='{PeerWords.Escape(to)}' to='{PeerWords.Escape(from)}' id='{PeerWords.Escape(told)}' type='{type}'>{error}</db:verify>",
            cancel).ConfigureAwait(false);
    }
}
