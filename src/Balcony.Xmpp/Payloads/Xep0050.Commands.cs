// XEP-0050: commands that an address offers, in one step or several.
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>What the requester wants of the command (§5.1).</summary>
public enum CommandAction
{
    /// <summary>Start it, or take the default step.</summary>
    Execute,
    Prev,
    Next,
    Complete,
    Cancel,
}

/// <summary>How far the command is (§5.1).</summary>
public enum CommandStatus
{
    Executing,
    Completed,
    Canceled,
}

/// <summary>How grave a note is (§5.3).</summary>
public enum CommandNoteType
{
    Info,
    Warn,
    Error,
}

/// <summary>Something to tell the person who executes the command.</summary>
public sealed record CommandNote(CommandNoteType Type, string Text);

/// <summary>Which steps are possible now (§5.2).</summary>
/// <param name="Allowed">Of <see cref="CommandAction.Prev"/>, <see cref="CommandAction.Next"/>, <see cref="CommandAction.Complete"/>.</param>
/// <param name="Execute">What <see cref="CommandAction.Execute"/> means now; null is <see cref="CommandAction.Next"/>.</param>
public sealed record CommandActions(IReadOnlyList<CommandAction> Allowed, CommandAction? Execute = null);

/// <summary>A step of a command: a request when it has an action, an answer when it has a status.</summary>
/// <param name="Node">Which command.</param>
/// <param name="SessionId">The execution; null in the first request.</param>
public sealed record Command(string Node, string? SessionId = null) : IPayload<Command>, IIqSet<Command>
{
    public const string Ns = "http://jabber.org/protocol/commands";

    public static string ElementName => "command";

    public static string ElementNs => Ns;

    /// <summary>In requests.</summary>
    public CommandAction Action { get; init; }

    /// <summary>Null in requests.</summary>
    public CommandStatus? Status { get; init; }

    public string? Lang { get; init; }

    /// <summary>Null when the answer names no steps.</summary>
    public CommandActions? Actions { get; init; }

    public IReadOnlyList<CommandNote> Notes { get; init; } = [];

    /// <summary>Forms and whatever else the command is about; earlier ones take precedence (§3.5).</summary>
    public IReadOnlyList<XmlElement> Payloads { get; init; } = [];

    /// <summary>The first form among the payloads; null when there is none.</summary>
    /// <exception cref="StanzaException"><c>bad-request</c> for a form that is none.</exception>
    public DataForm? Form => Payloads.FirstOrDefault(payload => payload.Is(DataForm.ElementName, DataForm.Ns)) is { } form ? DataForm.Read(form) : null;

    /// <summary>The same step with one more payload.</summary>
    public Command With(IPayload payload) => this with { Payloads = [.. Payloads, XmlElement.Build(payload.Write)] };

    public static Command Read(XmlElement element) => new(element.Required("node"), element.Attribute("sessionid"))
    {
        Action = element.Attribute("action") is { } action
            ? ReadAction(action) ?? throw new StanzaException(CommandErrors.MalformedAction) : CommandAction.Execute,
        Status = element.Attribute("status") switch
        {
            null => null,
            "executing" => CommandStatus.Executing,
            "completed" => CommandStatus.Completed,
            "canceled" => CommandStatus.Canceled,
            _ => throw Schema.BadRequest("a command is executing, completed or canceled"),
        },
        Lang = element.Lang,
        Actions = element.Child("actions", Ns) is { } actions ? ReadActions(actions) : null,
        Notes = [.. element.ChildrenNamed("note").Select(ReadNote)],
        Payloads = [.. element.ForeignChildren()],
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Attribute("node", Node).Attribute("sessionid", SessionId)
            .Attribute("action", Action == CommandAction.Execute ? null : Name(Action))
            .Attribute("status", Status is { } status ? Name(status) : null).Lang(Lang);
        if (Actions is { } actions)
        {
            writer.Start("actions").Attribute("execute", actions.Execute is { } execute ? Name(execute) : null);
            foreach (var action in actions.Allowed) writer.EmptyElement(Name(action));
            writer.End();
        }
        foreach (var payload in Payloads) writer.Element(payload);
        foreach (var note in Notes) writer.Start("note").Attribute("type", Name(note.Type)).Text(note.Text).End();
        writer.End();
    }

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static CommandAction? ReadAction(string text) => text switch
    {
        "execute" => CommandAction.Execute,
        "prev" => CommandAction.Prev,
        "next" => CommandAction.Next,
        "complete" => CommandAction.Complete,
        "cancel" => CommandAction.Cancel,
        _ => null,
    };

    private static CommandActions ReadActions(XmlElement element)
    {
        var allowed = new List<CommandAction>(3);
        foreach (var child in element.Children)
        {
            if (ReadAction(child.Name) is CommandAction.Prev or CommandAction.Next or CommandAction.Complete) allowed.Add(ReadAction(child.Name)!.Value);
        }
        return new CommandActions(allowed, element.Attribute("execute") is { } execute ? ReadAction(execute) : null);
    }

    private static CommandNote ReadNote(XmlElement element) => new(
        element.Attribute("type") switch
        {
            "warn" => CommandNoteType.Warn,
            "error" => CommandNoteType.Error,
            _ => CommandNoteType.Info,
        },
        element.Text);
}

/// <summary>The errors of §4.4, each with its own condition beside the defined one.</summary>
public static class CommandErrors
{
    /// <summary>The action is not known.</summary>
    public static StanzaError MalformedAction { get; } = Make(StanzaError.BadRequest, "malformed-action");

    /// <summary>The action is not possible now.</summary>
    public static StanzaError BadAction { get; } = Make(StanzaError.BadRequest, "bad-action");

    /// <summary>The language is not spoken here.</summary>
    public static StanzaError BadLocale { get; } = Make(StanzaError.BadRequest, "bad-locale");

    /// <summary>The form lacks something.</summary>
    public static StanzaError BadPayload { get; } = Make(StanzaError.BadRequest, "bad-payload");

    /// <summary>The session never was.</summary>
    public static StanzaError BadSessionId { get; } = Make(StanzaError.BadRequest, "bad-sessionid");

    /// <summary>The session is over.</summary>
    public static StanzaError SessionExpired { get; } = Make(StanzaError.NotAllowed, "session-expired");

    private static StanzaError Make(StanzaError error, string condition) =>
        error.With(XmlElement.Build(writer => writer.EmptyElement(condition, Command.Ns)));
}
