// XEP-0114: what the server says of its components; they themselves are in Components/.
using Balcony.Server.Components;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>XEP-0114: programs that serve domains of their own, over connections that they or the server make.</summary>
internal sealed class ComponentsModule(ComponentDirectory components) : IModule, IDiscoNodes
{
    public static ModuleInfo Info => new("components", new Xep(114, "1.6", "Both methods, accept and connect."))
    {
        Summary = "Programs that serve domains of their own beside the hosts.",
    };

    public void Register(ModuleBuilder module) => module.Nodes(IqTarget.Server, this);

    public DiscoInfo? InfoOf(IqContext context, string node) => null;

    // XEP-0030 §4.1
    public IReadOnlyList<DiscoItem>? ItemsOf(IqContext context, string? node) => node is not null ? null :
    [
        .. components.All.Where(component => component.Options.Listed && Component.IsBelow(component.Domain, context.Host))
            .OrderBy(component => component.Domain.Domain, StringComparer.Ordinal)
            .Select(component => new DiscoItem(component.Domain, null, component.Options.Name)),
    ];
}
