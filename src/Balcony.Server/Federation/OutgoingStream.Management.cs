// XEP-0198 on a stream that we made: the one that was lost is resumed (§5), or counting begins anew (§3).
using Balcony.Server.Streams;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal sealed partial class OutgoingStream
{
    // What carried the link before us.
    private Resumption? _lost;

    private void Manage()
    {
        if (!_hasManagement)
        {
            IsReady();
        }
        else if ((_lost = Lost) is null)
        {
            EnableManagement();
        }
        else
        {
            _phase = Phase.Resuming;
            // What came on the lost stream is settled first: the peer sends again what our count does not cover.
            _lost.Inbound.WhenSettled((received, _) => WriteControl(new ResumeSession(_lost.Id, received).Write));
        }
    }

    private void EnableManagement()
    {
        _phase = Phase.Managing;
        WriteControl(writer =>
        {
            AskForManagement();
            new EnableManagement(Resume: Services.Options.ResumableFor > TimeSpan.Zero).Write(writer);
        });
    }

    private void Resumed(XmlElement element)
    {
        uint count;
        try
        {
            count = SessionResumed.Read(element).Count;
        }
        catch (StanzaException)
        {
            throw new StreamException(StreamCondition.BadFormat, "a resumption needs a count");
        }
        if (Services.Links.Find(_pair) is not { } link || !link.Resume(_lost!, count))
        {
            ForgetLost(null);
            throw Acknowledgements.TooHigh(count, _lost!.Sent.Sent);
        }
        _attempt.Note("management", "the stream that was lost goes on (XEP-0198)");
        IsResumed = true;
        GoOnCounting(_lost!);
        IsReady();
    }

    private void NotResumed(XmlElement element)
    {
        uint? count = null;
        try
        {
            count = ManagementFailed.Read(element).Count;
        }
        catch (StanzaException)
        {
            // A count that is none says nothing.
        }
        ForgetLost(count);
        EnableManagement();
    }

    private void ForgetLost(uint? count)
    {
        if ((_lost ?? Lost) is { } lost)
        {
            Services.Links.Find(_pair)?.ForgetResumption(lost, count);
        }
    }

    private Resumption? Lost => Services.Links.Find(_pair)?.Resumption is { IsOurs: true } lost ? lost : null;
}
