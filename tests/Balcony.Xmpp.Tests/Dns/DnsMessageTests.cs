// Messages from anywhere: what is well-formed is read, and nothing else does harm.
using Balcony.Xmpp.Dns;
using Xunit;
using static Balcony.Xmpp.Tests.Dns.WireMessage;

namespace Balcony.Xmpp.Tests.Dns;

public class DnsMessageTests
{
    private const string Owner = "_xmpp-server._tcp.example.org";

    [Fact]
    public void Compressed_targets_are_read()
    {
        // "example.org" stands in the question: 12 bytes of header, then the labels before it.
        var bytes = new WireMessage(Owner, DnsType.Srv)
            .Answer(Pointer(12), DnsType.Srv, 300, Service(10, 20, 5269, [4, .. "xmpp"u8, .. Pointer(12 + 13 + 5)])).Bytes;

        Assert.True(DnsMessage.TryRead(bytes, out var message));
        var answer = DnsReply.Read(message, out _);
        Assert.Equal(new DnsService(10, 20, 5269, "xmpp.example.org"), Assert.Single(answer.Services));
        Assert.Equal(Service(10, 20, 5269, NameOf("xmpp.example.org")), answer.Records[0].ToArray());
    }

    [Fact]
    public void Aliases_are_followed_and_the_shortest_time_counts()
    {
        var bytes = new WireMessage("a.org", DnsType.A)
            .Answer("b.org", DnsType.Cname, 60, NameOf("c.org")).Answer("A.ORG", DnsType.Cname, 900, NameOf("B.org"))
            .Answer("c.org", DnsType.A, 300, 192, 0, 2, 1).Answer("x.org", DnsType.A, 1, 192, 0, 2, 66).Bytes;

        var answer = Read(bytes, out var alias);

        Assert.Equal(("c.org", TimeSpan.FromSeconds(60), "192.0.2.1"), (answer.CanonicalName, answer.Ttl, Assert.Single(answer.Addresses).ToString()));
        Assert.Null(alias);
    }

    [Fact]
    public void Aliases_in_a_circle_end()
    {
        var answer = Read(
            new WireMessage("a.org", DnsType.A).Answer("a.org", DnsType.Cname, 60, NameOf("b.org")).Answer("b.org", DnsType.Cname, 60, NameOf("a.org")).Bytes, out _);

        Assert.Equal(DnsCode.Malformed, answer.Code);
    }

    [Fact]
    public void An_alias_that_leads_out_of_the_message_is_to_be_asked_for()
    {
        Read(new WireMessage("a.org", DnsType.A).Answer("a.org", DnsType.Cname, 60, NameOf("b.net")).Bytes, out var alias);

        Assert.Equal("b.net", alias);
    }

    [Theory]
    [InlineData(3, DnsCode.NxDomain)]
    [InlineData(0, DnsCode.NoData)]
    public void A_denial_is_kept_as_long_as_the_zone_says(int code, DnsCode expected)
    {
        var answer = Read(new WireMessage("a.example.org", DnsType.A, code).Authority("example.org", DnsType.Soa, 900, Soa(60)).Bytes, out _);

        Assert.Equal((expected, TimeSpan.FromSeconds(60)), (answer.Code, answer.Ttl));
    }

    [Theory]
    [InlineData("example.net")] // another zone's
    [InlineData("b.a.example.org")] // of a zone below
    [InlineData("ample.org")] // not at a dot
    public void A_denial_with_somebody_else_s_zone_is_not_kept(string zone) =>
        Assert.Equal(TimeSpan.Zero, Read(new WireMessage("a.example.org", DnsType.A, 3).Authority(zone, DnsType.Soa, 900, Soa(60)).Bytes, out _).Ttl);

    [Theory]
    [InlineData(uint.MaxValue, 0)] // RFC 2181 §8
    [InlineData(10_000_000, 86_400)]
    public void Times_have_bounds(uint ttl, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(new WireMessage("a.org", DnsType.A).Answer("a.org", DnsType.A, ttl, 192, 0, 2, 1).Bytes, out _).Ttl);

    [Fact]
    public void A_truncated_message_is_one_although_it_ends_anywhere()
    {
        var bytes = new WireMessage("a.org", DnsType.A).Answer("a.org", DnsType.A, 60, 192, 0, 2, 1).Truncated().Bytes;

        Assert.True(DnsMessage.TryRead(bytes.AsSpan(0, bytes.Length - 2), out var message));
        Assert.True(message.IsTruncated);
    }

    [Fact]
    public void Records_of_a_wrong_length_are_left_out()
    {
        var answer = Read(new WireMessage("a.org", DnsType.A).Answer("a.org", DnsType.A, 60, 192, 0, 2).Answer("a.org", DnsType.A, 60, 192, 0, 2, 1).Bytes, out _);

        Assert.Equal("192.0.2.1", Assert.Single(answer.Addresses).ToString());
    }

    [Theory]
    [InlineData(2, 0x01)] // a question
    [InlineData(2, 0xA1)] // another operation
    [InlineData(5, 2)] // two questions
    [InlineData(5, 0)]
    [InlineData(7, 9)] // more answers than there are
    public void What_is_no_response_to_one_question_is_not_read(int at, byte value)
    {
        var bytes = new WireMessage("a.org", DnsType.A).Answer("a.org", DnsType.A, 60, 192, 0, 2, 1).Bytes;
        bytes[at] = value;

        Assert.False(DnsMessage.TryRead(bytes, out _));
    }

    [Fact]
    public void A_message_cut_anywhere_is_not_read()
    {
        var bytes = Seeds().First();
        for (var length = 0; length < bytes.Length; length++) Assert.False(DnsMessage.TryRead(bytes.AsSpan(0, length), out _), $"{length} bytes");
    }

    [Fact]
    public void No_message_does_harm()
    {
        // The fuzz target: seeds with bytes changed, taken out, doubled, and noise. Whatever it is, reading ends, soon and without a fault.
        var random = new Random(9);
        var seeds = Seeds().ToList();
        for (var round = 0; round < 50_000; round++)
        {
            var bytes = new List<byte>(seeds[random.Next(seeds.Count)]);
            for (var edits = random.Next(1, 8); edits > 0 && bytes.Count > 0; edits--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(5))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes[at] = (byte)(0xC0 | random.Next(4)); break;
                    case 2: bytes.RemoveAt(at); break;
                    case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at))); break;
                    default: bytes.RemoveRange(at, bytes.Count - at); bytes.Add(0); break;
                }
            }
            Touch([.. bytes]);
        }
    }

    [Fact]
    public void A_message_full_of_pointers_is_read_in_no_time()
    {
        // 64 KB in which every record's name is the longest chain of pointers there is.
        var wire = new WireMessage("a.org", DnsType.Srv);
        var last = 12;
        for (var i = 0; i < 255; i++)
        {
            var here = wire.Here;
            wire.Answer(Pointer(last), DnsType.Srv, 60, Service(1, 1, 1, Pointer(last)));
            last = here;
        }
        var began = TimeProvider.System.GetTimestamp();

        for (var i = 0; i < 100; i++) Touch(wire.Bytes);

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static DnsAnswer Read(byte[] bytes, out string? alias)
    {
        Assert.True(DnsMessage.TryRead(bytes, out var message));
        return DnsReply.Read(message, out alias);
    }

    private static void Touch(byte[] bytes)
    {
        if (!DnsMessage.TryRead(bytes, out var message)) return;
        var answer = DnsReply.Read(message, out _);
        Assert.True(answer.Services.Count + answer.Tlsas.Count + answer.Texts.Count + answer.Addresses.Count <= 4 * answer.Records.Count);
        Assert.InRange(answer.Ttl, TimeSpan.Zero, TimeSpan.FromDays(1));
        Assert.True(answer.CanonicalName.Length <= 4 * 255);
        Assert.NotNull(answer.ToString());
    }

    private static IEnumerable<byte[]> Seeds()
    {
        yield return new WireMessage(Owner, DnsType.Srv).Answer(Pointer(12), DnsType.Srv, 300, Service(10, 20, 5269, [4, .. "xmpp"u8, .. Pointer(30)])).Bytes;
        yield return new WireMessage("a.org", DnsType.A).Answer("a.org", DnsType.Cname, 60, NameOf("b.org")).Answer("b.org", DnsType.A, 60, 192, 0, 2, 1).Bytes;
        yield return new WireMessage("a.org", DnsType.Aaaa, 3).Authority("org", DnsType.Soa, 60, Soa(30)).Bytes;
        yield return new WireMessage("a.org", DnsType.Txt).Answer("a.org", DnsType.Txt, 60, 3, 65, 66, 67, 1, 68).Bytes;
        yield return new WireMessage("_5269._tcp.a.org", DnsType.Tlsa).Answer(Pointer(12), DnsType.Tlsa, 60, 3, 1, 1, 9, 9, 9).Bytes;
        yield return new WireMessage("a.org", DnsType.MX).Answer("a.org", DnsType.MX, 60, [0, 1, .. Pointer(12)]).Answer("a.org", DnsType.NS, 60, Pointer(12)).Bytes;
    }
}
