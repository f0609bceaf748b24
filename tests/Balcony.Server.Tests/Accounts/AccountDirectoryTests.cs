// Accounts over the memory store: who exists, who may log in, and what an unknown name shows.
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Server.Tests.Delivery;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Xunit;

#pragma warning disable xUnit1051 // every call is short; a token in each would hide what is tested
namespace Balcony.Server.Tests.Accounts;

public sealed class AccountDirectoryTests : IAsyncLifetime
{
    private static readonly BareJid Host = BareJid.Parse("example.org");
    private static readonly BareJid Juliet = BareJid.Parse("juliet@example.org");
    private static readonly BareJid Nobody = BareJid.Parse("nobody@example.org");
    private readonly MemoryStorage _storage = new();
    private AccountDirectory _accounts = null!;

    public async ValueTask InitializeAsync() => _accounts = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        _accounts.Dispose();
        await _storage.DisposeAsync();
    }

    [Fact]
    public async Task A_new_account_exists_and_its_password_is_verified()
    {
        Assert.Equal(AccountOutcome.Done, await _accounts.CreateAsync(Juliet, "secret"));
        Assert.True(await _accounts.ExistsAsync(Juliet));
        foreach (var hash in new ScramHash?[] { ScramHash.Sha1, ScramHash.Sha256, ScramHash.Sha512, null })
        {
            var login = await _accounts.GetKeysAsync(Juliet, hash);
            Assert.True(login is { MayLogIn: true, IsDisabled: false });
            Assert.True(login.Keys.Verify("secret"));
            Assert.False(login.Keys.Verify("Secret"));
        }
    }

    [Theory]
    [InlineData("juliet@example.org", "again", AccountOutcome.Exists)]
    [InlineData("romeo@elsewhere.example", "x", AccountOutcome.NotOurs)]
    [InlineData("example.org", "x", AccountOutcome.NotOurs)]
    [InlineData("romeo@example.org", "", AccountOutcome.BadPassword)]
    [InlineData("romeo@example.org", "bell\a", AccountOutcome.BadPassword)]
    public async Task What_cannot_be_made_is_told(string address, string password, AccountOutcome outcome)
    {
        await _accounts.CreateAsync(Juliet, "secret");
        Assert.Equal(outcome, await _accounts.CreateAsync(BareJid.Parse(address), password));
    }

    [Fact]
    public async Task An_unknown_name_shows_keys_that_stay_the_same_across_restarts_and_fit_no_password()
    {
        var first = await _accounts.GetKeysAsync(Nobody, ScramHash.Sha256);
        using var restarted = await OpenAsync();
        var second = await restarted.GetKeysAsync(Nobody, ScramHash.Sha256);
        Assert.False(first.MayLogIn);
        Assert.Equal(first.Keys.Salt, second.Keys.Salt);
        Assert.Equal(first.Keys.Iterations, second.Keys.Iterations);
        Assert.Equal(ScramKeys.SaltBytes, first.Keys.Salt.Length);
        Assert.False(first.Keys.Verify("secret"));
    }

    [Fact]
    public async Task Unknown_names_show_each_iteration_count_as_often_as_accounts_have_it()
    {
        for (var i = 0; i < 3; i++) await _accounts.CreateAsync(BareJid.Parse($"old{i}@example.org"), "secret");
        using var later = await OpenAsync(new PasswordOptions { Iterations = 12_000 });
        await later.CreateAsync(BareJid.Parse("new@example.org"), "secret");
        await later.SetPasswordAsync(BareJid.Parse("old0@example.org"), "changed");

        var counts = new Dictionary<int, int>();
        for (var i = 0; i < 400; i++)
        {
            var iterations = (await later.GetKeysAsync(BareJid.Parse($"guess{i}@example.org"), ScramHash.Sha1)).Keys.Iterations;
            counts[iterations] = counts.GetValueOrDefault(iterations) + 1;
        }
        // Two accounts have 10,000 and two have 12,000. The names are fixed but the secret is not: six standard deviations.
        Assert.Equal([10_000, 12_000], counts.Keys.Order());
        Assert.InRange(counts[10_000], 140, 260);
    }

    [Fact]
    public async Task A_changed_password_ends_the_sessions_and_the_old_one_fits_no_more()
    {
        await _accounts.CreateAsync(Juliet, "secret");
        var told = Listen();
        Assert.Equal(AccountOutcome.Done, await _accounts.SetPasswordAsync(Juliet, "changed"));
        var keys = (await _accounts.GetKeysAsync(Juliet, ScramHash.Sha1)).Keys;
        Assert.True(keys.Verify("changed"));
        Assert.False(keys.Verify("secret"));
        Assert.Equal([(Juliet, AccountChange.PasswordChanged)], told);
        Assert.Equal(AccountOutcome.NotFound, await _accounts.SetPasswordAsync(Nobody, "x"));
    }

    [Fact]
    public async Task A_disabled_account_keeps_its_keys_and_may_not_log_in()
    {
        await _accounts.CreateAsync(Juliet, "secret");
        var told = Listen();
        await _accounts.SetDisabledAsync(Juliet, true);
        var login = await _accounts.GetKeysAsync(Juliet, ScramHash.Sha1);
        Assert.True(login is { MayLogIn: false, IsDisabled: true });
        Assert.True(login.Keys.Verify("secret"));
        Assert.True(await _accounts.ExistsAsync(Juliet));
        Assert.Equal([(Juliet, AccountChange.Disabled)], told);
        await _accounts.SetDisabledAsync(Juliet, false);
        Assert.True((await _accounts.GetKeysAsync(Juliet, ScramHash.Sha1)).MayLogIn);
    }

    [Fact]
    public async Task A_removed_account_takes_leave_first_and_leaves_nothing()
    {
        await _accounts.CreateAsync(Juliet, "secret");
        var notes = _storage.OpenValue("notes", TextCodec.Instance);
        await _storage.Commit(new UnitOfWork().Set(notes, Juliet, "o happy dagger"));
        var told = Listen();
        _accounts.Departing = async (account, cancel) =>
        {
            told.Add((account, default));
            Assert.False(await _accounts.ExistsAsync(account, cancel));
            Assert.NotNull(await notes.GetAsync(account, cancel));
        };
        Assert.Equal(AccountOutcome.Done, await _accounts.DeleteAsync(Juliet));
        Assert.Equal([(Juliet, AccountChange.Removed), (Juliet, default)], told);
        Assert.Null(await notes.GetAsync(Juliet));
        Assert.Equal(AccountOutcome.NotFound, await _accounts.DeleteAsync(Juliet));
        Assert.Equal(AccountOutcome.Done, await _accounts.CreateAsync(Juliet, "again"));
    }

    [Fact]
    public async Task A_removal_without_a_server_is_completed_by_the_next_one()
    {
        await _accounts.CreateAsync(Juliet, "secret");
        using (var offline = await OpenAsync(isOffline: true)) await offline.DeleteAsync(Juliet);
        using var server = await OpenAsync();
        Assert.False(await server.ExistsAsync(Juliet));
        Assert.False((await server.GetKeysAsync(Juliet, ScramHash.Sha1)).MayLogIn);
        Assert.Equal(AccountOutcome.Leaving, await server.CreateAsync(Juliet, "again"));
        var departed = new List<BareJid>();
        server.Departing = (account, _) =>
        {
            departed.Add(account);
            return Task.CompletedTask;
        };
        await server.CompleteRemovalsAsync(TestContext.Current.CancellationToken);
        Assert.Equal([Juliet], departed);
        Assert.Equal(AccountOutcome.Done, await server.CreateAsync(Juliet, "again"));
    }

    [Fact]
    public async Task A_removal_takes_many_small_steps_and_goes_on_where_a_crash_ended_it()
    {
        var disk = new ForgetfulDisk();
        await using var storage = new MemoryStorage(disk);
        var archive = storage.OpenArchive("items");
        using var dying = await AccountDirectory.OpenAsync(storage, [Host], new PasswordOptions { Iterations = 4_096 }, new TestClock());
        await dying.CreateAsync(Juliet, "secret");
        var unit = new UnitOfWork();
        for (var i = 0; i < 1_200; i++)
            unit.Append(new LedgerRecord(DateTimeOffset.UnixEpoch, new byte[1], new LedgerOwner(Juliet, Nobody, LedgerDirection.Inbound))).Append(archive, Juliet, default, new byte[1]);
        await storage.Commit(unit);

        disk.Hold();
        var removal = dying.DeleteAsync(Juliet);
        await CommitOneAsync(disk);
        Assert.Equal(1_200, await storage.Ledger.CountAsync(Juliet, LedgerQuery.All));
        await CommitOneAsync(disk);
        Assert.Equal(700, await storage.Ledger.CountAsync(Juliet, LedgerQuery.All));
        while (disk.Waiting == 0) await Task.Yield();
        disk.Forget();
        Assert.False(removal.IsCompleted);

        using var next = await AccountDirectory.OpenAsync(storage, [Host], new PasswordOptions { Iterations = 4_096 }, new TestClock());
        Assert.Equal(AccountOutcome.Leaving, await next.CreateAsync(Juliet, "again"));
        disk.Hold();
        var completed = next.CompleteRemovalsAsync(TestContext.Current.CancellationToken);
        var steps = 0;
        while (!completed.IsCompleted)
        {
            if (disk.Waiting == 0)
            {
                await Task.Yield();
                continue;
            }
            await CommitOneAsync(disk);
            steps++;
        }
        await completed;
        disk.Release();
        // The ledger's 700 in two, the archive's 1,200 but for the last 500 in two, and the rest.
        Assert.Equal(5, steps);
        Assert.Equal(0, await storage.Ledger.CountAsync(Juliet, LedgerQuery.All));
        Assert.Equal(0, await archive.CountAsync(Juliet, ArchiveQuery.All));
        Assert.Equal(AccountOutcome.Done, await next.CreateAsync(Juliet, "again"));
    }

    private static async Task CommitOneAsync(ForgetfulDisk disk)
    {
        while (disk.Waiting == 0) await Task.Yield();
        disk.Apply(1);
        disk.Hold();
    }

    [Fact]
    public async Task Many_accounts_are_made_in_batches_and_each_is_told_its_outcome()
    {
        await _accounts.CreateAsync(BareJid.Parse("user7@example.org"), "secret");
        var wanted = Enumerable.Range(0, 150).Select(i => new NewAccount(BareJid.Parse($"user{i}@example.org"), $"p{i}"))
            .Append(new NewAccount(BareJid.Parse("user3@example.org"), "twice")).ToList();
        var progress = new List<int>();
        var outcomes = await _accounts.CreateManyAsync(wanted, new Recorder(progress));
        Assert.Equal([7, 150], outcomes.Index().Where(pair => pair.Item == AccountOutcome.Exists).Select(pair => pair.Index));
        Assert.Equal(149, outcomes.Count(outcome => outcome == AccountOutcome.Done));
        Assert.Equal([128, 151], progress);
        var listed = new List<string>();
        await foreach (var account in _accounts.ListAsync(Host)) listed.Add(account.Address.ToString());
        Assert.Equal(150, listed.Count);
        Assert.True((await _accounts.GetKeysAsync(BareJid.Parse("user149@example.org"), ScramHash.Sha1)).Keys.Verify("p149"));
    }

    [Fact]
    public void A_stored_account_is_read_by_later_versions()
    {
        var account = new StoredAccount(
            DateTimeOffset.FromUnixTimeMilliseconds(1_767_268_800_000), IsDisabled: true, IsLeaving: false,
            [new ScramKeys(ScramHash.Sha1, [1, 2], 10_000, [3], [4, 5])]);
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        StoredAccountCodec.Instance.Write(account, output);
        Assert.Equal("01010000019B796DD60001010000271002010201030204" + "05", Convert.ToHexString(output.WrittenSpan));
        var read = StoredAccountCodec.Instance.Read(output.WrittenSpan);
        Assert.Equal((account.Created, true, false, 10_000), (read.Created, read.IsDisabled, read.IsLeaving, read.Shape.Iterations));
        Assert.Throws<StorageException>(() => StoredAccountCodec.Instance.Read(output.WrittenSpan[..^1]));
    }

    private List<(BareJid, AccountChange)> Listen()
    {
        var told = new List<(BareJid, AccountChange)>();
        _accounts.Changed += (account, change) => told.Add((account, change));
        return told;
    }

    private Task<AccountDirectory> OpenAsync(PasswordOptions? options = null, bool isOffline = false) =>
        AccountDirectory.OpenAsync(_storage, [Host], options ?? new PasswordOptions(), new TestClock(), isOffline);

    private sealed class Recorder(List<int> reports) : IProgress<int>
    {
        public void Report(int value) => reports.Add(value);
    }
}
