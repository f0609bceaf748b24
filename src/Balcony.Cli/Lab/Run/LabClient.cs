// A client with an account on the tested server: what it sends makes the server connect to the lab's peers.
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Balcony.Cli.Lab.Ground;
using Balcony.Cli.Lab.Peers;
using Balcony.Client;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Cli.Lab.Run;

/// <summary>For several tests at once.</summary>
internal sealed class LabClient : IAsyncDisposable
{
    // A forged stanza that got through is remembered by its id; more than this there are not.
    private const int MaxKept = 10_000;

    private readonly XmppClient _client;
    private readonly Task _reading;
    private readonly HashSet<string> _received = [];

    private LabClient(XmppClient client)
    {
        _client = client;
        _reading = ReadAsync();
    }

    /// <summary>The account, without resource.</summary>
    public string Account => _client.Address.Bare.ToString();

    /// <exception cref="IOException">The tested server cannot be logged in to.</exception>
    public static async Task<LabClient> ConnectAsync(
        BareJid account, string password, EndPoint? endPoint, LabAuthority authority, TimeSpan answerWithin, CancellationToken cancel)
    {
        var client = await XmppClient.ConnectAsync(
            new XmppClientOptions
            {
                Account = account,
                Password = password,
                Resource = "lab",
                EndPoint = endPoint,
                AnswerWithin = answerWithin,
                Tls = new ClientTls { Check = (certificate, errors) => errors == SslPolicyErrors.None || IsOfLab(certificate, errors, authority) },
            },
            cancel).ConfigureAwait(false);
        await client.SendAsync(new Presence(PresenceType.Available, null, null), cancel).ConfigureAwait(false);
        return new LabClient(client);
    }

    /// <summary>A message with this id has arrived.</summary>
    public bool HasReceived(string id)
    {
        lock (_received) return _received.Contains(id);
    }

    /// <summary>Pings a domain: accepted when it answers, refused when the tested server gives the stanza back with an error.</summary>
    public async Task<Observation> PingAsync(string domain, CancellationToken cancel)
    {
        try
        {
            await _client.AskAsync(new Ping(), BareJid.Parse(domain), cancel).ConfigureAwait(false);
            return Observation.Accepted("the ping was answered");
        }
        catch (StanzaException error)
        {
            return Observation.Refused($"the sender was told {error.Error.Condition}" + (error.Error.Text is { Length: > 0 } text ? $" ('{text}')" : ""));
        }
        catch (Exception none) when (none is TimeoutException or OperationCanceledException)
        {
            return Observation.Unanswered("the sender was told nothing");
        }
        catch (Exception gone) when (gone is IOException or StreamException)
        {
            return Observation.Unreachable("the client's stream has ended: " + gone.Message);
        }
    }

    /// <summary>Name and version of the tested server (XEP-0092); null: it does not tell.</summary>
    public async Task<string?> SoftwareAsync(string domain, CancellationToken cancel)
    {
        try
        {
            var version = await _client.AskAsync(new SoftwareVersionQuery(), BareJid.Parse(domain), cancel).ConfigureAwait(false);
            return $"{version.Name} {version.Version}".Trim();
        }
        catch (Exception none) when (none is StanzaException or TimeoutException or IOException or StreamException or InvalidDataException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ReadAsync()
    {
        await foreach (var stanza in _client.ReadAllAsync().ConfigureAwait(false))
        {
            if (stanza.Id is not { } id) continue;
            lock (_received)
            {
                if (_received.Count < MaxKept) _received.Add(id);
            }
        }
    }

    // The lab's own authority gave the tested server its certificate.
    private static bool IsOfLab(X509Certificate2? certificate, SslPolicyErrors errors, LabAuthority authority)
    {
        if (certificate is null || errors != SslPolicyErrors.RemoteCertificateChainErrors) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority.Root.Certificate);
        chain.ChainPolicy.ExtraStore.Add(authority.Intermediate.Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(certificate);
    }
}
