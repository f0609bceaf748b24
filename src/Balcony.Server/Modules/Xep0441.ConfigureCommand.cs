// XEP-0441 §2.2: the archiving preferences as a command (XEP-0050), for clients that know forms and no preferences.
using System.Security.Cryptography;
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>One form, filled with what holds. Nothing is kept between its steps: the session id says by itself that we made it, and for whom.</summary>
/// <param name="read">The preferences of an account.</param>
/// <param name="apply">Changes them, as far as they may be.</param>
internal sealed class ConfigureCommand(
    Func<Account, ArchivingPreferences> read, Func<Account, ArchivingPreferences, (ArchivingPreferences Applied, CommitTicket Kept)> apply) : IDiscoNodes
{
    public const string Node = "urn:xmpp:mam#configure";

    private const string Title = "What your archive keeps";
    private const string Default = "default", Always = "always", Never = "never";
    private const int IdBytes = 12;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public DiscoInfo? InfoOf(IqContext context, string node) => node switch
    {
        Command.Ns => new DiscoInfo { Identities = [new DiscoIdentity("automation", "command-list", "Commands")], Features = [Command.Ns] },
        Node => new DiscoInfo { Identities = [new DiscoIdentity("automation", "command-node", Title)], Features = [Command.Ns, DataForm.Ns] },
        _ => null,
    };

    public IReadOnlyList<DiscoItem>? ItemsOf(IqContext context, string? node) => node switch
    {
        Command.Ns => [new DiscoItem(context.Account!.Address, Node, Title)],
        Node or null => [],
        _ => null,
    };

    public ValueTask<IqReply> Step(IqContext context, Command request)
    {
        if (request.Node != Node)
        {
            return IqReply.Error(StanzaError.ItemNotFound);
        }
        if (request.SessionId is not { } id)
        {
            return request.Action == CommandAction.Execute ? Ask(context) : IqReply.Error(CommandErrors.BadSessionId);
        }
        if (!IsOurs(id, context.From))
        {
            return IqReply.Error(CommandErrors.BadSessionId);
        }
        return request.Action switch
        {
            CommandAction.Cancel => IqReply.Result(new Command(Node, id) { Status = CommandStatus.Canceled }),
            _ when request.Form is { Type: DataFormType.Cancel } => IqReply.Result(new Command(Node, id) { Status = CommandStatus.Canceled }),
            // XEP-0050 §3.4: our form says that execute is complete.
            CommandAction.Execute or CommandAction.Complete => Apply(context, id, request.Form),
            _ => IqReply.Error(CommandErrors.BadAction),
        };
    }

    private IqReply Ask(IqContext context)
    {
        var form = Form(DataFormType.Form, read(context.Account!)) with { Title = Title };
        return IqReply.Result(new Command(Node, NewId(context.From))
        {
            Status = CommandStatus.Executing,
            Lang = "en",
            Actions = new CommandActions([CommandAction.Complete], CommandAction.Complete),
        }.With(form));
    }

    private IqReply Apply(IqContext context, string id, DataForm? submitted)
    {
        var account = context.Account!;
        var asked = Form(DataFormType.Form, read(account));
        string? problem = submitted is { Type: DataFormType.Submit } ? submitted.ProblemAsAnswerTo(asked) : "the form is missing";
        if (problem is not null)
        {
            // The client may send it again, with the same session.
            return IqReply.Error(CommandErrors.BadPayload.With(problem));
        }
        // Fields that are left out say nothing, and change nothing.
        var before = read(account);
        var wanted = new ArchivingPreferences(
            submitted!.Value(Default) switch { "always" => ArchivingDefault.Always, "never" => ArchivingDefault.Never, _ => ArchivingDefault.Roster },
            Addresses(submitted, Always) ?? before.Always, Addresses(submitted, Never) ?? before.Never);
        var (applied, kept) = apply(account, wanted);
        return IqReply.Result(new Command(Node, id)
        {
            Status = CommandStatus.Completed,
            Lang = "en",
            Notes = [new CommandNote(CommandNoteType.Info, "This holds for messages from now on.")],
        }.With(Form(DataFormType.Result, applied))).After(kept);
    }

    private static IReadOnlyList<Jid>? Addresses(DataForm form, string name) => form.Find(name) is null ? null : [.. form.Values(name).Select(Jid.Parse).Distinct()];

    private static DataForm Form(DataFormType type, ArchivingPreferences preferences) => new(type)
    {
        Fields =
        [
            new FormField(DataForm.FormTypeVar, FormFieldType.Hidden, Node),
            new FormField(Default, FormFieldType.ListSingle, Word(preferences.Default))
            {
                Label = "Messages of everybody else",
                IsRequired = type == DataFormType.Form,
                Options = type != DataFormType.Form ? [] :
                [
                    new FormOption("always", "Are kept"), new FormOption("roster", "Are kept if the contact is in your contact list"), new FormOption("never", "Are not kept"),
                ],
            },
            new FormField(Always, FormFieldType.JidMulti) { Label = "Messages of these addresses are kept", Values = [.. preferences.Always.Select(jid => jid.ToString())] },
            new FormField(Never, FormFieldType.JidMulti) { Label = "Messages of these addresses are not kept", Values = [.. preferences.Never.Select(jid => jid.ToString())] },
        ],
    };

    private static string Word(ArchivingDefault value) => value switch
    {
        ArchivingDefault.Always => "always",
        ArchivingDefault.Never => "never",
        _ => "roster",
    };

    private string NewId(Jid from)
    {
        byte[] nonce = RandomNumberGenerator.GetBytes(IdBytes);
        return Convert.ToHexStringLower([.. nonce, .. Mac(nonce, from)]);
    }

    private bool IsOurs(string id, Jid from)
    {
        byte[] bytes = new byte[2 * IdBytes];
        return id.Length == 2 * bytes.Length
            && Convert.FromHexString(id, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(IdBytes), Mac(bytes[..IdBytes], from));
    }

    private byte[] Mac(byte[] nonce, Jid from) => HMACSHA256.HashData(_key, (byte[])[.. nonce, .. from.Utf8])[..IdBytes];
}
