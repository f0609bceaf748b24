// XEP-0054: keeps each account's vCard and hands it to whoever asks. XEP-0153's hash in presence is the client's own.
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>Limits of vCards.</summary>
public sealed record VCardOptions
{
    /// <summary>Largest vCard with its photo, in bytes.</summary>
    [Range(4_096, 16_777_216)]
    public int MaxBytes { get; init; } = 200 * 1024;
}

/// <summary>XEP-0054: vcard-temp of accounts.</summary>
public sealed class VCardModule(IStorage storage, VCardOptions options) : IModule
{
    private readonly IValueStore<byte[]> _cards = storage.OpenValue("vcard", BytesCodec.Instance);

    public static ModuleInfo Info => new("vcard", new Xep(54, "1.3"), new Xep(153, "1.1.1", "presence passes untouched"))
    {
        Summary = "vCards of accounts.",
        Options = typeof(VCardOptions),
    };

    public void Register(ModuleBuilder module)
    {
        module.OnGet<VCardQuery>(IqTarget.OwnAccount | IqTarget.Account, GetAsync);
        module.OnSet<VCard>(IqTarget.OwnAccount, Set);
        // §3.2: nobody changes another's.
        module.OnSet<VCard>(IqTarget.Account | IqTarget.NoAccount, (_, _) => IqReply.Error(StanzaError.Forbidden));
        module.Feature(IqTarget.Server, VCard.Ns);
    }

    private async ValueTask<IqReply> GetAsync(IqContext context, VCardQuery query) =>
        await _cards.GetAsync(context.Account!.Address, context.Cancel).ConfigureAwait(false) is { } xml
            ? IqReply.Result(new VCard(XmlElement.Parse(xml)))
            // §3.3: others learn as little as from an account that is not there.
            : IqReply.Error(context.Target == IqTarget.OwnAccount ? StanzaError.ItemNotFound : StanzaError.ServiceUnavailable);

    private ValueTask<IqReply> Set(IqContext context, VCard card)
    {
        byte[] xml = System.Text.Encoding.UTF8.GetBytes(card.Content.ToXml());
        return xml.Length > options.MaxBytes
            ? IqReply.Error(StanzaError.NotAcceptable.With($"a vCard may have {options.MaxBytes} bytes"))
            : IqReply.Result().After(storage.Commit(new UnitOfWork().Set(_cards, context.Account!.Address, xml)));
    }
}
