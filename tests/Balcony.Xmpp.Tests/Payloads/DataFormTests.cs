// XEP-0004, 0068: forms.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class DataFormTests
{
    private static readonly DataForm Bot = DataForm.Form("jabber:bot",
        new FormField(null, FormFieldType.Fixed) { Values = ["Section 1: Bot Info"] },
        new FormField("botname", FormFieldType.TextSingle) { Label = "The name of your bot", IsRequired = true },
        new FormField("public", FormFieldType.Boolean, "false") { Description = "Anyone?" },
        new FormField("password", FormFieldType.TextPrivate),
        new FormField("features", FormFieldType.ListMulti) { Options = [new FormOption("contests", "Contests"), new FormOption("news")], Values = ["news"] },
        new FormField("maxsubs", FormFieldType.ListSingle) { Options = [new FormOption("10"), new FormOption("none")] },
        new FormField("invitelist", FormFieldType.JidMulti)) with
    { Title = "Bot Configuration", Instructions = ["Fill out", "this form"] };

    [Fact]
    public void A_form_with_everything() => Golden.Check(Bot,
        "<x xmlns='jabber:x:data' type='form'><title>Bot Configuration</title><instructions>Fill out</instructions><instructions>this form</instructions>"
        + "<field var='FORM_TYPE' type='hidden'><value>jabber:bot</value></field>"
        + "<field type='fixed'><value>Section 1: Bot Info</value></field>"
        + "<field var='botname' type='text-single' label='The name of your bot'><required/></field>"
        + "<field var='public' type='boolean'><desc>Anyone?</desc><value>false</value></field>"
        + "<field var='password' type='text-private'/>"
        + "<field var='features' type='list-multi'><value>news</value><option label='Contests'><value>contests</value></option><option><value>news</value></option></field>"
        + "<field var='maxsubs' type='list-single'><option><value>10</value></option><option><value>none</value></option></field>"
        + "<field var='invitelist' type='jid-multi'/></x>");

    [Fact]
    public void A_table_of_results()
    {
        var read = Golden.Check(
            new DataForm(DataFormType.Result)
            {
                Reported = [new FormField("name") { Label = "Product" }, new FormField("url")],
                Items = [[new FormField("name", null, "Comune di Verona"), new FormField("url", null, "")], [new FormField("name", null, "x")]],
            },
            "<x xmlns='jabber:x:data' type='result'><reported><field var='name' label='Product'/><field var='url'/></reported>"
            + "<item><field var='name'><value>Comune di Verona</value></field><field var='url'><value/></field></item>"
            + "<item><field var='name'><value>x</value></field></item></x>");
        Assert.Equal((2, 2), (read.Reported.Count, read.Items.Count));
    }

    [Fact]
    public void Elements_of_other_namespaces_in_a_field_are_kept() => Golden.Check(
        DataForm.Form(null, new FormField("ocr", FormFieldType.TextSingle) { Extensions = [XmlElement.Parse("<media xmlns='urn:xmpp:media-element' height='80'/>")] }),
        "<x xmlns='jabber:x:data' type='form'><field var='ocr' type='text-single'><media xmlns='urn:xmpp:media-element' height='80'/></field></x>");

    [Theory]
    [InlineData("<x xmlns='jabber:x:data'/>", "bad-request")]
    [InlineData("<x xmlns='jabber:x:data' type='error'/>", "bad-request")]
    [InlineData("<x xmlns='jabber:x:data' type='submit'><field><value>1</value></field></x>", "bad-request")]
    [InlineData("<x xmlns='jabber:x:data' type='form'><field type='fixed'><value>a</value><value>b</value></field></x>", "none")]
    [InlineData("<x xmlns='jabber:x:data' type='form'><field var='a' type='boolean'><value>0</value><value>1</value></field></x>", "bad-request")]
    [InlineData("<x xmlns='jabber:x:data' type='submit'><field var='a'><value>0</value><value>1</value></field></x>", "none")]
    [InlineData("<x xmlns='jabber:x:data' type='form'><field var='a' type='list-single'><option/></field></x>", "bad-request")]
    [InlineData("<x xmlns='jabber:x:data' type='form'><field var='a' type='list-single'><option><value/><value/></option></field></x>", "bad-request")]
    [InlineData("<x xmlns='jabber:x:data' type='result'><item><field/></item></x>", "bad-request")]
    [InlineData("<x xmlns='jabber:x:data' type='cancel'/>", "none")]
    public void A_broken_form_is_refused(string xml, string condition) => Assert.Equal(condition, Golden.ReadError<DataForm>(xml));

    [Fact]
    public void An_unknown_field_type_is_a_line_of_text() => Assert.Equal(FormFieldType.TextSingle,
        Golden.Read<DataForm>("<x xmlns='jabber:x:data' type='form'><field var='a' type='hologram'/></x>").Find("a")!.Type);

    [Fact]
    public void Values_are_found_by_name()
    {
        var form = DataForm.Submit("urn:t", new FormField("a", null, "1"), new FormField("b") { Values = ["x", "y"] }, new FormField("c"));
        Assert.Equal(("urn:t", "1", null, null), (form.FormType, form.Value("a"), form.Value("c"), form.Value("d")));
        Assert.Equal((true, null), (form.Boolean("a"), form.Boolean("b")));
        Assert.Equal(["x", "y"], form.Values("b"));
        Assert.Same(form, form.Submitted("urn:t"));
        Assert.Throws<StanzaException>(() => form.Submitted("urn:other"));
        Assert.Throws<StanzaException>(() => (form with { Type = DataFormType.Result }).Submitted("urn:t"));
    }

    [Theory] // XEP-0068 §3
    [InlineData(DataFormType.Form, FormFieldType.Hidden, "urn:t")]
    [InlineData(DataFormType.Result, FormFieldType.TextSingle, null)]
    [InlineData(DataFormType.Form, null, null)]
    [InlineData(DataFormType.Submit, null, "urn:t")]
    public void The_form_type_is_a_hidden_field_except_in_submissions(DataFormType type, FormFieldType? field, string? expected) =>
        Assert.Equal(expected, new DataForm(type) { Fields = [new FormField("FORM_TYPE", field, "urn:t")] }.FormType);

    [Theory]
    [InlineData("", "botname is required")]
    [InlineData("botname=", "botname is required")]
    [InlineData("botname=b", null)]
    [InlineData("botname=b|unknown=1", null)]
    [InlineData("botname=b|botname=c", "botname takes one value")]
    [InlineData("botname=b|public=maybe", "public is true or false")]
    [InlineData("botname=b|public=1", null)]
    [InlineData("botname=b|features=news|features=contests", null)]
    [InlineData("botname=b|features=weather", "features is one of the given options")]
    [InlineData("botname=b|maxsubs=11", "maxsubs is one of the given options")]
    [InlineData("botname=b|invitelist=romeo@montague.lit", null)]
    [InlineData("botname=b|invitelist=@", "invitelist is an address")]
    [InlineData("botname=b|FORM_TYPE=jabber:bot", null)]
    [InlineData("botname=b|FORM_TYPE=jabber:cat", "the form is of another type")]
    public void A_submission_answers_a_form(string values, string? problem)
    {
        var fields = values.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).GroupBy(pair => pair[0], pair => pair[1])
            .Select(group => new FormField(group.Key) { Values = [.. group] });
        Assert.Equal(problem, DataForm.Submit(null, [.. fields]).ProblemAsAnswerTo(Bot));
    }
}
