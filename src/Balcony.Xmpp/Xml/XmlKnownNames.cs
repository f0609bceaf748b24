// The names and namespaces that XMPP streams carry all day. Missing ones work too; they only cost a string now and then.
namespace Balcony.Xmpp.Xml;

internal static class XmlKnownNames
{
    private const string Names = """
        a action active address addresses after affiliation affiliations amount annotation archived auth authentication authorization
        auth-mechanism base64 before bind block blocked blocklist body c candidate channel-binding
        chatstate childs command composing conference configure content count create credentials data default delay delete
        description destroy device devices displayed enable enabled encrypted encryption end error event expire expired extension fallback
        fast feature features field file fin first flags form format forwarded from gone group handshake hash hashes header headers history
        id identity image inactive index info initiate initiator inline instructions integer invite iq item items jid jingle json
        key keys lang last limit list loc markable max mechanism mechanisms media message meta mode moderate moderated name nick node notify
        occupant-id offer open optional option options order origin-id otherhost owner password participant paused payload photo
        ping pre preauth presence priority private prefs previd proceed proceed-inline pubsub publish publish-options purge query r
        reaction reactions reason received redirect register registered related remove replace reply report request required reset response
        result resume resumed resumption retract retracted role sasl-channel-binding sent service services session set show size
        sm source stanza-id start starttls stat state status store stream subject subscription subscriptions success text thread time to
        token transport tune type tzo unblock unlock unsubscribe url user username utc validate value var vcard vCard ver version via video voice
        wait who with word x xml xmlns xmpp h hint no-copy no-permanent-store no-store sid rid rsid prev node-id code condition
        FN N NICKNAME PHOTO TYPE BINVAL EMAIL TEL ORG TITLE ADR GIVEN FAMILY USERID DESC URL BDAY JABBERID EXTVAL
        abort challenge failure auxiliary continue user-agent software device initial-response additional-data authorization-identifier
        bad-request conflict feature-not-implemented forbidden internal-server-error item-not-found jid-malformed
        not-acceptable not-allowed not-authorized policy-violation recipient-unavailable registration-required
        remote-server-not-found remote-server-timeout resource-constraint service-unavailable subscription-required undefined-condition
        unexpected-request host host-unknown not-well-formed restricted-xml system-shutdown invalid-namespace invalid-xml
        aborted account-disabled credentials-expired encryption-required incorrect-encoding invalid-authzid invalid-mechanism
        malformed-request mechanism-too-weak temporary-auth-failure category get chat groupchat headline normal available unavailable
        subscribe subscribed unsubscribed probe ask approved both none cancel modify by stamp seconds location resource os
        actor decline hat hats mav maxchars maxstanzas moderated since until uri hue
        """;

    private const string Namespaces = """
        jabber:client jabber:server jabber:server:dialback jabber:component:accept jabber:iq:auth jabber:iq:gateway jabber:iq:last jabber:iq:oob
        jabber:iq:private jabber:iq:register jabber:iq:roster jabber:iq:rpc jabber:iq:search jabber:iq:time jabber:iq:version
        jabber:x:conference jabber:x:data jabber:x:delay jabber:x:encrypted jabber:x:event jabber:x:oob jabber:x:roster jabber:x:signed
        http://etherx.jabber.org/streams http://www.w3.org/XML/1998/namespace http://www.w3.org/1999/xhtml http://www.w3.org/2005/Atom
        http://jabber.org/protocol/activity http://jabber.org/protocol/address http://jabber.org/protocol/amp http://jabber.org/protocol/bob
        http://jabber.org/protocol/bytestreams http://jabber.org/protocol/caps http://jabber.org/protocol/chatstates
        http://jabber.org/protocol/commands http://jabber.org/protocol/compress http://jabber.org/protocol/disco#info
        http://jabber.org/protocol/disco#items http://jabber.org/protocol/feature-neg http://jabber.org/protocol/geoloc
        http://jabber.org/protocol/http-auth http://jabber.org/protocol/httpbind http://jabber.org/protocol/ibb http://jabber.org/protocol/mood
        http://jabber.org/protocol/muc http://jabber.org/protocol/muc#admin http://jabber.org/protocol/muc#owner http://jabber.org/protocol/muc#request
        http://jabber.org/protocol/muc#roomconfig http://jabber.org/protocol/muc#user http://jabber.org/protocol/nick http://jabber.org/protocol/offline
        http://jabber.org/protocol/pubsub http://jabber.org/protocol/pubsub#errors http://jabber.org/protocol/pubsub#event
        http://jabber.org/protocol/pubsub#node_config http://jabber.org/protocol/pubsub#owner http://jabber.org/protocol/pubsub#publish-options
        http://jabber.org/protocol/rosterx http://jabber.org/protocol/rsm http://jabber.org/protocol/shim http://jabber.org/protocol/si
        http://jabber.org/protocol/tune http://jabber.org/protocol/xhtml-im http://jabber.org/features/iq-auth http://jabber.org/features/iq-register
        http://jabber.org/features/compress http://jabber.org/network/serverinfo
        urn:ietf:params:xml:ns:vcard-4.0 urn:ietf:params:xml:ns:xmpp-bind urn:ietf:params:xml:ns:xmpp-framing urn:ietf:params:xml:ns:xmpp-sasl
        urn:ietf:params:xml:ns:xmpp-session urn:ietf:params:xml:ns:xmpp-stanzas urn:ietf:params:xml:ns:xmpp-streams urn:ietf:params:xml:ns:xmpp-tls
        urn:xmpp:alert urn:xmpp:archive urn:xmpp:attention:0 urn:xmpp:avatar:data urn:xmpp:avatar:metadata urn:xmpp:bidi urn:xmpp:bind:0
        urn:xmpp:blocking urn:xmpp:blocking:errors urn:xmpp:bob urn:xmpp:bookmarks:1 urn:xmpp:captcha urn:xmpp:carbons:2 urn:xmpp:cert-exchange
        urn:xmpp:chat-markers:0 urn:xmpp:chat-settings:0 urn:xmpp:component:0 urn:xmpp:csi:0 urn:xmpp:delay urn:xmpp:domain-based-name:1 urn:xmpp:eme:0
        urn:xmpp:extdisco:2 urn:xmpp:fallback:0 urn:xmpp:fast:0 urn:xmpp:features:dialback urn:xmpp:features:rosterver urn:xmpp:forward:0
        urn:xmpp:hashes:2 urn:xmpp:hints urn:xmpp:http:upload:0 urn:xmpp:idle:1 urn:xmpp:invite urn:xmpp:jingle-message:0 urn:xmpp:jingle:1
        urn:xmpp:mam:2 urn:xmpp:mam:2#extended urn:xmpp:mds:displayed:0 urn:xmpp:media-element urn:xmpp:message-attaching:1 urn:xmpp:message-correct:0
        urn:xmpp:message-moderate:1 urn:xmpp:message-retract:1 urn:xmpp:muc-conditions-0 urn:xmpp:occupant-id:0 urn:xmpp:omemo:2 urn:xmpp:openpgp:0
        urn:xmpp:ping urn:xmpp:pre-approval urn:xmpp:push:0 urn:xmpp:reactions:0 urn:xmpp:receipts urn:xmpp:reference:0 urn:xmpp:reply:0
        urn:xmpp:reporting:1 urn:xmpp:rtt:0 urn:xmpp:sasl-cb:0 urn:xmpp:sasl:2 urn:xmpp:scram-upgrade:0 urn:xmpp:sid:0 urn:xmpp:sm:3
        urn:xmpp:spoiler:0 urn:xmpp:styling:0 urn:xmpp:thumbs:1 urn:xmpp:time urn:xmpp:xdata:dynamic urn:xmpp:sfs:0 urn:xmpp:sce:1
        vcard-temp vcard-temp:x:update storage:bookmarks storage:rosternotes storage:metacontacts roster:delimiter
        eu.siacs.conversations.axolotl urn:xmpp:jingle:apps:rtp:1 urn:xmpp:jingle:apps:file-transfer:5 urn:xmpp:jingle:transports:ice-udp:1
        urn:xmpp:jingle:transports:s5b:1 urn:xmpp:jingle:transports:ibb:1 urn:xmpp:jingle:errors:1
        urn:xmpp:fasten:0 urn:xmpp:hats:0 urn:xmpp:message-moderate:0 urn:xmpp:message-retract:0 urn:xmpp:muc:affiliations:1
        urn:xmpp:notification-settings:1
        """;

    public static IEnumerable<string> All => Split(Names).Concat(Split(Namespaces)).Distinct();

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
