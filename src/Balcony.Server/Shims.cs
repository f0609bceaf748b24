// Temporary stand-ins until the storage, SASL, accounts and payload slices land: whoever lands the real one deletes its part here and mends the callers.
#pragma warning disable
using Balcony.Xmpp.Addressing; using Balcony.Server.Storage; using Balcony.Xmpp.Stanzas; using System.Collections.Concurrent; using System.Text;
namespace Balcony.Server.Storage {
public interface IStoreCodec<T> {}
public interface IValueStore<T> { ValueTask<T?> GetAsync(BareJid owner, CancellationToken cancel=default); }
public interface IMapStore<T> { ValueTask<T?> GetAsync(BareJid owner, string key, CancellationToken cancel=default); IAsyncEnumerable<KeyValuePair<string,T>> ListAsync(BareJid owner, CancellationToken cancel=default); }
public interface IStorage { IValueStore<T> OpenValue<T>(string n, IStoreCodec<T> c); IMapStore<T> OpenMap<T>(string n, IStoreCodec<T> c); CommitTicket Commit(UnitOfWork u); }
public class MemS : IStorage { 
 class V<T> : IValueStore<T> { public ConcurrentDictionary<BareJid,T> d=new(); public ValueTask<T?> GetAsync(BareJid o, CancellationToken c)=>new(d.GetValueOrDefault(o)); }
 class M<T> : IMapStore<T> { public ConcurrentDictionary<(BareJid,string),T> d=new(); public ValueTask<T?> GetAsync(BareJid o, string k, CancellationToken c)=>new(d.GetValueOrDefault((o,k))); public async IAsyncEnumerable<KeyValuePair<string,T>> ListAsync(BareJid o, CancellationToken c){ foreach(var e in d) if(e.Key.Item1.Equals(o)) yield return new(e.Key.Item2,e.Value);} }
 public IValueStore<T> OpenValue<T>(string n, IStoreCodec<T> c)=>new V<T>(); public IMapStore<T> OpenMap<T>(string n, IStoreCodec<T> c)=>new M<T>();
 public CommitTicket Commit(UnitOfWork u){ foreach(var a in u.A) a(); return new CommitTicket{IsCompleted=true}; }
 public static void S<T>(IValueStore<T> s, BareJid o, T v)=>((V<T>)s).d[o]=v; public static void S<T>(IMapStore<T> s, BareJid o, string k, T v)=>((M<T>)s).d[(o,k)]=v; public static void R<T>(IMapStore<T> s, BareJid o, string k)=>((M<T>)s).d.TryRemove((o,k),out _);
}
public sealed class UnitOfWork { public List<Action> A=new(); public void Set<T>(IValueStore<T> s, BareJid o, T v)=>A.Add(()=>MemS.S(s,o,v)); public void Set<T>(IMapStore<T> s, BareJid o, string k, T v)=>A.Add(()=>MemS.S(s,o,k,v)); public void Remove<T>(IMapStore<T> s, BareJid o, string k)=>A.Add(()=>MemS.R(s,o,k)); }
public sealed class CommitTicket { public bool IsCompleted; public bool IsFailed; public Exception? Error; public Task AsTask()=>Task.CompletedTask; public void OnCompleted(Action<CommitTicket, object?> a, object? s)=>a(this,s); }
public class StorageException : Exception {} public class StorageFullException : Exception {}
public class TextCodec : IStoreCodec<string> { public static TextCodec Instance; } public class RosterEntryCodec : IStoreCodec<Balcony.Server.Accounts.RosterEntry> { public static RosterEntryCodec Instance; }
}
namespace Balcony.Server.Accounts { public interface IAccounts { ValueTask<bool> ExistsAsync(BareJid a, CancellationToken c); } public class AnyAccounts : IAccounts { public ValueTask<bool> ExistsAsync(BareJid a, CancellationToken c)=>new(!a.Local!.StartsWith("no")); } }
namespace Balcony.Server.Streams { internal sealed partial class ClientStream { const string SaslNs="urn:ietf:params:xml:ns:xmpp-sasl"; BareJid? _account; void WriteMechanisms(Balcony.Xmpp.Xml.XmlWriter w){ w.Start("mechanisms",SaslNs).TextElement("mechanism",null,"PLAIN").End(); } 
ValueTask LogInAsync(Balcony.Xmpp.Xml.XmlElement e){ var p=Encoding.UTF8.GetString(Convert.FromBase64String(e.Text)).Split('\0'); _account=BareJid.Create(p[1],_host.Domain); _phase=Phase.Binding; WriteControl(w=>w.Start("success",SaslNs).End()); Restart(); _reader.Limits=_services.Limits.AfterLogin; return default; } } }
