// XEP-0377: the reports that the accounts of a host made, for its admins.
using System.Buffers;
using System.Text.Json;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>A reported message: what the reporter's own archive has of it.</summary>
/// <param name="Id">Its XEP-0359 id in the reporter's archive.</param>
/// <param name="Body">Shortened; null when it has none that the server can read.</param>
public sealed record ReportedMessage(string Id, DateTimeOffset Time, string? Body);

/// <summary>One report.</summary>
/// <param name="Reporter">Who reported, an account of ours.</param>
/// <param name="Contact">Whom he blocked: any address.</param>
/// <param name="Reason">A URN, as given, shortened.</param>
public sealed record AbuseReport(BareJid Reporter, Jid Contact, string Reason)
{
    /// <summary>Given by the store; empty before.</summary>
    public string Id { get; init; } = "";

    /// <summary>When it came; given by the store.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>What the reporter says.</summary>
    public IReadOnlyList<ReportText> Texts { get; init; } = [];

    /// <summary>The messages that are verified to be his, and from the contact.</summary>
    public IReadOnlyList<ReportedMessage> Messages { get; init; } = [];

    /// <summary>§5: he allows that the contact's domain is told.</summary>
    public bool MayTellOrigin { get; init; }

    /// <summary>§5: he allows that third parties are told.</summary>
    public bool MayTellThirdParties { get; init; }
}

/// <summary>The reports of each host, oldest first. Any thread.</summary>
public sealed class AbuseReports(IStorage storage)
{
    private readonly IArchive _archive = storage.OpenArchive("reports");

    /// <summary>Keeps a report, and no more than the retention says.</summary>
    public CommitTicket Add(BareJid host, AbuseReport report, DateTimeOffset time, Retention retention)
    {
        var value = new ArrayBufferWriter<byte>();
        AbuseReportCodec.Instance.Write(report, value);
        return storage.Commit(new UnitOfWork().Append(_archive, host, time, value.WrittenMemory, report.Reporter).Trim(_archive, host, retention));
    }

    /// <summary>Ends what is too old or too many.</summary>
    public CommitTicket Trim(BareJid host, Retention retention) => storage.Commit(new UnitOfWork().Trim(_archive, host, retention));

    /// <summary>How many an account made since a time.</summary>
    public ValueTask<int> CountAsync(BareJid reporter, DateTimeOffset since) =>
        _archive.CountAsync(reporter.Host, new ArchiveQuery { Peer = reporter, From = since });

    /// <summary>The newest, in the order in which they came.</summary>
    public async ValueTask<IReadOnlyList<AbuseReport>> NewestAsync(BareJid host, int limit, CancellationToken cancel) =>
        [.. (await _archive.PageAsync(host, new ArchiveQuery { Limit = limit, IsBackwards = true }, cancel).ConfigureAwait(false)).Select(Read)];

    public ValueTask<int> CountAsync(BareJid host, CancellationToken cancel) => _archive.CountAsync(host, ArchiveQuery.All, cancel);

    /// <summary>Null when there is none.</summary>
    public async ValueTask<AbuseReport?> GetAsync(BareJid host, string id, CancellationToken cancel) =>
        await _archive.GetAsync(host, id, cancel).ConfigureAwait(false) is { } entry ? Read(entry) : null;

    public CommitTicket Remove(BareJid host, string id) => storage.Commit(new UnitOfWork().Remove(_archive, host, id));

    private static AbuseReport Read(ArchiveEntry entry) => AbuseReportCodec.Instance.Read(entry.Value.Span) with { Id = entry.Id, Time = entry.Time };
}

/// <summary>Id and time are the archive's. Absent members mean null, false and empty.</summary>
internal sealed class AbuseReportCodec : JsonStoreCodec<AbuseReport>
{
    public static AbuseReportCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, AbuseReport value)
    {
        json.WriteString("reporter", value.Reporter.Utf8);
        json.WriteString("contact", value.Contact.Utf8);
        json.WriteString("reason", value.Reason);
        if (value.Texts.Count > 0)
        {
            json.WriteStartArray("texts");
            foreach (var text in value.Texts)
            {
                json.WriteStartObject();
                json.WriteString("text", text.Text);
                if (text.Lang is not null) json.WriteString("lang", text.Lang);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (value.Messages.Count > 0)
        {
            json.WriteStartArray("messages");
            foreach (var message in value.Messages)
            {
                json.WriteStartObject();
                json.WriteString("id", message.Id);
                json.WriteNumber("time", StoreTime.ToMicroseconds(message.Time));
                if (message.Body is not null) json.WriteString("body", message.Body);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (value.MayTellOrigin) json.WriteBoolean("origin", true);
        if (value.MayTellThirdParties) json.WriteBoolean("third-parties", true);
    }

    protected override AbuseReport Read(JsonElement json, byte writtenAs) =>
        new(
            BareJid.Parse(json.GetProperty("reporter").GetString()!),
            Jid.Parse(json.GetProperty("contact").GetString()!),
            json.GetProperty("reason").GetString()!)
        {
            Texts = [.. All(json, "texts").Select(text => new ReportText(text.GetProperty("text").GetString()!, Text(text, "lang")))],
            Messages =
            [
                .. All(json, "messages").Select(message => new ReportedMessage(
                    message.GetProperty("id").GetString()!, StoreTime.FromMicroseconds(message.GetProperty("time").GetInt64()), Text(message, "body"))),
            ],
            MayTellOrigin = json.TryGetProperty("origin", out var origin) && origin.GetBoolean(),
            MayTellThirdParties = json.TryGetProperty("third-parties", out var parties) && parties.GetBoolean(),
        };

    private static JsonElement[] All(JsonElement json, string name) => json.TryGetProperty(name, out var array) ? [.. array.EnumerateArray()] : [];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;
}
