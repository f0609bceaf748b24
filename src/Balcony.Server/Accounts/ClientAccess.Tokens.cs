// XEP-0484: giving tokens, using them up, and turning them over.
using System.Buffers.Text;
using System.Security.Cryptography;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;

namespace Balcony.Server.Accounts;

/// <summary>What became of a token that was proved.</summary>
internal enum TokenOutcome
{
    Accepted,

    /// <summary>It is too old.</summary>
    Expired,

    /// <summary>It was taken away, or turned over, or came with a count that was seen before.</summary>
    Refused,
}

/// <param name="Outcome">Whether the client is in.</param>
/// <param name="Next">A token to use from now on; null: none.</param>
internal readonly record struct TokenUse(TokenOutcome Outcome, FastToken? Next = null);

public sealed partial class ClientAccess
{
    // As much as HMAC-SHA-256 can make use of.
    private const int TokenBytes = 32;

    /// <summary>What the tokens of a client are proved against, whether they are still good or not.</summary>
    internal async ValueTask<IReadOnlyList<HtKeys>> TokensAsync(BareJid account, Guid agent, CancellationToken cancel = default)
    {
        if (await _clients.GetAsync(account, Key(agent), cancel) is not { } client) return [];
        return [.. new[] { client.New, client.Current }.OfType<StoredToken>().Select(token => token.Keys)];
    }

    /// <summary>A token was proved: decides whether it is good, and makes what follows from its use durable before it returns.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="agent">Which client's; its id is there.</param>
    /// <param name="proved">One of <see cref="TokensAsync"/>.</param>
    /// <param name="fast">What came with it.</param>
    /// <param name="wanted">The mechanism of a token that the client asks for; null: it does not.</param>
    internal async Task<TokenUse> UseAsync(BareJid account, UserAgent agent, HtKeys proved, Fast fast, string? wanted)
    {
        using var turn = await EnterAsync(account);
        var key = Key(agent.Id!.Value);
        // Asked again: it may have been used or revoked while it was being proved.
        var before = await _clients.GetAsync(account, key);
        var isNew = Is(before?.New, proved);
        if (before is null || (isNew ? before.New : Is(before.Current, proved) ? before.Current : null) is not { } token) return new(TokenOutcome.Refused);
        var now = _clock.GetUtcNow();
        if (token.Expires <= now) return new(TokenOutcome.Expired);
        // §3.4: what was captured once cannot be played again.
        if (fast.Count is { } count && count <= token.Count) return new(TokenOutcome.Refused);

        var used = token with { Count = fast.Count ?? token.Count };
        // §5.1: a new token that is used takes the place of the one before; using that one leaves the new one waiting.
        var after = Update(before, agent) with { Current = fast.Invalidates ? null : used, New = isNew || fast.Invalidates ? null : before.New };
        // §3.5, §3.6: a client that logs out gets no new token that it did not ask for.
        wanted ??= !fast.Invalidates && now - token.Issued >= _tokens.RotateAfter ? proved.Mechanism : null;
        FastToken? next = null;
        if (wanted is not null) after = Issue(after, wanted, out next);
        var unit = await SaveAsync(account, key, before, after);
        if (!unit.IsEmpty) await _storage.Commit(unit);
        return new(TokenOutcome.Accepted, next);
    }

    /// <summary>A client has logged in by password: it is remembered, and gets a token if it wants one. Durable when it returns.</summary>
    /// <param name="wanted">The mechanism of a token that the client asks for; null: it does not.</param>
    internal async Task<FastToken?> LoggedInAsync(BareJid account, UserAgent agent, string? wanted)
    {
        using var turn = await EnterAsync(account);
        var key = Key(agent.Id!.Value);
        var before = await _clients.GetAsync(account, key);
        var after = Update(before, agent) with { HasPassword = true };
        FastToken? token = null;
        if (wanted is not null) after = Issue(after, wanted, out token);
        var unit = await SaveAsync(account, key, before, after);
        if (!unit.IsEmpty) await _storage.Commit(unit);
        return token;
    }

    /// <summary>Forgets a client: its login turned out to be by credentials that no longer hold.</summary>
    internal async Task ForgetAsync(BareJid account, Guid agent)
    {
        using var turn = await EnterAsync(account);
        await _storage.Commit(new Storage.UnitOfWork().Remove(_clients, account, Key(agent)));
    }

    // §3.5: what was given before and never used is no longer good.
    private StoredClient Issue(StoredClient client, string mechanism, out FastToken token)
    {
        var now = _clock.GetUtcNow();
        token = new FastToken(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)), now + _tokens.TokenLifetime);
        return client with { New = new StoredToken(HtKeys.Of(mechanism, token.Token), now, token.Expiry) };
    }

    private static bool Is(StoredToken? token, HtKeys proved) =>
        token is not null && token.Keys.Mechanism == proved.Mechanism && CryptographicOperations.FixedTimeEquals(token.Keys.Data, proved.Data);
}
