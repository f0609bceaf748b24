// XEP-0227: what was exported is imported, what is imported twice is there once, and what cannot be taken over is said.
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Portable;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Xunit;

namespace Balcony.Server.Tests.Portable;

public sealed class PortableTests : IDisposable
{
    private static readonly BareJid Host = BareJid.Parse("capulet.example");
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.example");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@capulet.example");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-pie-").FullName;
    private int _files;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_exported_is_imported_and_exported_the_same()
    {
        var (one, two) = (new Place(), new Place());
        await FillAsync(one);
        var first = await ExportAsync(one);
        var report = await ImportAsync(two, first);
        Assert.Empty(report.Problems);
        Assert.Equal((2, 2, 1, 1, 2L), (report.Users, report.NewUsers, report.Contacts, report.OfflineMessages, report.ArchivedMessages));
        Assert.Equal(Comparable(first), Comparable(await ExportAsync(two)));
        var keys = await (await two.AccountsAsync()).GetKeysAsync(Juliet, ScramHash.Sha512, Cancel);
        Assert.True(keys.MayLogIn && keys.Keys.Verify("Tr0ub4dor &3 ü"), "the password");
        Assert.True((await (await two.AccountsAsync()).GetKeysAsync(Romeo, null, Cancel)).IsDisabled, "he stays disabled");
    }

    [Fact]
    public async Task What_is_imported_twice_is_there_once()
    {
        var (one, two) = (new Place(), new Place());
        await FillAsync(one);
        var file = await ExportAsync(one);
        await ImportAsync(two, file);
        var before = Comparable(await ExportAsync(two));
        foreach (var place in new[] { two, one })
        {
            var again = await ImportAsync(place, file);
            Assert.Empty(again.Problems);
            Assert.Equal((0, 0, 0, 0L), (again.NewUsers, again.Contacts, again.OfflineMessages, again.ArchivedMessages));
            Assert.Equal(before, Comparable(await ExportAsync(place)));
        }
    }

    [Fact]
    public async Task An_archive_has_its_own_times_and_stands_before_what_came_since()
    {
        var place = new Place();
        await ImportAsync(place, Write(User("juliet", Archive((1, "one"), (2, "two"), (2, "two too")))));
        await place.Storage.Commit(new UnitOfWork().Append(new LedgerRecord(Start.AddDays(9), "<message/>"u8.ToArray(), new LedgerOwner(Juliet, Romeo, LedgerDirection.Inbound))));
        Assert.Equal([Start.AddMinutes(1), Start.AddMinutes(2), Start.AddMinutes(2), Start.AddDays(9)], (await LedgerAsync(place)).Select(entry => entry.Time));
        var found = await place.Storage.Ledger.PageAsync(Juliet, new() { From = Start.AddMinutes(2), To = Start.AddDays(1) }, Cancel);
        Assert.Equal(2, found.Count);
        Assert.All(found, entry => Assert.Equal(Romeo, entry.Contact));
    }

    [Fact]
    public async Task What_does_not_fit_into_an_archive_is_said()
    {
        var place = new Place();
        await ImportAsync(place, Write(User("juliet", Archive((4, "four"), (6, "six")))));
        await place.Storage.Commit(new UnitOfWork().Append(new LedgerRecord(Start.AddMinutes(8), "<message/>"u8.ToArray(), new LedgerOwner(Juliet, Romeo, LedgerDirection.Inbound))));
        var report = await ImportAsync(place, Write(User("juliet", Archive((3, "three"), (4, "four"), (6, "six"), (7, "seven"), (6, "back"), (9, "nine")))));
        Assert.Equal((2L, 2L), (report.AlreadyThere, report.ArchivedMessages));
        Assert.Collection(
            report.Problems.Select(problem => problem.What),
            what => Assert.StartsWith("1 archived messages of juliet@capulet.example are newer", what, StringComparison.Ordinal),
            what => Assert.StartsWith("1 archived messages of juliet@capulet.example are older", what, StringComparison.Ordinal),
            what => Assert.Contains("not in the order", what, StringComparison.Ordinal));
        Assert.Equal([4, 6, 7, 7, 8], (await LedgerAsync(place)).Select(entry => (entry.Time - Start).TotalMinutes));
    }

    [Fact]
    public async Task A_user_that_was_not_read_to_his_end_cannot_log_in_until_he_was()
    {
        var place = new Place();
        var whole = User("juliet", "<offline-messages>" + Message("off") + "</offline-messages>" + Archive((1, "one"), (2, "two")), "password='secret'");
        var broken = Write(whole[..whole.LastIndexOf("<result", StringComparison.Ordinal)]);
        var report = await ImportAsync(place, broken);
        Assert.NotNull(report.Fault);
        Assert.Equal(Juliet, report.Unfinished);
        Assert.False((await (await place.AccountsAsync()).GetKeysAsync(Juliet, null, Cancel)).MayLogIn, "half a user");
        var again = await ImportAsync(place, Write(whole));
        Assert.Null(again.Fault);
        Assert.True((await (await place.AccountsAsync()).GetKeysAsync(Juliet, null, Cancel)).Keys.Verify("secret"), "the password");
        Assert.Equal(2, (await LedgerAsync(place)).Count(entry => entry.Id < 0));
        Assert.Equal(1, await place.Storage.Ledger.CountOfflineAsync(Juliet, cancel: Cancel));
    }

    [Fact]
    public async Task An_account_that_is_there_keeps_what_it_has_and_gets_what_it_lacks()
    {
        var place = new Place();
        var accounts = await place.AccountsAsync();
        await accounts.CreateAsync(Juliet, "hers", Cancel);
        var stores = new UserStores(place.Storage);
        await place.Storage.Commit(new UnitOfWork().Set(stores.VCard, Juliet, "<vCard xmlns='vcard-temp'><FN>old</FN></vCard>"u8.ToArray()));
        var report = await ImportAsync(place, Write(User(
            "juliet", "<vCard xmlns='vcard-temp'><FN>new</FN></vCard><query xmlns='jabber:iq:roster'><item jid='nurse@capulet.example' subscription='to'/></query>", "password='other'")));
        Assert.Equal((0, 1, 0), (report.NewUsers, report.Contacts, report.VCards));
        Assert.True((await (await place.AccountsAsync()).GetKeysAsync(Juliet, null, Cancel)).Keys.Verify("hers"), "her password");
        Assert.Contains("old", Encoding.UTF8.GetString((await stores.VCard.GetAsync(Juliet, Cancel))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        var (one, two) = (new Place(), new Place());
        await FillAsync(one);
        var file = await ExportAsync(one);
        var dry = await ImportAsync(two, file, isDryRun: true);
        Assert.False(await (await two.AccountsAsync()).ExistsAsync(Juliet, Cancel));
        Assert.Empty(await LedgerAsync(two));
        var real = await ImportAsync(two, file);
        Assert.Equal((dry.Users, dry.NewUsers, dry.Contacts, dry.ArchivedMessages), (real.Users, real.NewUsers, real.Contacts, real.ArchivedMessages));
    }

    [Fact]
    public async Task What_is_not_taken_over_is_said_where_it_stands()
    {
        var report = await ImportAsync(new Place(), Write(
            "<server-data xmlns='urn:xmpp:pie:0'>\n<host jid='montague.example'><user name='romeo'/></host>\n<host jid='capulet.example'>\n"
            + "<user name='a b'/>\n<user name='juliet' password='x'>\n<new xmlns='urn:example:new'/>\n<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='n'><item id='1'><x/></item></items></pubsub>"
            + "<query xmlns='jabber:iq:privacy'><default name='d'/><list name='d'><item type='jid' value='tybalt@x.example' action='deny' order='1'/>"
            + "<item type='group' value='g' action='deny' order='2'/></list></query></user>\n<user name='nobody'/></host></server-data>"));
        Assert.Equal(
            ["3.xml:2", "3.xml:4", "3.xml:6", "3.xml:7", "3.xml:7", "3.xml:8"],
            report.Problems.Select(problem => "3" + problem.Where[problem.Where.IndexOf('.', StringComparison.Ordinal)..]));
        Assert.Equal((2, 1), (report.Users, report.Blocked));
        Assert.Contains("balcony user password nobody@capulet.example", report.Problems[^1].What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_ejabberd_encodes_twice_are_keys()
    {
        var keys = ScramKeys.Create(ScramHash.Sha1, "secret", 4_096);
        static string Twice(byte[] bytes) => Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)));
        var place = new Place();
        await ImportAsync(place, Write(User(
            "juliet", $"<scram-credentials xmlns='urn:xmpp:pie:0#scram' mechanism='SCRAM-SHA-1'><iter-count>4096</iter-count><salt>{Twice(keys.Salt)}</salt>"
            + $"<server-key>{Twice(keys.ServerKey)}</server-key><stored-key>{Twice(keys.StoredKey)}</stored-key></scram-credentials>")));
        Assert.True((await (await place.AccountsAsync()).GetKeysAsync(Juliet, ScramHash.Sha1, Cancel)).Keys.Verify("secret"), "the password");
        // PLAIN is checked against whatever there is.
        Assert.True((await (await place.AccountsAsync()).GetKeysAsync(Juliet, null, Cancel)).Keys.Verify("secret"), "by PLAIN");
    }

    private static async Task FillAsync(Place place)
    {
        var accounts = await place.AccountsAsync();
        await accounts.CreateAsync(Juliet, "Tr0ub4dor &3 ü", Cancel);
        await accounts.CreateAsync(Romeo, "password", Cancel);
        await accounts.SetDisabledAsync(Romeo, true, Cancel);
        var stores = new UserStores(place.Storage);
        var nurse = BareJid.Parse("nurse@capulet.example");
        await place.Storage.Commit(new UnitOfWork()
            .Set(stores.VCard, Juliet, "<vCard xmlns='vcard-temp'><FN>Juliet &amp; co</FN></vCard>"u8.ToArray())
            .Set(stores.PrivateXml, Juliet, "exodus:prefs exodus", "<exodus xmlns='exodus:prefs'><nick>J</nick></exodus>"u8.ToArray())
            .Set(stores.Blocklist, Juliet, "tybalt@capulet.example", "")
            .Set(stores.Roster, Juliet, Romeo.ToString(), new RosterEntry(Romeo, new(To: true, From: true)) { IsListed = true, Name = "R'o<meo>", Groups = ["Friends", "More"] })
            .Set(stores.Roster, Juliet, nurse.ToString(), new RosterEntry(nurse, new(PendingIn: true))
            {
                Request = "<presence from='nurse@capulet.example' to='juliet@capulet.example' type='subscribe'><status>it's me</status></presence>"u8.ToArray(),
            }));
        await place.Storage.Commit(new UnitOfWork()
            .Append(Archived(1, Juliet, Romeo, LedgerDirection.Outbound, LedgerFlags.None))
            .Append(Archived(2, Juliet, Romeo, LedgerDirection.Inbound, LedgerFlags.ArchiveOnly))
            .Append(Archived(3, Juliet, Romeo, LedgerDirection.Inbound, LedgerFlags.UntilDelivered)));
    }

    private static LedgerRecord Archived(int number, BareJid owner, BareJid contact, LedgerDirection direction, LedgerFlags flags)
    {
        var (from, to) = direction == LedgerDirection.Outbound ? (owner, contact) : (contact, owner);
        return new(
            Start.AddMinutes(number).AddMicroseconds(number), Encoding.UTF8.GetBytes($"<message from='{from}/r' to='{to}' type='chat' id='m{number}'><body>&lt;{number}></body></message>"),
            new LedgerOwner(owner, contact, direction, flags));
    }

    private static string User(string name, string content, string attributes = "") =>
        $"<server-data xmlns='urn:xmpp:pie:0'><host jid='capulet.example'><user name='{name}' {attributes}>{content}</user></host></server-data>";

    private static string Message(string text) =>
        $"<message xmlns='jabber:client' from='romeo@capulet.example/x' to='juliet@capulet.example' type='chat' id='{text}'><body>{text}</body></message>";

    private static string Archive(params (int Minute, string Text)[] messages) => "<archive xmlns='urn:xmpp:pie:0#mam'>" + string.Concat(messages.Select(one =>
        $"<result xmlns='urn:xmpp:mam:2' id='{one.Text}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T12:{one.Minute:00}:00Z'/>{Message(one.Text)}</forwarded></result>"))
        + "</archive>";

    private static async Task<IReadOnlyList<LedgerEntry>> LedgerAsync(Place place) =>
        await place.Storage.Ledger.PageAsync(Juliet, new() { After = long.MinValue, Limit = 100 }, Cancel);

    // Identifiers are each server's own, and so is the time at which it got what waited.
    private static List<string> Comparable(string file) => [.. File.ReadAllLines(file)
        .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "<result xmlns='urn:xmpp:mam:2' id='[^']*'", "<result"))];

    private async Task<string> ExportAsync(Place place)
    {
        var path = NewFile();
        using var ids = new StanzaIds(place.Storage);
        await new UserExport(new UserStores(place.Storage), await place.AccountsAsync(), ids, null, Cancel).RunAsync(path, [Host], null);
        return path;
    }

    private static async Task<ImportReport> ImportAsync(Place place, string path, bool isDryRun = false) =>
        await new UserImport(new UserStores(place.Storage), await place.AccountsAsync(), [Host], place.Clock, isDryRun, null, Cancel).RunAsync(path);

    private string Write(string xml)
    {
        var path = NewFile();
        File.WriteAllText(path, xml);
        return path;
    }

    private string NewFile() => Path.Combine(_folder, $"{++_files}.xml");

    private sealed class Place
    {
        public MemoryStorage Storage { get; } = new();

        public TestClock Clock { get; } = new();

        public Task<AccountDirectory> AccountsAsync() =>
            AccountDirectory.OpenAsync(Storage, [Host], new PasswordOptions { Iterations = 4_096 }, Clock, isOffline: true);
    }
}
