// What modules declared for logins by SASL2, as the streams read it.
using Balcony.Server.Sessions;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

internal sealed class Sasl2Registrations
{
    private readonly Dictionary<(string Name, string Ns), BindInlineHandler> _bind = [];
    private readonly Dictionary<(string Name, string Ns), (int Order, Sasl2InlineHandler Handler)> _inline = [];
    private readonly List<XmlElement> _features = [];
    private readonly List<(XmlElement Request, BindInlineHandler Handler)> _always = [];

    /// <summary>XEP-0388 is spoken.</summary>
    public bool IsOffered { get; set; }

    /// <summary>XEP-0386 is, too.</summary>
    public bool HasBind { get; set; }

    /// <summary>XEP-0484 is, too: tokens may be asked for and proved.</summary>
    public bool HasTokens { get; set; }

    /// <summary>Clients that say who they are are remembered.</summary>
    public bool RemembersClients { get; set; }

    /// <summary>What <c>&lt;inline/&gt;</c> of the stream feature says, the same for every stream.</summary>
    public IReadOnlyList<XmlElement> Features { get; private set; } = [];

    public void AddBind(string name, string ns, BindInlineHandler handler)
    {
        if (!_bind.TryAdd((name, ns), handler))
        {
            throw new InvalidOperationException($"Two modules take {{{ns}}}{name} inside a bind request.");
        }
    }

    public void AddBound(Func<Session, ValueTask<XmlElement?>> handler) =>
        _always.Add((XmlElement.Build(new Bind2().Write), (session, _) => handler(session)));

    public void AddInline(string name, string ns, XmlElement? feature, Sasl2InlineHandler handler)
    {
        if (!_inline.TryAdd((name, ns), (_inline.Count, handler)))
        {
            throw new InvalidOperationException($"Two modules take {{{ns}}}{name} inside an authentication request.");
        }
        if (feature is not null)
        {
            _features.Add(feature);
        }
    }

    public void Freeze()
    {
        var features = new List<XmlElement>(_features);
        if (HasBind)
        {
            var bind = new Bind2Feature([.. _bind.Keys.Select(key => key.Ns).Distinct().Order(StringComparer.Ordinal)]);
            features.Insert(0, XmlElement.Build(bind.Write));
        }
        Features = features;
    }

    /// <summary>The requests that somebody answers, each once, in the order of the modules.</summary>
    public IEnumerable<(XmlElement Request, Sasl2InlineHandler Handler)> Inline(IReadOnlyList<XmlElement> requests) => requests
        .DistinctBy(request => (request.Name, request.Namespace))
        .Where(request => _inline.ContainsKey((request.Name, request.Namespace)))
        .Select(request => (Request: request, Entry: _inline[(request.Name, request.Namespace)]))
        .OrderBy(found => found.Entry.Order)
        .Select(found => (found.Request, found.Entry.Handler));

    /// <summary>What every binding causes, then the requests inside this one that somebody answers, each once, in the client's order.</summary>
    public IEnumerable<(XmlElement Request, BindInlineHandler Handler)> Bind(IReadOnlyList<XmlElement> requests) => _always.Concat(requests
        .DistinctBy(request => (request.Name, request.Namespace))
        .Where(request => _bind.ContainsKey((request.Name, request.Namespace)))
        .Select(request => (request, _bind[(request.Name, request.Namespace)])));
}
