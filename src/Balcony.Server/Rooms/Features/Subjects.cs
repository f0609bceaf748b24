// XEP-0045 §7.2.17, §8.1: the subject of a room.
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms.Features;

internal sealed class Subjects(RoomOptions options, TimeProvider clock) : RoomFeature
{
    // From examples of older versions of the specification; phone clients that are still in use look for nothing else.
    private const string OldSubjectMayChange = "muc#roominfo_changesubject";

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        RoomSetting.Boolean(
            MucForms.ConfigFields.ChangeSubject, "Participants may change the subject", config => config.AllowsSubjectChange,
            (config, isOn) => config with { AllowsSubjectChange = isOn }) with { InfoVar = MucForms.ConfigFields.ChangeSubject },
    ];

    // §8.1: a message with a subject, and neither body nor thread.
    public static bool Changes(Message message)
    {
        var element = message.Element;
        return element.Child("subject", element.ContentNs) is not null && element.Child("body", element.ContentNs) is null && element.Child("thread", element.ContentNs) is null;
    }

    /// <summary>A message is taken back (XEP-0424, XEP-0425): if it gave the room its subject, there is none any more.</summary>
    public static void TakeBack(Room room, RetractableMessage said, DateTimeOffset now, UnitOfWork unit)
    {
        if (!Changes(said.Message) || room.Stored.Subject is not { } subject)
        {
            return;
        }
        var set = Stanza.Read(XmlElement.Parse(subject.Stanza));
        if (set.Id != said.Message.Id || !Equals(set.Get<OccupantId>(), said.Message.Get<OccupantId>()) || TextOf(set) != TextOf(said.Message))
        {
            // Another one has followed.
            return;
        }
        room.Set(room.Stored with { Subject = new RoomSubject(None(room).ToUtf8(), now) }, unit);
        room.StateOf<LiveSubject>().IsTakenBack = true;
    }

    public override StanzaError? CheckMessage(Room room, Occupant sender, Message message) =>
        !Changes(message) ? null
        : sender.Role != MucRole.Moderator && !(room.Configuration.AllowsSubjectChange && sender.Role == MucRole.Participant)
            ? StanzaError.Forbidden.With("you may not change the subject")
        // Whoever enters gets all of it.
        : message.Bytes > options.MaxSubjectBytes ? StanzaError.NotAcceptable.With($"a message with a new subject has at most {options.MaxSubjectBytes} bytes")
        : null;

    // With the message, so that nobody sees a subject that does not last, archive or not.
    public override ValueTask AddChangesAsync(Room room, Occupant sender, Message message, UnitOfWork unit)
    {
        if (Changes(message))
        {
            room.Set(room.Stored with { Subject = new RoomSubject(message.ToUtf8(), clock.GetUtcNow()) }, unit);
        }
        return default;
    }

    public override void OnMessage(Room room, Occupant? sender, Message message, long id)
    {
        var live = room.StateOf<LiveSubject>();
        if (Changes(message))
        {
            (live.Id, live.Message) = (id, message);
        }
        if (live.IsTakenBack)
        {
            live.IsTakenBack = false;
            room.Say(None(room), null, null);
        }
    }

    // §7.2.17: the subject comes last, also when there is none, so that the client knows that it has all.
    public override ValueTask OnEnteredAsync(Room room, Entry entry, OccupantSession session)
    {
        room.Deliver(session, room.Stored.Subject is { } subject
            ? Stanza.Read(XmlElement.Parse(subject.Stanza)).With(new Delay(subject.Time, room.Address))
            : None(room));
        return default;
    }

    public override void Describe(Room room, RoomDescription description)
    {
        if (description.IsForInsider && room.Stored.Subject is { } subject && XmlElement.Parse(subject.Stanza).Child("subject", "jabber:client") is { } text)
        {
            description.Fields.Add(new FormField(MucForms.InfoFields.Subject, FormFieldType.TextSingle, text.Text) { Label = "Subject" });
        }
        string mayChange = room.Configuration.AllowsSubjectChange ? "1" : "0";
        description.Fields.Add(new FormField(MucForms.InfoFields.SubjectMayChange, FormFieldType.Boolean, mayChange));
        description.Fields.Add(new FormField(OldSubjectMayChange, FormFieldType.Boolean, mayChange));
    }

    private static Message None(Room room) => new(MessageType.Groupchat, null, room.Address, null, new Subject(""));

    private static string? TextOf(Stanza message) => message.Element.Child("subject", message.Element.ContentNs)?.Text;
}

/// <summary>The last subject that was set while the room is in memory: where no archive has it, it can be taken back all the same.</summary>
internal sealed class LiveSubject
{
    public long Id { get; set; }

    public Message? Message { get; set; }

    /// <summary>It is none any more, and nobody was told yet.</summary>
    public bool IsTakenBack { get; set; }

    /// <summary>Null: that is not its name.</summary>
    public Message? Find(long id) => id != 0 && id == Id ? Message : null;
}
