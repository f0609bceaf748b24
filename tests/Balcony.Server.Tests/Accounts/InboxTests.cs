// What the inbox says of entries, against a set of them and of sessions: each is taken once or still waits, and the mark passes none that was not taken.
using Balcony.Server.Accounts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Accounts;

public sealed class InboxTests
{
    private const int Sessions = 3;

    private enum Act
    {
        ComeToNobody,
        ComeToOne,
        ComeToAll,
        Take,
        End,
        Offer,
        Forget,
        Save,
        SaveInVain,
    }

    [Fact]
    public void Every_entry_is_taken_or_waits_and_the_mark_passes_none_that_was_not_taken() =>
        Prop.ForAll(
            Gen.Choose(0, 8).Select(act => (Act)act).SelectMany(act => Gen.Choose(0, 99), (act, chance) => (act, chance)).ListOf().ToArbitrary(),
            steps =>
            {
                var model = new Model();
                return steps.All(step => model.Do(step.act, step.chance));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(200));

    [Fact]
    public void Without_a_backlog_going_through_the_ledger_begins_behind_all_that_is_known()
    {
        var inbox = Opened(out _);
        inbox.Add(7, 1, isTransient: false);
        inbox.Take(7);
        inbox.Add(8, 1, isTransient: false);
        inbox.Leave(8);
        Assert.True(inbox.HasWork);
        Assert.Equal(8, inbox.BacklogFrom);
        Assert.Equal([8], inbox.Returned(10));
        Assert.Equal(7, inbox.Mark);
    }

    [Fact]
    public void An_entry_kept_until_delivered_stays_while_another_session_has_only_its_position()
    {
        var inbox = Opened(out _);
        inbox.Add(7, 2, isTransient: true);
        inbox.Take(7);
        Assert.Empty(inbox.Save().Done);
        Assert.Equal(7, inbox.Mark);
        inbox.Take(7);
        Assert.Equal([7], inbox.Save().Done);
    }

    [Fact]
    public void What_was_not_kept_after_all_is_not_counted_among_those_that_wait()
    {
        var inbox = Opened(out _);
        inbox.Add(7, 0, isTransient: true);
        Assert.Equal(1, inbox.Waiting);
        inbox.Forget(7);
        Assert.Null(inbox.Waiting);
    }

    private static Inbox Opened(out long mark)
    {
        var inbox = new Inbox();
        mark = 5;
        inbox.Opened(mark);
        inbox.EndBacklog();
        return inbox;
    }

    private sealed class Model
    {
        private readonly Inbox _inbox = Opened(out _);
        private readonly List<long>[] _held = [.. Enumerable.Range(0, Sessions).Select(_ => new List<long>())];
        private readonly SortedSet<long> _untaken = [];
        private readonly HashSet<long> _transient = [];
        private readonly HashSet<long> _done = [];
        private readonly List<long> _ledger = [];
        private long _last = 5;

        public bool Do(Act act, int chance)
        {
            var session = _held[chance % Sessions];
            switch (act)
            {
                case Act.ComeToNobody or Act.ComeToOne or Act.ComeToAll:
                    Come(act == Act.ComeToNobody ? [] : act == Act.ComeToOne ? [session] : _held, chance % 2 == 0);
                    break;
                case Act.Take when session.Count > 0:
                    long taken = session[chance % session.Count];
                    session.Remove(taken);
                    _untaken.Remove(taken);
                    _inbox.Take(taken);
                    break;
                case Act.End:
                    foreach (long id in session)
                    {
                        _inbox.Leave(id);
                    }
                    session.Clear();
                    break;
                case Act.Offer:
                    Offer(session);
                    break;
                case Act.Forget when _untaken.Count > 0:
                    long gone = _untaken.ElementAt(chance % _untaken.Count);
                    _untaken.Remove(gone);
                    _ledger.Remove(gone);
                    Array.ForEach(_held, held => held.Remove(gone));
                    _inbox.Forget(gone);
                    break;
                case Act.Save:
                    foreach (long id in _inbox.Save().Done)
                    {
                        if (!_transient.Contains(id) || !_done.Add(id) || _held.Any(held => held.Contains(id)))
                        {
                            return false;
                        }
                        _ledger.Remove(id);
                    }
                    break;
                case Act.SaveInVain:
                    _inbox.NotSaved(_inbox.Save().Done);
                    break;
                default:
                    break;
            }
            return IsRight();
        }

        private void Come(List<long>[] holders, bool isTransient)
        {
            long id = ++_last;
            _ledger.Add(id);
            _untaken.Add(id);
            if (isTransient)
            {
                _transient.Add(id);
            }
            Array.ForEach(holders, held => held.Add(id));
            _inbox.Add(id, holders.Length, isTransient);
        }

        // As an account does it: what was returned, then the ledger behind what was offered.
        private void Offer(List<long> session)
        {
            if (!_inbox.HasWork)
            {
                return;
            }
            long after = _inbox.BacklogFrom;
            foreach (long id in _inbox.Returned(1_000))
            {
                _inbox.Hold(id, 1, _transient.Contains(id));
                session.Add(id);
            }
            foreach (long id in _ledger.Where(id => id > after).ToList())
            {
                bool isKnown = _inbox.IsKnown(id);
                _inbox.Advance(id);
                if (!isKnown)
                {
                    _inbox.Hold(id, 1, _transient.Contains(id));
                    session.Add(id);
                }
            }
            _inbox.EndBacklog();
        }

        private bool IsRight()
        {
            foreach (long id in _untaken)
            {
                // Not held by anybody, it is offered to the next.
                bool waits = _inbox.HasBacklog && id > _inbox.BacklogFrom;
                if (id <= _inbox.Mark || (!_held.Any(held => held.Contains(id)) && !waits && !_inbox.Returned(1_000).Contains(id)))
                {
                    return false;
                }
            }
            return !_inbox.Returned(1_000).Any(id => !_untaken.Contains(id));
        }
    }
}
