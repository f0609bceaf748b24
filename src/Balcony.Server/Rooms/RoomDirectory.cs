// All rooms of the server: one service for each host.
using Balcony.Server.Commands;
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Rooms;

/// <summary>The services with rooms, and where a room is found. Any thread may call.</summary>
internal sealed class RoomDirectory
{
    private const int ManyRooms = 5_000;

    private readonly Dictionary<BareJid, RoomService> _byAddress;
    private readonly IServerConfiguration _configuration;

    public RoomDirectory(
        IServiceProvider services, Router router, IStorage storage, StanzaIds ids, RoomOptions options, IServerConfiguration configuration, TimeProvider clock,
        ILoggerFactory loggers)
    {
        _configuration = configuration;
        var features = RoomFeatureCatalog.Create(services, this);
        Services = new RoomServices(
            router, new RoomStore(storage, [.. features.SelectMany(feature => feature.Settings)]), storage, ids, options, features, clock,
            loggers.CreateLogger("Balcony.Server.Rooms"))
        {
            IsAdmin = IsAdmin,
            Directory = this,
            Registrations = services.GetRequiredService<ServerRegistrations>(),
            Iqs = services.GetRequiredService<IIqSender>(),
        };
        _byAddress = router.Hosts
            .Select(host => new RoomService(BareJid.Create(null, $"{options.Service}.{host.Domain}"), host, Services))
            .ToDictionary(service => service.Address);
    }

    public RoomServices Services { get; }

    /// <summary>How many rooms wait for their makers.</summary>
    public UnconfiguredRooms Unconfigured { get; } = new();

    /// <summary>The services, in the order of their names.</summary>
    public IEnumerable<RoomService> All => _byAddress.Values.OrderBy(service => service.Address.Domain, StringComparer.Ordinal);

    /// <summary>The service of a host; null: it is none of ours.</summary>
    public RoomService? Of(BareJid host) => _byAddress.Values.FirstOrDefault(service => service.Host.Equals(host));

    /// <summary>The service that a room's address belongs to; null: it is no room's.</summary>
    public RoomService? ServiceOf(BareJid room) => _byAddress.GetValueOrDefault(room.Host);

    /// <summary>Takes what is for rooms from now on.</summary>
    /// <param name="dispatcher">Answers requests to services and rooms.</param>
    public void Attach(IqDispatcher dispatcher)
    {
        Services.Dispatcher = dispatcher;
        foreach (var service in _byAddress.Values)
        {
            if (!Services.Router.Attach(service.Address, service))
            {
                RoomsLog.DomainTaken(Services.Logger, service.Address.Domain);
            }
        }
    }

    /// <summary>Rooms that were to last only as long as somebody was in them did not outlive the last run of the server.</summary>
    public async Task AwakenAsync()
    {
        try
        {
            var gone = new List<BareJid>();
            await foreach (var room in Services.Store.TemporaryAsync().ConfigureAwait(false))
            {
                gone.Add(room);
            }
            foreach (var room in gone)
            {
                if (ServiceOf(room) is { } service && service.Get(room) is { } left)
                {
                    left.Run(static room =>
                    {
                        room.RemoveIfLeftBehind();
                        return default;
                    });
                }
            }
        }
        catch (StorageException fault)
        {
            RoomsLog.AwakenFault(Services.Logger, fault);
        }
    }

    /// <summary>What is due in rooms from time to time, and rooms that nobody uses go from memory; called about once a minute.</summary>
    public void Sweep()
    {
        int before = _byAddress.Values.Sum(service => service.Count);
        foreach (var service in _byAddress.Values)
        {
            foreach (var room in service.Rooms)
            {
                room.Run(static one => one.RemoveIfForgotten());
                room.Run(static one => one.TendAsync());
            }
        }
        if (before - _byAddress.Values.Sum(service => service.Count) >= ManyRooms)
        {
            // What they leave behind would stay until memory is short; an idle server does not come to that.
            GC.Collect(2, GCCollectionMode.Forced, blocking: false);
        }
    }

    /// <summary>Tells every occupant that the server stops (XEP-0045 §11.2).</summary>
    public Task StopAsync() => Task.WhenAll(_byAddress.Values.SelectMany(service => service.Rooms).Select(room => room.StopAsync()));

    // Of the host that the rooms belong to, or of the whole server.
    private bool IsAdmin(BareJid host, BareJid address)
    {
        var current = _configuration.Options;
        return current.Admins.Contains(address) || (current.AllHosts.TryGetValue(host, out var named) && named.Admins.Contains(address));
    }
}
