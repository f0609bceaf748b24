// XEP-0433: searching for rooms.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class ChannelSearchTests
{
    private const string Ns = "urn:xmpp:channel-search:0:search";

    [Fact]
    public void Asking_for_the_form_and_searching()
    {
        Golden.Check(new ChannelSearchForm(), $"<search xmlns='{Ns}'/>");
        var form = Golden.Read<ChannelSearchForm>(Golden.Write(new ChannelSearchForm(ChannelFilter.Form(allowsAll: true)))).Form!;
        Assert.Equal((ChannelFilter.FormType, "false", "true"), (form.FormType, form.Value("all"), form.Value("sinaddress")));
        Assert.Null(ChannelFilter.Form(allowsAll: false).Find("all"));
        var search = Golden.Check(new ChannelSearch(new ChannelFilter { Text = "xmpp.org", Order = ChannelOrder.Address }.ToForm(), new PageRequest(5)),
            $"<search xmlns='{Ns}'><set xmlns='http://jabber.org/protocol/rsm'><max>5</max></set><x xmlns='jabber:x:data' type='submit'>"
            + "<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:channel-search:0:search-params</value></field>"
            + "<field var='q'><value>xmpp.org</value></field><field var='types'><value>xep-0045</value></field>"
            + "<field var='key'><value>{urn:xmpp:channel-search:0:order}address</value></field></x></search>");
        Assert.Equal(("xmpp.org", ChannelOrder.Address), (ChannelFilter.Read(search.Form!).Text, ChannelFilter.Read(search.Form!).Order));
    }

    [Fact]
    public void What_is_found()
    {
        Golden.Check(new ChannelSearchResult([]), $"<result xmlns='{Ns}'/>");
        Golden.Check(
            new ChannelSearchResult(
                [
                    new FoundChannel(Jid.Parse("operators@muc.xmpp.org"))
                    {
                        Name = "XMPP Service Operators", Description = "Discussion", Language = "en", Users = 43, ServiceType = FoundChannel.Muc,
                        IsOpen = true, AnonymityMode = FoundChannel.NonAnonymous,
                    },
                    new FoundChannel(Jid.Parse("a@b")) { IsOpen = false },
                ],
                new Page("1", "2")),
            $"<result xmlns='{Ns}'><item address='operators@muc.xmpp.org'><name>XMPP Service Operators</name><description>Discussion</description>"
            + "<language>en</language><nusers>43</nusers><service-type>xep-0045</service-type><is-open>true</is-open>"
            + "<anonymity-mode>{urn:xmpp:channel-search:0:anonymity}none</anonymity-mode></item><item address='a@b'><is-open>false</is-open></item>"
            + "<set xmlns='http://jabber.org/protocol/rsm'><first>1</first><last>2</last></set></result>");
        Assert.True(Golden.Read<ChannelSearchResult>($"<result xmlns='{Ns}'><item address='a@b'><is-open/></item></result>").Items[0].IsOpen);
        Assert.Equal("bad-request", Golden.ReadError<ChannelSearchResult>($"<result xmlns='{Ns}'><item/></result>"));
        Assert.Equal("bad-request", Golden.ReadError<ChannelSearchResult>($"<result xmlns='{Ns}'><item address='a@b'><nusers>few</nusers></item></result>"));
    }

    [Theory]
    [InlineData("q=coven", "none")]
    [InlineData("all=1", "none")]
    [InlineData("q=coven sinname=false sinaddr=false", "none")]
    [InlineData("q=coven unknown=1", "none")]
    [InlineData("", "bad-request/no-search-conditions")]
    [InlineData("types=xep-0045 min_users=3", "bad-request/no-search-conditions")]
    [InlineData("q= all=false", "bad-request/no-search-conditions")]
    [InlineData("q=coven all=true", "bad-request/conflicting-fields")]
    [InlineData("q=coven sinname=0 sindescription=0 sinaddress=0", "bad-request/conflicting-fields")]
    [InlineData("q=coven key=name", "feature-not-implemented/invalid-sort-key")]
    [InlineData("q=coven min_users=-1", "bad-request")]
    [InlineData("all=perhaps", "bad-request")]
    public void A_search_says_what_for(string fields, string condition)
    {
        var form = DataForm.Submit(ChannelFilter.FormType,
            [.. fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(pair => new FormField(pair[0], null, pair[1]))]);
        var error = Record.Exception(() => ChannelFilter.Read(form)) is StanzaException fault ? fault.Error : null;
        Assert.Equal(condition, error is null ? "none" : error.Application is { } own ? $"{error.Condition}/{own.Name}" : error.Condition);
    }

    [Fact]
    public void A_filter_is_the_same_as_a_form()
    {
        var filter = new ChannelFilter { Text = "a b", InName = false, InAddress = false, MinUsers = 3, Types = [FoundChannel.Mix, FoundChannel.Muc] };
        var read = ChannelFilter.Read(filter.ToForm());
        Assert.Equal(filter.Types, read.Types);
        Assert.Equal(filter, read with { Types = filter.Types });
        Assert.True(ChannelFilter.Read(new ChannelFilter { IsAll = true }.ToForm()).IsAll);
        Assert.False(ChannelFilter.Read(DataForm.Submit(ChannelFilter.FormType, new FormField("q", null, "a"), new FormField("sinaddr", null, "0"))).InAddress);
        Assert.Throws<StanzaException>(() => ChannelFilter.Read(DataForm.Submit("other", new FormField("q", null, "a"))));
    }

    [Fact]
    public void Refusals()
    {
        Assert.Equal((StanzaErrorType.Cancel, "not-allowed"), (ChannelSearchErrors.FullSetNotAllowed.Type, ChannelSearchErrors.FullSetNotAllowed.Condition));
        Assert.Equal((StanzaErrorType.Auth, "forbidden"), (ChannelSearchErrors.FullSetForbidden.Type, ChannelSearchErrors.FullSetForbidden.Condition));
        Assert.Equal(StanzaErrorType.Modify, ChannelSearchErrors.InvalidSortKey.Type);
        Assert.Equal(StanzaErrorType.Cancel, ChannelSearchErrors.NoSearchConditions.Type);
        Assert.Equal("<invalid-search-terms xmlns='urn:xmpp:channel-search:0:error'/>", ChannelSearchErrors.InvalidSearchTerms("too short").Application!.ToXml());
        Assert.Equal("<rate-limit xmlns='urn:xmpp:channel-search:0:error' retry-after='2'/>",
            ChannelSearchErrors.RateLimited(TimeSpan.FromSeconds(1.1)).Application!.ToXml());
        Assert.Equal("<conflicting-fields xmlns='urn:xmpp:channel-search:0:error'><var>all</var><var>q</var></conflicting-fields>",
            ChannelSearchErrors.ConflictingFields("no", "all", "q").Application!.ToXml());
    }
}
