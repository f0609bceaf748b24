// XEP-0050 §3.4: executions that wait for their next step.
using System.Security.Cryptography;
using System.Text;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Modules;

/// <summary>One execution of a command.</summary>
/// <param name="Id">Its session id.</param>
/// <param name="From">Who executes it: nobody else may go on with it.</param>
/// <param name="Form">The command.</param>
/// <param name="Touched">When its last step was, as a timestamp.</param>
/// <param name="Reviewed">What was submitted and is shown again before it is done; null while the form is filled in.</param>
internal sealed record AdHocSession(string Id, Jid From, CommandForm Form, long Touched, Balcony.Xmpp.Payloads.DataForm? Reviewed = null);

/// <summary>A bounded number of executions, each for a bounded time. Any thread may call.</summary>
internal sealed class AdHocSessions(AdHocOptions options, TimeProvider clock)
{
    private const int NonceBytes = 12;
    private const int MacBytes = 12;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AdHocSession> _waiting = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>A new execution, not kept yet.</summary>
    public AdHocSession Begin(Jid from, CommandForm form)
    {
        byte[] nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        return new AdHocSession(Convert.ToHexStringLower([.. nonce, .. Mac(nonce, from, form.Node)]), from, form, clock.GetTimestamp());
    }

    /// <summary>Keeps an execution for its next step.</summary>
    public void Keep(AdHocSession execution)
    {
        lock (_gate)
        {
            if (_waiting.Count >= options.MaxSessions)
            {
                _waiting.Remove(_waiting.Values.MinBy(waiting => waiting.Touched)!.Id);
            }
            _waiting[execution.Id] = execution with { Touched = clock.GetTimestamp() };
        }
    }

    /// <summary>Takes an execution out, so that two steps at a time cannot both run it; null when it does not wait.</summary>
    public AdHocSession? Take(string id)
    {
        lock (_gate)
        {
            return _waiting.Remove(id, out var execution) && clock.GetElapsedTime(execution.Touched) < options.SessionLifetime ? execution : null;
        }
    }

    // §4.4 tells a session that is over from one that never was. The id itself remembers, so that nothing has to be kept for that.
    public bool WasIssued(string id, Jid from, string node)
    {
        byte[] bytes = new byte[NonceBytes + MacBytes];
        return id.Length == bytes.Length * 2
            && Convert.FromHexString(id, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(NonceBytes), Mac(bytes[..NonceBytes], from, node));
    }

    public void EndExpired()
    {
        lock (_gate)
        {
            foreach (var (id, _) in _waiting.Where(one => clock.GetElapsedTime(one.Value.Touched) >= options.SessionLifetime).ToList())
            {
                _waiting.Remove(id);
            }
        }
    }

    private byte[] Mac(byte[] nonce, Jid from, string node) =>
        HMACSHA256.HashData(_key, (byte[])[.. nonce, .. from.Utf8, 0, .. Encoding.UTF8.GetBytes(node)])[..MacBytes];
}
