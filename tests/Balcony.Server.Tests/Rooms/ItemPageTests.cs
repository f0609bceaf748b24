// XEP-0059 of lists of rooms: whatever is paged, in pages of any size, either way, comes once.
using Balcony.Server.Rooms;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Xunit;

namespace Balcony.Server.Tests.Rooms;

public sealed class ItemPageTests
{
    private const int MaxPages = 1_000;

    // How many rooms, and how many of them are a page.
    public static IEnumerable<TheoryDataRow<int, int, bool>> Sizes =>
        from rooms in Enumerable.Range(0, 12) from size in Enumerable.Range(1, 6) from byUsers in new[] { false, true } select new TheoryDataRow<int, int, bool>(rooms, size, byUsers);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_room_comes_once_forwards(int rooms, int size, bool byUsers)
    {
        var matches = Rooms(rooms, byUsers);
        Assert.Equal(Names(matches), Walk(matches, last => new PageRequest(size, After: last.Last), new PageRequest(size)).SelectMany(page => page));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_room_comes_once_backwards(int rooms, int size, bool byUsers)
    {
        var matches = Rooms(rooms, byUsers);
        var pages = Walk(matches, last => new PageRequest(size, Before: last.First), new PageRequest(size, Before: ""));
        pages.Reverse();
        Assert.Equal(Names(matches), pages.SelectMany(page => page));
    }

    [Fact]
    public void A_page_goes_on_behind_a_room_that_is_gone()
    {
        var matches = Rooms(10, byUsers: false);
        var left = matches with { Rooms = [.. matches.Rooms.Where((_, at) => at != 4)] };
        var page = Find(left, new PageRequest(2, After: matches.NameOf(4)));
        Assert.Equal([matches.NameOf(5), matches.NameOf(6)], Names(left, page));
    }

    [Fact]
    public void A_page_of_no_items_is_the_count()
    {
        var page = Find(Rooms(10, byUsers: false), new PageRequest(0));
        Assert.Equal(new Page(Count: 10), page.Describe(new PageRequest(0), 10, _ => ""));
    }

    [Fact]
    public void A_page_has_an_index() => Assert.Equal(new ItemPage(7, 2), Find(Rooms(10, byUsers: false), new PageRequest(2, Index: 7)));

    [Fact]
    public void Behind_the_end_there_is_nothing() => Assert.Equal(0, Find(Rooms(10, byUsers: false), new PageRequest(2, Index: long.MaxValue)).Count);

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 7)]
    public void A_page_is_cut_where_it_gets_too_long_on_the_side_that_is_read_last(bool isBackwards, int start) => Assert.Equal(
        new ItemPage(start, 3), ItemPage.Find(isBackwards ? new PageRequest(Before: "") : null, 10, 10, _ => default, _ => 100, 350));

    [Fact]
    public void One_item_that_is_too_long_comes_all_the_same() =>
        Assert.Equal(new ItemPage(0, 1), ItemPage.Find(null, 10, 10, _ => default, _ => 1_000, 350));

    private static ChannelMatches Rooms(int count, bool byUsers)
    {
        var rooms = Enumerable.Range(0, count).Select(at => new ListedRoom(BareJid.Parse($"r{at}@conference.example.org"), "", "", "", false, true, false))
            .OrderBy(room => room.Local, StringComparer.Ordinal);
        return ChannelMatches.Find(
            rooms, new ChannelFilter { IsAll = true, Order = byUsers ? ChannelOrder.Users : ChannelOrder.Address }, room => room.Local.Sum(c => c) % 4);
    }

    private static ItemPage Find(ChannelMatches matches, PageRequest request) =>
        ItemPage.Find(request, matches.Rooms.Count, 100, matches.PlaceOf, _ => 1, int.MaxValue);

    private static List<string> Names(ChannelMatches matches) => [.. Enumerable.Range(0, matches.Rooms.Count).Select(matches.NameOf)];

    private static List<string> Names(ChannelMatches matches, ItemPage page) => [.. Enumerable.Range(page.Start, page.Count).Select(matches.NameOf)];

    private static List<List<string>> Walk(ChannelMatches matches, Func<Page, PageRequest> next, PageRequest request)
    {
        var pages = new List<List<string>>();
        for (int i = 0; i < MaxPages; i++)
        {
            var page = Find(matches, request);
            if (page.Count == 0)
            {
                return pages;
            }
            pages.Add(Names(matches, page));
            request = next(page.Describe(request, matches.Rooms.Count, matches.NameOf)!);
        }
        throw new InvalidOperationException("the pages have no end");
    }
}
