// XEP-0050 in rooms: lists the commands of the features, asks their forms, runs them.
using System.Security.Cryptography;
using System.Text;
using Balcony.Server.Modules;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

/// <summary>Nothing is kept between a form and its answer: the id of the session says by itself that it was given to this asker for this command.</summary>
internal sealed class RoomCommands(RoomDirectory rooms) : RoomFeature, IDiscoNodes
{
    private const int NonceBytes = 12;
    private const int MacBytes = 12;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    private IEnumerable<RoomCommand> All => rooms.Services.Features.SelectMany(feature => feature.Commands);

    public override void Register(ModuleBuilder module)
    {
        module.OnSet<Command>(IqTarget.Room, Step);
        module.Nodes(IqTarget.Room, this);
    }

    public DiscoInfo? InfoOf(IqContext context, string node)
    {
        if (node == Command.Ns)
        {
            return new DiscoInfo { Identities = [new DiscoIdentity("automation", "command-list", "Commands")], Features = [Command.Ns] };
        }
        return Find(context, node) is { } command
            ? new DiscoInfo { Identities = [new DiscoIdentity("automation", "command-node", command.Title)], Features = [Command.Ns, DataForm.Ns] } : null;
    }

    // §2.2: who may not run a command does not see it.
    public IReadOnlyList<DiscoItem>? ItemsOf(IqContext context, string? node) =>
        node == Command.Ns
            ? [.. All.Where(command => command.MayRun(context.Room!, context.From)).Select(command => new DiscoItem(context.Room!.Address, command.Node, command.Title))]
            : node is not null && Find(context, node) is not null ? [] : null;

    private RoomCommand? Find(IqContext context, string node) => All.FirstOrDefault(command => command.Node == node) switch
    {
        null => null,
        var command when command.MayRun(context.Room!, context.From) => command,
        _ => throw new StanzaException(StanzaError.Forbidden),
    };

    private ValueTask<IqReply> Step(IqContext context, Command request)
    {
        var room = context.Room!;
        var command = Find(context, request.Node) ?? throw new StanzaException(StanzaError.ItemNotFound);
        if (request.SessionId is { } given && !WasIssued(given, room, context.From, command))
        {
            return IqReply.Error(CommandErrors.BadSessionId);
        }
        string id = request.SessionId ?? NewId(room, context.From, command);
        switch (request.Action)
        {
            case CommandAction.Cancel when request.SessionId is not null:
                return Answer(command, id, CommandStatus.Canceled);
            case CommandAction.Execute:
            case CommandAction.Complete when request.SessionId is not null:
                break;
            default:
                return IqReply.Error(request.SessionId is null ? CommandErrors.BadSessionId : CommandErrors.BadAction);
        }
        var submitted = request.Form;
        if (submitted is { Type: DataFormType.Cancel })
        {
            return Answer(command, id, CommandStatus.Canceled);
        }
        if (command.Ask?.Invoke(room) is { } form)
        {
            if (submitted is null && request.SessionId is null)
            {
                return Answer(command, id, CommandStatus.Executing, form, new CommandActions([CommandAction.Complete], CommandAction.Complete));
            }
            // XEP-0317 §3.3: who knows the form may submit it at once.
            string? problem = submitted is { Type: DataFormType.Submit } ? submitted.ProblemAsAnswerTo(form) : "the form is missing";
            if (problem is not null)
            {
                return IqReply.Error(CommandErrors.BadPayload.With(problem));
            }
        }
        var result = command.Run(room, submitted ?? DataForm.Submit(null));
        var answer = Answer(command, id, CommandStatus.Completed, result.Form);
        return result.Ticket is { } ticket ? answer.After(ticket) : answer;
    }

    private static IqReply Answer(RoomCommand command, string id, CommandStatus status, DataForm? form = null, CommandActions? actions = null)
    {
        var answer = new Command(command.Node, id) { Status = status, Actions = actions };
        return IqReply.Result(form is null ? answer : answer.With(form));
    }

    private string NewId(Room room, Jid from, RoomCommand command)
    {
        byte[] nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        return Convert.ToHexStringLower([.. nonce, .. Mac(nonce, room, from, command)]);
    }

    private bool WasIssued(string id, Room room, Jid from, RoomCommand command)
    {
        byte[] bytes = new byte[NonceBytes + MacBytes];
        return id.Length == bytes.Length * 2
            && Convert.FromHexString(id, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(NonceBytes), Mac(bytes[..NonceBytes], room, from, command));
    }

    private byte[] Mac(byte[] nonce, Room room, Jid from, RoomCommand command) => HMACSHA256.HashData(
        _key, (byte[])[.. nonce, .. room.Address.Utf8, 0, .. from.Utf8, 0, .. Encoding.UTF8.GetBytes(command.Node)])[..MacBytes];
}
