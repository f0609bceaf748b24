// Limits per address.
using System.Net;
using Balcony.Server.Net;
using Xunit;

namespace Balcony.Server.Tests.Net;

public sealed class AddressTableTests
{
    private readonly SteppedClock _clock = new();

    [Fact]
    public void An_address_may_hold_so_many_connections_and_no_more()
    {
        var table = new AddressTable(new NetLimits { MaxConnectionsPerAddress = 2 }, _clock);

        Assert.Equal(Admission.Admitted, Enter(table, "192.0.2.1"));
        Assert.Equal(Admission.Admitted, Enter(table, "192.0.2.1"));
        Assert.Equal(Admission.TooManyFromAddress, Enter(table, "192.0.2.1"));
        Assert.Equal(Admission.Admitted, Enter(table, "192.0.2.2"));
        table.Leave(IPAddress.Parse("192.0.2.1"));
        Assert.Equal(Admission.Admitted, Enter(table, "192.0.2.1"));
    }

    [Fact]
    public void An_IPv6_client_counts_by_its_64_bit_prefix()
    {
        var table = new AddressTable(new NetLimits { MaxConnectionsPerAddress = 1 }, _clock);

        Assert.Equal(Admission.Admitted, Enter(table, "2001:db8:0:1::1"));
        Assert.Equal(Admission.TooManyFromAddress, Enter(table, "2001:db8:0:1:ffff::2"));
        Assert.Equal(Admission.Admitted, Enter(table, "2001:db8:0:2::1"));
    }

    [Fact]
    public void New_connections_beyond_the_burst_come_at_the_rate()
    {
        var limits = new NetLimits { NewConnectionsBurstPerAddress = 2, NewConnectionsPerSecondPerAddress = 0.5 };
        var table = new AddressTable(limits, _clock);
        Enter(table, "192.0.2.1");
        Enter(table, "192.0.2.1");

        Assert.Equal(Admission.TooFast, Enter(table, "192.0.2.1"));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Admission.Admitted, Enter(table, "192.0.2.1"));
        Assert.Equal(Admission.TooFast, Enter(table, "192.0.2.1"));
    }

    [Fact]
    public void Loopback_is_limited_only_where_asked()
    {
        var table = new AddressTable(new NetLimits { MaxConnectionsPerAddress = 1 }, _clock);
        var strict = new AddressTable(new NetLimits { MaxConnectionsPerAddress = 1, LimitLoopback = true }, _clock);

        Assert.Equal([Admission.Admitted, Admission.Admitted], [Enter(table, "127.0.0.1"), Enter(table, "127.0.0.1")]);
        Assert.Equal([Admission.Admitted, Admission.TooManyFromAddress], [Enter(strict, "::1"), Enter(strict, "::1")]);
    }

    [Fact]
    public void Addresses_without_connections_are_forgotten_when_the_table_is_full()
    {
        var table = new AddressTable(new NetLimits { MaxTrackedAddresses = 100, NewConnectionsBurstPerAddress = 1 }, _clock);
        for (var last = 1; last <= 100; last++)
        {
            Enter(table, $"192.0.2.{last}");
            table.Leave(IPAddress.Parse($"192.0.2.{last}"));
        }

        Assert.Equal(Admission.TooManyConnections, Enter(table, "198.51.100.1"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Admission.Admitted, Enter(table, "198.51.100.1"));
        Assert.Equal(1, table.Tracked);
    }

    [Fact]
    public void All_listeners_together_have_a_limit()
    {
        var table = new AddressTable(new NetLimits { MaxConnections = 1 }, _clock);

        Assert.Equal(Admission.Admitted, Enter(table, "127.0.0.1"));
        Assert.Equal(Admission.TooManyConnections, Enter(table, "127.0.0.1"));
    }

    private static Admission Enter(AddressTable table, string address) => table.Enter(IPAddress.Parse(address));
}
