// A scenario script as data: who takes part, and what happens in which order.
namespace Balcony.Testing.Scenarios;

/// <summary>One script. <see cref="Tags"/> are its <c>##</c> lines, name to value; <see cref="Server"/> the properties of its [Server] block.</summary>
public sealed record ScenarioScript(
    string Name,
    string Title,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyDictionary<string, string> Server,
    IReadOnlyList<Participant> Participants,
    IReadOnlyList<Step> Steps)
{
    /// <summary>Each host is a server of its own, and they reach each other.</summary>
    public bool IsFederated => Server.GetValueOrDefault("federated") == "on" || Participants.Any(participant => participant.Kind == ParticipantKind.Peer);

    public override string ToString() => Name;
}

public enum ParticipantKind
{
    /// <summary>Connects and acts.</summary>
    Client,

    /// <summary>An account that exists and never connects.</summary>
    Account,

    /// <summary>A component (XEP-0114): connects and acts.</summary>
    Component,

    /// <summary>Another server, played by the script: it connects to ours, or accepts ours.</summary>
    Peer,
}

/// <summary>A block in front of the script's dashes.</summary>
public sealed record Participant(ParticipantKind Kind, string Name, IReadOnlyDictionary<string, string> Properties, int Line)
{
    public string Jid => Properties["jid"];

    public string BareJid => Jid.Split('/')[0];

    public string Localpart => BareJid.Contains('@') ? BareJid.Split('@')[0] : "";

    public string Host => BareJid.Split('@')[^1];

    /// <summary>The resource that is asked for when binding; null lets the server choose.</summary>
    public string? Resource => Jid.Split('/', 2) is [_, var resource] ? resource : null;

    public string Password => Properties.GetValueOrDefault("password", "password");

    public string? this[string property] => Properties.GetValueOrDefault(property);
}

/// <summary>One action. <see cref="Body"/> is the XML below it, or what follows the colon; variables are still in it.</summary>
public sealed record Step(StepKind Kind, string Participant, string Body, int Line);

public enum StepKind
{
    Connects,
    Accepts,
    Disconnects,
    LosesConnection,
    OpensStream,
    StartsTls,
    HandshakesTls,
    Authenticates,
    Binds,
    Resumes,
    Sends,
    SendsRaw,
    Receives,
    ReceivesInAnyOrder,
    ReceivesNothing,
    ReceivesStreamHeader,
    ReceivesStreamError,
    IsDisconnected,
    After,
    ServerStops,
    Network,
}
