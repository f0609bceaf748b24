// From the table of peers to the zones that the lab's DNS server has.
using System.Net;

namespace Balcony.Cli.Lab.Ground;

internal sealed class LabZones
{
    private const int FillingTargets = 30;

    private readonly Dictionary<string, LabZone> _zones;
    private readonly LabDnsData _data;
    private readonly LabPlaces _places;

    private LabZones(LabPlaces places, TimeProvider clock)
    {
        _places = places;
        LabZone[] zones =
        [
            new("", new LabZoneKey(), clock),
            new(LabNames.SecureZone, new LabZoneKey(), clock),
            new(LabNames.InsecureZone, null, clock),
            new(LabNames.BogusZone, new LabZoneKey(), clock),
            new(LabNames.ExpiredZone, new LabZoneKey(), clock) { Signatures = LabSignature.Expired },
        ];
        _zones = zones.ToDictionary(zone => zone.Origin);
        _data = new LabDnsData(zones);
        foreach (var zone in zones.Where(zone => zone.Origin.Length > 0))
        {
            // In the bogus zone the fingerprint is that of another key.
            var key = zone.Origin == LabNames.BogusZone ? new LabZoneKey() : zone.Key;
            _zones[""].Delegate(zone.Origin, key?.FingerprintFor(zone.Origin));
        }
    }

    public static LabDnsData Build(IEnumerable<LabPeer> peers, IEnumerable<LabSubject> subjects, LabPlaces places, TimeProvider clock)
    {
        var made = new LabZones(places, clock);
        made.Put(LabRecord.Address(LabZone.ServerName, places.NameServer, LabZone.Ttl));
        foreach (var peer in peers) made.AddPeer(peer);
        foreach (var subject in subjects) made.AddSubject(subject);
        foreach (var zone in made._data.Zones) zone.Seal();
        return made._data;
    }

    private void AddSubject(LabSubject subject)
    {
        var host = subject.StartTls.Address.Equals(subject.DirectTls?.Address ?? subject.StartTls.Address) ? "xmpp." + subject.Domain : "starttls." + subject.Domain;
        Put(LabRecord.Service("_xmpp-server._tcp." + subject.Domain, new LabTarget(host, subject.StartTls.Port), LabZone.Ttl));
        Put(LabRecord.Address(host, subject.StartTls.Address, LabZone.Ttl));
        if (subject.DirectTls is not { } direct) return;
        var directHost = "xmpp." + subject.Domain;
        Put(LabRecord.Service("_xmpps-server._tcp." + subject.Domain, new LabTarget(directHost, direct.Port, Priority: 20), LabZone.Ttl));
        if (host != directHost) Put(LabRecord.Address(directHost, direct.Address, LabZone.Ttl));
    }

    private void AddPeer(LabPeer peer)
    {
        var spec = peer.Spec;
        if (spec.Dns is LabDns.ServerFailure or LabDns.Silent)
            _data.Refuse(spec.Domain, null, spec.Dns == LabDns.Silent ? LabDnsRefusal.Ignore : LabDnsRefusal.Fail);
        if (spec.Dns == LabDns.NoSuchName) return;
        AddServices(peer);
        AddAddresses(peer);
        foreach (var listener in peer.Listeners) AddTlsa(peer, listener.EndPoint.Port);
        if (spec.Posh != LabPosh.None && spec.Host != spec.Domain) Put(LabRecord.Address(spec.Domain, _places.Web, TtlOf(spec)));
    }

    private void AddServices(LabPeer peer)
    {
        var spec = peer.Spec;
        if (spec.Dns == LabDns.NoSrv) return;
        // Weaker than STARTTLS, so that it is known which is tried first.
        foreach (var (isDirect, priority) in (ReadOnlySpan<(bool, int)>)[(false, 10), (true, 20)])
        {
            var owner = $"{ServiceName(spec, isDirect)}.{spec.Domain}";
            if (spec.Dns == LabDns.NotOffered) Put(LabRecord.Service(owner, new LabTarget("", 0, 0, 0), TtlOf(spec)));
            else if (peer.Listeners.FirstOrDefault(listener => listener.IsDirectTls == isDirect) is { } listener)
            {
                var target = new LabTarget(spec.Host, listener.EndPoint.Port, priority);
                AddService(spec, owner, target);
                if (spec.SecondDomain is { } second) AddService(spec, $"{ServiceName(spec, isDirect)}.{second}", target);
            }
        }
    }

    private void AddService(LabPeerSpec spec, string owner, LabTarget target)
    {
        if (spec.Dns == LabDns.AliasLoop)
        {
            Put(LabRecord.Alias(owner, "other." + owner, TtlOf(spec)));
            Put(LabRecord.Alias("other." + owner, owner, TtlOf(spec)));
            return;
        }
        if (spec.Dns is LabDns.AliasOfSrv or LabDns.AliasIntoInsecure)
        {
            var real = spec.Dns == LabDns.AliasOfSrv ? $"real.{owner}" : owner.Replace(LabNames.SecureZone, LabNames.InsecureZone, StringComparison.Ordinal);
            Put(LabRecord.Alias(owner, real, TtlOf(spec)));
            owner = real;
        }
        Put(LabRecord.Service(owner, target, TtlOf(spec)));
        if (spec.Dns == LabDns.DeadFirstTarget) Put(LabRecord.Service(owner, new LabTarget("dead." + spec.Domain, _places.Refusing.Port, 1), TtlOf(spec)));
        if (spec.Dns == LabDns.ManyTargets)
        {
            for (var i = 0; i < FillingTargets; i++)
                Put(LabRecord.Service(owner, new LabTarget($"spare-{i}.dead.{spec.Domain}", _places.Refusing.Port, 100 + i), TtlOf(spec)));
        }
        if (spec.Dns is LabDns.BogusSrv or LabDns.UnsignedSrv)
            ZoneOf(owner).Spoil(owner, LabType.Srv, spec.Dns == LabDns.BogusSrv ? LabSignature.Wrong : LabSignature.Missing);
    }

    private void AddAddresses(LabPeer peer)
    {
        var (spec, host) = (peer.Spec, peer.Spec.Host);
        if (spec.Dns is LabDns.DeadFirstTarget) Put(LabRecord.Address("dead." + spec.Domain, _places.Refusing.Address, TtlOf(spec)));
        if (spec.Dns is LabDns.ManyTargets)
        {
            for (var i = 0; i < FillingTargets; i++) Put(LabRecord.Address($"spare-{i}.dead.{spec.Domain}", _places.Refusing.Address, TtlOf(spec)));
        }
        if (spec.Dns == LabDns.NoAddress) Put(LabRecord.Text(host, "no address", TtlOf(spec)));
        if (spec.Dns is LabDns.NotOffered or LabDns.NoAddress) return;
        if (spec.Dns == LabDns.AliasOfTarget)
        {
            Put(LabRecord.Alias(host, "real." + host, TtlOf(spec)));
            host = "real." + host;
        }
        Put(LabRecord.Address(host, peer.Address, TtlOf(spec)));
        if (spec.Dns == LabDns.DeadIpv6) Put(LabRecord.Address(host, IPAddress.IPv6Loopback, TtlOf(spec)));
        if (spec.Dns == LabDns.BogusAddress) ZoneOf(host).Spoil(host, LabType.A, LabSignature.Wrong);
    }

    // RFC 7673 §3.1: at the host and port that SRV names.
    private void AddTlsa(LabPeer peer, int port)
    {
        var spec = peer.Spec;
        var owner = $"_{port}._tcp.{spec.Host}";
        foreach (var tlsa in spec.Tlsa) Put(LabRecord.Tlsa(owner, tlsa, LabTlsaValue.Of(tlsa, peer.Identity, _places.Former), TtlOf(spec)));
        if (spec.Dns == LabDns.TlsaFails) _data.Refuse(owner, LabType.Tlsa, LabDnsRefusal.Fail);
        if (spec.Dns == LabDns.BogusTlsa) ZoneOf(owner).Spoil(owner, LabType.Tlsa, LabSignature.Wrong);
    }

    private static string ServiceName(LabPeerSpec spec, bool isDirect)
    {
        var isClient = spec.Service == LabService.Client || spec.Dns == LabDns.SrvForClientsOnly;
        return (isDirect ? "_xmpps-" : "_xmpp-") + (isClient ? "client" : "server") + "._tcp";
    }

    private static uint TtlOf(LabPeerSpec spec) => spec.Dns == LabDns.ShortTtl ? 1 : LabZone.Ttl;

    private LabZone ZoneOf(string name) => _data.ZoneOf(name, LabType.A);

    private void Put(LabRecord record) => ZoneOf(record.Owner).Add(record);
}

/// <summary>Where what the peers share is, and the key that they had before.</summary>
internal sealed record LabPlaces(IPAddress NameServer, IPAddress Web, IPEndPoint Refusing, LabKey Former);
