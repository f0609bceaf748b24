// XEP-0157: whom to write to about a server, as a form in its disco#info.
namespace Balcony.Xmpp.Payloads;

/// <summary>Addresses as URIs (<c>mailto:</c>, <c>xmpp:</c>, <c>https:</c>), each list in order of preference.</summary>
public sealed record ContactAddresses
{
    public const string FormType = "http://jabber.org/network/serverinfo";

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

    public static ContactAddresses Read(DataForm form) => new()
    {
        Abuse = form.Values("abuse-addresses"),
        Admin = form.Values("admin-addresses"),
        Feedback = form.Values("feedback-addresses"),
        Sales = form.Values("sales-addresses"),
        Security = form.Values("security-addresses"),
        Status = form.Values("status-addresses"),
        Support = form.Values("support-addresses"),
    };

    /// <summary>The form; null when there is no address at all.</summary>
    public DataForm? ToForm()
    {
        (string Var, IReadOnlyList<string> Values)[] all =
        [
            ("abuse-addresses", Abuse), ("admin-addresses", Admin), ("feedback-addresses", Feedback), ("sales-addresses", Sales),
            ("security-addresses", Security), ("status-addresses", Status), ("support-addresses", Support),
        ];
        var fields = all.Where(list => list.Values.Count > 0)
            .Select(list => new FormField(list.Var, FormFieldType.ListMulti) { Values = list.Values }).ToList();
        return fields.Count == 0 ? null : DataForm.Result(FormType, [.. fields]);
    }
}
