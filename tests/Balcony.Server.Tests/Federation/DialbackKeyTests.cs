// XEP-0185: of all that a stranger might try only the key itself is one.
using System.Globalization;
using Balcony.Server.Federation;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class DialbackKeyTests
{
    private const int Rounds = 300;
    private const string DomainLetters = "abcdefghijklmnopqrstuvwxyz0123456789-üßж日";

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("BALCONY_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed : 1;

    [Fact]
    public void Only_the_exact_key_of_two_domains_and_a_stream_passes()
    {
        var random = new Random(Seed);
        for (int round = 0; round < Rounds; round++)
        {
            var keys = new DialbackKeys(Bytes(random, 32));
            var (receiving, originating, id) = (Domain(random), Domain(random), Id(random));
            string key = keys.KeyFor(receiving, originating, id);

            Assert.True(keys.IsKey(key, receiving, originating, id));
            foreach (string wrong in Variants(key, random))
            {
                Assert.False(keys.IsKey(wrong, receiving, originating, id), $"'{wrong}' passes for '{key}'");
            }
            foreach (string other in Variants(id, random))
            {
                Assert.False(keys.IsKey(key, receiving, originating, other), $"the key of stream '{id}' passes for '{other}'");
            }
            var third = Domain(random);
            if (!third.Equals(receiving)) Assert.False(keys.IsKey(key, third, originating, id));
            if (!third.Equals(originating)) Assert.False(keys.IsKey(key, receiving, third, id));
            if (!receiving.Equals(originating)) Assert.False(keys.IsKey(key, originating, receiving, id), "the two domains may not be exchanged");
            Assert.False(new DialbackKeys(Bytes(random, 32)).IsKey(key, receiving, originating, id), "another server's secret makes another key");
        }
    }

    [Fact]
    public void Where_one_part_ends_and_the_next_begins_makes_a_difference()
    {
        var keys = new DialbackKeys("secret"u8);
        string key = keys.KeyFor(BareJid.Parse("a.example"), BareJid.Parse("b.example"), "c d");

        Assert.False(keys.IsKey(key, BareJid.Parse("a.example"), BareJid.Parse("b.example"), "c"));
        Assert.False(keys.IsKey(key, BareJid.Parse("a.example"), BareJid.Parse("b.example"), "cd"));
        Assert.False(keys.IsKey(key, BareJid.Parse("a.exampleb.example"), BareJid.Parse("b.example"), "c d"));
    }

    [Fact]
    public void Domains_are_compared_as_addresses_are()
    {
        var keys = new DialbackKeys("secret"u8);

        Assert.True(keys.IsKey(keys.KeyFor(BareJid.Parse("A.Example"), BareJid.Parse("b.example"), "id"), BareJid.Parse("a.example"), BareJid.Parse("B.EXAMPLE"), "id"));
    }

    /// <summary>What is nearly the text, and is not.</summary>
    internal static IEnumerable<string> Variants(string text, Random random)
    {
        int place = random.Next(text.Length);
        string[] variants =
        [
            "",
            text[..^1],
            text[1..],
            text[..(text.Length / 2)],
            text[..place],
            text + "0",
            text + " ",
            " " + text,
            text + "\n",
            text + text,
            text + "\0",
            text.ToUpperInvariant(),
            text.Remove(place, 1).Insert(place, text[place] == '0' ? "1" : "0"),
            new string([.. text.Reverse()]),
            // The full-width digit and letter that some comparisons take for the same.
            text.Remove(place, 1).Insert(place, ((char)(text[place] + 0xFEE0)).ToString()),
        ];
        return variants.Where(variant => variant != text);
    }

    internal static BareJid Domain(Random random)
    {
        while (true)
        {
            string name = string.Join('.', Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => DomainLetters[random.Next(DomainLetters.Length)]))));
            if (BareJid.TryParse(name, out BareJid? domain) && domain.IsDomain) return domain;
        }
    }

    internal static string Id(Random random) => random.Next(3) == 0
        ? Convert.ToHexStringLower(Bytes(random, random.Next(1, 33)))
        : string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next('!', '~')));

    private static byte[] Bytes(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
