// The table of contents: every feature of rooms. A new feature is one line here.
using System.Diagnostics.CodeAnalysis;
using Balcony.Server.Rooms.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Balcony.Server.Rooms;

/// <summary>All features of rooms, in the order in which they are asked: who may enter, what those get who entered, what the form shows.</summary>
internal static class RoomFeatureCatalog
{
    /// <param name="services">What their constructors ask for.</param>
    /// <param name="directory">The rooms, which are being made.</param>
    public static IReadOnlyList<RoomFeature> Create(IServiceProvider services, RoomDirectory directory) =>
    [
        Make<RoomDescriptions>(services, directory),
        Make<Discovery>(services, directory),
        Make<RateLimits>(services, directory),
        Make<RoomCreations>(services, directory),
        Make<Bans>(services, directory),
        Make<ClosedRooms>(services, directory),
        Make<InviteTokenDesk>(services, directory),
        Make<Membership>(services, directory),
        Make<Passwords>(services, directory),
        Make<OccupantLimits>(services, directory),
        Make<Anonymity>(services, directory),
        Make<PresenceBroadcast>(services, directory),
        Make<PrivateMessages>(services, directory),
        Make<SelfPings>(services, directory),
        Make<MemberNotifications>(services, directory),
        Make<Voice>(services, directory),
        Make<VoiceMemory>(services, directory),
        Make<VoiceRequests>(services, directory),
        Make<Administration>(services, directory),
        Make<AdministrationLists>(services, directory),
        Make<OccupantIds>(services, directory),
        Make<RoomArchives>(services, directory),
        Make<Retractions>(services, directory),
        Make<Moderation>(services, directory),
        Make<SlowModes>(services, directory),
        Make<AffiliationVersions>(services, directory),
        Make<Nicknames>(services, directory),
        Make<Registrations>(services, directory),
        Make<Invitations>(services, directory),
        Make<RoomConfigurations>(services, directory),
        Make<RoomCommands>(services, directory),
        Make<HatStand>(services, directory),
        Make<RoomAvatars>(services, directory),
        Make<ChannelSearches>(services, directory),
        Make<UniqueNames>(services, directory),
        Make<DiscussionHistory>(services, directory),
        Make<Subjects>(services, directory),
    ];

    private static T Make<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(IServiceProvider services, RoomDirectory directory)
        where T : RoomFeature
    {
        // Those that need the rooms themselves say so by a constructor that takes them.
        bool needsRooms = typeof(T).GetConstructors().Any(constructor => constructor.GetParameters().Any(one => one.ParameterType == typeof(RoomDirectory)));
        return needsRooms ? ActivatorUtilities.CreateInstance<T>(services, directory) : ActivatorUtilities.CreateInstance<T>(services);
    }
}
