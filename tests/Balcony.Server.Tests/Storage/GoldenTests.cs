// What is stored, pinned: a change of these files is a change of what databases out there hold.
using System.Buffers;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Commands;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Diary;
using Balcony.Server.Modules;
using Balcony.Server.Rooms;
using Balcony.Server.Rooms.Features;
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Xunit;

namespace Balcony.Server.Tests.Storage;

/// <summary>Each line of golden-values.txt: a name, a bar, the bytes; bytes outside of printable ASCII, and backslashes, as \xNN.</summary>
public sealed class GoldenTests
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@montague.lit");
    private static readonly Dictionary<string, string> Golden = ReadGolden("golden-values.txt");

    [Fact]
    public void A_text() => Pinned("text", TextCodec.Instance, "Jule ♥");

    [Fact]
    public void Some_bytes() => Pinned("bytes", BytesCodec.Instance, [0, 1, 254, 255]);

    [Fact]
    public void The_hats_of_a_room() => Pinned(
        "room-hats", RoomHatsCodec.Instance, RoomHats.None.With(new Hat("urn:hats:poet", "Poet") { Hue = 12.5 }).With(new Hat("urn:hats:fool", "Fool"))
            .With(Romeo, ["urn:hats:poet", "urn:hats:fool"]));

    [Fact]
    public void A_number() => Pinned("number", NumberCodec.Instance, -2);

    [Fact]
    public void A_roster_entry_with_everything() => Pinned(
        "roster-entry, full",
        RosterEntryCodec.Instance,
        new RosterEntry(Romeo, new Subscription(To: true, From: true, PendingOut: true, PendingIn: true, Approved: true))
        {
            Name = "Romeo",
            Groups = ["Friends", "Montagues"],
            IsListed = true,
            Request = "<presence/>"u8.ToArray(),
        });

    [Fact]
    public void A_roster_entry_with_nothing() => Pinned("roster-entry, bare", RosterEntryCodec.Instance, new RosterEntry(Romeo, default));

    [Fact]
    public void A_push_registration_with_everything() => Pinned(
        "push-registration, full",
        PushRegistrationCodec.Instance,
        new PushRegistration(Jid.Parse("push.client.example"), "yxs32", "phone", new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero))
        {
            Options = DataForm.Submit(PushPublish.OptionsForm, new FormField("secret", null, "91")),
            WantsUrgency = true,
            Client = Guid.Parse("6f1f9d0a-9b6d-4b0e-8f8e-0c8a5d9f2a31"),
            Failures = 2,
        });

    [Fact]
    public void A_push_registration_with_nothing() => Pinned(
        "push-registration, bare",
        PushRegistrationCodec.Instance,
        new PushRegistration(Jid.Parse("push.client.example"), null, "phone", new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void A_standing_message() => Pinned(
        "standing-message", StandingMessageCodec.Instance, new StandingMessage("A plague\no both your houses", "Verona", 1_764_000_000_000_000));

    [Fact]
    public void A_policy_for_a_peer() => Pinned(
        "federation-policy",
        StoredPolicyCodec.Instance,
        new StoredPolicy
        {
            IsAllowed = false,
            Trust = PeerTrust.Dialback,
            MinimumTls = MinimumTls.None,
            Revocation = RevocationMode.HardFail,
            Note = "the feud",
            Pins = [new PinnedKey(new byte[32], new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)), new PinnedKey(new byte[32], null)],
        });

    [Fact]
    public void What_happened_with_a_peer()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Pinned(
            "federation-diary",
            StoredAttemptsCodec.Instance,
            [
                new StoredAttempt(noon, true, noon.AddSeconds(1), false, "expired", "It ran out.", "Renew it.", [new AttemptStep(noon, "dns", "no SRV records")]),
                new StoredAttempt(noon, false, null, true, null, null, null, []),
            ]);
    }

    [Fact]
    public void A_client_with_everything()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var token = new StoredToken(new HtKeys(HtMechanism.Exporter, [1, 2, 3]), noon, noon.AddDays(21), Count: 7);
        Pinned(
            "client, full",
            StoredClientCodec.Instance,
            new StoredClient("zeiP41HLglIu", noon, noon.AddHours(1))
            {
                Software = "Gajim",
                Device = "Juliet's laptop",
                HasPassword = true,
                Current = token,
                New = token with { Count = 0 },
            });
    }

    [Fact]
    public void A_client_with_nothing() => Pinned(
        "client, bare", StoredClientCodec.Instance, new StoredClient("zeiP41HLglIu", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));

    [Fact]
    public void Archiving_preferences() => Pinned(
        "archiving-preferences", ArchivingPreferencesCodec.Instance,
        new ArchivingPreferences(ArchivingDefault.Roster, [Romeo, Juliet.WithResource("balcony")], [BareJid.Parse("nurse@capulet.lit")]));

    [Fact]
    public void A_retention_of_ones_own()
    {
        Pinned("archive-retention, full", AccountRetentionCodec.Instance, new AccountRetention(TimeSpan.FromDays(30), 1_000));
        Pinned("archive-retention, bare", AccountRetentionCodec.Instance, new AccountRetention(null, null));
    }

    [Fact]
    public void A_room()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        RoomFeature[] features =
        [
            new RoomDescriptions(), new Membership(), new Passwords(), new Anonymity(new RoomOptions()), new PresenceBroadcast(),
            new Registrations(new RoomOptions(), TimeProvider.System), new Invitations(new RoomOptions(), null!, null!, TimeProvider.System),
        ];
        Pinned(
            "room",
            new StoredRoomCodec([.. features.SelectMany(feature => feature.Settings)]),
            new StoredRoom(
                new RoomConfiguration
                {
                    Name = "The garden",
                    Language = "en",
                    PubSubNode = "xmpp:pubsub.capulet.lit?;node=garden",
                    IsPersistent = true,
                    IsPublic = false,
                    IsMembersOnly = true,
                    Password = "poison",
                    IsNonAnonymous = true,
                    ShownRoles = new HashSet<MucRole> { MucRole.Moderator },
                    Registration = RoomRegistration.Approved,
                    AllowsMemberInvitations = true,
                },
                Juliet, noon)
            {
                Subject = new RoomSubject("<message/>"u8.ToArray(), noon),
            });
    }

    [Fact]
    public void A_standing_with_a_room()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Pinned("room-member, full", RoomMemberCodec.Instance, new RoomMember(MucAffiliation.Admin, "Romeo", "He climbs.", noon));
        Pinned("room-member, bare", RoomMemberCodec.Instance, new RoomMember(MucAffiliation.Outcast));
    }

    [Fact]
    public void What_is_left_of_a_room()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Pinned("room-tombstone, full", RoomTombstoneCodec.Instance, new RoomTombstone(noon, [Juliet, Romeo], BareJid.Parse("tomb@rooms.capulet.lit"), "It is over."));
        Pinned("room-tombstone, bare", RoomTombstoneCodec.Instance, new RoomTombstone(noon, [], null, null));
    }

    [Fact]
    public void A_token_for_entering_a_room()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Pinned("room-invite-token, full", StoredInviteTokenCodec.Instance, new StoredInviteToken(Juliet, noon, 3));
        Pinned("room-invite-token, bare", StoredInviteTokenCodec.Instance, new StoredInviteToken(Juliet, noon, null));
    }

    [Fact]
    public void A_role_that_lasts() => Pinned("room-voice", GivenRoleCodec.Instance, new GivenRole(MucRole.Visitor));

    [Fact]
    public void A_change_of_an_affiliation() => Pinned(
        "room-affiliation-change", LoggedAffiliationCodec.Instance, new LoggedAffiliation(7, "a1b2", Juliet, MucAffiliation.None, MucAffiliation.Member));

    // The index of words is changed by making the words of a message again: they must stay the same.
    [Fact]
    public void The_words_of_a_text()
    {
        var words = new HashSet<string>();
        TextWords.Add("Wherefore art thou, ROMEO?! 12 o'clock; Où est Ромео Ёлка 東京でロミオ ｆｕｌｌ ﬁne \U0001D411omeo \u0E2A\u0E27\u0E31 naïve_x " + new string('a', 70), words);
        Assert.Equal(Golden["words"], Show(Encoding.UTF8.GetBytes(string.Join(' ', words))));
    }

    [Fact]
    public void A_report_with_everything() => Pinned(
        "report, full",
        AbuseReportCodec.Instance,
        new AbuseReport(Juliet, Romeo, Report.Spam)
        {
            Texts = [new ReportText("He writes.", "en"), new ReportText("...")],
            Messages = [new ReportedMessage("a1", new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), "Buy"), new ReportedMessage("a2", new DateTimeOffset(2026, 1, 1, 12, 0, 1, TimeSpan.Zero), null)],
            MayTellOrigin = true,
            MayTellThirdParties = true,
        });

    [Fact]
    public void A_report_with_nothing() => Pinned("report, bare", AbuseReportCodec.Instance, new AbuseReport(Juliet, Romeo, Report.Abuse));

    [Fact]
    public void The_owners_of_a_stanza()
    {
        LedgerOwner[] owners =
        [
            new(Juliet, Romeo, LedgerDirection.Inbound, LedgerFlags.UntilDelivered), new(Romeo, Juliet, LedgerDirection.Outbound, LedgerFlags.ArchiveOnly),
        ];
        Assert.Equal(Golden["journal-owners"], Show(JournalOwners.Encode(owners)));
        Assert.Equal(owners, JournalOwners.Decode(Bytes(Golden["journal-owners"])));
    }

    [Fact]
    public void The_owners_of_a_stanza_as_they_were_written_first() => Assert.Equal(
        [new(Juliet, Romeo, LedgerDirection.Inbound, LedgerFlags.UntilDelivered), new(Romeo, Juliet, LedgerDirection.Outbound)],
        JournalOwners.Decode(Bytes(Golden["journal-owners, version 1"])));

    [Fact]
    public void The_hash_of_an_address() => Assert.Equal(Golden["address-hash"], JournalOwners.HashOf(Juliet).ToString("X16", null));

    [Fact]
    public void Enumerations() => Assert.Equal(
        Golden["enumerations"],
        string.Join(' ', Numbers<LedgerDirection>().Concat(Numbers<LedgerFlags>()).Concat(Numbers<StoreShape>())));

    [Fact]
    public void A_value_of_a_newer_version_is_refused() =>
        Assert.Throws<StorageException>(() => TextCodec.Instance.Read([2, (byte)'x']));

    [Fact]
    public void A_damaged_value_is_said_so() =>
        Assert.Throws<StorageException>(() => RosterEntryCodec.Instance.Read("\u0001{}"u8));

    // Both ways: what we write is what is pinned, and what is pinned comes back and is written the same.
    private static void Pinned<T>(string name, IStoreCodec<T> codec, T value)
    {
        Assert.Equal(Golden[name], Encode(codec, value));
        Assert.Equal(Golden[name], Encode(codec, codec.Read(Bytes(Golden[name]))));
    }

    private static string Encode<T>(IStoreCodec<T> codec, T value)
    {
        var output = new ArrayBufferWriter<byte>();
        codec.Write(value, output);
        return Show(output.WrittenSpan);
    }

    private static string Show(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var one in bytes) text.Append(one is > 31 and < 127 and not (byte)'\\' ? ((char)one).ToString() : $"\\x{one:X2}");
        return text.ToString();
    }

    private static byte[] Bytes(string shown)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < shown.Length; i++)
        {
            if (shown[i] != '\\') bytes.Add((byte)shown[i]);
            else bytes.Add(Convert.ToByte(shown.Substring((i += 3) - 1, 2), 16));
        }
        return [.. bytes];
    }

    private static IEnumerable<string> Numbers<T>() where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{typeof(T).Name}.{value}={value:d}");

    private static Dictionary<string, string> ReadGolden(string file) => File
        .ReadLines(Path.Combine(Folder(), file))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('|', 2))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
