// XEP-0313 §4, §5: answers who asks an archive.
using System.Text;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>Finds what a query asks for and sends it. Reading takes time: the mailbox goes on meanwhile, and the answer comes when it is there.</summary>
internal sealed class ArchiveQueries(IStorage storage, StanzaIds ids, IRouter router, MamOptions options, TimeProvider clock)
{
    // Counting further costs more than anybody has of it.
    private const int MaxCount = 1_000_000;

    public ValueTask<IqReply> Form() => IqReply.Result(new MamQuery(Form: MamFilter.Form(storage.HasTextIndex)));

    public ValueTask<IqReply> Metadata(IqContext context) => Metadata(context.Account!.Address, context.Account.WhenKeptAsync(), context.Cancel);

    /// <summary>Answers what an archive begins and ends with (§5).</summary>
    public ValueTask<IqReply> Metadata(BareJid archive, Task kept, CancellationToken cancel)
    {
        return IqReply.Later(ReadAsync());

        async Task<IqReply> ReadAsync()
        {
            await SettleAsync(kept, cancel).ConfigureAwait(false);
            return IqReply.Result((await MetadataAsync(archive, cancel).ConfigureAwait(false)).Metadata);
        }
    }

    public ValueTask<IqReply> Answer(IqContext context, MamQuery query) => context.Session is not { } session
        ? IqReply.Error(StanzaError.Forbidden)
        : Answer(filter => new ArchiveAsker(context.Account!.Address, session.Address, session, context.Account.WhenKeptAsync()), query, context.Cancel);

    /// <summary>Answers a query.</summary>
    /// <param name="asks">Who asks, and what he may see, by what he asks for.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="cancel">Gives it up.</param>
    public ValueTask<IqReply> Answer(Func<MamFilter, ArchiveAsker> asks, MamQuery query, CancellationToken cancel)
    {
        if (query.Node is not null)
        {
            // XEP-0442: there is no such node here.
            return IqReply.Error(StanzaError.ItemNotFound);
        }
        var filter = query.Form is null ? new MamFilter() : MamFilter.Read(query.Form);
        if (filter.Text is not null && !storage.HasTextIndex)
        {
            return IqReply.Error(StanzaError.FeatureNotImplemented.With("archives are not searched here"));
        }
        if (query.Page?.Index is not null)
        {
            // XEP-0059 §2.6: it would count everything before it.
            return IqReply.Error(StanzaError.FeatureNotImplemented.With("pages are found by their messages, not by numbers"));
        }
        var asker = asks(filter);
        var plan = new Plan(asker, query, filter) { Query = Narrow(asker.Selection ?? With(asker.Archive, filter), filter) };
        ReadPage(plan);
        ReadIds(plan);
        return asker.Begin(options.MaxQueriesPerSession) is { } running
            ? IqReply.Later(AnswerAsync(plan, running, cancel))
            : IqReply.Error(StanzaError.ResourceConstraint.With("too many queries are under way"));
    }

    // What another device of the account has just sent, or is getting, came before the query and is in the page.
    private async Task SettleAsync(Task kept, CancellationToken cancel)
    {
        if (kept.IsCompleted)
        {
            return;
        }
        try
        {
            await kept.WaitAsync(options.WaitForCommits, clock, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The store is slow, or a stanza is on a long way. It is found later, behind the page.
        }
    }

    private async Task<IqReply> AnswerAsync(Plan plan, ArchiveQueriesUnderWay running, CancellationToken cancel)
    {
        try
        {
            await SettleAsync(plan.Asker.Kept, cancel).ConfigureAwait(false);
            await plan.Asker.WhenReadyAsync().WaitAsync(cancel).ConfigureAwait(false);
            if (plan.Filter.Ids is not null)
            {
                return await AnswerByIdsAsync(plan, cancel).ConfigureAwait(false);
            }
            if (plan.Limit == 0)
            {
                return await CountAsync(plan, cancel).ConfigureAwait(false);
            }
            var page = await storage.Ledger.ArchiveAsync(plan.Owner, plan.PageQuery, plan.Known, cancel).ConfigureAwait(false);
            return page.HasKnown ? Send(plan, page, null) : IqReply.Error(StanzaError.ItemNotFound);
        }
        finally
        {
            running.End();
        }
    }

    // XEP-0059 §2.7
    private async Task<IqReply> CountAsync(Plan plan, CancellationToken cancel)
    {
        var page = await storage.Ledger.ArchiveAsync(plan.Owner, plan.PageQuery, plan.Known, cancel).ConfigureAwait(false);
        if (!page.HasKnown)
        {
            return IqReply.Error(StanzaError.ItemNotFound);
        }
        int count = await storage.Ledger.CountAsync(plan.Owner, plan.Query, MaxCount, cancel).ConfigureAwait(false);
        return IqReply.Result(new MamFin(new Page(Count: count), page.IsComplete));
    }

    // §4.1.3. They are few, so the other filters look at each.
    private async Task<IqReply> AnswerByIdsAsync(Plan plan, CancellationToken cancel)
    {
        var entries = await storage.Ledger.GetAsync(plan.Owner, plan.Ids, cancel).ConfigureAwait(false);
        if (entries.Count < plan.Ids.Count || !entries.All(entry => entry.Owner.IsArchived))
        {
            return IqReply.Error(StanzaError.ItemNotFound);
        }
        if (plan.Known.Count > 0)
        {
            var known = await storage.Ledger.ArchiveAsync(plan.Owner, LedgerQuery.All with { Limit = 0 }, plan.Known, cancel).ConfigureAwait(false);
            if (!known.HasKnown)
            {
                return IqReply.Error(StanzaError.ItemNotFound);
            }
        }
        var query = plan.PageQuery;
        int count = entries.Count(entry => plan.Query.SelectsEntry(entry));
        var selected = entries.Where(query.SelectsEntry);
        var some = query.IsBackwards ? selected.TakeLast(query.Limit + 1) : selected.Take(query.Limit + 1);
        return Send(plan, LedgerPage.Of([.. some], query), count);
    }

    // §4.2: all results before the answer.
    private IqReply Send(Plan plan, LedgerPage page, int? count)
    {
        var (entries, isComplete) = Cut(page, plan.PageQuery.IsBackwards);
        byte[] names = Names(plan.Owner, entries);
        var writer = new ResultWriter(plan.Asker.Address, plan.Owner, plan.QueryId);
        using (FlushScope.Enter())
        {
            for (int i = 0; i < entries.Count; i++)
            {
                // §4.3.5: flipping changes the order of sending and nothing else.
                int at = plan.IsFlipped ? entries.Count - 1 - i : i;
                var stored = plan.Asker.Shows?.Invoke(entries[at]) ?? entries[at].Stanza;
                if (!plan.Asker.Send(writer.Result(entries[at].Time, stored.Span, names.AsSpan(at * StanzaIds.Length, StanzaIds.Length)), router))
                {
                    break;
                }
            }
        }
        // XEP-0059 §2.2: what is known without counting.
        bool isFirst = plan.PageQuery is { IsBackwards: false } first && first.After == plan.Query.After || (plan.PageQuery.IsBackwards && isComplete);
        bool isAll = isComplete && plan.PageQuery.After == plan.Query.After && plan.PageQuery.Before == plan.Query.Before;
        return IqReply.Result(new MamFin(
            entries.Count == 0
                ? new Page(Count: isAll ? 0 : count)
                : new Page(
                    Encoding.ASCII.GetString(names, 0, StanzaIds.Length), Encoding.ASCII.GetString(names, names.Length - StanzaIds.Length, StanzaIds.Length),
                    isFirst ? 0 : null, count ?? (isAll ? entries.Count : null)),
            isComplete));
    }

    private byte[] Names(BareJid owner, IReadOnlyList<LedgerEntry> entries)
    {
        long[] wanted = new long[entries.Count];
        for (int i = 0; i < wanted.Length; i++)
        {
            wanted[i] = entries[i].Id;
        }
        byte[] names = new byte[wanted.Length * StanzaIds.Length];
        ids.Write(owner, wanted, names);
        return names;
    }

    // Never nothing of something.
    private (IReadOnlyList<LedgerEntry> Entries, bool IsComplete) Cut(LedgerPage page, bool isBackwards)
    {
        int bytes = 0, taken = 0;
        foreach (var entry in isBackwards ? page.Entries.Reverse() : page.Entries)
        {
            bytes += entry.Stanza.Length;
            if (bytes > options.MaxPageBytes && taken > 0)
            {
                return ([.. isBackwards ? page.Entries.TakeLast(taken) : page.Entries.Take(taken)], false);
            }
            taken++;
        }
        return (page.Entries, page.IsComplete);
    }

    /// <summary>The ends of an archive (§5), and the last entry's place in the ledger; 0 when it has none.</summary>
    public async ValueTask<(MamMetadata Metadata, long Last)> MetadataAsync(BareJid owner, CancellationToken cancel = default)
    {
        var one = new LedgerQuery { IsArchived = true, Limit = 1 };
        var first = await storage.Ledger.PageAsync(owner, one, cancel).ConfigureAwait(false);
        var last = await storage.Ledger.PageAsync(owner, one with { IsBackwards = true }, cancel).ConfigureAwait(false);
        return first.Count == 0 || last.Count == 0 ? (new MamMetadata(), 0) : (new MamMetadata(Entry(first[0]), Entry(last[0])), last[0].Id);

        MamMetadata.Entry Entry(LedgerEntry entry) => new(ids.Of(owner, entry.Id), entry.Time);
    }

    // §4.1.1: with oneself means to and from oneself, whatever the resources.
    private static LedgerQuery With(BareJid owner, MamFilter filter)
    {
        bool isOwn = filter.With?.Bare.Equals(owner) ?? false;
        return new LedgerQuery { Contact = isOwn ? owner : filter.With as BareJid, Peer = isOwn ? null : filter.With as FullJid };
    }

    // §4.1: all but the names, which only this archive can read.
    private static LedgerQuery Narrow(LedgerQuery query, MamFilter filter) => query with
    {
        IsArchived = true,
        From = filter.Start is { } start ? Milliseconds(start, isUp: true) : null,
        // §4.1.2: the end is included.
        To = filter.End is { } end && end < DateTimeOffset.MaxValue.AddSeconds(-1) ? Milliseconds(end, isUp: false).AddMilliseconds(1) : null,
        Text = filter.Text is { } text ? TextQuery.Parse(text) : null,
    };

    // As finely as clients are told the time.
    private static DateTimeOffset Milliseconds(DateTimeOffset time, bool isUp)
    {
        long rest = time.UtcTicks % TimeSpan.TicksPerMillisecond;
        return rest == 0 ? time : time.AddTicks(isUp && time < DateTimeOffset.MaxValue.AddSeconds(-1) ? TimeSpan.TicksPerMillisecond - rest : -rest);
    }

    // §4.3: a page is of what the form selects.
    private void ReadPage(Plan plan)
    {
        var filter = plan.Filter;
        var query = plan.Query = plan.Query with
        {
            After = filter.AfterId is null ? null : Known(plan, filter.AfterId),
            Before = filter.BeforeId is null ? null : Known(plan, filter.BeforeId),
        };
        var page = plan.Page;
        plan.Limit = (int)Math.Min(page?.Max ?? options.PageSize, options.MaxPageSize);
        plan.PageQuery = query with
        {
            After = page?.After is { Length: > 0 } after ? Math.Max(Known(plan, after), query.After ?? 0) : query.After,
            Before = page?.Before is { Length: > 0 } before ? Math.Min(Known(plan, before), query.Before ?? long.MaxValue) : query.Before,
            IsBackwards = page?.Before is not null,
            Limit = plan.Limit,
        };
    }

    private void ReadIds(Plan plan)
    {
        if (plan.Filter.Ids is not { } wanted)
        {
            return;
        }
        if (wanted.Count > options.MaxIdsPerQuery)
        {
            throw new StanzaException(StanzaError.NotAcceptable.With($"at most {options.MaxIdsPerQuery} identifiers"));
        }
        foreach (string id in wanted)
        {
            plan.Ids.Add(Read(plan.Owner, id));
        }
    }

    private long Known(Plan plan, string id)
    {
        long read = Read(plan.Owner, id);
        plan.Known.Add(read);
        return read;
    }

    // §4.1.3, §4.3.2: a name that was never given is one that the archive does not have.
    private long Read(BareJid owner, string id) => ids.TryRead(owner, id, out long read) ? read : throw new StanzaException(StanzaError.ItemNotFound);

    // A query, understood.
    private sealed class Plan(ArchiveAsker asker, MamQuery query, MamFilter filter)
    {
        public ArchiveAsker Asker => asker;

        public BareJid Owner => asker.Archive;

        public MamFilter Filter => filter;

        public string? QueryId => query.QueryId;

        public PageRequest? Page => query.Page;

        public bool IsFlipped => query.IsFlipped;

        /// <summary>Messages that the client says it knows.</summary>
        public List<long> Known { get; } = [];

        public HashSet<long> Ids { get; } = [];

        /// <summary>All that is asked for.</summary>
        public required LedgerQuery Query { get; set; }

        /// <summary>The page of it.</summary>
        public LedgerQuery PageQuery { get; set; } = LedgerQuery.All;

        public int Limit { get; set; }
    }
}
