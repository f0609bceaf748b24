// XEP-0227: writes a file of user data piece by piece.
using System.Text;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Portable;

/// <summary>What is written goes to the file now and then: no user is held in memory.</summary>
internal sealed class PieWriter(Stream file) : IDisposable
{
    private const int MaxHeldBytes = 64 * 1024;

    private readonly Stack<string> _open = new();
    private readonly MemoryStream _held = new();

    /// <summary>An element whose content follows.</summary>
    public void Begin(string name, string? ns = null, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using var writer = new XmlWriter("");
        writer.Start(name, ns);
        foreach (var (attribute, value) in attributes) writer.Attribute(attribute, value);
        var tag = writer.End().Written.Span;
        // Written as an empty element, and opened again: names and values are escaped in one place.
        Put(tag[..^2]);
        Put(">\n"u8);
        _open.Push(name);
    }

    public void End() => Put(Encoding.UTF8.GetBytes($"</{_open.Pop()}>\n"));

    /// <param name="parentNs">The namespace around it, which it need not declare.</param>
    /// <param name="write">Writes one element.</param>
    public void Element(string parentNs, Action<XmlWriter> write)
    {
        using var writer = new XmlWriter(parentNs);
        write(writer);
        Put(writer.Written.Span);
        Put("\n"u8);
    }

    public void Declaration() => Put("<?xml version='1.0' encoding='UTF-8'?>\n"u8);

    public void Flush()
    {
        file.Write(_held.GetBuffer().AsSpan(0, (int)_held.Length));
        _held.SetLength(0);
    }

    public void Dispose() => _held.Dispose();

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _held.Write(bytes);
        if (_held.Length >= MaxHeldBytes) Flush();
    }
}
