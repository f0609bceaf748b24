// XEP-0133: a command of the registry as a form to fill in and a form with its result.
using Balcony.Server.Commands;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Command = Balcony.Server.Commands.Command;
using CommandStatus = Balcony.Server.Commands.CommandStatus;

namespace Balcony.Server.Modules;

/// <summary>A field of a command's form.</summary>
/// <param name="Field">As it is asked.</param>
/// <param name="Argument">The argument that it gives; null when it gives none.</param>
internal sealed record CommandFormField(FormField Field, string? Argument)
{
    /// <summary>The field that this one must repeat.</summary>
    public string? Repeats { get; init; }
}

/// <summary>A command as clients see it.</summary>
/// <param name="Node">Its node.</param>
/// <param name="Title">For people.</param>
/// <param name="Command">What is run.</param>
/// <param name="Fields">What is asked; may be empty.</param>
internal sealed record CommandForm(string Node, string Title, Command Command, IReadOnlyList<CommandFormField> Fields)
{
    /// <summary>Rows that one answer shows: a host may have more accounts than a stanza may have bytes.</summary>
    public const int MaxShown = 1000;

    /// <summary>The FORM_TYPE of its forms (XEP-0068); null for commands that are only ours.</summary>
    public string? FormType { get; init; }

    /// <summary>The result's fields, as XEP-0133 names them; null: all that the result has is shown.</summary>
    public Func<CommandResult, IReadOnlyList<(string Var, string Label, IEnumerable<string> Values)>>? Answer { get; init; }

    /// <summary>The command whose first row the form begins with (§4.25, §4.27), and the column for each field; null: the form begins empty.</summary>
    public (string Command, IReadOnlyDictionary<string, string> Columns)? Preset { get; init; }

    public bool AsksAnything => Fields.Count > 0;

    private CommandFormField? Subjects => Fields.FirstOrDefault(one => one.Field.Type == FormFieldType.JidMulti);

    /// <summary>The form to be filled in.</summary>
    /// <param name="before">What was submitted already; secrets are asked again.</param>
    public DataForm Ask(DataForm? before) => DataForm.Form(
        FormType,
        [
            .. Fields.Select(field => before is null || field.Field.Type == FormFieldType.TextPrivate
                ? field.Field : field.Field with { Values = before.Values(field.Field.Var!) }),
        ]) with
    { Title = Title };

    /// <summary>The form to be filled in, with what there is already.</summary>
    public DataForm AskWith(CommandResult preset) => preset is not { Status: CommandStatus.Ok, Rows: [var row, ..] } ? Ask(null) : Ask(DataForm.Submit(
        FormType,
        [
            .. Preset!.Value.Columns.Select(field => (field.Key, Value: row[preset.Columns.ToList().IndexOf(field.Value)])).Where(field => field.Value.Length > 0)
                .Select(field => new FormField(field.Key) { Values = field.Value.Split('\n') }),
        ]));

    /// <summary>What is going to be done, before it is.</summary>
    public DataForm Review(DataForm submitted) => DataForm.Form(
        FormType,
        [
            new FormField(null, FormFieldType.Fixed) { Values = [$"{Command.Summary}:"] },
            .. Fields.Where(field => field.Field.Type != FormFieldType.TextPrivate)
                .Select(field => new FormField(null, FormFieldType.Fixed) { Values = submitted.Values(field.Field.Var!) }),
        ]) with
    { Title = Title };

    /// <summary>What is wrong with a submission; null when nothing is.</summary>
    public string? ProblemOf(DataForm submitted) => submitted.ProblemAsAnswerTo(Ask(null))
        ?? Fields.Where(field => field.Repeats is { } other && submitted.Value(other) != submitted.Value(field.Field.Var!))
            .Select(field => $"{field.Field.Var} is not the same as {field.Repeats}").FirstOrDefault();

    /// <summary>The runs that a submission stands for: one for each address where the form takes several.</summary>
    /// <param name="submitted">Without problems; null for a command that asks nothing.</param>
    /// <param name="host">The host that was asked: the host that commands of XEP-0133 are about.</param>
    public IEnumerable<(string Address, IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments)> Runs(DataForm? submitted, BareJid host)
    {
        var arguments = new Dictionary<string, IReadOnlyList<string>>();
        if (FormType is not null && Command.Arguments.FirstOrDefault(argument => argument is HostArgument) is { } ofHost)
        {
            arguments[ofHost.Name] = [host.ToString()];
        }
        foreach (var field in Fields.Where(field => field.Argument is not null))
        {
            // Clients send fields that were left empty, with an empty value.
            string[] values = [.. submitted!.Values(field.Field.Var!)];
            if (values.Any(value => value.Length > 0))
            {
                arguments[field.Argument!] = values;
            }
        }
        if (Subjects is not { Argument: { } subject } || arguments[subject] is not { Count: > 1 } several)
        {
            return [("", arguments)];
        }
        return several.Distinct().Select(address =>
            (address, (IReadOnlyDictionary<string, IReadOnlyList<string>>)new Dictionary<string, IReadOnlyList<string>>(arguments) { [subject] = [address] }));
    }

    /// <summary>The result as a form; null when it has nothing but its message.</summary>
    public DataForm? Show(CommandResult result, DataForm? submitted, out bool isCut)
    {
        int most = int.TryParse(submitted?.Value(ServiceAdministration.MaxItems), out int wanted) ? Math.Clamp(wanted, 1, MaxShown) : MaxShown;
        isCut = false;
        if (result.Status == CommandStatus.Ok && Answer is { } answer)
        {
            var fields = answer(result).Select(one => (one.Var, one.Label, Values: one.Values.Take(most + 1).ToList())).ToList();
            isCut = fields.Exists(one => one.Values.Count > most);
            return DataForm.Result(FormType, [.. fields.Select(one => new FormField(one.Var) { Label = one.Label, Values = [.. one.Values.Take(most)] })]);
        }
        isCut = result.Rows.Count > most;
        return result.Fields.Count + result.Rows.Count == 0 ? null : DataForm.Result(
            FormType, [.. result.Fields.Select(field => new FormField(Var(field.Key), FormFieldType.TextSingle, field.Value) { Label = field.Key })]) with
        {
            Title = Title,
            Reported = Columns(result.Columns),
            Items = [.. result.Rows.Take(most).Select(row => Row(result.Columns, row))],
        };
    }

    public static IReadOnlyList<CommandNote> Notes(CommandResult result, bool isCut)
    {
        var notes = new List<CommandNote>();
        if (result.Message.Length > 0)
        {
            notes.Add(new CommandNote(result.Status == CommandStatus.Ok ? CommandNoteType.Info : CommandNoteType.Error, result.Message));
        }
        if (isCut)
        {
            notes.Add(new CommandNote(CommandNoteType.Warn, "There are more than are shown."));
        }
        return notes;
    }

    /// <summary>What became of each of several addresses.</summary>
    public static DataForm Table(IReadOnlyList<(string Address, CommandResult Result)> results)
    {
        string[] columns = ["address", "result"];
        return new DataForm(DataFormType.Result)
        {
            Reported = Columns(columns),
            Items = [.. results.Take(MaxShown).Select(one => Row(columns, [one.Address, one.Result.Message]))],
        };
    }

    public static CommandNote Summary(IReadOnlyList<(string Address, CommandResult Result)> results)
    {
        int failed = results.Count(one => one.Result.Status != CommandStatus.Ok);
        return failed == 0
            ? new CommandNote(CommandNoteType.Info, $"Done for all {results.Count} addresses.")
            : new CommandNote(CommandNoteType.Error, $"{failed} of {results.Count} addresses failed.");
    }

    private static IReadOnlyList<FormField> Columns(IReadOnlyList<string> names) =>
        [.. names.Select(name => new FormField(Var(name), FormFieldType.TextSingle) { Label = name })];

    private static IReadOnlyList<FormField> Row(IReadOnlyList<string> names, IReadOnlyList<string> values) =>
        [.. names.Zip(values, (name, value) => new FormField(Var(name), null, value))];

    private static string Var(string name) => name.Replace(' ', '-');
}
