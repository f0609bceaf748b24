// XEP-0045 §10.9, §11.2: the end of a room, or of the server for a while.
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    // What came while the room ended: for the next room of this name, or for nobody.
    private readonly Queue<RoomItem> _held = [];
    private bool _isStopping;

    /// <summary>§10.9: everybody is put out, and all that is kept of the room goes. Nobody sees it before it is so; what comes meanwhile waits.</summary>
    /// <param name="destroy">What they are told.</param>
    /// <param name="unit">What else changes with it; null: nothing.</param>
    public CommitTicket Destroy(MucDestroy destroy, UnitOfWork? unit = null) => End(unit ?? new UnitOfWork(), () => PutOut(destroy));

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
            // Nobody is told of the others, whose sessions end one after the other now. A temporary room goes with the next start.
            room._occupants.Clear();
            room._sessions.Clear();
            room._audience = [];
            stopped.SetResult();
            return default;
        });
        return stopped.Task;
    }

    /// <summary>A temporary room that nobody is in: the last run of the server left it behind, or it has just become temporary.</summary>
    public void RemoveIfLeftBehind()
    {
        if (Stage == RoomStage.Open && !Configuration.IsPersistent && _occupants.Count == 0)
        {
            End(new UnitOfWork(), null);
        }
    }

    /// <summary>§13.5: a room that nobody configures does not keep its name for ever.</summary>
    public ValueTask RemoveIfForgotten()
    {
        if (Stage == RoomStage.Locked && _services.Clock.GetUtcNow() - _stored.Created >= _services.Options.UnconfiguredFor)
        {
            Destroy(new MucDestroy(Reason: "The room was not configured in time."));
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

    // §10.9: one presence to each, of himself; nobody is told of the others.
    private void PutOut(MucDestroy destroy)
    {
        foreach (var session in _audience)
        {
            PutOutside(session, Change.None);
        }
        _sessions.Clear();
        _audience = [];
        foreach (var occupant in _occupants.Values.ToArray())
        {
            (occupant.Affiliation, occupant.Role) = (MucAffiliation.None, MucRole.None);
            var gone = Build(occupant, null, seesAddress: false, new Change { IsGone = true, Destroy = destroy, Statuses = [MucStatus.Self] });
            foreach (var session in occupant.Sessions)
            {
                Deliver(session, gone);
            }
            _occupants.Remove(occupant.Nickname);
            ForEachFeature((Room: this, Occupant: occupant), static (feature, state) => feature.OnLeft(state.Room, state.Occupant));
        }
    }

    // Nothing of it is left; the next who enters makes another one, when all of this one is gone: it must not inherit what was said here.
    private CommitTicket End(UnitOfWork unit, Action? told)
    {
        if (Stage != RoomStage.Open)
        {
            told?.Invoke();
            Forget();
            Stage = RoomStage.Missing;
            return unit.IsEmpty ? CommitTicket.Completed : _services.Storage.Commit(unit);
        }
        Stage = RoomStage.Ending;
        var ticket = _services.Storage.Commit(_services.Store.Remove(unit, Address));
        List(ticket);
        AfterCommit(
            ticket,
            () =>
            {
                told?.Invoke();
                Forget();
                _ = EraseAsync();
            },
            () =>
            {
                Stage = RoomStage.Open;
                Resume();
            });
        return ticket;
    }

    /// <summary>A crash between the end of a room and that of its messages leaves them behind: nobody inherits them, and nobody else removes them.</summary>
    /// <returns>There were some, and they are being removed: a room of this name cannot be made for the moment.</returns>
    public async ValueTask<bool> EraseLeftoversAsync()
    {
        if (await _services.Storage.Ledger.CountAsync(Address, LedgerQuery.All, max: 1).ConfigureAwait(false) == 0)
        {
            return false;
        }
        _ = EraseAsync();
        return true;
    }

    /// <summary>Removes what is left of a room that had this name, in steps; stanzas wait meanwhile.</summary>
    private async Task EraseAsync()
    {
        Stage = RoomStage.Ending;
        CommitBegins();
        try
        {
            await _services.Storage.EraseOwnerAsync(Address).ConfigureAwait(false);
        }
        catch (StorageException fault)
        {
            // Whoever makes a room of this name next tries again.
            RoomsLog.EraseFault(Logger, Address.ToString(), fault);
        }
        finally
        {
            Run(room =>
            {
                room.CommitEnds();
                room.Stage = RoomStage.Missing;
                room.Resume();
                return default;
            });
        }
    }

    private void Forget()
    {
        _stored = New(Address);
        _members = [];
        _state.Clear();
    }

    private void HoldBack(RoomItem item)
    {
        if (_held.Count >= _services.Options.MaxQueuedStanzasPerRoom)
        {
            Refuse(item, Balcony.Xmpp.Stanzas.StanzaError.ResourceConstraint);
            return;
        }
        item.Receipt?.Hold();
        _held.Enqueue(item);
    }

    private void Resume()
    {
        while (_held.TryDequeue(out var item))
        {
            Post(item, isUrgent: true);
        }
    }
}
