// The table of contents: every module of the server. A new module is one line here.
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Balcony.Server.Modules;

/// <summary>All modules, those without a XEP of their own first, then in the order of their XEPs; within a stage, filters run in this order.</summary>
public static class ModuleCatalog
{
    public static IReadOnlyList<ModuleEntry> All { get; } =
    [
        Entry<LegacySessionModule>(),
        Entry<RosterModule>(),
        Entry<GreetingsModule>(),
        Entry<LastActivityModule>(),
        Entry<DiscoModule>(),
        Entry<RoomsModule>(),
        Entry<PrivateXmlModule>(),
        Entry<AdHocModule>(),
        Entry<VCardModule>(),
        Entry<RegisterModule>(),
        Entry<VersionModule>(),
        Entry<ComponentsModule>(),
        Entry<ContactModule>(),
        Entry<OfflineModule>(),
        Entry<BlockingModule>(),
        Entry<StreamManagementModule>(),
        Entry<PingModule>(),
        Entry<EntityTimeModule>(),
        Entry<CarbonsModule>(),
        Entry<ArchiveModule>(),
        Entry<ClientStateModule>(),
        Entry<DelegationModule>(),
        Entry<PrivilegesModule>(),
        Entry<PushModule>(),
        Entry<ReportsModule>(),
        Entry<Bind2Module>(),
        Entry<Sasl2Module>(),
        Entry<StreamLimitsModule>(),
        Entry<FastModule>(),
        Entry<ClientAccessModule>(),
    ];

    /// <summary>Whether a module runs.</summary>
    /// <param name="info">The module.</param>
    /// <param name="chosen">By name, what is not as by default.</param>
    public static bool IsOn(ModuleInfo info, IReadOnlyDictionary<string, bool> chosen) => chosen.TryGetValue(info.Name, out bool isOn) ? isOn : info.IsOnByDefault;

    private static ModuleEntry Entry<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TModule>()
        where TModule : IModule => new(TModule.Info, typeof(TModule), services => ActivatorUtilities.CreateInstance<TModule>(services));
}

/// <summary>A module that can be turned on.</summary>
public sealed record ModuleEntry(ModuleInfo Info, Type Type, CreateModule Create);

/// <summary>Makes a module with what its constructor asks for.</summary>
public delegate IModule CreateModule(IServiceProvider services);
