// The components of one server: who they are, which are connected, and what happens when one connects.
using System.Collections.Concurrent;
using System.Text;
using Balcony.Server.Net;
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Components;

/// <summary>A connection of a component, or a component without one, as a list shows it.</summary>
/// <param name="Component">Its domain.</param>
/// <param name="RemoteAddress">Null: it is not connected.</param>
/// <param name="Security">How the connection is protected; null when it is not.</param>
/// <param name="Since">When it proved its secret.</param>
/// <param name="Queued">Stanzas that it has not read, over all its connections.</param>
public sealed record ComponentSummary(BareJid Component, string? RemoteAddress, string? Security, DateTimeOffset? Since, int Queued);

/// <summary>What commands need of components. Any thread may call.</summary>
public interface IComponentDirectory
{
    /// <summary>Each connection, and each component that has none; in order.</summary>
    IReadOnlyList<ComponentSummary> List();

    /// <summary>Ends the connections of a component with a stream error.</summary>
    /// <returns>How many there were; null when there is no such component.</returns>
    int? Disconnect(BareJid component, string? reason);
}

/// <inheritdoc cref="IComponentDirectory"/>
internal sealed class ComponentDirectory : IComponentDirectory
{
    private const int MaxSecretBytes = 4_096;

    // A stranger's attempts are one line in so long.
    private static readonly TimeSpan QuietFor = TimeSpan.FromMinutes(1);

    private readonly Dictionary<BareJid, Component> _components;
    private readonly ConcurrentDictionary<ComponentStream, bool> _streams = new();
    private readonly Lock _refusing = new();
    private long _refusedAt;
    private bool _hasRefused;

    public ComponentDirectory(IReadOnlyDictionary<BareJid, ComponentOptions> components, ComponentServices services)
    {
        Services = services;
        _components = components.ToDictionary(entry => entry.Key, entry => new Component(entry.Key, entry.Value, services));
    }

    public ComponentServices Services { get; }

    public IReadOnlyCollection<Component> All => _components.Values;

    public int Connected => _streams.Count;

    /// <summary>The requests under way that a component made in the name of an account, by their ids.</summary>
    public ConcurrentDictionary<string, Component> InName { get; } = new();

    /// <summary>A component has got a connection, and is there for what a module sends it.</summary>
    public event Action<Component>? Appeared;

    /// <summary>A component has lost a connection.</summary>
    public event Action<Component>? Disappeared;

    public Component? Find(BareJid domain) => _components.GetValueOrDefault(domain);

    /// <summary>The component that a host's stanzas are for: its own name, or one below it. Null: none.</summary>
    public Component? OwnerOf(BareJid host)
    {
        if (_components.TryGetValue(host, out var component))
        {
            return component;
        }
        return _components.Values.Where(one => one.Owns(host)).MaxBy(one => one.Domain.Domain.Length);
    }

    /// <summary>The component that made a request, in its own name or another's; null: it is nobody's.</summary>
    public Component? MakerOf(Iq iq) =>
        _components.Count == 0 ? null : (iq.Id is { } id ? InName.GetValueOrDefault(id) : null) ?? OwnerOf(iq.From!.Bare.Host);

    /// <summary>Takes what is for the components from now on.</summary>
    public void AttachTo(Router router)
    {
        foreach (var component in _components.Values)
        {
            router.Attach(component.Domain, component);
        }
        if (_components.Values.Any(component => component.Options.Subdomains))
        {
            router.Below = OwnerOf;
        }
    }

    public IReadOnlyList<ComponentSummary> List() =>
    [
        .. _components.Values.OrderBy(component => component.Domain.Domain, StringComparer.Ordinal).SelectMany(component => component.Streams.Count == 0
            ? [new ComponentSummary(component.Domain, null, null, null, component.Queued)]
            : component.Streams.Select(stream => new ComponentSummary(component.Domain, stream.RemoteAddress, stream.Security, stream.Since, component.Queued))),
    ];

    public int? Disconnect(BareJid component, string? reason)
    {
        if (Find(component) is not { } found)
        {
            return null;
        }
        var streams = found.Streams;
        foreach (var stream in streams)
        {
            stream.Close(StreamCondition.PolicyViolation, reason ?? "disconnected by an admin");
        }
        return streams.Count;
    }

    /// <summary>Serves a connection that a component made; never throws.</summary>
    public Task ServeAsync(Transport transport, CancellationToken cancel) => ServeAsync(new ComponentStream(transport, this), cancel);

    /// <summary>Serves a connection that was accepted or made; never throws.</summary>
    public Task ServeAsync(ComponentStream stream, CancellationToken cancel)
    {
        if (Services.IsStopping)
        {
            stream.Close(StreamCondition.SystemShutdown);
        }
        return stream.RunAsync(cancel);
    }

    /// <summary>What was configured; null when the file cannot be read, which is logged.</summary>
    public async ValueTask<string?> SecretOfAsync(Component component)
    {
        if (component.Options.Secret is { } secret)
        {
            return secret;
        }
        try
        {
            await using var file = File.OpenRead(component.Options.SecretFile!);
            byte[] bytes = new byte[MaxSecretBytes + 1];
            int length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false).ConfigureAwait(false);
            string text = Encoding.UTF8.GetString(bytes, 0, length).Trim();
            return length <= MaxSecretBytes && text.Length > 0 ? text : throw new InvalidDataException($"the file is empty, or larger than {MaxSecretBytes} bytes");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            ComponentLog.NoSecret(Services.Logger, component.Domain.ToString(), fault);
            return null;
        }
    }

    /// <summary>Ends what takes too long; called about once a second.</summary>
    public void CheckDeadlines()
    {
        long now = Services.Clock.GetTimestamp();
        foreach (var (stream, _) in _streams)
        {
            stream.CheckDeadlines(now);
        }
        foreach (var component in _components.Values)
        {
            component.CheckWaiting();
        }
    }

    /// <summary>Tells every component that the server stops.</summary>
    public void Close()
    {
        Services.IsStopping = true;
        foreach (var (stream, _) in _streams)
        {
            stream.Close(StreamCondition.SystemShutdown);
        }
    }

    internal void Add(ComponentStream stream) => _streams.TryAdd(stream, true);

    /// <summary>A connection of the component has not ended altogether: what it leaves behind is not yet dealt with.</summary>
    internal bool IsServing(BareJid component) => _streams.Any(stream => component.Equals(stream.Key.Joined));

    internal void Remove(ComponentStream stream) => _streams.TryRemove(stream, out _);

    internal void Joined(Component component) => Raise(Appeared, component);

    internal void Left(Component component) => Raise(Disappeared, component);

    /// <summary>Tells the operator, not more often than he can read.</summary>
    internal void Refused(string address, string component, string reason)
    {
        lock (_refusing)
        {
            if (_hasRefused && Services.Clock.GetElapsedTime(_refusedAt) < QuietFor)
            {
                return;
            }
            (_hasRefused, _refusedAt) = (true, Services.Clock.GetTimestamp());
        }
        ComponentLog.Refused(Services.Logger, address, component, reason);
    }

    private void Raise(Action<Component>? handlers, Component component)
    {
        foreach (var handler in handlers?.GetInvocationList() ?? [])
        {
            try
            {
                ((Action<Component>)handler)(component);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                ComponentLog.HandlerFault(Services.Logger, component.Domain.ToString(), fault);
            }
        }
    }
}
