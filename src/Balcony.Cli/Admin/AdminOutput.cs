// Shows what a command said: for people on a terminal, plainly in a pipe, or as JSON.
using System.Text.Encodings.Web;
using System.Text.Json;
using Balcony.Server.Commands;
using Spectre.Console;

namespace Balcony.Cli.Admin;

internal sealed class AdminOutput(bool isJson) : IProgress<CommandProgress>
{
    private static readonly string[] StatusNames = ["ok", "failed", "invalid", "not-found", "refused", "conflict"];
    private bool _hasProgress;

    public void Report(CommandProgress value)
    {
        // One line that counts up, beside the output and not in it.
        if (isJson || !Terminal.IsWatched) return;
        Terminal.Error.Write(value.Step is null ? $"\r{value.Done} of {value.Total} " : $"\r{value.Step}: {value.Done * 100L / Math.Max(1, value.Total)} % \e[K");
        _hasProgress = true;
    }

    /// <returns>The exit code.</returns>
    public int Write(CommandResult result)
    {
        EndProgress();
        if (isJson) WriteJson(result);
        else WriteText(result);
        return result.Status switch
        {
            CommandStatus.Ok => ExitCode.Ok,
            CommandStatus.Invalid => ExitCode.Usage,
            CommandStatus.NotFound => ExitCode.NotFound,
            CommandStatus.Refused or CommandStatus.Conflict => ExitCode.Refused,
            _ => ExitCode.Failed,
        };
    }

    /// <summary>What went wrong before there was a result.</summary>
    public int Complain(string message, int exitCode)
    {
        EndProgress();
        foreach (var line in message.Split('\n')) Terminal.Error.WriteLine($"balcony: {line}");
        return exitCode;
    }

    private void EndProgress()
    {
        if (_hasProgress) Terminal.Error.Write("\r\e[K");
        _hasProgress = false;
    }

    private static void WriteText(CommandResult result)
    {
        var isOk = result.Status == CommandStatus.Ok;
        if (result.Columns.Count > 0 && result.Rows.Count > 0) WriteRows(result, isOk);
        var width = result.Fields.Count == 0 ? 0 : result.Fields.Max(field => field.Key.Length);
        foreach (var (name, value) in result.Fields) Terminal.Out.WriteLine($"{name.PadRight(width)}  {Plain(value)}".TrimEnd());
        if (result.Message.Length == 0) return;
        if (!isOk) Terminal.Error.WriteLine($"balcony: {Plain(result.Message)}");
        // A script that reads rows has no use for a sentence between them.
        else if (result.Columns.Count == 0) Terminal.Out.WriteLine(Plain(result.Message));
        else if (Terminal.IsWatched) Terminal.Error.WriteLine(Plain(result.Message));
    }

    private static void WriteRows(CommandResult result, bool isOk)
    {
        if (!isOk)
        {
            // file:line: what is wrong with it, as compilers write and editors read.
            foreach (var row in result.Rows) Terminal.Error.WriteLine(string.Join(": ", row.Select(Plain)));
            return;
        }
        if (!Terminal.IsWatched)
        {
            foreach (var row in result.Rows) Terminal.Out.WriteLine(string.Join('\t', row.Select(Plain)));
            return;
        }
        var table = new Table().Border(TableBorder.None);
        foreach (var column in result.Columns) table.AddColumn(new TableColumn($"[bold]{Markup.Escape(column)}[/]").NoWrap());
        foreach (var row in result.Rows) table.AddRow([.. row.Select(cell => Markup.Escape(Plain(cell)))]);
        AnsiConsole.Write(table);
    }

    // Names and reasons come from other people: none of them may move the cursor or recolour the terminal.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static void WriteJson(CommandResult result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("status", StatusNames[(int)result.Status]);
            json.WriteString("message", result.Message);
            if (result.Fields.Count > 0)
            {
                json.WriteStartObject("fields");
                foreach (var (name, value) in result.Fields) json.WriteString(name, value);
                json.WriteEndObject();
            }
            if (result.Columns.Count > 0)
            {
                json.WriteStartArray("rows");
                foreach (var row in result.Rows)
                {
                    json.WriteStartObject();
                    foreach (var (column, cell) in result.Columns.Zip(row)) json.WriteString(column, cell);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        Terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
