// XEP-0050 in rooms: one command.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms;

/// <summary>A command of rooms: at most one form, then it is done. Everything is called in the room's mailbox.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Title">For people.</param>
/// <param name="MayRun">Whether somebody may run it.</param>
/// <param name="Run">Does it with the form as submitted, which answers that of <see cref="Ask"/>; an empty one when nothing is asked. Throws the error.</param>
internal sealed record RoomCommand(string Node, string Title, Func<Room, Jid, bool> MayRun, Func<Room, DataForm, RoomCommandResult> Run)
{
    /// <summary>The form to fill in; null: it asks for nothing.</summary>
    public Func<Room, DataForm>? Ask { get; init; }
}

/// <summary>What a command has done.</summary>
/// <param name="Form">What it shows; null: nothing.</param>
/// <param name="Ticket">What it has to wait for; null: nothing.</param>
internal sealed record RoomCommandResult(DataForm? Form = null, CommitTicket? Ticket = null);
