// Typed state that a module keeps on an account while its mailbox lives.
using Balcony.Server.Sessions;

namespace Balcony.Server.Accounts;

/// <summary>Names one module's value on an account. Make one per value, in a static readonly field of the file that owns it.</summary>
/// <param name="name">For diagnostics.</param>
public sealed class AccountKey<T>(string name)
    where T : class
{
    internal int Slot { get; } = SlotCounter.NextAccount();

    public string Name { get; } = name;
}
