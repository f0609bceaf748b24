// From the connection to the bound resource, and every way in which it does not get there.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Tls;
using Xunit;
using static Balcony.Client.Tests.ScriptedServer;

namespace Balcony.Client.Tests;

public sealed class LoginTests
{
    private const string Scram = "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-1</mechanism></mechanisms>";

    [Fact]
    public async Task A_client_secures_logs_in_and_binds()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync();
        await rig.Server.SecureAsync();
        await rig.Server.LogInAsync(ChannelBindings.None, "PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256");
        await using var client = await connecting;

        Assert.Equal("user@example.org/balcony", client.Address.ToString());
        Assert.Equal("SCRAM-SHA-256", rig.Server.Mechanism);
        await EndAsync(rig, client);
    }

    [Fact]
    public async Task The_address_is_told_only_under_TLS()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync(rig.Options with { Lang = "de" });
        var plain = await rig.Server.OpenAsync(StartTls);
        await rig.Server.ReadAsync();
        await rig.Server.WriteAsync(Proceed);
        await rig.End.StartTlsAsync(TestContext.Current.CancellationToken);
        var secure = await rig.Server.OpenAsync(Scram);

        Assert.Equal(("example.org", null, "de"), (plain.Attribute("to"), plain.Attribute("from"), plain.Lang));
        Assert.Equal(("example.org", "user@example.org"), (secure.Attribute("to"), secure.Attribute("from")));
        rig.End.Abort();
        await Assert.ThrowsAsync<IOException>(() => connecting);
    }

    [Fact]
    public async Task A_server_without_TLS_is_left()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync();
        await rig.Server.OpenAsync(Scram);
        var fault = await Assert.ThrowsAsync<StreamException>(() => connecting);
        Assert.Equal(StreamCondition.PolicyViolation, fault.Condition);
    }

    [Fact]
    public async Task Without_TLS_a_client_goes_on_only_when_told_to()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync(rig.Options with { AllowsPlaintext = true });
        await rig.Server.LogInAsync(ChannelBindings.None, "SCRAM-SHA-1");
        await using var client = await connecting;
        await EndAsync(rig, client);
    }

    [Fact]
    public async Task A_password_never_goes_through_a_channel_in_the_clear()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync(rig.Options with { AllowsPlaintext = true, AllowsPlain = true });
        await rig.Server.OpenAsync(Scram.Replace("SCRAM-SHA-1", "PLAIN", StringComparison.Ordinal));
        await Assert.ThrowsAsync<SaslException>(() => connecting);
    }

    [Fact]
    public async Task What_is_sent_in_the_clear_after_proceed_is_forgotten()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync();
        await rig.Server.OpenAsync(StartTls);
        await rig.Server.ReadAsync();
        await rig.Server.WriteAsync(Proceed + "<stream:features><forged/></stream:features>");
        await rig.End.StartTlsAsync(TestContext.Current.CancellationToken);
        await rig.Server.LogInAsync(ChannelBindings.None, "SCRAM-SHA-1");
        await using var client = await connecting;
        await EndAsync(rig, client);
    }

    [Fact]
    public async Task A_wrong_password_is_told_with_its_condition()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync(rig.Options with { Password = "pencils" });
        await rig.Server.SecureAsync();
        // The server's script goes on to a restart that never comes.
        var serving = rig.Server.LogInAsync(ChannelBindings.None, "SCRAM-SHA-1");
        var fault = await Assert.ThrowsAsync<SaslException>(() => connecting);
        Assert.Equal(SaslCondition.NotAuthorized, fault.Condition);
        Assert.Equal("not-authorized: sorry", fault.Message);
        await Assert.ThrowsAnyAsync<Exception>(() => serving);
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_password_is_not_believed()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync();
        await rig.Server.SecureAsync();
        await rig.Server.OpenAsync(Scram);
        await rig.Server.ReadAsync();
        await rig.Server.WriteAsync("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        Assert.Null((await Assert.ThrowsAsync<SaslException>(() => connecting)).Condition);
    }

    [Fact]
    public async Task A_bad_challenge_is_answered_with_abort()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync();
        await rig.Server.SecureAsync();
        await rig.Server.OpenAsync(Scram);
        await rig.Server.ReadAsync();
        await rig.Server.WriteAsync("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>cj1hLHM9YSxpPTE=</challenge>");
        Assert.True((await rig.Server.ReadAsync()).Is("abort", SaslCondition.Ns));
        await Assert.ThrowsAsync<SaslException>(() => connecting);
        await rig.Server.ReadEndAsync();
    }

    [Fact]
    public async Task Who_has_no_account_comes_in_anonymously()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync(rig.Options with { Account = BareJid.Parse("example.org"), Resource = null });
        await rig.Server.SecureAsync();
        await rig.Server.LogInAsync(ChannelBindings.None, "SCRAM-SHA-1", "ANONYMOUS");
        await using var client = await connecting;
        Assert.Equal("anonymous@example.org/r", client.Address.ToString());
        await EndAsync(rig, client);
    }

    [Fact]
    public async Task A_refused_resource_is_told()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync(rig.Options with { AllowsPlaintext = true, Account = BareJid.Parse("example.org") });
        await rig.Server.OpenAsync(Scram.Replace("SCRAM-SHA-1", "ANONYMOUS", StringComparison.Ordinal));
        await rig.Server.ReadAsync();
        await rig.Server.WriteAsync("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        await rig.Server.OpenAsync(Bind);
        var id = (await rig.Server.ReadAsync()).Attribute("id");
        await rig.Server.WriteAsync($"<iq type='error' id='{id}'><error type='wait'>"
            + "<resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        Assert.Equal("resource-constraint", (await Assert.ThrowsAsync<StanzaException>(() => connecting)).Error.Condition);
    }

    [Theory]
    [InlineData("<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>", "host-unknown", null)]
    [InlineData("<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>b.example.org:5222</see-other-host></stream:error>",
        "see-other-host", "b.example.org:5222")]
    [InlineData("<stream:features><bad", "not-well-formed", null)]
    public async Task An_error_instead_of_features_is_told(string instead, string condition, string? otherHost)
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync();
        await rig.Server.NextAsync();
        await rig.Server.WriteAsync("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' id='1'>"
            + instead + (condition == "not-well-formed" ? "<<" : ""));
        var fault = await Assert.ThrowsAsync<StreamException>(() => connecting);
        Assert.Equal((condition, otherHost), (fault.Condition.Name, fault.OtherHost));
        await (condition == "not-well-formed" ? ReadErrorAsync(rig) : rig.Server.ReadEndAsync());

        static async Task ReadErrorAsync(MemoryRig rig) => Assert.Equal("error", (await rig.Server.ReadAsync()).Name);
    }

    [Fact]
    public async Task A_server_that_says_nothing_has_its_time()
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync();
        await rig.Server.NextAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<TimeoutException>(() => connecting);
    }

    // Both ends in good order, so that disposing the client waits for nothing.
    private static async Task EndAsync(MemoryRig rig, XmppClient client)
    {
        var closing = client.CloseAsync();
        await rig.Server.ReadEndAsync();
        await rig.Server.WriteAsync("</stream:stream>");
        await closing;
    }
}
