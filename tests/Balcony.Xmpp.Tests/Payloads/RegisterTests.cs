// XEP-0077: registration payloads.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class RegisterTests
{
    [Fact]
    public void The_question_and_its_answers()
    {
        Golden.Check(new RegisterFeature(), "<register xmlns='http://jabber.org/features/iq-register'/>");
        Golden.Check(new RegisterQuery(), "<query xmlns='jabber:iq:register'/>");
        Golden.Check(
            new Registration(Instructions: "Choose")
            {
                Fields = [KeyValuePair.Create("username", ""), KeyValuePair.Create("password", "")],
                Form = DataForm.Form("jabber:iq:register", new FormField("username", FormFieldType.TextSingle) { IsRequired = true }),
                Extensions = [XmlElement.Parse("<x xmlns='jabber:x:oob'><url>https://capulet.lit/join</url></x>")],
            },
            "<query xmlns='jabber:iq:register'><instructions>Choose</instructions><username/><password/>"
            + "<x xmlns='jabber:x:data' type='form'><field var='FORM_TYPE' type='hidden'><value>jabber:iq:register</value></field>"
            + "<field var='username' type='text-single'><required/></field></x><x xmlns='jabber:x:oob'><url>https://capulet.lit/join</url></x></query>");
        var known = Golden.Check(new Registration(IsRegistered: true) { Fields = [KeyValuePair.Create("username", "juliet")] },
            "<query xmlns='jabber:iq:register'><registered/><username>juliet</username></query>");
        Assert.True(known.IsRegistered);
    }

    [Fact]
    public void An_account_is_asked_for_by_fields_or_by_form()
    {
        var fields = Golden.Check(Register.Account("bill", "Calliope"),
            "<query xmlns='jabber:iq:register'><username>bill</username><password>Calliope</password></query>");
        Assert.Equal(("bill", "Calliope", null), (fields.Username, fields.Password, fields.Field("email")));
        var form = Golden.Check(
            new Register { Form = DataForm.Submit("jabber:iq:register", new FormField("username", null, "bill"), new FormField("password", null, "C")) },
            "<query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>jabber:iq:register</value></field>"
            + "<field var='username'><value>bill</value></field><field var='password'><value>C</value></field></x></query>");
        Assert.Equal(("bill", "C"), (form.Username, form.Password));
    }

    [Fact]
    public void A_removal_stands_alone()
    {
        Golden.Check(new Register { IsRemoval = true }, "<query xmlns='jabber:iq:register'><remove/></query>");
        Assert.Equal("bad-request", Golden.ReadError<Register>("<query xmlns='jabber:iq:register'><remove/><username>bill</username></query>"));
        Assert.Equal("bad-request", Golden.ReadError<Register>("<query xmlns='jabber:iq:register'><remove/><x xmlns='o'/></query>"));
    }

    [Theory]
    [InlineData("<x xmlns='jabber:x:data' type='form'/>", "bad-request")]
    [InlineData("<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:other</value></field></x>", "bad-request")]
    [InlineData("<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>jabber:iq:register:changepassword</value></field></x>", "none")]
    [InlineData("<x xmlns='jabber:x:data' type='submit'/>", "none")]
    [InlineData("<username/><favourite-colour/>", "none")]
    public void A_form_must_be_a_submitted_registration(string content, string condition) =>
        Assert.Equal(condition, Golden.ReadError<Register>($"<query xmlns='jabber:iq:register'>{content}</query>"));
}
