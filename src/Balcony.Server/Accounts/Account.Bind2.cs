// XEP-0386: binding a resource and turning its features on in one step.
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Accounts;

/// <summary>What a client wants bound.</summary>
/// <param name="Resource">Prepared; null: the server makes one.</param>
/// <param name="UserAgent">What the client said of itself when it logged in; null when it did not.</param>
/// <param name="Features">What is to be turned on with the session.</param>
internal sealed record BindRequest(string? Resource, UserAgent? UserAgent, IEnumerable<(XmlElement Request, BindInlineHandler Handler)> Features)
{
    /// <summary>The same installation's earlier sessions end (XEP-0386 §3.2).</summary>
    public bool ReplacesEarlier { get; init; }

    /// <summary>The resource, if a session has <see cref="Resource"/> that may not be replaced; null: that is a conflict.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The last ledger entry that a session of this client, which could not be resumed, had acknowledged (XEP-0198 §5); null: none.</summary>
    public long? MissedSince { get; init; }
}

internal sealed record BindResult(Session Session, IReadOnlyList<XmlElement> Answers);

public sealed partial class Account
{
    /// <summary>Binds a resource; completes in this mailbox. Nothing is delivered to the session before its features are on.</summary>
    /// <exception cref="StanzaException"><c>conflict</c>; <c>resource-constraint</c> when the account has too many sessions; <c>not-allowed</c> when the
    /// account is gone.</exception>
    internal Task<BindResult> BindAsync(BindRequest request, ISessionShell shell)
    {
        // Asynchronous continuations: the stream that waits must not run inside this mailbox.
        var bound = new TaskCompletionSource<BindResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Run(async account =>
        {
            try
            {
                bound.SetResult(await account.BindHereAsync(request, shell).ConfigureAwait(false));
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                bound.SetException(fault);
            }
        });
        return bound.Task;
    }

    private async ValueTask<BindResult> BindHereAsync(BindRequest request, ISessionShell shell)
    {
        var resource = request.Resource;
        if (resource is not null && request.Otherwise is not null && _services.Options.ResourceConflict != ResourceConflict.ReplaceOld
            && Find(Address.WithResource(resource)) is not null)
        {
            resource = request.Otherwise;
        }
        var session = await BindHereAsync(resource, shell, request.MissedSince).ConfigureAwait(false);
        session.Set(ClientOfSession.UserAgent, request.UserAgent);
        if (request.ReplacesEarlier && request.UserAgent?.Id is { } client)
        {
            foreach (var earlier in _sessions.Where(other => other != session && other.Get(ClientOfSession.UserAgent)?.Id == client))
            {
                earlier.Shell.Close(StreamCondition.Conflict, "replaced by a new session of the same client");
                Unbind(earlier);
            }
        }
        var answers = new List<XmlElement>();
        foreach (var (element, handler) in request.Features)
        {
            try
            {
                if (await handler(session, element).ConfigureAwait(false) is { } answer)
                {
                    answers.Add(answer);
                }
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                RoutingLog.EventFault(Logger, "a feature of a bind request", element.Namespace, fault);
            }
        }
        return new BindResult(session, answers);
    }
}
