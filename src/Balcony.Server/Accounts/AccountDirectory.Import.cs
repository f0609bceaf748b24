// The part of the accounts that takes over those of another server.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;

namespace Balcony.Server.Accounts;

/// <summary>What an import finds of an account.</summary>
internal enum ImportStart
{
    /// <summary>There was none; its name is taken now, and nobody can log in.</summary>
    New,

    /// <summary>An import of it was begun and not completed.</summary>
    Unfinished,

    /// <summary>It keeps its password and what it has.</summary>
    Exists,

    /// <summary>It is being removed: nothing can be given to it.</summary>
    Leaving,
}

/// <summary>How an imported account logs in.</summary>
/// <param name="Keys">Empty when there are none; then a password, or nobody can log in.</param>
/// <param name="Password">Only looked at without keys.</param>
internal sealed record ImportedLogin(IReadOnlyList<ScramKeys> Keys, string? Password, DateTimeOffset? Created, bool IsDisabled)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => $"{Keys.Count} keys";
}

/// <summary>An account is begun, filled by several units, and completed by the last: until then nobody can be it. Only while no server runs.</summary>
internal interface IAccountImport
{
    /// <param name="account">On a host of ours.</param>
    /// <param name="isDryRun">Only says what would be.</param>
    /// <param name="cancel">Gives it up before anything is done.</param>
    Task<ImportStart> BeginImportAsync(BareJid account, bool isDryRun, CancellationToken cancel);

    /// <summary>Commits what is left with the account itself.</summary>
    /// <returns>False when nobody can log in with what was given; a password can be set later.</returns>
    Task<bool> EndImportAsync(BareJid account, ImportStart start, ImportedLogin login, UnitOfWork unit, CancellationToken cancel);
}

public sealed partial class AccountDirectory : IAccountImport
{
    // Whose import was begun and not completed.
    private IValueStore<string> Imports => _storage.OpenValue("account-import", TextCodec.Instance);

    async Task<ImportStart> IAccountImport.BeginImportAsync(BareJid account, bool isDryRun, CancellationToken cancel)
    {
        if (!IsOurs(account)) throw new ArgumentException($"{account} is on no host of ours.", nameof(account));
        await _writing.WaitAsync(cancel);
        try
        {
            if (await _accounts.GetAsync(account, Key, cancel) is { } stored)
            {
                if (stored.IsLeaving) return ImportStart.Leaving;
                return await Imports.GetAsync(account, cancel) is null ? ImportStart.Exists : ImportStart.Unfinished;
            }
            if (isDryRun) return ImportStart.New;
            var begun = new StoredAccount(_clock.GetUtcNow(), IsDisabled: true, IsLeaving: false, []);
            await _storage.Commit(new UnitOfWork().Set(_accounts, account, Key, begun).Set(Imports, account, "begun"));
            return ImportStart.New;
        }
        finally
        {
            _writing.Release();
        }
    }

    async Task<bool> IAccountImport.EndImportAsync(BareJid account, ImportStart start, ImportedLogin login, UnitOfWork unit, CancellationToken cancel)
    {
        if (start == ImportStart.Exists)
        {
            if (!unit.IsEmpty) await _storage.Commit(unit);
            return true;
        }
        var isPassword = login.Keys.Count == 0 && login.Password is { } text && SaslPrep.TryPrepare(text, out _) && text.Length <= MaxPasswordBytes;
        var keys = isPassword ? (await Task.Run(() => Make(login.Password!), cancel)).Keys : login.Keys;
        await _writing.WaitAsync(cancel);
        try
        {
            var made = new StoredAccount(login.Created ?? _clock.GetUtcNow(), login.IsDisabled, IsLeaving: false, keys);
            unit.Set(_accounts, account, Key, made).Remove(Imports, account);
            await CommitAsync(unit, new() { [account.Host] = Counts((made.Shape, 1)) });
        }
        finally
        {
            _writing.Release();
        }
        return keys.Count > 0;
    }
}
