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
/// <param name="Resource">Of the session that enabled it.</param>
/// <param name="Since">When it was enabled last.</param>
internal sealed record PushRegistration(Jid Service, string? Node, string Resource, DateTimeOffset Since)
{
    /// <summary>The client's own name for itself (XEP-0388 §2.3); null when it has none.</summary>
    public Guid? Client { get; init; }

    /// <summary>As the client gave them, within the limit of size.</summary>
    public DataForm? Options { get; init; }

    public bool WantsUrgency { get; init; }

    /// <summary>Publishes in a row that the service refused for good.</summary>
    public int Failures { get; init; }

    /// <summary>§5: service and node together, and nothing else, tell registrations apart. No address holds a line feed (RFC 7622 §3.4).</summary>
    public string Key => KeyOf(Service, Node);

    public static string KeyOf(Jid service, string? node) => $"{service}\n{node}";

    /// <summary>Whether the session is the client's: it has the same name for itself, or where one has none the same resource.</summary>
    public bool IsOf(Session session) =>
        Client is { } mine && session.Get(ClientOfSession.UserAgent)?.Id is { } its ? mine == its : session.Address.Resource == Resource;

    /// <summary>The client's session, one with a connection if there are several; null when it has none.</summary>
    public Session? SessionIn(Account account)
    {
        Session? found = null;
        foreach (var session in account.Sessions)
        {
            if ((found is null || found.IsHibernating) && IsOf(session))
            {
                found = session;
            }
        }
        return found;
    }
}

/// <summary>A registration, and what is known of its client while the account is in memory. Changes in the account's mailbox only.</summary>
internal sealed class PushTarget(PushRegistration registration)
{
    public PushRegistration Registration { get; set; } = registration;

    /// <summary>Messages since the client was last there.</summary>
    public int Unseen { get; set; }

    /// <summary>What was told last; null: nothing since the account was loaded.</summary>
    public PushNews? Last { get; set; }

    /// <summary>What was delivered to the client and may not have reached it; null: nothing.</summary>
    public PushDoubt? Doubt { get; set; }
}

/// <summary>An account's registrations. Replaced whole, so that any thread may look at it.</summary>
internal sealed record PushTargets(IReadOnlyList<PushTarget> All)
{
    public static AccountKey<PushTargets> Key { get; } = new("push registrations");

    public static PushTargets None { get; } = new([]);

    public PushTarget? Find(string key) => All.FirstOrDefault(target => target.Registration.Key == key);

    public static PushTargets Of(Account account) => account.Get(Key) ?? None;
}

/// <summary>What is stored of registrations, and what others may ask of them.</summary>
internal sealed class PushRegistrations(IStorage storage, PushOptions options)
{
    private readonly IMapStore<PushRegistration> _store = storage.OpenMap("push", PushRegistrationCodec.Instance);

    public async ValueTask<PushTargets> LoadAsync(Account account)
    {
        var stored = new List<PushRegistration>();
        await foreach (var (_, registration) in _store.ListAsync(account.Address).ConfigureAwait(false))
        {
            stored.Add(registration);
        }
        if (stored.Count == 0)
        {
            return PushTargets.None;
        }
        // What no device has taken; what only some have is not known any more.
        int waiting = await account.CountWaitingAsync().ConfigureAwait(false);
        return new PushTargets([.. stored.OrderBy(one => one.Since).Select(one => new PushTarget(one) { Unseen = waiting })]);
    }

    /// <summary>Keeps a registration; the last request counts where it was there already (§5). The oldest goes where there are too many: a client that was
    /// installed anew never takes its old one back.</summary>
    /// <returns>The commit, and what went.</returns>
    public (CommitTicket Ticket, PushTarget? Removed) Put(Account account, PushRegistration registration)
    {
        var others = PushTargets.Of(account).All.Where(target => target.Registration.Key != registration.Key).ToList();
        var unit = new UnitOfWork().Set(_store, account.Address, registration.Key, registration);
        PushTarget? removed = null;
        if (others.Count >= options.MaxPerAccount)
        {
            removed = others[0];
            others.RemoveAt(0);
            unit.Remove(_store, account.Address, removed.Registration.Key);
        }
        account.Set(PushTargets.Key, new PushTargets([.. others, new PushTarget(registration)]));
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
        account.Set(PushTargets.Key, new PushTargets([.. PushTargets.Of(account).All.Except(targets)]));
        return storage.Commit(unit);
    }

    /// <summary>Remembers how often publishing failed in a row.</summary>
    public CommitTicket SetFailures(Account account, PushTarget target, int failures)
    {
        target.Registration = target.Registration with { Failures = failures };
        return storage.Commit(new UnitOfWork().Set(_store, account.Address, target.Registration.Key, target.Registration));
    }
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
        if (value.Client is { } client) json.WriteString("client", client);
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
            Client = json.TryGetProperty("client", out var client) ? client.GetGuid() : null,
            Options = json.TryGetProperty("options", out var form) ? DataForm.Read(XmlElement.Parse(Encoding.UTF8.GetBytes(form.GetString()!))) : null,
            WantsUrgency = json.TryGetProperty("urgency", out var urgency) && urgency.GetBoolean(),
            Failures = json.TryGetProperty("failures", out var failures) ? failures.GetInt32() : 0,
        };
}
