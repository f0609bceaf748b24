// XEP-0307: a name for a room that nobody else has, and nobody else gets.
using System.Security.Cryptography;
using Balcony.Server.Modules;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms.Features;

internal sealed class UniqueNames : RoomFeature
{
    // 160 random bits: no two rooms ever had one name, and nobody guesses it before the asker enters. So nothing is reserved, and nothing has to be kept.
    private const int NameBytes = 20;

    public override void Register(ModuleBuilder module) => module.OnGet<UniqueRoomName>(
        IqTarget.RoomService, (_, _) => IqReply.Result(new UniqueRoomName(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes)))));
}
