// XEP-0198 on a stream that the tested server opens: counted, and lost once where the peer lets it be resumed.
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Peers;

internal sealed partial class AcceptedStream
{
    private async Task EnableAsync(XmlElement enable, CancellationToken cancel)
    {
        IsManaged = true;
        var isResumable = Script.Management == ManagementUse.Resumes && enable.Attribute("resume") is "true" or "1";
        if (isResumable) server.ResumptionId ??= _id;
        await SendAsync($"<enabled xmlns='{PeerWords.ManagementNs}'{(isResumable ? $" id='{_id}' resume='true'" : "")}/>", cancel).ConfigureAwait(false);
    }

    // §5: what the peer lost is what the tested server has to send again.
    private async Task ResumeAsync(XmlElement resume, CancellationToken cancel)
    {
        if (server.ResumptionId is not { } id || resume.Attribute("previd") != id)
        {
            await SendAsync(
                $"<failed xmlns='{PeerWords.ManagementNs}'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>", cancel).ConfigureAwait(false);
            return;
        }
        (IsManaged, server.IsResumed) = (true, true);
        await SendAsync($"<resumed xmlns='{PeerWords.ManagementNs}' previd='{id}' h='0'/>", cancel).ConfigureAwait(false);
    }

    private bool BreaksNow() => server.ResumptionId is not null && server.TryBreak();
}
