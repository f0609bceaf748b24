// Where attempts are written down.
namespace Balcony.Server.Federation.Diary;

/// <summary>Any thread may call.</summary>
public interface IPeerDiary
{
    /// <summary>An attempt begins; it is in the diary from now on.</summary>
    PeerAttempt Begin(LinkKey pair, bool isOutgoing);

    /// <summary>An attempt has ended, or its stream can carry stanzas: it can be stored.</summary>
    void Keep(PeerAttempt attempt);
}
