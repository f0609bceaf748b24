// A server that says what a test tells it to, over any way of carrying bytes.
using System.Text;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tls;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Client.Tests;

/// <summary>Reads elements and writes text. Its own end only: the test plays both sides.</summary>
#pragma warning disable CA1001 // a reader that is not disposed costs a pooled array, which a test can spare
internal sealed class ScriptedServer(
    Func<Memory<byte>, ValueTask<int>> read, Func<ReadOnlyMemory<byte>, ValueTask> write, Func<ValueTask> startTls)
#pragma warning restore CA1001
{
    public const string StartTls = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>";
    public const string Bind = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>";
    public const string Proceed = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";

    private readonly XmlStreamReader _reader = new(new XmlLimits(), "jabber:client");
    private readonly byte[] _buffer = new byte[4096];
    private ReadOnlyMemory<byte> _unread;

    /// <summary>The address that the login proved.</summary>
    public BareJid? Account { get; private set; }

    public string? Mechanism { get; private set; }

    public ValueTask WriteAsync(string xml) => write(Encoding.UTF8.GetBytes(xml));

    public async Task<XmlReadResult> NextAsync()
    {
        while (true)
        {
            if (TryNext(out var next)) return next;
            var count = await read(_buffer);
            if (count == 0) throw new IOException("the client is gone");
            _unread = _buffer.AsMemory(0, count);
        }
    }

    public async Task<XmlElement> ReadAsync()
    {
        var next = await NextAsync();
        Assert.Equal(XmlReadKind.Element, next.Kind);
        return next.Element!;
    }

    public async Task ReadEndAsync() => Assert.Equal(XmlReadKind.StreamClose, (await NextAsync()).Kind);

    /// <summary>Takes the client's header and answers with ours and these features.</summary>
    public async Task<XmlElement> OpenAsync(string features)
    {
        _reader.Restart();
        var header = await NextAsync();
        Assert.Equal(XmlReadKind.StreamOpen, header.Kind);
        await WriteAsync("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' "
            + $"version='1.0' from='example.org' id='1'><stream:features>{features}</stream:features>");
        return header.Element!;
    }

    public async Task SecureAsync()
    {
        await OpenAsync(StartTls);
        Assert.Equal("starttls", (await ReadAsync()).Name);
        await WriteAsync(Proceed);
        await startTls();
    }

    /// <summary>The whole login with the password <c>pencil</c>; then binds what the client asks for, or <c>r</c>.</summary>
    public async Task LogInAsync(ChannelBindings bindings, params string[] mechanisms)
    {
        var offer = SaslOffer.For(mechanisms, bindings);
        using var features = new XmlWriter();
        offer.Write(features);
        await OpenAsync(Encoding.UTF8.GetString(features.Written.Span));
        await AuthenticateAsync(new SaslContext { Host = BareJid.Parse("example.org"), Offer = offer, Bindings = bindings });
        await OpenAsync(Bind);
        await BindAsync();
    }

    public async Task BindAsync()
    {
        var request = await ReadAsync();
        var resource = request.FirstChild!.Child("resource", "urn:ietf:params:xml:ns:xmpp-bind")?.Text ?? "r";
        await WriteAsync($"<iq type='result' id='{request.Attribute("id")}'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
            + $"<jid>{Account}/{resource}</jid></bind></iq>");
    }

    private async Task AuthenticateAsync(SaslContext context)
    {
        var auth = await ReadAsync();
        Mechanism = auth.Attribute("mechanism")!;
        var server = SaslServer.Create(Mechanism, context)!;
        Assert.True(SaslBase64.TryDecode(auth.Text, out var data));
        for (var step = server.Step(data); ;)
        {
            switch (step.Kind)
            {
                case SaslStepKind.NeedCredentials:
                    step = server.Provide(ScramKeys.Create(server.Hash ?? ScramHash.Sha256, "pencil", 4096));
                    break;
                case SaslStepKind.Challenge:
                    await WriteAsync($"<challenge xmlns='{SaslCondition.Ns}'>{Convert.ToBase64String(step.Data.Span)}</challenge>");
                    Assert.True(SaslBase64.TryDecode((await ReadAsync()).Text, out data));
                    step = server.Step(data);
                    break;
                case SaslStepKind.Success:
                    Account = server.Account ?? BareJid.Parse("anonymous@example.org");
                    await WriteAsync($"<success xmlns='{SaslCondition.Ns}'>{Convert.ToBase64String(step.Data.Span)}</success>");
                    return;
                default:
                    await WriteAsync($"<failure xmlns='{SaslCondition.Ns}'><{step.Condition.Name}/><text>sorry</text></failure>");
                    return;
            }
        }
    }

    private bool TryNext(out XmlReadResult next)
    {
        var input = _unread.Span;
        next = input.IsEmpty ? default : _reader.Read(ref input);
        _unread = _unread[^input.Length..];
        return next.Kind is not (XmlReadKind.NeedMoreData or XmlReadKind.Whitespace);
    }
}
