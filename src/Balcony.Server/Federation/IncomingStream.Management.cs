// XEP-0198 on a stream that a peer made: counting (§3), and going on with one that was lost (§5).
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal sealed partial class IncomingStream
{
    private const string EnableName = "enable";
    private const string ResumeName = "resume";

    private InboundCount? _count;
    private bool _isResuming;

    protected override void OnLost()
    {
        base.OnLost();
        if (_count is { } count && ReferenceEquals(count.Stream, this))
        {
            if (HasEndedInOrder)
            {
                Services.Counts.Forget(count);
                _ = Services.Storage.Commit(new UnitOfWork().EndSession(count.Management.Id));
            }
            else
            {
                count.Management.Carry(null);
                Services.Counts.Wait(count);
            }
        }
    }

    private void Enable(XmlElement element)
    {
        if (AcceptedPairs.Count == 0 || Inbound is not null)
        {
            Fail(StanzaError.UnexpectedRequest);
            return;
        }
        if (ReadOrFail<EnableManagement>(element) is not { } request)
        {
            return;
        }
        var (id, pair) = (NewId(), Pair is { } named && IsAccepted(named) ? named : AcceptedPairs[0]);
        // What is resumed belongs to the pair of the header: others prove themselves again.
        var resumable = !request.Resume || !pair.Equals(Pair) ? TimeSpan.Zero
            : request.Max is { } max && max < Services.Options.ResumableFor ? max
            : Services.Options.ResumableFor;
        var inbound = new StreamManagement(id, Link.OwnerOf(pair), resumable, Pace, Services.Storage);
        if (inbound.CanResume)
        {
            ResumptionId = id;
            // From here on a peer that comes back learns what came, whatever happened.
            _ = Services.Storage.Commit(new UnitOfWork().SetSession(Link.OwnerOf(pair), id, 0, null));
            Services.Counts.Add(_count = new InboundCount(pair, inbound) { Stream = this });
        }
        _attempt?.Note("management", "XEP-0198 is on");
        // It does not resume what it lost: what waited for that goes out anew.
        if (Services.Links.Find(pair) is { Resumption: { IsOurs: false } lost } link)
        {
            link.ForgetResumption(lost, null);
        }
        using var writer = new XmlWriter(ServerNs);
        (inbound.CanResume ? new ManagementEnabled(id, resumable) : new ManagementEnabled()).Write(writer);
        AgreeToManagement(inbound, writer.Written.ToArray());
        // Behind the answer: what waits for the peer is counted, and has its numbers.
        OfferToLink();
    }

    private async ValueTask ResumeAsync(XmlElement element)
    {
        if (ReadOrFail<ResumeSession>(element) is not { } request)
        {
            return;
        }
        if (Pair is not { } pair || !IsAccepted(pair) || Inbound is not null)
        {
            Fail(StanzaError.UnexpectedRequest);
        }
        else if (Services.Counts.Find(request.PreviousId, pair) is { } count)
        {
            await GoOnAsync(count, pair, request.Count).ConfigureAwait(false);
        }
        else
        {
            // §5: of what came before a crash, or too long ago, the count is kept.
            var stored = await Services.Storage.Ledger.SessionAsync(request.PreviousId).ConfigureAwait(false);
            Fail(StanzaError.ItemNotFound, stored is not null && stored.Owner.Equals(Link.OwnerOf(pair)) ? stored.Inbound : null);
        }
    }

    private async ValueTask GoOnAsync(InboundCount count, LinkKey pair, uint acknowledged)
    {
        _isResuming = true;
        var old = count.Stream;
        // From here on nothing more comes in on the old connection, which may still be there.
        count.Management.Carry(null);
        count.Stream = this;
        _count = count;
        old?.Close(StreamCondition.Conflict, "the stream goes on elsewhere");
        if (old is { Link: { } carried })
        {
            carried.Detach(old);
        }
        var settled = new TaskCompletionSource<(uint Received, bool IsDurable)>(TaskCreationOptions.RunContinuationsAsynchronously);
        count.Management.WhenSettled((received, isDurable) => settled.TrySetResult((received, isDurable)));
        var (received, isDurable) = await settled.Task.ConfigureAwait(false);
        if (!isDurable)
        {
            throw new StreamException(StreamCondition.InternalServerError, "the stream cannot be resumed at the moment");
        }
        var link = Services.Links.Find(pair);
        var lost = link?.Resumption is { IsOurs: false } resumption && resumption.Id == count.Management.Id ? resumption : null;
        if (lost is not null && !link!.Resume(lost, acknowledged))
        {
            link.ForgetResumption(lost, null);
            throw Acknowledgements.TooHigh(acknowledged, lost.Sent.Sent);
        }
        _attempt?.Note("management", "the stream that was lost goes on (XEP-0198)");
        var answer = new SessionResumed(count.Management.Id, received);
        if (lost is null)
        {
            using var writer = new XmlWriter(ServerNs);
            answer.Write(writer);
            GoOnCounting(count.Management.Id, count.Management, acknowledged, writer.Written.ToArray());
        }
        else
        {
            WriteControl(answer.Write);
            GoOnCounting(lost);
            IsBidirectional = link!.Attach(this, isResumed: true);
        }
        _isResuming = false;
        OfferToLink();
    }

    private TRequest? ReadOrFail<TRequest>(XmlElement element)
        where TRequest : class, IPayload<TRequest>
    {
        try
        {
            return TRequest.Read(element);
        }
        catch (StanzaException fault)
        {
            Fail(fault.Error);
            return null;
        }
    }

    private void Fail(StanzaError error, uint? count = null) => WriteControl(new ManagementFailed(error, count).Write);
}
