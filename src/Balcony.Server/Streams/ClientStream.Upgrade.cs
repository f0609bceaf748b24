// XEP-0480 on a client stream: what mechanisms an account can be logged in to by, and the tasks that make more of them possible.
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    // SCRAM-SHA-1 is nothing to upgrade to.
    private static readonly ScramHash[] Upgradable = [ScramHash.Sha256, ScramHash.Sha512];

    // The hashes of the account that the client named in its stream header; all of them when it named none.
    private IReadOnlyList<ScramHash> _hashes = KeyShape.AllHashes;

    // From <continue/> until the last task is done.
    private Queue<ScramHash>? _tasks;
    private ScramKeys? _asked;
    private bool _hasContinued;

    // XEP-0388 §2.1: only what can be offered for the address that the client names. An address without account shows what one might have.
    private async ValueTask LookUpHashesAsync(string? from)
    {
        if (_phase != Phase.Login || Transport.Tls is null || from is null || !BareJid.TryParse(from.Split('/')[0], out BareJid? account) || !account.Host.Equals(_host))
        {
            return;
        }
        try
        {
            _hashes = await _services.Accounts.GetHashesAsync(account).ConfigureAwait(false);
        }
        catch (StorageException fault)
        {
            StreamsLog.LoginStoreFault(_services.Logger, fault);
        }
    }

    private IReadOnlyList<string> UpgradeTasks() => [.. Upgradable.Where(hash => !_hashes.Contains(hash)).Select(ScramUpgrade.TaskFor)];

    // §2.2: after the proof, before the success. Only who has shown the password may say what it is: a stolen token must not become one.
    private async ValueTask<bool> BeginTasksAsync(LoginExchange exchange, Authenticate request, ReadOnlyMemory<byte> additionalData)
    {
        var wanted = request.Features.Where(feature => feature.Is("upgrade", ScramUpgrade.Ns)).Select(feature => ScramUpgrade.HashOf(feature.Text.Trim())).ToList();
        if (wanted.Count == 0 || exchange.Proved is null)
        {
            return false;
        }
        var there = await _services.Accounts.GetHashesAsync(exchange.Account!).ConfigureAwait(false);
        var tasks = new Queue<ScramHash>(Upgradable.Where(hash => wanted.Contains(hash) && !there.Contains(hash)));
        if (tasks.Count == 0)
        {
            return false;
        }
        _tasks = tasks;
        _hasContinued = true;
        Continue(additionalData.ToArray());
        return true;
    }

    private void Continue(byte[]? additionalData)
    {
        string task = ScramUpgrade.TaskFor(_tasks!.Peek());
        _asked = null;
        WriteControl(new AuthenticationContinue([task], additionalData is { Length: > 0 } ? additionalData : null).Write);
    }

    private async ValueTask GoOnWithTaskAsync(LoginExchange exchange, XmlElement element)
    {
        var hash = _tasks!.Peek();
        if (element.Is("abort", Authenticate.Ns))
        {
            EndTasks(exchange.Fail(SaslCondition.Aborted, isAttempt: false));
        }
        else if (element.Is("next", Authenticate.Ns) && _asked is null)
        {
            if (element.Attribute("task") != ScramUpgrade.TaskFor(hash))
            {
                EndTasks(exchange.Fail(SaslCondition.MalformedRequest, "that is not the task", isAttempt: false));
                return;
            }
            _asked = ScramKeys.Ask(hash, _services.Accounts.Iterations);
            WriteControl(writer =>
            {
                writer.Start("task-data", Authenticate.Ns);
                new UpgradeSalt(_asked.Salt, _asked.Iterations).Write(writer);
                writer.End();
            });
        }
        else if (element.Is("task-data", Authenticate.Ns) && _asked is { } asked)
        {
            await TakeAnswerAsync(exchange, asked, element).ConfigureAwait(false);
        }
        else
        {
            throw new StreamException(StreamCondition.NotAuthorized, "the login is not complete");
        }
    }

    private async ValueTask TakeAnswerAsync(LoginExchange exchange, ScramKeys asked, XmlElement element)
    {
        ScramKeys keys;
        try
        {
            var answer = UpgradeHash.Read(element.Child(UpgradeHash.ElementName, ScramUpgrade.ScramNs) ?? throw new StanzaException(StanzaError.BadRequest));
            keys = ScramKeys.FromSalted(asked.Hash, asked.Salt, asked.Iterations, answer.SaltedPassword);
        }
        catch (Exception fault) when (fault is StanzaException or ArgumentException)
        {
            EndTasks(exchange.Fail(SaslCondition.MalformedRequest, "that is no salted password of this hash", isAttempt: false));
            return;
        }
        try
        {
            await _services.Accounts.AddKeysAsync(exchange.Account!, exchange.Proved!.Keys, keys).ConfigureAwait(false);
        }
        catch (StorageException fault)
        {
            StreamsLog.LoginStoreFault(_services.Logger, fault);
            EndTasks(exchange.Fail(SaslCondition.TemporaryAuthFailure, isAttempt: false));
            return;
        }
        _tasks!.Dequeue();
        if (_tasks.Count > 0)
        {
            Continue(null);
            return;
        }
        _tasks = null;
        _asked = null;
        EnterAccount(exchange);
        // What the mechanism had to say went with the first <continue/>.
        await CompleteAsync(exchange, _authenticate!, default).ConfigureAwait(false);
    }

    private void EndTasks(LoginStep failure)
    {
        _tasks = null;
        _asked = null;
        RefuseSasl2(failure);
    }
}
