// XEP-0133's table against the registry, and commands of a server that was composed in code.
using Balcony.Server.Accounts;
using Balcony.Server.Commands;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Xunit;

namespace Balcony.Server.Tests.Modules;

public sealed class ServiceAdministrationTests
{
    private static readonly BareJid Host = BareJid.Parse("example.org");

    [Fact]
    public void Every_command_of_the_registry_is_offered()
    {
        var offered = ServiceAdministration.All.Select(form => form.Node).ToHashSet();
        Assert.Empty(CommandRegistry.All.Where(command => !command.NamesFiles && !offered.Contains(command.Node)).Select(command => command.Name));
    }

    [Fact]
    public void No_two_commands_have_the_same_node() =>
        Assert.Equal(ServiceAdministration.All.Count, ServiceAdministration.All.Select(form => form.Node).Distinct().Count());

    [Fact]
    public void What_a_form_asks_is_what_its_command_takes()
    {
        foreach (var form in ServiceAdministration.All)
        {
            var taken = form.Command.Arguments.Select(argument => argument.Name).ToList();
            Assert.All(form.Fields.Select(field => field.Argument).OfType<string>(), argument => Assert.Contains(argument, taken));
            var asked = form.Fields.Select(field => field.Argument).ToList();
            Assert.All(form.Command.Arguments.Where(argument => argument.IsRequired), argument => Assert.Contains(argument.Name, asked));
        }
    }

    [Fact]
    public void Secrets_are_asked_as_secrets_and_never_shown_again()
    {
        foreach (var form in ServiceAdministration.All)
        {
            var secrets = form.Command.Arguments.Where(argument => argument is SecretArgument).Select(argument => argument.Name).ToHashSet();
            var fields = form.Fields.Where(field => field.Argument is { } argument && secrets.Contains(argument)).ToList();
            Assert.All(fields, field => Assert.Equal(FormFieldType.TextPrivate, field.Field.Type));
            var submitted = DataForm.Submit(null, [.. form.Fields.Select(field => new FormField(field.Field.Var!, null, fields.Contains(field) ? "s3cret" : "open"))]);
            Assert.All(fields, field => Assert.Empty(form.Ask(submitted).Values(field.Field.Var!)));
            Assert.DoesNotContain("s3cret", form.Review(submitted).Fields.SelectMany(field => field.Values));
        }
    }

    [Fact]
    public void An_admin_of_a_host_is_not_offered_what_is_about_the_server()
    {
        var titles = ServiceAdministration.For(new CommandCaller("juliet", false, [Host])).Select(form => form.Command.Name).ToList();
        Assert.Contains("user add", titles);
        Assert.DoesNotContain("reload", titles);
        Assert.Empty(ServiceAdministration.For(new CommandCaller("romeo", false, [])));
    }

    [Theory]
    [InlineData("config show")]
    [InlineData("config check")]
    [InlineData("reload")]
    [InlineData("version")]
    public async Task A_server_composed_in_code_runs_commands_about_its_configuration(string command)
    {
        var clock = new TestClock();
        var errors = new LoggedErrors();
        await using var storage = new MemoryStorage();
        using var accounts = await AccountDirectory.OpenAsync(storage, [Host], new(), clock);
        await using var server = new BalconyServer(
            new ServerSettings { Hosts = [Host], Admins = [BareJid.Parse("juliet@example.org")] }, storage, accounts, clock, errors, new ServerMetrics());
        var result = await server.Commands.RunAsync(
            server.Commands.CallerOf(BareJid.Parse("juliet@example.org")), command, new Dictionary<string, IReadOnlyList<string>>(), null,
            TestContext.Current.CancellationToken);
        Assert.Empty(errors.All);
        Assert.Equal(Balcony.Server.Commands.CommandStatus.Ok, result.Status);
    }
}
