// XEP-0280 §6.1: an error is copied when the message that it answers was.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>The last messages of an account that were copied, to know their errors by. In the account's mailbox.</summary>
/// <remarks>Contents of an error prove nothing: the original in it is optional, and written by the one who answers (§10.3).</remarks>
internal sealed class CopiedMessages
{
    private const int Remembered = 64;

    private int[]? _marks;
    private int _next;

    /// <summary>Remembers a message that was copied; an error that comes after 64 others is not copied.</summary>
    /// <param name="message">The message.</param>
    /// <param name="contact">The other side.</param>
    public void Add(Message message, Jid? contact)
    {
        if (Mark(message, contact) is { } mark)
        {
            _marks ??= new int[Remembered];
            _marks[_next++ % Remembered] = mark;
        }
    }

    /// <summary>Whether the error answers a message that was copied.</summary>
    public bool Contains(Message error, Jid? contact) => _marks is not null && Mark(error, contact) is { } mark && Array.IndexOf(_marks, mark) >= 0;

    // A hash is enough: an error that is copied by mistake harms nobody. 0 is an empty place.
    private static int? Mark(Message message, Jid? contact) => message.Id is { } id ? HashCode.Combine(id, contact) | 1 : null;
}
