// XEP-0157: where to write about abuse, security and the like.
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>Addresses as URIs, such as <c>mailto:abuse@example.org</c> or <c>xmpp:admin@example.org</c>.</summary>
public sealed record ContactOptions
{
    /// <summary>For reports of abuse.</summary>
    public IReadOnlyList<string> Abuse { get; init; } = [];

    /// <summary>Of the people who run the server.</summary>
    public IReadOnlyList<string> Admin { get; init; } = [];

    /// <summary>For opinions.</summary>
    public IReadOnlyList<string> Feedback { get; init; } = [];

    /// <summary>For customers to be.</summary>
    public IReadOnlyList<string> Sales { get; init; } = [];

    /// <summary>For reports of vulnerabilities.</summary>
    public IReadOnlyList<string> Security { get; init; } = [];

    /// <summary>Pages that tell whether the service works.</summary>
    public IReadOnlyList<string> Status { get; init; } = [];

    /// <summary>For help.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];
}

/// <summary>XEP-0157: the contact addresses in the server's disco#info.</summary>
public sealed class ContactModule(ContactOptions options) : IModule
{
    public static ModuleInfo Info => new("contact", new Xep(157, "1.1.1")) { Summary = "Contact addresses of the service.", Options = typeof(ContactOptions) };

    public void Register(ModuleBuilder module) => module.ExtendedInfo(IqTarget.Server, _ => new ContactAddresses
    {
        Abuse = options.Abuse,
        Admin = options.Admin,
        Feedback = options.Feedback,
        Sales = options.Sales,
        Security = options.Security,
        Status = options.Status,
        Support = options.Support,
    }.ToForm());
}
