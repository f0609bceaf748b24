// XEP-0198: who tells the other end of a counted stream what was handled.
namespace Balcony.Server.Sessions;

/// <summary>A session, or a stream with another server.</summary>
internal interface ICountTeller
{
    void Acknowledge(uint count);
}
