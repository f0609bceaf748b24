// XEP-0050: command payloads and their errors.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class CommandTests
{
    private const string Ns = "http://jabber.org/protocol/commands";

    [Fact]
    public void Requests()
    {
        Golden.Check(new Command("list"), $"<command xmlns='{Ns}' node='list'/>");
        Golden.Check(new Command("config", "s1") { Action = CommandAction.Next }.With(DataForm.Submit(null, new FormField("a", null, "1"))),
            $"<command xmlns='{Ns}' node='config' sessionid='s1' action='next'>"
            + "<x xmlns='jabber:x:data' type='submit'><field var='a'><value>1</value></field></x></command>");
        Assert.Equal(CommandAction.Execute, Golden.Read<Command>($"<command xmlns='{Ns}' node='a' action='execute'/>").Action);
    }

    [Fact]
    public void Answers()
    {
        var read = Golden.Check(
            new Command("config", "s1")
            {
                Status = CommandStatus.Executing,
                Lang = "en",
                Actions = new CommandActions([CommandAction.Prev, CommandAction.Complete], CommandAction.Complete),
                Notes = [new CommandNote(CommandNoteType.Warn, "Careful")],
            }.With(DataForm.Form(null, new FormField("a"))),
            $"<command xmlns='{Ns}' node='config' sessionid='s1' status='executing' xml:lang='en'><actions execute='complete'><prev/><complete/></actions>"
            + "<x xmlns='jabber:x:data' type='form'><field var='a'/></x><note type='warn'>Careful</note></command>");
        Assert.Equal(DataFormType.Form, read.Form!.Type);
        Golden.Check(new Command("c", "s") { Status = CommandStatus.Completed, Notes = [new CommandNote(CommandNoteType.Info, "Done")] },
            $"<command xmlns='{Ns}' node='c' sessionid='s' status='completed'><note type='info'>Done</note></command>");
        Golden.Check(new Command("c", "s") { Status = CommandStatus.Canceled }, $"<command xmlns='{Ns}' node='c' sessionid='s' status='canceled'/>");
        Assert.Equal(CommandNoteType.Info, Golden.Read<Command>($"<command xmlns='{Ns}' node='c'><note>Hi</note></command>").Notes[0].Type);
    }

    [Theory]
    [InlineData("<command xmlns='http://jabber.org/protocol/commands'/>", "bad-request")]
    [InlineData("<command xmlns='http://jabber.org/protocol/commands' node='a' action='dance'/>", "bad-request/malformed-action")]
    [InlineData("<command xmlns='http://jabber.org/protocol/commands' node='a' status='done'/>", "bad-request")]
    public void A_broken_command_is_refused(string xml, string condition) => Assert.Equal(condition, Golden.ReadError<Command>(xml));

    [Fact]
    public void Each_error_names_itself()
    {
        StanzaError[] errors =
        [
            CommandErrors.MalformedAction, CommandErrors.BadAction, CommandErrors.BadLocale, CommandErrors.BadPayload, CommandErrors.BadSessionId,
            CommandErrors.SessionExpired,
        ];
        Assert.Equal(
            [
                "modify bad-request malformed-action", "modify bad-request bad-action", "modify bad-request bad-locale",
                "modify bad-request bad-payload", "modify bad-request bad-sessionid", "cancel not-allowed session-expired",
            ],
            errors.Select(error => $"{error.Type.ToString().ToLowerInvariant()} {error.Condition} {error.Application!.Name}"));
        Assert.All(errors, error => Assert.Equal(Ns, error.Application!.Namespace));
    }
}
