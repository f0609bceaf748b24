// What goes over the admin socket: one JSON object a line, each way.
using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Balcony.Server.Commands;

/// <summary>
/// <code>
///   server  {"balcony":1,"version":"0.1.0"}                                        once, first
///   client  {"command":"user add","arguments":{"jid":["a@example.org"],"password":["..."]}}
///   server  {"done":500,"total":1000}                                              now and then, while it works
///   server  {"status":0,"message":"...","fields":[...],"columns":[...],"rows":[[...]]}     then the next command may come
/// </code>
/// </summary>
internal static class AdminProtocol
{
    public const int Version = 1;

    /// <summary>200,000 accounts in one request; memory is the asker's own machine's, and the asker its owner.</summary>
    public const int MaxLineBytes = 16 * 1024 * 1024;

    /// <returns>Null at the end.</returns>
    /// <exception cref="InvalidDataException">A line is too long, or not what it should be.</exception>
    public static async ValueTask<AdminLine?> ReadAsync(PipeReader reader, CancellationToken cancel)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancel);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Parse(result.Buffer.Slice(0, end));
                reader.AdvanceTo(result.Buffer.GetPosition(1, end));
                return line;
            }
            var length = result.Buffer.Length;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (length > MaxLineBytes) throw new InvalidDataException($"a line has more than {MaxLineBytes} bytes");
            if (!result.IsCompleted) continue;
            return length == 0 ? null : throw new InvalidDataException("it ended in the middle of a line");
        }
    }

    public static async ValueTask WriteAsync(Stream stream, AdminLine line, CancellationToken cancel)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, AdminJson.Default.AdminLine), (byte)'\n'];
        await stream.WriteAsync(bytes, cancel);
    }

    private static AdminLine Parse(ReadOnlySequence<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return JsonSerializer.Deserialize(ref reader, AdminJson.Default.AdminLine) ?? throw new InvalidDataException("a line is null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("a line is not JSON as it should be", e);
        }
    }
}

/// <summary>Any of the four lines; what is null is not in it.</summary>
internal sealed record AdminLine
{
    public int? Balcony { get; init; }

    public string? Version { get; init; }

    public string? Command { get; init; }

    public Dictionary<string, IReadOnlyList<string>>? Arguments { get; init; }

    public int? Done { get; init; }

    public int? Total { get; init; }

    public string? Step { get; init; }

    public int? Status { get; init; }

    public string? Message { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>>? Fields { get; init; }

    public IReadOnlyList<string>? Columns { get; init; }

    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }

    public static AdminLine Of(CommandResult result) => new()
    {
        Status = (int)result.Status,
        Message = result.Message,
        Fields = result.Fields,
        Columns = result.Columns,
        Rows = result.Rows,
    };

    public CommandResult ToResult() => new((CommandStatus)(Status ?? (int)CommandStatus.Failed), Message ?? "")
    {
        Fields = Fields ?? [],
        Columns = Columns ?? [],
        Rows = Rows ?? [],
    };

    /// <summary>Never the arguments: one may be a password.</summary>
    public override string ToString() => Command ?? Message ?? "";
}

// Generated, so that neither end builds serialisers by reflection while somebody waits.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdminLine))]
internal sealed partial class AdminJson : JsonSerializerContext;
