// XEP-0198: stanzas are acknowledged, and a session outlives its connection. The counts and the queue are the session's; here is what is said about them.
using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>How long sessions wait for their clients, and how often those are asked what they have.</summary>
public sealed record StreamManagementOptions
{
    /// <summary>How long a session without a connection is kept, and everything that is for it. Zero: sessions cannot be resumed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "14.00:00:00")]
    public TimeSpan ResumableFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The client is asked what it has after so many stanzas, and in any case within about a second.</summary>
    [Range(1, 1_000)]
    public int AskEvery { get; init; } = 10;

    /// <summary>So long the answer to a client's question may wait, to be written together with a stanza. Zero: it is written at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan AnswerAfter { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>A client that does not answer for so long has lost its connection.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>So long a client that comes back to a session that is gone still learns what the server has of what it sent. Longer than any session waits.</summary>
    [Range(typeof(TimeSpan), "15.00:00:00", "365.00:00:00")]
    public TimeSpan RememberFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Where clients come back to, as host or host:port; nothing: as they found the server at first.</summary>
    public string? Location { get; init; }
}

/// <summary>XEP-0198: stream management.</summary>
public sealed class StreamManagementModule(IStorage storage, SessionDirectory sessions, StreamManagementOptions options, TimeProvider clock) : IModule
{
    private const int IdBytes = 18;
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(6);

    private readonly AcknowledgementPace _pace = PaceOf(options);

    public static ModuleInfo Info => new("stream-management", new Xep(198, "1.6.3"))
    {
        Summary = "Acknowledged stanzas, and sessions that outlive their connection.",
        Options = typeof(StreamManagementOptions),
    };

    public void Register(ModuleBuilder module)
    {
        module.StreamFeature(StreamPhase.Binding, (stream, writer) =>
        {
            // What was turned on with the binding is not offered again: xmpp.js would turn it on again.
            if (stream.Session is not { HasStreamManagement: true })
            {
                new StreamManagementFeature().Write(writer);
            }
        });
        module.BindInline(EnableManagement.ElementName, StreamManagementFeature.Ns, EnableInlineAsync);
        module.Sasl2Inline(ResumeSession.ElementName, StreamManagementFeature.Ns, StreamManagementFeature.ElementName, ResumeInlineAsync);
        module.OnNonza(EnableManagement.ElementName, StreamManagementFeature.Ns, EnableAsync);
        module.OnNonza(ResumeSession.ElementName, StreamManagementFeature.Ns, ResumeAsync);
        module.OnNonza(AcknowledgementRequest.ElementName, StreamManagementFeature.Ns, Answer);
        module.OnNonza(Acknowledgement.ElementName, StreamManagementFeature.Ns, Acknowledge);
        module.Every(SweepInterval, cancel => new OldCounts(storage, sessions).ForgetAsync(clock.GetUtcNow() - options.RememberFor, cancel));
    }

    /// <summary>When clients are asked what they have.</summary>
    internal static AcknowledgementPace PaceOf(StreamManagementOptions options) => new(options.AskEvery, options.AnswerWithin);

    // XEP-0386: the resource was bound in this moment, nothing was written yet.
    private async ValueTask<XmlElement?> EnableInlineAsync(Session session, XmlElement element)
    {
        IPayload answer;
        try
        {
            answer = await BeginAsync(session, EnableManagement.Read(element)).ConfigureAwait(false);
            session.Queue.BeginManagement();
        }
        catch (StanzaException fault)
        {
            answer = new ManagementFailed(fault.Error);
        }
        return XmlElement.Build(answer.Write);
    }

    // XEP-0388: before a resource is bound, which then is not.
    private static async ValueTask<Sasl2Answer> ResumeInlineAsync(Sasl2Login login, XmlElement element)
    {
        try
        {
            var request = ResumeSession.Read(element);
            var resumed = await ((ClientStream)login.Shell).ResumeAsync(request.PreviousId, request.Count).ConfigureAwait(false);
            IPayload answer = resumed.Fault is { } failure
                ? new ManagementFailed(StanzaError.ItemNotFound, failure.Count)
                : new SessionResumed(request.PreviousId, resumed.Received);
            return new Sasl2Answer(XmlElement.Build(answer.Write), resumed.Session);
        }
        catch (StanzaException fault)
        {
            return new Sasl2Answer(XmlElement.Build(new ManagementFailed(fault.Error).Write));
        }
    }

    private async ValueTask EnableAsync(NonzaContext context, XmlElement nonza)
    {
        if (context.Session is not { } session)
        {
            // §3: not before a resource is bound.
            await Fail(context, StanzaError.UnexpectedRequest).ConfigureAwait(false);
            return;
        }
        if (session.HasStreamManagement)
        {
            // §3: at most one attempt; the example answers it, the text ends the stream.
            context.Write(new ManagementFailed(StanzaError.UnexpectedRequest).Write);
            throw new StreamException(StreamCondition.PolicyViolation, "stream management is enabled already");
        }
        EnableManagement request;
        try
        {
            request = EnableManagement.Read(nonza);
        }
        catch (StanzaException fault)
        {
            await Fail(context, fault.Error).ConfigureAwait(false);
            return;
        }
        // In its place among the stanzas: what is written after it counts.
        using var writer = new XmlWriter();
        (await BeginAsync(session, request).ConfigureAwait(false)).Write(writer);
        session.Deliver(writer.Written.ToArray(), beginsManagement: true);
    }

    /// <summary>Counts what comes on a session from now on.</summary>
    /// <returns>What the client is told.</returns>
    internal async ValueTask<ManagementEnabled> BeginAsync(Session session, EnableManagement request)
    {
        var resumable = !request.Resume ? TimeSpan.Zero
            : request.Max is { } max && max < options.ResumableFor ? max
            : options.ResumableFor;
        // §5: not to be guessed, though it is good for its own account only.
        string id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        var owner = session.Account.Address;
        var management = new StreamManagement(id, owner, resumable, _pace, storage);
        if (management.CanResume)
        {
            try
            {
                // What came before this session is no business of its own, should it be lost.
                var last = await storage.Ledger.PageAsync(owner, new LedgerQuery { IsBackwards = true, Limit = 1 }).ConfigureAwait(false);
                management.Delivered = last.Count == 0 ? 0 : Math.Max(0, last[0].Id);
            }
            catch (StorageException)
            {
                throw new StanzaException(StanzaError.ResourceConstraint);
            }
            // From here on a client that comes back learns what was received, whatever happened.
            _ = storage.Commit(new UnitOfWork().SetSession(owner, id, 0, management.Delivered));
        }
        session.Manage(management);
        return management.CanResume ? new ManagementEnabled(id, resumable, options.Location) : new ManagementEnabled();
    }

    private static async ValueTask ResumeAsync(NonzaContext context, XmlElement nonza)
    {
        if (context.Session is not null)
        {
            // §5: a stream that has a session cannot have another.
            await Fail(context, StanzaError.UnexpectedRequest).ConfigureAwait(false);
            return;
        }
        ResumeSession request;
        try
        {
            request = ResumeSession.Read(nonza);
        }
        catch (StanzaException fault)
        {
            await Fail(context, fault.Error).ConfigureAwait(false);
            return;
        }
        var failure = await context.ResumeAsync(
            request.PreviousId, request.Count, (writer, received) => new SessionResumed(request.PreviousId, received).Write(writer)).ConfigureAwait(false);
        if (failure is not null)
        {
            // §5: the count of a session that is gone tells the client what it need not send again. It may bind a resource now.
            context.Write(new ManagementFailed(StanzaError.ItemNotFound, failure.Count).Write);
        }
    }

    private static ValueTask Answer(NonzaContext context, XmlElement nonza)
    {
        if (context.Session is not { Management: { } management } session)
        {
            return Fail(context, StanzaError.UnexpectedRequest);
        }
        management.Ask(session);
        return default;
    }

    private static ValueTask Acknowledge(NonzaContext context, XmlElement nonza)
    {
        if (context.Session?.Management is null)
        {
            return Fail(context, StanzaError.UnexpectedRequest);
        }
        try
        {
            context.Acknowledged(Acknowledgement.Read(nonza).Count);
        }
        catch (StanzaException)
        {
            throw new StreamException(StreamCondition.BadFormat, "an acknowledgement needs a count");
        }
        return default;
    }

    // §6
    private static ValueTask Fail(NonzaContext context, StanzaError error)
    {
        context.Write(new ManagementFailed(error).Write);
        return default;
    }
}
