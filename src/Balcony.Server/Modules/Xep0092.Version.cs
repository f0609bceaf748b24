// XEP-0092: which software this is.
using System.Reflection;
using System.Runtime.InteropServices;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>What the server tells of itself.</summary>
public sealed record VersionOptions
{
    /// <summary>Whether the operating system is told, too (§6: it may help an attacker).</summary>
    public bool ShowSystem { get; init; }
}

/// <summary>XEP-0092: name and version of the server.</summary>
public sealed class VersionModule(VersionOptions options) : IModule
{
    /// <summary>The version of this build, such as <c>0.1.0</c>.</summary>
    public static string Number { get; } =
        typeof(VersionModule).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static ModuleInfo Info => new("version", new Xep(92, "1.1")) { Summary = "Name and version of the server.", Options = typeof(VersionOptions) };

    public void Register(ModuleBuilder module) =>
        module.OnGet<SoftwareVersionQuery>(
            IqTarget.Server | IqTarget.RoomService,
            (_, _) => IqReply.Result(new SoftwareVersion("Balcony", Number, options.ShowSystem ? RuntimeInformation.OSDescription : null)));
}
