// XEP-0357: push payloads.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class PushTests
{
    private const string Secret =
        "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/pubsub#publish-options</value></field>"
        + "<field var='secret'><value>eruio234vzxc2kla-91</value></field></x>";

    private static readonly Jid Service = Jid.Parse("push-5.client.example");
    private static readonly DataForm Options = DataForm.Submit(PushPublish.OptionsForm, new FormField("secret", null, "eruio234vzxc2kla-91"));

    [Fact]
    public void Enabling()
    {
        Golden.Check(new PushEnable(Service), "<enable xmlns='urn:xmpp:push:0' jid='push-5.client.example'/>");
        Golden.Check(new PushEnable(Service, "yxs32"), "<enable xmlns='urn:xmpp:push:0' jid='push-5.client.example' node='yxs32'/>");
        Golden.Check(
            new PushEnable(Service, "yxs32") { Options = Options, WantsUrgency = true },
            $"<enable xmlns='urn:xmpp:push:0' jid='push-5.client.example' node='yxs32'>{Secret}<priority xmlns='tigase:push:priority:0'/></enable>");
    }

    [Fact]
    public void A_form_of_another_type_is_no_publish_options() => Assert.Null(Golden.Read<PushEnable>(
        "<enable xmlns='urn:xmpp:push:0' jid='a'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>other</value></field></x></enable>").Options);

    [Fact]
    public void Disabling()
    {
        Golden.Check(new PushDisable(Service), "<disable xmlns='urn:xmpp:push:0' jid='push-5.client.example'/>");
        Golden.Check(new PushDisable(Service, "yxs32"), "<disable xmlns='urn:xmpp:push:0' jid='push-5.client.example' node='yxs32'/>");
    }

    [Fact]
    public void Publishing()
    {
        Golden.Check(
            new PushPublish(null, new PushNotification()),
            "<pubsub xmlns='http://jabber.org/protocol/pubsub'><publish><item><notification xmlns='urn:xmpp:push:0'/></item></publish></pubsub>");
        var summary = new PushSummary
        {
            MessageCount = 2,
            PendingSubscriptionCount = 1,
            LastMessageSender = Jid.Parse("juliet@capulet.example/balcony"),
            LastMessageBody = "Wherefore",
        };
        var read = Golden.Check(
            new PushPublish("yxs32", new PushNotification { Summary = summary, Urgency = PushUrgency.High }) { Options = Options },
            "<pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='yxs32'><item><notification xmlns='urn:xmpp:push:0'>"
            + "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:push:summary</value></field>"
            + "<field var='message-count'><value>2</value></field><field var='pending-subscription-count'><value>1</value></field>"
            + "<field var='last-message-sender'><value>juliet@capulet.example/balcony</value></field>"
            + "<field var='last-message-body'><value>Wherefore</value></field></x>"
            + $"<priority xmlns='tigase:push:priority:0'>high</priority></notification></item></publish><publish-options>{Secret}</publish-options></pubsub>");
        Assert.Equal(summary, read.Notification.Summary);
    }

    [Fact]
    public void The_service_takes_no_more() => Golden.Check(
        new PushRevoked("yxs32", Jid.Parse("user@example.com")),
        "<pubsub xmlns='http://jabber.org/protocol/pubsub' node='yxs32'><affiliation jid='user@example.com' affiliation='none'/></pubsub>");

    [Theory]
    [InlineData("<enable xmlns='urn:xmpp:push:0' node='n'/>", "bad-request")]
    [InlineData("<enable xmlns='urn:xmpp:push:0' jid='@'/>", "jid-malformed")]
    [InlineData("<enable xmlns='urn:xmpp:push:0' jid='a'><x xmlns='jabber:x:data'/></enable>", "bad-request")]
    public void A_broken_request_is_refused(string xml, string condition) => Assert.Equal(condition, Golden.ReadError<PushEnable>(xml));

    [Theory]
    [InlineData("<pubsub xmlns='http://jabber.org/protocol/pubsub' node='n'/>")]
    [InlineData("<pubsub xmlns='http://jabber.org/protocol/pubsub' node='n'><affiliation jid='a@b' affiliation='publish-only'/></pubsub>")]
    public void What_still_allows_publishing_is_no_revocation(string xml) => Assert.Equal("bad-request", Golden.ReadError<PushRevoked>(xml));
}
