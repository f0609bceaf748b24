// A value and its exact XML, both ways; and what broken XML is answered with.
using System.Text;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

internal static class Golden
{
    /// <summary>The value is written as this XML, and what is read from it is written the same.</summary>
    public static T Check<T>(T value, string xml)
        where T : IPayload<T>
    {
        Assert.Equal(xml, Write(value));
        var read = Read<T>(xml);
        Assert.Equal(xml, Write(read));
        return read;
    }

    public static T Read<T>(string xml)
        where T : IPayload<T>
    {
        var element = XmlElement.Parse(xml);
        Assert.True(element.Is(T.ElementName, T.ElementNs), $"{xml} is not <{T.ElementName} xmlns='{T.ElementNs}'/>");
        return T.Read(element);
    }

    /// <summary>The condition that reading fails with, and behind a slash the application's own; "none" when it does not fail.</summary>
    public static string ReadError<T>(string xml)
        where T : IPayload<T>
    {
        try
        {
            Read<T>(xml);
            return "none";
        }
        catch (StanzaException fault)
        {
            return fault.Error.Application is { } own ? $"{fault.Error.Condition}/{own.Name}" : fault.Error.Condition;
        }
    }

    public static string Write(IPayload payload)
    {
        using var writer = new XmlWriter();
        payload.Write(writer);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
