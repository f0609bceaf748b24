// The accounts of all hosts: who exists, who may log in, and what changes that.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;

namespace Balcony.Server.Accounts;

/// <summary>What became of a change to an account.</summary>
public enum AccountOutcome
{
    Done,

    /// <summary>There is such an account already.</summary>
    Exists,

    /// <summary>There is no such account.</summary>
    NotFound,

    /// <summary>The address is on no host of ours, or is none that can be an account.</summary>
    NotOurs,

    /// <summary>The text cannot be a password: empty, too short, or with control characters (RFC 4013 §2.3).</summary>
    BadPassword,

    /// <summary>An account of that name is being removed; the name is free when that is done.</summary>
    Leaving,
}

/// <summary>An account to be made.</summary>
public sealed record NewAccount(BareJid Address, string Password)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => Address.ToString();
}

/// <summary>An account as a list shows it.</summary>
public sealed record AccountSummary(BareJid Address, DateTimeOffset Created, bool IsDisabled);

/// <summary>Why an account's sessions must end.</summary>
public enum AccountChange
{
    PasswordChanged,
    Disabled,
    Removed,
}

/// <summary>What a login is checked against.</summary>
/// <param name="Keys">The account's, or ones that no password fits and nobody can tell from an account's.</param>
/// <param name="MayLogIn">False when the account does not exist, is disabled or is being removed: to be asked after the proof was right, and never before.</param>
/// <param name="IsDisabled">The reason, for <c>account-disabled</c> (RFC 6120 §6.5.2).</param>
public sealed record LoginKeys(ScramKeys Keys, bool MayLogIn, bool IsDisabled);

/// <summary>Any thread may call. Passwords are computed on the pool, never on the caller's thread.</summary>
public interface IAccounts
{
    /// <summary>A disabled account exists; one that is being removed does not.</summary>
    ValueTask<bool> ExistsAsync(BareJid account, CancellationToken cancel = default);

    /// <summary>The keys that prove who logs in; for an unknown account too, in the same time.</summary>
    /// <param name="account">Whom the client says it is.</param>
    /// <param name="hash">That of the mechanism; null takes the strongest there is (PLAIN).</param>
    /// <param name="cancel">Gives the read up.</param>
    ValueTask<LoginKeys> GetKeysAsync(BareJid account, ScramHash? hash, CancellationToken cancel = default);

    /// <summary>The hashes that an account has keys for; an address without account has some too, as often as accounts do.</summary>
    ValueTask<IReadOnlyList<ScramHash>> GetHashesAsync(BareJid account, CancellationToken cancel = default);

    /// <summary>Of PBKDF2, for keys that are made now.</summary>
    int Iterations { get; }

    /// <summary>Adds keys of the same password for a hash that the account lacks (XEP-0480). Nothing happens when it has them, or another password by now.</summary>
    /// <param name="proved">The account's keys that the password was proved against.</param>
    Task AddKeysAsync(BareJid account, ScramKeys proved, ScramKeys added, CancellationToken cancel = default);

    Task<AccountOutcome> CreateAsync(BareJid account, string password, CancellationToken cancel = default);

    /// <summary>Makes many at once: computed in parallel, committed in batches.</summary>
    /// <param name="accounts">Any number of them.</param>
    /// <param name="progress">Told how many are done, now and then.</param>
    /// <param name="cancel">Ends it between batches; what was made stays.</param>
    /// <returns>An outcome for each, in their order.</returns>
    Task<IReadOnlyList<AccountOutcome>> CreateManyAsync(
        IReadOnlyList<NewAccount> accounts, IProgress<int>? progress = null, CancellationToken cancel = default);

    Task<AccountOutcome> SetPasswordAsync(BareJid account, string password, CancellationToken cancel = default);

    /// <summary>A disabled account keeps what it has and cannot log in.</summary>
    Task<AccountOutcome> SetDisabledAsync(BareJid account, bool isDisabled, CancellationToken cancel = default);

    /// <summary>Removes the account and all that it owns in every store.</summary>
    Task<AccountOutcome> DeleteAsync(BareJid account, CancellationToken cancel = default);

    /// <summary>Null when there is none, or it is being removed.</summary>
    ValueTask<AccountSummary?> FindAsync(BareJid account, CancellationToken cancel = default);

    /// <summary>The accounts of a host, in order.</summary>
    IAsyncEnumerable<AccountSummary> ListAsync(BareJid host, CancellationToken cancel = default);

    /// <summary>Raised when a change is durable, on some thread: whoever listens ends the account's sessions.</summary>
    event Action<BareJid, AccountChange>? Changed;
}
