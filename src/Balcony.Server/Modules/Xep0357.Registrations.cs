// XEP-0357: where each account's clients want to be notified.
using System.Text;
using System.Text.Json;
using Balcony.Server.Accounts;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>One service and node that an account publishes to (§5).</summary>
/// <param name="Service">The push service.</param>
/// <param name="Node">Null: none.</param>
/// <param name="Resource">Of the session that enabled it: the same resource is taken for the same client when it comes back.</param>
/// <param name="Since">When it was enabled last.</param>
internal sealed record PushRegistration(Jid Service, string? Node, string Resource, DateTimeOffset Since)
{
    /// <summary>As the client gave them, within the limit of size.</summary>
    public DataForm? Options { get; init; }

    public bool WantsUrgency { get; init; }

    /// <summary>Publishes in a row that the service refused for good.</summary>
    public int Failures { get; init; }

    /// <summary>§5: service and node together, and nothing else, tell registrations apart. No address holds a line feed (RFC 7622 §3.4).</summary>
    public string Key => KeyOf(Service, Node);

    public static string KeyOf(Jid service, string? node) => $"{service}\n{node}";
}

/// <summary>A registration, and what is known of its client while the account is in memory. Changes in the account's mailbox only.</summary>
internal sealed class PushTarget(PushRegistration registration)
{
    public PushRegistration Registration { get; set; } = registration;

    /// <summary>The client's session, with or without a connection; null while it has none.</summary>
    public Session? Session { get; set; }

    /// <summary>Messages since the client was last there.</summary>
    public int Unseen { get; set; }
}

/// <summary>An account's registrations. Replaced whole, so that any thread may look at it.</summary>
internal sealed record PushTargets(IReadOnlyList<PushTarget> All)
{
    public static AccountKey<PushTargets> Key { get; } = new("push registrations");

    public PushTarget? Find(string key) => All.FirstOrDefault(target => target.Registration.Key == key);
}

/// <summary>What is stored of registrations, and what others may ask of them.</summary>
internal sealed class PushRegistrations(IStorage storage, PushOptions options) : IPushState
{
    private readonly IMapStore<PushRegistration> _store = storage.OpenMap("push", PushRegistrationCodec.Instance);

    public async ValueTask<PushTargets> LoadAsync(Account account)
    {
        var targets = new List<PushTarget>();
        await foreach (var (_, registration) in _store.ListAsync(account.Address).ConfigureAwait(false))
        {
            var session = account.Sessions.FirstOrDefault(session => session.Address.Resource == registration.Resource);
            targets.Add(new PushTarget(registration) { Session = session });
        }
        return targets.Count == 0 ? None : new PushTargets([.. targets.OrderBy(target => target.Registration.Since)]);
    }

    public static PushTargets None { get; } = new([]);

    /// <summary>Keeps a registration; the last request counts where it was there already (§5). The oldest goes where there are too many: a client that was
    /// installed anew never takes its old one back.</summary>
    /// <returns>The commit, and what went.</returns>
    public (CommitTicket Ticket, PushTarget? Removed) Put(Account account, PushRegistration registration, Session? session)
    {
        var before = Of(account).All;
        var others = before.Where(target => target.Registration.Key != registration.Key).ToList();
        var unit = new UnitOfWork().Set(_store, account.Address, registration.Key, registration);
        PushTarget? removed = null;
        if (others.Count >= options.MaxPerAccount)
        {
            removed = others[0];
            others.RemoveAt(0);
            unit.Remove(_store, account.Address, removed.Registration.Key);
        }
        account.Set(PushTargets.Key, new PushTargets([.. others, new PushTarget(registration) { Session = session }]));
        return (storage.Commit(unit), removed);
    }

    /// <summary>Forgets registrations.</summary>
    /// <returns>The commit; null when there was nothing to forget.</returns>
    public CommitTicket? Remove(Account account, IReadOnlyCollection<PushTarget> targets)
    {
        if (targets.Count == 0)
        {
            return null;
        }
        var unit = new UnitOfWork();
        foreach (var target in targets)
        {
            unit.Remove(_store, account.Address, target.Registration.Key);
        }
        account.Set(PushTargets.Key, new PushTargets([.. Of(account).All.Except(targets)]));
        return storage.Commit(unit);
    }

    /// <summary>Remembers how often publishing failed in a row.</summary>
    public CommitTicket SetFailures(Account account, PushTarget target, int failures)
    {
        target.Registration = target.Registration with { Failures = failures };
        return storage.Commit(new UnitOfWork().Set(_store, account.Address, target.Registration.Key, target.Registration));
    }

    public static PushTargets Of(Account account) => account.Get(PushTargets.Key) ?? None;

    public bool HoldsSession(Session session) =>
        Of(session.Account).All.Any(target => ReferenceEquals(target.Session, session) && target.Registration.Failures == 0);
}

/// <summary>Absent members mean null, false and zero.</summary>
internal sealed class PushRegistrationCodec : JsonStoreCodec<PushRegistration>
{
    public static PushRegistrationCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, PushRegistration value)
    {
        json.WriteString("service", value.Service.Utf8);
        if (value.Node is not null) json.WriteString("node", value.Node);
        json.WriteString("resource", value.Resource);
        json.WriteNumber("since", StoreTime.ToMicroseconds(value.Since));
        if (value.Options is { } form) json.WriteString("options", XmlElement.Build(form.Write).Utf8.Span);
        if (value.WantsUrgency) json.WriteBoolean("urgency", true);
        if (value.Failures > 0) json.WriteNumber("failures", value.Failures);
    }

    protected override PushRegistration Read(JsonElement json, byte writtenAs) =>
        new(
            Jid.Parse(json.GetProperty("service").GetString()!),
            json.TryGetProperty("node", out var node) ? node.GetString() : null,
            json.GetProperty("resource").GetString()!,
            StoreTime.FromMicroseconds(json.GetProperty("since").GetInt64()))
        {
            Options = json.TryGetProperty("options", out var form) ? DataForm.Read(XmlElement.Parse(Encoding.UTF8.GetBytes(form.GetString()!))) : null,
            WantsUrgency = json.TryGetProperty("urgency", out var urgency) && urgency.GetBoolean(),
            Failures = json.TryGetProperty("failures", out var failures) ? failures.GetInt32() : 0,
        };
}
