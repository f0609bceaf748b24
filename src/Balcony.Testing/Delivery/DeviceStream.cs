// One connection of a device: from TCP to the login, then elements one by one.
using System.Text;
#pragma warning disable RS0030 // The proof judges our XML with a parser that is not ours.
using System.Xml;
using System.Xml.Linq;
using Balcony.Testing.Scenarios;

namespace Balcony.Testing.Delivery;

/// <summary>One reader and one writer at a time.</summary>
internal sealed class DeviceStream(Wire wire, DeviceOptions options) : IAsyncDisposable
{
    public static readonly XNamespace Client = "jabber:client";
    public static readonly XNamespace Bind = "urn:ietf:params:xml:ns:xmpp-bind";
    private static readonly XNamespace Streams = "http://etherx.jabber.org/streams";
    private static readonly XNamespace Tls = "urn:ietf:params:xml:ns:xmpp-tls";
    private static readonly XNamespace Sasl = "urn:ietf:params:xml:ns:xmpp-sasl";

    private readonly byte[] _buffer = new byte[16 * 1024];
    private StreamCutter _cutter = new();

    /// <summary>Up to the login; returns what is offered afterwards.</summary>
    public async Task<XElement> LogInAsync(CancellationToken cancel)
    {
        await OpenToTlsAsync(cancel);
        if (options.IsPlaintext) await ScramAsync(cancel);
        else
        {
            await WriteAsync($"<auth xmlns='{Sasl}' mechanism='PLAIN'>{Base64($"\0{options.Local}\0{options.Password}")}</auth>", cancel);
            await ExpectAsync(Sasl + "success", cancel);
        }
        return await OpenAsync(cancel);
    }

    /// <summary>Makes the account by in-band registration (XEP-0077).</summary>
    public async Task RegisterAsync(CancellationToken cancel)
    {
        await OpenToTlsAsync(cancel);
        await WriteAsync($"<iq type='set' id='made'><query xmlns='jabber:iq:register'><username>{options.Local}</username><password>{options.Password}</password></query></iq>", cancel);
        var answer = await ExpectAsync(Client + "iq", cancel);
        if (answer.Attribute("type")?.Value != "result") throw new InvalidDataException($"{options.Local} cannot be registered: {answer}");
    }

    public ValueTask WriteAsync(string xml, CancellationToken cancel) => wire.WriteAsync(Encoding.UTF8.GetBytes(xml), cancel);

    /// <summary>Null when the stream or the connection has ended.</summary>
    public async ValueTask<XElement?> ReadAsync(CancellationToken cancel)
    {
        while (true)
        {
            var cut = _cutter.Next();
            if (cut.Kind == CutKind.StreamClose) return null;
            if (cut.Kind != CutKind.NeedMoreData) return cut.Element;
            var count = await wire.ReadAsync(_buffer, cancel);
            if (count == 0) return null;
            _cutter.Append(_buffer.AsSpan(0, count));
        }
    }

    public async ValueTask<XElement> ExpectAsync(XName name, CancellationToken cancel)
    {
        XElement? element;
        try
        {
            element = await ReadAsync(cancel);
        }
        catch (XmlException broken)
        {
            // COMPAT(balcony 0.1): a server that stops between two streams says so without a header.
            throw new IOException($"not XML instead of {name.LocalName}: {broken.Message}", broken);
        }
        if (element is null) throw new IOException($"the connection ended before {name.LocalName}");
        return element.Name == name ? element
            : element.Name == Streams + "error" ? throw new IOException($"stream error instead of {name.LocalName}: {element}")
            : throw new InvalidDataException($"expected {name.LocalName}, got {element}");
    }

    /// <summary>As when a cable is pulled. Any thread may call.</summary>
    public void Abort() => wire.Abort();

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private async Task OpenToTlsAsync(CancellationToken cancel)
    {
        await OpenAsync(cancel);
        if (options.IsPlaintext || wire.IsSecure) return;
        await WriteAsync($"<starttls xmlns='{Tls}'/>", cancel);
        await ExpectAsync(Tls + "proceed", cancel);
        await wire.StartTlsAsync(options.Host, cancel);
        await OpenAsync(cancel);
    }

    private async Task<XElement> OpenAsync(CancellationToken cancel)
    {
        _cutter = new StreamCutter();
        await WriteAsync($"<stream:stream xmlns='jabber:client' xmlns:stream='{Streams}' to='{options.Host}' version='1.0'>", cancel);
        await ExpectAsync(Streams + "stream", cancel);
        return await ExpectAsync(Streams + "features", cancel);
    }

    private async Task ScramAsync(CancellationToken cancel)
    {
        var scram = new ScramLogin("SCRAM-SHA-1", options.Local, options.Password);
        await WriteAsync($"<auth xmlns='{Sasl}' mechanism='SCRAM-SHA-1'>{Base64(scram.First())}</auth>", cancel);
        var challenge = await ExpectAsync(Sasl + "challenge", cancel);
        var answer = scram.Answer(Encoding.UTF8.GetString(Convert.FromBase64String(challenge.Value)));
        await WriteAsync($"<response xmlns='{Sasl}'>{Base64(answer)}</response>", cancel);
        await ExpectAsync(Sasl + "success", cancel);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
