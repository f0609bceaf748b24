// The people of `serve --dev`.
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Hosting;

/// <summary>Accounts to try the server with, each in the others' rosters, subscribed both ways.</summary>
public static class DevAccounts
{
    public static async Task SeedAsync(IStorage storage, IAccounts accounts, IReadOnlyList<BareJid> people, string password)
    {
        await accounts.CreateManyAsync([.. people.Select(person => new NewAccount(person, password))]);
        var rosters = new RosterStore(storage);
        var unit = new UnitOfWork();
        foreach (var owner in people)
        {
            foreach (var contact in people.Where(person => !person.Equals(owner)))
            {
                rosters.Save(unit, owner, new RosterEntry(contact, new Subscription(To: true, From: true)) { Name = contact.Local, IsListed = true }, version: 1);
            }
        }
        await storage.Commit(unit);
    }
}
