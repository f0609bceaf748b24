// XEP-0045 §7.2.17, §8.1: the subject of a room.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms.Features;

internal sealed class Subjects(TimeProvider clock) : RoomFeature
{
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

    public override StanzaError? CheckMessage(Room room, Occupant sender, Message message) =>
        Changes(message) && sender.Role != MucRole.Moderator && !(room.Configuration.AllowsSubjectChange && sender.Role == MucRole.Participant)
            ? StanzaError.Forbidden.With("you may not change the subject") : null;

    public override void OnMessage(Room room, Occupant? sender, Message message, long id)
    {
        if (Changes(message))
        {
            room.AfterCommit(room.Save(room.Stored with { Subject = new RoomSubject(message.ToUtf8(), clock.GetUtcNow()) }), null);
        }
    }

    // §7.2.17: the subject comes last, also when there is none, so that the client knows that it has all.
    public override ValueTask OnEnteredAsync(Room room, Entry entry, OccupantSession session)
    {
        room.Deliver(session, room.Stored.Subject is { } subject
            ? Stanza.Read(XmlElement.Parse(subject.Stanza)).With(new Delay(subject.Time, room.Address))
            : new Message(MessageType.Groupchat, null, room.Address, null, new Subject("")));
        return default;
    }

    public override void Describe(Room room, RoomDescription description)
    {
        if (description.IsForInsider && room.Stored.Subject is { } subject && XmlElement.Parse(subject.Stanza).Child("subject", "jabber:client") is { } text)
        {
            description.Fields.Add(new FormField(MucForms.InfoFields.Subject, FormFieldType.TextSingle, text.Text) { Label = "Subject" });
        }
        description.Fields.Add(new FormField(MucForms.InfoFields.SubjectMayChange, FormFieldType.Boolean, room.Configuration.AllowsSubjectChange ? "1" : "0"));
    }
}
