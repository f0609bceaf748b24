// What a TLS channel can be bound to: RFC 5929 (tls-unique, tls-server-end-point) and RFC 9266 (tls-exporter).

namespace Balcony.Xmpp.Tls;

/// <summary>The channel-binding types of one connection. The data is computed when it is first asked for.</summary>
public sealed partial class ChannelBindings
{
    public const string Exporter = "tls-exporter";
    public const string ServerEndPoint = "tls-server-end-point";
    public const string Unique = "tls-unique";

    private readonly Func<string, byte[]?> _compute;
    private (string Type, byte[]? Data)? _last;

    private ChannelBindings(IReadOnlyList<string> types, Func<string, byte[]?> compute)
    {
        Types = types;
        _compute = compute;
    }

    /// <summary>A channel without TLS, or one that can be bound to nothing.</summary>
    public static ChannelBindings None { get; } = new([], _ => null);

    /// <summary>Strongest first. Connections that can do the same share one list.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Bindings known from elsewhere, such as from a proxy that ends TLS for us.</summary>
    public static ChannelBindings Of(params (string Type, byte[] Data)[] known) =>
        new([.. known.Select(binding => binding.Type)], type => known.FirstOrDefault(binding => binding.Type == type).Data);

    /// <summary>The data of a type; null for one that is not among <see cref="Types"/>. Call it while nobody reads or writes the channel.</summary>
    public byte[]? Data(string type)
    {
        if (!Types.Contains(type)) return null;
        if (_last is not { } last || last.Type != type) _last = last = (type, _compute(type));
        return last.Data;
    }
}
