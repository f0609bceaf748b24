// XEP-0045 §10.9, §11.2: the end of a room, or of the server for a while.
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    private bool _isStopping;

    /// <summary>§10.9: everybody is put out, and all that is kept of the room goes.</summary>
    public CommitTicket Destroy(MucDestroy destroy)
    {
        foreach (var occupant in _occupants.Values.ToArray())
        {
            occupant.Affiliation = MucAffiliation.None;
            Remove(occupant, new Change { Destroy = destroy });
        }
        return Erase();
    }

    /// <summary>The server stops: every occupant is told (§11.2).</summary>
    public Task StopAsync()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Run(room =>
        {
            room._isStopping = true;
            foreach (var occupant in room._occupants.Values.ToArray())
            {
                room.TellOfShutdown(occupant);
            }
            stopped.SetResult();
            return default;
        });
        return stopped.Task;
    }

    /// <summary>A temporary room that the last run of the server left behind.</summary>
    public ValueTask RemoveIfLeftBehind()
    {
        if (Stage == RoomStage.Open && !Configuration.IsPersistent && _occupants.Count == 0)
        {
            Erase();
        }
        return default;
    }

    private void TellOfShutdown(Occupant occupant)
    {
        var gone = Build(occupant, null, seesAddress: true, new Change { IsGone = true, Statuses = [MucStatus.Self, MucStatus.Shutdown] });
        foreach (var session in occupant.Sessions)
        {
            Deliver(session, gone);
        }
    }

    // Nothing of it is left; the next who enters makes another one.
    private CommitTicket Erase()
    {
        bool wasStored = Stage == RoomStage.Open;
        Stage = RoomStage.Missing;
        _stored = New(Address);
        _members = [];
        _state.Clear();
        var unit = new UnitOfWork();
        if (wasStored)
        {
            _services.Store.Remove(unit, Address);
        }
        var ticket = _services.Storage.Commit(unit);
        if (wasStored)
        {
            List(ticket);
            AfterCommit(ticket, () => _ = _services.Storage.EraseOwnerAsync(Address));
        }
        return ticket;
    }
}
