#pragma warning disable
using Balcony.Xmpp.Addressing; using Balcony.Server.Storage; using Balcony.Xmpp.Stanzas;
namespace Balcony.Server.Storage {
public interface IStoreCodec<T> {}
public interface IValueStore<T> { ValueTask<T?> GetAsync(BareJid owner, CancellationToken cancel=default); }
public interface IMapStore<T> { ValueTask<T?> GetAsync(BareJid owner, string key, CancellationToken cancel=default); IAsyncEnumerable<KeyValuePair<string,T>> ListAsync(BareJid owner, CancellationToken cancel=default); }
public interface IStorage { IValueStore<T> OpenValue<T>(string n, IStoreCodec<T> c); IMapStore<T> OpenMap<T>(string n, IStoreCodec<T> c); CommitTicket Commit(UnitOfWork u); }
public sealed class UnitOfWork { public void Set<T>(IValueStore<T> s, BareJid o, T v){} public void Set<T>(IMapStore<T> s, BareJid o, string k, T v){} public void Remove<T>(IMapStore<T> s, BareJid o, string k){} }
public sealed class CommitTicket { public bool IsCompleted; public bool IsFailed; public Exception? Error; public Task AsTask()=>null; public void OnCompleted(Action<CommitTicket, object?> a, object? s){} }
public class StorageException : Exception {} public class StorageFullException : Exception {}
public class TextCodec : IStoreCodec<string> { public static TextCodec Instance; } public class RosterEntryCodec : IStoreCodec<Balcony.Server.Accounts.RosterEntry> { public static RosterEntryCodec Instance; }
}
namespace Balcony.Server.Accounts { public interface IAccounts { ValueTask<bool> ExistsAsync(BareJid a, CancellationToken c); } }

namespace Balcony.Xmpp.Payloads { public sealed record RosterQuery(IReadOnlyList<RosterItem> Items): IPayload<RosterQuery>, IIqGet<RosterQuery> { public string? Version {get;init;} public static string ElementName=>"query"; public static string ElementNs=>"jabber:iq:roster"; public static RosterQuery Read(Balcony.Xmpp.Xml.XmlElement e)=>null!; public void Write(Balcony.Xmpp.Xml.XmlWriter w){} }
public sealed record RosterItem(Jid Jid) { public string? Name{get;init;} public IReadOnlyList<string> Groups{get;init;}=[]; public string? Subscription{get;init;} public string? Ask{get;init;} public bool IsApproved{get;init;} } }
namespace Balcony.Server.Streams { internal sealed partial class ClientStream { const string SaslNs="x"; BareJid? _account; void WriteMechanisms(Balcony.Xmpp.Xml.XmlWriter w){} ValueTask LogInAsync(Balcony.Xmpp.Xml.XmlElement e)=>default; TimeSpan PauseFor(int n)=>default; } }
