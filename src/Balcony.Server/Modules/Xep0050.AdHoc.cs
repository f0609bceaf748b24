// XEP-0050: the administrative commands of the registry, step by step, for admins of the host that is asked; their forms are in Xep0133.*.
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Commands;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using AdHoc = Balcony.Xmpp.Payloads.Command;
using CommandStatus = Balcony.Server.Commands.CommandStatus;
using StepStatus = Balcony.Xmpp.Payloads.CommandStatus;

namespace Balcony.Server.Modules;

/// <summary>What commands that are not completed may cost.</summary>
public sealed record AdHocOptions
{
    /// <summary>How long a command waits for its next step.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Commands of all admins that may wait at a time; one more ends the oldest.</summary>
    [Range(1, 10_000)]
    public int MaxSessions { get; init; } = 100;
}

/// <summary>
/// XEP-0050: commands of hosts.
/// <code>
///            execute                    next (destructive ones)
///   nothing ─────────► filling the form ───────────────────────► reviewing
///      │                 │   ▲  complete                prev │       │ complete
///      │ without a form  ▼   └───────────────────────────────┘       ▼
///      └─────────────► run: completed, or an error, after which the form may be sent again
/// </code>
/// <c>cancel</c> ends it anywhere, and so does time.
/// </summary>
public sealed class AdHocModule(CommandRegistry commands, AdHocOptions options, TimeProvider clock) : IModule, IDiscoNodes
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly AdHocSessions _sessions = new(options, clock);

    public static ModuleInfo Info => new(
        "ad-hoc",
        new Xep(50, "1.3.0", "commands of hosts, for admins; in English"),
        new Xep(133, "1.3.1", "without §4.11 and §4.12 (lists of the whole server), §4.16, §4.17, §4.21, §4.22 (who is active) and §4.29 (admins are configured); a roster is shown as a table; accounts have neither an e-mail address nor a name"))
    {
        Summary = "Administrative commands for the clients of admins.",
        Options = typeof(AdHocOptions),
    };

    public void Register(ModuleBuilder module)
    {
        module.OnSet<AdHoc>(IqTarget.Server, Step);
        module.Nodes(IqTarget.Server, this);
        module.Every(SweepInterval, _ =>
        {
            _sessions.EndExpired();
            return default;
        });
    }

    // §2.2: who may not run a command is told so, and sees none in the list.
    public DiscoInfo? InfoOf(IqContext context, string node)
    {
        if (node == AdHoc.Ns)
        {
            Admin(context);
            return new DiscoInfo { Identities = [new DiscoIdentity("automation", "command-list", "Administration")], Features = [AdHoc.Ns] };
        }
        if (ServiceAdministration.Find(node) is not { } form)
        {
            return null;
        }
        Check(Admin(context), form);
        return new DiscoInfo { Identities = [new DiscoIdentity("automation", "command-node", form.Title)], Features = [AdHoc.Ns, DataForm.Ns] };
    }

    public IReadOnlyList<DiscoItem>? ItemsOf(IqContext context, string? node)
    {
        if (node is null)
        {
            return commands.CallerOf(context.From.Bare).Administers(context.Host) ? [new DiscoItem(context.Host, AdHoc.Ns, "Administration")] : [];
        }
        if (node == AdHoc.Ns)
        {
            var caller = Admin(context);
            return [.. ServiceAdministration.For(caller).Select(form => new DiscoItem(context.Host, form.Node, form.Title))];
        }
        if (ServiceAdministration.Find(node) is not { } known)
        {
            return null;
        }
        Check(Admin(context), known);
        return [];
    }

    private CommandCaller Admin(IqContext context)
    {
        var caller = commands.CallerOf(context.From.Bare);
        return caller.Administers(context.Host) ? caller : throw new StanzaException(StanzaError.Forbidden);
    }

    private static void Check(CommandCaller caller, CommandForm form)
    {
        if (!ServiceAdministration.For(caller).Contains(form))
        {
            throw new StanzaException(StanzaError.Forbidden);
        }
    }

    private ValueTask<IqReply> Step(IqContext context, AdHoc request)
    {
        var caller = Admin(context);
        var form = ServiceAdministration.Find(request.Node) ?? throw new StanzaException(StanzaError.ItemNotFound);
        Check(caller, form);
        // §3: a language that is asked for here; that of the stanza or the stream is a preference, and most admins read English.
        if (request.Lang is { } lang && !lang.Equals("en", StringComparison.OrdinalIgnoreCase) && !lang.StartsWith("en-", StringComparison.OrdinalIgnoreCase))
        {
            return IqReply.Error(CommandErrors.BadLocale);
        }
        return request.SessionId is { } id ? GoOn(context, caller, form, request, id) : Begin(context, caller, form, request);
    }

    private ValueTask<IqReply> Begin(IqContext context, CommandCaller caller, CommandForm form, AdHoc request)
    {
        if (request.Action != CommandAction.Execute)
        {
            return IqReply.Error(CommandErrors.BadSessionId);
        }
        var execution = _sessions.Begin(context.From, form);
        if (!form.AsksAnything)
        {
            return IqReply.Later(RunAsync(context, caller, execution, null));
        }
        _sessions.Keep(execution);
        return form.Preset is { Command: var shows } ? IqReply.Later(PresetAsync(context, caller, execution, shows)) : Filling(execution);
    }

    private async Task<IqReply> PresetAsync(IqContext context, CommandCaller caller, AdHocSession execution, string shows)
    {
        var host = new Dictionary<string, IReadOnlyList<string>> { ["host"] = [context.Host.ToString()] };
        var shown = await commands.RunAsync(caller, shows, host, null, context.Cancel).ConfigureAwait(false);
        return Answer(execution, StepStatus.Executing, execution.Form.AskWith(shown), actions: FillingActions(execution));
    }

    private ValueTask<IqReply> GoOn(IqContext context, CommandCaller caller, CommandForm form, AdHoc request, string id)
    {
        // Read before the session is taken: a form that is none must not end it.
        var submitted = request.Form;
        if (_sessions.Take(id) is not { } execution)
        {
            return IqReply.Error(_sessions.WasIssued(id, context.From, form.Node) ? CommandErrors.SessionExpired : CommandErrors.BadSessionId);
        }
        if (!execution.From.Equals(context.From) || execution.Form != form)
        {
            _sessions.Keep(execution);
            return IqReply.Error(CommandErrors.BadSessionId);
        }
        if (request.Action == CommandAction.Cancel || submitted is { Type: DataFormType.Cancel })
        {
            return Answer(execution, StepStatus.Canceled);
        }
        switch (request.Action)
        {
            case CommandAction.Prev when execution.Reviewed is { } reviewed:
                execution = execution with { Reviewed = null };
                _sessions.Keep(execution);
                return Filling(execution, reviewed);
            case CommandAction.Next when form.Command.IsDestructive && execution.Reviewed is null:
                execution = execution with { Reviewed = Accept(execution, submitted) };
                _sessions.Keep(execution);
                return Reviewing(execution);
            // §3.4: our answers say that execute is complete.
            case CommandAction.Complete or CommandAction.Execute:
                var accepted = execution.Reviewed ?? Accept(execution, submitted);
                return IqReply.Later(RunAsync(context, caller, execution, accepted));
            default:
                _sessions.Keep(execution);
                return IqReply.Error(CommandErrors.BadAction);
        }
    }

    // §4.4: what is wrong with the form can be put right in the same session.
    private DataForm Accept(AdHocSession execution, DataForm? submitted)
    {
        string? problem = submitted is { Type: DataFormType.Submit } ? execution.Form.ProblemOf(submitted) : "the form is missing";
        if (problem is null)
        {
            return submitted!;
        }
        _sessions.Keep(execution);
        throw new StanzaException(CommandErrors.BadPayload.With(problem));
    }

    private static IqReply Filling(AdHocSession execution, DataForm? before = null) =>
        Answer(execution, StepStatus.Executing, execution.Form.Ask(before), actions: FillingActions(execution));

    private static CommandActions FillingActions(AdHocSession execution) => new(
        execution.Form.Command.IsDestructive ? [CommandAction.Next, CommandAction.Complete] : [CommandAction.Complete], CommandAction.Complete);

    private static IqReply Reviewing(AdHocSession execution) => Answer(
        execution, StepStatus.Executing, execution.Form.Review(execution.Reviewed!),
        actions: new CommandActions([CommandAction.Prev, CommandAction.Complete], CommandAction.Complete));

    private static IqReply Answer(
        AdHocSession execution, StepStatus status, DataForm? form = null, IReadOnlyList<CommandNote>? notes = null, CommandActions? actions = null)
    {
        var answer = new AdHoc(execution.Form.Node, execution.Id) { Status = status, Lang = "en", Actions = actions, Notes = notes ?? [] };
        return IqReply.Result(form is null ? answer : answer.With(form));
    }

    // Beside every mailbox: what a command does may need the requester's own.
    private async Task<IqReply> RunAsync(IqContext context, CommandCaller caller, AdHocSession execution, DataForm? submitted)
    {
        var results = new List<(string Address, CommandResult Result)>();
        foreach (var (address, arguments) in execution.Form.Runs(submitted, context.Host))
        {
            results.Add((address, await commands.RunAsync(caller, execution.Form.Command.Name, arguments, null, context.Cancel).ConfigureAwait(false)));
        }
        if (results is not [(_, var only)])
        {
            return Answer(execution, StepStatus.Completed, CommandForm.Table(results), [CommandForm.Summary(results)]);
        }
        if (ErrorOf(only, caller, execution.Form) is { } error)
        {
            if (execution.Form.AsksAnything && only.Status != CommandStatus.Failed)
            {
                _sessions.Keep(execution);
            }
            return IqReply.Error(error.With(only.Message));
        }
        return Answer(execution, StepStatus.Completed, execution.Form.Show(only, submitted, out bool isCut), CommandForm.Notes(only, isCut));
    }

    // XEP-0133 §5. What has a table to show, or no form to correct, is completed with a note instead.
    private static StanzaError? ErrorOf(CommandResult result, CommandCaller caller, CommandForm form) => result.Status switch
    {
        CommandStatus.Ok => null,
        _ when result.Rows.Count > 0 || !form.AsksAnything => null,
        CommandStatus.Invalid => CommandErrors.BadPayload,
        CommandStatus.NotFound => StanzaError.ItemNotFound,
        CommandStatus.Conflict => StanzaError.Conflict,
        // Who may do everything was refused something that nobody may do.
        CommandStatus.Refused => caller.IsServerAdmin ? StanzaError.NotAllowed : StanzaError.Forbidden,
        _ => StanzaError.InternalServerError,
    };
}
