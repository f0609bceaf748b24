// XEP-0359 identifiers: one text for each entry of an owner, and for nobody else.
using System.Text;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Storage;

public sealed class StanzaIdsTests : IDisposable
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@montague.lit");
    private static readonly MemoryStorage Storage = new();

    private readonly StanzaIds _ids = new(Storage);

    public void Dispose() => _ids.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7_000_000_000)]
    [InlineData(long.MaxValue)]
    public void An_identifier_is_read_as_it_was_written(long id)
    {
        var text = _ids.Of(Juliet, id);
        Assert.Equal(StanzaIds.Length, text.Length);
        Assert.True(_ids.TryRead(Juliet, text, out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(130)]
    public void Many_are_written_as_each_would_be(int count)
    {
        long[] ids = [.. Enumerable.Range(1, count)];
        var output = new byte[count * StanzaIds.Length];
        _ids.Write(Juliet, ids, output);
        Assert.Equal(string.Concat(ids.Select(id => _ids.Of(Juliet, id))), Encoding.ASCII.GetString(output));
    }

    [Fact]
    public void It_is_the_same_after_a_restart()
    {
        using var again = new StanzaIds(Storage);
        Assert.Equal(_ids.Of(Juliet, 4), again.Of(Juliet, 4));
    }

    [Fact]
    public void Bytes_and_text_are_the_same()
    {
        var utf8 = new byte[StanzaIds.Length];
        _ids.Write(Juliet, 12, utf8);
        Assert.Equal(_ids.Of(Juliet, 12), Encoding.ASCII.GetString(utf8));
    }

    [Fact]
    public void One_message_has_another_identifier_for_each_owner() => Assert.NotEqual(_ids.Of(Juliet, 4), _ids.Of(Romeo, 4));

    [Fact]
    public void Another_owners_identifier_is_refused() => Assert.False(_ids.TryRead(Romeo, _ids.Of(Juliet, 4), out _));

    [Fact]
    public void An_identifier_of_another_database_is_refused()
    {
        using var other = new StanzaIds(new MemoryStorage());
        Assert.False(_ids.TryRead(Juliet, other.Of(Juliet, 4), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAA AAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA\u00e9")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_was_not_made_here_is_refused(string text)
    {
        Assert.False(_ids.TryRead(Juliet, text, out var id));
        Assert.Equal(0, id);
    }

    [Fact]
    public void Any_changed_character_is_refused()
    {
        var text = _ids.Of(Juliet, 4);
        for (var place = 0; place < text.Length; place++)
        {
            foreach (var one in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/")
            {
                var changed = text[..place] + one + text[(place + 1)..];
                Assert.Equal(changed == text, _ids.TryRead(Juliet, changed, out _));
            }
        }
    }

    [Fact]
    public void Writing_one_allocates_nothing()
    {
        Span<byte> utf8 = stackalloc byte[StanzaIds.Length];
        _ids.Write(Juliet, 1, utf8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var id = 2; id < 100; id++) _ids.Write(Juliet, id, utf8);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
