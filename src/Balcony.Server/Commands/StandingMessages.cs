// A host's messages that wait for people: the message of the day and the welcome to new accounts (XEP-0133 §4.24 to §4.28).
using System.Collections.Concurrent;
using System.Text.Json;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Commands;

/// <summary>A message that waits for people.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Subject">Null: none.</param>
/// <param name="Issue">Microseconds since 1970 when it was set: it tells this message from those before it, also after it was edited.</param>
public sealed record StandingMessage(string Text, string? Subject, long Issue)
{
    public DateTimeOffset Since => StoreTime.FromMicroseconds(Issue);
}

/// <summary>What a host has; null where it has none.</summary>
public sealed record HostMessages(StandingMessage? OfTheDay, StandingMessage? Welcome)
{
    public static HostMessages None { get; } = new(null, null);
}

/// <summary>The standing messages of our hosts. Any thread may call.</summary>
public sealed class StandingMessages(IStorage storage, TimeProvider clock) : IDisposable
{
    private const string OfTheDay = "motd";
    private const string Welcome = "welcome";

    private readonly IMapStore<StandingMessage> _stored = storage.OpenMap("standing-messages", StandingMessageCodec.Instance);

    // No more than there are hosts: a login asks for its own host's.
    private readonly ConcurrentDictionary<BareJid, HostMessages> _known = new();
    private readonly SemaphoreSlim _changing = new(1);
    private long _lastIssue;

    /// <summary>Raised with the host when a new message of the day is kept.</summary>
    public event Action<BareJid>? Published;

    /// <summary>Read once for each host.</summary>
    public ValueTask<HostMessages> OfAsync(BareJid host, CancellationToken cancel = default) =>
        _known.TryGetValue(host, out var known) ? new(known) : ReadAsync(host, cancel);

    /// <summary>Everybody gets it: who is there now, others at their next login.</summary>
    public async Task SetOfTheDayAsync(BareJid host, string text, string? subject, CancellationToken cancel)
    {
        await ChangeAsync(host, OfTheDay, known => known with { OfTheDay = new StandingMessage(text, subject, NextIssue()) }, cancel);
        Published?.Invoke(host);
    }

    /// <summary>Who got it already does not get it again.</summary>
    /// <returns>False when there is none.</returns>
    public Task<bool> EditOfTheDayAsync(BareJid host, string text, string? subject, CancellationToken cancel) => ChangeAsync(
        host, OfTheDay, known => known.OfTheDay is { } old ? known with { OfTheDay = old with { Text = text, Subject = subject } } : known, cancel);

    /// <returns>False when there was none.</returns>
    public Task<bool> DeleteOfTheDayAsync(BareJid host, CancellationToken cancel) =>
        ChangeAsync(host, OfTheDay, known => known.OfTheDay is null ? known : known with { OfTheDay = null }, cancel);

    /// <summary>Accounts that are made from now on get it; a changed text is for all that were made since the first.</summary>
    public Task SetWelcomeAsync(BareJid host, string text, string? subject, CancellationToken cancel) => ChangeAsync(
        host, Welcome, known => known with { Welcome = new StandingMessage(text, subject, known.Welcome?.Issue ?? NextIssue()) }, cancel);

    /// <returns>False when there was none.</returns>
    public Task<bool> DeleteWelcomeAsync(BareJid host, CancellationToken cancel) =>
        ChangeAsync(host, Welcome, known => known.Welcome is null ? known : known with { Welcome = null }, cancel);

    public void Dispose() => _changing.Dispose();

    private async ValueTask<HostMessages> ReadAsync(BareJid host, CancellationToken cancel)
    {
        await _changing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await ReadAloneAsync(host, cancel).ConfigureAwait(false);
        }
        finally
        {
            _changing.Release();
        }
    }

    private async ValueTask<HostMessages> ReadAloneAsync(BareJid host, CancellationToken cancel)
    {
        if (_known.TryGetValue(host, out var known)) return known;
        var ofTheDay = await _stored.GetAsync(host, OfTheDay, cancel).ConfigureAwait(false);
        var welcome = await _stored.GetAsync(host, Welcome, cancel).ConfigureAwait(false);
        return _known[host] = ofTheDay is null && welcome is null ? HostMessages.None : new HostMessages(ofTheDay, welcome);
    }

    private async Task<bool> ChangeAsync(BareJid host, string key, Func<HostMessages, HostMessages> change, CancellationToken cancel)
    {
        await _changing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var before = await ReadAloneAsync(host, cancel).ConfigureAwait(false);
            var now = change(before);
            if (ReferenceEquals(now, before)) return false;
            var unit = (key == OfTheDay ? now.OfTheDay : now.Welcome) is { } message
                ? new UnitOfWork().Set(_stored, host, key, message)
                : new UnitOfWork().Remove(_stored, host, key);
            await storage.Commit(unit);
            _known[host] = now;
            return true;
        }
        finally
        {
            _changing.Release();
        }
    }

    // Later than all before it, even where the clock is not: a message must not be taken for one that was seen.
    private long NextIssue() => _lastIssue = Math.Max(StoreTime.ToMicroseconds(clock.GetUtcNow()), _lastIssue + 1);
}

internal sealed class StandingMessageCodec : JsonStoreCodec<StandingMessage>
{
    public static StandingMessageCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, StandingMessage value)
    {
        json.WriteString("text", value.Text);
        if (value.Subject is not null) json.WriteString("subject", value.Subject);
        json.WriteNumber("issue", value.Issue);
    }

    protected override StandingMessage Read(JsonElement json, byte writtenAs) => new(
        json.GetProperty("text").GetString()!,
        json.TryGetProperty("subject", out var subject) ? subject.GetString() : null,
        json.GetProperty("issue").GetInt64());
}
