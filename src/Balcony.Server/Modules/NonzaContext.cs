// What the handler of a stream-level element gets (XEP-0198 §4, XEP-0352 §4).
using Balcony.Server.Sessions;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>Handles a nonza, on the thread that reads the stream; what touches the account's state goes through its mailbox.</summary>
/// <exception cref="StreamException">Ends the stream.</exception>
public delegate ValueTask NonzaHandler(NonzaContext context, XmlElement nonza);

/// <summary>The stream on which a nonza came.</summary>
public sealed class NonzaContext
{
    private readonly ClientStream _stream;

    internal NonzaContext(ClientStream stream) => _stream = stream;

    /// <summary>The session; null before a resource is bound.</summary>
    public Session? Session => _stream.Session;

    /// <summary>Who is logged in.</summary>
    public BareJid Account => _stream.Account!;

    /// <summary>Writes something of the stream's own, before all stanzas that wait.</summary>
    public void Write(Action<XmlWriter> write) => _stream.WriteControl(write);

    /// <summary>Goes on with a session that was lost, on this stream (XEP-0198 §5). The answer is written first, then what was not acknowledged.</summary>
    /// <param name="id">The resumption id.</param>
    /// <param name="count">How many stanzas the client has.</param>
    /// <param name="answer">Writes the answer; gets the count of what came from the client.</param>
    /// <returns>Null when it was resumed; otherwise why not.</returns>
    internal Task<ResumeFault?> ResumeAsync(string id, uint count, Action<XmlWriter, uint> answer) => _stream.ResumeAsync(id, count, answer);

    /// <summary>The client acknowledged stanzas (XEP-0198 §4).</summary>
    internal void Acknowledged(uint count) => _stream.Acknowledged(count);
}

/// <summary>Why a session cannot be resumed.</summary>
/// <param name="Count">How many stanzas of it came and are kept; null when nothing is known of it.</param>
/// <param name="Delivered">The last ledger entry that its client acknowledged.</param>
internal sealed record ResumeFault(uint? Count, long? Delivered);

/// <summary>What became of the wish to go on with a session.</summary>
/// <param name="Fault">Why not; null when it goes on.</param>
/// <param name="Session">The session, carried by the stream that asked.</param>
/// <param name="Received">How many stanzas came from the client.</param>
internal readonly record struct Resumption(ResumeFault? Fault, Session? Session = null, uint Received = 0);
