// XEP-0049: a place for what clients want to keep on the server.
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>Limits of private XML storage.</summary>
public sealed record PrivateXmlOptions
{
    /// <summary>Most elements that one account may keep.</summary>
    [Range(1, 100_000)]
    public int MaxElements { get; init; } = 500;

    /// <summary>Largest element, in bytes.</summary>
    [Range(1_024, 16_777_216)]
    public int MaxBytes { get; init; } = 128 * 1024;
}

/// <summary>XEP-0049: keeps elements of an account by their name and namespace; only the account itself gets at them (§3).</summary>
public sealed class PrivateXmlModule(IStorage storage, PrivateXmlOptions options) : IModule
{
    private readonly IMapStore<byte[]> _elements = storage.OpenMap("private-xml", BytesCodec.Instance);

    public static ModuleInfo Info => new("private-xml", new Xep(49, "1.2")) { Summary = "Private XML storage of clients.", Options = typeof(PrivateXmlOptions) };

    public void Register(ModuleBuilder module)
    {
        module.OnGet<PrivateXmlQuery>(IqTarget.OwnAccount, GetAsync);
        module.OnSet<PrivateXml>(IqTarget.OwnAccount, SetAsync);
        // §3: nobody else's.
        module.OnGet<PrivateXmlQuery>(IqTarget.Account, (_, _) => IqReply.Error(StanzaError.Forbidden));
        module.OnSet<PrivateXml>(IqTarget.Account, (_, _) => IqReply.Error(StanzaError.Forbidden));
        // XEP-0049 §10: clients find it without being told, but some ask.
        module.Feature(IqTarget.Server, PrivateXml.Ns);
    }

    private async ValueTask<IqReply> GetAsync(IqContext context, PrivateXmlQuery query)
    {
        byte[]? stored = await _elements.GetAsync(context.Account!.Address, Key(query.Name, query.Namespace), context.Cancel).ConfigureAwait(false);
        // §3.2: what was never stored comes back empty, as it was asked for.
        var element = stored is null
            ? XmlElement.Build(writer => writer.Start(query.Name, query.Namespace).End())
            : XmlElement.Parse(stored);
        return IqReply.Result(new PrivateXml([element]));
    }

    private async ValueTask<IqReply> SetAsync(IqContext context, PrivateXml query)
    {
        var owner = context.Account!.Address;
        int count = await _elements.CountAsync(owner, context.Cancel).ConfigureAwait(false);
        if (count + query.Content.Count > options.MaxElements)
        {
            return IqReply.Error(StanzaError.ResourceConstraint.With("too many elements are kept"));
        }
        var unit = new UnitOfWork();
        foreach (var element in query.Content)
        {
            byte[] xml = System.Text.Encoding.UTF8.GetBytes(element.ToXml());
            if (xml.Length > options.MaxBytes)
            {
                return IqReply.Error(StanzaError.NotAcceptable.With("the element is too large"));
            }
            unit.Set(_elements, owner, Key(element.Name, element.Namespace), xml);
        }
        return IqReply.Result().After(storage.Commit(unit));
    }

    private static string Key(string name, string ns) => $"{ns} {name}";
}
