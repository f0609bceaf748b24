// XEP-0433: the public rooms of a service are searched.
using System.Text;
using Balcony.Server.Modules;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms.Features;

internal sealed class ChannelSearches(RoomOptions options, TimeProvider clock) : RoomFeature
{
    private const int MaxTextLength = 200;
    private const int MaxWords = 8;

    // What an item takes beside its texts.
    private const int ItemBytes = 256;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();

    // Who searched how often since the window began; never more entries than searches are allowed.
    private readonly Dictionary<BareJid, int> _searches = [];
    private long _windowBegan;
    private int _inWindow;

    public override void Register(ModuleBuilder module) => module.OnGet<ChannelSearch>(IqTarget.RoomService, (context, search) => Answer(context, search));

    private IqReply Answer(IqContext context, ChannelSearch search)
    {
        if (search.Form is null)
        {
            return IqReply.Result(new ChannelSearchForm(ChannelFilter.Form(allowsAll: true)));
        }
        var filter = ChannelFilter.Read(search.Form);
        if (filter.Text is { } text && (text.Length > MaxTextLength || ChannelMatches.CountWords(text) is 0 or > MaxWords))
        {
            return IqReply.Error(ChannelSearchErrors.InvalidSearchTerms($"There may be 1 to {MaxWords} words, together of {MaxTextLength} characters."));
        }
        return TakeTurn(context.From.Bare) is { } wait
            ? IqReply.Error(ChannelSearchErrors.RateLimited(wait)) : IqReply.Later(SearchAsync(context.Service!, filter, search.Page));
    }

    private async Task<IqReply> SearchAsync(RoomService service, ChannelFilter filter, PageRequest? request)
    {
        await service.Listing.ReadyAsync().ConfigureAwait(false);
        // Looking through many rooms takes a while: not on the asker's thread.
        await Task.Yield();
        // §6.2: nobody gets what he did not ask for.
        var matches = ChannelMatches.Find(filter.Types.Contains(FoundChannel.Muc) ? service.Listing.Snapshot() : [], filter, room => UsersOf(service, room));
        var page = ItemPage.Find(request, matches.Rooms.Count, options.MaxPageItems, matches.PlaceOf, index => SizeOf(matches.Rooms[index].Room), options.MaxPageBytes);
        return IqReply.Result(new ChannelSearchResult(
            [.. Enumerable.Range(page.Start, page.Count).Select(index => Show(matches.Rooms[index].Room, matches.Rooms[index].Users))],
            page.Describe(request, matches.Rooms.Count, matches.NameOf)));
    }

    // As in disco#info: how many are in a room is told where anybody may go in.
    private static int? UsersOf(RoomService service, ListedRoom room) => room.IsOpen ? service.Find(room.Address)?.OccupantCount ?? 0 : null;

    private static FoundChannel Show(ListedRoom room, int? users) => new(room.Address)
    {
        Name = room.Name.Length > 0 ? room.Name : null,
        Description = room.Description.Length > 0 ? room.Description : null,
        Language = room.Language.Length > 0 ? room.Language : null,
        Users = users,
        ServiceType = FoundChannel.Muc,
        IsOpen = room.IsOpen,
        AnonymityMode = room.IsNonAnonymous ? FoundChannel.NonAnonymous : FoundChannel.SemiAnonymous,
    };

    private static int SizeOf(ListedRoom room) => ItemBytes + Encoding.UTF8.GetByteCount(room.Name) + Encoding.UTF8.GetByteCount(room.Description);

    // Null: go on; otherwise when to try again.
    private TimeSpan? TakeTurn(BareJid asker)
    {
        lock (_gate)
        {
            var passed = clock.GetElapsedTime(_windowBegan);
            if (_inWindow == 0 || passed >= Window)
            {
                _searches.Clear();
                (_windowBegan, _inWindow, passed) = (clock.GetTimestamp(), 0, TimeSpan.Zero);
            }
            int mine = _searches.GetValueOrDefault(asker);
            if (mine >= options.MaxSearchesPerMinute || _inWindow >= options.MaxSearchesPerMinuteOfAll)
            {
                return Window - passed;
            }
            _inWindow++;
            _searches[asker] = mine + 1;
            return null;
        }
    }
}
