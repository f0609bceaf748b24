// Commands about components (XEP-0114).
using System.Globalization;

namespace Balcony.Server.Commands;

internal static class ComponentCommands
{
    private static readonly TextArgument Domain = new("domain", "The component's domain") { IsPositional = true, IsRequired = true };
    private static readonly TextArgument Reason = new("reason", "What the component is told");

    public static IReadOnlyList<Command> All { get; } =
    [
        new("component list", "List the components, and the connections that they have", List) { Permission = CommandPermission.ServerAdmin },
        new("component disconnect", "End the connections of a component; it may connect again", Disconnect)
        {
            Arguments = [Domain, Reason],
            Permission = CommandPermission.ServerAdmin,
        },
    ];

    private static ValueTask<CommandResult> List(CommandContext context)
    {
        var components = context.Services.Components!.List();
        int connected = components.Count(component => component.RemoteAddress is not null);
        return new(CommandResult.Ok($"{connected} {(connected == 1 ? "connection" : "connections")}.") with
        {
            Columns = ["component", "from", "security", "since", "queued"],
            Rows = [.. components.Select(component => (IReadOnlyList<string>)
            [
                component.Component.ToString(), component.RemoteAddress ?? "not connected", component.RemoteAddress is null ? "" : component.Security ?? "none",
                component.Since?.ToString("u", CultureInfo.InvariantCulture) ?? "", component.Queued.ToString(CultureInfo.InvariantCulture),
            ])],
        });
    }

    private static ValueTask<CommandResult> Disconnect(CommandContext context)
    {
        string name = context.Need(Domain);
        int? ended = Xmpp.Addressing.BareJid.TryParse(name, out Xmpp.Addressing.BareJid? domain) ? context.Services.Components!.Disconnect(domain, context.Get(Reason)) : null;
        return new(ended switch
        {
            null => CommandResult.NotFound($"{name} is no component of this server."),
            0 => CommandResult.NotFound($"{name} is not connected."),
            1 => CommandResult.Ok("1 connection was ended."),
            _ => CommandResult.Ok($"{ended} connections were ended."),
        });
    }
}
