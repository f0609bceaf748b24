// XEP-0133: which node and which fields stand for which command of the registry; what 0133 does not have is offered under a node of our own.
using System.Globalization;
using Balcony.Server.Commands;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>All commands as ad-hoc commands, those of XEP-0133 first.</summary>
internal static class ServiceAdministration
{
    public const string Ns = "http://jabber.org/protocol/admin";

    /// <summary>§4.18: how many are wanted; <c>none</c> stands for all.</summary>
    public const string MaxItems = "max_items";

    private static readonly string[] MaxItemsOptions = ["25", "50", "75", "100", "150", "200", "none"];

    public static IReadOnlyList<CommandForm> All { get; } =
    [
        // §4.1. Accounts have neither an e-mail address nor a name here, so these are not asked.
        Form("add-user", "user add", "Add an account", Jid, Secret("password", "Its password"), Secret("password-verify", "The same again", "password")),
        Form("delete-user", "user remove", "Remove accounts", Jids),
        Form("disable-user", "user disable", "Disable accounts", Jids),
        Form("reenable-user", "user enable", "Enable accounts again", Jids),
        Form("end-user-session", "session kick", "End sessions", Jids, Text("reason", "reason", "What the clients are told")),
        Form("change-user-password", "user password", "Change an account's password", Jid, Secret("password", "The new password")),
        Form("get-user-roster", "user roster", "Show a roster", Jids),
        Form("get-user-lastlogin", "user show", "Show when accounts were last seen", Jids) with
        {
            Answer = result => [("accountjids", "Account", [Field(result, "address")]), LastLogin(result)],
        },
        Form("user-stats", "user show", "Show what is known of an account", Jid) with
        {
            Answer = result =>
            [
                ("ipaddresses", "Addresses of its sessions", Field(result, UserReportCommands.Addresses).Split('\n')),
                ("rostersize", "Contacts", [Field(result, UserReportCommands.RosterSize)]),
                ("onlineresources", "Sessions", [Field(result, UserReportCommands.Online)]),
                LastLogin(result),
            ],
        },
        Number("get-registered-users-num", "user list", "Number of accounts", "registeredusersnum", _ => true),
        Number("get-disabled-users-num", "user list", "Number of disabled accounts", "disabledusersnum", IsDisabled),
        Number("get-online-users-num", "session list", "Number of accounts that are online", "onlineusersnum", _ => true),
        List("get-registered-users-list", "user list", "List accounts", "registereduserjids", _ => true),
        List("get-disabled-users-list", "user list", "List disabled accounts", "disableduserjids", IsDisabled),
        List("get-online-users-list", "session list", "List accounts that are online", "onlineuserjids", _ => true),
        Form(
            "announce", "announce", "Send a message to everybody who is online",
            Subject, Lines("announcement", "text", "The message", isRequired: true)),
        Form("set-motd", "motd set", "Set the message of the day", Subject, Lines("motd", "text", "The message of the day", isRequired: true)),
        Form("edit-motd", "motd edit", "Correct the message of the day", Subject, Lines("motd", "text", "The message of the day", isRequired: true)) with
        {
            Preset = ("motd show", Columns("motd")),
        },
        Form("delete-motd", "motd delete", "Delete the message of the day"),
        Form("set-welcome", "welcome set", "Set the welcome message", Subject, Lines("welcome", "text", "The welcome message", isRequired: true)) with
        {
            Preset = ("welcome show", Columns("welcome")),
        },
        Form("delete-welcome", "welcome delete", "Delete the welcome message"),
        Form("restart", "restart", "Restart the server", Delay, Lines("announcement", "announcement", "What everybody is told")),
        Form("shutdown", "stop", "Stop the server", Delay, Lines("announcement", "announcement", "What everybody is told")),
        .. CommandRegistry.All.Where(command => command.AdHocNode is null && !command.NamesFiles).Select(Own),
    ];

    private static CommandFormField Jid => new(
        new FormField("accountjid", FormFieldType.JidSingle) { Label = "The account's address", IsRequired = true }, "jid");

    private static CommandFormField Jids => new(
        new FormField("accountjids", FormFieldType.JidMulti) { Label = "The accounts' addresses", IsRequired = true }, "jid");

    private static CommandFormField Subject => Text("subject", "subject", "Its subject");

    // §4.30, §4.31; at once as well.
    private static CommandFormField Delay => new(
        new FormField("delay", FormFieldType.ListSingle)
        {
            Label = "How long to wait",
            Options =
            [
                new FormOption("0", "not at all"), new FormOption("30", "30 seconds"), new FormOption("60", "60 seconds"), new FormOption("90", "90 seconds"),
                new FormOption("120", "2 minutes"), new FormOption("180", "3 minutes"), new FormOption("240", "4 minutes"), new FormOption("300", "5 minutes"),
            ],
        },
        "delay");

    public static CommandForm? Find(string node) => All.FirstOrDefault(form => form.Node == node);

    public static IEnumerable<CommandForm> For(CommandCaller caller)
    {
        var allowed = CommandRegistry.For(caller).ToHashSet();
        return All.Where(form => allowed.Contains(form.Command));
    }

    private static CommandForm Form(string name, string command, string title, params CommandFormField[] fields) =>
        new($"{Ns}#{name}", title, CommandRegistry.Find(command)!, fields) { FormType = Ns };

    // §4.13 to §4.17
    private static CommandForm Number(string name, string command, string title, string var, Func<IReadOnlyList<string>, bool> counts) =>
        Form(name, command, title) with
        {
            Answer = result => [(var, title, [Accounts(result, counts).Count().ToString(CultureInfo.InvariantCulture)])],
        };

    // §4.18 to §4.22
    private static CommandForm List(string name, string command, string title, string var, Func<IReadOnlyList<string>, bool> lists)
    {
        var most = new FormField(MaxItems, FormFieldType.ListSingle)
        {
            Label = "Maximum number of items to show",
            Options = [.. MaxItemsOptions.Select(count => new FormOption(count, count))],
        };
        return Form(name, command, title, new CommandFormField(most, null)) with { Answer = result => [(var, title, Accounts(result, lists))] };
    }

    // The first column is the address, of an account or of a session.
    private static IEnumerable<string> Accounts(CommandResult result, Func<IReadOnlyList<string>, bool> isWanted) =>
        result.Rows.Where(isWanted).Select(row => Balcony.Xmpp.Addressing.Jid.Parse(row[0]).Bare).Distinct().Select(address => address.ToString());

    private static bool IsDisabled(IReadOnlyList<string> row) => row[^1] == "disabled";

    private static CommandFormField Secret(string var, string label, string? repeats = null) => new(
        new FormField(var, FormFieldType.TextPrivate) { Label = label, IsRequired = true }, repeats is null ? var : null)
    { Repeats = repeats };

    // XEP-0082; no value where there is none.
    private static (string Var, string Label, IEnumerable<string> Values) LastLogin(CommandResult result) =>
        ("lastlogin", "Last seen", Field(result, UserReportCommands.LastSeen) is { Length: > 0 } time ? [time] : []);

    private static string Field(CommandResult result, string name) => result.Fields.First(field => field.Key == name).Value;

    private static Dictionary<string, string> Columns(string message) => new() { ["subject"] = "subject", [message] = "text" };

    private static CommandFormField Lines(string var, string argument, string label, bool isRequired = false) =>
        new(new FormField(var, FormFieldType.TextMulti) { Label = label, IsRequired = isRequired }, argument);

    private static CommandFormField Text(string var, string argument, string label) => new(
        new FormField(var, FormFieldType.TextSingle) { Label = label }, argument);

    // Our own: field by field what the registry declares.
    private static CommandForm Own(Commands.Command command) => new(
        command.Node, command.Summary, command, [.. command.Arguments.Select(argument => new CommandFormField(
            new FormField(argument.Name, TypeOf(argument.FormFieldType))
            {
                Label = argument.Summary,
                IsRequired = argument.IsRequired,
                Options = [.. argument.Choices.Select(choice => new FormOption(choice))],
            },
            argument.Name))]);

    private static FormFieldType TypeOf(string name) => Enum.Parse<FormFieldType>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
