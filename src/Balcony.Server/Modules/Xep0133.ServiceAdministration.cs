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
        Number("get-registered-users-num", "user list", "Number of accounts", "registeredusersnum", _ => true),
        Number("get-disabled-users-num", "user list", "Number of disabled accounts", "disabledusersnum", IsDisabled),
        Number("get-online-users-num", "session list", "Number of accounts that are online", "onlineusersnum", _ => true),
        List("get-registered-users-list", "user list", "List accounts", "registereduserjids", _ => true),
        List("get-disabled-users-list", "user list", "List disabled accounts", "disableduserjids", IsDisabled),
        List("get-online-users-list", "session list", "List accounts that are online", "onlineuserjids", _ => true),
        Form(
            "announce", "announce", "Send a message to everybody who is online",
            Text("subject", "subject", "Its subject"),
            new CommandFormField(new FormField("announcement", FormFieldType.TextMulti) { Label = "The message", IsRequired = true }, "text")),
        .. CommandRegistry.All.Where(command => command.AdHocNode is null && !command.NamesFiles).Select(Own),
    ];

    private static CommandFormField Jid => new(
        new FormField("accountjid", FormFieldType.JidSingle) { Label = "The account's address", IsRequired = true }, "jid");

    private static CommandFormField Jids => new(
        new FormField("accountjids", FormFieldType.JidMulti) { Label = "The accounts' addresses", IsRequired = true }, "jid");

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
            Answer = result => (var, title, [Accounts(result, counts).Count().ToString(CultureInfo.InvariantCulture)]),
        };

    // §4.18 to §4.22
    private static CommandForm List(string name, string command, string title, string var, Func<IReadOnlyList<string>, bool> lists)
    {
        var most = new FormField(MaxItems, FormFieldType.ListSingle)
        {
            Label = "Maximum number of items to show",
            Options = [.. MaxItemsOptions.Select(count => new FormOption(count, count))],
        };
        return Form(name, command, title, new CommandFormField(most, null)) with { Answer = result => (var, title, Accounts(result, lists)) };
    }

    // The first column is the address, of an account or of a session.
    private static IEnumerable<string> Accounts(CommandResult result, Func<IReadOnlyList<string>, bool> isWanted) =>
        result.Rows.Where(isWanted).Select(row => Balcony.Xmpp.Addressing.Jid.Parse(row[0]).Bare).Distinct().Select(address => address.ToString());

    private static bool IsDisabled(IReadOnlyList<string> row) => row[^1] == "disabled";

    private static CommandFormField Secret(string var, string label, string? repeats = null) => new(
        new FormField(var, FormFieldType.TextPrivate) { Label = label, IsRequired = true }, repeats is null ? var : null)
    { Repeats = repeats };

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
